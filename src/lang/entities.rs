//! What the grouping of names asks of a language.

/// The tables; lists of words are sorted and in lower case, without points.
pub struct EntityWords {
    /// Legal forms and articles, which tell no two names apart: "PT", "Tbk", "Inc", "the".
    pub legal_forms: &'static [&'static str],
    /// Words before the name of a ship, which it is mostly named without: "KM", "MV".
    pub ship_words: &'static [&'static str],
    /// Words at the end of a company's or a club's name that it is often named without: "Group", "FC", "Technologies".
    pub company_tails: &'static [&'static str],
    /// Words that a place's name may do without, before or after it: "Kabupaten", "Province".
    pub place_words: &'static [&'static str],
    /// Words that make another place of a place's name: "Barat", "South".
    pub directions: &'static [&'static str],
    /// Words after an organization's name that only say of which state it is: "RI".
    pub state_words: &'static [&'static str],
    /// Another name of a country or the like, and the name under which both are grouped.
    pub other_names: &'static [(&'static str, &'static str)],
    /// True where the head of a name stands last, so that "the Commission" may stand for "Electoral Commission".
    pub heads_last: bool,
    /// Titles of women.
    pub titles_of_women: &'static [&'static str],
    /// Titles of men.
    pub titles_of_men: &'static [&'static str],
    /// Articles that make a description of the noun after them: "the (minister)".
    pub articles: &'static [&'static str],
    /// Words that make one of the noun before them: "(menteri) itu".
    pub demonstratives: &'static [&'static str],
    /// Nouns for a company of any name.
    pub companies: &'static [&'static str],
    /// Words between two names of one person or thing: "alias", "also known as".
    pub also_known_as: &'static [&'static [&'static str]],
}

impl EntityWords {
    /// No words.
    pub const EMPTY: Self = Self {
        legal_forms: &[],
        ship_words: &[],
        company_tails: &[],
        place_words: &[],
        directions: &[],
        state_words: &[],
        other_names: &[],
        heads_last: false,
        titles_of_women: &[],
        titles_of_men: &[],
        articles: &[],
        demonstratives: &[],
        companies: &[],
        also_known_as: &[],
    };
}

#[cfg(test)]
mod tests {
    use crate::lang::LanguageId;

    #[test]
    fn tables_are_sorted() {
        for language in LanguageId::KNOWN {
            let words = &language.tables().entities;
            let lists = [
                words.legal_forms,
                words.ship_words,
                words.company_tails,
                words.place_words,
                words.directions,
                words.state_words,
                words.titles_of_women,
                words.titles_of_men,
                words.companies,
            ];
            for list in lists {
                assert!(list.is_sorted_by(|a, b| a < b), "{}: {list:?}", language.tag());
            }
            assert!(words.other_names.is_sorted_by(|a, b| a.0 < b.0), "{}", language.tag());
        }
    }
}
