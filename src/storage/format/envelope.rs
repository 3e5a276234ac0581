//! Read first of every file: what kind of file it is, and whether this code may read it.

use super::{Contradiction, FileKind, FormatError, NotOurs};
use serde::Deserialize;
use serde_json::Value;

/// The fields that every file of ours has.
pub(super) struct Envelope {
    /// The version that it was written in.
    pub(super) version: u32,
    /// The oldest version whose programs may read it.
    pub(super) min_reader: u32,
}

/// The envelope's fields with any values, so that each can be checked by itself. Other fields are ignored.
#[derive(Deserialize)]
struct Raw {
    format: Option<Value>,
    version: Option<Value>,
    min_reader: Option<Value>,
}

impl Envelope {
    /// The envelope of a file of this kind.
    pub(super) fn read(bytes: &[u8], kind: FileKind) -> Result<Self, FormatError> {
        if bytes.iter().find(|byte| !byte.is_ascii_whitespace()) != Some(&b'{') {
            // Either other JSON, or no JSON at all. In the second case it helps to say where it stops being JSON.
            serde_json::from_slice::<serde::de::IgnoredAny>(bytes).map_err(|error| FormatError::of_json(&error))?;
            return Err(FormatError::NotOurs(NotOurs::NoObject));
        }
        let raw: Raw = serde_json::from_slice(bytes).map_err(|error| FormatError::of_json(&error))?;
        match raw.format {
            Some(Value::String(format)) if format == kind.name() => {}
            Some(other) => {
                return Err(FormatError::NotOurs(NotOurs::OtherFormat(other.to_string())));
            }
            None => return Err(FormatError::NotOurs(NotOurs::NoFormat)),
        }
        let version = number("version", raw.version.as_ref())?
            .ok_or_else(|| contradiction("version", Contradiction::NoVersion))?;
        let min_reader = number("min_reader", raw.min_reader.as_ref())?.unwrap_or(version);
        if min_reader > kind.version() {
            return Err(FormatError::Newer { version, min_reader });
        }
        Ok(Self { version, min_reader })
    }
}

fn number(name: &str, value: Option<&Value>) -> Result<Option<u32>, FormatError> {
    let Some(value) = value else { return Ok(None) };
    match value.as_u64().and_then(|number| u32::try_from(number).ok()) {
        Some(number) if number > 0 => Ok(Some(number)),
        _ => Err(contradiction(name, Contradiction::NotAVersion(value.to_string()))),
    }
}

fn contradiction(path: &str, what: Contradiction) -> FormatError {
    FormatError::Contradiction { path: path.to_owned(), what }
}
