//! The open questions alone: one after the other, then back to where they were asked for.

use crate::app::command::Screen;
use crate::instrument::Question;
use crate::profile::{Audit, AuditId};
use crate::t;
use crate::words::Words;

/// The questions that are answered now, and where that was asked for.
#[derive(Clone, Debug)]
pub struct Tour {
    /// Of which audit.
    pub audit: AuditId,
    /// The questions that were open when it began.
    pub questions: Vec<Question>,
    /// The screen that it ends at; the audit stands for its review.
    pub from: Screen,
}

impl Tour {
    /// Whether it leads through this question.
    pub fn has(&self, audit: &Audit, question: &Question) -> bool {
        self.audit == audit.id && self.questions.contains(question)
    }

    /// What the button says that ends it.
    pub fn end(&self, words: &Words) -> String {
        match self.from {
            Screen::Result => t!(words, "open-back-result"),
            Screen::Tracks => t!(words, "open-back-tracks"),
            Screen::Audit => t!(words, "open-back-review"),
            _ => t!(words, "open-back"),
        }
    }
}
