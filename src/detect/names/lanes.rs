//! States laid out side by side, so that a step from token to token is arithmetic on whole rows.
//!
//! ```text
//! lane   0        1..7    8..14  16..22   24..30   (the others stay empty)
//! state  outside  Begin   Unit   Inside   Last     of the labels in order
//! ```
//! What may follow a closed name, or none, lies together in the first half: outside, Begin and Unit.

use super::states::{LABELS, N_STATES, OUTSIDE, Position, state};

/// Number of lanes: states in blocks of eight.
pub const N_LANES: usize = 32;

/// One cell a state.
pub type Row<T> = [T; N_LANES];

/// Scores of all states.
pub type Scores = Row<i32>;

/// Where the lanes of each position begin.
pub const BEGIN: usize = 1;
/// See [`BEGIN`].
pub const UNIT: usize = 8;
/// See [`BEGIN`].
pub const INSIDE: usize = 16;
/// See [`BEGIN`].
pub const LAST: usize = 24;
/// Lanes that may follow a closed name.
pub const N_OPEN: usize = 16;
/// Lanes of one position.
pub const N_LABELS: usize = 8;

/// The states in which no name is open.
pub const N_CLOSED: usize = 1 + 2 * LABELS.len();

/// The lane of each state.
pub const LANES: [usize; N_STATES] = {
    let mut lanes = [OUTSIDE; N_STATES];
    let mut label = 0;
    while label < LABELS.len() {
        let first = 1 + 4 * label;
        lanes[first + Position::Begin as usize] = BEGIN + label;
        lanes[first + Position::Inside as usize] = INSIDE + label;
        lanes[first + Position::Last as usize] = LAST + label;
        lanes[first + Position::Unit as usize] = UNIT + label;
        label += 1;
    }
    lanes
};

/// The states in which no name is open, in order: outside, and the Last and Unit of each label.
pub const CLOSED: [usize; N_CLOSED] = outside_and(Position::Last);

/// The states in which a name may begin, or none is, in order: outside, and the Begin and Unit of each label.
pub const OPEN: [usize; N_CLOSED] = outside_and(Position::Begin);

/// Outside, and a position and the Unit of each label.
const fn outside_and(position: Position) -> [usize; N_CLOSED] {
    let mut states = [OUTSIDE; N_CLOSED];
    let mut label = 0;
    while label < LABELS.len() {
        states[1 + 2 * label] = 1 + 4 * label + position as usize;
        states[2 + 2 * label] = 1 + 4 * label + Position::Unit as usize;
        label += 1;
    }
    states
}

/// The lane of a state, and what each step from it, or to it, counts.
pub type Way<T> = (usize, [T; N_OPEN]);

/// What each step from state to state counts, by lanes; what is allowed nowhere is as told to [`Steps::new`].
#[derive(Clone, Debug)]
pub struct Steps<T> {
    /// From each closed state to what may follow it.
    pub open: Vec<Way<T>>,
    /// From Begin and from Inside to Inside.
    pub inside: [[T; N_LABELS]; 2],
    /// From Begin and from Inside to Last.
    pub last: [[T; N_LABELS]; 2],
}

impl<T: Copy> Steps<T> {
    /// Asks what each allowed step counts; all others are `nothing`.
    pub fn new(nothing: T, step: impl Fn(usize, usize) -> T) -> Self {
        let way = |from: usize| {
            let mut row = [nothing; N_OPEN];
            OPEN.into_iter().for_each(|to| row[LANES[to]] = step(from, to));
            (LANES[from], row)
        };
        let within = |to: Position| {
            [Position::Begin, Position::Inside].map(|from| {
                let mut row = [nothing; N_LABELS];
                (0..LABELS.len()).for_each(|label| row[label] = step(state(label, from), state(label, to)));
                row
            })
        };
        Self { open: CLOSED.into_iter().map(way).collect(), inside: within(Position::Inside), last: within(Position::Last) }
    }
}
