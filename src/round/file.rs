//! The round file: all that the collector keeps of a round, locked with a passphrase.
//!
//! Only this program reads it. In clear it is JSON of its own kind; it is never on the disk in clear.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::seal::{self, Passphrase, SecretKey, Unopened};
use crate::others::{Group, History, RaterQuestions, Token};

/// What `format` says in it.
const FORMAT: &str = "evenkeel-round";

/// The version that this code writes, and the newest that it reads.
const VERSION: u32 = 1;

/// A round.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RoundFile {
    format: String,
    version: u32,
    /// The round's id: 16 hexadecimal digits.
    pub id: String,
    /// The name that stands in the items.
    pub person: String,
    /// Who opens the replies, and where they are to be sent.
    pub collector: Collector,
    /// A date that raters are told, `YYYY-MM-DD`.
    pub until: Option<String>,
    /// How many are invited in each group.
    pub groups: Vec<Invited>,
    /// The tokens that the round gave out, one for each rater.
    pub tokens: Vec<Issued>,
    /// What is asked.
    pub questions: Asked,
    secret: String,
    /// Whether a part of the key sheet was typed back, so that it is known to be on paper.
    pub is_sheet_typed: bool,
    /// The replies that counted in a result, each with a fingerprint of what it said: the first counts.
    pub counted: BTreeMap<Token, String>,
    /// Whether the last result was made: what comes then is late.
    pub is_closed: bool,
    /// What was published.
    pub history: History,
}

/// Who opens the replies.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Collector {
    /// The name.
    pub name: String,
    /// Where to send replies, as free text.
    pub send: String,
}

/// How many are invited in a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invited {
    /// The group.
    pub group: Group,
    /// How many.
    pub invited: usize,
}

/// A token that was given out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Issued {
    /// The token.
    pub token: Token,
    /// The group of the rater who has it.
    pub group: Group,
}

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    /// The id of the questions.
    pub id: String,
    /// Their version.
    pub version: u32,
    /// SHA-256 of their structure.
    pub hash: String,
}

/// A round to be made.
#[derive(Clone, Debug)]
pub struct NewRound {
    /// The name that stands in the items.
    pub person: String,
    /// Who opens the replies.
    pub collector: Collector,
    /// A date that raters are told.
    pub until: Option<String>,
    /// How many are invited in each group, groups without anybody left out.
    pub groups: Vec<Invited>,
    /// Numbers of chance: the round's id first, then one token for each rater.
    pub chance: Vec<u64>,
}

/// Why a round cannot be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NewRoundError {
    /// The name is empty, longer than 80 characters, or has a line break.
    Name,
    /// What is said of the collector is longer than 200 characters.
    Collector,
    /// The date is none.
    Date,
    /// Nobody is invited, or more than the limit.
    Count,
}

/// The most raters of a round.
pub const MOST_RATERS: usize = 2000;

/// Why a round file cannot be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RoundFileError {
    /// The passphrase is another one.
    Passphrase,
    /// It is no round file, or damaged.
    Broken,
    /// A newer version of the program wrote it.
    Newer,
}

/// A number as 16 hexadecimal digits.
pub fn hex(number: u64) -> String {
    format!("{number:016x}")
}

/// Bytes in hexadecimal digits.
pub(super) fn hex_of(bytes: &[u8]) -> String {
    let digits = |byte: &u8| [byte >> 4, byte & 15].map(|digit| char::from_digit(digit.into(), 16).unwrap_or('0'));
    bytes.iter().flat_map(digits).collect()
}

impl RoundFile {
    /// A new round, with a key of its own.
    ///
    /// # Errors
    /// The first rule that is broken.
    pub fn new(new: NewRound, questions: &RaterQuestions) -> Result<Self, NewRoundError> {
        let name = new.person.trim();
        if name.is_empty() || name.chars().count() > 80 || name.chars().any(char::is_control) {
            return Err(NewRoundError::Name);
        }
        if [&new.collector.name, &new.collector.send].into_iter().any(|text| text.chars().count() > 200) {
            return Err(NewRoundError::Collector);
        }
        if new.until.as_ref().is_some_and(|day| day.parse::<jiff::civil::Date>().is_err() || day.len() != 10) {
            return Err(NewRoundError::Date);
        }
        let count: usize = new.groups.iter().map(|group| group.invited).sum();
        let mut chance = new.chance.into_iter();
        let id = chance.next().filter(|_| (1..=MOST_RATERS).contains(&count)).ok_or(NewRoundError::Count)?;
        let raters = new.groups.iter().flat_map(|one| std::iter::repeat_n(one.group, one.invited));
        let tokens: Vec<Issued> =
            raters.zip(chance).map(|(group, token)| Issued { token: Token(token), group }).collect();
        if tokens.len() != count {
            return Err(NewRoundError::Count);
        }
        Ok(Self {
            format: FORMAT.to_owned(),
            version: VERSION,
            id: hex(id),
            person: name.to_owned(),
            collector: new.collector,
            until: new.until,
            groups: new.groups,
            tokens,
            questions: Asked { id: questions.id.clone(), version: questions.version, hash: questions.hash.clone() },
            secret: SecretKey::generate().text(),
            is_sheet_typed: false,
            counted: BTreeMap::new(),
            is_closed: false,
            history: History::default(),
        })
    }

    /// The secret key; `None` where the file holds none that is whole.
    pub fn secret(&self) -> Option<SecretKey> {
        SecretKey::parse(&self.secret)
    }

    /// The same with this key, all rows of which were typed.
    pub(super) fn with_key(self, key: &SecretKey) -> Self {
        Self { secret: key.text(), is_sheet_typed: true, ..self }
    }

    /// The rows of its key sheet.
    pub fn sheet(&self) -> Vec<super::sheet::Row> {
        super::sheet::rows(&self.secret)
    }

    /// The bytes of the file.
    pub fn locked(&self, passphrase: &Passphrase) -> Option<Vec<u8>> {
        seal::lock(passphrase, &serde_json::to_vec(self).ok()?)
    }

    /// Opens a file.
    ///
    /// # Errors
    /// When the passphrase is another one, or the file is not a round of ours.
    pub fn unlocked(passphrase: &Passphrase, bytes: &[u8]) -> Result<Self, RoundFileError> {
        let clear = seal::unlock(passphrase, bytes).map_err(|error| match error {
            Unopened::OtherKey => RoundFileError::Passphrase,
            Unopened::Broken => RoundFileError::Broken,
        })?;
        let head: Head = serde_json::from_slice(&clear).map_err(|_other| RoundFileError::Broken)?;
        if head.format != FORMAT {
            return Err(RoundFileError::Broken);
        }
        if head.version > VERSION {
            return Err(RoundFileError::Newer);
        }
        serde_json::from_slice(&clear).map_err(|_other| RoundFileError::Broken)
    }
}

#[derive(Deserialize)]
struct Head {
    format: String,
    version: u32,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::others::RaterForm;

    pub(crate) fn new() -> NewRound {
        NewRound {
            person: "Ana".into(),
            collector: Collector { name: "Petra Klein".into(), send: "petra@example.org".into() },
            until: Some("2026-12-18".into()),
            groups: vec![Invited { group: Group::Manager, invited: 1 }, Invited { group: Group::Peers, invited: 2 }],
            chance: vec![7, 11, 12, 13],
        }
    }

    #[test]
    fn a_round_file_opens_with_its_passphrase_only() {
        let questions = RaterForm::built_in().unwrap().questions;
        let round = RoundFile::new(new(), &questions).unwrap();
        assert_eq!((round.id.as_str(), round.tokens.len()), ("0000000000000007", 3));
        let right = Passphrase::new("correct horse").unwrap();
        let bytes = round.locked(&right).unwrap();
        assert!(!bytes.windows(3).any(|three| three == b"Ana"));
        assert_eq!(RoundFile::unlocked(&right, &bytes), Ok(round));
        let wrong = Passphrase::new("correct house").unwrap();
        assert_eq!(RoundFile::unlocked(&wrong, &bytes), Err(RoundFileError::Passphrase));
        assert_eq!(RoundFile::unlocked(&right, b"age-encryption.org/v1\n"), Err(RoundFileError::Broken));
        assert!(Passphrase::new("").is_none());
    }

    #[test]
    fn a_round_that_cannot_be_is_refused() {
        let questions = RaterForm::built_in().unwrap().questions;
        let made = |change: fn(&mut NewRound)| {
            let mut round = new();
            change(&mut round);
            RoundFile::new(round, &questions).err()
        };
        assert_eq!(made(|_| {}), None);
        assert_eq!(made(|round| round.person = " ".into()), Some(NewRoundError::Name));
        assert_eq!(made(|round| round.person = "A\nB".into()), Some(NewRoundError::Name));
        assert_eq!(made(|round| round.until = Some("tomorrow".into())), Some(NewRoundError::Date));
        assert_eq!(made(|round| round.collector.send = "x".repeat(201)), Some(NewRoundError::Collector));
        assert_eq!(made(|round| round.groups.clear()), Some(NewRoundError::Count));
        assert_eq!(made(|round| round.chance.truncate(2)), Some(NewRoundError::Count));
    }
}
