//! Dates that do not fit.

use super::Draft;
use crate::Annotation;

/// Weekdays that do not fit (expected: the ISO number of the weekday, "1" is Monday), impossible days, future told as past.
pub fn query(_draft: &Draft) -> Vec<Annotation> {
    Vec::new()
}
