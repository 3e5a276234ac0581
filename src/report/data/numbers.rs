//! How the numbers are made.

use serde::Serialize;

use super::Making;
use super::pieces::NameValue;
use crate::scoring::ScoreStatus;
use crate::summary::{asked_remarks, made_rows};
use crate::t;

/// How many letters of the hash stand at the foot of a page.
pub(super) const SHORT: usize = 12;

/// The page about the numbers.
#[derive(Clone, Debug, Serialize)]
pub struct NumbersPage {
    /// Its heading.
    pub title: String,
    /// What was asked, answered and assumed.
    pub rows: Vec<NameValue>,
    /// What to bear in mind.
    pub notes: Vec<String>,
    /// The heading of the rules.
    pub rules_title: String,
    /// The rules by which scores are made, one by one.
    pub rules: Vec<NameValue>,
}

pub(super) fn page(making: &Making<'_>) -> NumbersPage {
    let source = making.source;
    // The head of a page may cut it off, so it is repeated here.
    let mut rows = vec![NameValue { name: t!(making.words, "audit"), value: making.about.clone() }];
    let made = made_rows(making.words, making.instrument, source.audit, source.scores);
    rows.extend(made.into_iter().map(|(name, value)| NameValue { name, value }));
    rows.push(NameValue { name: t!(making.words, "report-hash"), value: source.audit.instrument.hash.clone() });
    let mut notes = Vec::new();
    if source.scores.facets.iter().any(|f| f.estimate.is_some() && f.status == ScoreStatus::Provisional) {
        notes.push(t!(making.words, "result-made-provisional"));
    }
    notes.extend(asked_remarks(making.words, making.instrument, source.audit));
    notes.push(t!(making.words, "result-made-trust"));
    let rule = |name, value| NameValue { name, value };
    NumbersPage {
        title: t!(making.words, "result-numbers"),
        rows,
        notes,
        rules_title: t!(making.words, "report-rules"),
        rules: vec![
            rule(t!(making.words, "report-rule-facet"), t!(making.words, "report-rule-facet-is")),
            rule(t!(making.words, "report-rule-error"), t!(making.words, "report-rule-error-is")),
            rule(t!(making.words, "report-rule-side"), t!(making.words, "report-rule-side-is")),
            rule(t!(making.words, "report-rule-difference"), t!(making.words, "report-rule-difference-is")),
            rule(t!(making.words, "report-rule-role"), t!(making.words, "report-rule-role-is")),
            rule(t!(making.words, "report-rule-missing"), t!(making.words, "report-rule-missing-is")),
        ],
    }
}
