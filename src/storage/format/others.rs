//! What others see: the merged result of a round, made by its collector for the person.
//!
//! - It holds what may be shown and nothing else: no names, no times, no tokens. [`crate::others`] decides what that is.
//! - Frozen value types of version 1; a later version gets a module of its own.
//! - Unknown fields are passed over: the file is made once, and never written back.

use serde::{Deserialize, Serialize};

use super::envelope::Envelope;
use super::{FileKind, FormatError, MAX_ENTRIES, MAX_ID, reading};
use crate::others::{Comment, Group, GroupCount, Merged, MergedFacet, Seen, Spread, Who};
use crate::profile::FacetId;
use crate::profile::limits::MAX_BYTES;

/// The ending of such files' names, without the dot.
pub const EXTENSION: &str = "evenkeel-others";

/// The most bytes of a comment: 800 characters of four bytes.
const MAX_COMMENT: usize = 3200;

#[derive(Serialize, Deserialize)]
struct File {
    format: String,
    version: u32,
    min_reader: u32,
    app: String,
    round: String,
    release: u32,
    questions: Questions,
    groups: Vec<Count>,
    facets: Vec<Facet>,
    comments: Comments,
}

#[derive(Serialize, Deserialize)]
struct Questions {
    id: String,
    version: u32,
    hash: String,
}

#[derive(Serialize, Deserialize)]
struct Count {
    group: Group,
    replies: usize,
}

#[derive(Serialize, Deserialize)]
struct Facet {
    id: FacetId,
    seen: Vec<View>,
}

#[derive(Serialize, Deserialize)]
struct View {
    who: Who,
    mean: Mean,
    items: usize,
    raters: usize,
    #[serde(default)]
    spread: Option<Apart>,
}

/// A mean on the scale 1 to 5.
#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(try_from = "f64", into = "f64")]
struct Mean(f64);

impl TryFrom<f64> for Mean {
    type Error = &'static str;

    fn try_from(value: f64) -> Result<Self, Self::Error> {
        if (1.0..=5.0).contains(&value) { Ok(Self(value)) } else { Err("expected a mean from 1 to 5") }
    }
}

impl From<Mean> for f64 {
    fn from(mean: Mean) -> Self {
        mean.0
    }
}

#[derive(Serialize, Deserialize)]
struct Apart {
    sd: Distance,
    ad: Distance,
    raters: usize,
}

/// How far apart values on the scale 1 to 5 are.
#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(try_from = "f64", into = "f64")]
struct Distance(f64);

impl TryFrom<f64> for Distance {
    type Error = &'static str;

    fn try_from(value: f64) -> Result<Self, Self::Error> {
        if (0.0..=4.0).contains(&value) { Ok(Self(value)) } else { Err("expected a distance from 0 to 4") }
    }
}

impl From<Distance> for f64 {
    fn from(distance: Distance) -> Self {
        distance.0
    }
}

#[derive(Serialize, Deserialize)]
struct Comments {
    keep: Vec<Text>,
    change: Vec<Text>,
}

#[derive(Serialize, Deserialize)]
struct Text {
    group: Option<Group>,
    text: CommentText,
}

#[derive(Clone, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
struct CommentText(String);

impl TryFrom<String> for CommentText {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        if text.len() <= MAX_COMMENT { Ok(Self(text)) } else { Err("expected a comment of at most 3200 bytes") }
    }
}

impl From<CommentText> for String {
    fn from(text: CommentText) -> Self {
        text.0
    }
}

/// Reads the contents of a merged result.
///
/// # Errors
/// When it is none, is incomplete, has a version that this code may not read, or holds an impossible value.
pub fn open(bytes: &[u8]) -> Result<Merged, FormatError> {
    let too_much = |what, found: usize, limit: usize| FormatError::TooMuch {
        what,
        found: found as u64,
        limit: limit as u64,
        path: String::new(),
    };
    if bytes.len() as u64 > MAX_BYTES {
        return Err(FormatError::TooMuch {
            what: super::Counted::Bytes,
            found: bytes.len() as u64,
            limit: MAX_BYTES,
            path: String::new(),
        });
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(FormatError::Empty);
    }
    Envelope::read(bytes, FileKind::Others)?;
    let file: File = reading::file(bytes)?;
    let longest = [file.facets.len(), file.groups.len(), file.comments.keep.len(), file.comments.change.len()];
    let most = longest.into_iter().max().unwrap_or(0);
    if most > MAX_ENTRIES {
        return Err(too_much(super::Counted::Entries, most, MAX_ENTRIES));
    }
    let ids = file.facets.iter().map(|facet| facet.id.as_str()).chain([file.round.as_str(), &file.questions.id]);
    if let Some(long) = ids.map(str::len).find(|length| *length > MAX_ID) {
        return Err(too_much(super::Counted::Bytes, long, MAX_ID));
    }
    Ok(file.into())
}

/// The contents of a merged result, checked to read back as this very one.
///
/// # Errors
/// When they read back as something else, or exceed the limits: a fault in our code.
pub fn encode(merged: &Merged) -> Result<Vec<u8>, FormatError> {
    let unwritable = |error: serde_json::Error| FormatError::Unwritable(error.to_string());
    let mut bytes = serde_json::to_vec_pretty(&File::from(merged)).map_err(unwritable)?;
    bytes.push(b'\n');
    if open(&bytes)? == *merged { Ok(bytes) } else { Err(FormatError::RoundTrip) }
}

impl From<File> for Merged {
    fn from(file: File) -> Self {
        let spread = |apart: Apart| Spread { sd: apart.sd.0, ad: apart.ad.0, raters: apart.raters };
        let seen = |view: View| Seen {
            who: view.who,
            mean: view.mean.0,
            items: view.items,
            raters: view.raters,
            spread: view.spread.map(spread),
        };
        let facet = |facet: Facet| MergedFacet { id: facet.id, seen: facet.seen.into_iter().map(seen).collect() };
        let comments = |all: Vec<Text>| -> Vec<Comment> {
            all.into_iter().map(|one| Comment { group: one.group, text: one.text.0 }).collect()
        };
        let count = |one: Count| GroupCount { group: one.group, replies: one.replies };
        Self {
            round: file.round,
            questions: file.questions.id,
            questions_version: file.questions.version,
            questions_hash: file.questions.hash,
            release: file.release,
            groups: file.groups.into_iter().map(count).collect(),
            facets: file.facets.into_iter().map(facet).collect(),
            keep: comments(file.comments.keep),
            change: comments(file.comments.change),
        }
    }
}

impl From<&Merged> for File {
    fn from(merged: &Merged) -> Self {
        let apart = |spread: Spread| Apart { sd: Distance(spread.sd), ad: Distance(spread.ad), raters: spread.raters };
        let view = |seen: &Seen| View {
            who: seen.who,
            mean: Mean(seen.mean),
            items: seen.items,
            raters: seen.raters,
            spread: seen.spread.map(apart),
        };
        let facet = |facet: &MergedFacet| Facet { id: facet.id.clone(), seen: facet.seen.iter().map(view).collect() };
        let comments = |all: &[Comment]| -> Vec<Text> {
            all.iter().map(|one| Text { group: one.group, text: CommentText(one.text.clone()) }).collect()
        };
        let kind = FileKind::Others;
        Self {
            format: kind.name().to_owned(),
            version: kind.version(),
            min_reader: 1,
            app: env!("CARGO_PKG_VERSION").to_owned(),
            round: merged.round.clone(),
            release: merged.release,
            questions: Questions {
                id: merged.questions.clone(),
                version: merged.questions_version,
                hash: merged.questions_hash.clone(),
            },
            groups: merged.groups.iter().map(|one| Count { group: one.group, replies: one.replies }).collect(),
            facets: merged.facets.iter().map(facet).collect(),
            comments: Comments { keep: comments(&merged.keep), change: comments(&merged.change) },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn merged() -> Merged {
        let seen = Seen {
            who: Who::All,
            mean: 3.25,
            items: 5,
            raters: 6,
            spread: Some(Spread { sd: 0.5, ad: 0.4, raters: 5 }),
        };
        let peers = Seen { who: Who::Group(Group::Peers), spread: None, ..seen };
        Merged {
            round: "00000000000000aa".into(),
            questions: "evenkeel-others".into(),
            questions_version: 1,
            questions_hash: "ab".into(),
            release: 2,
            groups: vec![GroupCount { group: Group::Peers, replies: 6 }],
            facets: vec![MergedFacet { id: "risk-mitigation".into(), seen: vec![peers, seen] }],
            keep: vec![Comment { group: Some(Group::Peers), text: "asks\nfirst".into() }],
            change: vec![Comment { group: None, text: "write less".into() }],
        }
    }

    #[test]
    fn a_merged_result_is_read_as_it_was_written() {
        let bytes = encode(&merged()).unwrap();
        assert_eq!(open(&bytes).unwrap(), merged());
        let value: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
        assert_eq!(
            (value["format"].as_str(), value["facets"][0]["seen"][1]["who"].as_str()),
            (Some("evenkeel-others"), Some("all"))
        );
    }

    #[test]
    fn other_files_and_impossible_values_are_refused() {
        let text = String::from_utf8(encode(&merged()).unwrap()).unwrap();
        let refused = |from: &str, to: &str| open(text.replacen(from, to, 1).as_bytes()).unwrap_err();
        assert!(matches!(refused("evenkeel-others", "evenkeel-profile"), FormatError::NotOurs(_)));
        assert!(matches!(refused("\"min_reader\": 1", "\"min_reader\": 9"), FormatError::Newer { .. }));
        for (from, to) in [("3.25", "5.5"), ("0.5", "-1"), ("\"peers\"", "\"boss\""), ("\"all\"", "\"everybody\"")] {
            assert!(matches!(refused(from, to), FormatError::Value { .. }), "{to}");
        }
        assert_eq!(open(b" \n"), Err(FormatError::Empty));
        assert!(matches!(open(b"[]"), Err(FormatError::NotOurs(_))));
    }
}
