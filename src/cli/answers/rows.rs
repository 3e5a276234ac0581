//! The rows of the CSV, before anybody asks what they mean.

use csv::{ErrorKind, Position, ReaderBuilder, StringRecord};

use super::Place;
use crate::cli::failure::{Problem, shortened};
use crate::t;

/// A row, spaces around its values removed.
pub(super) struct Row {
    /// The line that it begins in, from 1.
    pub line: u64,
    pub item: String,
    pub answer: String,
    pub seconds: Option<f64>,
}

/// Where the columns are.
struct Columns {
    item: usize,
    answer: usize,
    seconds: Option<usize>,
    count: usize,
}

/// The longest row, to tell a broken file from a long one.
const MAX_FIELD: usize = 1000;

pub(super) fn read(bytes: &[u8], at: &impl Fn(u64, &str) -> Place) -> Result<Vec<Row>, Problem> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let mut reader = ReaderBuilder::new().has_headers(false).flexible(true).from_reader(bytes);
    let mut columns = None;
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|error| unreadable(bytes, &error, at))?;
        let line = line(bytes, record.position());
        match &columns {
            None => columns = Some(header(&record, line, at)?),
            Some(_) if record.iter().all(|field| field.trim().is_empty()) => {}
            Some(columns) => rows.push(row(&record, line, columns, at)?),
        }
    }
    if columns.is_none() {
        return Err(at(1, "").problem(&t!("cli-csv-empty")).hint(t!("cli-hint-header")));
    }
    Ok(rows)
}

/// The line in which a record begins. The reader counts empty lines before it as its own.
fn line(bytes: &[u8], position: Option<&Position>) -> u64 {
    let Some(position) = position else { return 1 };
    let start = usize::try_from(position.byte()).unwrap_or(usize::MAX);
    let before = bytes.iter().skip(start).take_while(|b| matches!(b, b'\r' | b'\n'));
    position.line() + before.filter(|b| **b == b'\n').map(|_| 1).sum::<u64>()
}

fn unreadable(bytes: &[u8], error: &csv::Error, at: &impl Fn(u64, &str) -> Place) -> Problem {
    let line = line(bytes, error.position());
    match error.kind() {
        ErrorKind::Utf8 { .. } => at(line, "").problem(&t!("cli-csv-utf8")).hint(t!("cli-hint-utf8")),
        _ => at(line, "").problem(&error.to_string()),
    }
}

fn header(record: &StringRecord, line: u64, at: &impl Fn(u64, &str) -> Place) -> Result<Columns, Problem> {
    let names: Vec<&str> = record.iter().map(str::trim).collect();
    if let [only] = names.as_slice()
        && let Some(separator) = [';', '\t'].into_iter().find(|s| only.contains(*s))
    {
        let name = if separator == '\t' { t!("cli-csv-tab") } else { separator.to_string() };
        return Err(at(line, "").problem(&t!("cli-csv-separator", separator = name)).hint(t!("cli-hint-separator")));
    }
    let (mut item, mut answer, mut seconds) = (None, None, None);
    for (i, name) in names.iter().enumerate() {
        let column = match *name {
            "item" => &mut item,
            "answer" => &mut answer,
            "seconds" => &mut seconds,
            other => {
                let what = t!("cli-csv-column", name = shortened(other));
                return Err(at(line, "").problem(&what).hint(t!("cli-hint-header")));
            }
        };
        if column.replace(i).is_some() {
            return Err(at(line, "").problem(&t!("cli-csv-column-twice", name = (*name).to_owned())));
        }
    }
    match (item, answer) {
        (Some(item), Some(answer)) => Ok(Columns { item, answer, seconds, count: names.len() }),
        (None, _) => Err(at(line, "").problem(&t!("cli-csv-no-column", name = "item")).hint(t!("cli-hint-header"))),
        (_, None) => Err(at(line, "").problem(&t!("cli-csv-no-column", name = "answer")).hint(t!("cli-hint-header"))),
    }
}

fn row(record: &StringRecord, line: u64, columns: &Columns, at: &impl Fn(u64, &str) -> Place) -> Result<Row, Problem> {
    let field = |i: usize| record.get(i).map(|field| field.trim().to_owned());
    let too_long = record.iter().any(|field| field.len() > MAX_FIELD);
    let extra = record.iter().skip(columns.count).any(|field| !field.trim().is_empty());
    let (Some(item), Some(answer), false, false) = (field(columns.item), field(columns.answer), extra, too_long) else {
        let (found, wanted) = (record.len().to_string(), columns.count.to_string());
        let problem = at(line, "").problem(&t!("cli-csv-fields", found = found, wanted = wanted));
        return Err(problem.hint(t!("cli-hint-quotes")));
    };
    if item.is_empty() {
        return Err(at(line, "item").problem(&t!("cli-csv-no-item")));
    }
    let seconds = columns.seconds.and_then(field).filter(|text| !text.is_empty());
    let seconds = match seconds.map(|text| (text.parse::<f64>(), text)) {
        None => None,
        Some((Ok(number), _)) if number.is_finite() && number >= 0.0 => Some(number),
        Some((_, text)) => {
            let what = t!("cli-csv-seconds", value = shortened(&text), item = shortened(&item));
            return Err(at(line, "seconds").problem(&what));
        }
    };
    Ok(Row { line, item, answer, seconds })
}
