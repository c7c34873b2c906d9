use crate::lang::speech::SpeechWords;

pub const WORDS: SpeechWords = SpeechWords {};
