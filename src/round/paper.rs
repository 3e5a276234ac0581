//! Replies on paper, keyed in twice.
//!
//! One line for each sheet: the group, then the answers in the order in which they are asked, which is that of the sheet's numbers. An
//! answer is one digit: 1 to 5, 6 for *there was no occasion*, 7 for *I could not see this*, 0 or a point for left open. Spaces between
//! digits do not matter. What was written follows in lines that begin with `keep` and `change`. Empty lines and those that begin with `#`
//! are passed over.
//!
//! ```text
//! peers 54321 67012 33333 33333 33333 33333 33333 33333
//! keep asks before deciding
//! ```
//!
//! Two people key in, or one twice without looking at the first: one in 270 fields is wrong when keyed once, one in 2,200 when keyed twice
//! (`PLoS` ONE e35087). Where both differ, nothing is taken until they no longer do.

use std::collections::BTreeSet;

use super::file::RoundFile;
use super::sort::{Sorted, fingerprint};
use crate::others::{Group, RaterQuestions, RaterReply, Token};
use crate::scoring::of_id;

/// A sheet as it was keyed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// The group.
    pub group: Group,
    /// The answers in the order in which they are asked, 0 to 7.
    pub answers: Vec<u8>,
    /// What to keep doing.
    pub keep: String,
    /// What to do more or less of.
    pub change: String,
}

/// What is wrong in a line, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LineError {
    /// The line.
    pub line: usize,
    /// What is wrong with it.
    pub what: LineProblem,
}

/// What is wrong with a line that was keyed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineProblem {
    /// It begins with no group.
    NoGroup,
    /// There is something else than digits from 0 to 7.
    NoDigit,
    /// There are so many answers, where as many are needed as there are questions.
    Count {
        /// How many there are.
        found: usize,
        /// How many there should be.
        needed: usize,
    },
    /// A comment stands before the first sheet.
    NoSheet,
}

/// Where two ways of keying in a sheet differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Differs {
    /// There are more sheets in one of them.
    Sheets {
        /// In the first.
        first: usize,
        /// In the second.
        second: usize,
    },
    /// The group of a sheet.
    Group {
        /// The sheet, from 1.
        sheet: usize,
    },
    /// An answer.
    Answer {
        /// The sheet, from 1.
        sheet: usize,
        /// The number that the question has on paper, from 1.
        question: usize,
        /// What was keyed in first.
        first: u8,
        /// What was keyed in second.
        second: u8,
    },
    /// A comment, by its letters; how they are spaced does not matter.
    Comment {
        /// The sheet, from 1.
        sheet: usize,
    },
}

/// Reads sheets.
///
/// # Errors
/// The first line that is none.
pub fn read(text: &str, questions: &RaterQuestions) -> Result<Vec<Sheet>, LineError> {
    let needed = questions.items().count();
    let mut sheets: Vec<Sheet> = Vec::new();
    for (at, line) in text.lines().enumerate() {
        let failed = |what| LineError { line: at + 1, what };
        let line = line.trim_start_matches('\u{feff}').trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let (first, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
        match first.to_ascii_lowercase().as_str() {
            "keep" => rest.trim().clone_into(&mut sheets.last_mut().ok_or_else(|| failed(LineProblem::NoSheet))?.keep),
            "change" => {
                rest.trim().clone_into(&mut sheets.last_mut().ok_or_else(|| failed(LineProblem::NoSheet))?.change);
            }
            name => {
                let group = of_id(name).ok_or_else(|| failed(LineProblem::NoGroup))?;
                let answers = digits(rest).ok_or_else(|| failed(LineProblem::NoDigit))?;
                if answers.len() != needed {
                    return Err(failed(LineProblem::Count { found: answers.len(), needed }));
                }
                sheets.push(Sheet { group, answers, keep: String::new(), change: String::new() });
            }
        }
    }
    Ok(sheets)
}

fn digits(text: &str) -> Option<Vec<u8>> {
    let digit = |c: char| match c {
        '.' => Some(0),
        '0'..='7' => c.to_digit(8).and_then(|digit| u8::try_from(digit).ok()),
        _ => None,
    };
    text.chars().filter(|c| !c.is_whitespace()).map(digit).collect()
}

/// Where they differ.
pub fn differences(first: &[Sheet], second: &[Sheet]) -> Vec<Differs> {
    if first.len() != second.len() {
        return vec![Differs::Sheets { first: first.len(), second: second.len() }];
    }
    let mut found = Vec::new();
    for (at, (one, two)) in first.iter().zip(second).enumerate() {
        let sheet = at + 1;
        if one.group != two.group {
            found.push(Differs::Group { sheet });
        }
        for (question, (first, second)) in one.answers.iter().zip(&two.answers).enumerate() {
            if first != second {
                found.push(Differs::Answer { sheet, question: question + 1, first: *first, second: *second });
            }
        }
        let words = |sheet: &Sheet| -> Vec<String> {
            [&sheet.keep, &sheet.change].map(|text| text.split_whitespace().collect::<Vec<_>>().join(" ")).to_vec()
        };
        if words(one) != words(two) {
            found.push(Differs::Comment { sheet });
        }
    }
    found
}

/// Adds sheets to the replies that count. A sheet has no token, so each takes the next of its group that nobody has used. Returns the
/// numbers of the sheets, from 1, for which none is left: there are more replies than raters were invited.
pub fn add(sheets: &[Sheet], round: &RoundFile, questions: &RaterQuestions, sorted: &mut Sorted) -> Vec<usize> {
    let mut too_many = Vec::new();
    for (at, sheet) in sheets.iter().enumerate() {
        let used: BTreeSet<Token> = sorted.tokens().collect();
        let said = fingerprint(format!("{sheet:?}").as_bytes());
        // A sheet that counted before has its token already.
        let before = round.counted.iter().find(|(token, one)| **one == said && !used.contains(token));
        let free = || {
            let fits = |issued: &&super::file::Issued| {
                issued.group == sheet.group
                    && !used.contains(&issued.token)
                    && !round.counted.contains_key(&issued.token)
            };
            round.tokens.iter().find(fits).map(|issued| issued.token).filter(|_| !round.is_closed)
        };
        match before.map(|(token, _)| *token).or_else(free) {
            None => too_many.push(at + 1),
            Some(token) => {
                sorted.fingerprints.insert(token, said);
                sorted.replies.push(reply(sheet, token, questions));
            }
        }
    }
    too_many
}

fn reply(sheet: &Sheet, token: Token, questions: &RaterQuestions) -> RaterReply {
    let asked = questions.in_order_of_asking();
    let in_structure: Vec<u8> = questions
        .items()
        .map(|item| asked.iter().position(|other| *other == item).and_then(|at| sheet.answers.get(at)).copied())
        .map(Option::unwrap_or_default)
        .collect();
    let packed = super::reply::Packed {
        round: [0; 8],
        group: sheet.group,
        token,
        hash: [0; 8],
        answers: in_structure,
        keep: sheet.keep.clone(),
        change: sheet.change.clone(),
    };
    packed.by_item(questions)
}

#[cfg(test)]
mod tests {
    use super::super::file::{Collector, Invited, NewRound};
    use super::*;
    use crate::others::{RaterForm, SeenAnswer};

    #[test]
    fn sheets_are_read_compared_and_given_tokens() {
        let questions = RaterForm::built_in().unwrap().questions;
        let count = questions.items().count();
        let line = format!(
            "# three sheets\npeers 1 7.{}\nkeep asks  first\n\nPEERS {}\n",
            "3".repeat(count - 3),
            "5".repeat(count)
        );
        let first = read(&line, &questions).unwrap();
        assert_eq!(
            (first.len(), first[0].answers[..4].to_vec(), first[0].keep.as_str()),
            (2, vec![1, 7, 0, 3], "asks  first")
        );
        let second = read(&line.replace("1 7.", "1 6.").replace("asks  first", "asks first"), &questions).unwrap();
        assert_eq!(differences(&first, &second), [Differs::Answer { sheet: 1, question: 2, first: 7, second: 6 }]);
        assert_eq!(differences(&first, &second[..1]), [Differs::Sheets { first: 2, second: 1 }]);

        let new = NewRound {
            person: "Ana".into(),
            collector: Collector::default(),
            until: None,
            groups: vec![Invited { group: Group::Peers, invited: 1 }, Invited { group: Group::Others, invited: 2 }],
            chance: vec![1, 2, 3, 4],
        };
        let mut round = RoundFile::new(new, &questions).unwrap();
        let mut sorted = Sorted::default();
        assert_eq!(add(&first, &round, &questions, &mut sorted), [2], "one peer was invited");
        let second_asked = questions.in_order_of_asking()[1];
        assert_eq!(sorted.replies[0].answers[second_asked], SeenAnswer::NotSeen);
        // The same sheets again are the same replies.
        round.counted = sorted.fingerprints.clone();
        let mut again = Sorted::default();
        add(&first, &round, &questions, &mut again);
        assert_eq!(again.replies, sorted.replies);
    }

    #[test]
    fn what_is_wrong_in_a_line_is_said() {
        let questions = RaterForm::built_in().unwrap().questions;
        let needed = questions.items().count();
        let what = |text: &str| read(text, &questions).unwrap_err();
        assert_eq!(what("\nboss 123"), LineError { line: 2, what: LineProblem::NoGroup });
        assert_eq!(what("peers 128"), LineError { line: 1, what: LineProblem::NoDigit });
        assert_eq!(what("peers 123").what, LineProblem::Count { found: 3, needed });
        assert_eq!(what("keep x").what, LineProblem::NoSheet);
    }
}
