//! What the detector of short forms asks of a language.

/// Keys are in lower case; lists that are searched are sorted.
pub struct AbbreviationWords {
    /// Short forms written in capitals, with their usual expansion.
    pub initialisms: &'static [(&'static str, &'static str)],
    /// Clipped words and blends, written in any case, with their usual expansion.
    pub clipped: &'static [(&'static str, &'static str)],
    /// Long forms whose initials are not those of the short form: it comes from another language.
    pub translations: &'static [(&'static str, &'static [&'static str])],
    /// Small words that a short form passes over.
    pub small_words: &'static [&'static str],
    /// First words of names of bodies.
    pub heads: &'static [&'static str],
    /// What may stand between a long form and its short form.
    pub joiners: &'static [&'static [&'static str]],
    /// What may stand before the short form in its brackets.
    pub lead_ins: &'static [&'static [&'static str]],
    /// Words in brackets that are no short forms.
    pub no_short_forms: &'static [&'static str],
    /// Words after which capitals are somebody's initials.
    pub initials_cues: &'static [&'static str],
}

impl AbbreviationWords {
    /// No words.
    pub const EMPTY: Self = Self {
        initialisms: &[],
        clipped: &[],
        translations: &[],
        small_words: &[],
        heads: &[],
        joiners: &[],
        lead_ins: &[],
        no_short_forms: &[],
        initials_cues: &[],
    };
}

/// Words that English names of bodies hold, in any language's news; sorted.
pub const ENGLISH_HEADS: &[&str] = &["academy", "act", "administration", "agency", "airport", "alliance", "army", "assembly", "association", "authority", "bank", "board", "brigade", "brigades", "bureau", "center", "centre", "chamber", "club", "coalition", "college", "commission", "committee", "company", "confederation", "conference", "congress", "convention", "corporation", "corps", "council", "court", "democrats", "department", "directorate", "exchange", "federation", "force", "forces", "foundation", "front", "fund", "greens", "group", "guard", "guards", "hospital", "initiative", "institute", "institution", "league", "liberals", "militia", "ministry", "mission", "movement", "network", "office", "organisation", "organization", "organizations", "parliament", "party", "police", "program", "programme", "republicans", "school", "service", "services", "socialists", "society", "system", "treaty", "union", "university"];

/// Short forms that the whole world's news uses, in capitals; own list.
pub const WORLD: &[(&str, &str)] = &[
    ("abc", "Australian Broadcasting Corporation"),
    ("adb", "Asian Development Bank"),
    ("afc", "Asian Football Confederation"),
    ("afp", "Agence France-Presse"),
    ("ai", "artificial intelligence"),
    ("aids", "acquired immunodeficiency syndrome"),
    ("aiib", "Asian Infrastructure Investment Bank"),
    ("anc", "African National Congress"),
    ("ap", "Associated Press"),
    ("apec", "Asia-Pacific Economic Cooperation"),
    ("asean", "Association of Southeast Asian Nations"),
    ("atm", "automated teller machine"),
    ("bbc", "British Broadcasting Corporation"),
    ("bjp", "Bharatiya Janata Party"),
    ("brics", "Brazil, Russia, India, China and South Africa"),
    ("cbs", "Columbia Broadcasting System"),
    ("cctv", "closed-circuit television"),
    ("cdc", "Centers for Disease Control and Prevention"),
    ("ceo", "chief executive officer"),
    ("cfo", "chief financial officer"),
    ("cia", "Central Intelligence Agency"),
    ("cnn", "Cable News Network"),
    ("coo", "chief operating officer"),
    ("cpo", "crude palm oil"),
    ("csis", "Centre for Strategic and International Studies"),
    ("dna", "deoxyribonucleic acid"),
    ("e.u.", "European Union"),
    ("ecb", "European Central Bank"),
    ("epa", "Environmental Protection Agency"),
    ("esg", "environmental, social and governance"),
    ("eu", "European Union"),
    ("ev", "electric vehicle"),
    ("fao", "Food and Agriculture Organization"),
    ("fbi", "Federal Bureau of Investigation"),
    ("fda", "Food and Drug Administration"),
    ("fdi", "foreign direct investment"),
    ("fifa", "Fédération Internationale de Football Association"),
    ("g20", "Group of Twenty"),
    ("g7", "Group of Seven"),
    ("gdp", "gross domestic product"),
    ("gps", "Global Positioning System"),
    ("hiv", "human immunodeficiency virus"),
    ("hrw", "Human Rights Watch"),
    ("iaea", "International Atomic Energy Agency"),
    ("icbm", "intercontinental ballistic missile"),
    ("icc", "International Criminal Court"),
    ("icj", "International Court of Justice"),
    ("icrc", "International Committee of the Red Cross"),
    ("idf", "Israel Defense Forces"),
    ("iea", "International Energy Agency"),
    ("ilo", "International Labour Organization"),
    ("imf", "International Monetary Fund"),
    ("interpol", "International Criminal Police Organization"),
    ("ioc", "International Olympic Committee"),
    ("iom", "International Organization for Migration"),
    ("ipcc", "Intergovernmental Panel on Climate Change"),
    ("ipo", "initial public offering"),
    ("irgc", "Islamic Revolutionary Guard Corps"),
    ("isis", "Islamic State of Iraq and Syria"),
    ("iso", "International Organization for Standardization"),
    ("it", "information technology"),
    ("jica", "Japan International Cooperation Agency"),
    ("kcna", "Korean Central News Agency"),
    ("lgbt", "lesbian, gay, bisexual and transgender"),
    ("lng", "liquefied natural gas"),
    ("lpg", "liquefied petroleum gas"),
    ("lrt", "Light Rail Transit"),
    ("mri", "magnetic resonance imaging"),
    ("mrt", "Mass Rapid Transit"),
    ("mvp", "most valuable player"),
    ("nasa", "National Aeronautics and Space Administration"),
    ("nato", "North Atlantic Treaty Organization"),
    ("nba", "National Basketball Association"),
    ("nbc", "National Broadcasting Company"),
    ("nfl", "National Football League"),
    ("ngo", "non-governmental organization"),
    ("npr", "National Public Radio"),
    ("nypd", "New York Police Department"),
    ("oecd", "Organisation for Economic Co-operation and Development"),
    ("opec", "Organization of the Petroleum Exporting Countries"),
    ("plo", "Palestine Liberation Organization"),
    ("psg", "Paris Saint-Germain"),
    ("ptsd", "post-traumatic stress disorder"),
    ("r&d", "research and development"),
    ("rfid", "radio-frequency identification"),
    ("rna", "ribonucleic acid"),
    ("rnz", "Radio New Zealand"),
    ("sec", "Securities and Exchange Commission"),
    ("sim", "subscriber identity module"),
    ("sms", "short message service"),
    ("spa", "Saudi Press Agency"),
    ("stem", "science, technology, engineering and mathematics"),
    ("suv", "sport utility vehicle"),
    ("tv", "television"),
    ("u.k.", "United Kingdom"),
    ("u.n.", "United Nations"),
    ("u.s.", "United States"),
    ("uae", "United Arab Emirates"),
    ("uefa", "Union of European Football Associations"),
    ("uk", "United Kingdom"),
    ("un", "United Nations"),
    ("undp", "United Nations Development Programme"),
    ("unesco", "United Nations Educational, Scientific and Cultural Organization"),
    ("unhcr", "United Nations High Commissioner for Refugees"),
    ("unicef", "United Nations Children's Fund"),
    ("unrwa", "United Nations Relief and Works Agency for Palestine Refugees"),
    ("usaid", "United States Agency for International Development"),
    ("usb", "Universal Serial Bus"),
    ("var", "video assistant referee"),
    ("vr", "virtual reality"),
    ("wfp", "World Food Programme"),
    ("who", "World Health Organization"),
    ("wti", "West Texas Intermediate"),
    ("wto", "World Trade Organization"),
    ("wwf", "World Wide Fund for Nature"),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::LanguageId;

    #[test]
    fn lists_that_are_searched_are_sorted() {
        assert!(WORLD.is_sorted() && ENGLISH_HEADS.is_sorted());
        for language in LanguageId::KNOWN {
            let words = &language.tables().abbreviations;
            for table in [words.initialisms, words.clipped] {
                assert!(table.is_sorted_by(|(a, _), (b, _)| a < b), "{language:?}");
            }
            assert!(words.translations.is_sorted(), "{language:?}");
            for list in [words.small_words, words.heads, words.no_short_forms, words.initials_cues] {
                assert!(list.is_sorted(), "{language:?} {:?}", list.first());
            }
        }
    }
}
