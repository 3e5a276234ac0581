//! Answers as a table of text (CSV), for instance typed from paper into any spreadsheet. Command line and window read the same
//! tables. `docs/DATA.md` describes them for people.
//!
//! - **The dialect of any spreadsheet, recognised by the header**: commas, semicolons or tabs between the columns, or the separator
//!   that a `sep=` line before the header names; UTF-8, or UTF-16 with its mark; any line ends; quotation marks or none; empty rows
//!   and columns, also without their separators, which Excel leaves out where a column ends in blanks.
//! - The header names the columns `item` and `answer`, in any order and case, and perhaps `seconds`.
//! - Rows stand in the order in which the items were shown. An empty answer means that it was not answered.
//! - `item` is an item (answered 1 to 5 or `na`), `need/<facet>` or `energy/<facet>` (1 to 5), `dose/<facet>` (too-little,
//!   right, too-much), `situation/<id>` (0 to 10 points for the management-minded response) or `sign/<id>` (no, sometimes,
//!   often, unknown); all in any case. A whole number may be written `3`, `3.0` or `3,0`; `na` also `n/a`.
//! - `seconds` is at most a day. It is used for items and ignored in all other rows.
//! - A part counts as asked when the file has a row of it.
//! - **Anything else is an error**, and so is anything that could be read in two ways: a row that is skipped would be a lost
//!   answer, and one that is guessed could be a wrong answer. Rows are read one by one, and reading stops at the first wrong one.

mod audit;
mod key;
mod rows;
mod text;
mod value;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::foreign::quoted;
use crate::instrument::{Instrument, Instruments};
use crate::profile::{Answers, Form, ItemId, Part};
use crate::t;
use crate::words::Words;
pub use audit::{New, asked, profile};
use key::Key;
use rows::{AnswerRow, Rows};

/// The extensions of files that may hold such a table, without the dot.
pub const ENDINGS: [&str; 3] = ["csv", "tsv", "txt"];
/// The extensions of spreadsheets' own files. They cannot be read, but the error can say what to do.
pub const WORKBOOKS: [&str; 5] = ["xlsx", "xlsm", "xls", "ods", "numbers"];

/// The answers of one audit, as read from a table.
#[derive(Clone, Debug, PartialEq)]
pub struct AnswerTable {
    /// The instrument whose questions these are.
    pub instrument: Arc<Instrument>,
    /// The form that was asked for, or else the shortest that has all items.
    pub form: Form,
    /// The parts that were asked.
    pub parts: BTreeSet<Part>,
    /// The items in the order shown.
    pub order: Vec<ItemId>,
    /// The answers; seconds are 0 to 86,400.
    pub answers: Answers,
}

/// The first thing that is wrong with a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableError {
    /// The line, from 1.
    pub line: u64,
    /// The name of the column; `None` for an error of the whole line.
    pub column: Option<&'static str>,
    /// What is wrong there, in words; begins with a small letter and has no full stop.
    pub what: String,
    /// What to do about it, if that is known.
    pub hint: Option<String>,
}

impl TableError {
    fn line(line: u64, what: String) -> Self {
        Self { line, column: None, what, hint: None }
    }

    fn at(line: u64, column: &'static str, what: String) -> Self {
        Self { line, column: Some(column), what, hint: None }
    }

    fn hint(self, hint: String) -> Self {
        Self { hint: Some(hint), ..self }
    }

    /// Where it is and what is wrong, in one line.
    pub fn said(&self, words: &Words) -> String {
        let (line, what) = (self.line.to_string(), self.what.as_str());
        match self.column {
            None => t!(words, "csv-line", line = line, what = what),
            Some(column) => t!(words, "csv-place", line = line, column = column, what = what),
        }
    }
}

impl AnswerTable {
    /// A table without answers, in which all parts are asked.
    pub fn none(instrument: &Arc<Instrument>, form: Form) -> Self {
        Self { parts: Part::ALL.into(), ..Self::empty(instrument, form) }
    }

    fn empty(instrument: &Arc<Instrument>, form: Form) -> Self {
        Self {
            instrument: Arc::clone(instrument),
            form,
            parts: [Part::Behaviour].into(),
            order: Vec::new(),
            answers: Answers::default(),
        }
    }

    /// Adds a row. `None` when the item cannot have such an answer.
    fn take(&mut self, key: &Key, row: &AnswerRow) -> Option<()> {
        self.parts.insert(key.part());
        if let Key::Item(item) = key {
            self.order.push(item.clone());
        }
        if row.answer.is_empty() {
            return Some(());
        }
        let (text, answers) = (row.answer.as_str(), &mut self.answers);
        match key {
            Key::Item(item) => {
                answers.items.insert(item.clone(), value::answer(text)?);
                answers.seconds.extend(row.seconds.map(|seconds| (item.clone(), seconds)));
            }
            Key::Situation(id) => drop(answers.situations.insert(id.clone(), value::whole(text)?)),
            Key::Need(facet) => drop(answers.needs.insert(facet.clone(), value::whole(text)?)),
            Key::Stakes(facet) => drop(answers.stakes.insert(facet.clone(), value::whole(text)?)),
            Key::Energy(facet) => drop(answers.energy.insert(facet.clone(), value::whole(text)?)),
            Key::Dose(facet) => drop(answers.doses.insert(facet.clone(), value::dose(text)?)),
            Key::Sign(sign) => drop(answers.signs.insert(sign.clone(), value::sign(text)?)),
        }
        Some(())
    }
}

/// Reads a table of answers, made from the newest instrument that has all questions of it. `form` is the form that the person asked
/// for.
///
/// # Errors
/// The first error, with its line, column and value, and what is allowed there. It is said about the instrument with which most of
/// the table could be read.
pub fn read(
    words: &Words,
    bytes: &[u8],
    instruments: &Instruments,
    form: Option<Form>,
) -> Result<AnswerTable, TableError> {
    let text = text::of(words, bytes)?;
    let newest = rows_of(words, &text, instruments.newest(), form);
    instruments.newest_first().skip(1).fold(newest, |found, older| {
        let Err(wrong) = found else { return found };
        match rows_of(words, &text, older, form) {
            Err(nearer) if nearer.line <= wrong.line => Err(wrong),
            other => other,
        }
    })
}

fn rows_of(
    words: &Words,
    text: &str,
    instrument: &Arc<Instrument>,
    form: Option<Form>,
) -> Result<AnswerTable, TableError> {
    let mut table = AnswerTable::empty(instrument, form.unwrap_or(Form::Quick));
    let mut seen: BTreeMap<String, u64> = BTreeMap::new();
    let mut rows = Rows::begin(words, text)?;
    while let Some(row) = rows.next(words)? {
        let name = row.item.to_lowercase();
        let Some(key) = Key::find(instrument, &name) else {
            return Err(unknown(words, instrument, &row, rows.delimiter()));
        };
        if let Some(before) = seen.insert(name.clone(), row.line) {
            let what = t!(words, "csv-twice", item = name, line = before.to_string());
            return Err(TableError::at(row.line, "item", what));
        }
        if let Key::Item(item) = &key
            && !instrument.facets.iter().any(|f| f.quick.contains(item))
        {
            if form == Some(Form::Quick) {
                let what = t!(words, "csv-not-quick", item = name);
                return Err(TableError::at(row.line, "item", what).hint(t!(words, "cli-hint-form")));
            }
            table.form = Form::Full;
        }
        if table.take(&key, &row).is_none() {
            let what = t!(words, "csv-answer", value = quoted(&row.answer), item = name, allowed = key.allowed());
            return Err(TableError::at(row.line, "answer", what));
        }
    }
    if form.is_none() && table.order.is_empty() {
        table.form = Form::Full;
    }
    Ok(table)
}

fn unknown(words: &Words, instrument: &Instrument, row: &AnswerRow, delimiter: char) -> TableError {
    let wrong = TableError::at(row.line, "item", t!(words, "csv-unknown", item = quoted(&row.item)));
    if row.item.contains([',', ';', '\t']) {
        let separator = if delimiter == '\t' { t!(words, "csv-tab") } else { delimiter.to_string() };
        return wrong.hint(t!(words, "csv-hint-separator", separator = separator));
    }
    match key::nearest(instrument, &row.item.to_lowercase()) {
        Some(near) => wrong.hint(t!(words, "csv-hint-near", near = near)),
        None => wrong.hint(t!(words, "csv-hint-ids")),
    }
}
