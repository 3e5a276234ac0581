//! Every answer, with what the answers mean.

use serde::Serialize;

use super::Making;
use super::pieces::NameValue;
use crate::instrument::{Facet, RoleAnswer, Side};
use crate::profile::{Answer, Dose, ItemId, Part, Rating};
use crate::summary::facet_title;
use crate::t;

/// Every answer, facet by facet.
#[derive(Clone, Debug, Serialize)]
pub struct AnswersPage {
    /// Its heading.
    pub title: String,
    /// What stood above each question.
    pub below: String,
    /// What the answers mean: those about what one does, and where the role was asked about, those about it.
    pub meanings: Vec<Meanings>,
    /// The names of the columns.
    pub heads: [String; 2],
    /// The facets.
    pub facets: Vec<FacetAnswers>,
}

/// The answers that a kind of question can have.
#[derive(Clone, Debug, Serialize)]
pub struct Meanings {
    /// Which questions have these answers.
    pub title: String,
    /// Each answer, and what it means.
    pub rows: Vec<NameValue>,
}

/// The answers of a facet.
#[derive(Clone, Debug, Serialize)]
pub struct FacetAnswers {
    /// `management` or `leadership`.
    pub side: Side,
    /// Its name, with what it is about.
    pub name: String,
    /// Its questions, in the order of the instrument.
    pub rows: Vec<AnswerRow>,
    /// What was asked about it in the role; none where the role was not asked about.
    pub role: Vec<AnswerRow>,
}

/// A question with its answer.
#[derive(Clone, Debug, Serialize)]
pub struct AnswerRow {
    /// The question.
    pub item: String,
    /// 1 to 5; absent where it does not apply, was not answered or is no rating.
    pub rating: Option<u8>,
    /// The answer, in words.
    pub answer: String,
}

pub(super) fn page(making: &Making<'_>) -> AnswersPage {
    let form = making.source.audit.form;
    // Leadership first, as in the table of facets.
    let sides = [Side::Leadership, Side::Management].into_iter();
    let facets = sides.flat_map(|side| making.instrument.side(side)).map(|facet| FacetAnswers {
        side: facet.side,
        name: facet_title(making.words, making.instrument.texts.facet(&facet.id)),
        rows: facet.items(form).iter().map(|item| making.item_row(item)).collect(),
        role: making.role_rows(facet),
    });
    AnswersPage {
        title: t!(making.words, "report-page-answers"),
        below: making.instrument.texts.frame.clone(),
        meanings: making.meanings(),
        heads: [t!(making.words, "report-head-question"), t!(making.words, "report-head-answer")],
        facets: facets.collect(),
    }
}

impl Making<'_> {
    fn item_row(&self, item: &ItemId) -> AnswerRow {
        let texts = &self.instrument.texts;
        let given = self.source.audit.answers.items.get(item);
        let rating = given.and_then(|given| given.rating());
        let answer = match (given, rating.and_then(|r| texts.answers.get(r.index()))) {
            (_, Some(text)) => text.label.clone(),
            (Some(Answer::Rated(_) | Answer::NotApplicable), None) => t!(self.words, "chart-not-applicable"),
            (None, _) => t!(self.words, "report-open"),
        };
        AnswerRow { item: texts.item(item).to_owned(), rating: rating.map(Rating::value), answer }
    }

    /// Whether the role was asked about.
    fn asks_of_role(&self) -> bool {
        let audit = self.source.audit;
        audit.parts.contains(&Part::Role) || !audit.answers.needs.is_empty() || !audit.answers.doses.is_empty()
    }

    fn role_rows(&self, facet: &Facet) -> Vec<AnswerRow> {
        let (texts, answers) = (&self.instrument.texts, &self.source.audit.answers);
        let row = |answer: RoleAnswer| {
            let need = answers.needs.get(&facet.id).copied();
            let (item, rating, label) = match answer {
                RoleAnswer::Need => {
                    let label = need.and_then(|need| texts.need_labels.get(need.index()));
                    (t!(self.words, "report-role-need"), need.map(Rating::value), label)
                }
                RoleAnswer::Stakes => {
                    let stakes = answers.stakes.get(&facet.id).map(|stakes| usize::from(stakes.value()));
                    let label = stakes.zip(texts.stakes.as_ref()).and_then(|(at, it)| it.labels.get(at));
                    (t!(self.words, "report-role-stakes"), None, label)
                }
                RoleAnswer::Dose => {
                    let dose = answers.doses.get(&facet.id);
                    let at = dose.and_then(|dose| Dose::ALL.iter().position(|it| it == dose));
                    (t!(self.words, "report-role-dose"), None, at.and_then(|at| texts.dose_labels.get(at)))
                }
            };
            AnswerRow { item, rating, answer: label.cloned().unwrap_or_else(|| t!(self.words, "report-open")) }
        };
        if self.asks_of_role() {
            RoleAnswer::of(self.instrument, self.source.audit).map(row).collect()
        } else {
            Vec::new()
        }
    }

    fn meanings(&self) -> Vec<Meanings> {
        let texts = &self.instrument.texts;
        let row = |name: String, value: &String| NameValue { name, value: value.clone() };
        let rated = |(value, (label, sentence)): (Rating, (&String, &String))| {
            row(t!(self.words, "report-answer", rating = value.value(), label = label.as_str()), sentence)
        };
        let items = texts.answers.iter().map(|it| (&it.label, &it.sentence));
        let none = row(texts.not_applicable.label.clone(), &texts.not_applicable.sentence);
        let mut all = vec![Meanings {
            title: t!(self.words, "report-meanings"),
            rows: Rating::ALL.into_iter().zip(items).map(rated).chain([none]).collect(),
        }];
        if !self.asks_of_role() {
            return all;
        }
        if let Some(sentences) = &texts.need_sentences {
            let needs = Rating::ALL.into_iter().zip(texts.need_labels.iter().zip(sentences));
            all.push(Meanings { title: t!(self.words, "report-role-need"), rows: needs.map(rated).collect() });
        }
        if let Some(stakes) = &texts.stakes {
            let rows = stakes.labels.iter().zip(&stakes.sentences);
            all.push(Meanings {
                title: t!(self.words, "report-role-stakes"),
                rows: rows.map(|(label, sentence)| row(label.clone(), sentence)).collect(),
            });
        }
        all
    }
}
