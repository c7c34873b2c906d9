//! Reads the number itself, in figures or words, before anybody asks what it counts.

use super::counted::is_function_word;
use super::decimal::{Decimal, parse};
use super::{Reader, modifier, words};
use crate::Modifier;
use crate::lang::numbers::{Part, ShortScale};
use crate::segment::{Gap, TokenKind};

/// A number as it stands, perhaps the two ends of a range.
#[derive(Clone, Debug, PartialEq)]
pub struct Numeral {
    /// First token.
    pub start: usize,
    /// One past the last token.
    pub end: usize,
    /// Bytes at its end that belong to another word ("separuh|nya").
    pub cut: usize,
    pub low: Decimal,
    pub high: Option<Decimal>,
    pub form: Form,
    /// "380-an", "puluhan": about so much.
    pub modifier: Option<Modifier>,
}

/// How a number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// "310", "2018"
    Figure,
    /// "1,2", "10.000"
    MarkedFigure,
    /// "75 juta", "5m"
    Scaled,
    /// "tiga"
    Word,
    /// "puluhan", "dozens"
    Vague,
    /// "setengah", "two-thirds"
    Fraction,
}

impl Numeral {
    /// The value as the annotation writes it.
    pub fn decimal(&self) -> String {
        match self.high {
            Some(high) => format!("{}/{high}", self.low),
            None => self.low.to_string(),
        }
    }

    pub fn is_one(&self) -> bool {
        self.low == Decimal::whole(1) && self.high.is_none()
    }
}

/// The number that starts at token `i`.
pub fn read(reader: &Reader, i: usize) -> Option<Numeral> {
    let mut numeral = single(reader, i)?;
    if let Some(second) = range_end(reader, &numeral) {
        numeral = join(reader, numeral, second);
    }
    Some(with_about_suffix(reader, numeral))
}

fn single(reader: &Reader, i: usize) -> Option<Numeral> {
    let numeral = match reader.document.kind(i) {
        TokenKind::Number => figure(reader, i),
        TokenKind::Word => minus(reader, i).or_else(|| words::read(reader, i)),
        _ => None,
    };
    numeral.map(|numeral| with_fraction(reader, numeral))
}

/// "minus lima", "minus 10"
fn minus(reader: &Reader, i: usize) -> Option<Numeral> {
    // "plus or minus 3 points" says how exact, not below zero.
    if reader.part(i) != Some(Part::Minus) || modifier::before(reader, i + 1).is_some() {
        return None;
    }
    let positive = match reader.document.kind(i + 1) {
        TokenKind::Number => figure(reader, i + 1),
        _ => words::read(reader, i + 1),
    }?;
    Some(Numeral { start: i, low: positive.low.negative(), ..positive })
}

fn figure(reader: &Reader, i: usize) -> Option<Numeral> {
    let text = reader.document.token_text(i);
    let (low, _) = parse(text, reader.words.decimal)?;
    let form = if text.bytes().all(|byte| byte.is_ascii_digit()) { Form::Figure } else { Form::MarkedFigure };
    Some(scaled(reader, Numeral { start: i, end: i + 1, cut: 0, low, high: None, form, modifier: None }))
}

/// Takes "juta", "ratus ribu", "bn" behind figures.
fn scaled(reader: &Reader, numeral: Numeral) -> Numeral {
    let mut numeral = numeral;
    while let Some(exponent) = scale_at(reader, numeral.end) {
        let Some(low) = numeral.low.times_ten_to(exponent) else { break };
        numeral = Numeral { low, end: numeral.end + 1, form: Form::Scaled, ..numeral };
    }
    with_vague_scale(reader, with_smaller_scale(reader, numeral))
}

/// "299 jutaan", "1,5 jutaan", "20 ribuan": about so many of them; a year or a clock may stand before a scale by chance.
fn with_vague_scale(reader: &Reader, numeral: Numeral) -> Numeral {
    let Some(Part::Vague(exponent @ 2..)) = reader.part(numeral.end) else { return numeral };
    let is_count = match numeral.form {
        Form::Figure => numeral.low.is_less_than(Decimal::whole(1000)),
        Form::MarkedFigure => reader.document.token_text(numeral.start).contains(reader.words.decimal),
        _ => false,
    };
    let same_line = reader.document.tokens.get(numeral.end).is_some_and(|token| token.gap == Gap::Space);
    match numeral.low.times_ten_to(u32::from(exponent)).filter(|_| is_count && same_line && reader.cut(numeral.end) == 0) {
        Some(low) => Numeral { low, end: numeral.end + 1, form: Form::Scaled, modifier: Some(Modifier::Approx), ..numeral },
        None => numeral,
    }
}

/// "2 juta 500 ribu": a second figure with a smaller scale.
fn with_smaller_scale(reader: &Reader, numeral: Numeral) -> Numeral {
    let exponent = |at: usize| match reader.part(at) {
        Some(Part::Scale(exponent)) => Some(exponent),
        _ => None,
    };
    let at = numeral.end;
    let scales = (exponent(at - 1), exponent(at + 1));
    let (Some(_), Some(smaller)) = scales else { return numeral };
    let rest = parse(reader.document.token_text(at), reader.words.decimal).filter(|_| scales.0 > scales.1);
    match rest.and_then(|(rest, _)| rest.times_ten_to(u32::from(smaller))).and_then(|rest| numeral.low.plus(rest)) {
        Some(low) if reader.document.kind(at) == TokenKind::Number => Numeral { low, end: at + 2, ..numeral },
        _ => numeral,
    }
}

fn scale_at(reader: &Reader, i: usize) -> Option<u32> {
    match reader.part(i) {
        Some(Part::Scale(exponent)) => Some(u32::from(exponent)),
        Some(Part::Hundred) => Some(2),
        _ => short_scale(reader, i).filter(|scale| !scale.only_money).map(|scale| u32::from(scale.exponent)),
    }
}

/// "5m" may be metres: the short scales of money are taken once a currency is seen.
pub fn with_money_scale(reader: &Reader, numeral: Numeral) -> Numeral {
    let is_figure = matches!(numeral.form, Form::Figure | Form::MarkedFigure);
    // "a $2-million deal"
    let document = reader.document;
    let hyphen = document.token_text(numeral.end) == "-" && document.is_glued(numeral.end) && document.is_glued(numeral.end + 1);
    if let (true, Some(Part::Scale(exponent))) = (is_figure && hyphen && numeral.high.is_none(), reader.part(numeral.end + 1))
        && let Some(low) = numeral.low.times_ten_to(u32::from(exponent))
    {
        return Numeral { low, end: numeral.end + 2, form: Form::Scaled, ..numeral };
    }
    let scale = short_scale(reader, numeral.end).filter(|_| is_figure);
    let by = |value: Decimal| scale.and_then(|scale| value.times_ten_to(u32::from(scale.exponent)));
    match by(numeral.low) {
        Some(low) => {
            let high = numeral.high.and_then(by);
            Numeral { low, high, end: numeral.end + 1, form: Form::Scaled, ..numeral }
        }
        None => numeral,
    }
}

fn short_scale(reader: &Reader, i: usize) -> Option<ShortScale> {
    let word = reader.document.lower(i);
    let at = reader.words.short_scales.binary_search_by(|(key, _)| (*key).cmp(word)).ok()?;
    reader.words.short_scales.get(at).map(|(_, scale)| *scale)
}

/// "dua pertiga", "two-thirds", "a quarter of"; "satu setengah juta", "two and a half million".
fn with_fraction(reader: &Reader, numeral: Numeral) -> Numeral {
    if let Some(end) = half_end(reader, &numeral) {
        let half = Decimal::new(5, 1);
        let low = numeral.low.plus(half).unwrap_or(numeral.low);
        return scaled(reader, Numeral { low, end, form: Form::Fraction, ..numeral });
    }
    let hyphen = reader.document.token_text(numeral.end) == "-" && reader.document.is_glued(numeral.end);
    let at = numeral.end + usize::from(hyphen);
    let numerator: Option<u64> = numeral.low.to_string().parse().ok().filter(|n| *n < 100);
    match (reader.part(at), numerator) {
        (
            Some(Part::Denominator(denominator) | Part::OneDenominator(denominator) | Part::Ordinal(denominator @ 3..)),
            Some(numerator),
        ) if numeral.form == Form::Word && (hyphen || is_share(reader, at)) => {
            let low = Decimal::ratio(numerator, u64::from(denominator)).unwrap_or(numeral.low);
            Numeral { low, end: at + 1, cut: reader.cut(at), form: Form::Fraction, ..numeral }
        }
        _ => numeral,
    }
}

/// One past "setengah" or "and a half" behind a small whole number.
fn half_end(reader: &Reader, numeral: &Numeral) -> Option<usize> {
    let is_half = |at: usize| reader.part(at) == Some(Part::Fraction(1, 2)) && reader.cut(at) == 0;
    let at = numeral.end;
    let is_whole = matches!(numeral.form, Form::Word | Form::Figure);
    let and_a_half = reader.part(at) == Some(Part::And) && reader.part(at + 1) == Some(Part::Article) && is_half(at + 2);
    match (is_whole, is_half(at), and_a_half) {
        (true, true, _) => Some(at + 1),
        (true, _, true) => Some(at + 3),
        _ => None,
    }
}

/// A plural denominator is a share by itself; "one third" only before "of", behind words of amount, or where the language has
/// words for it.
pub fn is_share(reader: &Reader, at: usize) -> bool {
    let is_single = matches!(reader.part(at), Some(Part::Ordinal(_) | Part::OneDenominator(_)));
    !is_single || reader.part(at + 1) == Some(Part::Of) || is_led_share(reader, at)
}

/// "rose by a third", "more than a quarter, he said": led by words of amount, and nothing follows that it could rank.
fn is_led_share(reader: &Reader, at: usize) -> bool {
    let Some(article) = at.checked_sub(1) else { return false };
    let lead = article.checked_sub(1).map(|before| reader.document.lower(before));
    let is_led = lead.is_some_and(|lead| reader.words.share_leads.contains(&lead)) || modifier::before(reader, article).is_some();
    let next = reader.document.kind(at + 1);
    let is_last = next == TokenKind::Mark && reader.document.token_text(at + 1) != "-";
    // "a quarter percentage point"
    let is_points = reader.words.percents.iter().any(|phrase| reader.document.reads(at + 1, phrase));
    is_points || is_led && (is_last || next == TokenKind::Word && is_function_word(reader, at + 1))
}

/// The number behind a dash or "hingga", if the two make a range.
fn range_end(reader: &Reader, first: &Numeral) -> Option<Numeral> {
    let document = reader.document;
    let at = first.end;
    let is_dash = matches!(document.token_text(at), "-" | "–" | "—");
    let is_word = reader.words.range_words.contains(&document.lower(at));
    let fits = first.cut == 0
        && first.form != Form::Vague
        && (is_word || (is_dash && document.is_glued(at) == document.is_glued(at + 1)));
    let second = single(reader, at + 1).filter(|_| fits)?;
    let same_hand = (first.form == Form::Word) == (second.form == Form::Word);
    let grows = first.low.is_less_than(second.low);
    // A third number in the chain makes it a telephone number or a list.
    let goes_on = document.token_text(second.end) == "-" && document.kind(second.end + 1) == TokenKind::Number;
    (same_hand && grows && !goes_on && second.form != Form::Vague).then_some(second)
}

/// "5-10 juta": the first end takes the scale of the second where it has none.
fn join(reader: &Reader, first: Numeral, second: Numeral) -> Numeral {
    let bare = first.form == Form::Figure || first.form == Form::MarkedFigure;
    let mut low = first.low;
    if bare && second.form == Form::Scaled {
        let figure = second.end - 1;
        let exponent = scale_at(reader, figure).unwrap_or(0);
        let unscaled = parse(reader.document.token_text(second.start), reader.words.decimal).map(|(value, _)| value);
        if unscaled.is_some_and(|unscaled| first.low.is_less_than(unscaled)) {
            low = first.low.times_ten_to(exponent).unwrap_or(first.low);
        }
    }
    Numeral { start: first.start, low, high: Some(second.low), ..second }
}

/// "380-an", "7.000-an": the suffix is in the span and says "about".
fn with_about_suffix(reader: &Reader, numeral: Numeral) -> Numeral {
    let document = reader.document;
    let at = numeral.end;
    let has_suffix = document.token_text(at) == "-"
        && document.is_glued(at)
        && document.is_glued(at + 1)
        && reader.words.about_suffix == document.lower(at + 1)
        && !reader.words.about_suffix.is_empty();
    if !has_suffix || numeral.high.is_some() {
        return numeral;
    }
    let approximate = Numeral { end: at + 2, modifier: Some(Modifier::Approx), ..numeral };
    scaled(reader, approximate)
}
