use crate::lang::numbers::NumberWords;

pub const WORDS: NumberWords = NumberWords {};
