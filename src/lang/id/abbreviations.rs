use crate::lang::abbreviations::AbbreviationWords;

pub const WORDS: AbbreviationWords = AbbreviationWords {};
