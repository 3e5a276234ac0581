//! Makes texts from outside safe to show: names of files, words from files, arguments, and what libraries say about them.
//!
//! - **One line.** Line breaks and the like become spaces, control characters U+FFFD: no text can break a line or steer a
//!   terminal.
//! - **Nothing hidden.** Characters that Unicode calls *default ignorable* have no width, and some change the order of letters:
//!   `me\u{202e}nek.exe` would be shown as `meexe.ken`. They are written as `<U+202E>`. In the window, joiners and variation
//!   selectors stay: Persian, Hindi and emoji need them, and they reorder nothing. On a terminal, they are removed ([`terminal`]).
//! - **Nothing endless.** An error quotes 80 characters of a value ([`quoted`]). Of a long path or name, the beginning and the end
//!   are shown ([`path`], [`name`]).
//!
//! Data for other programs is not changed and does not pass through here.

use std::fmt::Write;
use std::path::Path;

/// The most characters of a value that an error quotes.
pub const LONGEST: usize = 80;
/// The most characters of a path that are shown.
const LONGEST_PATH: usize = 240;

/// A text in one line, with nothing hidden in it.
pub fn shown(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    open(&words.join(" "))
}

/// A text in one line, without control characters. For pictures, where other hidden characters have their usual effect.
pub fn line(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    marked(&words.join(" "), |_| false)
}

/// Like [`shown`], cut off after 80 characters: for a value in an error.
pub fn quoted(text: &str) -> String {
    // An ignorable character is written with at most nine characters, so this early cut leaves enough for the cut below.
    let enough: String = text.trim_start().chars().take(2 * LONGEST).collect();
    let rest = enough.len() < text.trim().len();
    let line = shown(&enough);
    match line.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", whole_marks(&line[..end])),
        None if rest => format!("{line}…"),
        None => line,
    }
}

/// A path or a name of a file, in one line. Of long names and of a long path, the beginning and the end are shown.
pub fn path(path: &Path) -> String {
    let text = path.display().to_string();
    let names: Vec<String> = text.split(std::path::is_separator).map(name).collect();
    middle_out(&names.join(std::path::MAIN_SEPARATOR_STR), LONGEST_PATH)
}

/// The name of a file, or of a future one, in one line. Of a long name, the beginning and the end are shown.
pub fn name(text: &str) -> String {
    name_within(text, LONGEST)
}

/// The same with at most `most` characters.
pub fn name_within(text: &str, most: usize) -> String {
    middle_out(&open(text), most)
}

/// A sentence of a library that may quote a value in quotation marks. The value is cut to 80 characters.
///
/// serde puts the value before what it expected instead. The value may itself contain words that look like the end of the
/// sentence, so the last such end counts.
pub fn sentence(text: &str) -> String {
    const EXPECTED: &str = ", expected ";
    let line = shown(text);
    let end = line.rfind(EXPECTED).unwrap_or(line.len());
    let (said, expected) = line.split_at(end);
    let short = match said.find(['`', '"']) {
        Some(start) if said.len() > start + LONGEST => {
            let (before, value) = said.split_at(start + 1);
            let mark = &said[start..=start];
            let value = value.strip_suffix(mark).unwrap_or(value);
            format!("{before}{}{mark}", quoted(value))
        }
        _ => said.to_owned(),
    };
    // A value without quotation marks; what was shortened above has some more of them.
    let word =
        |word: &str| if word.chars().count() > LONGEST + 8 { middle_out(word, LONGEST) } else { word.to_owned() };
    let words: Vec<String> = (short + expected).split(' ').map(word).collect();
    middle_out(&words.join(" "), 4 * LONGEST)
}

/// A line that is safe for a terminal, with its spaces as they are.
pub fn terminal(line: &str) -> String {
    marked(line, |c| is_hidden(c) || is_joiner(c))
}

/// Whether a character in data is better written by its number, where the format allows that.
pub const fn is_better_escaped(c: char) -> bool {
    is_hidden(c) || is_joiner(c) || matches!(c, '\u{7f}'..='\u{9f}')
}

fn open(text: &str) -> String {
    marked(text, is_hidden)
}

fn marked(text: &str, hidden: impl Fn(char) -> bool) -> String {
    let mut open = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_control() {
            open.push(char::REPLACEMENT_CHARACTER);
        } else if hidden(c) {
            // Writing to a String cannot fail.
            let _written = write!(open, "<U+{:04X}>", u32::from(c)).is_ok();
        } else {
            open.push(c);
        }
    }
    open
}

/// Removes a `<U+…>` at the end that was cut in the middle.
fn whole_marks(text: &str) -> &str {
    match text.rfind("<U+") {
        Some(start) if !text[start..].contains('>') => &text[..start],
        _ => text,
    }
}

/// At most `most` characters: the beginning, and the end, so that a name's extension can be seen.
fn middle_out(text: &str, most: usize) -> String {
    let count = text.chars().count();
    if count <= most {
        return text.to_owned();
    }
    let first: String = text.chars().take(most / 2).collect();
    let last: String = text.chars().skip(count - most.saturating_sub(most / 2 + 1)).collect();
    format!("{first}…{last}")
}

/// Whether a character has no width or changes the order of letters: Unicode's `Default_Ignorable_Code_Point` without
/// [`is_joiner`], and the separators of lines and annotations.
pub(crate) const fn is_hidden(c: char) -> bool {
    matches!(
        c,
        '\u{ad}'
            | '\u{34f}'
            | '\u{61c}'
            | '\u{115f}'..='\u{1160}'
            | '\u{17b4}'..='\u{17b5}'
            | '\u{180e}'
            | '\u{200b}'
            | '\u{200e}'..='\u{200f}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{3164}'
            | '\u{feff}'
            | '\u{ffa0}'
            | '\u{fff0}'..='\u{fffb}'
            | '\u{1bca0}'..='\u{1bca3}'
            | '\u{1d173}'..='\u{1d17a}'
            | '\u{e0000}'..='\u{e00ff}'
            | '\u{e01f0}'..='\u{e0fff}'
    )
}

/// Whether a character shapes the letters beside it: joiners, variation selectors.
const fn is_joiner(c: char) -> bool {
    matches!(
        c,
        '\u{180b}'..='\u{180d}'
            | '\u{180f}'
            | '\u{200c}'..='\u{200d}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{e0100}'..='\u{e01ef}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_hidden_is_left_and_nothing_else_is_touched() {
        assert_eq!(shown("me\u{202e}nek\u{feff}"), "me<U+202E>nek<U+FEFF>");
        assert_eq!(shown(" two\r\n lines\u{2028}\t\u{1b}[31m\u{9b} "), "two lines \u{fffd}[31m\u{fffd}");
        for text in ["Zoë, \"head\" 文化", "فاطمة الزهراء", "می\u{200c}خواهم", "❤\u{fe0f} 👩\u{200d}🚀", "a<U+b>"]
        {
            assert_eq!(shown(text), text);
        }
        assert_eq!(line(" a\n \u{202e}b\u{1b}"), "a \u{202e}b\u{fffd}");
        assert_eq!(terminal("a  b\u{200d}\u{fe0f}\nc"), "a  b<U+200D><U+FE0F>\u{fffd}c");
        for c in '\0'..=char::MAX {
            let text = terminal(&format!("a{c}b"));
            assert!(!text.chars().any(|c| c.is_control() || is_better_escaped(c)), "{c:?}");
        }
    }

    #[test]
    fn a_value_is_cut_off_after_80_characters() {
        assert_eq!(quoted(&"é".repeat(80)), "é".repeat(80));
        assert_eq!(quoted(&"é".repeat(81)), "é".repeat(80) + "…");
        assert_eq!(quoted(&("a ".repeat(5) + &" ".repeat(500) + "b")), "a a a a a…");
        assert_eq!(quoted(&"\u{202e}".repeat(9)), "<U+202E>".repeat(9));
        assert_eq!(quoted(&("x".to_owned() + &"\u{202e}".repeat(11))), "x".to_owned() + &"<U+202E>".repeat(9) + "…");
        assert_eq!(quoted(&"\n".repeat(1000)), "");
    }

    #[test]
    fn a_path_keeps_its_ends() {
        let text = |path: &Path| super::path(path);
        assert_eq!(text(Path::new("a  b/\u{202e}x\u{7}")), "a  b/<U+202E>x\u{fffd}");
        let long = "x".repeat(100) + ".evenkeel";
        let short = format!("{}…{}.evenkeel", "x".repeat(40), "x".repeat(30));
        assert_eq!(text(Path::new(&format!("home/{long}"))), format!("home/{short}"));
        let deep = text(Path::new(&("folder/".repeat(100) + "me.evenkeel")));
        assert_eq!(deep.chars().count(), LONGEST_PATH);
        assert!(deep.starts_with("folder/folder/") && deep.ends_with("/folder/me.evenkeel"), "{deep}");
    }

    #[test]
    fn a_sentence_keeps_what_was_expected() {
        let long = "y".repeat(20_000);
        let cut = "y".repeat(80);
        for (text, wanted) in [
            (
                format!("unknown variant `{long}`, expected one of `no`, `often`"),
                format!("unknown variant `{cut}…`, expected one of `no`, `often`"),
            ),
            (
                format!("invalid value: string \"{long}\", expected a time"),
                format!("invalid value: string \"{cut}…\", expected a time"),
            ),
            (format!("unknown variable: {long}"), format!("unknown variable: {}…{}", "y".repeat(40), "y".repeat(39))),
            ("`, expected `x`, expected y".to_owned(), "`, expected `x`, expected y".to_owned()),
        ] {
            assert_eq!(sentence(&text), wanted);
        }
        let nested = sentence(&format!("unknown variant `{}`, expected `no`", "`, expected \"".repeat(2000)));
        assert!(nested.chars().count() < 160 && nested.ends_with("…`, expected `no`"), "{nested}");
    }
}
