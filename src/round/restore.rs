//! A round file again, from the round's key and its forms.
//!
//! The forms hold all that raters are told, and the token of each. In neither is what was published before, so that a second result
//! could not know of the first.

use std::collections::BTreeSet;

use serde::Deserialize;

use super::file::{Asked, Collector, Invited, NewRound, RoundFile};
use super::seal::SecretKey;
use crate::others::{Group, RaterQuestions};

/// Where the data begin in a form, and where they end.
const BLOCK: [&str; 2] = [r#"<script type="application/json" id="round">"#, "</script>"];

/// What stands in a form.
#[derive(Clone, Debug, PartialEq, Deserialize)]
struct Data {
    #[serde(flatten)]
    same: Same,
    group: Group,
    token: Option<String>,
}

/// What is the same in each form of a round.
#[derive(Clone, Debug, PartialEq, Deserialize)]
struct Same {
    round: String,
    person: String,
    groups: Vec<Invited>,
    collector: Collector,
    until: Option<String>,
    recipient: String,
    instrument: Asked,
}

/// A round again.
#[derive(Clone, Debug, PartialEq)]
pub struct Restored {
    /// The round.
    pub file: RoundFile,
    /// How many of its tokens are those of forms. The others are new, so that replies with the old ones do not count.
    pub known: usize,
}

/// Why there is no round again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RestoreError {
    /// None of the pages is a form.
    NoForm,
    /// They are forms of different rounds, or more than a round has.
    Rounds,
    /// The key is that of another round.
    Key,
    /// They ask other questions.
    Questions,
}

/// Makes the round file again. Pages that are no forms are passed over.
///
/// # Errors
/// When the forms do not belong together, or not to the key.
pub fn restore(
    pages: &[Vec<u8>],
    key: &SecretKey,
    questions: &RaterQuestions,
    chance: &mut dyn FnMut() -> u64,
) -> Result<Restored, RestoreError> {
    let forms: Vec<Data> = pages.iter().filter_map(|page| read(page)).collect();
    let same = forms.first().ok_or(RestoreError::NoForm)?.same.clone();
    if forms.iter().any(|form| form.same != same) {
        return Err(RestoreError::Rounds);
    }
    if same.recipient != key.recipient() {
        return Err(RestoreError::Key);
    }
    if same.instrument.hash != questions.hash {
        return Err(RestoreError::Questions);
    }
    let number = |text: &str| u64::from_str_radix(text, 16).ok();
    let mut numbers = vec![number(&same.round).ok_or(RestoreError::NoForm)?];
    let mut known = 0;
    for one in &same.groups {
        let of_group = forms.iter().filter(|form| form.group == one.group);
        let tokens: BTreeSet<u64> = of_group.filter_map(|form| number(form.token.as_deref()?)).collect();
        known += tokens.len();
        let missing = one.invited.checked_sub(tokens.len()).ok_or(RestoreError::Rounds)?;
        numbers.extend(tokens.into_iter().chain((0..missing).map(|_| chance())));
    }
    let Same { person, collector, until, groups, .. } = same;
    let new = NewRound { person, collector, until, groups, chance: numbers };
    let file = RoundFile::new(new, questions).map_err(|_refused| RestoreError::NoForm)?;
    Ok(Restored { file: file.with_key(key), known })
}

fn read(page: &[u8]) -> Option<Data> {
    let page = std::str::from_utf8(page).ok()?;
    let (_, data) = page.split_once(BLOCK[0])?;
    serde_json::from_str(data.split_once(BLOCK[1])?.0).ok()
}

#[cfg(test)]
mod tests {
    use super::super::form::page;
    use super::*;
    use crate::others::RaterForm;

    fn round(chance: Vec<u64>) -> (RoundFile, Vec<Vec<u8>>) {
        let form = RaterForm::built_in().unwrap();
        let new = NewRound {
            person: "Ana </script>".into(),
            collector: Collector { name: "Petra & Co".into(), send: String::new() },
            until: Some("2026-12-18".into()),
            groups: vec![Invited { group: Group::Manager, invited: 1 }, Invited { group: Group::Peers, invited: 3 }],
            chance,
        };
        let round = RoundFile::new(new, &form.questions).unwrap();
        let pages = round.tokens.iter().map(|rater| page(&round, &form, *rater).unwrap().into_bytes()).collect();
        (round, pages)
    }

    #[test]
    fn key_and_forms_make_the_round_again() {
        let questions = RaterForm::built_in().unwrap().questions;
        let (mut round, mut pages) = round(vec![7, 11, 12, 13, 14]);
        let key = round.secret().unwrap();
        pages.push(b"a letter".to_vec());
        pages.reverse();
        round.is_sheet_typed = true;
        let again = restore(&pages, &key, &questions, &mut || 99).unwrap();
        assert_eq!(again, Restored { file: round.clone(), known: 4 });
        // With a form lost, its token is another one.
        let again = restore(&pages[..3], &key, &questions, &mut || 99).unwrap();
        assert_eq!((again.known, again.file.tokens.len()), (2, 4));
        assert!(again.file.tokens.iter().filter(|issued| round.tokens.contains(issued)).count() == 2);
    }

    #[test]
    fn what_does_not_belong_together_is_refused() {
        let questions = RaterForm::built_in().unwrap().questions;
        let (first, pages) = round(vec![7, 11, 12, 13, 14]);
        let (second, others) = round(vec![8, 11, 12, 13, 14]);
        let key = first.secret().unwrap();
        let refused = |pages: &[Vec<u8>], key: &SecretKey| restore(pages, key, &questions, &mut || 0).unwrap_err();
        assert_eq!(refused(&[b"a letter".to_vec()], &key), RestoreError::NoForm);
        assert_eq!(refused(&[pages[0].clone(), others[0].clone()], &key), RestoreError::Rounds);
        assert_eq!(refused(&pages, &second.secret().unwrap()), RestoreError::Key);
        let other = RaterQuestions { hash: "0".into(), ..questions.clone() };
        assert_eq!(restore(&pages, &key, &other, &mut || 0), Err(RestoreError::Questions));
    }
}
