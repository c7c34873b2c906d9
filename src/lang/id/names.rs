use crate::lang::names::NameWords;

pub const WORDS: NameWords = NameWords {};
