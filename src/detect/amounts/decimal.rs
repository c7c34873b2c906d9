//! Exact decimals: news values must not pass through binary fractions.

use std::fmt;

/// `digits` × 10^-`places`, without trailing zeros behind the point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decimal {
    digits: i128,
    places: u32,
}

/// More digits than any sum in the news; longer ones are codes.
const MAX_DIGITS: usize = 24;

impl Decimal {
    pub fn new(digits: i128, places: u32) -> Self {
        let (mut digits, mut places) = (digits, places);
        while places > 0 && digits % 10 == 0 {
            digits /= 10;
            places -= 1;
        }
        Self { digits, places }
    }

    pub fn whole(n: u64) -> Self {
        Self::new(i128::from(n), 0)
    }

    /// Four places, rounded, where the quotient does not end: one third is 0.3333.
    pub fn ratio(numerator: u64, denominator: u64) -> Option<Self> {
        let scaled = u128::from(numerator) * 10_000;
        let denominator = u128::from(denominator);
        let rounded = (scaled + denominator / 2).checked_div(denominator)?;
        Some(Self::new(i128::try_from(rounded).ok()?, 4))
    }

    /// Moves the point `exponent` places to the right.
    pub fn times_ten_to(self, exponent: u32) -> Option<Self> {
        let moved = exponent.min(self.places);
        let digits = self.digits.checked_mul(10i128.checked_pow(exponent - moved)?)?;
        Some(Self::new(digits, self.places - moved))
    }

    pub fn hundredth(self) -> Self {
        Self::new(self.digits, self.places + 2)
    }

    pub fn negative(self) -> Self {
        Self::new(-self.digits, self.places)
    }

    pub fn plus(self, other: Self) -> Option<Self> {
        let places = self.places.max(other.places);
        let widened = |decimal: Self| decimal.digits.checked_mul(10i128.checked_pow(places - decimal.places)?);
        Some(Self::new(widened(self)?.checked_add(widened(other)?)?, places))
    }

    pub fn is_less_than(self, other: Self) -> bool {
        other.plus(self.negative()).is_some_and(|difference| difference.digits > 0)
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.digits < 0 { "-" } else { "" };
        let places = self.places as usize;
        let digits = format!("{:0>width$}", self.digits.unsigned_abs(), width = places + 1);
        let (whole, fraction) = digits.split_at(digits.len() - places);
        let point = if places > 0 { "." } else { "" };
        write!(f, "{sign}{whole}{point}{fraction}")
    }
}

/// In which hand a figure is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// No mark, or none that tells.
    Plain,
    /// As the language writes it.
    Native,
    /// With the two marks changed over.
    Foreign,
}

/// Reads digits with the language's decimal mark and grouping mark; where only the other hand makes sense of them, with that.
pub fn parse(text: &str, decimal: char) -> Option<(Decimal, Style)> {
    let marks = text.bytes().filter(|byte| !byte.is_ascii_digit()).count();
    if text.is_empty() || text.len() - marks > MAX_DIGITS {
        return None;
    }
    if marks == 0 {
        return Some((Decimal::new(text.parse().ok()?, 0), Style::Plain));
    }
    let group = if decimal == ',' { '.' } else { ',' };
    read(text, decimal, group)
        .map(|value| (value, Style::Native))
        .or_else(|| read(text, group, decimal).map(|value| (value, Style::Foreign)))
}

fn read(text: &str, decimal: char, group: char) -> Option<Decimal> {
    let (whole, fraction) = match text.rsplit_once(decimal) {
        Some((whole, fraction)) if !fraction.contains(group) => (whole, fraction),
        Some(_) => return None,
        None => (text, ""),
    };
    if whole.contains(decimal) || !is_grouped(whole, group) {
        return None;
    }
    let digits: String = whole.chars().chain(fraction.chars()).filter(char::is_ascii_digit).collect();
    Some(Decimal::new(digits.parse().ok()?, fraction.len() as u32))
}

/// Groups of three; or of two before the last three, as India writes lakhs ("12,34,567").
fn is_grouped(whole: &str, group: char) -> bool {
    let mut parts = whole.rsplit(group);
    let Some(last) = parts.next() else { return false };
    let parts: Vec<usize> = parts.map(str::len).collect();
    let Some((first, inner)) = parts.split_last() else { return true };
    let fits = |width: usize| (1..=width).contains(first) && inner.iter().all(|&len| len == width);
    last.len() == 3 && (fits(3) || (group == ',' && fits(2)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(text: &str, decimal: char) -> Option<(String, Style)> {
        parse(text, decimal).map(|(value, style)| (value.to_string(), style))
    }

    #[test]
    fn figures_are_read_in_the_hand_of_their_language() {
        let cases = [
            ("10.000", ',', "10000", Style::Native),
            ("10.000", '.', "10", Style::Native),
            ("10,000", '.', "10000", Style::Native),
            ("12,46", ',', "12.46", Style::Native),
            ("2,60", ',', "2.6", Style::Native),
            ("3.5", ',', "3.5", Style::Foreign),
            ("1.234.567,89", ',', "1234567.89", Style::Native),
            ("1,234,567.89", ',', "1234567.89", Style::Foreign),
            ("1,50,000", '.', "150000", Style::Native),
            ("0,5", ',', "0.5", Style::Native),
            ("007", ',', "7", Style::Plain),
        ];
        for (text, decimal, want, style) in cases {
            assert_eq!(value(text, decimal), Some((want.to_string(), style)), "{text}");
        }
    }

    #[test]
    fn what_no_hand_writes_is_no_number() {
        for text in ["", "1.23.4567", "192.168.1.1", "1.000,000.5", "1234567890123456789012345"] {
            assert_eq!(value(text, ','), None, "{text}");
        }
    }

    #[test]
    fn sums_are_exact() {
        let tenth = Decimal::new(1, 1);
        assert_eq!(tenth.plus(Decimal::new(2, 1)).map(|sum| sum.to_string()), Some("0.3".into()));
        assert_eq!(Decimal::new(255, 2).times_ten_to(12).map(|sum| sum.to_string()), Some("2550000000000".into()));
        assert_eq!(Decimal::ratio(2, 3).map(|ratio| ratio.to_string()), Some("0.6667".into()));
        assert_eq!(Decimal::new(i128::MAX, 0).times_ten_to(1), None);
        assert_eq!(Decimal::new(-5, 1).to_string(), "-0.5");
    }
}
