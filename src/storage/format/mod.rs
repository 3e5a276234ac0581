//! Our files, to bytes and back. `docs/FILE_FORMAT.md` describes them for other programs.
//!
//! - **Envelope first.** `format`, `version` and `min_reader` are read before anything else, for every kind of file. A file whose
//!   `min_reader` is above the version that this code knows is refused, whatever else it holds; nothing is written to it.
//! - **One module for each kind**, with one folder of code for each of its versions.

mod envelope;
mod error;
mod kind;
pub mod others;
mod profile;
mod reading;

pub use crate::profile::limits::{MAX_AUDITS, MAX_ENTRIES, MAX_ID, MAX_TEXT, MAX_VALUES};
pub use error::{Contradiction, Counted, FormatError, NotOurs};
pub use kind::FileKind;
pub use profile::{EXTENSION, Extent, OpenedFile, VERSION, encode, encode_unverified, open};
