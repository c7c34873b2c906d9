//! The states of the tagger: outside, and for each label the Begin, Inside, Last and Unit of BILOU.

use crate::Label;

/// Labels in the order of the states.
pub const LABELS: [Label; 6] = [Label::Person, Label::Organization, Label::Place, Label::Group, Label::Event, Label::Work];

/// Number of states.
pub const N_STATES: usize = 1 + 4 * LABELS.len();

/// Not in a name.
pub const OUTSIDE: usize = 0;

/// Where in a name a token stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Position {
    /// The first of several.
    Begin,
    /// Between first and last.
    Inside,
    /// The last of several.
    Last,
    /// The only one.
    Unit,
}

/// The state of a label and position.
pub fn state(label: usize, position: Position) -> usize {
    1 + 4 * label + position as usize
}

/// Label and position of a state; none for [`OUTSIDE`].
pub fn parts(state: usize) -> Option<(usize, Position)> {
    const POSITIONS: [Position; 4] = [Position::Begin, Position::Inside, Position::Last, Position::Unit];
    let within = state.checked_sub(1)?;
    Some((within / 4, POSITIONS[within % 4]))
}

/// The states that may follow a state, as bits.
pub const fn followers(state: usize) -> u32 {
    if state != OUTSIDE && (state - 1) % 4 < 2 {
        // Begin and Inside go on to Inside or Last of the same label.
        let begin = state - (state - 1) % 4;
        return 0b11 << (begin + 1);
    }
    let mut bits = 1 << OUTSIDE;
    let mut label = 0;
    while label < LABELS.len() {
        bits |= 0b1001 << (1 + 4 * label);
        label += 1;
    }
    bits
}

/// The states in which a stretch of tokens may end: no name is left open.
pub const ENDS: u32 = {
    let (mut bits, mut label) = (1 << OUTSIDE, 0);
    while label < LABELS.len() {
        bits |= 0b1100 << (1 + 4 * label);
        label += 1;
    }
    bits
};

/// The places of the bits in a set, the lowest first.
pub fn bits(mut set: u64) -> impl Iterator<Item = u64> {
    std::iter::from_fn(move || {
        let bit = u64::from(set.trailing_zeros());
        set &= set.wrapping_sub(1);
        (bit < 64).then_some(bit)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_begin_go_on_and_end() {
        let begin = state(2, Position::Begin);
        assert_eq!(followers(begin), 1 << state(2, Position::Inside) | 1 << state(2, Position::Last));
        assert_eq!(followers(state(1, Position::Last)), followers(OUTSIDE));
        assert!((0..N_STATES).all(|state| (ENDS & 1 << state != 0) == (followers(state) & 1 << OUTSIDE != 0)));
        assert_eq!(parts(state(5, Position::Unit)), Some((5, Position::Unit)));
    }
}
