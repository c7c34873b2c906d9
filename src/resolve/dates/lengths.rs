//! TIMEX3 text of durations and sets.

use super::reading::tail;
use crate::calendar::Grain;
use crate::detect::time::{Count, Length, Point, Repeat};
use crate::lang::time::Unit;

/// `P3D`, `PT7H`, `PXY`, `P2.5Y`, `P2Y6M`, `P3D/P5D`.
pub fn duration(length: Length) -> String {
    let mut text = part(length.major);
    if let Some(least) = length.least {
        return format!("{}/{text}", part((least, length.major.1)));
    }
    if let Some(minor) = length.minor {
        let minor = part(minor);
        let joined = if text.starts_with("PT") { minor.strip_prefix("PT") } else { minor.strip_prefix('P') };
        text.push_str(joined.unwrap_or(""));
    }
    text
}

/// `P1D`, `P2W`, `XXXX-WXX-1`, `XXXX-09`.
pub fn set(repeat: Repeat) -> String {
    match repeat {
        Repeat::Every(count, unit) => part((count, unit)),
        Repeat::At(point) => open(&point),
    }
}

/// The text of a point that no year holds.
pub fn open(point: &Point) -> String {
    if let Some(section) = point.section {
        return format!("XXXX-{}", section.code());
    }
    let day = match (point.weekday, point.month, point.day) {
        (_, Some(month), Some(day)) => format!("XXXX-{month:02}-{day:02}"),
        (_, Some(month), None) => format!("XXXX-{month:02}"),
        (_, None, Some(day)) => format!("XXXX-XX-{day:02}"),
        (Some(weekday), None, None) => format!("XXXX-WXX-{weekday}"),
        (None, None, None) => "XXXX-XX-XX".to_string(),
    };
    day + &tail(point, None)
}

fn part((count, unit): (Count, Unit)) -> String {
    let (prefix, factor, letter) = match unit {
        Unit::Second => ("PT", 1, "S"),
        Unit::Minute => ("PT", 1, "M"),
        Unit::Hour => ("PT", 1, "H"),
        Unit::Calendar(Grain::Century) => ("P", 100, "Y"),
        Unit::Calendar(Grain::Decade) => ("P", 10, "Y"),
        Unit::Calendar(Grain::Year) => ("P", 1, "Y"),
        Unit::Calendar(Grain::Half) => ("P", 6, "M"),
        Unit::Calendar(Grain::Quarter | Grain::Season) => ("P", 3, "M"),
        Unit::Calendar(Grain::Month) => ("P", 1, "M"),
        Unit::Calendar(Grain::Week) => ("P", 1, "W"),
        Unit::Calendar(Grain::Weekend) => ("P", 1, "WE"),
        Unit::Calendar(Grain::Day) => ("P", 1, "D"),
    };
    match (count, unit) {
        // TIMEX3 has letters for decades and centuries, which only an uncounted one needs.
        (Count::Some, Unit::Calendar(Grain::Decade)) => "PXDE".to_string(),
        (Count::Some, Unit::Calendar(Grain::Century)) => "PXCE".to_string(),
        (Count::Some, _) => format!("{prefix}X{letter}"),
        (Count::Hundredths(50), Unit::Hour) => "PT30M".to_string(),
        (Count::Hundredths(50), Unit::Calendar(Grain::Year)) => "P6M".to_string(),
        (Count::Hundredths(n), _) => format!("{prefix}{}{letter}", decimal(n.saturating_mul(factor))),
    }
}

/// Hundredths as a decimal without idle zeros.
fn decimal(hundredths: u32) -> String {
    match (hundredths / 100, hundredths % 100) {
        (whole, 0) => whole.to_string(),
        (whole, rest) if rest % 10 == 0 => format!("{whole}.{}", rest / 10),
        (whole, rest) => format!("{whole}.{rest:02}"),
    }
}
