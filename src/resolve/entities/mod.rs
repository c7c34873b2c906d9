//! Groups the names of one thing under one entity.
//!
//! Names are compared by form, once for each distinct form: forms that only differ in case or marks are one, short forms are
//! spelt out, and what is left is joined by rules for people and for things. Only a person's short name that fits several
//! people is settled mention by mention.

mod beside;
mod doubt;
mod forms;
mod people;
pub(super) mod spelling;
mod things;

use super::{Draft, Named};
use crate::{Span, Value};
use forms::{Forms, agreed_label};
use rustc_hash::FxHashMap;

/// Groups the names of one thing under one entity.
pub fn group(draft: &mut Draft) {
    let mut forms = Forms::read(draft);
    beside::join(&mut forms, draft);
    things::join(&mut forms, draft);
    let choices: FxHashMap<usize, usize> = people::join(&mut forms, draft).into_iter().collect();
    let mut members: FxHashMap<usize, usize> = FxHashMap::default();
    let mut mentions: Vec<Vec<usize>> = Vec::new();
    for mention in 0..draft.names.len() {
        let form = choices.get(&mention).copied().unwrap_or(forms.of_mention[mention]);
        let entity = *members.entry(forms.root(form)).or_insert_with(|| {
            mentions.push(Vec::new());
            mentions.len() - 1
        });
        mentions[entity].push(mention);
        draft.names[mention].entity = Some(entity);
    }
    draft.entities = mentions.iter().map(|mentions| named(draft, mentions)).collect();
    tell_abbreviations(draft);
    for name in &mut draft.names {
        name.label = name.entity.and_then(|entity| draft.entities.get(entity)).map_or(name.label, |entity| entity.label);
    }
}

/// A short form stands for the name it is, or for the one that its long form is.
fn tell_abbreviations(draft: &mut Draft) {
    let names = &draft.names;
    let entity_at = |span: Span, is_it: &dyn Fn(Span) -> bool| {
        let i = names.partition_point(|name| name.span.end <= span.start);
        names.get(i).filter(|name| is_it(name.span)).and_then(|name| name.entity)
    };
    for short in &mut draft.abbreviations {
        let Value::Abbreviation(value) = &short.value else { continue };
        let of_short = entity_at(value.short, &|name| name == value.short);
        let of_long = || {
            let long = value.long?;
            entity_at(long, &|name| name.start == long.start || name.end == long.end)
        };
        short.entity = of_short.or_else(of_long);
    }
}

/// The fullest form names the entity: most words, not all in capitals, used most. Its mentions agree on its label.
fn named(draft: &Draft, mentions: &[usize]) -> Named {
    let text = draft.document.text;
    let mut counts: FxHashMap<&str, usize> = FxHashMap::default();
    for &mention in mentions {
        *counts.entry(draft.names[mention].span.of(text)).or_default() += 1;
    }
    let rank = |mention: usize| {
        let name = draft.names[mention].span.of(text);
        let n_words = draft.document.tokens_in(draft.names[mention].span).len();
        let shouts = name.chars().any(char::is_lowercase);
        (n_words, shouts, counts.get(name).copied(), std::cmp::Reverse(mention))
    };
    let best = mentions.iter().copied().max_by_key(|&mention| rank(mention));
    match (best, agreed_label(draft, mentions)) {
        (Some(best), Some(label)) => Named { name: draft.names[best].span.of(text).to_string(), label },
        _ => Named { name: String::new(), label: crate::Label::Person },
    }
}

#[cfg(test)]
mod tests {
    // Names stand in braces with the letter of their label and the number of their entity.
    use super::Draft;
    use crate::lang::LanguageId;
    use crate::segment::Document;
    use crate::{Annotation, Label, Span, Value, detect};
    use rustc_hash::FxHashMap;

    const INDONESIAN: &[&str] = &[
        // A first name, a last name, a name in the middle, before the full name and after it.
        "{p1 Bagas}: harga turun. {p1 Bagas Wirayuda} hadir. {p2 Ratna Kumala Dewi} juga. {p2 Kumala} dan {p1 Wirayuda} pulang.",
        "{p1 Sri Lestari Handayani} hadir. {p1 Sri Lestari} senang. {p1 Lestari} pulang.",
        "{p1 M. Arif Nugroho} hadir. {p1 Arif} pulang. {p1 ARIF NUGROHO} lagi.",
        // The beginnings of both names, the initials of all.
        "{p1 Joko Widodo} atau {p1 Jokowi} hadir. {p2 Zulkifli Hasan} diam. {p2 Zulhas} pulang. {p3 Jokodi} tidur.",
        "{p1 Agus Harimurti Yudhoyono} hadir. {p1 AHY} pulang. {p2 AHM} tidur.",
        // Two people share a name: the one named last, as long as it is the first name that they share.
        "{p1 Agus Salim} hadir. {p1 Agus} bicara. {p2 Agus Wijaya} datang. {p2 Agus} bicara. {p1 Agus Salim} diam. {p1 Salim} pulang.",
        "{p1 Rudi Hartono} dan istrinya, {p2 Siti Hartono}, hadir. Pak {p1 Hartono} bicara. {p1 Hartono} pulang.",
        "Pak {p1 Dimas Suryo} dan Bu {p2 Laras Suryo} hadir. Kata Bu {p2 Suryo}, hujan. Kata Pak {p1 Suryo}, panas.",
        // Spellings of one name, and names that only look alike.
        "{p1 Okta Prasetyo Aji} hadir. {p1 Okta Prastyo} pulang.",
        "{p1 Kim Jong-un} hadir. {p1 Kim Jong-Un} pulang. {p1 Kim} tidur.",
        "{p1 Umar al-Farouk} hadir. {p1 Al-Farouk} pulang.",
        "{p1 Andi Rahman} hadir. {p2 Andi Rahmat} pulang. {p3 Indra Putra} dan {p4 Indri Putra} tidur.",
        "{p1 Joko Susilo} ({p1 Jokosus}) hadir. {p2 Wahyu Adi} alias {p2 Si Kancil} pulang. {p2 Si Kancil} tidur.",
        "{p1 Budi} dan {p2 Wati} hadir. {o3 Budi Utomo} berdiri.",
        // Legal forms, states, places behind; parts and daughters are others.
        "{o1 PT Maju Jaya Tbk} untung. {o1 Maju Jaya} rugi. {o1 PT Maju Jaya (Persero)} untung.",
        "{o1 KPU RI} rapat. {o1 KPU} memutuskan.",
        "{o1 Polda} bekerja. {o1 Polda Jateng} di {l2 Jateng} bekerja.",
        "{o1 Pertamina} untung. {o2 Pertamina Hulu Energi} rugi. {o3 Komisi III DPR} rapat dengan {o4 DPR}.",
        "{o1 Bank Rakyat Nusa} untung. {o2 Bank Nusa} rugi.",
        "{o1 Persibo Bandung} menang. {o1 Persibo} kalah. {o2 Lestari Group} untung. {o2 Lestari} rugi.",
        "{o1 Lestari} untung. {o2 Lestari Energi} rugi. {o3 Komisi Jaya Makmur} rapat. {o4 Komisi} rapat.",
        "{w1 KM Bahari Jaya} karam. {w1 Bahari Jaya} terbakar.",
        "{o1 Bank Anu} di {l2 Tegal}. {o3 Bank Anu Tegal} dan {o4 Bank Anu Brebes} di {l5 Brebes}.",
        // Places.
        "{l1 JAKARTA} banjir. {l1 Jakarta} kering. {l2 Jakarta Pusat} macet.",
        "{l1 Kabupaten Sleman} panas. {l1 Sleman} hujan.",
        "{l1 Kota Bogor} dan {l2 Kabupaten Bogor} hujan. {l3 Bogor} panas.",
        "{l1 Amerika Serikat} diam. {l1 AS} bicara. {l1 Amerika} pulang. {l2 Saudi} dan {l2 Arab Saudi} hadir.",
        "{l1 Banten} hujan, {l2 Bantan} panas. {l3 Makassar} dan {l3 Makasar} mendung.",
        // Laws and works.
        "{w1 UU Nomor 11 Tahun 2008 tentang Informasi} diubah. {w1 UU Nomor 11 Tahun 2008} berlaku. {w2 UU Nomor 12 Tahun 2008} juga.",
        "{e1 Piala Dunia} dibuka. {e1 Piala Dunia 2026} ditutup. {e2 Piala Asia} ditunda.",
        // One form, one thing, whatever the tagger says of it.
        "{l1 Garuda} terbang. {o1 Garuda} mendarat.",
    ];

    const ENGLISH: &[&str] = &[
        "{p1 Okafor}: prices fell. {p1 Grace Okafor} spoke. {p1 Grace E. Okafor} left. {p1 Grace} slept.",
        "Mr. {p1 Ben Tully} and Mrs. {p2 Mai Tully} met. Mrs. {p2 Tully} spoke. Mr. {p1 Tully} left. {p1 Tully} slept.",
        "{p1 Ronald Vance} and {p2 Melissa Vance} came. {p3 Vance Ferris} left.",
        "{p1 Ali al-Masri} spoke. {p1 Masri} left. {p1 Al-Masri} slept.",
        "{p1 Olena Kovalenko} spoke. {p1 Kovalenkoo} left.",
        "{p1 Hana Lim} ({p1 林花}) spoke. {p1 Lim} left. {p2 Deng Wei}, also known as {p2 Blue}, left.",
        // A company without the word for what it does; its daughter, whose name comes later, is another one.
        "{o1 Acme Holdings Inc.} rose. {o1 Acme Holdings} fell. {o1 Acme} closed.",
        "{o1 Acme} rose. {o2 Acme Energy} fell. {o3 Borealis Fund} rose. {o4 Borealis} fell.",
        "{o1 MRT} stopped. {o2 ABC Media} fell. {o3 ABC} closed.",
        "{o1 Māori Land Council} met. {o1 Maori Land Council} left. {o1 The Council} spoke.",
        "{o1 Electoral Commission} met. {o1 Commission} left.",
        "{o1 Northern Rail Union} met. {o2 Rail Board} left. {o3 Union Bank} closed.",
        "{l1 U.S.} troops. {l1 United States}. {l1 America}. {l1 USA}. {l2 South Korea}, {l3 Korea}.",
        "{l1 U.S.} troops left {l2 U.S. Virgin Islands}. {l1 United States} allies stayed.",
        "{w1 MV Santa Lucia} sank. {w1 Santa Lucia} burned. {w2 Santa} closed.",
        // Of two who may be meant, the one whose name ends so.
        "{p1 Ann Holloway-Price} spoke. {p2 Jane Holloway} left. {p2 Holloway} slept. {p1 Holloway-Price} left.",
        "{l1 Wayanad district} flooded. {l1 Wayanad} dried. {l2 Port Harlow} and {l2 Port Harlwo}.",
        "{l1 York} and {l2 New York}. {l3 Jersey}. {l4 West Virginia} and {l5 Virginia}.",
        "{o1 Reuters} and {p2 Reuter}. {g3 Russian} and {l4 Russia}.",
    ];

    /// The text without braces, its names, and the entity each must have.
    fn parse(case: &str) -> (String, Vec<(Span, Label)>, Vec<&str>) {
        let (mut text, mut names, mut wanted) = (String::new(), Vec::new(), Vec::new());
        let mut rest = case;
        while let Some((before, marked)) = rest.split_once('{') {
            text.push_str(before);
            let (marked, after) = marked.split_once('}').unwrap();
            let (mark, name) = marked.split_once(' ').unwrap();
            let label = match &mark[..1] {
                "p" => Label::Person,
                "o" => Label::Organization,
                "l" => Label::Place,
                "g" => Label::Group,
                "e" => Label::Event,
                _ => Label::Work,
            };
            names.push((Span::new(text.len(), text.len() + name.len()), label));
            wanted.push(&mark[1..]);
            text.push_str(name);
            rest = after;
        }
        (text + rest, names, wanted)
    }

    fn check(case: &str, language: LanguageId) {
        let (text, names, wanted) = parse(case);
        let document = Document::new(&text, Some(language));
        let mut findings = detect::detect(&document, &crate::Models::default(), None);
        let name = |(span, label)| Annotation { span, label, entity: None, value: Value::None, rule: "case", confidence: 1.0 };
        findings.names = names.into_iter().map(name).collect();
        let mut draft = Draft::new(&document, findings, None);
        super::group(&mut draft);
        let mut numbers: FxHashMap<&str, usize> = FxHashMap::default();
        for (name, want) in draft.names.iter().zip(wanted) {
            let entity = name.entity.unwrap();
            let same = *numbers.entry(want).or_insert(entity);
            assert_eq!(entity, same, "{case}\n{:?} joined {:?}", name.span.of(&text), draft.entities[entity].name);
        }
        assert_eq!(numbers.len(), draft.entities.len(), "{case}\n{:?}", draft.entities);
    }

    #[test]
    fn names_of_one_thing_share_an_entity() {
        INDONESIAN.iter().for_each(|case| check(case, LanguageId::Indonesian));
        ENGLISH.iter().for_each(|case| check(case, LanguageId::English));
    }

    #[test]
    fn the_fullest_form_names_the_entity() {
        let cases = [
            ("{p1 Kim} hadir. {p1 KIM JONG-UN} pulang. {p1 Kim Jong-un} tidur.", "Kim Jong-un"),
            ("{l1 AS} dan {l1 Amerika Serikat} hadir.", "Amerika Serikat"),
        ];
        for (case, want) in cases {
            let (text, names, _) = parse(case);
            let document = Document::new(&text, Some(LanguageId::Indonesian));
            let mut findings = detect::detect(&document, &crate::Models::default(), None);
            let name =
                |(span, label)| Annotation { span, label, entity: None, value: Value::None, rule: "case", confidence: 1.0 };
            findings.names = names.into_iter().map(name).collect();
            let mut draft = Draft::new(&document, findings, None);
            super::group(&mut draft);
            assert_eq!(draft.entities[0].name, want);
        }
    }
}
