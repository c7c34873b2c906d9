use crate::lang::messages::{CheckMessages, Messages, TimeMessages};

pub const MESSAGES: Messages = Messages {
    time: TimeMessages {},
    checks: CheckMessages {
        weekdays: ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"],
        weekday_mismatch: "Tanggal ini jatuh pada hari {expected}.",
        impossible_date: "Tanggal ini tidak ada di kalender.",
        spelling_variants: "Ditulis “{here}” di sini, tetapi {others} di tempat lain.",
        undefined_abbreviation: "Kepanjangan “{here}” tidak disebut dalam artikel.",
        unclosed_quote: "Tanda kutip ini tidak punya pasangan.",
        quote_without_speaker: "Tidak disebut siapa yang mengatakan ini.",
        mixed_separators: "Angka ini mencampur titik dan koma sehingga bisa dibaca dengan dua cara.",
        future_as_past: "Tanggal ini sesudah tanggal artikel, tetapi diceritakan sebagai sudah lewat.",
    },
};
