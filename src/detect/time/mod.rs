//! Time expressions: what the words say. Nothing is counted here; `resolve` does that, with the article's date.

mod clocks;
mod counted;
mod dates;
mod expression;
mod join;
mod lexer;
mod lists;
mod named;
mod numbers;
mod numeric;
mod reader;
mod relative;
mod sections;
mod sets;
mod years;

pub use expression::{Count, Era, Expression, Length, Meaning, Origin, Point, Repeat, Section, Shift, Steps};

use crate::Modifier;
use crate::lang::time::TimeWord;
use crate::segment::Document;
use reader::{Kind, Piece, Reader};

/// Tried at every place; the longest piece wins, and of two as long the earlier rule's.
const RULES: &[fn(&Reader, usize) -> Option<Piece>] = &[
    sets::find,
    counted::find,
    clocks::find,
    dates::find,
    numeric::find,
    lists::find,
    years::find,
    sections::find,
    relative::find,
    named::find,
];

/// Every time expression, in reading order; they do not overlap.
///
/// ```
/// use sorot::{lang::LanguageId, segment::Document};
/// let document = Document::new("Rapat digelar Kamis, 21 November 2024, di Medan.", Some(LanguageId::Indonesian));
/// let found = sorot::detect::time::find(&document);
/// assert_eq!(found[0].span.of(document.text), "Kamis, 21 November 2024");
/// ```
pub fn find(document: &Document) -> Vec<Expression> {
    let reader = Reader::new(document);
    let mut pieces: Vec<Piece> = Vec::new();
    let mut i = 0;
    while i < reader.lexemes.len() {
        let Some(piece) = piece_at(&reader, i) else {
            i += 1;
            continue;
        };
        let mut piece = join::with_part(&reader, piece);
        while let Some(joined) = pieces.last().and_then(|last| join::join(&reader, last, &piece)) {
            piece = join::with_part(&reader, joined);
            pieces.pop();
        }
        lists::lend(&reader, &mut pieces, &piece);
        lists::repeat(&reader, &pieces, &mut piece);
        i = piece.end;
        pieces.push(piece);
    }
    pieces.into_iter().filter_map(|piece| join::finish(&reader, piece)).collect()
}

/// The piece that begins at `i`, with "the" and "early" where they belong to it.
fn piece_at(reader: &Reader, i: usize) -> Option<Piece> {
    match reader.kind(i) {
        Kind::Other | Kind::Break => None,
        Kind::Word(word) if !may_begin(word) => None,
        Kind::Mark(mark) if !matches!(mark, '\'' | '’' | '‘') => None,
        Kind::Word(TimeWord::Article | TimeWord::Single) if matches!(reader.kind(i + 1), Kind::Other | Kind::Break) => None,
        Kind::Word(TimeWord::Article) => {
            let inner = fuzzy(reader, i + 1).or_else(|| longest(reader, i + 1).filter(relative::takes_article));
            inner.map(|piece| Piece { start: i, ..piece }).or_else(|| longest(reader, i))
        }
        Kind::Word(TimeWord::Amount(Modifier::Approx)) => about_clock(reader, i).or_else(|| longest(reader, i)),
        _ => fuzzy(reader, i).or_else(|| longest(reader, i)),
    }
}

/// "sekitar pukul 14.26 WIB", "around 8 p.m."; "about" before a day or a year may say what the talk is of.
fn about_clock(reader: &Reader, i: usize) -> Option<Piece> {
    let has_clock = |piece: &Piece| match &piece.meaning {
        Meaning::Point(point) => point.clock.is_some(),
        Meaning::Range(ends) => ends.0.clock.is_some(),
        _ => false,
    };
    let clock = longest(reader, i + 1).filter(has_clock)?;
    Some(Piece { start: i, modifier: Some(Modifier::Approx), ..clock })
}

/// False for words that only stand within or beside an expression: most of what a text is made of.
fn may_begin(word: TimeWord) -> bool {
    use TimeWord::{
        After, Age, Ahead, AmountAfter, And, At, Back, Before, EventHead, Happened, Idle, In, Label, Meridiem, Of, Old, To, Zone,
    };
    !matches!(
        word,
        After
            | Age
            | AmountAfter(_)
            | Ahead
            | And
            | At
            | Back
            | Before
            | EventHead
            | Happened
            | Idle
            | In
            | Label
            | Meridiem(_)
            | Of
            | Old
            | To
            | Zone(_)
    )
}

fn longest(reader: &Reader, i: usize) -> Option<Piece> {
    let mut best: Option<Piece> = None;
    for piece in RULES.iter().filter_map(|rule| rule(reader, i)) {
        if best.as_ref().is_none_or(|best| best.end < piece.end) {
            best = Some(piece);
        }
    }
    best
}

/// "awal Mei", "the end of the year", "mid-2024", "earlier this week", "late in the day".
fn fuzzy(reader: &Reader, i: usize) -> Option<Piece> {
    let comes_first = !reader.words.direction_follows;
    let (modifier, is_comparative) = match reader.word(i)? {
        TimeWord::Fuzzy(modifier) => (modifier, false),
        TimeWord::Earlier if comes_first => (Modifier::Start, true),
        TimeWord::Later if comes_first => (Modifier::End, true),
        _ => return None,
    };
    let dash = i + 1 + usize::from(reader.is_dash(i + 1));
    let within = comes_first && reader.is(dash, TimeWord::In) && reader.is(dash + 1, TimeWord::Article);
    let of = if within { dash + 1 } else { reader.skip(dash, TimeWord::Of) };
    let start = reader.skip(of, TimeWord::Article);
    // "The start of the 2014 season" is not the start of 2014.
    let fits = |piece: &Piece| match piece.meaning {
        Meaning::Point(point) if is_comparative => {
            point.weekday.is_some() || point.shift.is_some_and(|shift| shift.from == Origin::Article)
        }
        Meaning::Point(point) => point.clock.is_none() && !(start > of && piece.rule == "year"),
        _ => false,
    };
    let bare = || (!is_comparative || within).then(|| relative::bare_unit(reader, start)).flatten();
    let piece = longest(reader, start).filter(fits).or_else(bare)?;
    Some(Piece { start: i, modifier: Some(modifier), ..piece })
}
