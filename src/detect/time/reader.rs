//! The document as the rules see it: what stands at each place, asked for by its meaning.

use super::expression::{Count, Meaning, Point};
pub use super::lexer::Kind;
use super::lexer::{self, Lexeme};
use crate::lang::time::{Form, TimeWord, TimeWords, Unit};
use crate::segment::{Case, Document, TokenKind};
use crate::{Modifier, Span};

/// More marks than this before a word open nothing.
const OPENING_MARKS: usize = 4;

/// What a rule found: lexemes `start..end`, and what they say.
#[derive(Clone, Debug, PartialEq)]
pub struct Piece {
    pub start: usize,
    pub end: usize,
    pub meaning: Meaning,
    pub modifier: Option<Modifier>,
    pub rule: &'static str,
}

impl Piece {
    pub fn new(start: usize, end: usize, meaning: Meaning, rule: &'static str) -> Self {
        Self { start, end, meaning, modifier: None, rule }
    }

    pub fn point(start: usize, end: usize, point: Point, rule: &'static str) -> Self {
        Self::new(start, end, Meaning::Point(point), rule)
    }

    pub fn range(start: usize, end: usize, ends: (Point, Point), rule: &'static str) -> Self {
        Self::new(start, end, Meaning::Range(Box::new(ends)), rule)
    }
}

/// Gives the rules what stands at a place; past the end stands a [`Kind::Break`].
pub struct Reader<'d> {
    pub document: &'d Document<'d>,
    pub words: &'static TimeWords,
    pub lexemes: Vec<Lexeme>,
}

impl<'d> Reader<'d> {
    pub fn new(document: &'d Document<'d>) -> Self {
        Self { document, words: &document.language.time, lexemes: lexer::cut(document) }
    }

    pub fn kind(&self, i: usize) -> Kind {
        self.lexemes.get(i).map_or(Kind::Break, |lexeme| lexeme.kind)
    }

    /// The meaning of the word at `i`, if it has one.
    pub fn word(&self, i: usize) -> Option<TimeWord> {
        match self.kind(i) {
            Kind::Word(word) => Some(word),
            _ => None,
        }
    }

    /// The meaning of the word before `i`.
    pub fn word_before(&self, i: usize) -> Option<TimeWord> {
        self.word(i.checked_sub(1)?)
    }

    pub fn is(&self, i: usize, word: TimeWord) -> bool {
        self.kind(i) == Kind::Word(word)
    }

    pub fn is_mark(&self, i: usize, mark: char) -> bool {
        self.kind(i) == Kind::Mark(mark)
    }

    /// A hyphen or dash, as between the ends of a range.
    pub fn is_dash(&self, i: usize) -> bool {
        matches!(self.kind(i), Kind::Mark('-' | '–' | '—'))
    }

    /// One past `i` when the word stands there, else `i`.
    pub fn skip(&self, i: usize, word: TimeWord) -> usize {
        if self.is(i, word) { i + 1 } else { i }
    }

    pub fn text(&self, i: usize) -> &'d str {
        self.lexemes.get(i).map_or("", |lexeme| self.span(i, i + usize::from(lexeme.first < lexeme.end)).of(self.document.text))
    }

    /// The first token of lexeme `i`.
    pub fn token(&self, i: usize) -> usize {
        self.lexemes.get(i).map_or(self.document.tokens.len(), |lexeme| lexeme.first as usize)
    }

    pub fn case(&self, i: usize) -> Case {
        self.document.case(self.token(i))
    }

    pub fn is_capital(&self, i: usize) -> bool {
        matches!(self.case(i), Case::Title | Case::Upper)
    }

    /// True when nothing stands between `i` and the lexeme before it.
    pub fn is_glued(&self, i: usize) -> bool {
        self.kind(i) != Kind::Break && self.document.is_glued(self.token(i))
    }

    /// True when `i` begins a sentence (behind an opening mark, too).
    pub fn begins_sentence(&self, i: usize) -> bool {
        let token = self.token(i);
        let sentence = self.document.sentences.get(self.document.sentence_of(token));
        sentence.is_some_and(|sentence| {
            let mut before = sentence.tokens.start..token;
            before.len() <= OPENING_MARKS && before.all(|before| self.document.kind(before) == TokenKind::Mark)
        })
    }

    pub fn span(&self, start: usize, end: usize) -> Span {
        let first = self.lexemes.get(start).map_or(0, |lexeme| lexeme.first as usize);
        let last = end.checked_sub(1).and_then(|last| self.lexemes.get(last)).map_or(0, |lexeme| lexeme.end as usize);
        self.document.span(first..last.max(first))
    }

    /// Plain digits at `i`, with how many there are.
    pub fn digits(&self, i: usize) -> Option<(u32, usize)> {
        let text = self.plain_digits(i)?;
        (text.len() <= 8).then(|| Some((text.parse().ok()?, text.len())))?
    }

    fn plain_digits(&self, i: usize) -> Option<&'d str> {
        if self.kind(i) != Kind::Digits {
            return None;
        }
        let text = self.text(i);
        text.bytes().all(|byte| byte.is_ascii_digit()).then_some(text)
    }

    /// Plain digits that make a number in a range, in at most two places.
    pub fn small(&self, i: usize, range: std::ops::RangeInclusive<u32>) -> Option<u8> {
        let (value, places) = self.digits(i)?;
        (places <= 2 && range.contains(&value)).then_some(value as u8)
    }

    /// Four digits that make a year.
    pub fn year(&self, i: usize) -> Option<i32> {
        let (value, places) = self.digits(i)?;
        (places == 4 && (1000..=2200).contains(&value)).then_some(value as i32)
    }

    /// The unit counted at `i`, singular or plural.
    pub fn unit(&self, i: usize) -> Option<Unit> {
        match self.word(i)? {
            TimeWord::Unit(unit) | TimeWord::Units(unit) | TimeWord::OrdinalOrUnit(_, unit) => Some(unit),
            TimeWord::HourOrClock => Some(Unit::Hour),
            TimeWord::SundayOrWeek => Some(Unit::Calendar(crate::calendar::Grain::Week)),
            _ => None,
        }
    }

    /// A place in an order: "ketiga", "third", "3rd", "ke-3", "III".
    pub fn ordinal(&self, i: usize) -> Option<(u8, usize)> {
        if let Some(TimeWord::Ordinal(n) | TimeWord::OrdinalOrUnit(n, _)) = self.word(i) {
            return Some((n, i + 1));
        }
        if let Some(n) = self.small(i, 1..=99) {
            let ends = self.is_glued(i + 1) && self.words.ordinal_endings.contains(&self.lower(i + 1));
            return ends.then_some((n, i + 2));
        }
        let prefix = self.words.ordinal_prefix;
        if !prefix.is_empty() && self.lower(i) == prefix && self.is_dash(i + 1) && self.is_glued(i + 1) {
            return Some((self.small(i + 2, 1..=99)?, i + 3));
        }
        None
    }

    /// A Roman number in capitals.
    pub fn roman(&self, i: usize) -> Option<u8> {
        if self.case(i) != Case::Upper && self.text(i).len() != 1 {
            return None;
        }
        roman(self.text(i))
    }

    /// The lower-case form of the first token of `i`.
    pub fn lower(&self, i: usize) -> &str {
        self.document.lower(self.token(i))
    }

    /// "later", "earlier", and "before" and "after" where the clause ends with them.
    pub fn closes(&self, i: usize) -> Option<TimeWord> {
        let ends = matches!(self.kind(i + 1), Kind::Mark(_) | Kind::Break);
        match self.word(i)? {
            word @ (TimeWord::Later | TimeWord::Earlier) => Some(word),
            TimeWord::Before if ends => Some(TimeWord::Earlier),
            TimeWord::After if ends => Some(TimeWord::Later),
            _ => None,
        }
    }

    /// A word that a bare year or month may follow: "pada", "until", "about", "early".
    pub fn leads(&self, word: TimeWord) -> bool {
        match word {
            TimeWord::In
            | TimeWord::To
            | TimeWord::Before
            | TimeWord::After
            | TimeWord::Per
            | TimeWord::Every
            | TimeWord::Fuzzy(_)
            | TimeWord::Amount(_) => true,
            TimeWord::Earlier | TimeWord::Direction(_) => !self.words.direction_follows,
            _ => false,
        }
    }

    /// A word that needs no neighbour to speak for it.
    pub fn is_plain(&self, i: usize, form: Form) -> bool {
        form == Form::Plain && self.is_capital(i)
    }

    /// An amount of anything, in digits or words, and where it ends.
    pub fn count(&self, i: usize) -> Option<(Count, usize)> {
        super::numbers::count(self, i)
    }
}

/// I to XXXIX: news numbers quarters and centuries so.
fn roman(text: &str) -> Option<u8> {
    let tens = text.bytes().take_while(|&byte| byte == b'X').count();
    let ones = match &text[tens..] {
        "" => 0,
        "I" => 1,
        "II" => 2,
        "III" => 3,
        "IV" => 4,
        "V" => 5,
        "VI" => 6,
        "VII" => 7,
        "VIII" => 8,
        "IX" => 9,
        _ => return None,
    };
    (tens <= 3 && tens + ones > 0).then_some((tens * 10 + ones) as u8)
}
