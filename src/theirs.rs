//! Makes words that a person typed or pasted safe for a page, a picture or the title of a document.
//!
//! # Rules
//! - All of them are names or single lines: any white space, line ends included, becomes one space, with none at the ends.
//! - Characters that no document can hold (control characters, U+FEFF, Unicode's noncharacters) are replaced by a box, like letters
//!   that no font has, so that a reader sees that something was there. [`Theirs::replaced`] lists them, for a warning.
//! - Everything after thirty marks on one letter is replaced as well: more marks take minutes to lay out, and no language has so
//!   many. (Unicode's stream-safe text has the same limit.)
//! - Words that show nothing, only spaces or characters that affect others, count as no words.
//! - Text directions stay inside the words: every direction that they open is closed, and they close no other one. Words with
//!   letters or marks from right to left are isolated from the text around them (FSI and PDI), so they cannot reorder it. Words that
//!   open more directions at once than anybody writes lose all of these.
//! - Everything else stays. Letters that no font has are replaced by boxes later, when the page is laid out.

use std::collections::BTreeSet;

/// Replaces a character that no document can hold, and a letter that no font has. Our own font has this box, but not U+FFFD.
pub(crate) const BOX: char = '\u{25a1}';

/// The most marks on one letter.
const MARKS: usize = 30;
/// The most directions that are open at once.
const DEPTH: usize = 16;

const FIRST_STRONG_ISOLATE: char = '\u{2068}';
const END_OF_ISOLATE: char = '\u{2069}';
const END_OF_EMBEDDING: char = '\u{202c}';

/// Makes words safe, and remembers what it replaced.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Theirs {
    replaced: BTreeSet<char>,
}

impl Theirs {
    /// The words in a form that is safe anywhere; empty where they show nothing.
    pub fn words(&mut self, text: &str) -> String {
        let mut fit = String::with_capacity(text.len());
        for word in text.split_whitespace() {
            if !fit.is_empty() {
                fit.push(' ');
            }
            let mut marks = 0;
            for c in word.chars() {
                marks = if is_mark(c) { marks + 1 } else { 0 };
                if marks > MARKS || cannot_stand(c) {
                    self.replaced.insert(c);
                    // One box for all marks beyond the limit.
                    if marks <= MARKS + 1 {
                        fit.push(BOX);
                    }
                } else {
                    fit.push(c);
                }
            }
        }
        if fit.chars().all(|c| c == ' ' || shows_nothing(c)) { String::new() } else { apart(&fit) }
    }

    /// The characters that were replaced by a box.
    pub const fn replaced(&self) -> &BTreeSet<char> {
        &self.replaced
    }
}

/// Like [`Theirs::words`] for one text, without a warning.
pub fn theirs(text: &str) -> String {
    Theirs::default().words(text)
}

/// Characters by their numbers, for a warning: "U+0007, U+FEFF", and no more than a few.
pub fn by_number(characters: &BTreeSet<char>) -> String {
    const MOST: usize = 8;
    let mut all: Vec<String> = characters.iter().take(MOST).map(|c| format!("U+{:04X}", u32::from(*c))).collect();
    if characters.len() > MOST {
        all.push("…".to_owned());
    }
    all.join(", ")
}

/// Whether no document can hold it.
pub(crate) fn cannot_stand(c: char) -> bool {
    c.is_control() || matches!(c, '\u{feff}' | '\u{fdd0}'..='\u{fdef}') || u32::from(c) & 0xfffe == 0xfffe
}

/// Whether it is a mark on the letter before it, of the kind that any letter can have.
const fn is_mark(c: char) -> bool {
    matches!(c,
        '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5bd}' | '\u{610}'..='\u{61a}'
        | '\u{64b}'..='\u{65f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{fe20}'..='\u{fe2f}' | '\u{e0100}'..='\u{e01ef}')
}

/// Whether it shows nothing itself: it only affects others, or is blank.
pub(crate) const fn shows_nothing(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
        | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{2800}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fff8}'
        | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

/// Whether it runs from right to left, or may change directions.
const fn turns(c: char) -> bool {
    matches!(c,
        '\u{590}'..='\u{8ff}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
        | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

/// The words without an isolate around all of them, which words that were made safe before have. One isolate is enough, and making
/// words safe twice must not bring them nearer to the limit of open directions.
fn inside(words: &str) -> &str {
    let inner = words.strip_prefix(FIRST_STRONG_ISOLATE).and_then(|rest| rest.strip_suffix(END_OF_ISOLATE));
    let Some(inner) = inner else { return words };
    let mut open = 1_usize;
    for c in inner.chars() {
        match c {
            '\u{2066}'..='\u{2068}' => open += 1,
            END_OF_ISOLATE if open == 1 => return words,
            END_OF_ISOLATE => open -= 1,
            _ => {}
        }
    }
    if open == 1 { inner } else { words }
}

/// The words with balanced directions, isolated from the text around them.
fn apart(words: &str) -> String {
    if !words.chars().any(turns) {
        return words.to_owned();
    }
    let words = inside(words);
    let mut out = String::with_capacity(words.len() + 8);
    out.push(FIRST_STRONG_ISOLATE);
    // The characters that close the open directions, the innermost last.
    let mut open: Vec<char> = Vec::new();
    for c in words.chars() {
        match c {
            '\u{202a}' | '\u{202b}' | '\u{202d}' | '\u{202e}' => open.push(END_OF_EMBEDDING),
            '\u{2066}'..='\u{2068}' => open.push(END_OF_ISOLATE),
            END_OF_EMBEDDING => match open.last() {
                Some(&END_OF_EMBEDDING) => drop(open.pop()),
                _ => continue,
            },
            // It also closes everything that was embedded since its isolate began.
            END_OF_ISOLATE => match open.iter().rposition(|end| *end == END_OF_ISOLATE) {
                Some(at) => open.truncate(at),
                None => continue,
            },
            _ => {}
        }
        if open.len() > DEPTH {
            let plain = words.chars().filter(|c| !matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'));
            return std::iter::once(FIRST_STRONG_ISOLATE).chain(plain).chain([END_OF_ISOLATE]).collect();
        }
        out.push(c);
    }
    out.extend(open.into_iter().rev());
    out.push(END_OF_ISOLATE);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_words_stay_as_they_are() {
        for words in ["Dana Example", "Zoë Ångström-Łukaszewicz", "王小明", "👩\u{200d}💻", "a\u{301}", "x\u{e123}y"]
        {
            assert_eq!(theirs(words), words);
        }
        assert_eq!(theirs("  a\t b\r\nc\u{2028}d\u{85}e\u{b}f  "), "a b c d e f");
    }

    #[test]
    fn what_cannot_stand_is_seen_and_known() {
        let mut theirs = Theirs::default();
        assert_eq!(theirs.words("a\u{0}b\u{7}\u{feff}\u{ffff}\u{fdd0}\u{10fffe}"), "a□b□□□□□");
        assert_eq!(by_number(theirs.replaced()), "U+0000, U+0007, U+FDD0, U+FEFF, U+FFFF, U+10FFFE");
        assert_eq!(theirs.words("\u{1}\u{2}"), "□□", "control characters alone");
    }

    #[test]
    fn what_shows_nothing_is_nothing() {
        for words in ["", " ", "\u{202e}", "\u{2066} \u{200b}", "\u{ad}\u{3164}\u{2800}", "\u{e0001}\u{e007f}"] {
            assert_eq!(theirs(words), "", "{words:?}");
        }
    }

    #[test]
    fn directions_are_closed_and_close_nothing_else() {
        assert_eq!(theirs("a\u{202e}b"), "\u{2068}a\u{202e}b\u{202c}\u{2069}");
        assert_eq!(theirs("a\u{2069}\u{202c}b\u{202e}"), "\u{2068}ab\u{202e}\u{202c}\u{2069}");
        assert_eq!(theirs("\u{2067}\u{202e}a\u{2069}b"), "\u{2068}\u{2067}\u{202e}a\u{2069}b\u{2069}");
        assert_eq!(theirs("\u{2067}a\u{202c}"), "\u{2068}\u{2067}a\u{2069}\u{2069}");
        assert_eq!(theirs("محمد"), "\u{2068}محمد\u{2069}");
    }

    #[test]
    fn words_that_are_fit_stay_as_they_are_however_much_they_open() {
        for depth in 0..20 {
            for opens in ["\u{202e}", "\u{2066}", "\u{2068}", "\u{202a}\u{2067}"] {
                let fit = theirs(&format!("x{}y", opens.repeat(depth)));
                assert_eq!(theirs(&fit), fit, "{depth} times {opens:?}");
            }
        }
        assert_eq!(theirs("\u{2068}a\u{2069}\u{2068}b\u{2069}"), "\u{2068}\u{2068}a\u{2069}\u{2068}b\u{2069}\u{2069}");
    }

    #[test]
    fn more_marks_or_directions_than_anybody_writes_are_cut() {
        let accents = "\u{301}".repeat(31);
        let mut made = Theirs::default();
        assert_eq!(made.words(&format!("a{accents}{accents}b")), format!("a{}□b", &accents[2..]));
        assert_eq!(by_number(made.replaced()), "U+0301");
        assert_eq!(theirs(&"\u{202e}a".repeat(17)), format!("\u{2068}{}\u{2069}", "a".repeat(17)));
    }

    #[test]
    fn many_are_not_all_listed() {
        let all: BTreeSet<char> = (0..20_u8).map(char::from).collect();
        assert!(by_number(&all).ends_with("U+0007, …"));
    }
}
