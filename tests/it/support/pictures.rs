//! The pictures in `docs/screens/`: what tests draw has to look like them.
//!
//! - `UPDATE_SCREENS=1` (`make screens`) writes those anew that look otherwise. The others stay byte for byte.
//! - What was drawn lies in `target/screens/`, a picture of the differences in `target/screens-differ/`.
//! - Another software Vulkan rounds otherwise: between Mesa 22.3 and 25.0 there is one step of 255 here and there. A line or a letter
//!   that stands one pixel further is seen.
//! - That each kept picture is still drawn can only be said when all tests have run: `tools/check-screens.sh`, in `make test`.

use std::path::{Path, PathBuf};

use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{Rgba, RgbaImage};

use super::put;

/// A pixel differs when one of its colours differs by more than this, of 255. The faintest line differs from the paper by more.
const VISIBLE: u8 = 8;
/// A picture is looked at in squares of so many pixels.
const TILE: u32 = 16;
/// So many pixels of a square may differ …
const MOST_IN_TILE: u32 = 6;
/// … and so many of a picture.
const MOST: u32 = 36;

/// A part of a picture that says something of the machine, for instance the path of a temporary folder: left, top, right, bottom.
pub type Part = [u32; 4];

/// Where two pictures of one size differ.
#[derive(Debug, PartialEq, Eq)]
pub struct Difference {
    /// Pixels that differ.
    pub pixels: u32,
    /// The squares, by their left upper corners, with more such pixels than may be.
    pub tiles: Vec<(u32, u32)>,
}

impl Difference {
    fn matters(&self) -> bool {
        self.pixels > MOST || !self.tiles.is_empty()
    }
}

fn differs(a: Rgba<u8>, b: Rgba<u8>) -> bool {
    a.0.iter().zip(b.0).any(|(a, b)| a.abs_diff(b) > VISIBLE)
}

/// Where these two differ so that somebody would see it; for pictures of different sizes, everywhere.
pub fn difference(kept: &RgbaImage, drawn: &RgbaImage, but: &[Part]) -> Option<Difference> {
    if kept.dimensions() != drawn.dimensions() {
        let (width, height) = drawn.dimensions();
        return Some(Difference { pixels: width * height, tiles: vec![(0, 0)] });
    }
    let (width, height) = kept.dimensions();
    let across = width.div_ceil(TILE);
    let mut tiles = vec![0_u32; (across * height.div_ceil(TILE)) as usize];
    for (x, y, pixel) in kept.enumerate_pixels() {
        let left_out =
            but.iter().any(|[left, top, right, bottom]| (*left..*right).contains(&x) && (*top..*bottom).contains(&y));
        if !left_out && differs(*pixel, *drawn.get_pixel(x, y)) {
            tiles[(y / TILE * across + x / TILE) as usize] += 1;
        }
    }
    let corner = |at: usize| {
        let at = u32::try_from(at).unwrap();
        (at % across * TILE, at / across * TILE)
    };
    let many = tiles.iter().enumerate().filter(|(_, count)| **count > MOST_IN_TILE).map(|(at, _)| corner(at)).collect();
    Some(Difference { pixels: tiles.iter().sum(), tiles: many }).filter(Difference::matters)
}

/// The kept picture, pale, with what differs in red.
fn shown(kept: &RgbaImage, drawn: &RgbaImage) -> RgbaImage {
    RgbaImage::from_fn(drawn.width().max(kept.width()), drawn.height().max(kept.height()), |x, y| {
        match (kept.get_pixel_checked(x, y), drawn.get_pixel_checked(x, y)) {
            (Some(a), Some(b)) if !differs(*a, *b) => {
                let [r, g, b, _] = a.0.map(u16::from);
                let pale = u8::try_from(191 + (r + g + b) / 12).unwrap();
                Rgba([pale, pale, pale, 255])
            }
            _ => Rgba([220, 0, 0, 255]),
        }
    })
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Writes a picture, small: those of `docs/screens/` are kept in the repository.
pub fn write(path: &Path, image: &RgbaImage) {
    let mut bytes = Vec::new();
    let encoder = PngEncoder::new_with_quality(&mut bytes, CompressionType::Best, FilterType::Adaptive);
    image.write_with_encoder(encoder).unwrap();
    put(path, &bytes);
}

fn read(path: &Path) -> Option<RgbaImage> {
    path.exists().then(|| image::open(path).unwrap().into_rgba8())
}

fn in_folder(folder: &str, name: &str) -> PathBuf {
    root().join(folder).join(format!("{name}.png"))
}

/// What was drawn has to look like the picture of this name that is kept, but for these parts.
#[track_caller]
pub fn check(name: &str, drawn: &RgbaImage, but: &[Part]) {
    write(&in_folder("target/screens", name), drawn);
    let path = in_folder("docs/screens", name);
    let kept = read(&path);
    let found = kept.as_ref().map(|kept| difference(kept, drawn, but));
    if found == Some(None) {
        return;
    }
    if std::env::var_os("UPDATE_SCREENS").is_some() {
        return write(&path, drawn);
    }
    let (Some(kept), Some(Some(found))) = (kept, found) else {
        panic!("docs/screens/{name}.png is not there: `make screens` draws it")
    };
    write(&in_folder("target/screens-differ", name), &shown(&kept, drawn));
    panic!(
        "docs/screens/{name}.png looks otherwise now: {} pixels differ, most of all at {:?}. Drawn: target/screens/{name}.png; where it \
         differs: target/screens-differ/{name}.png. If that is how it is to look: `make screens`, and look at it.",
        found.pixels,
        &found.tiles[..found.tiles.len().min(4)],
    );
}

/// Draws a picture that is only to be looked at while one works on a screen.
pub fn look(name: &str, drawn: &RgbaImage) {
    write(&in_folder("target/looks", name), drawn);
}

#[cfg(all(test, feature = "window"))]
mod tests {
    use egui_kittest::kittest::Queryable as _;

    use super::*;
    use crate::support::window::Setup;

    /// A screen, and where its button is.
    fn screen() -> (RgbaImage, Part) {
        let mut window = Setup::default().open();
        let image = window.render().unwrap();
        let rect = window.get_by_label("Start quick audit").rect().expand(1.0);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "pixels of a small picture")]
        let part = [rect.left(), rect.top(), rect.right(), rect.bottom()].map(|side| side.round() as u32);
        (image, part)
    }

    /// Each pixel of a part is what another one is in the picture.
    fn with(image: &RgbaImage, part: Part, from: impl Fn(u32, u32) -> (u32, u32)) -> RgbaImage {
        let [left, top, right, bottom] = part;
        let mut made = image.clone();
        for (x, y) in (left..right).flat_map(|x| (top..bottom).map(move |y| (x, y))) {
            let (from_x, from_y) = from(x, y);
            made.put_pixel(x, y, *image.get_pixel(from_x, from_y));
        }
        made
    }

    #[test]
    fn what_moved_or_went_is_seen() {
        let (image, part) = screen();
        let [left, top, right, bottom] = part;
        assert_eq!(difference(&image, &image, &[]), None);
        for (what, other) in [
            ("moved down", with(&image, [left, top + 1, right, bottom + 1], |x, y| (x, y - 1))),
            ("moved to the right", with(&image, [left + 1, top, right + 1, bottom], |x, y| (x - 1, y))),
            ("gone", with(&image, part, |_, _| (left, top))),
            ("without its left half", with(&image, [left, top, left.midpoint(right), bottom], |_, _| (left, top))),
        ] {
            let found = difference(&image, &other, &[]).unwrap_or_else(|| panic!("{what}: not seen"));
            let near = |(x, y): &(u32, u32)| (left - TILE..=right).contains(x) && (top - TILE..=bottom).contains(y);
            assert!(found.tiles.iter().all(near), "{what}: {found:?}");
            assert_eq!(difference(&image, &other, &[[left, top, right + 1, bottom + 1]]), None, "{what}: left out");
        }
        let (width, height) = image.dimensions();
        let smaller = image::imageops::crop_imm(&image, 0, 0, width, height - 1).to_image();
        assert!(difference(&image, &smaller, &[]).is_some(), "another size");
    }

    #[test]
    fn another_rounding_is_not_a_difference() {
        let (image, _) = screen();
        let mut chance = 7_u32;
        let mut other = image.clone();
        let mut specks = 0;
        for pixel in other.pixels_mut() {
            chance = chance.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let step = u8::try_from(chance >> 29).unwrap();
            // Every pixel a little, and now and then one a lot.
            if chance.is_multiple_of(50_021) {
                *pixel = Rgba([pixel[0] ^ 128, pixel[1], pixel[2], 255]);
                specks += 1;
            } else {
                pixel.0 =
                    pixel.0.map(
                        |colour| if step % 2 == 0 { colour.saturating_add(step) } else { colour.saturating_sub(step) },
                    );
            }
        }
        assert!(specks > 3);
        assert_eq!(difference(&image, &other, &[]), None);
    }
}
