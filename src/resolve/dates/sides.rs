//! Which one, when the words do not say: the nearest one back or ahead of the reference.

use super::tense::Looks;
use crate::calendar::{Date, Grain, Period, month_or_day};
use crate::lang::time::Direction;

/// A day so many days ahead needs no word that looks ahead.
const SOON: i64 = 60;
/// A day so near the article's own is meant, even ahead of a verb that looks back ("tutup pada 25 Desember, kata dia").
pub const NEAR: i64 = 14;

/// On which side of the reference the one that is meant lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The last one, the present one excluded: "Senin lalu".
    Before,
    /// The last one, the present one included: news looks back.
    NotAfter,
    /// The nearest.
    Nearest,
    /// The last one, unless the next is close at hand.
    Soon,
    /// The next one, the present one included.
    NotBefore,
    /// The next one, the present one excluded: "Senin depan".
    After,
}

impl Side {
    /// For a day of the year: news of a day a year ago would say so.
    pub fn of_day(self, candidates: &[Period], reference: Date) -> Self {
        let (last, next) = Side::NotAfter.choose(candidates, reference);
        let (Some(last), Some(next), Side::NotAfter) = (last, next, self) else { return self };
        let is_near = last.last() < reference && next.first.days() - reference.days() <= NEAR;
        if is_near { Side::NotBefore } else { self }
    }

    /// What the words say of it, and else what the tense does; `unsaid` where neither does.
    pub fn new(direction: Option<Direction>, looks: Looks, unsaid: Side) -> Self {
        match (direction, looks) {
            (Some(Direction::Last | Direction::Preceding), _) => Side::Before,
            (Some(Direction::Next | Direction::Following), _) => Side::After,
            (Some(Direction::This), _) => Side::Nearest,
            (_, Looks::Ahead) => Side::NotBefore,
            (_, Looks::Back) => Side::NotAfter,
            (_, Looks::Unsaid) => unsaid,
        }
    }

    /// The one on this side, and the nearest on the other, of candidates in order of time.
    pub fn choose(self, candidates: &[Period], reference: Date) -> (Option<Period>, Option<Period>) {
        let past = |period: &&Period| period.last() < reference;
        let future = |period: &&Period| period.first > reference;
        let last = candidates.iter().rfind(past).copied();
        let present = candidates.iter().find(|period| !past(period) && !future(period)).copied();
        let next = candidates.iter().find(future).copied();
        let nearest = || match (last, next) {
            (Some(last), Some(next)) if reference.days() - last.last().days() <= next.first.days() - reference.days() => {
                Some(last)
            }
            (last, next) => next.or(last),
        };
        let chosen = match self {
            Side::Before => last,
            Side::NotAfter => present.or(last),
            Side::Nearest => present.or_else(nearest),
            Side::Soon => present.or_else(|| nearest().filter(|period| period.first.days() - reference.days() <= SOON).or(last)),
            Side::NotBefore => present.or(next),
            Side::After => next,
        };
        let other = if chosen.is_some_and(|chosen| chosen.first > reference) { present.or(last) } else { next };
        (chosen, other)
    }
}

/// The weekday in the weeks around the reference.
pub fn weekdays(weekday: u8, reference: Date) -> Vec<Period> {
    let monday = Period::around(Grain::Week, reference).first.add_days(i64::from(weekday) - 1);
    [-1, 0, 1].map(|weeks| Period { grain: Grain::Day, first: monday.add_days(7 * weeks) }).to_vec()
}

/// The month, or the day in it, in the years around the reference.
pub fn in_years(month: u8, day: Option<u8>, reference: Date) -> Vec<Period> {
    // 29 February is up to eight years away.
    let reach = if (month, day) == (2, Some(29)) { 8 } else { 1 };
    (-reach..=reach).filter_map(|years| month_or_day(reference.year + years, month, day)).collect()
}

/// The day in the months around the reference.
pub fn in_months(day: u8, reference: Date) -> Vec<Period> {
    let month = Period::around(Grain::Month, reference);
    (-2..=2).filter_map(|n| month_or_day(month.shift(n).first.year, month.shift(n).first.month, Some(day))).collect()
}
