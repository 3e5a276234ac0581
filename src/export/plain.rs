//! How numbers and hidden characters are written for other programs.
//!
//! - Numbers have nine decimals at most. Scores are sums and square roots of whole numbers, computed in binary, so 45 may come out
//!   as 44.99999999999999. The sixteenth digit means nothing, and no score is exact even to the third.
//! - In JSON, a character that has no width or changes the order of letters is written by its number (`\u202e`). Every reader
//!   reads that as the same text, and it has no effect on a terminal.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::Serializer;
use serde_json::ser::{Formatter, PrettyFormatter};

use crate::foreign::is_better_escaped;

/// How many units of the ninth decimal make 1.
const SHIFT: f64 = 1e9;
/// From here on, a binary number has fewer than nine decimals anyway and is not rounded.
const LARGEST: f64 = 1e6;

/// A number with nine decimals at most, and no negative zero.
pub(super) fn rounded(number: f64) -> f64 {
    // Adding zero turns a negative zero into a positive one.
    if number.abs() < LARGEST { (number * SHIFT).round() / SHIFT + 0.0 } else { number }
}

/// For serde: [`rounded`], absent values as they are.
#[expect(clippy::ref_option, reason = "serde's `serialize_with` calls it so")]
pub(super) fn option<S: serde::Serializer>(number: &Option<f64>, serializer: S) -> Result<S::Ok, S::Error> {
    number.map(rounded).serialize(serializer)
}

/// For serde: [`rounded`].
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde's `serialize_with` calls it so")]
pub(super) fn number<S: serde::Serializer>(number: &f64, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_f64(rounded(*number))
}

/// Writes a value as JSON for other programs, two spaces of indentation, a line feed at the end.
///
/// # Errors
/// The errors of `out`.
pub fn write_value(value: &impl Serialize, mut out: impl Write) -> io::Result<()> {
    value.serialize(&mut serializer(&mut out))?;
    out.write_all(b"\n")
}

/// A serializer of [`write_value`].
pub(super) fn serializer<W: Write>(out: W) -> Serializer<W, Plain> {
    Serializer::with_formatter(out, Plain(PrettyFormatter::new()))
}

/// Pretty JSON with plain numbers and nothing hidden.
pub(super) struct Plain(PrettyFormatter<'static>);

impl Formatter for Plain {
    fn write_f64<W: ?Sized + Write>(&mut self, out: &mut W, value: f64) -> io::Result<()> {
        self.0.write_f64(out, rounded(value))
    }

    fn write_string_fragment<W: ?Sized + Write>(&mut self, out: &mut W, fragment: &str) -> io::Result<()> {
        let mut rest = fragment;
        while let Some((at, hidden)) = rest.char_indices().find(|(_, c)| is_better_escaped(*c)) {
            out.write_all(&rest.as_bytes()[..at])?;
            for unit in hidden.encode_utf16(&mut [0; 2]) {
                write!(out, "\\u{unit:04x}")?;
            }
            rest = &rest[at + hidden.len_utf8()..];
        }
        out.write_all(rest.as_bytes())
    }

    fn begin_array<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.begin_array(out)
    }

    fn end_array<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.end_array(out)
    }

    fn begin_array_value<W: ?Sized + Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.0.begin_array_value(out, first)
    }

    fn end_array_value<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.end_array_value(out)
    }

    fn begin_object<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.begin_object(out)
    }

    fn end_object<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.end_object(out)
    }

    fn begin_object_key<W: ?Sized + Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.0.begin_object_key(out, first)
    }

    fn begin_object_value<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.begin_object_value(out)
    }

    fn end_object_value<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.end_object_value(out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_no_noise() {
        for (number, wanted) in [
            (44.999_999_999_999_99, "45"),
            (0.1 + 0.2, "0.3"),
            (1.0 / 3.0, "0.333333333"),
            (-2.0 / 3.0, "-0.666666667"),
            (86_399.123_456_789, "86399.123456789"),
            (1e-17, "0"),
            (-1e-17, "0"),
            (-0.0, "0"),
            (2.5e-9, "0.000000003"),
            (1e300, &format!("{}", 1e300)),
        ] {
            assert_eq!(rounded(number).to_string(), wanted);
        }
        for i in -400_000..400_000 {
            let number = f64::from(i) / 997.0;
            assert!((rounded(number) - number).abs() <= 0.51e-9);
            assert!(rounded(number).to_string().len() <= "-400.123456789".len(), "{number}");
        }
    }

    #[test]
    fn json_reads_as_what_it_was() {
        let text = "\u{202e}a\u{200b}\u{7f}\u{9b}\u{e0001}\"\\\n\u{1b} Zoë 文化 \u{feff}";
        let value = serde_json::json!({ "k\u{202e}": [text, 44.999_999_999_999_99, 2, null], "empty": [] });
        let mut out = Vec::new();
        write_value(&value, &mut out).unwrap();
        let out = String::from_utf8(out).unwrap();
        assert!(
            out.contains("\"\\u202ea\\u200b\\u007f\\u009b\\udb40\\udc01\\\"\\\\\\n\\u001b Zoë 文化 \\ufeff\""),
            "{out}"
        );
        let mut wanted = value;
        wanted["k\u{202e}"][1] = serde_json::json!(45.0);
        assert_eq!(serde_json::from_str::<serde_json::Value>(&out).unwrap(), wanted);
        let plain = serde_json::json!([{ "a": [1, "b"], "c": {} }, 0.5]);
        let mut out = Vec::new();
        write_value(&plain, &mut out).unwrap();
        assert_eq!(String::from_utf8(out).unwrap(), serde_json::to_string_pretty(&plain).unwrap() + "\n");
    }
}
