//! Which language is the article in? Counts the words that hardly a sentence of its news does without, most of them small.

use super::sorted::Sorted;
use super::{Token, TokenKind, Word};
use crate::lang::LanguageId;
use crate::order;

/// Fewer small words than this say nothing.
const MIN_HITS: usize = 2;
/// In prose more than one word in eight is on its language's list; in another language hardly any.
const MIN_SHARE: f32 = 0.12;

/// The language whose small words are clearly the most frequent; otherwise [`LanguageId::Unknown`].
pub fn identify(tokens: &[Token], words: &[Word], sorted: &Sorted) -> LanguageId {
    let mut uses = vec![0usize; words.len()];
    for token in tokens.iter().filter(|token| token.kind == TokenKind::Word) {
        uses[token.word] += 1;
    }
    let n_words: usize = uses.iter().sum();
    let hits = |language: LanguageId| -> usize {
        let mut hits = 0;
        let profile = language.tables().segment.small_words;
        sorted.walk(words, profile, |key| key, |word, _, is_own| hits += if is_own { uses[word] } else { 0 });
        hits
    };
    let mut counts: Vec<(usize, LanguageId)> = LanguageId::KNOWN.iter().map(|&language| (hits(language), language)).collect();
    order::by(&mut counts, |&(n, _)| [!n, 0, 0]);
    let (best, language) = counts[0];
    let second = counts[1].0;
    let clear = best >= MIN_HITS && best as f32 >= MIN_SHARE * n_words as f32 && best * 2 > second * 3;
    if clear { language } else { LanguageId::Unknown }
}

#[cfg(test)]
mod tests {
    use crate::lang::LanguageId;
    use crate::segment::Document;

    #[test]
    fn languages_are_told_apart_or_said_unknown() {
        let cases = [
            ("Presiden mengatakan bahwa harga beras akan turun pada bulan ini.", LanguageId::Indonesian),
            ("The president said that the price of rice would fall this month.", LanguageId::English),
            ("Presiden Joko Santoso tiba di Medan, Kamis (21/11/2024).", LanguageId::Indonesian),
            ("Rafi Hidayat lahir di Medan tahun 1990.", LanguageId::Indonesian),
            ("Police arrested two men on Friday.", LanguageId::English),
            ("Il presidente arriva di nuovo a Roma.", LanguageId::Unknown),
            ("El presidente dijo que el precio del arroz bajará este mes.", LanguageId::Unknown),
            ("De minister zei dat de prijs van rijst deze maand zal dalen.", LanguageId::Unknown),
            ("大統領は今月、米の価格が下がると述べた。", LanguageId::Unknown),
            ("12345 67,8", LanguageId::Unknown),
            ("", LanguageId::Unknown),
        ];
        for (text, want) in cases {
            assert_eq!(Document::new(text, None).language.id, want, "{text}");
        }
    }
}
