//! Finds the article's own date: the reader's word, else the stamp of its byline or dateline, else the day in its address on
//! the first line, else, in the news style of "Jumat (22/11/2024)", the latest day that its first paragraphs name with weekday
//! and year.

use super::Draft;
use crate::calendar::{Date, DateTime};
use crate::detect::time::{Expression, Meaning, Point};
use crate::segment::TokenKind;
use crate::{DateSource, Label};

/// The news is told in the first paragraphs; what is dated further down is background.
const FIRST_BLOCKS: usize = 10;

/// Finds the article's own date; a date that the reader gave stands.
pub fn find(draft: &mut Draft) {
    if draft.date.is_some() {
        return;
    }
    if let Some((date, source)) = stamp(draft).or_else(|| address_day(draft)).or_else(|| news_day(draft)) {
        draft.date = Some(date);
        draft.date_source = source;
    }
}

/// The first full date in a byline or dateline, with the clock and zone that stand in the same line.
fn stamp(draft: &Draft) -> Option<(DateTime, DateSource)> {
    let lines = draft.structure.iter().filter(|part| matches!(part.label, Label::Byline | Label::Dateline));
    lines.into_iter().find_map(|line| {
        let times = &draft.findings.times;
        let start = times.partition_point(|time| time.span.start < line.span.start);
        let inside = || times[start..].iter().take_while(|time| line.span.contains(time.span));
        let (day, dated) = inside().find_map(|time| Some((date_of(point_of(time)?)?, time)))?;
        let timed = inside().find(|time| point_of(time).is_some_and(|point| point.clock.is_some()));
        let clocked = timed.and_then(point_of);
        let clock = clocked.and_then(|point| point.clock);
        let offset = clocked.and_then(|point| point.zone).map(|zone| zone.offset(day));
        let span = timed.map_or(dated.span, |timed| timed.span.to(dated.span));
        Some((DateTime { date: day, clock, offset }, DateSource::Stamp(span)))
    })
}

/// "…/news/2022-08-02/…", "…/2022/07/08/…": papers put the day of publishing into the address.
fn address_day(draft: &Draft) -> Option<(DateTime, DateSource)> {
    let link = draft.document.tokens.first().filter(|token| token.kind == TokenKind::Link)?;
    let parts: Vec<&str> = link.span.of(draft.document.text).split(['/', '-']).collect();
    let number = |text: &str, len: usize| -> Option<i32> {
        let is_number = text.len() == len && text.bytes().all(|byte| byte.is_ascii_digit());
        text.parse().ok().filter(|_| is_number)
    };
    let day = parts.windows(3).find_map(|part| {
        let year = number(part[0], 4).filter(|year| (1990..2100).contains(year))?;
        Date::new(year, number(part[1], 2)? as u8, number(part[2], 2)? as u8)
    });
    Some((DateTime { date: day?, clock: None, offset: None }, DateSource::Stamp(link.span)))
}

/// The latest day that is named in full, weekday and all, near the start.
fn news_day(draft: &Draft) -> Option<(DateTime, DateSource)> {
    let end = draft.document.blocks.get(FIRST_BLOCKS - 1).map_or(draft.document.text.len(), |block| block.span.end);
    let named = draft.findings.times.iter().take_while(|time| time.span.end <= end).filter_map(|time| {
        let point = point_of(time).filter(|point| point.weekday.is_some())?;
        // A weekday that does not fit is a slip, and no ground to count from.
        let day = date_of(point).filter(|day| point.weekday == Some(day.weekday()))?;
        Some((day, time.span))
    });
    let (date, span) = named.max_by_key(|(day, span)| (*day, std::cmp::Reverse(span.start)))?;
    Some((DateTime { date, clock: None, offset: None }, DateSource::Text(span)))
}

fn point_of(time: &Expression) -> Option<&Point> {
    match &time.meaning {
        Meaning::Point(point) => Some(point),
        _ => None,
    }
}

fn date_of(point: &Point) -> Option<Date> {
    Date::new(point.year?, point.month?, point.day?)
}

#[cfg(test)]
mod tests {
    use crate::calendar::DateTime;
    use crate::lang::LanguageId;
    use crate::{Annotated, DateSource, Options, annotate};

    fn read(text: &str, language: LanguageId, date: Option<&str>) -> Annotated {
        let options = Options { language: Some(language), date: date.and_then(DateTime::parse), ..Options::default() };
        annotate(text, &options)
    }

    fn date(text: &str, language: LanguageId) -> Option<String> {
        read(text, language, None).date.map(|date| date.to_string())
    }

    #[test]
    fn the_stamp_gives_the_date_with_clock_and_zone() {
        let story = "Harga beras di pasar induk turun sejak kemarin.";
        let cases = [
            ("Rina Wati • 4 Maret 2024 10:15", "2024-03-04T10:15"),
            ("Senin, 4 Maret 2024 | 10.15 WIB", "2024-03-04T10:15+07:00"),
            ("Kompas.com - 04/03/2024, 10:15 WITA", "2024-03-04T10:15+08:00"),
        ];
        for (line, want) in cases {
            assert_eq!(date(&format!("{line}\n{story}"), LanguageId::Indonesian).as_deref(), Some(want), "{line}");
        }
        let english = "Jane Doe | March 4, 2024 10:15 am\nRice prices fell for a third week on Monday.";
        assert_eq!(date(english, LanguageId::English).as_deref(), Some("2024-03-04T10:15"));
    }

    #[test]
    fn the_address_gives_the_day() {
        let story = "\n\nRice prices fell for a third week on Monday.";
        let day = |address: &str| date(&format!("{address}{story}"), LanguageId::English);
        assert_eq!(day("https://news.example/rural/2022-08-02/rice/101").as_deref(), Some("2022-08-02"));
        assert_eq!(day("https://news.example/archives/2019/03/14/20190314007").as_deref(), Some("2019-03-14"));
        assert_eq!(day("https://news.example/rice-2022-13-45/101"), None);
    }

    #[test]
    fn without_a_stamp_the_day_of_the_news_counts_and_the_reader_wins() {
        let text = "Rapat digelar Jumat (22/11/2024). Sebelumnya, Kamis (21/11/2024), warga berunjuk rasa.";
        assert_eq!(date(text, LanguageId::Indonesian).as_deref(), Some("2024-11-22"));
        let given = read(text, LanguageId::Indonesian, Some("2024-12-01"));
        assert_eq!(
            (given.date.map(|date| date.to_string()).as_deref(), given.date_source),
            (Some("2024-12-01"), DateSource::Reader)
        );
    }

    #[test]
    fn a_bare_date_in_the_story_is_nobodys_stamp() {
        assert_eq!(date("Ia lahir pada 22 November 1980 di Medan.", LanguageId::Indonesian), None);
        assert_eq!(date("Rapat digelar Senin (22/11/2024).", LanguageId::Indonesian), None, "a Friday");
    }
}
