//! Which names of organizations, places, events and works name one thing.

use super::forms::{Form, Forms, Key, Skeleton};
use super::spelling;
use crate::lang::abbreviations::ENGLISH_HEADS;
use crate::resolve::Draft;
use crate::{Label, Span, Value};
use rustc_hash::FxHashMap;

/// No short form is compared with more names than this.
const MOST_COMPARED: usize = 32;

/// Joins the forms of one thing.
pub fn join(forms: &mut Forms, draft: &Draft) {
    join_abbreviations(forms, draft);
    join_numbered(forms);
    join_place_words(forms);
    join_misspelt(forms);
    join_shortened(forms, draft);
}

/// "Korea Utara (Korut)": what the article itself says, also where the two share no word.
fn join_abbreviations(forms: &mut Forms, draft: &Draft) {
    let name_at = |span: Span| {
        let i = draft.names.partition_point(|name| name.span.end <= span.start);
        draft.names.get(i).map(|name| (i, name.span)).filter(|(_, name)| name.overlaps(span))
    };
    for annotation in &draft.abbreviations {
        let Value::Abbreviation(value) = &annotation.value else { continue };
        let Some(long) = value.long else { continue };
        let is_short = |name: Span| name == value.short;
        let is_long = |name: Span| name.start == long.start || name.end == long.end;
        if let (Some((short, a)), Some((long, b))) = (name_at(value.short), name_at(long))
            && is_short(a)
            && is_long(b)
        {
            forms.join(forms.of_mention[short], forms.of_mention[long]);
        }
    }
}

/// "UU Nomor 31 Tahun 1999 tentang …" and "UU 31/1999": the same head and the same first two numbers.
fn join_numbered(forms: &mut Forms) {
    let mut seen: FxHashMap<(Key, Key, Key), usize> = FxHashMap::default();
    for i in 0..forms.list.len() {
        let is_number = |key: &&Key| forms.text(**key).starts_with(|c: char| c.is_ascii_digit());
        let words = &forms.list[i].words;
        let mut numbers = words.iter().filter(is_number);
        if let (Some(&head), Some(&first), Some(&second)) = (words.first(), numbers.next(), numbers.next()) {
            let same = *seen.entry((head, first, second)).or_insert(i);
            forms.join(same, i);
        }
    }
}

/// "Kabupaten Majalengka" and "Majalengka", where no "Kota Majalengka" makes it doubtful.
fn join_place_words(forms: &mut Forms) {
    let mut by_core: FxHashMap<Vec<Key>, Vec<usize>> = FxHashMap::default();
    for (i, form) in forms.list.iter().enumerate().filter(|(_, form)| form.label == Label::Place) {
        let is_place_word = |key: &&Key| forms.table.place_words.binary_search(&forms.text(**key)).is_ok();
        let core: Vec<Key> = form.words.iter().filter(|key| !is_place_word(key)).copied().collect();
        if !core.is_empty() && core.len() < form.words.len() {
            by_core.entry(core).or_default().push(i);
        }
    }
    for i in 0..forms.list.len() {
        let headed = by_core.get(&forms.list[i].words).filter(|_| !forms.is_person(i));
        if let Some(&[headed]) = headed.map(Vec::as_slice) {
            forms.join(headed, i);
        }
    }
}

/// "Abu Dhabi" and "Abu Dhbai": as many words, each the same or one slip apart.
fn join_misspelt(forms: &mut Forms) {
    let mut by_bones: FxHashMap<Vec<Result<Skeleton, Key>>, usize> = FxHashMap::default();
    for i in (0..forms.list.len()).filter(|&i| !forms.is_person(i)).collect::<Vec<_>>() {
        let words = &forms.list[i].words;
        let bones = words.iter().map(|&key| forms.skeleton(key).ok_or(key)).collect();
        let other = *by_bones.entry(bones).or_insert(i);
        let is_slip = |(&a, &b): (&Key, &Key)| {
            let (a, b) = (forms.text(a), forms.text(b));
            a == b || if words.len() > 1 { spelling::is_close(a, b) } else { spelling::is_close_alone(a, b) }
        };
        if other != i && words.iter().zip(&forms.list[other].words).all(is_slip) {
            forms.join(other, i);
        }
    }
}

/// "Kementerian Energi" after "Kementerian Energi Amerika Serikat", "the Church" after "the Catholic Church": a name that is
/// part of one longer name, and of one only.
fn join_shortened(forms: &mut Forms, draft: &Draft) {
    let mut by_word: FxHashMap<Key, Vec<usize>> = FxHashMap::default();
    for (i, form) in forms.list.iter().enumerate().filter(|(i, form)| !forms.is_person(*i) && form.words.len() > 1) {
        let mut ends: Vec<Key> = form.words.first().into_iter().chain(form.words.last()).copied().collect();
        ends.dedup();
        for key in ends {
            by_word.entry(key).or_default().push(i);
        }
    }
    for short in 0..forms.list.len() {
        let Some(&first) = forms.list[short].words.first().filter(|_| !forms.is_person(short)) else { continue };
        let longer = by_word.get(&first).map_or(&[][..], Vec::as_slice);
        let last = forms.list[short].words.last().and_then(|last| by_word.get(last)).map_or(&[][..], Vec::as_slice);
        let candidates = longer.iter().chain(last).copied().take(MOST_COMPARED);
        let fitting: Vec<usize> = candidates.filter(|&long| may_stand_for(forms, draft, short, long)).collect();
        let mut roots: Vec<usize> = fitting.into_iter().map(|long| forms.root(long)).collect();
        roots.sort_unstable();
        roots.dedup();
        if let [root] = roots[..] {
            forms.join(root, short);
        }
    }
}

fn may_stand_for(forms: &Forms, draft: &Draft, short: usize, long: usize) -> bool {
    let (short, long) = (&forms.list[short], &forms.list[long]);
    if short.label != long.label || short.words.len() >= long.words.len() {
        return false;
    }
    match cut(&short.words, &long.words) {
        Some(Cut::Tail(tail)) if short.label == Label::Organization => {
            says_where(forms, tail)
                || is_company_tail(forms, tail) && !is_initials(draft, short) && is_introduced(draft, short, long)
        }
        // What begins with a country's name ("U.S. Virgin Islands") is another place, and no country.
        Some(Cut::Tail(_)) if short.label == Label::Place && is_known_place(forms, &short.words) => false,
        Some(Cut::Tail(tail)) => short.words.len() > 1 && !is_direction(forms, tail),
        Some(Cut::Head(head)) if short.label != Label::Place && !is_direction(forms, head) => {
            forms.table.heads_last || (short.words.len() > 1 && ends_in_english(forms, &short.words))
        }
        // "Bank Indonesia" is another bank than "Bank Rakyat Indonesia".
        Some(Cut::Inside) => short.words.len() > 2,
        _ => false,
    }
}

/// "Gates Foundation": an English name, whose head stands last in any language's news.
fn ends_in_english(forms: &Forms, words: &[Key]) -> bool {
    words.last().is_some_and(|&last| ENGLISH_HEADS.binary_search(&forms.text(last)).is_ok())
}

/// What a shortened name leaves out.
enum Cut<'f> {
    Head(&'f [Key]),
    Tail(&'f [Key]),
    Inside,
}

fn cut<'f>(short: &[Key], long: &'f [Key]) -> Option<Cut<'f>> {
    if let Some(tail) = long.strip_prefix(short) {
        return Some(Cut::Tail(tail));
    }
    if let Some(head) = long.strip_suffix(short) {
        return Some(Cut::Head(head));
    }
    let same_ends = short.first() == long.first() && short.last() == long.last();
    (same_ends && is_within(short, long)).then_some(Cut::Inside)
}

/// True when the words of `short` all stand in `long`, in their order.
fn is_within(short: &[Key], long: &[Key]) -> bool {
    let mut rest = long.iter();
    short.iter().all(|word| rest.any(|other| other == word))
}

fn is_direction(forms: &Forms, words: &[Key]) -> bool {
    words.iter().any(|&key| forms.table.directions.binary_search(&forms.text(key)).is_ok())
}

/// An organization stays what it was with its place or state behind it ("KPU RI", "Polda Jateng"); other words make a part
/// or a daughter of it.
fn says_where(forms: &Forms, tail: &[Key]) -> bool {
    let is_state = |&key: &Key| forms.table.state_words.binary_search(&forms.text(key)).is_ok();
    let is_place = || forms.with_words(tail).is_some_and(|form| forms.list[form].label == Label::Place);
    tail.iter().all(is_state) || is_place() || is_known_place(forms, tail) || forms.other_name(tail).is_some()
}

/// "Persib Bandung": a town that the article names nowhere else.
fn is_known_place(forms: &Forms, words: &[Key]) -> bool {
    let name: Vec<&str> = words.iter().map(|&key| forms.text(key)).collect();
    forms.document.language.names.places.binary_search(&name.join(" ").as_str()).is_ok()
}

/// "Wilmar Group": what a company does, or that it is one.
fn is_company_tail(forms: &Forms, tail: &[Key]) -> bool {
    tail.iter().all(|&key| forms.table.company_tails.binary_search(&forms.text(key)).is_ok())
}

/// "BCA" before "BCA Energi": initials are the mother's name as often as its daughters'.
fn is_initials(draft: &Draft, form: &Form) -> bool {
    let name = form.mentions.first().map_or("", |&mention| draft.names[mention].span.of(draft.document.text));
    !name.contains(char::is_lowercase)
}

/// The long name comes first, but for a headline; where the short one does, the long one may be its daughter.
fn is_introduced(draft: &Draft, short: &Form, long: &Form) -> bool {
    let headline = draft.structure.iter().find(|part| part.label == Label::Headline);
    let in_headline = |mention: usize| headline.is_some_and(|headline| headline.span.contains(draft.names[mention].span));
    let first = |form: &Form| form.mentions.iter().copied().find(|&mention| !in_headline(mention));
    first(long).is_some_and(|long| first(short).is_none_or(|short| long < short))
}
