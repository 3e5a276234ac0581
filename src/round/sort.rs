//! Which replies count: `docs/RATERS.md`, *Which replies count*. None that does not stops the others.

use std::collections::BTreeMap;

use serde::Serialize;
use sha2::{Digest, Sha256};

use super::file::{RoundFile, hex, hex_of};
use super::reply::Packed;
use super::seal::{SecretKey, Unopened};
use super::text::{self, Found};
use crate::others::{RaterQuestions, RaterReply, Token};

/// Why a reply does not count. The first that fits is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum LeftOut {
    /// It is damaged, or not laid out as a reply.
    Broken,
    /// It is sealed to another key, or of another round.
    Foreign,
    /// It answers other questions.
    OtherQuestions,
    /// The round did not give its token out, or gave it to another group.
    Forged,
    /// A reply with this token has been counted.
    Double,
    /// The round is closed.
    Late,
}

/// A file or a pasted text with replies.
#[derive(Clone, Debug)]
pub struct Arrived {
    /// What it is called.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// A reply that does not count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// The file that it is in.
    pub file: String,
    /// Which one in that file, from 1; 0 where there is none at all.
    pub number: usize,
    /// Why.
    pub why: LeftOut,
}

/// The replies of a round, sorted.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sorted {
    /// Those that count.
    pub replies: Vec<RaterReply>,
    /// A fingerprint of what each of them said.
    pub fingerprints: BTreeMap<Token, String>,
    /// Those that do not.
    pub left_out: Vec<Named>,
}

impl Sorted {
    /// Which tokens count.
    pub fn tokens(&self) -> impl Iterator<Item = Token> + '_ {
        self.replies.iter().map(|reply| reply.token)
    }
}

/// Opens and sorts what arrived; `None` where the round's key is damaged.
pub fn sort(round: &RoundFile, questions: &RaterQuestions, arrived: &[Arrived]) -> Option<Sorted> {
    let key = round.secret()?;
    let mut sorting = Sorting { round, questions, key, sorted: Sorted::default() };
    for one in arrived {
        let found = text::find(&one.bytes);
        if found.is_empty() {
            sorting.leave_out(&one.name, 0, LeftOut::Broken);
        }
        for (at, found) in found.iter().enumerate() {
            if let Err(why) = sorting.take(found) {
                sorting.leave_out(&one.name, at + 1, why);
            }
        }
    }
    Some(sorting.sorted)
}

struct Sorting<'a> {
    round: &'a RoundFile,
    questions: &'a RaterQuestions,
    key: SecretKey,
    sorted: Sorted,
}

impl Sorting<'_> {
    fn leave_out(&mut self, file: &str, number: usize, why: LeftOut) {
        self.sorted.left_out.push(Named { file: file.to_owned(), number, why });
    }

    fn take(&mut self, found: &Found) -> Result<(), LeftOut> {
        let clear = self.open(found)?;
        let packed = Packed::read(&clear).ok_or(LeftOut::Broken)?;
        if hex(u64::from_be_bytes(packed.round)) != self.round.id {
            return Err(LeftOut::Foreign);
        }
        if !packed.fits(self.questions) {
            return Err(LeftOut::OtherQuestions);
        }
        self.count(packed.by_item(self.questions), fingerprint(&clear))
    }

    /// What is in a sealed reply. One that is read in several ways is foreign only if each whole one of them is.
    fn open(&self, found: &Found) -> Result<Vec<u8>, LeftOut> {
        let mut why = LeftOut::Broken;
        for candidate in &found.candidates {
            match self.key.open(candidate) {
                Ok(clear) => return Ok(clear),
                Err(Unopened::OtherKey) => why = LeftOut::Foreign,
                Err(Unopened::Broken) => {}
            }
        }
        Err(why)
    }

    fn count(&mut self, reply: RaterReply, fingerprint: String) -> Result<(), LeftOut> {
        let token = reply.token;
        let issued = self.round.tokens.iter().find(|issued| issued.token == token);
        if issued.is_none_or(|issued| issued.group != reply.group) {
            return Err(LeftOut::Forged);
        }
        let counted = self.round.counted.get(&token);
        if self.sorted.fingerprints.contains_key(&token) || counted.is_some_and(|before| *before != fingerprint) {
            return Err(LeftOut::Double);
        }
        if self.round.is_closed && counted.is_none() {
            return Err(LeftOut::Late);
        }
        self.sorted.fingerprints.insert(token, fingerprint);
        self.sorted.replies.push(reply);
        Ok(())
    }
}

/// SHA-256 of what a reply said.
pub(super) fn fingerprint(clear: &[u8]) -> String {
    hex_of(&Sha256::digest(clear))
}

#[cfg(test)]
#[path = "sort_tests.rs"]
mod tests;
