//! The JSON Schema, made from the types and compared with the published file.

use super::File;
use super::values::{Answer, Count, Day, Hours, Level, Minutes, NOT_APPLICABLE, Points, Rating, Stakes, Time, Weight};
use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use std::borrow::Cow;
use std::{env, fs};

const PATH: &str = "assets/schema/evenkeel-profile-2.schema.json";

/// The schema of a value that our own code reads.
macro_rules! looks_like {
    ($($name:ident: $schema:tt,)+) => {
        $(impl JsonSchema for $name {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!($schema)
            }
        })+
    };
}

looks_like! {
    Rating: {"type": "integer", "minimum": Self::LEAST, "maximum": Self::MOST},
    Points: {"type": "integer", "minimum": Self::LEAST, "maximum": Self::MOST},
    Weight: {"type": "integer", "minimum": Self::LEAST, "maximum": Self::MOST},
    Stakes: {"type": "integer", "minimum": Self::LEAST, "maximum": Self::MOST},
    Answer: {"anyOf": [{"type": "integer", "minimum": Rating::LEAST, "maximum": Rating::MOST}, {"const": NOT_APPLICABLE}]},
    Time: {"type": "string", "format": "date-time"},
    Minutes: {"type": "integer", "minimum": Self::LEAST, "maximum": Self::MOST},
    Level: {"type": "integer", "minimum": -2, "maximum": 2},
    Day: {"type": "string", "format": "date"},
    Count: {"type": "string", "pattern": "^~?[0-9]{1,3}/[0-9]{1,3}$"},
    Hours: {"type": "number", "minimum": 0, "maximum": 168},
}

#[test]
fn the_schema_in_assets_is_what_the_types_read() {
    let mut schema = SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<File>();
    schema.insert("title".to_owned(), "Evenkeel profile, version 2".into());
    let text = format!("{}\n", serde_json::to_string_pretty(&schema.to_value()).unwrap());
    if env::var_os("UPDATE_SCHEMA").is_some() {
        fs::write(PATH, &text).unwrap();
    }
    assert_eq!(text, fs::read_to_string(PATH).unwrap(), "run the tests with UPDATE_SCHEMA=1 and look at what changed");
}
