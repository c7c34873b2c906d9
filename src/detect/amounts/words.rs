//! Numbers written in words: "dua ratus tiga puluh", "half a million".

use super::Reader;
use super::decimal::Decimal;
use super::numeral::{Form, Numeral, is_share};
use crate::Modifier;
use crate::lang::numbers::Part;
use crate::segment::Gap;

/// A number in words: groups below a thousand, each with its scale.
pub fn read(reader: &Reader, i: usize) -> Option<Numeral> {
    let mut sum = Sum::default();
    let mut at = i;
    let mut end = i;
    while let Some(part) = reader.part(at) {
        let joins = match part {
            // "one hundred and five": only between a full group and a small number.
            Part::And => sum.may_go_on_after_and() && matches!(reader.part(at + 1), Some(Part::Small(_))),
            Part::Article if at == i => match reader.part(at + 1) {
                Some(Part::Hundred | Part::Scale(_) | Part::Dozen) => true,
                Some(Part::OneDenominator(_) | Part::Ordinal(3..)) => is_share(reader, at + 1),
                _ => false,
            },
            // "half a million"
            Part::Article => sum.is_fraction && matches!(reader.part(at + 1), Some(Part::Scale(_) | Part::Dozen)),
            Part::Of => sum.is_vague && matches!(reader.part(at + 1), Some(Part::Vague(_))),
            _ => true,
        };
        let next_line = at > i && reader.document.tokens.get(at).is_some_and(|token| token.gap >= Gap::Line);
        if next_line || !joins || !sum.take(part) || sum.value().is_none() {
            break;
        }
        at += 1;
        if !matches!(part, Part::And | Part::Of) {
            end = at;
        }
        // "twenty-three": the hyphen joins tens and units only.
        let hyphen = reader.document.token_text(at) == "-" && reader.document.is_glued(at) && reader.document.is_glued(at + 1);
        if hyphen && sum.wants_units() && matches!(reader.part(at + 1), Some(Part::Small(1..=9))) {
            at += 1;
        }
    }
    if end == i || sum.n_parts == 0 {
        return None;
    }
    let form = if sum.is_vague {
        Form::Vague
    } else if sum.is_fraction {
        Form::Fraction
    } else {
        Form::Word
    };
    let modifier = sum.is_vague.then_some(Modifier::Approx);
    Some(Numeral { start: i, end, cut: reader.cut(end - 1), low: sum.value()?, high: None, form, modifier })
}

/// What the words of a number have come to.
#[derive(Default)]
struct Sum {
    /// The groups that have had their scale.
    total: Option<Decimal>,
    /// Hundreds of the group at hand.
    hundreds: u64,
    /// Tens and units of the group at hand.
    last: u64,
    fraction: Option<Decimal>,
    /// The scale taken last; the next must be smaller.
    scale: Option<u8>,
    is_vague: bool,
    is_fraction: bool,
    n_parts: usize,
    /// The last part filled a hundred or a scale.
    is_full: bool,
}

impl Sum {
    fn group(&self) -> u64 {
        self.hundreds + self.last
    }

    fn value(&self) -> Option<Decimal> {
        match (self.fraction, self.total) {
            (Some(fraction), _) => Some(fraction),
            (None, Some(total)) => total.plus(Decimal::whole(self.group())),
            (None, None) => Some(Decimal::whole(self.group())),
        }
    }

    fn may_go_on_after_and(&self) -> bool {
        self.is_full && !self.is_vague
    }

    /// "twenty" may be followed by "three".
    fn wants_units(&self) -> bool {
        self.last >= 20 && self.last.is_multiple_of(10)
    }

    /// Adds one word; false when it cannot follow.
    fn take(&mut self, part: Part) -> bool {
        if (self.is_fraction && self.n_parts > 0 && !matches!(part, Part::Article | Part::Scale(_) | Part::Dozen))
            || (self.is_vague && !matches!(part, Part::Of | Part::Vague(_) | Part::Scale(_)))
        {
            return false;
        }
        let taken = match part {
            Part::Small(n) => self.take_small(u64::from(n)),
            Part::Teen if (1..=9).contains(&self.last) => self.set_last(self.last + 10),
            Part::Ten if (1..=9).contains(&self.last) => self.set_last(self.last * 10),
            Part::Hundred if self.hundreds == 0 && self.last > 0 => self.fill_hundreds(self.last * 100),
            Part::OneHundred if self.group() == 0 => self.fill_hundreds(100),
            Part::Article if self.is_fraction => true,
            Part::Scale(exponent) if self.is_fraction => self.scale_fraction(|half| half.times_ten_to(u32::from(exponent))),
            Part::Dozen if self.is_fraction => self.scale_fraction(|_| Some(Decimal::whole(6))),
            Part::Dozen if self.group() > 0 && self.total.is_none() => self.set_last(self.group() * 12),
            Part::Article if self.n_parts == 0 => self.set_last(1),
            Part::Scale(exponent) => self.take_scale(exponent),
            Part::OneScale(exponent) if self.group() == 0 => self.set_last(1) && self.take_scale(exponent),
            Part::Vague(exponent) => self.take_vague(exponent),
            Part::Fraction(numerator, denominator) if self.n_parts == 0 => {
                self.is_fraction = true;
                self.fraction = Decimal::ratio(u64::from(numerator), u64::from(denominator));
                true
            }
            Part::And | Part::Of => return true,
            _ => false,
        };
        if taken {
            self.n_parts += 1;
            self.is_full = matches!(part, Part::Hundred | Part::OneHundred | Part::Scale(_) | Part::OneScale(_));
        }
        taken
    }

    fn take_small(&mut self, n: u64) -> bool {
        if self.last == 0 && (self.n_parts == 0 || self.is_full) {
            return self.set_last(n);
        }
        self.wants_units() && (1..=9).contains(&n) && self.set_last(self.last + n)
    }

    fn set_last(&mut self, last: u64) -> bool {
        self.last = last;
        true
    }

    fn fill_hundreds(&mut self, hundreds: u64) -> bool {
        self.hundreds = hundreds;
        self.last = 0;
        true
    }

    fn take_scale(&mut self, exponent: u8) -> bool {
        let exponent_before = self.scale.filter(|_| !self.is_vague);
        if (self.group() == 0 && self.total.is_none()) || exponent_before.is_some_and(|before| before <= exponent) {
            return false;
        }
        let by_scale = |value: Decimal| value.times_ten_to(u32::from(exponent));
        let group = Decimal::whole(self.group());
        self.total = match self.total {
            // "puluhan ribu" is one group; after a larger scale, a group without figures is none.
            Some(total) if self.is_vague => by_scale(total),
            Some(total) if self.group() > 0 => by_scale(group).and_then(|group| total.plus(group)),
            Some(_) => return false,
            None => by_scale(group),
        };
        (self.hundreds, self.last, self.scale) = (0, 0, Some(exponent));
        self.total.is_some()
    }

    /// "half a million" is no fraction any more.
    fn scale_fraction(&mut self, scale: impl Fn(Decimal) -> Option<Decimal>) -> bool {
        self.fraction = self.fraction.and_then(scale);
        self.is_fraction = false;
        self.fraction.is_some()
    }

    fn take_vague(&mut self, exponent: u8) -> bool {
        // "lima ratusan": about so many of them.
        if exponent >= 2 && self.n_parts > 0 && !self.is_vague && self.total.is_none() && self.group() > 0 {
            self.total = Some(Decimal::whole(self.group()));
            (self.hundreds, self.last) = (0, 0);
        } else if self.n_parts > 0 && !self.is_vague {
            return false;
        }
        self.is_vague = true;
        self.total = self.total.unwrap_or(Decimal::whole(1)).times_ten_to(u32::from(exponent));
        self.total.is_some()
    }
}
