//! What the tagger looks at. The same functions serve training and reading.
//!
//! Features of three kinds: of a word form alone (scored once for each distinct form), of all mentions of a word in the
//! article (once for each distinct word), and of a token where it stands.

use super::article::{Article, Form, Mentioned};
use super::lists;
use crate::segment::Case;
use std::ops::Range;

/// Bits of a feature's number.
pub const FEATURE_BITS: u32 = 22;

/// A form is looked at from its own token and from the two on either side.
pub const WINDOW: Range<isize> = -2..3;

/// The longest prefix and suffix looked at, in characters.
const LONGEST_AFFIX: usize = 5;

/// Takes the features over, one by one.
pub trait Sink {
    /// One feature.
    fn feature(&mut self, feature: u32);
}

/// The kinds of features; a number is never used for two.
#[derive(Clone, Copy)]
#[repr(u64)]
enum Kind {
    Word = 1,
    CasedWord,
    Prefix,
    Suffix,
    LongShape,
    Shape,
    Listed,
    ListedShape,
    Class,
    PairBefore,
    PairAfter,
    PairAround,
    PairTwoBefore,
    PairTwoAfter,
    BeforeShape,
    ShapeAfter,
    Shapes,
    WideShapes,
    SentenceStart,
    TitleBlock,
    RunPlace,
    RunFirst,
    RunLast,
    RunBefore,
    RunAfter,
    RunAround,
    RunTwoBefore,
    RunBeforeLength,
    RunListed,
    RunListedPlace,
    RunFirstClass,
    RunLastClass,
    RunLastSuffix,
    RunStart,
    RunBeforeClass,
    Bracketed,
    BracketAfter,
    GapAfter,
    GapBefore,
    Phrase,
    PhraseRun,
    PhraseNear,
    ArticleLower,
    ArticleCount,
    ArticleBefore,
    ArticleAfter,
    ArticleRunBefore,
    ArticleRunAfter,
    ArticleRunFirst,
    ArticleRunLast,
    ArticleRunPlace,
    ArticleRunClass,
    ArticleBracketed,
    Usage,
    UsageShape,
    UsageBefore,
    UsageAfter,
    UsageAround,
    UsageTwoBefore,
    RunUsageBefore,
    RunUsageAfter,
    RunUsages,
    StartUsage,
}

/// The number of a feature.
fn key(kind: Kind, a: u64, b: u64) -> u32 {
    let mixed = lists::scramble(a ^ (kind as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15)) ^ b.wrapping_mul(0xd6e8_feb8_6659_fd93);
    (lists::scramble(mixed) >> (64 - FEATURE_BITS)) as u32
}

/// Features of a form seen from a token `offset` before it; `None` stands for the edge of the block.
pub fn of_form(article: &Article, word: Option<usize>, offset: isize, sink: &mut impl Sink) {
    let form = word.map_or(&Form::EDGE, |word| &article.forms[word]);
    let side = offset as u64;
    sink.feature(key(Kind::Word, form.hash, side));
    sink.feature(key(Kind::Shape, form.shape, side));
    if form.listed > 0 {
        sink.feature(key(Kind::Listed, u64::from(form.listed), side));
    }
    sink.feature(key(Kind::Usage, u64::from(form.usage), side));
    if offset.abs() < 2 {
        form.classes.bits().for_each(|class| sink.feature(key(Kind::Class, class, side)));
    }
    if offset.abs() == 1 {
        sink.feature(key(Kind::Suffix, form.ending, side));
    }
    if let (0, Some(word)) = (offset, word) {
        sink.feature(key(Kind::CasedWord, form.hash, form.case as u64));
        sink.feature(key(Kind::LongShape, form.long_shape, 0));
        sink.feature(key(Kind::UsageShape, u64::from(form.usage), form.shape));
        sink.feature(key(Kind::ListedShape, u64::from(form.listed), form.shape));
        affixes(&article.document.words[word].lower, sink);
    }
}

fn affixes(word: &str, sink: &mut impl Sink) {
    let ends = word.char_indices().map(|(at, c)| at + c.len_utf8());
    for (n, end) in ends.enumerate().take(LONGEST_AFFIX) {
        sink.feature(key(Kind::Prefix, lists::hash(&word[..end]), n as u64));
    }
    for (n, (start, _)) in word.char_indices().rev().enumerate().take(LONGEST_AFFIX) {
        sink.feature(key(Kind::Suffix, lists::hash(&word[start..]), n as u64 + 10));
    }
}

/// Features of all mentions of a word in the article together.
pub fn of_mentions(article: &Article, mentioned: &Mentioned, sink: &mut impl Sink) {
    if mentioned.n_lower > 0 && !mentioned.capitals().is_empty() {
        sink.feature(key(Kind::ArticleLower, u64::from(mentioned.n_lower_told()), mentioned.capitals().len().min(3) as u64));
    }
    if mentioned.capitals().len() < 2 {
        return;
    }
    sink.feature(key(Kind::ArticleCount, mentioned.capitals().len().min(4) as u64, 0));
    let mut features = Vec::with_capacity(64);
    for &token in mentioned.capitals() {
        of_mention(article, token as usize, &mut features);
    }
    features.sort_unstable();
    features.dedup();
    features.into_iter().for_each(|feature| sink.feature(feature));
}

/// What stands around one mention, said of all of them.
fn of_mention(article: &Article, i: usize, features: &mut Vec<u32>) {
    features.push(key(Kind::ArticleBefore, article.form(i, -1).hash, 0));
    features.push(key(Kind::ArticleAfter, article.form(i, 1).hash, 0));
    let Some(run) = article.runs.at(i) else { return };
    let (first, last) = (article.form(run.start, 0), article.form(run.end - 1, 0));
    let before = article.form(run.start, -1);
    if run.len() > 1 {
        features.push(key(Kind::ArticleRunBefore, before.hash, 0));
        features.push(key(Kind::ArticleRunAfter, article.form(run.end - 1, 1).hash, 0));
        features.push(key(Kind::ArticleRunFirst, first.hash, 0));
        features.push(key(Kind::ArticleRunLast, last.hash, 0));
    }
    features.push(key(Kind::ArticleRunPlace, place(run, i), length(run)));
    features.extend(before.classes.bits().map(|class| key(Kind::ArticleRunClass, class, 0)));
    features.extend(bracketed(article, run).map(|inside| key(Kind::ArticleBracketed, inside.0, inside.1)));
}

/// Features of token `i` where it stands.
pub fn of_token(article: &Article, i: usize, sink: &mut impl Sink) {
    let [two_before, before, own, after, two_after] = [-2, -1, 0, 1, 2].map(|offset| article.form(i, offset));
    sink.feature(key(Kind::PairBefore, before.hash, own.hash));
    sink.feature(key(Kind::PairAfter, own.hash, after.hash));
    sink.feature(key(Kind::PairAround, before.hash, after.hash));
    sink.feature(key(Kind::PairTwoBefore, two_before.hash, before.hash));
    sink.feature(key(Kind::PairTwoAfter, after.hash, two_after.hash));
    sink.feature(key(Kind::BeforeShape, before.hash, own.shape));
    sink.feature(key(Kind::ShapeAfter, own.shape, after.hash));
    sink.feature(key(Kind::UsageBefore, u64::from(before.usage), own.shape));
    sink.feature(key(Kind::UsageAfter, u64::from(after.usage), own.shape));
    sink.feature(key(Kind::UsageAround, usages(before, after), own.shape));
    sink.feature(key(Kind::UsageTwoBefore, usages(two_before, before), own.shape));
    let near = before.shape << 16 | own.shape << 8 | after.shape;
    sink.feature(key(Kind::Shapes, near, 0));
    sink.feature(key(Kind::WideShapes, near, two_before.shape << 8 | two_after.shape));
    let (since_start, is_title) = article.standing(i);
    if since_start < 2 {
        sink.feature(key(Kind::SentenceStart, since_start, own.shape));
        sink.feature(key(Kind::StartUsage, since_start, u64::from(own.usage) << 8 | own.shape));
    }
    if is_title {
        sink.feature(key(Kind::TitleBlock, own.shape, 0));
    }
    match article.runs.at(i) {
        Some(run) => of_run(article, run, i, sink),
        None => of_gap(article, i, sink),
    }
    of_phrase(article, i, sink);
}

fn of_run(article: &Article, run: &Range<usize>, i: usize, sink: &mut impl Sink) {
    let (first, last) = (article.form(run.start, 0), article.form(run.end - 1, 0));
    let (before, after) = (article.form(run.start, -1), article.form(run.end - 1, 1));
    let (place, length) = (place(run, i), length(run));
    sink.feature(key(Kind::RunPlace, place, length));
    if run.len() > 1 {
        sink.feature(key(Kind::RunFirst, first.hash, place));
        sink.feature(key(Kind::RunLast, last.hash, place));
        sink.feature(key(Kind::RunLastSuffix, last.ending, place));
        sink.feature(key(Kind::RunListed, u64::from(first.listed) << 8 | u64::from(last.listed), length));
        first.classes.bits().for_each(|class| sink.feature(key(Kind::RunFirstClass, class, place)));
        last.classes.bits().for_each(|class| sink.feature(key(Kind::RunLastClass, class, place)));
    }
    sink.feature(key(Kind::RunUsageBefore, u64::from(before.usage), place));
    sink.feature(key(Kind::RunUsageAfter, u64::from(after.usage), place));
    sink.feature(key(Kind::RunUsages, usages(first, last), place));
    sink.feature(key(Kind::RunBefore, before.hash, place));
    sink.feature(key(Kind::RunAfter, after.hash, place));
    sink.feature(key(Kind::RunAround, before.hash, after.hash));
    sink.feature(key(Kind::RunTwoBefore, article.form(run.start, -2).hash, before.hash));
    sink.feature(key(Kind::RunBeforeLength, before.hash, length));
    before.classes.bits().for_each(|class| sink.feature(key(Kind::RunBeforeClass, class, place)));
    let listed = run.clone().take(4).fold(0, |listed, at| listed << 8 | u64::from(article.form(at, 0).listed));
    sink.feature(key(Kind::RunListedPlace, listed, place << 8 | length));
    if article.standing(run.start).0 == 0 {
        sink.feature(key(Kind::RunStart, place, length));
    }
    if let Some((inside, fits)) = bracketed(article, run) {
        sink.feature(key(Kind::Bracketed, inside, fits));
    }
    if article.document.token_text(run.end) == "(" {
        let inside = article.form(run.end, 1);
        sink.feature(key(Kind::BracketAfter, inside.hash, place));
        sink.feature(key(Kind::BracketAfter, inside.shape, place << 8 | 1));
    }
}

/// A word without a capital: what matters is what it stands between.
fn of_gap(article: &Article, i: usize, sink: &mut impl Sink) {
    let near = |at: Option<usize>| at.and_then(|at| article.runs.at(at));
    let own = article.form(i, 0).hash;
    if let Some(run) = near(i.checked_sub(1)).or_else(|| near(i.checked_sub(2))) {
        sink.feature(key(Kind::GapAfter, article.form(run.start, 0).hash, own));
        sink.feature(key(Kind::GapAfter, article.form(run.start, 0).hash, 0));
    }
    if let Some(run) = near(Some(i + 1)).or_else(|| near(Some(i + 2))) {
        sink.feature(key(Kind::GapBefore, article.form(run.start, 0).hash, own));
    }
}

fn of_phrase(article: &Article, i: usize, sink: &mut impl Sink) {
    if let Some((phrase, class)) = article.phrase(i) {
        let is_run = article.runs.at(i) == Some(phrase);
        sink.feature(key(Kind::Phrase, u64::from(class), place(phrase, i)));
        sink.feature(key(Kind::PhraseRun, u64::from(class), place(phrase, i) << 8 | u64::from(is_run)));
    }
    for (side, at) in [(1, i.checked_sub(1)), (2, i.checked_add(1))] {
        if let Some((_, class)) = at.and_then(|at| article.phrase(at)) {
            sink.feature(key(Kind::PhraseNear, u64::from(class), side));
        }
    }
}

/// The first word of the name before the bracket that holds this run, and whether the run is made of that name's initials.
/// Without a name there, whether it is made of the initials of common words: then it names nothing ("bahan bakar minyak (BBM)").
fn bracketed(article: &Article, run: &Range<usize>) -> Option<(u64, u64)> {
    let bracket = run.start.checked_sub(1).filter(|before| article.document.token_text(*before) == "(")?;
    let Some(long) = article.runs.at(bracket.checked_sub(1)?) else {
        return Some((0, u64::from(is_common_short_form(article, run.start))));
    };
    let initials = long.clone().filter_map(|i| article.document.lower(i).chars().next()).filter(|c| c.is_alphabetic());
    let fits = initials.eq(article.document.lower(run.start).chars());
    Some((article.form(long.start, 0).hash, u64::from(fits)))
}

/// True when the word at `i`, in brackets, is made of the initials of the words in small letters before it.
pub fn is_common_short_form(article: &Article, i: usize) -> bool {
    let short = article.document.lower(i);
    let n_before = 1 + short.chars().count();
    let Some(start) = i.checked_sub(n_before).filter(|_| article.word(i, -(n_before as isize)).is_some()) else { return false };
    let is_common = |at: usize| article.document.case(at) == Case::Lower;
    let initials = (start..i - 1).map(|at| article.document.lower(at).chars().next());
    (start..i - 1).all(is_common) && initials.eq(short.chars().map(Some))
}

/// First, inner, last or only.
fn place(range: &Range<usize>, i: usize) -> u64 {
    u64::from(i == range.start) | u64::from(i + 1 == range.end) << 1
}

fn usages(one: &Form, other: &Form) -> u64 {
    u64::from(one.usage) << 8 | u64::from(other.usage)
}

fn length(range: &Range<usize>) -> u64 {
    range.len().min(6) as u64
}
