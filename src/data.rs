//! Data files that come with the program. Each is checked before it is used, and an error names the place where a rule is broken.
//!
//! Structure and texts are in separate files: one file says what there is, and a file for each language has the words for it. So
//! the hash of the structure is the same in every language.

use std::collections::BTreeSet;
use std::ops::Range;

use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};
use toml::Spanned;

/// One file of data: its name for messages, and its text.
#[derive(Clone, Copy, Debug)]
pub struct DataFile<'a> {
    /// The name to use in messages.
    pub name: &'a str,
    /// The TOML text.
    pub text: &'a str,
}

/// What is wrong with a file of data.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{file}, line {line}: {rule}")]
pub struct DataError {
    /// The file.
    pub file: String,
    /// The line, counted from 1.
    pub line: usize,
    /// The rule that is broken, as a sentence without a full stop.
    pub rule: String,
}

pub(crate) type Checked<T = ()> = Result<T, DataError>;

impl DataFile<'_> {
    pub(crate) fn read<T: DeserializeOwned>(self) -> Checked<T> {
        toml::from_str(self.text).map_err(|e| DataError {
            file: self.name.to_owned(),
            line: self.line(e.span().unwrap_or_default()),
            rule: e.message().to_owned(),
        })
    }

    pub(crate) fn line(self, at: Range<usize>) -> usize {
        self.text.bytes().take(at.start).filter(|b| *b == b'\n').count() + 1
    }

    pub(crate) fn broken<T>(self, at: Range<usize>, rule: impl Into<String>) -> Checked<T> {
        Err(DataError { file: self.name.to_owned(), line: self.line(at), rule: rule.into() })
    }

    pub(crate) fn end(self) -> Range<usize> {
        self.text.trim_end().len()..self.text.len()
    }

    pub(crate) fn must(self, holds: bool, at: Range<usize>, rule: &str) -> Checked {
        if holds { Ok(()) } else { self.broken(at, rule) }
    }

    pub(crate) fn filled(self, text: &Spanned<String>) -> Checked {
        self.all_filled(&[text.get_ref()], text.span())
    }

    pub(crate) fn all_filled(self, texts: &[&String], at: Range<usize>) -> Checked {
        self.must(texts.iter().all(|t| !t.trim().is_empty()), at, "no text is empty")
    }
}

/// SHA-256 of several files, in hexadecimal. Line ends are made equal first, so that the hash is the same on every system.
pub(crate) fn hash(texts: &[&str]) -> String {
    let mut digest = Sha256::new();
    for text in texts {
        digest.update(text.replace("\r\n", "\n").as_bytes());
        digest.update([0]);
    }
    let digits = |byte: &u8| [byte >> 4, byte & 15].map(|d| char::from_digit(d.into(), 16).unwrap_or('0'));
    digest.finalize().iter().flat_map(digits).collect()
}

/// Checks that no two ids are the same, and none is empty.
pub(crate) fn unique<'a>(file: DataFile<'_>, ids: impl Iterator<Item = &'a Spanned<String>>) -> Checked {
    let mut seen = BTreeSet::new();
    for id in ids {
        file.filled(id)?;
        let rule = format!("no id is used twice; {} is", id.get_ref());
        file.must(seen.insert(id.get_ref()), id.span(), &rule)?;
    }
    Ok(())
}
