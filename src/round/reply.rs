//! A reply in clear, as bytes: `docs/RATERS.md`, *A reply, in clear*, has the layout.

use std::collections::BTreeMap;

use super::file::hex_of;
use crate::others::{Group, RaterQuestions, RaterReply, SeenAnswer, Token};
use crate::profile::Rating;

/// The letters EKR and the version.
const BEGINNING: [u8; 4] = [0x45, 0x4B, 0x52, 1];

/// How long a reply is: whichever is the first that fits.
pub const LENGTHS: [usize; 4] = [64, 512, 2048, 8192];

/// The most bytes of a comment.
const MOST_COMMENT: usize = 3200;

/// The numbers that stand for the answers that are no rating.
const NO_OCCASION: u8 = 6;
const NOT_SEEN: u8 = 7;

/// What is in a reply, before it is known whether it belongs to a round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Packed {
    /// The id of its round.
    pub round: [u8; 8],
    /// The rater's group.
    pub group: Group,
    /// Stands for the rater.
    pub token: Token,
    /// The beginning of the hash of the questions' structure.
    pub hash: [u8; 8],
    /// The answers in the order of the structure, 0 to 7.
    pub answers: Vec<u8>,
    /// What to keep doing.
    pub keep: String,
    /// What to do more or less of.
    pub change: String,
}

/// Reads bytes one after the other.
struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(taken)
    }

    fn eight(&mut self) -> Option<[u8; 8]> {
        self.take(8)?.try_into().ok()
    }

    fn byte(&mut self) -> Option<u8> {
        self.take(1).map(|byte| byte[0])
    }

    fn comment(&mut self) -> Option<String> {
        let length = usize::from(u16::from_be_bytes(self.take(2)?.try_into().ok()?));
        let text = std::str::from_utf8(self.take(length)?).ok()?;
        (length <= MOST_COMMENT).then(|| tidy(text))
    }
}

/// A comment without what no form writes: control characters other than line feeds, spaces at its ends.
fn tidy(text: &str) -> String {
    text.chars().filter(|c| *c == '\n' || !c.is_control()).collect::<String>().trim().to_owned()
}

impl Packed {
    /// Reads a reply; `None` where it is broken.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        if !LENGTHS.contains(&bytes.len()) {
            return None;
        }
        let mut reader = Reader(bytes);
        if reader.take(4)? != BEGINNING {
            return None;
        }
        let round = reader.eight()?;
        let group = Group::of_number(reader.byte()?)?;
        let token = Token(u64::from_be_bytes(reader.eight()?));
        let hash = reader.eight()?;
        let count = usize::from(reader.byte()?);
        let halves = reader.take(count.div_ceil(2))?;
        let mut answers: Vec<u8> = halves.iter().flat_map(|byte| [byte >> 4, byte & 15]).collect();
        let rest_is_empty = answers.split_off(count).iter().all(|half| *half == 0);
        let (keep, change) = (reader.comment()?, reader.comment()?);
        let is_whole = count > 0 && rest_is_empty && answers.iter().all(|answer| *answer <= NOT_SEEN);
        (is_whole && reader.0.iter().all(|byte| *byte == 0)).then_some(Self {
            round,
            group,
            token,
            hash,
            answers,
            keep,
            change,
        })
    }

    /// The bytes of a reply; `None` where a comment or the number of answers is too large.
    pub fn write(&self) -> Option<Vec<u8>> {
        let mut bytes = BEGINNING.to_vec();
        bytes.extend(self.round);
        bytes.push(self.group.number());
        bytes.extend(self.token.0.to_be_bytes());
        bytes.extend(self.hash);
        bytes.push(u8::try_from(self.answers.len()).ok()?);
        bytes.extend(self.answers.chunks(2).map(|pair| pair[0] << 4 | pair.get(1).copied().unwrap_or(0)));
        for comment in [&self.keep, &self.change] {
            bytes.extend(u16::try_from(comment.len()).ok()?.to_be_bytes());
            bytes.extend(comment.as_bytes());
        }
        let length = LENGTHS.into_iter().find(|length| *length >= bytes.len())?;
        bytes.resize(length, 0);
        Some(bytes)
    }

    /// Whether it answers these questions.
    pub fn fits(&self, questions: &RaterQuestions) -> bool {
        questions.hash.starts_with(&hex_of(&self.hash)) && self.answers.len() == questions.items().count()
    }

    /// The reply with its answers by item.
    pub fn by_item(self, questions: &RaterQuestions) -> RaterReply {
        let answer = |number: u8| match number {
            NO_OCCASION => Some(SeenAnswer::NoOccasion),
            NOT_SEEN => Some(SeenAnswer::NotSeen),
            rating => Rating::try_from(rating).ok().map(SeenAnswer::Rated),
        };
        let answers: BTreeMap<_, _> = questions
            .items()
            .zip(&self.answers)
            .filter_map(|(item, number)| Some((item.clone(), answer(*number)?)))
            .collect();
        RaterReply { token: self.token, group: self.group, answers, keep: self.keep, change: self.change }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_reply_of_the_documentation_is_read_and_written() {
        let mut bytes = vec![0x45, 0x4b, 0x52, 1, 0xa1, 0xb2, 0xc3, 0xd4, 0xe5, 0xf6, 0x07, 0x18, 2];
        bytes.extend([0x01, 0x23, 0x45, 0x67, 0x89, 0xab, 0xcd, 0xef, 0, 0x11, 0x22, 0x33, 0x44, 0x55, 0x66, 0x77]);
        bytes.extend([8, 0x54, 0x32, 0x16, 0x70]);
        bytes.resize(64, 0);
        let reply = Packed::read(&bytes).unwrap();
        assert_eq!((reply.group, reply.token), (Group::Peers, Token(0x0123_4567_89ab_cdef)));
        assert_eq!((reply.answers.as_slice(), reply.keep.as_str()), ([5, 4, 3, 2, 1, 6, 7, 0].as_slice(), ""));
        assert_eq!(reply.write().unwrap(), bytes);
    }

    #[test]
    fn whatever_is_changed_in_a_way_that_no_form_writes_is_broken() {
        let whole = Packed {
            round: [1; 8],
            group: Group::Others,
            token: Token(7),
            hash: [2; 8],
            answers: vec![1, 2, 3],
            keep: "é".into(),
            change: String::new(),
        };
        let bytes = whole.write().unwrap();
        assert_eq!(Packed::read(&bytes), Some(whole));
        for (at, value) in
            [(0, 0x46), (3, 2), (12, 0), (12, 5), (29, 0), (30, 0x82), (31, 0x31), (33, 200), (35, 0xff), (63, 1)]
        {
            let mut other = bytes.clone();
            other[at] = value;
            assert_eq!(Packed::read(&other), None, "byte {at}");
        }
        assert_eq!(Packed::read(&bytes[..63]), None);
        // No length and no byte makes the reader stumble.
        for at in 0..bytes.len() {
            for value in 0..=255 {
                let mut other = bytes.clone();
                other[at] = value;
                let _read = Packed::read(&other);
            }
        }
    }
}
