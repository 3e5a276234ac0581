//! The pages of a document: to save, to print, to look at.

use std::collections::BTreeSet;
use std::sync::Arc;

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf;
use hayro::{RenderCache, RenderSettings};
use serde::{Deserialize, Serialize};

use super::LaidOut;
use super::error::{ApartError, TypesetError};
use crate::pixels::Pixels;

/// A page that is to be painted.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(super) struct Painting {
    /// Its index, from 0.
    pub page: usize,
    /// Pixels for each point.
    pub scale: f64,
    /// Its width in points, of which 72 are an inch.
    pub width: f64,
    /// Its height in the same.
    pub height: f64,
}

/// A document, laid out.
pub struct Pages {
    pdf: Arc<Vec<u8>>,
    sizes: Vec<(f64, f64)>,
    missing: Vec<char>,
    replaced: BTreeSet<char>,
    painter: Painter,
}

/// Who paints pages. A PDF that somebody's own template made may be as hard to read as it was to make.
enum Painter {
    /// This process, from the PDF read back.
    Here(Pdf),
    /// Another process, from the bytes of the PDF.
    Elsewhere(Box<Paint>),
}

/// Paints a page of a PDF, from its bytes.
type Paint = dyn Fn(&[u8], Painting) -> Result<Pixels, ApartError> + Send + Sync;

impl Painting {
    /// The same with at most this many pixels.
    pub(super) fn within(self, most: f64) -> Self {
        Self { scale: self.scale.min((most / (self.width * self.height)).sqrt()), ..self }
    }
}

impl std::fmt::Debug for Pages {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Pages").field("count", &self.count()).field("missing", &self.missing).finish_non_exhaustive()
    }
}

impl Pages {
    /// Pages that this process paints.
    pub(super) fn here(laid: LaidOut, replaced: BTreeSet<char>) -> Result<Self, TypesetError> {
        let pdf = Arc::new(laid.pdf);
        let read = Pdf::new(Arc::clone(&pdf)).map_err(|_unread| TypesetError::Unread)?;
        Ok(Self { pdf, sizes: laid.sizes, missing: laid.missing, replaced, painter: Painter::Here(read) })
    }

    /// Pages that another process paints.
    pub(super) fn elsewhere(
        laid: LaidOut,
        replaced: BTreeSet<char>,
        paint: impl Fn(&[u8], Painting) -> Result<Pixels, ApartError> + Send + Sync + 'static,
    ) -> Self {
        let painter = Painter::Elsewhere(Box::new(paint));
        Self { pdf: Arc::new(laid.pdf), sizes: laid.sizes, missing: laid.missing, replaced, painter }
    }

    /// How many there are; at least one.
    pub const fn count(&self) -> usize {
        self.sizes.len()
    }

    /// Letters that no font has: each was replaced by a box.
    pub fn missing(&self) -> &[char] {
        &self.missing
    }

    /// Characters that a person typed and that no document can hold: each was replaced by a box.
    pub const fn replaced(&self) -> &BTreeSet<char> {
        &self.replaced
    }

    /// Width and height of a page in points, of which 72 are an inch; nothing for a page that is not there.
    pub fn size(&self, page: usize) -> Option<(f64, f64)> {
        self.sizes.get(page).copied()
    }

    /// A page as a picture, `scale` pixels for each point; nothing for a page that is not there, or that cannot be painted.
    pub fn picture(&self, page: usize, scale: f64) -> Option<Pixels> {
        self.paint(page, scale).ok().flatten()
    }

    /// A page as a picture, `scale` pixels for each point, or fewer where that would be too many; nothing for a page that is
    /// not there.
    ///
    /// # Errors
    /// When the process that paints the pages of somebody's own template fails.
    pub fn paint(&self, page: usize, scale: f64) -> Result<Option<Pixels>, ApartError> {
        let Some((width, height)) = self.size(page) else { return Ok(None) };
        let what = Painting { page, scale, width, height };
        match &self.painter {
            Painter::Here(read) => Ok(painted(read, what)),
            Painter::Elsewhere(paint) => paint(&self.pdf, what).map(Some),
        }
    }

    /// The pages as a tagged PDF that passed Typst's checks for PDF/UA-1.
    pub fn pdf(&self) -> Arc<Vec<u8>> {
        Arc::clone(&self.pdf)
    }
}

/// How many pixels a length takes.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "limited to what fits")]
pub(super) fn pixels(points: f64, scale: f64) -> u16 {
    (points * scale).round().clamp(1.0, f64::from(u16::MAX)) as u16
}

/// A page of a PDF as a picture; nothing for one that is not there.
#[expect(clippy::cast_possible_truncation, reason = "a few pixels for each point")]
pub(super) fn painted(pdf: &Pdf, what: Painting) -> Option<Pixels> {
    let Painting { page, scale, width, height } = what;
    let settings = RenderSettings {
        x_scale: scale as f32,
        y_scale: scale as f32,
        width: Some(pixels(width, scale)),
        height: Some(pixels(height, scale)),
        bg_color: hayro::vello_cpu::color::palette::css::WHITE,
    };
    let drawn = hayro::render(pdf.pages().get(page)?, &RenderCache::new(), &InterpreterSettings::default(), &settings);
    let (width, height) = (u32::from(drawn.width()), u32::from(drawn.height()));
    // Paper is opaque, so the premultiplied colours are the plain ones.
    Some(Pixels { width, height, rgba: drawn.data_as_u8_slice().to_vec() })
}
