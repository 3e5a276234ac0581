//! Paths in our JSON files. Nearly all are text; the few that are not (old encodings on Unix, unpaired surrogates on
//! Windows) are kept exactly, as hexadecimal units in an object, rather than making the whole file unwritable.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::ffi::OsString;
use std::path::{Path, PathBuf};

#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Written {
    Text(String),
    Units { units: String },
}

pub(super) fn serialize<S: Serializer>(path: &Path, serializer: S) -> Result<S::Ok, S::Error> {
    let written = match path.to_str() {
        Some(text) => Written::Text(text.to_owned()),
        None => Written::Units { units: system::to_hex(path) },
    };
    written.serialize(serializer)
}

pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<PathBuf, D::Error> {
    match Written::deserialize(deserializer)? {
        Written::Text(text) => Ok(PathBuf::from(text)),
        Written::Units { units } => system::from_hex(&units)
            .map(PathBuf::from)
            .ok_or_else(|| serde::de::Error::custom("a path's units are not hexadecimal")),
    }
}

/// The same, for an optional path.
pub(super) mod optional {
    use super::{Deserialize, Deserializer, Path, PathBuf, Serialize, Serializer};

    #[derive(Serialize, Deserialize)]
    #[serde(transparent)]
    struct Wrapped(#[serde(with = "super")] PathBuf);

    #[expect(clippy::ref_option, reason = "serde's `with` calls it so")]
    pub(in super::super) fn serialize<S: Serializer>(path: &Option<PathBuf>, serializer: S) -> Result<S::Ok, S::Error> {
        path.as_deref().map(|path: &Path| Wrapped(path.to_path_buf())).serialize(serializer)
    }

    pub(in super::super) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<PathBuf>, D::Error> {
        Ok(Option::<Wrapped>::deserialize(deserializer)?.map(|wrapped| wrapped.0))
    }
}

/// `digits` hexadecimal digits at a time, as numbers.
fn units(text: &str, digits: usize) -> Option<Vec<u16>> {
    let whole = text.len().is_multiple_of(digits) && text.is_ascii();
    let unit = |at: usize| text.get(at..at + digits).and_then(|part| u16::from_str_radix(part, 16).ok());
    if whole { (0..text.len()).step_by(digits).map(unit).collect() } else { None }
}

#[cfg(unix)]
mod system {
    use super::{OsString, Path, units};
    use crate::storage::fingerprint::hex;
    use std::os::unix::ffi::{OsStrExt, OsStringExt};

    pub(super) fn to_hex(path: &Path) -> String {
        hex(path.as_os_str().as_bytes())
    }

    pub(super) fn from_hex(text: &str) -> Option<OsString> {
        let bytes = units(text, 2)?.into_iter().map(|unit| u8::try_from(unit).ok()).collect::<Option<Vec<u8>>>()?;
        Some(OsString::from_vec(bytes))
    }
}

#[cfg(windows)]
mod system {
    use super::{OsString, Path, units};
    use crate::storage::fingerprint::hex;
    use std::os::windows::ffi::{OsStrExt, OsStringExt};

    pub(super) fn to_hex(path: &Path) -> String {
        path.as_os_str().encode_wide().map(|unit| hex(&unit.to_be_bytes())).collect()
    }

    pub(super) fn from_hex(text: &str) -> Option<OsString> {
        Some(OsString::from_wide(&units(text, 4)?))
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use std::os::unix::ffi::OsStringExt;

    #[derive(Serialize, Deserialize)]
    struct Holder(#[serde(with = "super")] PathBuf);

    #[test]
    fn a_path_that_is_not_text_comes_back_exactly() {
        let odd = PathBuf::from(OsString::from_vec(b"/home/caf\xe9.evenkeel".to_vec()));
        let text = serde_json::to_string(&Holder(odd.clone())).unwrap();
        assert_eq!(serde_json::from_str::<Holder>(&text).unwrap().0, odd);
    }

    #[test]
    fn a_path_that_is_text_is_written_as_text() {
        let text = serde_json::to_string(&Holder(PathBuf::from("/home/me/a.evenkeel"))).unwrap();
        assert_eq!(text, "\"/home/me/a.evenkeel\"");
    }
}
