//! Answers as CSV, for instance keyed in from paper.
//!
//! - UTF-8, columns separated by commas, the first row names them: `item,answer`, in any order, and perhaps `seconds`. A
//!   byte-order mark is passed over, and so are rows without anything in them.
//! - Rows stand in the order in which the items were shown. An empty answer means that it was not answered.
//! - `item` is an item (answered 1 to 5 or `na`), `need/<facet>` or `energy/<facet>` (1 to 5), `dose/<facet>` (too-little,
//!   right, too-much), `situation/<id>` (0 to 10 points for the management-minded response) or `sign/<id>` (no, sometimes,
//!   often, unknown).
//! - `seconds` counts for items; with anything else it is passed over.
//! - A part was asked when the file has a row of it.
//! - Anything else is an error: a row that is passed over would be an answer lost.

mod key;
mod rows;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::failure::{Problem, shortened};
use crate::instrument::Instrument;
use crate::profile::{Answer, Dose, FacetId, Form, ItemId, Part, Points, Rating, SignAnswer, SignId, SituationId};
use crate::t;
use key::Key;
use rows::Row;

/// The answers of one audit.
#[derive(Debug)]
pub(super) struct Answers {
    /// The form that was asked for, or else the shortest that has all items.
    pub form: Form,
    /// The parts that were asked.
    pub parts: BTreeSet<Part>,
    /// The items in the order shown.
    pub order: Vec<ItemId>,
    pub items: BTreeMap<ItemId, Answer>,
    pub seconds: BTreeMap<ItemId, f64>,
    pub situations: BTreeMap<SituationId, Points>,
    pub needs: BTreeMap<FacetId, Rating>,
    pub doses: BTreeMap<FacetId, Dose>,
    pub energy: BTreeMap<FacetId, Rating>,
    pub signs: BTreeMap<SignId, SignAnswer>,
}

impl Answers {
    /// Nothing answered yet, and all parts to be asked.
    pub(super) fn none(form: Form) -> Self {
        Self { parts: Part::ALL.into(), ..Self::empty(form) }
    }

    fn empty(form: Form) -> Self {
        Self {
            form,
            parts: [Part::Behaviour].into(),
            order: Vec::new(),
            items: BTreeMap::new(),
            seconds: BTreeMap::new(),
            situations: BTreeMap::new(),
            needs: BTreeMap::new(),
            doses: BTreeMap::new(),
            energy: BTreeMap::new(),
            signs: BTreeMap::new(),
        }
    }

    /// Takes a row in. `None` when its answer is none of those that it can have.
    fn take(&mut self, key: Key, row: &Row) -> Option<()> {
        self.parts.insert(key.part());
        if let Key::Item(item) = &key {
            self.order.push(item.clone());
        }
        let text = row.answer.to_ascii_lowercase();
        if text.is_empty() {
            return Some(());
        }
        match key {
            Key::Item(item) => {
                let answer = if text == "na" { Answer::NotApplicable } else { Answer::Rated(number(&text)?) };
                self.seconds.extend(row.seconds.map(|seconds| (item.clone(), seconds)));
                self.items.insert(item, answer);
            }
            Key::Situation(id) => drop(self.situations.insert(id, number(&text)?)),
            Key::Need(facet) => drop(self.needs.insert(facet, number(&text)?)),
            Key::Energy(facet) => drop(self.energy.insert(facet, number(&text)?)),
            Key::Dose(facet) => drop(self.doses.insert(facet, dose(&text)?)),
            Key::Sign(sign) => drop(self.signs.insert(sign, sign_answer(&text)?)),
        }
        Some(())
    }
}

fn number<T: TryFrom<u8>>(text: &str) -> Option<T> {
    let plain = text.bytes().all(|b| b.is_ascii_digit());
    text.parse::<u8>().ok().filter(|_| plain).and_then(|number| T::try_from(number).ok())
}

fn dose(text: &str) -> Option<Dose> {
    match text {
        "too-little" => Some(Dose::TooLittle),
        "right" => Some(Dose::Right),
        "too-much" => Some(Dose::TooMuch),
        _ => None,
    }
}

fn sign_answer(text: &str) -> Option<SignAnswer> {
    match text {
        "no" => Some(SignAnswer::No),
        "sometimes" => Some(SignAnswer::Sometimes),
        "often" => Some(SignAnswer::Often),
        "unknown" => Some(SignAnswer::Unknown),
        _ => None,
    }
}

/// Reads a CSV of answers. `form` is the form that the person asked for.
///
/// # Errors
/// The first thing that is wrong, with its line, column and value, and what may stand there.
pub(super) fn read(bytes: &[u8], path: &Path, instrument: &Instrument, form: Option<Form>) -> Result<Answers, Problem> {
    let at = |line: u64, column: &str| Place { line, column: column.to_owned(), file: path.display().to_string() };
    let rows = rows::read(bytes, &at)?;
    let mut answers = Answers::empty(form.unwrap_or(Form::Quick));
    let mut seen: BTreeMap<String, u64> = BTreeMap::new();
    for row in &rows {
        let Some(key) = Key::find(instrument, &row.item) else {
            let problem = at(row.line, "item").problem(&t!("cli-csv-unknown", item = shortened(&row.item)));
            return Err(match key::nearest(instrument, &row.item) {
                Some(near) => problem.hint(t!("cli-hint-near", near = near)),
                None => problem.hint(t!("cli-hint-ids")),
            });
        };
        if let Some(before) = seen.insert(row.item.clone(), row.line) {
            let what = t!("cli-csv-twice", item = row.item.as_str(), line = before.to_string());
            return Err(at(row.line, "item").problem(&what));
        }
        if let Key::Item(item) = &key
            && !instrument.facets.iter().any(|f| f.quick.contains(item))
        {
            if form == Some(Form::Quick) {
                let what = t!("cli-csv-not-quick", item = row.item.as_str());
                return Err(at(row.line, "item").problem(&what).hint(t!("cli-hint-form")));
            }
            answers.form = Form::Full;
        }
        let allowed = key.allowed();
        if answers.take(key, row).is_none() {
            let value = shortened(&row.answer);
            let what = t!("cli-csv-answer", value = value, item = row.item.as_str(), allowed = allowed);
            return Err(at(row.line, "answer").problem(&what));
        }
    }
    if form.is_none() && answers.order.is_empty() {
        answers.form = Form::Full;
    }
    Ok(answers)
}

/// A place in the CSV, for messages.
struct Place {
    line: u64,
    column: String,
    file: String,
}

impl Place {
    fn problem(&self, what: &str) -> Problem {
        let (line, column, file) = (self.line.to_string(), self.column.as_str(), self.file.as_str());
        Problem::new(match column {
            "" => t!("cli-csv-line", line = line, what = what, file = file),
            _ => t!("cli-csv-place", line = line, column = column, what = what, file = file),
        })
    }
}
