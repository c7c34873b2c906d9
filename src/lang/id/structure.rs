use crate::lang::structure::StructureWords;

pub const WORDS: StructureWords = StructureWords {};
