use crate::lang::roles::RoleWords;

pub const WORDS: RoleWords = RoleWords {};
