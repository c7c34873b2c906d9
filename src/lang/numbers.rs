//! What the detector of numbers asks of a language.

use crate::Modifier;

/// Lists of single words are sorted; phrases are lists of lower-case tokens, the longest of those that share a beginning first.
pub struct NumberWords {
    /// The mark before the fraction: `,` or `.`; the other one groups thousands.
    pub decimal: char,
    /// Words that make up numbers.
    pub parts: &'static [(&'static str, Part)],
    /// Endings that are no part of a number word: "pertama|nya".
    pub endings: &'static [&'static str],
    /// What stands behind "380-" to say "about".
    pub about_suffix: &'static str,
    /// Short scale words behind digits.
    pub short_scales: &'static [(&'static str, ShortScale)],
    /// Currencies named behind the number.
    pub currencies: &'static [(&'static [&'static str], Currency)],
    /// Currencies that are also weights: money where a scale, an exchange rate or a sum in brackets says so.
    pub weighed_currencies: &'static [(&'static str, &'static str)],
    /// "per cent" and its like, also for percentage points.
    pub percents: &'static [&'static [&'static str]],
    /// What joins the two ends of a range, besides the dash.
    pub range_words: &'static [&'static str],
    /// "more than" and its like before the number.
    pub modifiers_before: &'static [(&'static [&'static str], Modifier)],
    /// The same behind it.
    pub modifiers_after: &'static [(&'static [&'static str], Modifier)],
    /// Words before a number that make it a code: articles of laws, house numbers.
    pub code_words: &'static [&'static str],
    /// Words that join numbers: "Pasal 310 dan 311".
    pub joiners: &'static [&'static str],
    /// Phrases in which a number word is no number, and which of their words that is.
    pub idioms: &'static [(&'static [&'static str], usize)],
    /// Number words that alone stand for a noun ("one").
    pub pronouns: &'static [&'static str],
    /// Where the noun stands among its modifiers.
    pub noun: NounOrder,
    /// Words that are never what is counted.
    pub no_nouns: &'static [&'static str],
    /// Of those, what may stand between a number and its noun: "two other men".
    pub passed_words: &'static [&'static str],
    /// Beginnings of verbs.
    pub verb_beginnings: &'static [&'static str],
    /// Endings of verbs and adverbs.
    pub verb_endings: &'static [&'static str],
    /// Nouns that look like verbs; plurals that do not look like plurals.
    pub nouns: &'static [&'static str],
    /// Nouns of two words.
    pub compounds: &'static [(&'static str, &'static str)],
    /// Counters that take a noun behind them.
    pub classifiers: &'static [&'static str],
    /// Units, which count even what looks like a year.
    pub units: &'static [&'static str],
    /// Units of time: those numbers are time expressions.
    pub time_units: &'static [&'static str],
    /// The unit of ages.
    pub age_units: &'static [&'static str],
    /// Words before an age.
    pub age_before: &'static [&'static str],
    /// Words behind an age.
    pub age_after: &'static [&'static [&'static str]],
    /// People whose age may follow them bare: "bocah 8 tahun".
    pub aged_people: &'static [&'static str],
    /// What makes years behind a person a span of time and no age: "vonis pria 5 tahun penjara".
    pub no_age_before: &'static [&'static str],
    /// Words before the strength of an earthquake, which counts nothing: "M 5,4", "magnitude 6.3 earthquake".
    pub magnitudes: &'static [&'static str],
    /// Words before a share that stands without its whole: "rose by a third".
    pub share_leads: &'static [&'static str],
    /// What stands glued behind a figure to make it an ordinal.
    pub ordinal_endings: &'static [&'static str],
    /// What stands before "-79" to make it an ordinal.
    pub ordinal_beginning: &'static str,
    /// Nouns that an ordinal behind them ranks.
    pub ranked_nouns: &'static [&'static str],
    /// What an ordinal before it ranks: "untuk kedua kalinya".
    pub ranked_behind: &'static [&'static str],
    /// Endings of peoples and parties, which keep their capital when they are counted.
    pub people_endings: &'static [&'static str],
    /// Ordinals that may also mean "both", "all three": these need a noun before them.
    pub ordinals_follow: bool,
}

/// What a number word contributes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Below 100.
    Small(u8),
    /// Adds ten to the digit before it ("belas").
    Teen,
    /// Takes the digit before it times ten ("puluh").
    Ten,
    /// Takes what is before it times a hundred.
    Hundred,
    /// A hundred by itself ("seratus").
    OneHundred,
    /// Takes what is before it times ten to this power.
    Scale(u8),
    /// Ten to this power by itself ("seribu").
    OneScale(u8),
    /// Takes what is before it times twelve.
    Dozen,
    /// "a", "an": one, before a hundred, a scale or a dozen.
    Article,
    /// "and" inside a number.
    And,
    /// About ten to this power ("puluhan", "thousands").
    Vague(u8),
    /// A fraction by itself, in hundredths ("seperempat").
    Fraction(u8, u8),
    /// The lower half of a fraction ("perempat", "thirds").
    Denominator(u8),
    /// The same where one such part is meant ("quarter").
    OneDenominator(u8),
    /// "of" in "tens of thousands".
    Of,
    /// A place in an order.
    Ordinal(u8),
    /// "minus"
    Minus,
}

/// A short scale word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ShortScale {
    /// Ten to this power.
    pub exponent: u8,
    /// Only for money: "5m" may be metres.
    pub only_money: bool,
}

/// A currency by its ISO 4217 code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Currency {
    /// The unit itself.
    Major(&'static str),
    /// A hundredth of it; empty where the text must say of what ("sen", "cents").
    Minor(&'static str),
}

/// Where the counted noun stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NounOrder {
    /// Directly behind the number: "tiga rumah besar".
    First,
    /// Behind its modifiers: "three big houses".
    Last,
}

/// Signs and codes before a figure, in any language: lower case.
pub const CURRENCY_SIGNS: &[(&str, &str)] = &[
    ("$", "USD"),
    ("aud", "AUD"),
    ("cny", "CNY"),
    ("eur", "EUR"),
    ("gbp", "GBP"),
    ("hkd", "HKD"),
    ("idr", "IDR"),
    ("inr", "INR"),
    ("jpy", "JPY"),
    ("ksh", "KES"),
    ("myr", "MYR"),
    ("php", "PHP"),
    ("r", "ZAR"),
    ("rm", "MYR"),
    ("rp", "IDR"),
    ("rs", "INR"),
    ("sgd", "SGD"),
    ("sh", "KES"),
    ("thb", "THB"),
    ("tk", "BDT"),
    ("usd", "USD"),
    ("£", "GBP"),
    ("¥", "JPY"),
    ("฿", "THB"),
    ("₦", "NGN"),
    ("₩", "KRW"),
    ("₫", "VND"),
    ("€", "EUR"),
    ("₱", "PHP"),
    ("₹", "INR"),
    ("₺", "TRY"),
    ("₽", "RUB"),
];

/// Those that are also written with a point.
pub const POINTED_SIGNS: &[&str] = &["rp", "rs", "tk"];

/// Those that are too short to be a currency's with a space behind them.
pub const GLUED_SIGNS: &[&str] = &["r", "sh"];

/// Letters glued before a dollar sign.
pub const DOLLAR_PREFIXES: &[(&str, &str)] = &[
    ("a", "AUD"),
    ("au", "AUD"),
    ("c", "CAD"),
    ("ca", "CAD"),
    ("hk", "HKD"),
    ("nt", "TWD"),
    ("nz", "NZD"),
    ("r", "BRL"),
    ("s", "SGD"),
    ("u.s.", "USD"),
    ("us", "USD"),
];

impl NumberWords {
    /// No words: figures with signs are still read.
    pub const EMPTY: Self = Self {
        decimal: '.',
        parts: &[],
        endings: &[],
        about_suffix: "",
        short_scales: &[],
        currencies: &[],
        weighed_currencies: &[],
        percents: &[&["%"]],
        range_words: &[],
        modifiers_before: &[],
        modifiers_after: &[],
        code_words: &[],
        joiners: &[],
        idioms: &[],
        pronouns: &[],
        noun: NounOrder::First,
        no_nouns: &[],
        passed_words: &[],
        verb_beginnings: &[],
        verb_endings: &[],
        nouns: &[],
        compounds: &[],
        classifiers: &[],
        units: &[],
        time_units: &[],
        age_units: &[],
        age_before: &[],
        age_after: &[],
        aged_people: &[],
        no_age_before: &[],
        magnitudes: &[],
        share_leads: &[],
        ordinal_endings: &[],
        ordinal_beginning: "",
        ranked_nouns: &[],
        ranked_behind: &[],
        people_endings: &[],
        ordinals_follow: false,
    };
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::LanguageId;

    #[test]
    fn lists_that_are_searched_are_sorted() {
        assert!(CURRENCY_SIGNS.is_sorted() && DOLLAR_PREFIXES.is_sorted());
        for language in LanguageId::KNOWN {
            let words = &language.tables().numbers;
            assert!(words.parts.is_sorted_by_key(|(word, _)| word) && words.short_scales.is_sorted_by_key(|(word, _)| word));
            assert!(words.compounds.is_sorted(), "{language:?}");
            for list in [
                words.code_words,
                words.no_nouns,
                words.nouns,
                words.classifiers,
                words.units,
                words.time_units,
                words.ranked_nouns,
            ] {
                assert!(list.is_sorted(), "{language:?} {:?}", list.first());
            }
            assert!(words.age_before.is_sorted() && words.aged_people.is_sorted() && words.age_units.is_sorted(), "{language:?}");
        }
    }

    #[test]
    fn longer_phrases_come_before_those_they_begin_with() {
        for language in LanguageId::KNOWN {
            let words = &language.tables().numbers;
            let currencies: Vec<_> = words.currencies.iter().map(|(phrase, _)| *phrase).collect();
            let behind: Vec<_> = words.modifiers_after.iter().map(|(phrase, _)| *phrase).collect();
            for list in [currencies, behind, words.percents.to_vec(), words.age_after.to_vec()] {
                for (i, phrase) in list.iter().enumerate() {
                    assert!(!list[i + 1..].iter().any(|later| later.starts_with(phrase)), "{language:?} {phrase:?}");
                }
            }
        }
    }
}
