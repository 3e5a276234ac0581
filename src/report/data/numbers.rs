//! How the numbers are made, and every answer.

use serde::Serialize;

use super::Making;
use super::pieces::NameValue;
use crate::instrument::Side;
use crate::profile::{Answer, Rating};
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

/// Every answer, facet by facet.
#[derive(Clone, Debug, Serialize)]
pub struct AnswersPage {
    /// Its heading.
    pub title: String,
    /// What stood above each question.
    pub below: String,
    /// The names of the columns.
    pub heads: [String; 2],
    /// The facets.
    pub facets: Vec<FacetAnswers>,
}

/// The answers of a facet.
#[derive(Clone, Debug, Serialize)]
pub struct FacetAnswers {
    /// `management` or `leadership`.
    pub side: Side,
    /// Its name.
    pub name: String,
    /// Its questions, in the order of the instrument.
    pub rows: Vec<AnswerRow>,
}

/// A question with its answer.
#[derive(Clone, Debug, Serialize)]
pub struct AnswerRow {
    /// The question.
    pub item: String,
    /// 1 to 5; absent where it does not apply or was not answered.
    pub rating: Option<u8>,
    /// The answer, in words.
    pub answer: String,
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

pub(super) fn answers(making: &Making<'_>) -> AnswersPage {
    let source = making.source;
    let texts = &making.instrument.texts;
    let row = |item| {
        let given = source.audit.answers.items.get(item);
        let rating = match given {
            Some(Answer::Rated(rating)) => Some(*rating),
            Some(Answer::NotApplicable) | None => None,
        };
        let answer = match (given, rating.and_then(|r| texts.answers.get(r.index()))) {
            (_, Some(text)) => text.label.clone(),
            (Some(_), None) => t!(making.words, "chart-not-applicable"),
            (None, _) => t!(making.words, "report-open"),
        };
        AnswerRow { item: texts.item(item).to_owned(), rating: rating.map(Rating::value), answer }
    };
    // Leadership first, as in the table of facets.
    let sides = [Side::Leadership, Side::Management].into_iter();
    let facets = sides.flat_map(|side| making.instrument.side(side)).map(|facet| FacetAnswers {
        side: facet.side,
        name: making.name(&facet.id).to_owned(),
        rows: facet.items(source.audit.form).iter().map(row).collect(),
    });
    AnswersPage {
        title: t!(making.words, "report-page-answers"),
        below: texts.frame.clone(),
        heads: [t!(making.words, "report-head-question"), t!(making.words, "report-head-answer")],
        facets: facets.collect(),
    }
}
