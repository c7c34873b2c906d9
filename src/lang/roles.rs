//! What the detector of roles asks of a language.

/// Words of roles, sorted and in lower case.
pub struct RoleWords {
    /// Each word with what it may be in a role; see [`kind`].
    pub words: &'static [(&'static str, u16)],
    /// True where a role begins with its noun ("ketua partai"), false where it ends with it ("party chairman").
    pub role_first: bool,
}

/// What a word may be in or around a role.
pub mod kind {
    /// The noun that makes it a role: "ketua", "chairman".
    pub const HEAD: u16 = 1;
    /// A head that may be followed by the person it belongs to: "istri (Budi)".
    pub const RELATION: u16 = 1 << 1;
    /// Stands beside a head: "mantan", "former".
    pub const QUALIFIER: u16 = 1 << 2;
    /// A form of address or a rank, directly before the name: "Pak", "Kombes", "Mr".
    pub const HONORIFIC: u16 = 1 << 3;
    /// Follows a rank: "Pol", "retd".
    pub const TAIL: u16 = 1 << 4;
    /// May stand between role and name: "berinisial", "surnamed".
    pub const GAP: u16 = 1 << 5;
    /// Opens a role and is no part of it: "seorang", "the".
    pub const LEAD: u16 = 1 << 6;
    /// May stand between a name and the role after it: "selaku", "a".
    pub const INTRO: u16 = 1 << 7;
    /// A small word that may stand inside a role: "pada", "of".
    pub const INSIDE: u16 = 1 << 8;
    /// Joins two people with their roles: "dan", "and".
    pub const AND: u16 = 1 << 9;
    /// Never part of a role.
    pub const STOP: u16 = 1 << 10;
}

impl RoleWords {
    /// No words.
    pub const EMPTY: Self = Self { words: &[], role_first: true };
}

#[cfg(test)]
mod tests {
    use crate::lang::LanguageId;

    #[test]
    fn tables_are_sorted() {
        for language in LanguageId::KNOWN {
            assert!(language.tables().roles.words.is_sorted_by(|a, b| a.0 < b.0), "{}", language.tag());
        }
    }
}
