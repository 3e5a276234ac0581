//! From any data to pages, with Typst as a library.
//!
//! # Rules
//! - The template holds all layout and reads nothing but the data and the files in `assets/report/`: there is no file system,
//!   no network, no package and no clock behind it. Its "today" is the document's day.
//! - There is one document, the PDF. It is saved and printed, and the preview is painted from the same bytes, so they cannot
//!   differ.
//! - The same data gives the same bytes: its time is the document's day.
//! - A letter that the built-in fonts lack comes from a font of the system. If no font has it, a box replaces it, and
//!   [`Pages::missing`] lists it. No name can make a report fail: if a font of the system causes an error, the pages are laid out
//!   again without the system's fonts.
//! - A template of somebody's own may do anything, and may never end. It is typeset in a separate process: [`Apart`].
//! - The PDF is tagged and must pass Typst's own checks for PDF/UA-1. That they pass is tested; it is no certificate.

mod apart;
mod error;
mod fonts;
mod sheets;
mod world;

use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::foreign;
pub use apart::{Apart, Limits, Stop, serve};
pub use error::{ApartError, TemplateError, TypesetError};
pub use fonts::FontChoice;
pub use sheets::Pages;
use typst::diag::{SourceDiagnostic, Warned};
use typst::foundations::{Datetime, Smart};
use typst::{World as _, WorldExt as _};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};
use world::World;

/// The name of the built-in template, below `assets/report/`.
pub const BUILT_IN: &str = "report.typ";

/// The most pages that somebody's own template may make, and the longest side of a page in points: what a PDF can have.
const MOST_PAGES: usize = 200;
const LONGEST_SIDE: f64 = 14_400.0;

/// A template of somebody's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Template {
    /// Its name for messages.
    pub name: String,
    /// Its text.
    pub source: String,
}

impl Template {
    /// From the bytes of a file.
    ///
    /// # Errors
    /// When they are not UTF-8 text.
    pub fn new(path: &Path, bytes: Vec<u8>) -> Result<Self, std::string::FromUtf8Error> {
        let name = path.file_name().map_or_else(String::new, |name| foreign::name(&name.to_string_lossy()));
        Ok(Self { name, source: String::from_utf8(bytes)? })
    }
}

/// What is laid out.
#[derive(Clone, Debug)]
pub struct Document {
    /// What the template reads. A list `fonts` in it gets the fonts that its letters need besides ours.
    data: Value,
    /// Its day.
    day: Date,
    /// Characters that a person typed and that no document can hold. Boxes replace them in the data.
    replaced: BTreeSet<char>,
}

impl Document {
    /// A document from the data that its template reads. `day` is the template's today and the date of the PDF.
    ///
    /// # Errors
    /// When the data cannot be put into JSON.
    pub fn new(data: &impl Serialize, day: Date, replaced: BTreeSet<char>) -> Result<Self, TypesetError> {
        Ok(Self { data: serde_json::to_value(data)?, day, replaced })
    }
}

/// Lays out a document in this process, with the built-in template or another one that is known to end. For a template of
/// somebody's own there is [`Apart::typeset`].
///
/// # Errors
/// When the template is broken, with where and why, as Typst says it. Also when the PDF does not pass the checks for screen
/// readers: the template then lacks a title, an alternative text, or the like.
pub fn typeset(document: Document, template: Option<&Template>, fonts: FontChoice) -> Result<Pages, TypesetError> {
    let laid = lay_out(&document.data, document.day, template, fonts)?;
    Pages::here(laid, document.replaced)
}

/// A document that was laid out.
struct LaidOut {
    pdf: Vec<u8>,
    sizes: Vec<(f64, f64)>,
    missing: Vec<char>,
}

/// An error, and whether fonts of the system may be the cause.
type Failed = (TypesetError, bool);

/// No name can make a report fail: when fonts of the system may be the cause of an error, it is tried again without them.
fn lay_out(data: &Value, day: Date, template: Option<&Template>, fonts: FontChoice) -> Result<LaidOut, TypesetError> {
    let with = |fonts| guarded(move || attempt(data.clone(), day, template, fonts));
    let laid = match with(fonts) {
        Err((error, true)) => {
            log::warn!("typesetting: {error}; once more without fonts of the system");
            with(FontChoice::BuiltInOnly)
        }
        laid => laid,
    };
    laid.map_err(|(error, _)| error)
}

/// Turns a panic in the libraries into an error, since the caller who waits for pages must get an answer.
fn guarded(work: impl FnOnce() -> Result<LaidOut, Failed>) -> Result<LaidOut, Failed> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|panic| {
        let said = panic.downcast_ref::<String>().map(String::as_str).or_else(|| panic.downcast_ref::<&str>().copied());
        Err((TypesetError::Panic(said.unwrap_or_default().to_owned()), true))
    })
}

fn attempt(mut json: Value, day: Date, template: Option<&Template>, fonts: FontChoice) -> Result<LaidOut, Failed> {
    let found = fonts::cover(&mut json, fonts);
    let foreign = !found.families.is_empty();
    if let Some(Value::Array(all)) = json.get_mut("fonts") {
        all.extend(found.families.iter().cloned().map(Value::String));
    }
    let missing = found.missing.clone();
    let data = serde_json::to_vec(&json).map_err(|error| (error.into(), false))?;
    let world = World::new(template, data, found, day);
    let (pdf, sizes) = compile(&world, day).map_err(|error| (error, foreign))?;
    Ok(LaidOut { pdf, sizes, missing })
}

/// A PDF, and the size of each of its pages.
type Compiled = (Vec<u8>, Vec<(f64, f64)>);

fn compile(world: &World, day: Date) -> Result<Compiled, TypesetError> {
    let Warned { output, warnings } = typst::compile::<PagedDocument>(world);
    for warning in &warnings {
        log::warn!("typesetting: {}", told(world, warning));
    }
    let document = output.map_err(|errors| first(world, &errors))?;
    let sizes: Vec<(f64, f64)> = document.pages().iter().map(|page| size(page.frame.size())).collect();
    if sizes.is_empty() {
        return Err(TypesetError::Empty);
    }
    if world.is_own() {
        within(&sizes)?;
    }
    let pdf = typst_pdf::pdf(&document, &options(day)?).map_err(|errors| first(world, &errors))?;
    // Drops what the last few documents did not use from Typst's cache.
    typst::comemo::evict(10);
    Ok((pdf, sizes))
}

/// Checks that a window can show the pages.
fn within(sizes: &[(f64, f64)]) -> Result<(), ApartError> {
    if sizes.len() > MOST_PAGES {
        return Err(ApartError::Pages { count: sizes.len(), most: MOST_PAGES });
    }
    let fits = |side: f64| (1.0..=LONGEST_SIDE).contains(&side);
    if sizes.iter().all(|(width, height)| fits(*width) && fits(*height)) { Ok(()) } else { Err(ApartError::Size) }
}

fn size(size: typst::layout::Size) -> (f64, f64) {
    (size.x.to_pt(), size.y.to_pt())
}

fn options(day: Date) -> Result<PdfOptions, TemplateError> {
    let standards = PdfStandards::new(&[PdfStandard::V_1_7, PdfStandard::Ua_1]).map_err(|error| {
        let hint = error.hints().iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
        TemplateError { place: BUILT_IN.to_owned(), message: error.message().to_string(), hint }
    })?;
    Ok(PdfOptions {
        ident: Smart::Auto,
        creator: Smart::Custom(Some(format!("Evenkeel {}", env!("CARGO_PKG_VERSION")))),
        timestamp: datetime(day).map(Timestamp::new_utc),
        standards,
        ..PdfOptions::default()
    })
}

/// A day at noon, as Typst knows it.
fn datetime(day: Date) -> Option<Datetime> {
    let (month, of_month) = (u8::try_from(day.month()).ok()?, u8::try_from(day.day()).ok()?);
    Datetime::from_ymd_hms(i32::from(day.year()), month, of_month, 12, 0, 0)
}

/// The first error; the others mostly follow from it.
fn first(world: &World, errors: &[SourceDiagnostic]) -> TemplateError {
    errors.first().map_or_else(
        || TemplateError { place: BUILT_IN.to_owned(), message: String::new(), hint: String::new() },
        |error| told(world, error),
    )
}

fn told(world: &World, diagnostic: &SourceDiagnostic) -> TemplateError {
    let hints = diagnostic.hints.iter().map(|hint| hint.v.to_string()).collect::<Vec<_>>();
    // A template can put anything into the message.
    let (message, hint) = (foreign::sentence(&diagnostic.message), foreign::sentence(&hints.join(" ")));
    TemplateError { place: place(world, diagnostic), message, hint }
}

fn place(world: &World, diagnostic: &SourceDiagnostic) -> String {
    // An error inside a function that is built in is placed where the template calls it.
    let calls = diagnostic.trace.iter().map(|call| call.span.into());
    let place = std::iter::once(diagnostic.span).chain(calls).find_map(|span: typst::syntax::DiagSpan| {
        let (id, range) = (span.id()?, world.range(span)?);
        let source = world.source(id).ok()?;
        let (line, column) = source.lines().byte_to_line_column(range.start)?;
        Some(format!("{}, line {}, column {}", world.name_of(id), line + 1, column + 1))
    });
    place.unwrap_or_else(|| world.name_of(world.main()))
}
