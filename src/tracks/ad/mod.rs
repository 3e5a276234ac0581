//! A job ad, line by line: what it says about each facet, and the role that follows.
//!
//! # Rules
//!
//! **Lines.** A pasted text is split at its line ends and bullets, then at the ends of its sentences. Bullets and spaces around a line
//! are removed, and so are empty lines. A sentence ends at a full stop, a question mark or an exclamation mark before a space and a
//! capital letter, a digit or a quotation mark, but not after an abbreviation: a single letter, letters with a stop among them, or one
//! of [`SHORT`]. What is still longer than [`LONG`] letters is also split at its semicolons. A text that is longer than a profile may
//! hold is cut after the last whole line that fits, and the caller is told. The first line is the ad's title, and not among the
//! lines, when an empty line follows it, it has no bullet, and it does not end like a sentence.
//!
//! **Suggestions.** A list of words for each facet, in `assets/tracks/`, that anybody can read. A word counts if it is in
//! the line; one that ends in `*` also if a longer word begins with it; several words count if they follow each other. The
//! facet with most of its words in the line comes first. The person decides; a suggestion comes with the words that led to
//! it.
//!
//! **Demands.** The tagged lines of each facet are counted. When there are more than [`SCALED`] of them in all, the counts are
//! scaled down as if there were [`SCALED`], so that a long ad asks no more than a short one. Halves are rounded up, and a facet
//! with a line keeps at least one. No line: demand 2, weight 0; one line: demand 3, weight 1; two lines: demand 4, weight 2;
//! three or more: demand 5, weight 3.

mod words;

use crate::instrument::{ByFacet, KnownFacet};
use crate::profile::{AdLine, FacetWeight, MAX_AD_BYTES, MAX_AD_LINES, Rating};

pub use words::{Keywords, Suggestion};

/// A sentence with more letters than this is split at its semicolons.
pub const LONG: usize = 160;
/// Abbreviations that end with a full stop, in small letters, without it.
pub const SHORT: [&str; 24] = [
    "approx", "ca", "dept", "dr", "etc", "excl", "hrs", "inc", "incl", "ltd", "max", "min", "mr", "mrs", "ms", "no",
    "nr", "prof", "resp", "sr", "st", "tel", "vs", "yrs",
];
/// When more lines than this are tagged, the counts are scaled down to it.
pub const SCALED: usize = 12;

/// A first line with more letters than this is no title.
const LONGEST_TITLE: usize = 80;

/// A job ad in lines.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Split {
    /// Its title, where it begins with one.
    pub title: Option<String>,
    /// The lines.
    pub lines: Vec<String>,
    /// Whether the end was cut off, because it was longer than can be kept.
    pub cut: bool,
}

/// Splits a pasted job ad into lines.
pub fn split(text: &str) -> Split {
    let (title, text) = title(text);
    let mut split = Split { title: title.map(str::to_owned), ..Split::default() };
    let mut bytes = 0;
    let parts = text.lines().flat_map(|line| line.split(['•', '●', '▪', '◦', '‣']));
    for line in parts.map(bare).filter(|line| !line.is_empty()).flat_map(sentences) {
        bytes += line.len() + 1;
        if bytes > MAX_AD_BYTES || split.lines.len() == MAX_AD_LINES {
            split.cut = true;
            return split;
        }
        split.lines.push(line.to_owned());
    }
    split
}

/// The title of an ad, and the rest of it.
fn title(text: &str) -> (Option<&str>, &str) {
    let begun = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    let Some((first, rest)) = begun.split_once('\n') else { return (None, text) };
    let words = first.trim();
    let apart = rest.lines().next().is_some_and(|line| line.trim().is_empty()) && !rest.trim().is_empty();
    let plain = bare(words) == words && !words.ends_with(['.', ';', ':', '!', '?', ',']);
    if apart && plain && words.chars().count() <= LONGEST_TITLE { (Some(words), rest) } else { (None, text) }
}

/// Without bullets, numbers of a list, and spaces around it.
fn bare(line: &str) -> &str {
    let bullet = |c: char| c.is_whitespace() || c.is_control() || "·–—-*+>✓✔\u{feff}\u{200b}".contains(c);
    line.trim_matches(|c: char| c.is_whitespace() || c.is_control()).trim_start_matches(bullet)
}

/// Splits a line into its sentences, and a long sentence at its semicolons. What is longer than a whole ad may be is left to the limit.
fn sentences(line: &str) -> Vec<&str> {
    let all = pieces(line, ends_sentence);
    all.into_iter().flat_map(|it| if it.chars().count() <= LONG { vec![it] } else { pieces(it, ends_part) }).collect()
}

/// Splits at every place after a letter where `ends` says so, given what is before and after it.
fn pieces(text: &str, ends: fn(&str, &str) -> bool) -> Vec<&str> {
    let (mut found, mut from) = (Vec::new(), 0);
    for (at, mark) in text.char_indices() {
        let after = at + mark.len_utf8();
        if ends(&text[from..after], &text[after..]) {
            found.push(text[from..after].trim());
            from = after;
        }
    }
    found.push(text[from..].trim());
    found.retain(|piece| !piece.is_empty());
    found
}

/// Whether a sentence ends between these two.
fn ends_sentence(before: &str, after: &str) -> bool {
    if !before.ends_with(['.', '!', '?']) || !after.starts_with(char::is_whitespace) {
        return false;
    }
    let begins = |next: char| next.is_uppercase() || next.is_numeric() || "\"'“„«‘(".contains(next);
    if !after.trim_start().chars().next().is_some_and(begins) {
        return false;
    }
    let Some(words) = before.strip_suffix('.') else { return true };
    let last = words.rsplit(char::is_whitespace).next().unwrap_or("").trim_start_matches(['(', '"', '“', '„']);
    let letters = last.chars().filter(|c| c.is_alphabetic()).count();
    let short = letters == 1 && last.chars().count() == 1 || last.contains('.') && letters > 0;
    !short && !SHORT.contains(&last.to_lowercase().as_str())
}

/// Whether a part of a sentence ends between these two.
fn ends_part(before: &str, after: &str) -> bool {
    before.ends_with(';') && after.starts_with(char::is_whitespace)
}

/// What an ad asks of each facet, and how much that counts, from its tagged lines; `None` where none is tagged.
pub fn derive(lines: &[AdLine]) -> Option<ByFacet<(Rating, FacetWeight)>> {
    let mut counts = ByFacet::all(0);
    let tagged = lines.iter().filter_map(|line| line.facet.as_ref());
    for facet in tagged.filter_map(|facet| KnownFacet::of(facet.as_str())) {
        counts[facet] += 1;
    }
    let all: usize = counts.values().sum();
    (all > 0).then(|| counts.map(|count| asked(scaled(count, all))))
}

/// Computed in whole numbers, so that halves are exact: (2 n S + N) / 2 N rounds n S / N half up.
fn scaled(count: usize, all: usize) -> usize {
    if all <= SCALED || count == 0 { count } else { ((2 * count * SCALED + all) / (2 * all)).max(1) }
}

fn asked(lines: usize) -> (Rating, FacetWeight) {
    let step = lines.min(3);
    (Rating::ALL[step + 1], FacetWeight::ALL[step])
}

/// How many lines each facet has.
pub fn tally(lines: &[AdLine]) -> ByFacet<usize> {
    ByFacet::of(|facet| {
        let of_facet = |line: &&AdLine| line.facet.as_ref().is_some_and(|id| id.as_str() == facet.as_str());
        lines.iter().filter(of_facet).count()
    })
}
