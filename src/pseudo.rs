//! A language for tests: English with accents, longer, and in brackets.
//!
//! It is made from the English texts, so it is always complete. It makes faults visible: a word without an accent did not come
//! from the texts, a text that is cut off has no closing bracket, and a sentence put together in code has brackets inside.

/// The language's identifier, as the Unicode Common Locale Data Repository has it for English with accents.
pub const LANGUAGE: &str = "en-XA";

/// A text in that language: a third longer, in brackets.
pub fn text(english: &str) -> String {
    let longer = "·".repeat(english.chars().filter(|c| c.is_alphabetic()).count().div_ceil(3));
    format!("[{} {longer}]", accented(english))
}

/// Gives the letters accents and changes nothing else.
pub fn accented(english: &str) -> String {
    english.chars().map(letter).collect()
}

const fn letter(plain: char) -> char {
    match plain {
        'a' => 'á',
        'b' => 'ƀ',
        'c' => 'ç',
        'd' => 'ď',
        'e' => 'é',
        'f' => 'ƒ',
        'g' => 'ĝ',
        'h' => 'ĥ',
        'i' => 'î',
        'j' => 'ĵ',
        'k' => 'ķ',
        'l' => 'ļ',
        'm' => 'ṁ',
        'n' => 'ñ',
        'o' => 'ö',
        'p' => 'ṗ',
        'q' => 'ɋ',
        'r' => 'ŕ',
        's' => 'š',
        't' => 'ţ',
        'u' => 'û',
        'v' => 'ṽ',
        'w' => 'ŵ',
        'x' => 'ẋ',
        'y' => 'ý',
        'z' => 'ž',
        'A' => 'Á',
        'B' => 'Ɓ',
        'C' => 'Ç',
        'D' => 'Ď',
        'E' => 'É',
        'F' => 'Ƒ',
        'G' => 'Ĝ',
        'H' => 'Ĥ',
        'I' => 'Î',
        'J' => 'Ĵ',
        'K' => 'Ķ',
        'L' => 'Ļ',
        'M' => 'Ṁ',
        'N' => 'Ñ',
        'O' => 'Ö',
        'P' => 'Ṗ',
        'Q' => 'Ɋ',
        'R' => 'Ŕ',
        'S' => 'Š',
        'T' => 'Ţ',
        'U' => 'Û',
        'V' => 'Ṽ',
        'W' => 'Ŵ',
        'X' => 'Ẋ',
        'Y' => 'Ý',
        'Z' => 'Ž',
        other => other,
    }
}

/// A data file's texts in that language. Every value is changed except the name of the language, which the reader sets.
///
/// # Errors
/// When it is no TOML.
pub fn file(english: &str) -> Result<String, toml::de::Error> {
    let mut table: toml::Table = toml::from_str(english)?;
    for (name, value) in &mut table {
        if name != "language" {
            each(value);
        }
    }
    Ok(table.to_string())
}

fn each(value: &mut toml::Value) {
    match value {
        toml::Value::String(english) => *english = text(english),
        toml::Value::Array(list) => list.iter_mut().for_each(each),
        toml::Value::Table(table) => table.iter_mut().for_each(|(_, value)| each(value)),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_gets_an_accent_and_the_text_grows() {
        let english: String = ('a'..='z').chain('A'..='Z').collect();
        let pseudo = text(&english);
        assert!(!pseudo.chars().any(|c| c.is_ascii_alphabetic()), "{pseudo}");
        assert!(pseudo.chars().count() > english.len() * 13 / 10);
    }
}
