//! SVG to PNG.

use std::sync::{Arc, LazyLock};

use resvg::{tiny_skia, usvg};

use crate::fonts;
use crate::pixels::Pixels;

/// A picture larger than this, in pixels, is refused.
const LARGEST: f64 = 64_000_000.0;

/// The two fonts of the program. Fonts of the system are not used, so that a drawing gives the same picture everywhere.
static FONTS: LazyLock<Arc<usvg::fontdb::Database>> = LazyLock::new(|| {
    let mut fonts = usvg::fontdb::Database::new();
    for font in [fonts::REGULAR, fonts::SEMIBOLD] {
        fonts.load_font_source(usvg::fontdb::Source::Binary(Arc::new(font)));
    }
    fonts.set_sans_serif_family(fonts::FAMILY);
    Arc::new(fonts)
});

/// Why there is no picture.
#[derive(Debug, thiserror::Error)]
pub enum PngError {
    /// The SVG cannot be read.
    #[error("the drawing cannot be read: {0}")]
    Svg(#[from] usvg::Error),
    /// The picture would have no pixel, or too many.
    #[error("a picture of {width:.0} by {height:.0} pixels cannot be made")]
    Size {
        /// Its width, in pixels.
        width: f64,
        /// Its height, in pixels.
        height: f64,
    },
    /// The picture cannot be written as PNG.
    #[error("the picture cannot be written as PNG: {0}")]
    Encode(String),
}

/// The picture of an SVG as the bytes of a PNG file, `scale` pixels for each of its points.
///
/// # Errors
/// When the SVG cannot be read, or when the picture would be empty or larger than 64 million pixels.
pub fn to_png(svg: &str, scale: f64) -> Result<Vec<u8>, PngError> {
    drawn(svg, scale)?.encode_png().map_err(|error| PngError::Encode(error.to_string()))
}

/// The picture of an SVG, `scale` pixels for each of its points.
///
/// # Errors
/// As [`to_png`].
pub fn to_pixels(svg: &str, scale: f64) -> Result<Pixels, PngError> {
    let map = drawn(svg, scale)?;
    let rgba = map.pixels().iter().flat_map(|pixel| {
        let pixel = pixel.demultiply();
        [pixel.red(), pixel.green(), pixel.blue(), pixel.alpha()]
    });
    Ok(Pixels { width: map.width(), height: map.height(), rgba: rgba.collect() })
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the size is checked first")]
fn drawn(svg: &str, scale: f64) -> Result<tiny_skia::Pixmap, PngError> {
    let options =
        usvg::Options { font_family: fonts::FAMILY.to_owned(), fontdb: FONTS.clone(), ..usvg::Options::default() };
    let tree = usvg::Tree::from_str(svg, &options)?;
    let size = tree.size();
    let (width, height) = ((f64::from(size.width()) * scale).ceil(), (f64::from(size.height()) * scale).ceil());
    let refused = || PngError::Size { width, height };
    // Written in this way so that NaN is refused too.
    let fits = width >= 1.0 && height >= 1.0 && width * height <= LARGEST;
    if !fits {
        return Err(refused());
    }
    let mut picture = tiny_skia::Pixmap::new(width as u32, height as u32).ok_or_else(refused)?;
    let scale = scale as f32;
    resvg::render(&tree, tiny_skia::Transform::from_scale(scale, scale), &mut picture.as_mut());
    Ok(picture)
}
