//! Laying out, painting and writing reports and charts, as the threads do it.

use std::path::{Path, PathBuf};

use super::chart::{Charted, boxes};
use super::file::{Desk, Exported, write_for_others};
use crate::message::{self, UserMessage};
use crate::pixels::Pixels;
use crate::report::ReportData;
use crate::storage::{self, Expect};
use crate::t;
use crate::typeset::{Apart, ApartError, FontChoice, Pages, Stop, Template, TypesetError, typeset};
use crate::words::Words;

/// Laid-out pages, and the problems that came up.
#[derive(Debug)]
pub struct LaidOutReport {
    /// The pages.
    pub pages: Pages,
    /// Problems: the own template does not work, so that these are the built-in template's pages; letters are missing; or characters
    /// were replaced.
    pub problems: Vec<UserMessage>,
    /// Whether the pages are the built-in template's although another one was wanted.
    pub built_in_instead: bool,
    /// Whether that template must not be tried again, since it exceeded a limit.
    pub refused: bool,
}

/// A template of somebody's own, the process that typesets it, and the means to cancel that.
pub type Own<'a> = (&'a Template, &'a Apart, &'a Stop);

/// Lays a report out. If the own template is broken, the built-in one is used, and the problems say so.
///
/// # Errors
/// When the built-in template fails too, or the window has cancelled the own one.
pub fn lay_out(
    words: &Words,
    data: &ReportData,
    own: Option<Own<'_>>,
    fonts: FontChoice,
) -> Result<LaidOutReport, UserMessage> {
    let made = own.map(|(template, apart, stop)| apart.typeset(&data.document()?, template, fonts.clone(), stop));
    let (mut broken, mut refused) = (None, false);
    let pages = match made {
        Some(Ok(pages)) => pages,
        // Nobody waits for it.
        Some(Err(error @ TypesetError::Apart(ApartError::Left))) => {
            return Err(message::template_broken(words, &error));
        }
        Some(Err(error)) => {
            refused = matches!(error, TypesetError::Apart(_));
            broken = Some(told(words, &error, own.map(|(template, ..)| template)));
            built_in(words, data, fonts)?
        }
        None => built_in(words, data, fonts)?,
    };
    let missing: String = pages.missing().iter().collect();
    let missing = (!missing.is_empty()).then(|| message::letters_missing(words, &missing));
    let replaced = boxes(words, pages.replaced());
    let built_in_instead = broken.is_some();
    Ok(LaidOutReport {
        pages,
        problems: broken.into_iter().chain(replaced).chain(missing).collect(),
        built_in_instead,
        refused,
    })
}

/// Adds the template's name to an error. Errors of Typst already contain it.
fn told(words: &Words, error: &TypesetError, template: Option<&Template>) -> UserMessage {
    match (error, template) {
        (TypesetError::Apart(error), Some(template)) => {
            message::template_broken(words, &apart_words(words, error, &template.name))
        }
        _ => message::template_broken(words, error),
    }
}

fn apart_words(words: &Words, error: &ApartError, template: &str) -> String {
    t!(words, "apart-error", template = template, what = error.to_string())
}

fn built_in(words: &Words, data: &ReportData, fonts: FontChoice) -> Result<Pages, UserMessage> {
    data.document()
        .and_then(|document| typeset(document, None, fonts))
        .map_err(|error| message::no_report(words, &error))
}

/// Paints a page, with `scale` pixels for each of its points; `None` for a page that does not exist.
///
/// # Errors
/// When a page of somebody's own template cannot be painted.
pub fn paint(words: &Words, pages: &Pages, page: usize, scale: f32) -> Result<Option<Pixels>, UserMessage> {
    match pages.paint(page, f64::from(scale)) {
        Ok(drawn) => Ok(drawn),
        Err(ApartError::Left) => Ok(None),
        Err(error) => Err(message::template_broken(
            words,
            &t!(words, "apart-page", page = (page + 1).to_string(), what = error.to_string()),
        )),
    }
}

/// Writes the PDF. The system's dialog has asked about an existing file.
pub fn save_pdf(desk: &Desk, path: PathBuf, pages: &Pages) -> Exported {
    let (path, expect) = with_ending(path, "pdf");
    let written = write_for_others(desk, &path, &pages.pdf(), &expect);
    Exported { path, result: written }
}

/// Reads a template of somebody's own.
///
/// # Errors
/// When it cannot be read, or is not text.
pub fn read_template(desk: &Desk, path: &Path) -> Result<Template, UserMessage> {
    let words = &desk.words;
    storage::read(&*desk.fs, path)
        .map_err(|error| message::open_failed(words, &error, path))
        .and_then(|loaded| Template::new(path, loaded.bytes).map_err(|error| message::no_text(words, &error, path)))
}

/// Writes a chart, in the format of the name's extension.
pub fn save_chart(desk: &Desk, path: PathBuf, charted: &Charted) -> Exported {
    let (path, expect) = if ending(&path) == "png" { (path, Expect::Anything) } else { with_ending(path, "svg") };
    let written = charted
        .bytes(&desk.words, &ending(&path))
        .map_err(|error| message::export_failed(&desk.words, error, &path))
        .and_then(|bytes| write_for_others(desk, &path, &bytes, &expect));
    Exported { path, result: written }
}

/// The extension of a file's name, in lower case.
fn ending(path: &Path) -> String {
    path.extension().and_then(|e| e.to_str()).unwrap_or_default().to_ascii_lowercase()
}

/// The name with this extension added, if it has another one or none. The person has not agreed then to replace a file with the
/// longer name.
fn with_ending(path: PathBuf, wanted: &str) -> (PathBuf, Expect) {
    if ending(&path) == wanted {
        return (path, Expect::Anything);
    }
    let mut name = path.into_os_string();
    name.push(".");
    name.push(wanted);
    (PathBuf::from(name), Expect::Absent)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_gets_the_ending_that_it_lacks() {
        let of = |name: &str| with_ending(PathBuf::from(name), "pdf").0.display().to_string();
        assert_eq!(of("report"), "report.pdf");
        assert_eq!(of("report.PDF"), "report.PDF");
        assert!(matches!(with_ending(PathBuf::from("report"), "pdf").1, Expect::Absent));
        assert_eq!(of("Mx. Doe v1.2"), "Mx. Doe v1.2.pdf");
    }
}
