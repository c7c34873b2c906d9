use crate::lang::messages::{CheckMessages, Messages, TimeMessages};

pub const MESSAGES: Messages = Messages { time: TimeMessages {}, checks: CheckMessages {} };
