use crate::lang::time::TimeWords;

pub const WORDS: TimeWords = TimeWords {};
