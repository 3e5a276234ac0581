//! How every version reads JSON: errors name the place, and no name may stand twice.

use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

use serde::de::{DeserializeOwned, Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::FormatError;
use crate::foreign::quoted;

/// A whole file.
pub(super) fn file<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, FormatError> {
    // Tracking the place is slow, so it is done in a second pass, only when there is an error.
    serde_json::from_slice(bytes).or_else(|_| with_places(bytes))
}

fn with_places<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, FormatError> {
    let mut json = serde_json::Deserializer::from_slice(bytes);
    let file = serde_path_to_error::deserialize(&mut json).map_err(|error| {
        let path = Some(error.path().to_string()).filter(|path| path != ".").unwrap_or_default();
        FormatError::of_value(error.inner(), path)
    })?;
    json.end().map_err(|error| FormatError::of_json(&error))?;
    Ok(file)
}

/// Reads a map, and refuses a key that stands twice: one of two answers would be lost silently.
pub(super) fn map<'de, D: Deserializer<'de>, V: Deserialize<'de>>(
    deserializer: D,
) -> Result<BTreeMap<String, V>, D::Error> {
    deserializer.deserialize_map(Once(PhantomData))
}

struct Once<V>(PhantomData<V>);

impl<'de, V: Deserialize<'de>> Visitor<'de> for Once<V> {
    type Value = BTreeMap<String, V>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Self::Value, A::Error> {
        let mut map = BTreeMap::new();
        while let Some(key) = entries.next_key::<String>()? {
            if map.contains_key(&key) {
                return Err(A::Error::custom(format_args!("`{}` is there twice", quoted(&key))));
            }
            let value = entries.next_value()?;
            map.insert(key, value);
        }
        Ok(map)
    }
}
