//! Numbers and what they count.
//!
//! Reads the number first ([`numeral`]), then asks in turn: is it no number but a code ([`context`]), a sum of money ([`money`]),
//! a share, an age or a counted noun ([`counted`])? What is left is a cardinal. Ordinals have words of their own ([`ordinal`]).

mod context;
mod counted;
mod decimal;
mod modifier;
mod money;
mod numeral;
mod ordinal;
mod words;

use crate::lang::numbers::{NumberWords, Part};
use crate::segment::{Document, TokenKind, Word};
use crate::{Annotation, Label, Modifier, NumberValue, Span, Value};
use numeral::{Form, Numeral};

pub(crate) use decimal::{Style, parse};

/// The rule that finds ages; they win over the same words read as a time span.
pub(crate) const AGE: &str = "age";

/// Every number with its exact value.
pub fn find(document: &Document) -> Vec<Annotation> {
    let reader = Reader::new(document);
    let mut found = Vec::new();
    let mut i = 0;
    while i < document.tokens.len() {
        i = reader.read(i, &mut found).unwrap_or(i + 1);
    }
    money::settle_minor_units(document, &mut found);
    found
}

/// What a word says about numbers: its part, and how many bytes of it are an ending.
type Class = Option<(Part, usize)>;

/// The document with its number words looked up.
struct Reader<'d> {
    document: &'d Document<'d>,
    words: &'static NumberWords,
    /// By [`crate::segment::Token::word`].
    classes: Vec<Class>,
    time_units: Vec<bool>,
}

/// A number with its label, still in tokens.
struct Amount {
    start: usize,
    end: usize,
    cut: usize,
    label: Label,
    value: NumberValue,
    rule: &'static str,
    confidence: f32,
}

impl<'d> Reader<'d> {
    fn new(document: &'d Document<'d>) -> Self {
        let words = &document.language.numbers;
        let class = |word: &str| words.parts.binary_search_by(|(key, _)| (*key).cmp(word)).ok().map(|at| words.parts[at].1);
        let with_ending = |(word, part): (&Word, Option<Part>)| {
            let stem = |ending: &&str| word.lower.strip_suffix(*ending).and_then(class).map(|part| (part, ending.len()));
            part.map(|part| (part, 0)).or_else(|| words.endings.iter().find_map(stem))
        };
        let classes = document.words.iter().zip(document.classify(words.parts)).map(with_ending).collect();
        Self { document, words, classes, time_units: document.listed(words.time_units) }
    }

    fn class(&self, i: usize) -> Class {
        let token = self.document.tokens.get(i).filter(|token| token.kind == TokenKind::Word)?;
        self.classes.get(token.word).copied().flatten()
    }

    fn part(&self, i: usize) -> Option<Part> {
        self.class(i).map(|(part, _)| part)
    }

    /// Bytes at the end of token `i` that are an ending.
    fn cut(&self, i: usize) -> usize {
        self.class(i).map_or(0, |(_, cut)| cut)
    }

    /// False for what no number begins with: most of what a text is made of.
    fn may_begin(&self, i: usize) -> bool {
        match self.document.kind(i) {
            TokenKind::Number => true,
            TokenKind::Word => self.class(i).is_some() || self.document.lower(i) == self.words.ordinal_beginning,
            TokenKind::Link | TokenKind::Mark => false,
        }
    }

    /// Reads what starts at token `i`; gives the token to go on from, or none when nothing starts here.
    fn read(&self, i: usize, found: &mut Vec<Annotation>) -> Option<usize> {
        if !self.may_begin(i) {
            return None;
        }
        let amount = match ordinal::read(self, i) {
            Some(amount) => Some(amount),
            None => {
                let numeral = numeral::read(self, i)?;
                let end = numeral.end;
                match self.classify(numeral) {
                    Some(amount) => Some(amount),
                    None => return Some(end),
                }
            }
        }?;
        let end = amount.end;
        found.push(self.annotation(amount));
        Some(end)
    }

    fn classify(&self, numeral: Numeral) -> Option<Amount> {
        if let Some(amount) = money::read(self, &numeral) {
            return Some(amount);
        }
        if context::is_magnitude(self, &numeral) {
            return Some(self.amount(&numeral, numeral.end, Label::Cardinal, None, "magnitude"));
        }
        if context::is_code(self, &numeral) {
            return None;
        }
        let labelled =
            self.percent(&numeral).or_else(|| counted::age(self, &numeral)).or_else(|| counted::quantity(self, &numeral));
        labelled.or_else(|| self.cardinal(&numeral))
    }

    fn percent(&self, numeral: &Numeral) -> Option<Amount> {
        let hyphen = usize::from(self.document.token_text(numeral.end) == "-" && self.document.is_glued(numeral.end));
        // "half a percentage point", "a quarter of a percentage point"
        let of = usize::from(numeral.form == Form::Fraction && self.part(numeral.end) == Some(Part::Of));
        let article = usize::from(numeral.form == Form::Fraction && self.part(numeral.end + of) == Some(Part::Article));
        let at = numeral.end + hyphen + if article == 1 { of + 1 } else { 0 };
        let end = self.percent_end(at)?;
        let (numeral, end) = self.percent_range(numeral, end).unwrap_or((numeral.clone(), end));
        Some(self.amount(&numeral, end, Label::Percent, None, "percent"))
    }

    /// One past "persen", "%" or their like at token `i`.
    fn percent_end(&self, i: usize) -> Option<usize> {
        let phrase = self.words.percents.iter().find(|phrase| self.document.reads(i, phrase))?;
        Some(i + phrase.len())
    }

    /// "85%-90%": the share that a dash glues to one that ends at token `dash`.
    fn percent_range(&self, first: &Numeral, dash: usize) -> Option<(Numeral, usize)> {
        let document = self.document;
        let glued = matches!(document.token_text(dash), "-" | "–") && document.is_glued(dash) && document.is_glued(dash + 1);
        let second = numeral::read(self, dash + 1).filter(|second| glued && second.high.is_none() && first.high.is_none())?;
        let end = self.percent_end(second.end).filter(|_| first.low.is_less_than(second.low))?;
        Some((Numeral { high: Some(second.low), ..first.clone() }, end))
    }

    fn cardinal(&self, numeral: &Numeral) -> Option<Amount> {
        if context::is_no_cardinal(self, numeral) {
            return None;
        }
        let cut = numeral.cut;
        let confidence = if numeral.form == Form::Figure { 0.6 } else { 0.75 };
        Some(Amount { cut, confidence, ..self.amount(numeral, numeral.end, Label::Cardinal, None, "cardinal") })
    }

    /// The number with what is known of it, from its first token to `end`.
    fn amount(&self, numeral: &Numeral, end: usize, label: Label, unit: Option<String>, rule: &'static str) -> Amount {
        let modifier = self.modifier(numeral, numeral.start, end);
        let value = NumberValue { decimal: numeral.decimal(), unit, modifier };
        Amount { start: numeral.start, end, cut: 0, label, value, rule, confidence: 0.9 }
    }

    /// What the number itself says, else the words around it.
    fn modifier(&self, numeral: &Numeral, start: usize, end: usize) -> Option<Modifier> {
        modifier::before(self, start).or_else(|| modifier::after(self, end)).or(numeral.modifier)
    }

    fn annotation(&self, amount: Amount) -> Annotation {
        let span = self.document.span(amount.start..amount.end);
        let span = Span::new(span.start, span.end - amount.cut.min(span.len()));
        let Amount { label, value, rule, confidence, .. } = amount;
        Annotation { span, label, entity: None, value: Value::Number(value), rule, confidence }
    }
}

/// A capital there says nothing: the first word, or the one behind an opening mark.
fn starts_sentence(reader: &Reader, i: usize) -> bool {
    let document = reader.document;
    let sentence = document.sentences.get(document.sentence_of(i));
    let is_opened = |first: usize| i == first + 1 && document.kind(first) == TokenKind::Mark;
    sentence.is_some_and(|sentence| i == sentence.tokens.start || is_opened(sentence.tokens.start))
}
