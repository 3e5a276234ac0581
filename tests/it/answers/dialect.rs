//! Tables in every dialect, for the tests that read them.

use std::collections::BTreeMap;
use std::ops::Range;

use evenkeel::instrument::{Instrument, KnownFacet};
use evenkeel::profile::Answer;
use evenkeel::profile::Answers;
use proptest::prelude::*;

use super::parse;
use crate::support::instrument;

/// How a spreadsheet writes.
#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a habit of its own")]
pub struct Dialect {
    pub delimiter: char,
    pub declared: bool,
    pub end: &'static str,
    pub encoding: Encoding,
    /// Everything in quotation marks.
    pub quoted: bool,
    /// What a whole number ends with.
    pub decimals: &'static str,
    /// Capitals at the beginnings of cells.
    pub capitals: bool,
    /// Columns without anything in them, before and after the others.
    pub empty: (usize, usize),
    /// Which column stands where.
    pub columns: [usize; 3],
    pub blank_rows: bool,
    /// An end of line at the end of the file.
    pub ended: bool,
    /// Separators at the end of a row are left out where nothing follows.
    pub short: bool,
}

#[derive(Clone, Copy, Debug)]
pub enum Encoding {
    Utf8,
    Utf8WithMark,
    LittleEndian,
    BigEndian,
}

pub fn dialect() -> impl Strategy<Value = Dialect> {
    let separator = (prop::sample::select(vec![',', ';', '\t', '|']), any::<bool>());
    let text = (
        prop::sample::select(vec!["\n", "\r\n", "\r"]),
        prop::sample::select(vec![Encoding::Utf8, Encoding::Utf8WithMark, Encoding::LittleEndian, Encoding::BigEndian]),
        any::<(bool, bool, bool)>(),
    );
    let cells = (any::<bool>(), prop::sample::select(vec!["", ".0", ",0", ",00"]), any::<bool>());
    let order = Just([0, 1, 2]).prop_shuffle();
    (separator, text, cells, (0..2_usize, 0..4_usize), order).prop_map(
        |(
            (delimiter, said),
            (end, encoding, (blank_rows, ended, short)),
            (quoted, decimals, capitals),
            empty,
            columns,
        )| {
            let declared = said || delimiter == '|';
            Dialect {
                delimiter,
                declared,
                end,
                encoding,
                quoted,
                decimals,
                capitals,
                empty,
                columns,
                blank_rows,
                ended,
                short,
            }
        },
    )
}

/// A question, its answer and its seconds, as they stand in a table.
pub type Cells = (String, String, String);

/// Every question once, in any order, each with any answer or none.
pub fn sheet() -> impl Strategy<Value = Vec<Cells>> {
    let instrument = instrument();
    let mut rows: Vec<BoxedStrategy<Cells>> = Vec::new();
    let one_of = |all: &[&'static str]| prop::sample::select(all.to_vec());
    let mut add = |name: String, answers: &[&'static str], timed: bool| {
        let seconds = if timed { one_of(&["", "0", "5.8", "86400"]) } else { one_of(&[""]) };
        let row = (one_of(answers), seconds).prop_map(move |(answer, seconds)| {
            (name.clone(), answer.to_owned(), if answer.is_empty() { String::new() } else { seconds.to_owned() })
        });
        rows.push(row.boxed());
    };
    for item in instrument.facets.iter().flat_map(|f| &f.items) {
        add(item.to_string(), &["", "1", "2", "3", "4", "5", "na"], true);
    }
    for facet in KnownFacet::all().map(KnownFacet::as_str) {
        add(format!("need/{facet}"), &["", "1", "2", "3", "4", "5"], false);
        add(format!("energy/{facet}"), &["", "1", "2", "3", "4", "5"], false);
        add(format!("dose/{facet}"), &["", "too-little", "right", "too-much"], false);
    }
    for situation in &instrument.situations {
        add(format!("situation/{}", situation.id), &["", "0", "1", "5", "9", "10"], false);
    }
    for sign in &instrument.signs {
        add(format!("sign/{}", sign.id), &["", "no", "sometimes", "often", "unknown"], false);
    }
    rows.prop_shuffle()
}

/// The answers by question, as they stand in a table; unanswered ones are not among them.
pub fn by_question(answers: &Answers) -> BTreeMap<String, (String, String)> {
    let mut all = BTreeMap::new();
    let mut add = |name: String, answer: String| all.insert(name, (answer, String::new()));
    for (item, answer) in &answers.items {
        let answer = match answer {
            Answer::Rated(rating) => rating.value().to_string(),
            Answer::NotApplicable => "na".to_owned(),
        };
        add(item.to_string(), answer);
    }
    answers.needs.iter().for_each(|(facet, need)| drop(add(format!("need/{facet}"), need.value().to_string())));
    answers.energy.iter().for_each(|(facet, energy)| drop(add(format!("energy/{facet}"), energy.value().to_string())));
    let word = |value: serde_json::Value| value.as_str().unwrap().to_owned();
    for (facet, dose) in &answers.doses {
        add(format!("dose/{facet}"), word(serde_json::to_value(dose).unwrap()));
    }
    for (sign, answer) in &answers.signs {
        add(format!("sign/{sign}"), word(serde_json::to_value(answer).unwrap()));
    }
    for (situation, points) in &answers.situations {
        add(format!("situation/{situation}"), points.management().to_string());
    }
    for (item, seconds) in &answers.seconds {
        all.get_mut(item.as_str()).unwrap().1 = seconds.to_string();
    }
    all
}

/// What [`by_question`] should give for these rows.
pub fn wanted(rows: &[Cells]) -> BTreeMap<String, (String, String)> {
    let answered = rows.iter().filter(|(_, answer, _)| !answer.is_empty());
    answered.map(|(item, answer, seconds)| (item.clone(), (answer.clone(), seconds.clone()))).collect()
}

/// A table as text, and where in it each row stands.
#[derive(Default)]
pub struct Table {
    pub text: String,
    pub rows: Vec<Range<usize>>,
}

impl Dialect {
    pub fn write(&self, rows: &[Cells]) -> Table {
        let mut table = Table::default();
        if self.declared {
            table.text.extend(["sep=", &self.delimiter.to_string(), self.end]);
        }
        if self.blank_rows {
            let separators = if self.declared { self.delimiter.to_string() } else { String::new() };
            table.text.extend([self.end, &separators, self.end]);
        }
        self.row(&mut table, &["item", "answer", "seconds"].map(str::to_owned), false);
        for (i, (item, answer, seconds)) in rows.iter().enumerate() {
            table.text += self.end;
            if self.blank_rows && i % 7 == 3 {
                let blank = [self.delimiter.to_string().repeat(2).as_str(), " ", self.end].concat();
                table.text += &blank;
            }
            let start = table.text.len();
            self.row(&mut table, &[self.words(item), self.number(answer), self.decimal(seconds)], self.short);
            table.rows.push(start..table.text.len());
        }
        if self.ended {
            table.text += self.end;
        }
        table
    }

    pub fn encode(&self, text: &str) -> Vec<u8> {
        let marked = format!("\u{feff}{text}");
        match self.encoding {
            Encoding::Utf8 => text.as_bytes().to_vec(),
            Encoding::Utf8WithMark => marked.into_bytes(),
            Encoding::LittleEndian => marked.encode_utf16().flat_map(u16::to_le_bytes).collect(),
            Encoding::BigEndian => marked.encode_utf16().flat_map(u16::to_be_bytes).collect(),
        }
    }

    /// Where a place in a text of plain letters comes to stand.
    pub fn place(&self, at: usize) -> usize {
        match self.encoding {
            Encoding::Utf8 => at,
            Encoding::Utf8WithMark => at + 3,
            Encoding::LittleEndian | Encoding::BigEndian => 2 * at + 2,
        }
    }

    fn row(&self, table: &mut Table, cells: &[String; 3], short: bool) {
        let mut all = vec![String::new(); self.empty.0];
        all.extend(self.columns.map(|column| cells[column].clone()));
        all.extend(vec![String::new(); self.empty.1]);
        while short && all.last().is_some_and(String::is_empty) {
            all.pop();
        }
        let quoted = all.iter().map(|cell| {
            let must = cell.contains(self.delimiter);
            if self.quoted || must { format!("\"{cell}\"") } else { cell.clone() }
        });
        let line = quoted.collect::<Vec<_>>().join(&self.delimiter.to_string());
        table.text += &line;
    }

    fn words(&self, text: &str) -> String {
        let mut chars = text.chars();
        match chars.next().filter(|_| self.capitals) {
            Some(first) => first.to_uppercase().chain(chars).collect(),
            None => text.to_owned(),
        }
    }

    fn number(&self, answer: &str) -> String {
        let whole = !answer.is_empty() && answer.bytes().all(|b| b.is_ascii_digit());
        if whole { format!("{answer}{}", self.decimals) } else { self.words(answer) }
    }

    fn decimal(&self, seconds: &str) -> String {
        if self.decimals.starts_with(',') { seconds.replace('.', ",") } else { seconds.to_owned() }
    }
}

proptest! {
    #[test]
    fn every_dialect_is_read_as_the_same(rows in sheet(), dialect in dialect()) {
        let text = dialect.write(&rows).text;
        let table = parse(&dialect.encode(&text));
        prop_assert!(table.is_ok(), "{:?}: {text}", table.unwrap_err());
        let table = table.unwrap();
        prop_assert_eq!(by_question(&table.answers), wanted(&rows));
        let (instrument, order): (std::sync::Arc<Instrument>, Vec<&str>) =
            (instrument(), table.order.iter().map(evenkeel::profile::ItemId::as_str).collect());
        let items = rows.iter().map(|(item, ..)| item.as_str()).filter(|item| instrument.facet_of(item).is_some());
        prop_assert_eq!(order, items.collect::<Vec<_>>());
    }
}
