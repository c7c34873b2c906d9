//! Lines read ahead of the work, as many bytes of them as memory may hold, however long the stream.

use std::mem;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

/// So many bytes may wait; the line that passes this mark still comes in whole. The work holds as many again.
const MOST_BYTES: usize = 4 << 20;
/// What a line costs beside its bytes, so that a stream of empty ones is bounded too.
const COST: usize = 64;

/// A line with its number, counted from 1.
pub struct Line {
    pub number: usize,
    pub bytes: Vec<u8>,
    /// False when it was longer than a line may be: these bytes are its beginning.
    pub is_whole: bool,
}

/// Where one thread puts lines and another takes all that wait.
#[derive(Default)]
pub struct Ahead {
    waiting: Mutex<Waiting>,
    changed: Condvar,
}

#[derive(Default)]
struct Waiting {
    lines: Vec<Line>,
    n_bytes: usize,
    has_ended: bool,
}

impl Ahead {
    /// Puts a line in, once there is room for it.
    pub fn put(&self, line: Line) {
        let mut waiting = self.wait_while(|waiting| waiting.n_bytes >= MOST_BYTES);
        waiting.n_bytes += line.bytes.len() + COST;
        waiting.lines.push(line);
        self.changed.notify_all();
    }

    /// No line will follow.
    pub fn end(&self) {
        self.wait_while(|_| false).has_ended = true;
        self.changed.notify_all();
    }

    /// All that waits, once there is something; none at the end.
    pub fn take(&self) -> Option<Vec<Line>> {
        let mut waiting = self.wait_while(|waiting| waiting.lines.is_empty() && !waiting.has_ended);
        waiting.n_bytes = 0;
        self.changed.notify_all();
        let lines = mem::take(&mut waiting.lines);
        (!lines.is_empty()).then_some(lines)
    }

    /// A thread that panicked leaves the lines as good as they were.
    fn wait_while(&self, condition: impl FnMut(&mut Waiting) -> bool) -> MutexGuard<'_, Waiting> {
        let waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        self.changed.wait_while(waiting, condition).unwrap_or_else(PoisonError::into_inner)
    }
}
