//! What the detector of names asks of a language.

/// The tables; all sorted, all in lower case.
pub struct NameWords {
    /// Words that stand before a person's name.
    pub titles: &'static [&'static str],
    /// First words of organizations' names.
    pub organization_heads: &'static [&'static str],
    /// Last words of organizations' names.
    pub organization_tails: &'static [&'static str],
    /// First words of places' names.
    pub place_heads: &'static [&'static str],
    /// Last words of places' names.
    pub place_tails: &'static [&'static str],
    /// First words of events' names.
    pub event_heads: &'static [&'static str],
    /// Last words of events' names.
    pub event_tails: &'static [&'static str],
    /// First words of works' names.
    pub work_heads: &'static [&'static str],
    /// Last words of works' names.
    pub work_tails: &'static [&'static str],
    /// Well-known places, tokens joined by spaces.
    pub places: &'static [&'static str],
    /// Well-known organizations, tokens joined by spaces.
    pub organizations: &'static [&'static str],
    /// Nationalities, faiths, peoples, political groups.
    pub groups: &'static [&'static str],
    /// Words in lower case that a name may hold inside.
    pub connectors: &'static [&'static str],
    /// Words in lower case that belong to a person's name.
    pub particles: &'static [&'static str],
    /// Words before a place.
    pub locatives: &'static [&'static str],
    /// Words whose capital says nothing at the start of a sentence.
    pub ordinary: &'static [&'static str],
    /// Short forms of common nouns, which name nothing.
    pub ordinary_short_forms: &'static [&'static str],
    /// First words of laws and decrees that have numbers.
    pub law_heads: &'static [&'static str],
    /// Words before a law's number.
    pub law_numbers: &'static [&'static str],
    /// Words before a law's year.
    pub law_years: &'static [&'static str],
    /// Words before a law's title.
    pub law_subjects: &'static [&'static str],
    /// Words in lower case that stand in a law's title.
    pub law_inner: &'static [&'static str],
    /// Words before the initials of people who are not named ("berinisial").
    pub initials: &'static [&'static str],
    /// Titles that never belong to a person's name.
    pub honorifics: &'static [&'static str],
    /// First words that only organizations' names have.
    pub sure_organization_heads: &'static [&'static str],
    /// Last words that only organizations' names have.
    pub sure_organization_tails: &'static [&'static str],
    /// What stands before an event's title in quotation marks.
    pub event_nouns: &'static [&'static str],
    /// What stands before a work's title in quotation marks.
    pub work_nouns: &'static [&'static str],
    /// Words between such a noun and the title: "called".
    pub titled: &'static [&'static str],
    /// Words before a motto in quotation marks, which names nothing.
    pub themed: &'static [&'static str],
    /// Words before the name of a programme written without capitals.
    pub programmes: &'static [&'static str],
    /// First words of laws that go by a name ("UU Cipta Kerja").
    pub bare_laws: &'static [&'static str],
    /// Laws that are one word.
    pub law_codes: &'static [&'static str],
    /// What a hyphen joins to any name.
    pub clitics: &'static [&'static str],
    /// Words that speak of a person: ", seorang guru".
    pub personal: &'static [&'static str],
    /// Common words that begin news and are taken for names.
    pub beginners: &'static [&'static str],
    /// Short names of offices that the name of their town, or of the office above them, completes.
    pub local_bodies: &'static [&'static str],
    /// Small words that open the name of an event.
    pub event_openers: &'static [&'static str],
    /// Small words behind the name of a place that belong to it.
    pub place_closers: &'static [&'static str],
    /// Small nouns of offices and people: a word before one of them is said of it.
    pub body_nouns: &'static [&'static str],
    /// Last words that only companies' names have, whatever the language: "GmbH".
    pub company_marks: &'static [&'static str],
    /// Titles and forms of address that no name keeps before it, beside `honorifics`.
    pub styles: &'static [&'static str],
    /// First words of bodies: what begins with one is no person and no place.
    pub body_heads: &'static [&'static str],
    /// Last words of bodies: what ends with one is no person and no place.
    pub body_tails: &'static [&'static str],
    /// News agencies whose name is also a word or a place.
    pub agencies: &'static [&'static str],
    /// Faiths whose branch stands behind them.
    pub faiths: &'static [&'static str],
    /// Branches of faiths, which stand behind them.
    pub branches: &'static [&'static str],
    /// First parts of people's names that are no title: a person behind one begins with it ("Sri Mulyani").
    pub given_names: &'static [&'static str],
    /// First words of buildings, which go by a name of their own before that of who sits in them.
    pub buildings: &'static [&'static str],
    /// Short forms that say what kind of body or person is named.
    pub kinds: &'static [&'static str],
    /// What stands before the title of a meeting, beside `event_nouns`.
    pub sessions: &'static [&'static str],
    /// Small words for those who lead a body, between its name and theirs ("... chair Ana Lund").
    pub officers: &'static [&'static str],
}

impl NameWords {
    /// No words.
    pub const EMPTY: Self = Self {
        titles: &[],
        organization_heads: &[],
        organization_tails: &[],
        place_heads: &[],
        place_tails: &[],
        event_heads: &[],
        event_tails: &[],
        work_heads: &[],
        work_tails: &[],
        places: &[],
        organizations: &[],
        groups: &[],
        connectors: &[],
        particles: &[],
        locatives: &[],
        ordinary: &[],
        ordinary_short_forms: &[],
        law_heads: &[],
        law_numbers: &[],
        law_years: &[],
        law_subjects: &[],
        law_inner: &[],
        initials: &[],
        honorifics: &[],
        sure_organization_heads: &[],
        sure_organization_tails: &[],
        event_nouns: &[],
        work_nouns: &[],
        titled: &[],
        themed: &[],
        programmes: &[],
        bare_laws: &[],
        law_codes: &[],
        clitics: &[],
        personal: &[],
        beginners: &[],
        local_bodies: &[],
        event_openers: &[],
        place_closers: &[],
        body_nouns: &[],
        company_marks: &[],
        styles: &[],
        body_heads: &[],
        body_tails: &[],
        agencies: &[],
        faiths: &[],
        branches: &[],
        given_names: &[],
        buildings: &[],
        kinds: &[],
        sessions: &[],
        officers: &[],
    };
}

#[cfg(test)]
mod tests {
    use crate::lang::LanguageId;

    #[test]
    fn tables_are_sorted() {
        for language in LanguageId::KNOWN {
            let words = &language.tables().names;
            let tables = [
                words.titles,
                words.organization_heads,
                words.organization_tails,
                words.place_heads,
                words.place_tails,
                words.event_heads,
                words.event_tails,
                words.work_heads,
                words.work_tails,
                words.places,
                words.organizations,
                words.groups,
                words.connectors,
                words.particles,
                words.locatives,
                words.ordinary,
                words.ordinary_short_forms,
                words.law_heads,
                words.law_numbers,
                words.law_years,
                words.law_subjects,
                words.law_inner,
                words.initials,
                words.honorifics,
                words.sure_organization_heads,
                words.sure_organization_tails,
                words.event_nouns,
                words.work_nouns,
                words.titled,
                words.themed,
                words.programmes,
                words.bare_laws,
                words.law_codes,
                words.clitics,
                words.personal,
                words.beginners,
                words.local_bodies,
                words.event_openers,
                words.place_closers,
                words.body_nouns,
                words.company_marks,
                words.styles,
                words.body_heads,
                words.body_tails,
                words.agencies,
                words.faiths,
                words.branches,
                words.given_names,
                words.buildings,
                words.kinds,
                words.sessions,
                words.officers,
            ];
            for table in tables {
                assert!(table.is_sorted_by(|a, b| a < b), "{}: {:?}", language.tag(), table.iter().take(3).collect::<Vec<_>>());
            }
        }
    }
}
