//! Single values as spreadsheets write them.

use crate::profile::{Answer, Dose, SignAnswer};

/// The most seconds that an answer may have taken: a day.
pub(super) const MOST_SECONDS: f64 = 86_400.0;

/// A rating, or not applicable.
pub(super) fn answer(text: &str) -> Option<Answer> {
    match text.to_lowercase().as_str() {
        "na" | "n/a" => Some(Answer::NotApplicable),
        number => whole(number).map(Answer::Rated),
    }
}

/// A whole number on one of the scales: `3`, `3.0` or `3,0`.
pub(super) fn whole<T: TryFrom<u8>>(text: &str) -> Option<T> {
    let (digits, zeros) = text.split_once(['.', ',']).unwrap_or((text, "0"));
    let plain = digits.bytes().all(|b| b.is_ascii_digit()) && !zeros.is_empty() && zeros.bytes().all(|b| b == b'0');
    digits.parse::<u8>().ok().filter(|_| plain).and_then(|number| T::try_from(number).ok())
}

pub(super) fn dose(text: &str) -> Option<Dose> {
    match text.to_lowercase().as_str() {
        "too-little" | "too little" => Some(Dose::TooLittle),
        "right" => Some(Dose::Right),
        "too-much" | "too much" => Some(Dose::TooMuch),
        _ => None,
    }
}

pub(super) fn sign(text: &str) -> Option<SignAnswer> {
    match text.to_lowercase().as_str() {
        "no" => Some(SignAnswer::No),
        "sometimes" => Some(SignAnswer::Sometimes),
        "often" => Some(SignAnswer::Often),
        "unknown" => Some(SignAnswer::Unknown),
        _ => None,
    }
}

/// Why a text cannot be read as a number of seconds.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum NoSeconds {
    /// It is not a number.
    Other,
    /// More than a day.
    TooMany,
    /// `1,234` may mean a little more than one second, or twenty minutes.
    TwoReadings,
}

/// Seconds, with a decimal point or comma. Where columns are separated by commas, a point never separates thousands.
pub(super) fn seconds(text: &str, delimiter: char) -> Result<f64, NoSeconds> {
    if let Some((whole, rest)) = text.split_once(['.', ',']) {
        let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
        let grouped = rest.len() == 3 && (1..=3).contains(&whole.len()) && !whole.starts_with('0');
        let point = text.contains('.') && delimiter == ',';
        if grouped && !point && digits(whole) && digits(rest) {
            return Err(NoSeconds::TwoReadings);
        }
    }
    let plain = text.bytes().all(|b| b.is_ascii_digit() || b".,eE+-".contains(&b));
    let number = text.replacen(',', ".", 1).parse::<f64>().ok().filter(|number| plain && *number >= 0.0);
    match number {
        Some(number) if number <= MOST_SECONDS => Ok(number.abs()),
        Some(_) => Err(NoSeconds::TooMany),
        None => Err(NoSeconds::Other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_numbers_may_have_a_decimal_that_says_nothing() {
        for text in ["3", "3.0", "3,0", "3.00", "3,000", "03"] {
            assert_eq!(whole::<u8>(text), Some(3), "{text}");
        }
        for text in ["", "3.", "3,", ".0", "3.5", "3,5", "3.0.0", "+3", "-3", "3e0", "٣", "260", "3 "] {
            assert_eq!(whole::<u8>(text), None, "{text}");
        }
    }

    #[test]
    fn seconds_have_one_reading_or_none() {
        for (text, wanted) in [
            ("5", 5.0),
            ("5.8", 5.8),
            ("5,8", 5.8),
            ("0,125", 0.125),
            ("1e3", 1000.0),
            ("86400", 86_400.0),
            ("-0", 0.0),
        ] {
            for delimiter in [',', ';', '\t'] {
                assert_eq!(seconds(text, delimiter), Ok(wanted), "{text}");
            }
        }
        assert_eq!(seconds("1.234", ','), Ok(1.234));
        for (text, delimiter) in [("1.234", ';'), ("1.234", '\t'), ("1,234", ';'), ("1,234", ','), ("999,999", ',')] {
            assert_eq!(seconds(text, delimiter), Err(NoSeconds::TwoReadings), "{text}");
        }
        for text in ["86400.1", "1e308", "1e999", "99999999999999999999"] {
            assert_eq!(seconds(text, ','), Err(NoSeconds::TooMany), "{text}");
        }
        for text in ["", "-1", "NaN", "inf", "infinity", "5s", "1.234,5", "1,2,3", "5 8", "0x5"] {
            assert_eq!(seconds(text, ','), Err(NoSeconds::Other), "{text}");
        }
    }
}
