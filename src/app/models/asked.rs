//! The questions of an audit, and which of them are open.

use crate::instrument::{Instrument, Question, part_questions};
use crate::profile::{Audit, Form, Part};

/// The questions of an audit.
#[derive(Debug, Default)]
pub struct AskedQuestions {
    /// All of them, in their order.
    pub all: Vec<Question>,
    /// Those without an answer, or without all of their answers.
    pub open: Vec<Question>,
    /// How many seconds the open ones take.
    pub open_seconds: u32,
    parts: [Vec<Question>; 5],
}

impl AskedQuestions {
    pub(super) fn new(instrument: &Instrument, audit: &Audit) -> Self {
        let parts = Part::ALL.map(|part| part_questions(instrument, audit, part));
        let chosen = |part: &Part| *part == Part::Behaviour || audit.parts.contains(part);
        let all: Vec<Question> =
            Part::ALL.iter().zip(&parts).filter(|(part, _)| chosen(part)).flat_map(|(_, list)| list).cloned().collect();
        let open: Vec<Question> =
            all.iter().filter(|question| !question.is_answered(instrument, audit)).cloned().collect();
        let open_seconds = open.iter().map(|question| question.seconds(instrument, audit)).sum();
        Self { all, open, open_seconds, parts }
    }

    /// The questions of a part, even if that part was not chosen.
    pub fn part(&self, part: Part) -> &[Question] {
        &self.parts[part as usize]
    }

    /// The index of a question in its part, from 0.
    pub fn place(&self, question: &Question) -> Option<usize> {
        self.part(question.part()).iter().position(|q| q == question)
    }
}

/// How much a part of a form asks.
#[derive(Clone, Copy, Debug, Default)]
pub struct PartLength {
    /// Questions.
    pub questions: usize,
    /// Seconds for all of them.
    pub seconds: u32,
}

/// How much each part of both forms asks.
#[derive(Debug)]
pub struct PartLengths([[PartLength; 5]; 2]);

impl PartLengths {
    pub(super) fn new(instrument: &Instrument) -> Self {
        Self([Form::Quick, Form::Full].map(|form| {
            let audit = Audit::blank(instrument.reference(), form);
            Part::ALL.map(|part| {
                let asked = part_questions(instrument, &audit, part);
                PartLength {
                    questions: asked.len(),
                    seconds: asked.iter().map(|question| question.seconds(instrument, &audit)).sum(),
                }
            })
        }))
    }

    /// How much a part of a form asks.
    pub const fn of(&self, form: Form, part: Part) -> PartLength {
        self.0[form as usize][part as usize]
    }
}
