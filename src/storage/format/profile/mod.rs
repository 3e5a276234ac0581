//! The person's file: a profile.
//!
//! - **One folder of code for each version**, with the types of that version, frozen. An old version is read by its own types
//!   and then taken to the next version, step by step, up to the profile. The present version is `v2`.
//! - **`min_reader` is honest**: it is the oldest version whose programs would read this very file as it is meant, whatever
//!   `version` is.
//! - **A newer version that lets us read it** (`version` above ours, `min_reader` not) keeps what we do not know, at every
//!   level, and its version numbers. It promises that what we do know means what it always meant.
//! - **Nothing is dropped.** Unknown fields stay. What is wrong stops the reading, with the place and the reason: guessing
//!   would change answers.
//! - **Limits** on the size of the file, on the number of values before they are built, and on counts and lengths after.
//! - **Written** as JSON with fixed order of fields, two spaces of indentation, one answer a line and a line feed at the
//!   end, or without blanks where it would else be too large; read back and compared before anybody gets to see it.

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

/// The ending of our files' names, without the dot.
pub const EXTENSION: &str = "evenkeel";

/// A file as it was understood.
#[derive(Debug, Clone, PartialEq)]
pub struct OpenedFile {
    /// The profile.
    pub profile: Profile,
    /// The version of the file. Below [`VERSION`], the first save brings it up to date; above, a newer Evenkeel wrote it and
    /// what this one does not know is kept.
    pub version: u32,
}

/// Reads the contents of a file.
///
/// # Errors
/// When it is not a profile, not whole, of a version that this code may not read, or holds something that cannot be.
pub fn open(bytes: &[u8]) -> Result<OpenedFile, FormatError> {
    limits::check_bytes(bytes)?;
    // Some editors put a mark in front that JSON does not have.
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(FormatError::Empty);
    }
    let envelope = Envelope::read(bytes, FileKind::Profile)?;
    // A version to come adds its arm here and takes the older ones one step on.
    let mut file = match envelope.version {
        1 => v1::File::read(bytes)?.upgrade()?,
        _ => v2::File::read(bytes)?,
    };
    file.check()?;
    // Otherwise its own version would one day take it for an old one and bring it up to date a second time.
    if envelope.version > VERSION {
        file.keep_version(envelope.version, envelope.min_reader);
    }
    Ok(OpenedFile { profile: file.into(), version: envelope.version })
}

/// The contents of a file, made sure to read back as this very profile.
///
/// # Errors
/// When they would not, or would be past the limits. The profile cannot be saved then, which no profile made by this
/// program should ever come to.
pub fn encode(profile: &Profile) -> Result<Vec<u8>, FormatError> {
    let bytes = encode_unverified(profile)?;
    if open(&bytes)?.profile == *profile { Ok(bytes) } else { Err(FormatError::RoundTrip) }
}

/// As [`encode`] without reading it back, for journals: these are written several times a second, and one that cannot be
/// read again is still one that a person can.
///
/// # Errors
/// When the profile cannot be put into JSON.
pub fn encode_unverified(profile: &Profile) -> Result<Vec<u8>, FormatError> {
    let file = v2::File::from(profile);
    let unwritable = |error: serde_json::Error| FormatError::Unwritable(error.to_string());
    let mut bytes = serde_json::to_vec_pretty(&file).map_err(unwritable)?;
    if bytes.len() as u64 >= MAX_BYTES {
        // A file that came without blanks can hold more than fits with them.
        bytes = serde_json::to_vec(&file).map_err(unwritable)?;
    }
    bytes.push(b'\n');
    if bytes.len() as u64 > MAX_BYTES {
        return Err(FormatError::TooMuch {
            what: "bytes",
            found: bytes.len() as u64,
            limit: MAX_BYTES,
            path: String::new(),
        });
    }
    Ok(bytes)
}
