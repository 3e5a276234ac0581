//! From bytes to text.

use std::borrow::Cow;

use super::TableError;
use crate::t;
use crate::words::Words;

/// How spreadsheets' own files begin: newer ones are ZIP files, older ones have a mark of their own.
const WORKBOOKS: [&[u8]; 2] = [b"PK\x03\x04", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"];

/// The text, without a byte-order mark.
pub(super) fn of<'a>(words: &Words, bytes: &'a [u8]) -> Result<Cow<'a, str>, TableError> {
    if WORKBOOKS.iter().any(|start| bytes.starts_with(start)) {
        return Err(TableError::line(1, t!(words, "csv-workbook")).hint(t!(words, "csv-hint-workbook")));
    }
    let text = match bytes {
        [0xFF, 0xFE, rest @ ..] => Cow::Owned(utf16(words, rest, u16::from_le_bytes)?),
        [0xFE, 0xFF, rest @ ..] => Cow::Owned(utf16(words, rest, u16::from_be_bytes)?),
        // UTF-16 without its byte-order mark: recognised because the header begins with a letter, or a sign that comes before one.
        [1..=0x7F, 0, ..] => Cow::Owned(utf16(words, bytes, u16::from_le_bytes)?),
        [0, 1..=0x7F, ..] => Cow::Owned(utf16(words, bytes, u16::from_be_bytes)?),
        _ => Cow::Borrowed(std::str::from_utf8(bytes).map_err(|error| {
            let before = String::from_utf8_lossy(&bytes[..error.valid_up_to()]);
            unreadable(words, t!(words, "csv-utf8"), &before)
        })?),
    };
    if let Some(at) = text.find('\0') {
        return Err(unreadable(words, t!(words, "csv-nul"), &text[..at]));
    }
    let marks = text.len() - text.trim_start_matches('\u{feff}').len();
    Ok(match text {
        Cow::Borrowed(text) => Cow::Borrowed(&text[marks..]),
        Cow::Owned(mut text) => {
            text.drain(..marks);
            Cow::Owned(text)
        }
    })
}

fn utf16(words: &Words, bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, TableError> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let mut text = String::with_capacity(bytes.len() / 2);
    for read in char::decode_utf16(pairs.iter().map(|pair| unit(*pair))) {
        let Ok(read) = read else { return Err(unreadable(words, t!(words, "csv-utf16"), &text)) };
        text.push(read);
    }
    if rest.is_empty() { Ok(text) } else { Err(unreadable(words, t!(words, "csv-utf16"), &text)) }
}

/// What is wrong right after `before`.
fn unreadable(words: &Words, what: String, before: &str) -> TableError {
    let mut lines = Lines::default();
    TableError::line(lines.at(before, before.len()), what).hint(t!(words, "csv-hint-utf8"))
}

/// Counts lines that end with `\n`, `\r` or both.
#[derive(Default)]
pub(super) struct Lines {
    counted: usize,
    ends: u64,
}

impl Lines {
    /// The line, from 1, that a byte position is in. Positions must come in ascending order.
    pub(super) fn at(&mut self, text: &str, place: usize) -> u64 {
        let bytes = text.as_bytes();
        for at in self.counted..place.min(bytes.len()) {
            let half = bytes[at] == b'\r' && bytes.get(at + 1) == Some(&b'\n');
            self.ends += u64::from(matches!(bytes[at], b'\n' | b'\r') && !half);
        }
        self.counted = self.counted.max(place);
        self.ends + 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_end_in_three_ways() {
        for (text, wanted) in [("", 1), ("a", 1), ("a\n", 2), ("a\r\nb\r\n", 3), ("a\rb\r", 3), ("\n\r\n\r", 4)] {
            assert_eq!(Lines::default().at(text, text.len()), wanted, "{text:?}");
        }
        let mut lines = Lines::default();
        assert_eq!([0, 1, 2, 3, 4].map(|place| lines.at("a\r\nb", place)), [1, 1, 1, 2, 2]);
    }

    #[test]
    fn marks_are_taken_off() {
        let units = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
        assert_eq!(of(&Words::english(), "\u{feff}\u{feff}é".as_bytes()).unwrap(), "é");
        assert_eq!(of(&Words::english(), &units("\u{feff}é😀")).unwrap(), "é😀");
        let swapped: Vec<u8> = "\u{feff}\u{feff}é".encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(of(&Words::english(), &swapped).unwrap(), "é");
        assert_eq!(of(&Words::english(), b"\xFF\xFEa\0\n\0b").unwrap_err().line, 2, "half a character");
        assert_eq!(of(&Words::english(), b"\xFF\xFE\n\0\0\xD8").unwrap_err().line, 2, "half of a pair");
        assert_eq!(of(&Words::english(), b"i\0t\0").unwrap(), "it");
        assert_eq!(of(&Words::english(), b"\0i\0t").unwrap(), "it");
        assert_eq!(of(&Words::english(), b"it\n\0").unwrap_err().line, 2);
        assert_eq!(of(&Words::english(), b"\xFF\xFE\0\0i\0\0\0").unwrap_err().line, 1, "UTF-32");
    }
}
