//! The line icons, from the SVG files in `assets/icon/`. They are white there and get the colour of their words here.

use std::collections::HashMap;

use egui::emath::GuiRounding;
use egui::{Color32, ColorImage, Context, Id, Rect, TextureHandle, TextureOptions, Ui, pos2};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};

macro_rules! icons {
    ($($(#[$doc:meta])* $name:ident = $file:literal,)*) => {
        /// A line icon on a grid of 20.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Icon {
            $($(#[$doc])* $name,)*
        }

        impl Icon {
            /// All of them, for tests.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            const fn name(self) -> &'static str {
                match self {
                    $(Self::$name => $file,)*
                }
            }

            const fn svg(self) -> &'static str {
                match self {
                    $(Self::$name => include_str!(concat!("../../../assets/icon/", $file, ".svg")),)*
                }
            }
        }
    };
}

icons! {
    /// The mark of the program.
    Mark = "mark",
    /// The start.
    Home = "home",
    /// The self-audit.
    Audit = "audit",
    /// The result.
    Result = "result",
    /// What others see.
    People = "people",
    /// Roles.
    Tracks = "tracks",
    /// The plan, and its review.
    Plan = "plan",
    /// Audits, and scores over time.
    History = "history",
    /// Beside each other.
    Compare = "compare",
    /// Kept in sight.
    Pin = "pin",
    /// What was copied elsewhere.
    Paste = "paste",
    /// The guide.
    Guide = "guide",
    /// Settings.
    Settings = "settings",
    /// Save.
    Save = "save",
    /// Export.
    Export = "export",
    /// On paper.
    Print = "print",
    /// Undo.
    Undo = "undo",
    /// Redo.
    Redo = "redo",
    /// Nothing leaves the machine.
    Lock = "lock",
    /// A folder.
    Open = "open",
    /// A file.
    File = "file",
    /// Done, kept.
    Check = "check",
    /// There is more behind it.
    Right = "right",
    /// It is unfolded.
    Down = "down",
    /// Back to what was there.
    Left = "left",
    /// On.
    ArrowRight = "arrow-right",
    /// Back.
    ArrowLeft = "arrow-left",
    /// New.
    Plus = "plus",
    /// Less.
    Minus = "minus",
    /// Something to know.
    Info = "info",
    /// Something to mind.
    Warning = "warning",
    /// Away with it.
    Close = "close",
    /// Delete.
    Trash = "trash",
    /// What does not fit.
    More = "more",
    /// Find.
    Search = "search",
    /// Copy.
    Copy = "copy",
}

/// Icons that were drawn already, in each size in pixels. There are few sizes: two or three for each screen scale, one or two
/// kilobytes each.
#[derive(Clone, Default)]
struct Drawn(HashMap<(Icon, [usize; 2]), TextureHandle>);

impl Icon {
    /// Paints the icon into a square, in one colour.
    pub fn paint(self, ui: &Ui, rect: Rect, color: Color32) {
        let scale = ui.pixels_per_point();
        let rect = rect.round_to_pixels(scale);
        if let Some(texture) = self.texture(ui.ctx(), in_pixels(rect, scale)) {
            ui.painter().image(texture.id(), rect, Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0)), color);
        }
    }

    fn texture(self, ctx: &Context, size: [usize; 2]) -> Option<TextureHandle> {
        let known = ctx.data_mut(|data| data.get_temp_mut_or_default::<Drawn>(Id::NULL).0.get(&(self, size)).cloned());
        known.or_else(|| {
            let texture = ctx.load_texture(self.name(), self.draw(size)?, TextureOptions::LINEAR);
            ctx.data_mut(|data| {
                data.get_temp_mut_or_default::<Drawn>(Id::NULL).0.insert((self, size), texture.clone());
            });
            Some(texture)
        })
    }

    /// None where there is no room for it.
    #[expect(clippy::cast_precision_loss, reason = "an icon's pixels are few")]
    fn draw(self, size: [usize; 2]) -> Option<ColorImage> {
        let tree = Tree::from_str(self.svg(), &Options::default()).ok()?;
        let [width, height] = size.map(|pixels| u32::try_from(pixels).unwrap_or_default());
        let mut map = Pixmap::new(width, height)?;
        let (x, y) = (size[0] as f32 / tree.size().width(), size[1] as f32 / tree.size().height());
        resvg::render(&tree, Transform::from_scale(x, y), &mut map.as_mut());
        Some(ColorImage::from_rgba_premultiplied(size, map.data()))
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "an icon's pixels are few, and not below 0"
)]
fn in_pixels(rect: Rect, scale: f32) -> [usize; 2] {
    let size = (rect.size() * scale).round();
    [size.x as usize, size.y as usize]
}

#[cfg(test)]
mod tests {
    use super::Icon;

    #[test]
    fn every_icon_can_be_drawn_in_any_size_above_zero() {
        for icon in Icon::ALL {
            for size in [[8, 8], [16, 16], [20, 20], [41, 40]] {
                let image = icon.draw(size).unwrap();
                assert_eq!(image.size, size, "{icon:?}");
                assert!(image.pixels.iter().any(|pixel| pixel.a() > 0), "{icon:?} at {size:?}");
            }
            assert!(icon.draw([0, 20]).is_none());
        }
    }
}
