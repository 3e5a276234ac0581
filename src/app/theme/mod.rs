//! The look of the window: colours, type, spacing, icons. Only here do colours become pixels; their values are in
//! [`crate::palette`], which files and print use too.

mod icons;

use std::sync::Arc;

use egui::{
    self, Color32, Context, CornerRadius, FontData, FontDefinitions, FontFamily, FontId, RichText, Shadow, Stroke,
    TextStyle, Theme, vec2,
};

pub use icons::Icon;

pub use crate::palette::Ink;
use crate::palette::{Palette, Rgb};

/// Half a step, inside components only.
pub const HALF: f32 = 4.0;
/// The grid.
pub const STEP: f32 = 8.0;
/// Between things that belong together.
pub const GAP: f32 = 16.0;
/// Inside cards.
pub const PAD: f32 = 24.0;
/// Between parts of a page.
pub const WIDE: f32 = 32.0;
/// Beside a page.
pub const SIDE: f32 = 40.0;
/// Buttons, cards and notes.
pub const RADIUS: u8 = 8;
/// Key caps, ticks, progress bars.
pub const SMALL_RADIUS: u8 = 4;
/// The width of a page of text.
pub const READING: f32 = 736.0;
/// The full width.
pub const FULL: f32 = 992.0;
/// The height of a button.
pub const BUTTON: f32 = 40.0;

/// The three sizes of type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// Titles, the summary sentence, the item. One on a screen, at most two.
    Large,
    /// Body text.
    Body,
    /// Captions, chart labels, second lines.
    Small,
}

impl Size {
    /// The size of its letters.
    pub const fn points(self) -> f32 {
        match self {
            Self::Large => 24.0,
            Self::Body => 15.0,
            Self::Small => 13.0,
        }
    }

    /// The height of its line.
    pub const fn line(self) -> f32 {
        match self {
            Self::Large => 32.0,
            Self::Body => 24.0,
            Self::Small => 20.0,
        }
    }
}

/// The family of the regular weight.
pub fn regular() -> FontFamily {
    FontFamily::Proportional
}

/// The family of the second weight.
pub fn semibold() -> FontFamily {
    FontFamily::Name("semibold".into())
}

/// A font of the program.
pub fn font(size: Size, strong: bool) -> FontId {
    FontId::new(size.points(), if strong { semibold() } else { regular() })
}

/// Text in the regular weight.
pub fn text(ui: &egui::Ui, size: Size, ink: Ink, words: impl Into<String>) -> RichText {
    RichText::new(words).font(font(size, false)).line_height(Some(size.line())).color(color(ui, ink))
}

/// Text in the second weight.
pub fn strong(ui: &egui::Ui, size: Size, ink: Ink, words: impl Into<String>) -> RichText {
    RichText::new(words).font(font(size, true)).line_height(Some(size.line())).color(color(ui, ink))
}

/// The colours of the theme in use.
pub fn palette(ctx: &Context) -> &'static Palette {
    match ctx.theme() {
        Theme::Light => &Palette::LIGHT,
        Theme::Dark => &Palette::DARK,
    }
}

/// A colour of the theme in use.
pub fn color(ctx: &Context, ink: Ink) -> Color32 {
    pixel(palette(ctx).get(ink))
}

/// A colour as egui expects it.
#[expect(clippy::disallowed_methods, reason = "the one place where a token becomes a pixel")]
pub fn pixel(Rgb(r, g, b): Rgb) -> Color32 {
    Color32::from_rgb(r, g, b)
}

/// White paper, in either theme.
pub fn print_paper() -> Color32 {
    pixel(Palette::PRINT.get(Ink::Paper))
}

/// White, which leaves the colours of a picture as they are.
pub const UNTINTED: Color32 = Color32::WHITE;

/// A line in a colour of the theme in use.
pub fn stroke(ctx: &Context, width: f32, ink: Ink) -> Stroke {
    Stroke::new(width, color(ctx, ink))
}

/// The soft shadow of dialogs, menus and notices.
#[expect(clippy::disallowed_methods, reason = "the one place where a token becomes a pixel")]
fn shadow(palette: &Palette) -> Shadow {
    let (soft, Rgb(r, g, b)) = (palette.shadow, palette.shadow.colour);
    Shadow { offset: [0, 2], blur: 8, spread: 0, color: Color32::from_rgba_unmultiplied(r, g, b, soft.strength) }
}

/// Puts typeface, spacing and both themes into a context. Called once.
pub fn install(ctx: &Context) {
    ctx.set_fonts(fonts());
    ctx.all_styles_mut(|style| {
        style.text_styles = [
            (TextStyle::Heading, font(Size::Large, true)),
            (TextStyle::Body, font(Size::Body, false)),
            (TextStyle::Button, font(Size::Body, false)),
            (TextStyle::Monospace, font(Size::Body, false)),
            (TextStyle::Small, font(Size::Small, false)),
        ]
        .into();
        style.spacing.item_spacing = vec2(STEP, STEP);
        style.spacing.button_padding = vec2(GAP, STEP);
        style.spacing.interact_size = vec2(BUTTON, BUTTON);
        style.spacing.text_edit_width = 320.0;
        style.spacing.scroll = egui::style::ScrollStyle::solid();
        style.spacing.tooltip_width = 360.0;
        style.spacing.menu_margin = egui::Margin::same(12);
        style.interaction.selectable_labels = false;
        style.interaction.tooltip_delay = 0.3;
        style.animation_time = 0.12;
        style.url_in_tooltip = false;
    });
    ctx.style_mut_of(Theme::Light, |style| visuals(&mut style.visuals, &Palette::LIGHT));
    ctx.style_mut_of(Theme::Dark, |style| visuals(&mut style.visuals, &Palette::DARK));
}

/// The fonts of the window.
pub(super) fn fonts() -> FontDefinitions {
    let mut fonts = FontDefinitions::empty();
    for (name, bytes, family) in
        [("regular", crate::fonts::REGULAR, regular()), ("semibold", crate::fonts::SEMIBOLD, semibold())]
    {
        fonts.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
        fonts.families.entry(family).or_default().insert(0, name.to_owned());
    }
    fonts.families.entry(FontFamily::Monospace).or_default().insert(0, "regular".to_owned());
    fonts
}

fn visuals(visuals: &mut egui::Visuals, palette: &Palette) {
    let c = |ink| pixel(palette.get(ink));
    let line = |width: f32, ink| Stroke::new(width, c(ink));
    visuals.panel_fill = c(Ink::Paper);
    visuals.window_fill = c(Ink::Sheet);
    visuals.window_stroke = line(1.0, Ink::Line);
    visuals.window_corner_radius = CornerRadius::same(RADIUS);
    visuals.menu_corner_radius = CornerRadius::same(RADIUS);
    visuals.window_shadow = shadow(palette);
    visuals.popup_shadow = shadow(palette);
    visuals.extreme_bg_color = c(Ink::Sheet);
    visuals.text_edit_bg_color = Some(c(Ink::Sheet));
    visuals.faint_bg_color = c(Ink::Rail);
    visuals.code_bg_color = c(Ink::Rail);
    visuals.hyperlink_color = c(Ink::Ink);
    visuals.warn_fg_color = c(Ink::Ink);
    visuals.error_fg_color = c(Ink::Ink);
    visuals.weak_text_color = Some(c(Ink::InkSoft));
    visuals.selection.bg_fill = c(Ink::Select);
    visuals.selection.stroke = line(2.0, Ink::Pen);
    visuals.text_cursor.stroke = line(1.5, Ink::Pen);
    visuals.slider_trailing_fill = false;
    let states = &mut visuals.widgets;
    states.noninteractive.bg_stroke = line(1.0, Ink::Line);
    states.noninteractive.fg_stroke = line(1.0, Ink::Ink);
    states.noninteractive.bg_fill = c(Ink::Sheet);
    states.noninteractive.weak_bg_fill = c(Ink::Sheet);
    for (state, fill, knob, border) in [
        (&mut states.inactive, Ink::Sheet, Ink::LineStrong, line(1.0, Ink::LineStrong)),
        (&mut states.hovered, Ink::Select, Ink::InkSoft, line(1.0, Ink::LineStrong)),
        (&mut states.active, Ink::Select, Ink::Pen, line(2.0, Ink::Pen)),
        (&mut states.open, Ink::Select, Ink::InkSoft, line(1.0, Ink::LineStrong)),
    ] {
        // Scroll bars and the line of a slider use `bg_fill`, buttons and fields use `weak_bg_fill`.
        state.bg_fill = c(knob);
        state.weak_bg_fill = c(fill);
        state.bg_stroke = border;
        state.fg_stroke = line(1.5, Ink::Ink);
    }
    for state in
        [&mut states.noninteractive, &mut states.inactive, &mut states.hovered, &mut states.active, &mut states.open]
    {
        state.corner_radius = CornerRadius::same(RADIUS);
        state.expansion = 0.0;
    }
}
