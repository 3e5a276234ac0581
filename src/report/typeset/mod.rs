//! From [`ReportData`] to pages, with Typst as a library.
//!
//! # Rules
//! - The template holds all layout and reads nothing but the data and the files in `assets/report/`: there is no file system,
//!   no network, no package and no clock behind it. Its "today" is the day of the audit.
//! - There is one document, the PDF. It is what is saved and printed, and the preview paints it from the same bytes: they
//!   cannot differ.
//! - The same data gives the same bytes: the document's time is the audit's.
//! - A letter that the built-in fonts lack comes from a font of the system. Where none has it, it is replaced by a box, and
//!   [`Pages::missing`] says so. A report never fails for a name.
//! - The PDF is tagged and must pass Typst's own checks for PDF/UA-1. That they pass is tested; it is no certificate.

mod fonts;
mod world;

use std::path::Path;
use std::sync::Arc;

use super::Pixels;
use super::data::{Day, ReportData};
use crate::foreign;
pub use fonts::FontChoice;
use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf;
use hayro::{RenderCache, RenderSettings};
use typst::diag::{SourceDiagnostic, Warned};
use typst::foundations::{Datetime, Smart};
use typst::{World as _, WorldExt as _};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};
use world::World;

/// The name of the built-in template, below `assets/report/`.
pub const BUILT_IN: &str = "report.typ";

/// A template that somebody brought along.
#[derive(Clone, Debug, PartialEq, Eq)]
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
    /// When they are no UTF-8 text.
    pub fn new(path: &Path, bytes: Vec<u8>) -> Result<Self, std::string::FromUtf8Error> {
        let name = path.file_name().map_or_else(String::new, |name| foreign::name(&name.to_string_lossy()));
        Ok(Self { name, source: String::from_utf8(bytes)? })
    }
}

/// What Typst says about a template.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{place}: {message}")]
pub struct TemplateError {
    /// File, line and column, the latter two counted from 1: "own.typ, line 12, column 3".
    pub place: String,
    /// What is wrong, in Typst's words.
    pub message: String,
    /// What to do, in Typst's words; empty where it says nothing.
    pub hint: String,
}

/// Why there is no report.
#[derive(Debug, thiserror::Error)]
pub enum TypesetError {
    /// The template is broken.
    #[error(transparent)]
    Template(#[from] TemplateError),
    /// The data cannot be given to the template.
    #[error("the data of the report cannot be written: {0}")]
    Data(#[from] serde_json::Error),
    /// What was written cannot be read.
    #[error("the report cannot be read back")]
    Unread,
    /// There are no pages.
    #[error("the report has no pages")]
    Empty,
}

/// A report, laid out.
pub struct Pages {
    pdf: Arc<Vec<u8>>,
    /// The same, read back to be painted.
    read: Pdf,
    sizes: Vec<(f64, f64)>,
    missing: Vec<char>,
}

impl std::fmt::Debug for Pages {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Pages").field("count", &self.count()).field("missing", &self.missing).finish_non_exhaustive()
    }
}

/// Lays out a report with the built-in template, or with one that somebody brought along.
///
/// # Errors
/// When the template is broken, with Typst's word for where and why; also when the PDF would not pass the checks for screen
/// readers: then the template lacks a title, an alternative text, or the like.
pub fn typeset(mut data: ReportData, template: Option<&Template>, fonts: FontChoice) -> Result<Pages, TypesetError> {
    let mut json = serde_json::to_value(&data)?;
    let found = fonts::cover(&mut json, fonts);
    data.fonts.extend(found.families.iter().cloned());
    json["fonts"] = serde_json::to_value(&data.fonts)?;
    let world = World::new(template, serde_json::to_vec(&json)?, found.fonts, data.date);
    let Warned { output, warnings } = typst::compile::<PagedDocument>(&world);
    for warning in &warnings {
        log::warn!("report: {}", told(&world, warning));
    }
    let document = output.map_err(|errors| first(&world, &errors))?;
    let sizes: Vec<(f64, f64)> = document.pages().iter().map(|page| size(page.frame.size())).collect();
    if sizes.is_empty() {
        return Err(TypesetError::Empty);
    }
    let pdf = Arc::new(typst_pdf::pdf(&document, &options(data.date)?).map_err(|errors| first(&world, &errors))?);
    // What the last few reports did not need is forgotten.
    typst::comemo::evict(10);
    let read = Pdf::new(Arc::clone(&pdf)).map_err(|_unread| TypesetError::Unread)?;
    Ok(Pages { pdf, read, sizes, missing: found.missing })
}

fn size(size: typst::layout::Size) -> (f64, f64) {
    (size.x.to_pt(), size.y.to_pt())
}

fn options(day: Day) -> Result<PdfOptions, TemplateError> {
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

impl Pages {
    /// How many there are; at least one.
    pub const fn count(&self) -> usize {
        self.sizes.len()
    }

    /// Letters that no font has: each was replaced by a box.
    pub fn missing(&self) -> &[char] {
        &self.missing
    }

    /// Width and height of a page in points, of which 72 are an inch; nothing for a page that is not there.
    pub fn size(&self, page: usize) -> Option<(f64, f64)> {
        self.sizes.get(page).copied()
    }

    /// A page as a picture, `scale` pixels for each point.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "limited to what fits")]
    pub fn picture(&self, page: usize, scale: f64) -> Option<Pixels> {
        let (width, height) = self.size(page)?;
        let pixels = |points: f64| (points * scale).round().clamp(1.0, f64::from(u16::MAX)) as u16;
        let settings = RenderSettings {
            x_scale: scale as f32,
            y_scale: scale as f32,
            width: Some(pixels(width)),
            height: Some(pixels(height)),
            bg_color: hayro::vello_cpu::color::palette::css::WHITE,
        };
        let drawn = hayro::render(
            self.read.pages().get(page)?,
            &RenderCache::new(),
            &InterpreterSettings::default(),
            &settings,
        );
        let (width, height) = (u32::from(drawn.width()), u32::from(drawn.height()));
        // Paper is opaque, so that nothing is premultiplied.
        Some(Pixels { width, height, rgba: drawn.data_as_u8_slice().to_vec() })
    }

    /// The pages as a tagged PDF that passed Typst's checks for PDF/UA-1.
    pub fn pdf(&self) -> Arc<Vec<u8>> {
        Arc::clone(&self.pdf)
    }
}

/// A day at noon, as Typst knows it.
fn datetime(day: Day) -> Option<Datetime> {
    let (month, of_month) = (u8::try_from(day.month).ok()?, u8::try_from(day.of_month).ok()?);
    Datetime::from_ymd_hms(i32::from(day.year), month, of_month, 12, 0, 0)
}

/// The first of the errors: the rest mostly follow from it.
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
