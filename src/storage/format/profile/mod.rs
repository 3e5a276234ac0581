//! The person's file: a profile.
//!
//! - **One folder of code for each version**, with the types of that version, frozen. An old version is read by its own types
//!   and then taken to the next version, step by step, up to the profile. The present version is `v2`.
//! - **`min_reader` is honest**: it is the oldest version whose programs read this very file correctly, whatever `version` is.
//! - **A newer file that we may read** (`version` above ours, `min_reader` not) is written back with all fields that we do not
//!   know, at every level, and with its version numbers. The newer version promises that the fields we know keep their meaning.
//! - **Nothing is dropped.** Unknown fields stay. A wrong value stops the reading, with its place and the reason: guessing would
//!   change answers.
//! - **Limits** on the size of the file, on the number of values before they are built, and on counts and lengths after.
//! - **Written** as JSON with a fixed order of fields, two spaces of indentation, one answer per line and a line feed at the end;
//!   or without blanks where it would otherwise be too large. What was written is read back and compared before it is used.

mod extent;
mod limits;
mod v1;
mod v2;

pub use extent::Extent;

use super::envelope::Envelope;
use super::{FileKind, FormatError, reading};
use crate::profile::Profile;
use crate::profile::limits::MAX_BYTES;

/// What `format` says in them.
const FORMAT: &str = FileKind::Profile.name();

/// The newest version that this code reads, and the one that it writes.
pub const VERSION: u32 = FileKind::Profile.version();

/// The extension of our files' names, without the dot.
pub const EXTENSION: &str = "evenkeel";

/// A file that was read.
#[derive(Debug, Clone, PartialEq)]
pub struct OpenedFile {
    /// The profile.
    pub profile: Profile,
    /// The version of the file. Below [`VERSION`], the first save upgrades it. Above, a newer Evenkeel wrote it, and the fields
    /// that this one does not know are kept.
    pub version: u32,
}

/// Reads the contents of a file.
///
/// # Errors
/// When it is not a profile, is incomplete, has a version that this code may not read, or holds an impossible value.
pub fn open(bytes: &[u8]) -> Result<OpenedFile, FormatError> {
    limits::check_bytes(bytes)?;
    // Some editors put a byte order mark in front, which JSON does not allow.
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(FormatError::Empty);
    }
    let envelope = Envelope::read(bytes, FileKind::Profile)?;
    // A later version adds an arm here, and the older arms take one step more.
    let mut file = match envelope.version {
        1 => v1::File::read(bytes)?.upgrade()?,
        _ => v2::File::read(bytes)?,
    };
    file.check()?;
    // Without its version numbers, a program of that version would take the file for an old one and upgrade it again.
    if envelope.version > VERSION {
        file.keep_version(envelope.version, envelope.min_reader);
    }
    Ok(OpenedFile { profile: file.into(), version: envelope.version })
}

/// The contents of a file, checked to read back as this very profile.
///
/// # Errors
/// When they read back as another profile, or exceed the limits. The profile cannot be saved then. This should never happen to
/// a profile made by this program.
pub fn encode(profile: &Profile) -> Result<Vec<u8>, FormatError> {
    let bytes = encode_unverified(profile)?;
    if open(&bytes)?.profile == *profile { Ok(bytes) } else { Err(FormatError::RoundTrip) }
}

/// Like [`encode`] without reading it back, for journals: these are written several times a second, and a journal that the
/// program cannot read is still of use to a person.
///
/// # Errors
/// When the profile cannot be put into JSON.
pub fn encode_unverified(profile: &Profile) -> Result<Vec<u8>, FormatError> {
    let file = v2::File::from(profile);
    let unwritable = |error: serde_json::Error| FormatError::Unwritable(error.to_string());
    let mut bytes = serde_json::to_vec_pretty(&file).map_err(unwritable)?;
    if bytes.len() as u64 >= MAX_BYTES {
        // A file that was read without blanks can hold more than would fit with them.
        bytes = serde_json::to_vec(&file).map_err(unwritable)?;
    }
    bytes.push(b'\n');
    if bytes.len() as u64 > MAX_BYTES {
        return Err(FormatError::TooMuch {
            what: super::Counted::Bytes,
            found: bytes.len() as u64,
            limit: MAX_BYTES,
            path: String::new(),
        });
    }
    Ok(bytes)
}
