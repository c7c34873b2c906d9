//! What an editor would query, and why.

use crate::lang::messages::CheckMessages;
use crate::{Annotation, CheckValue};

/// One sentence.
pub fn sentence(_text: &str, _annotation: &Annotation, _value: &CheckValue, _messages: &CheckMessages) -> String {
    String::new()
}
