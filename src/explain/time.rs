//! How a time value was resolved.

use crate::lang::messages::TimeMessages;
use crate::{Annotated, TimeValue};

/// One sentence.
pub fn sentence(_annotated: &Annotated, _value: &TimeValue, _messages: &TimeMessages) -> String {
    String::new()
}
