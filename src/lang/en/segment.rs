use crate::lang::segment::SegmentWords;

pub const WORDS: SegmentWords = SegmentWords {
    small_words: &[
        "about", "after", "all", "also", "an", "and", "are", "as", "at", "be", "because", "been", "before", "but", "by", "can",
        "could", "did", "do", "for", "from", "had", "has", "have", "he", "her", "his", "how", "if", "in", "into", "is", "it",
        "its", "more", "most", "my", "new", "no", "not", "of", "on", "one", "or", "other", "our", "out", "over", "said", "she",
        "so", "some", "than", "that", "the", "their", "them", "there", "these", "they", "this", "those", "to", "two", "up",
        "was", "we", "were", "what", "when", "which", "who", "will", "with", "would", "you", "your",
    ],
    abbreviations: &[
        "adm", "apr", "aug", "ave", "bros", "capt", "cmdr", "co", "col", "corp", "dec", "dept", "dr", "feb", "fig", "fr", "gen",
        "gov", "hon", "inc", "jan", "jr", "jul", "jun", "lt", "ltd", "maj", "mar", "mr", "mrs", "ms", "mt", "no", "nov", "oct",
        "pres", "prof", "rep", "rev", "sen", "sep", "sept", "sgt", "sr", "st", "supt", "vs",
    ],
};
