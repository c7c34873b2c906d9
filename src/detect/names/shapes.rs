//! What a word looks like, whatever it says.

use super::lists;
use crate::segment::{Case, TokenKind};

/// A form's shape in one small number: what it is, how it is capitalised, how long it is.
pub fn shape(kind: TokenKind, case: Case, text: &str) -> u64 {
    let length = match text.len() {
        1 => 0,
        2 | 3 => 1,
        4 | 5 => 2,
        _ => 3,
    };
    match kind {
        // A mark is its own shape; all that are not ASCII look alike.
        TokenKind::Mark => 128 + text.bytes().next().filter(u8::is_ascii).map_or(127, u64::from).min(127),
        _ => 1 + ((kind as u64 * 5 + case as u64) << 2 | length),
    }
}

/// A form's shape letter by letter ("Xxx'Xx", "00.000"), runs cut to four.
pub fn long_shape(text: &str) -> u64 {
    let (mut last, mut n_same) = (' ', 0);
    let letters = text.chars().map(|c| match c {
        c if c.is_ascii_digit() => '0',
        c if c.is_uppercase() => 'X',
        c if c.is_alphabetic() => 'x',
        c => c,
    });
    let kept = letters.filter(|c| {
        n_same = if *c == last { n_same + 1 } else { 1 };
        last = *c;
        n_same <= 4
    });
    kept.fold(7, |hash, c| lists::join(hash, c as u64))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_look_alike_have_one_shape() {
        assert_eq!(long_shape("Jakarta"), long_shape("Surabaya"));
        assert_ne!(long_shape("Jakarta"), long_shape("JAKARTA"));
        assert_eq!(long_shape("10.000"), long_shape("12.345"));
        let title = |text: &str| shape(TokenKind::Word, Case::Title, text);
        assert_eq!(title("Jakarta"), title("Surabaya"));
        assert_ne!(title("Jakarta"), title("Ai"));
        assert_ne!(shape(TokenKind::Mark, Case::None, "("), shape(TokenKind::Mark, Case::None, ")"));
    }
}
