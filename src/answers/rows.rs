//! The rows of the table as texts, before they are interpreted.

use csv::{Reader, ReaderBuilder, StringRecord};

use super::TableError;
use super::text::Lines;
use super::value::{MOST_SECONDS, NoSeconds, seconds};
use crate::foreign::quoted;
use crate::t;
use crate::words::Words;

/// A row, without spaces and quotation marks around its values.
pub(super) struct AnswerRow {
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
    /// How many the header has, including those without a name.
    count: usize,
}

/// More letters than any value has. A longer value means a quotation mark that is never closed.
const LONGEST: usize = 1000;
/// More separators in a line than the 16,384 columns that spreadsheets have at most. More are refused, since each takes memory.
const MOST_COLUMNS: usize = 20_000;
/// The possible separators of columns, the most usual first.
const DELIMITERS: [u8; 3] = [b',', b';', b'\t'];

/// The rows below the header, one after the other.
pub(super) struct Rows<'a> {
    text: &'a str,
    /// Where the header begins.
    start: usize,
    reader: Reader<&'a [u8]>,
    delimiter: u8,
    columns: Columns,
    record: StringRecord,
    lines: Lines,
}

impl<'a> Rows<'a> {
    /// Finds the header, and with it the separator of the columns.
    pub(super) fn begin(words: &Words, text: &'a str) -> Result<Self, TableError> {
        let (start, declared) = preamble(text);
        let mut lines = Lines::default();
        if start == text.len() {
            return Err(TableError::line(1, t!(words, "csv-empty")).hint(t!(words, "csv-hint-header")));
        }
        check_columns(words, text, declared)?;
        let line = lines.at(text, start);
        let heads =
            declared.into_iter().chain(DELIMITERS).map(|delimiter| (delimiter, head(&text[start..], delimiter)));
        // Among equally good separators, the first one.
        let best = heads.rev().max_by_key(|(_, names)| (known(names), names.len()));
        let (delimiter, names) = best.unwrap_or((b',', Vec::new()));
        let columns = columns(words, &names, line)?;
        let mut reader = reader(&text[start..], delimiter);
        let mut record = StringRecord::new();
        read(&mut reader, &mut record).map_err(|what| TableError::line(line, what))?;
        Ok(Self { text, start, reader, delimiter, columns, record, lines })
    }

    /// The separator of the columns.
    pub(super) const fn delimiter(&self) -> char {
        self.delimiter as char
    }

    /// The next row that is not empty.
    pub(super) fn next(&mut self, words: &Words) -> Result<Option<AnswerRow>, TableError> {
        loop {
            let before = usize::try_from(self.reader.position().byte()).unwrap_or(usize::MAX);
            let more = read(&mut self.reader, &mut self.record);
            let line = self.line_after(before);
            if !more.map_err(|what| TableError::line(line, what))? {
                return Ok(None);
            }
            if !self.record.iter().all(|field| clean(field).is_empty()) {
                return self.row(words, line).map(Some);
            }
        }
    }

    /// The line in which a record begins. The CSV reader counts empty lines before a record as part of it.
    fn line_after(&mut self, place: usize) -> u64 {
        let place = self.start.saturating_add(place).min(self.text.len());
        let empty = self.text.as_bytes()[place..].iter().take_while(|b| matches!(b, b'\r' | b'\n')).count();
        self.lines.at(self.text, place + empty)
    }

    fn row(&self, words: &Words, line: u64) -> Result<AnswerRow, TableError> {
        let Columns { item, answer, seconds: timed, count } = self.columns;
        let field = |i: usize| self.record.get(i).map(clean).unwrap_or_default();
        if self.record.iter().any(|field| field.len() > LONGEST) {
            return Err(TableError::line(line, t!(words, "csv-long")).hint(t!(words, "csv-hint-quotes")));
        }
        let ours = |i: usize| i == item || i == answer || Some(i) == timed;
        if let Some(stray) = (0..self.record.len()).find(|i| !ours(*i) && !field(*i).is_empty()) {
            if stray < count {
                return Err(TableError::line(line, t!(words, "csv-stray", value = quoted(field(stray))))
                    .hint(t!(words, "csv-hint-stray")));
            }
            let last = (0..self.record.len()).rfind(|i| !field(*i).is_empty()).unwrap_or(stray);
            let what = t!(words, "csv-fields", found = (last + 1).to_string(), wanted = count.to_string());
            return Err(TableError::line(line, what).hint(t!(words, "csv-hint-quotes")));
        }
        if field(item).is_empty() {
            return Err(TableError::at(line, "item", t!(words, "csv-no-item")));
        }
        let text = timed.map(field).filter(|text| !text.is_empty());
        let read =
            text.map(|text| seconds(text, self.delimiter()).map_err(|why| NotTimed { text, item: field(item), why }));
        let seconds = read.transpose().map_err(|it| no_seconds(words, line, &it))?;
        Ok(AnswerRow { line, item: field(item).to_owned(), answer: field(answer).to_owned(), seconds })
    }
}

/// The error for seconds that cannot be read.
struct NotTimed<'a> {
    text: &'a str,
    item: &'a str,
    why: NoSeconds,
}

fn no_seconds(words: &Words, line: u64, it: &NotTimed<'_>) -> TableError {
    let (value, item) = (quoted(it.text), quoted(it.item));
    match it.why {
        NoSeconds::Other => TableError::at(line, "seconds", t!(words, "csv-seconds", value = value, item = item)),
        NoSeconds::TooMany => {
            let most = format!("{MOST_SECONDS:.0}");
            TableError::at(line, "seconds", t!(words, "csv-seconds-many", value = value, item = item, most = most))
        }
        NoSeconds::TwoReadings => TableError::at(
            line,
            "seconds",
            t!(words, "csv-seconds-two", value = value, item = item),
        )
        .hint(t!(words, "csv-hint-seconds-two", other = it.text.replace(['.', ','], ""))),
    }
}

fn reader(text: &str, delimiter: u8) -> Reader<&[u8]> {
    ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(text.as_bytes())
}

/// Whether there is one more record, or the reader's error.
fn read(reader: &mut Reader<&[u8]>, record: &mut StringRecord) -> Result<bool, String> {
    reader.read_record(record).map_err(|error| error.to_string())
}

/// The first row when read with this separator.
fn head(text: &str, delimiter: u8) -> Vec<String> {
    let mut record = StringRecord::new();
    let read = read(&mut reader(text, delimiter), &mut record).unwrap_or(false);
    if read { record.iter().map(|name| clean(name).to_owned()).collect() } else { Vec::new() }
}

/// Refuses a line that has more columns than are possible.
fn check_columns(words: &Words, text: &str, declared: Option<u8>) -> Result<(), TableError> {
    let (mut count, mut lines) = (0, Lines::default());
    for (at, byte) in text.bytes().enumerate() {
        if matches!(byte, b'\r' | b'\n') {
            count = 0;
        } else if DELIMITERS.contains(&byte) || declared == Some(byte) {
            count += 1;
            if count > MOST_COLUMNS {
                return Err(
                    TableError::line(lines.at(text, at), t!(words, "csv-columns")).hint(t!(words, "csv-hint-header"))
                );
            }
        }
    }
    Ok(())
}

/// How many of the known columns are among these.
fn known(names: &[String]) -> usize {
    let has = |name: &&str| names.iter().any(|found| found.eq_ignore_ascii_case(name));
    ["item", "answer", "seconds"].iter().filter(|name| has(name)).count()
}

/// A value without spaces around it, and without quotation marks that the reader left because a space stood before them.
fn clean(field: &str) -> &str {
    let blank = |c: char| c.is_whitespace() || c == '\u{feff}';
    let field = field.trim_matches(blank);
    let inner = field.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    inner.map_or(field, |inner| inner.trim_matches(blank))
}

/// Where the header begins, after empty lines and a `sep=` line; and the separator that this line names.
fn preamble(text: &str) -> (usize, Option<u8>) {
    let (mut start, mut declared, mut said) = (0, None, false);
    while start < text.len() {
        let rest = &text[start..];
        let line = rest.split(['\r', '\n']).next().unwrap_or_default();
        let blank = |c: char| c.is_whitespace() || ",;\t\"\u{feff}".contains(c) || declared.map(char::from) == Some(c);
        if !line.chars().all(blank) {
            match declaration(line).filter(|_| !said) {
                Some(Declaration(delimiter)) => (declared, said) = (delimiter, true),
                None => return (start, declared),
            }
        }
        start += (line.len() + 1).min(rest.len());
    }
    (start, declared)
}

/// Reads a line like `sep=;`, as Excel writes it: the separator that it names, or nothing where that cannot be one.
struct Declaration(Option<u8>);

fn declaration(line: &str) -> Option<Declaration> {
    let line = line.trim_start().trim_start_matches('"');
    let rest = line.get(..4).filter(|start| start.eq_ignore_ascii_case("sep=")).map(|_| &line[4..])?;
    let mut rest = rest.bytes().filter(|b| *b != b'"');
    let delimiter = rest.next().filter(|b| b.is_ascii_punctuation() || *b == b'\t');
    rest.all(|b| b.is_ascii_whitespace() || b",;\t".contains(&b)).then_some(Declaration(delimiter))
}

fn columns(words: &Words, names: &[String], line: u64) -> Result<Columns, TableError> {
    let (mut item, mut answer, mut seconds) = (None, None, None);
    for (i, written) in names.iter().enumerate() {
        let name = written.to_lowercase();
        let column = match name.as_str() {
            "item" => &mut item,
            "answer" => &mut answer,
            "seconds" => &mut seconds,
            "" => continue,
            _ => {
                let what = t!(words, "csv-column", name = quoted(written));
                return Err(TableError::line(line, what).hint(t!(words, "csv-hint-header")));
            }
        };
        if column.replace(i).is_some() {
            return Err(TableError::line(line, t!(words, "csv-column-twice", name = name)));
        }
    }
    let missing =
        |name: &str| TableError::line(line, t!(words, "csv-no-column", name = name)).hint(t!(words, "csv-hint-header"));
    match (item, answer) {
        (Some(item), Some(answer)) => Ok(Columns { item, answer, seconds, count: names.len() }),
        (None, _) => Err(missing("item")),
        (_, None) => Err(missing("answer")),
    }
}
