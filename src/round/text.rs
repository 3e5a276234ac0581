//! Finds sealed replies in what arrives: files of several replies, and text that mail has quoted, wrapped, decorated and encoded.
//!
//! A reply in text is base64 of an age file that begins with the same 42 characters, and in it is one of four lengths. Everything that is no
//! character of base64 may lie between its characters, so it is passed over: spaces of all kinds, quotation marks, bars, ends of lines.
//! What mail puts there that *is* such a character takes a second look, each in a way of its own ([`readings`]). Which reading is right
//! shows when it is opened: a sealed reply that has one wrong character does not open.

use std::collections::BTreeSet;

use base64::Engine;
use base64::alphabet::STANDARD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};

/// Base64 as it is found: without its padding, and cut off anywhere.
const STANDARD_NO_PAD_LENIENT: GeneralPurpose = GeneralPurpose::new(
    &STANDARD,
    GeneralPurposeConfig::new()
        .with_decode_allow_trailing_bits(true)
        .with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

/// What each age file begins with that is sealed to one X25519 key, in base64.
const BEGINNING: &str = "YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IFgyNTUxOS";

/// The same in clear.
const AGE: &[u8] = b"age-encryption.org/v1\n";

/// What the last line of an age file's header begins with, and how long it is.
const LAST_LINE: &[u8] = b"\n--- ";
const LAST_LINE_LENGTH: usize = 1 + 4 + 43 + 1;

/// How much longer than what is sealed the rest of an age file is: a number used once, and a check of 16 bytes.
const AROUND: usize = 16 + 16;

/// No reply has more characters than this.
const MOST_CHARACTERS: usize = 14_000;

/// What stands before and after a reply in text, without its dashes: they are what mail changes.
const MARKS: [&str; 2] = ["BEGIN AGE ENCRYPTED FILE", "END AGE ENCRYPTED FILE"];

/// Age files that stand for one reply.
type Ways = Vec<Vec<u8>>;

/// A sealed reply as it was found: the ways in which it can be read, the most likely first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Age files, of which at most one opens.
    pub candidates: Vec<Vec<u8>>,
}

/// The sealed replies in a file or in a text, in their order. What begins like a reply and ends too early has no candidates.
pub fn find(bytes: &[u8]) -> Vec<Found> {
    if bytes.starts_with(AGE) {
        return vec![Found { candidates: vec![bytes.to_vec()] }];
    }
    let text = decoded(bytes);
    // The way of reading that finds the most beginnings says how many replies there are.
    let all: Vec<Vec<Ways>> = readings(&text).iter().map(|reading| cut(reading)).collect();
    let count = all.iter().map(Vec::len).max().unwrap_or(0);
    let mut found: Vec<Found> = Vec::new();
    for at in 0..count {
        let mut seen = BTreeSet::new();
        let ways = all.iter().filter(|way| way.len() == count).filter_map(|way| way.get(at));
        let candidates = ways.flatten().filter(|one| seen.insert((*one).clone())).cloned().collect();
        found.push(Found { candidates });
    }
    if found.is_empty() && MARKS.iter().any(|mark| plain(&text).contains(&plain(mark))) {
        found.push(Found { candidates: Vec::new() });
    }
    found
}

/// Letters and digits only, in capitals.
fn plain(text: &str) -> String {
    text.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_uppercase()).collect()
}

/// The text of a file in UTF-8 or UTF-16, whatever is wrong in it.
fn decoded(bytes: &[u8]) -> String {
    let sixteen = |pairs: &[u8], unit: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = pairs.chunks_exact(2).map(|pair| unit([pair[0], pair[1]])).collect();
        String::from_utf16_lossy(&units)
    };
    match bytes {
        [0xFF, 0xFE, rest @ ..] => sixteen(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => sixteen(rest, u16::from_be_bytes),
        _ => String::from_utf8_lossy(bytes).into_owned(),
    }
}

/// The ways to read a text, the most likely first: as it stands; without lines that are prose; with the encodings of mail and web undone;
/// each of these with what the other ways undo.
fn readings(text: &str) -> Vec<String> {
    let text = &narrow(text);
    let mut all = vec![text.clone()];
    let mut add = |reading: String| {
        if !all.contains(&reading) {
            all.push(reading);
        }
    };
    let undone = [quoted_printable(text), percent(text), entities(text), quoted_printable(&entities(text))];
    for reading in undone {
        add(reading);
    }
    for reading in all.clone() {
        let lines = lines_of_code(&reading);
        if !all.contains(&lines) {
            all.push(lines);
        }
    }
    all
}

/// Wide forms of letters, as input methods of East Asia write them, and dashes and quotes of word processors, as what they stand for.
fn narrow(text: &str) -> String {
    let one = |c: char| match u32::from(c) {
        wide @ 0xFF01..=0xFF5E => char::from_u32(wide - 0xFEE0).unwrap_or(c),
        _ => c,
    };
    text.chars().map(one).collect()
}

/// Undoes quoted-printable: `=3D`, and an equals sign at the end of a line.
fn quoted_printable(text: &str) -> String {
    let joined = text.replace("=\r\n", "").replace("=\n", "");
    escapes(&joined, '=')
}

/// Undoes percent-encoding, as in a link that opens a mail.
fn percent(text: &str) -> String {
    escapes(text, '%')
}

/// Replaces a sign with two hexadecimal digits by the character that it stands for.
fn escapes(text: &str, sign: char) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(sign) {
        out.push_str(&rest[..at]);
        let after = &rest[at + sign.len_utf8()..];
        if let Some(byte) = after.get(..2).and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            out.push(char::from(byte));
            rest = &after[2..];
        } else {
            out.push(sign);
            rest = after;
        }
    }
    out + rest
}

/// Undoes HTML: tags go, and the entities of the characters that matter here.
fn entities(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut in_tag = false;
    let chars = text.char_indices().peekable();
    for (at, c) in chars {
        let starts_tag =
            c == '<' && text[at + 1..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '/' || c == '!');
        match c {
            _ if starts_tag => in_tag = true,
            '>' if in_tag => in_tag = false,
            _ if in_tag => {}
            _ => out.push(c),
        }
    }
    let named = [
        ("&#43;", "+"),
        ("&#x2B;", "+"),
        ("&#x2b;", "+"),
        ("&plus;", "+"),
        ("&#47;", "/"),
        ("&#x2F;", "/"),
        ("&sol;", "/"),
    ];
    let named = named.into_iter().chain([
        ("&#61;", "="),
        ("&equals;", "="),
        ("&gt;", ">"),
        ("&nbsp;", " "),
        ("&#8203;", ""),
        ("&shy;", ""),
    ]);
    named.fold(out, |text, (from, to)| text.replace(from, to))
}

/// Only the lines that are code, without what mail puts before them: who is quoted, numbers of lines, bullets.
fn lines_of_code(text: &str) -> String {
    let is_mark = |line: &str| MARKS.iter().any(|mark| plain(line).contains(&plain(mark)));
    let code = |line: &str| -> Option<String> {
        if is_mark(line) {
            return Some("\n".to_owned());
        }
        // The last word of a line of code is code; words before it are decoration.
        let word = line.split_whitespace().rfind(|word| word.chars().any(is_code))?;
        let word: String = word.rsplit(['>', '|', ':', ')']).find(|part| !part.is_empty())?.to_owned();
        let is_prose = line.split_whitespace().filter(|word| word.chars().any(char::is_alphabetic)).count() > 2;
        let looks_like_code = word.chars().all(|c| is_code(c) || !c.is_ascii())
            && (word.len() >= 20 || !is_prose && word.len() < 20 && line.trim().len() <= word.len() + 4);
        looks_like_code.then_some(word)
    };
    text.lines().filter_map(code).collect::<Vec<_>>().join("\n")
}

fn is_code(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '+' | '/' | '=')
}

/// The replies in one way of reading: for each beginning, the age files of all lengths that can be decoded.
fn cut(text: &str) -> Vec<Ways> {
    let code: String = text.chars().filter(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '/')).collect();
    let starts: Vec<usize> = code.match_indices(BEGINNING).map(|(at, _)| at).collect();
    let one = |start: usize| -> Ways {
        let rest = &code[start..code.len().min(start + MOST_CHARACTERS)];
        // Four characters are three bytes; at the very end there may be fewer.
        let whole = if rest.len() % 4 == 1 { &rest[..rest.len() - 1] } else { rest };
        STANDARD_NO_PAD_LENIENT.decode(whole).map_or_else(|_odd| Vec::new(), |bytes| age_files(&bytes))
    };
    starts.into_iter().map(one).collect()
}

/// The age files that these bytes can begin with: of each length of a reply one, as far as there are so many bytes.
fn age_files(bytes: &[u8]) -> Ways {
    let Some(at) = bytes.windows(LAST_LINE.len()).position(|five| five == LAST_LINE) else { return Vec::new() };
    let file = |clear: usize| bytes.get(..at + LAST_LINE_LENGTH + AROUND + clear).map(<[u8]>::to_vec);
    super::reply::LENGTHS.into_iter().filter_map(file).collect()
}

/// A sealed reply as text, as the form writes it.
pub fn armoured(sealed: &[u8]) -> String {
    let code = base64::engine::general_purpose::STANDARD.encode(sealed);
    let line = |characters: &[u8]| String::from_utf8_lossy(characters).into_owned() + "\n";
    let lines: String = code.as_bytes().chunks(64).map(line).collect();
    format!("-----{}-----\n{lines}-----{}-----\n", MARKS[0], MARKS[1])
}

#[cfg(test)]
#[path = "text_tests.rs"]
mod tests;
