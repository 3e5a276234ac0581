//! The protocol between both processes: a line of JSON, then as many bytes as it announces.

use std::io::{self, BufRead, Read};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::super::sheets::Painting;
use super::super::{FontChoice, Template, TemplateError};

/// The longest line.
const LINE: u64 = 64 << 20;
/// The longest answer in bytes: a PDF, or the picture of a page.
pub(super) const BYTES: u64 = 64 << 20;

/// A task for the separate process.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Task {
    /// A document with somebody's own template; a PDF is wanted.
    Typeset { data: Value, day: Date, template: Template, fonts: FontChoice },
    /// A page of the PDF that follows; its pixels are wanted.
    Paint(Painting),
}

/// Its result.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Answer {
    /// The PDF follows.
    Laid { sizes: Vec<(f64, f64)>, missing: String },
    /// The pixels follow.
    Painted,
    /// The template is broken.
    Broken(TemplateError),
    /// It makes no pages.
    Empty,
    /// It makes too many pages: this many.
    Pages(usize),
    /// It makes a page that is too small or too large to be one.
    Size,
    /// Anything else.
    Failed(String),
}

#[derive(Serialize, Deserialize)]
struct Head<T> {
    what: T,
    bytes: u64,
}

/// What one process writes to the other.
pub(super) fn message<T: Serialize>(what: &T, bytes: &[u8]) -> Vec<u8> {
    let head = Head { what, bytes: bytes.len() as u64 };
    // If this cannot be written as JSON, the other end does not understand it and reports that.
    let mut all = serde_json::to_vec(&head).unwrap_or_default();
    all.push(b'\n');
    all.extend_from_slice(bytes);
    all
}

/// A question.
pub(super) fn question(task: &Task, bytes: &[u8]) -> Vec<u8> {
    message(task, bytes)
}

/// Reads what the other process wrote, and at most this many bytes.
pub(super) fn read<T: for<'de> Deserialize<'de>>(from: &mut impl BufRead, most: u64) -> io::Result<(T, Vec<u8>)> {
    let mut line = Vec::new();
    from.by_ref().take(LINE).read_until(b'\n', &mut line)?;
    let head: Head<T> = serde_json::from_slice(&line)?;
    if head.bytes > most {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    let mut bytes = Vec::new();
    from.by_ref().take(head.bytes).read_to_end(&mut bytes)?;
    if bytes.len() as u64 == head.bytes { Ok((head.what, bytes)) } else { Err(io::ErrorKind::UnexpectedEof.into()) }
}
