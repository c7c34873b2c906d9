//! What the detector of time expressions asks of a language.

use crate::Modifier;
use crate::calendar::{Grain, Holiday};

/// The tables.
pub struct TimeWords {
    /// Words and phrases (one space between words, marks as words), sorted; the longest phrase wins.
    pub words: &'static [(&'static str, TimeWord)],
    /// Endings of past-tense verbs.
    pub past_endings: &'static [&'static str],
    /// What follows the digits of a decade: "1990-an", "1990s".
    pub decade_endings: &'static [&'static str],
    /// What follows the digits of an ordinal: "21st".
    pub ordinal_endings: &'static [&'static str],
    /// What stands before the digits of an ordinal: "ke-19".
    pub ordinal_prefix: &'static str,
    /// "Tuesday last week" against "pekan lalu": true when "last", "this" and "next" follow their noun.
    pub direction_follows: bool,
    /// "March 3" is the third of March.
    pub month_before_day: bool,
    /// 3/4/2024 is the third of April.
    pub day_first: bool,
    /// What stands between hours and minutes beside the colon.
    pub clock_point: bool,
    /// The mark of decimals.
    pub decimal: char,
    /// Half an hour before the hour that follows the word for half: "setengah tujuh" is 06:30.
    pub half_comes_before: bool,
    /// Hours of the parts of the day: first hour and the hour after the last.
    pub part_hours: &'static [(Part, u8, u8)],
}

impl TimeWords {
    /// No words.
    pub const EMPTY: Self = Self {
        words: &[],
        past_endings: &[],
        decade_endings: &[],
        ordinal_endings: &[],
        ordinal_prefix: "",
        direction_follows: false,
        month_before_day: false,
        day_first: true,
        clock_point: false,
        decimal: '.',
        half_comes_before: false,
        part_hours: &[],
    };
}

/// What a word or phrase means for time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum TimeWord {
    /// A month, 1 to 12.
    Month(u8, Form),
    /// A weekday, Monday is 1.
    Weekday(u8, Form),
    /// Several such weekdays: "Mondays".
    Weekdays(u8),
    /// "malam Jumat": the night before the weekday.
    NightBefore(u8),
    /// "Minggu": Sunday, and in lower case the week.
    SundayOrWeek,
    /// One of these, to be counted.
    Unit(Unit),
    /// Several of these: "years".
    Units(Unit),
    /// "jam": an hour, and the word before a clock.
    HourOrClock,
    /// "setahun": one of these in one word.
    One(Unit),
    /// "bertahun-tahun": nobody counts how many.
    Many(Unit),
    /// "tahunan", "daily": once in each.
    Repeated(Unit),
    /// A number word.
    Number(u32),
    /// "belas": ten more.
    Teen,
    /// "puluh", "hundred": so many times the number before.
    Scale(u32),
    /// "setengah", "half".
    Half,
    /// "beberapa", "several", "puluhan".
    Several,
    /// A place in an order, as a word.
    Ordinal(u8),
    /// "second": an ordinal and a unit.
    OrdinalOrUnit(u8, Unit),
    /// "sixties", by its tens.
    DecadeName(u8),
    /// "year-end".
    YearEnd,
    /// "the".
    Article,
    /// "a", "an".
    Single,
    /// A day by its distance from today, perhaps with its part.
    Day(i8, Option<Part>),
    /// A part of the day.
    Part(Part),
    /// "pukul": a clock follows.
    Clock,
    /// "o'clock".
    OClock,
    /// "a.m." is false, "p.m." is true.
    Meridiem(bool),
    /// "noon", "midnight".
    ClockName(u8),
    /// "half past": so many minutes beside the hour that follows.
    BesideHour(i8),
    /// A zone.
    Zone(Zone),
    /// "awal", "early": which end of it.
    Fuzzy(Modifier),
    /// "lebih dari", "about": how exact the amount is.
    Amount(Modifier),
    /// "or more", "atau lebih": the same behind the amount.
    AmountAfter(Modifier),
    /// "lalu", "last", "ini", "next".
    Direction(Direction),
    /// "ago", which only follows an amount.
    Ago,
    /// "lagi", "from now".
    Hence,
    /// "kemudian", "later".
    Later,
    /// "sebelumnya", "earlier".
    Earlier,
    /// "before": ends an amount where nothing follows it, and leads a year.
    Before,
    /// "after", likewise.
    After,
    /// "terakhir": the span that ends now.
    Lasting,
    /// "ke depan": behind an amount the span from now on, alone a vague time.
    LastingOrVague(Vague),
    /// "straight", "consecutive": between an amount and its unit.
    Filler,
    /// "waktu setempat", "local time".
    LocalTime,
    /// "keesokan harinya": the day after the one spoken of.
    NextDay,
    /// "setiap", "every".
    Every,
    /// "per".
    Per,
    /// "other" in "every other week".
    Other,
    /// "kali", "times".
    Occasions,
    /// "twice".
    Often(u8),
    /// "saat ini", "recently", "soon".
    Vague(Vague),
    /// Vague, unless another word stands before it ("dulu", "tadi").
    Loose(Vague),
    /// A phrase or small word that is no time, though its words may be.
    Idle,
    /// "Masehi" is false, "SM" and "BC" are true.
    Era(bool),
    /// "hingga", "to".
    To,
    /// "dan", "and".
    And,
    /// "of".
    Of,
    /// "pada", "since": a bare year or month may follow.
    In,
    /// "at", "on": joins a clock with its day.
    At,
    /// "HUT", "anniversary": years after a founding.
    Anniversary,
    /// What was founded on that day: year, month, day.
    Founded(u16, u8, u8),
    /// A named day.
    Holiday(Holiday),
    /// A month of the Islamic calendar.
    HijriMonth(u8),
    /// "Hijriah".
    Hijri,
    /// A season by its first month, and whether the word means something else as well.
    Season(u8, Form),
    /// "tanggal", "hari": belongs to the date that follows.
    DateNoun,
    /// "berusia", "aged": what follows is an age.
    Age,
    /// "old" after an amount.
    Old,
    /// "nomor", "pasal", "Rp": the number that follows is no date.
    Label,
    /// "Pilpres": the year that follows belongs to a name.
    EventHead,
    /// The clause looks ahead.
    Ahead,
    /// The clause looks back: somebody says, or said.
    Back,
    /// The clause tells what has happened.
    Happened,
}

/// How sure a word is of its meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// It means nothing else.
    Plain,
    /// It is also a name or another word: a neighbour must speak for it.
    Shared,
    /// A short form, which needs a number beside it.
    Short,
}

/// What time is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unit {
    /// 1/60 of a minute.
    Second,
    /// 1/60 of an hour.
    Minute,
    /// 1/24 of a day.
    Hour,
    /// A day or longer.
    Calendar(Grain),
}

/// Where from here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// "lalu", "last".
    Last,
    /// "ini", "this".
    This,
    /// "depan", "next".
    Next,
    /// "itu", "that": the one just spoken of.
    That,
    /// "following": the one after that.
    Following,
    /// "previous": the one before that.
    Preceding,
}

/// Time that nobody can put a date to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Vague {
    /// "kini", "now".
    Present,
    /// "dulu", "recently".
    Past,
    /// "masa depan", "soon".
    Future,
}

impl Unit {
    /// The unit that a fraction of this one is told in, and how many of it make one.
    pub fn divided(self) -> (Unit, u32) {
        match self {
            Unit::Second | Unit::Minute => (Unit::Second, 60),
            Unit::Hour => (Unit::Minute, 60),
            Unit::Calendar(Grain::Century) => (Unit::Calendar(Grain::Year), 100),
            Unit::Calendar(Grain::Decade) => (Unit::Calendar(Grain::Year), 10),
            Unit::Calendar(Grain::Year) => (Unit::Calendar(Grain::Month), 12),
            Unit::Calendar(Grain::Half) => (Unit::Calendar(Grain::Month), 6),
            Unit::Calendar(Grain::Quarter | Grain::Season) => (Unit::Calendar(Grain::Month), 3),
            Unit::Calendar(Grain::Month) => (Unit::Calendar(Grain::Day), 30),
            Unit::Calendar(Grain::Week) => (Unit::Calendar(Grain::Day), 7),
            Unit::Calendar(Grain::Weekend) => (Unit::Calendar(Grain::Day), 2),
            Unit::Calendar(Grain::Day) => (Unit::Hour, 24),
        }
    }

    /// Longer units rank higher.
    pub fn rank(self) -> u8 {
        match self {
            Unit::Second => 0,
            Unit::Minute => 1,
            Unit::Hour => 2,
            Unit::Calendar(grain) => 3 + Grain::Day as u8 - grain as u8,
        }
    }
}

impl Vague {
    /// TIMEX3 value.
    pub fn timex(self) -> &'static str {
        match self {
            Vague::Present => "PRESENT_REF",
            Vague::Past => "PAST_REF",
            Vague::Future => "FUTURE_REF",
        }
    }
}

/// A part of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Until about noon.
    Morning,
    /// Around noon.
    Midday,
    /// After noon.
    Afternoon,
    /// Before the night.
    Evening,
    /// The dark hours.
    Night,
}

impl Part {
    /// TIMEX3 code.
    pub fn code(self) -> &'static str {
        match self {
            Part::Morning => "MO",
            Part::Midday => "MI",
            Part::Afternoon => "AF",
            Part::Evening => "EV",
            Part::Night => "NI",
        }
    }
}

/// A time zone that news names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Zone {
    /// Minutes east of UTC, all year.
    Fixed(i16),
    /// Minutes east of UTC in winter; an hour more in the summer of the United States.
    American(i16),
}
