//! The key sheet: a round's secret key on paper, for the day on which file or passphrase is lost.
//!
//! The 58 characters that follow `AGE-SECRET-KEY-1` stand in rows of six. Behind each row stands a check character: a sum over the field
//! with 32 elements, in which every place and the row itself have a factor of their own. One wrong character in a row is always found,
//! and so are two neighbours that changed places, or one row in the place of another. The characters are those of Bech32: there is no `1`, `B`, `I` and `O`,
//! and what is typed for one of them is taken as what it looks like.

/// What every secret key begins with.
const BEGINNING: &str = "AGE-SECRET-KEY-1";

/// The characters of Bech32, each by its value.
const CHARACTERS: &str = "QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L";

/// How many characters a row has, without its check character.
pub const ROW: usize = 6;

/// How many rows a sheet has.
pub const ROWS: usize = 10;

/// A row of the sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Counted from 1.
    pub number: usize,
    /// Its characters, with the check character at the end.
    pub text: String,
}

/// What is wrong with a row that was typed back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowError {
    /// It has too few or too many characters.
    Length,
    /// A character is none of the sheet's.
    Character,
    /// The check character does not fit: something is mistyped.
    Mistyped,
}

/// The rows for a secret key, `AGE-SECRET-KEY-1…`.
pub fn rows(secret: &str) -> Vec<Row> {
    let characters: Vec<char> = secret.strip_prefix(BEGINNING).unwrap_or_default().chars().collect();
    let row = |(at, part): (usize, &[char])| {
        let values: Vec<u8> = part.iter().filter_map(|c| value(*c)).collect();
        let check = character(check(at + 1, &values));
        Row { number: at + 1, text: part.iter().chain([&check]).collect() }
    };
    characters.chunks(ROW).enumerate().map(row).collect()
}

/// A row that was typed back, as it stands on the sheet.
///
/// # Errors
/// What is wrong with it.
pub fn typed(number: usize, text: &str) -> Result<Row, RowError> {
    let typed: Vec<char> = text.chars().filter(|c| !c.is_whitespace() && *c != '-').map(look_alike).collect();
    if !(2..=ROW + 1).contains(&typed.len()) {
        return Err(RowError::Length);
    }
    let values: Vec<u8> = typed.iter().map(|c| value(*c).ok_or(RowError::Character)).collect::<Result<_, _>>()?;
    let (last, first) = values.split_last().ok_or(RowError::Length)?;
    if check(number, first) != *last {
        return Err(RowError::Mistyped);
    }
    Ok(Row { number, text: typed.into_iter().collect() })
}

/// The secret key of all rows.
pub fn secret(rows: &[Row]) -> String {
    let text = |row: &Row| row.text.chars().take(row.text.chars().count().saturating_sub(1)).collect::<String>();
    [BEGINNING.to_owned()].into_iter().chain(rows.iter().map(text)).collect()
}

/// What a character that the sheet does not have is taken for.
fn look_alike(c: char) -> char {
    match c.to_ascii_uppercase() {
        'O' => '0',
        'I' | '1' => 'L',
        'B' => '8',
        other => other,
    }
}

fn value(c: char) -> Option<u8> {
    CHARACTERS.chars().position(|other| other == c).and_then(|at| u8::try_from(at).ok())
}

fn character(value: u8) -> char {
    CHARACTERS.chars().nth(usize::from(value)).unwrap_or('Q')
}

/// The sum of all values and of the number of the row, each times a power of 2 of its own, of which the check character has the lowest.
fn check(number: usize, values: &[u8]) -> u8 {
    let row = u8::try_from(number % 32).unwrap_or(0);
    let sum = values.iter().rev().fold(row, |sum, value| times(sum, 2) ^ value);
    times(sum, 2)
}

/// The product in the field with 32 elements, modulo x^5 + x^2 + 1, which 2 generates.
fn times(mut a: u8, mut b: u8) -> u8 {
    let mut product = 0;
    while b > 0 {
        if b & 1 == 1 {
            product ^= a;
        }
        a <<= 1;
        if a & 32 != 0 {
            a ^= 0b10_0101;
        }
        b >>= 1;
    }
    product
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECRET: &str = "AGE-SECRET-KEY-18MFQ9M2Q0MPMJSCNZUME52ZYG0SKW2ZSWHMQ6YP0MYVNE4008VPQ4J3UVK";

    #[test]
    fn the_rows_give_the_key_back() {
        let rows = rows(SECRET);
        assert_eq!(rows.len(), ROWS);
        assert_eq!(rows.iter().map(|row| row.text.len()).collect::<Vec<_>>(), [7, 7, 7, 7, 7, 7, 7, 7, 7, 5]);
        let typed: Vec<Row> = rows.iter().map(|row| typed(row.number, &row.text.to_lowercase()).unwrap()).collect();
        assert_eq!(secret(&typed), SECRET);
    }

    #[test]
    fn each_single_error_in_a_row_is_found() {
        let mut tried = 0;
        for row in rows(SECRET) {
            for at in 0..row.text.len() {
                for other in CHARACTERS.chars() {
                    let mut text: Vec<char> = row.text.chars().collect();
                    if text[at] == other {
                        continue;
                    }
                    text[at] = other;
                    let text: String = text.into_iter().collect();
                    assert_eq!(typed(row.number, &text), Err(RowError::Mistyped), "{text} for {}", row.text);
                    tried += 1;
                }
            }
        }
        assert_eq!(tried, 31 * (9 * 7 + 5));
    }

    #[test]
    fn neighbours_and_rows_that_changed_places_are_found() {
        let rows = rows(SECRET);
        for row in &rows {
            for at in 0..row.text.len() - 1 {
                let mut text: Vec<char> = row.text.chars().collect();
                text.swap(at, at + 1);
                let text: String = text.into_iter().collect();
                assert_eq!(typed(row.number, &text).is_err(), text != row.text, "{text}");
            }
            for other in 1..=rows.len() {
                assert_eq!(typed(other, &row.text).is_ok(), other == row.number);
            }
        }
        assert_eq!(typed(1, "8MFQ9"), Err(RowError::Mistyped));
        assert_eq!(typed(1, "8MFQ9M22"), Err(RowError::Length));
        assert_eq!(typed(1, "8MFQ9M?"), Err(RowError::Character));
    }
}
