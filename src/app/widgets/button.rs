//! Buttons, links, and the flat buttons of bars.

use egui::accesskit::Role;
use egui::{
    Color32, CornerRadius, FontId, Pos2, Rect, Response, Sense, StrokeKind, TextWrapMode, Ui, Vec2, Widget, WidgetInfo,
    WidgetText, pos2, vec2,
};

use super::{arrival, focus_ring, reveal};
use crate::app::theme::{self, Icon, Ink, Size};

/// The gap between icon and words.
const GAP: f32 = 8.0;

/// The look of a button.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Look {
    /// Filled with the accent colour; at most one on a screen.
    First,
    /// With a border.
    #[default]
    Plain,
    /// Without a border, for bars.
    Flat,
    /// Underlined words.
    Link,
}

/// A button. `ui.add(Button::new("Save report…").icon(Icon::Save))`
#[must_use = "add it to a Ui"]
#[derive(Clone, Copy, Debug)]
pub struct Button<'a> {
    label: &'a str,
    look: Look,
    icon: Option<Icon>,
    trailing: Option<Icon>,
    small: bool,
    enabled: bool,
    selected: bool,
    name: Option<&'a str>,
}

impl<'a> Button<'a> {
    /// A button with a border, and words that say what it does.
    pub const fn new(label: &'a str) -> Self {
        Self {
            label,
            look: Look::Plain,
            icon: None,
            trailing: None,
            small: false,
            enabled: true,
            selected: false,
            name: None,
        }
    }

    /// Underlined words that lead somewhere.
    pub const fn link(label: &'a str) -> Self {
        Self::new(label).look(Look::Link)
    }

    /// Sets its look.
    pub const fn look(mut self, look: Look) -> Self {
        self.look = look;
        self
    }

    /// The first button of the screen.
    pub const fn first(self) -> Self {
        self.look(Look::First)
    }

    /// An icon before the words.
    pub const fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// An icon after the words.
    pub const fn trailing(mut self, icon: Icon) -> Self {
        self.trailing = Some(icon);
        self
    }

    /// 32 high, small type.
    pub const fn small(mut self) -> Self {
        self.small = true;
        self
    }

    /// Whether it can be pressed.
    pub const fn enabled(mut self, enabled: bool) -> Self {
        self.enabled = enabled;
        self
    }

    /// Whether it is the chosen one.
    pub const fn selected(mut self, selected: bool) -> Self {
        self.selected = selected;
        self
    }

    /// What screen readers say, where the words alone are not clear.
    pub const fn name(mut self, name: &'a str) -> Self {
        self.name = Some(name);
        self
    }

    /// Its width if its words fit on one line.
    pub fn measure(&self, ui: &Ui) -> f32 {
        let words = self.words(ui).into_galley(ui, Some(TextWrapMode::Extend), f32::INFINITY, self.font());
        (words.size().x + self.extra() + 2.0 * self.padding().x).ceil()
    }

    /// The padding beside its words on one side, for a button without a border.
    pub fn overhang(&self) -> f32 {
        if self.look == Look::Flat { self.padding().x } else { 0.0 }
    }

    const fn strong(&self) -> bool {
        matches!(self.look, Look::First) || self.selected
    }

    fn font(&self) -> FontId {
        theme::font(self.size(), self.strong())
    }

    fn words(&self, ui: &Ui) -> WidgetText {
        WidgetText::from(if self.strong() {
            theme::strong(ui, self.size(), self.ink(), self.label)
        } else {
            theme::text(ui, self.size(), self.ink(), self.label)
        })
    }

    const fn icon_side(&self) -> f32 {
        if self.small { 16.0 } else { 20.0 }
    }

    /// The width of what is beside the words, with the gaps.
    fn extra(&self) -> f32 {
        let side = |icon: Option<Icon>| icon.map_or(0.0, |_| self.icon_side() + GAP);
        side(self.icon) + side(self.trailing)
    }

    fn size(&self) -> Size {
        if self.small { Size::Small } else { Size::Body }
    }

    fn padding(&self) -> Vec2 {
        match (self.look, self.small) {
            (Look::Link, _) => Vec2::ZERO,
            (Look::Flat, _) => vec2(8.0, 8.0),
            (_, true) => vec2(12.0, 6.0),
            (_, false) => vec2(16.0, 8.0),
        }
    }

    fn height(&self) -> f32 {
        match (self.look, self.small) {
            (Look::Link, true) => 20.0,
            (Look::Link, false) => 24.0,
            (_, true) => 32.0,
            (_, false) => theme::BUTTON,
        }
    }

    fn ink(&self) -> Ink {
        match (self.enabled, self.look) {
            (false, _) => Ink::InkOff,
            (true, Look::First) => Ink::OnPen,
            (true, _) => Ink::Ink,
        }
    }

    fn paint_ground(&self, ui: &Ui, response: &Response) {
        let hot = self.enabled && (response.hovered() || response.is_pointer_button_down_on());
        let corner = CornerRadius::same(theme::RADIUS);
        let painter = ui.painter();
        match self.look {
            Look::First if self.enabled => {
                painter.rect_filled(response.rect, corner, theme::color(ui, Ink::Pen));
                if hot {
                    let inner = response.rect.shrink(2.5);
                    painter.rect_stroke(inner, 6.0, theme::stroke(ui, 1.0, Ink::OnPen), StrokeKind::Inside);
                }
            }
            Look::First | Look::Plain => {
                let ground = if hot || self.selected { Ink::Select } else { Ink::Sheet };
                let line = if self.selected {
                    theme::stroke(ui, 2.0, Ink::Pen)
                } else {
                    theme::stroke(ui, 1.0, if self.enabled { Ink::LineStrong } else { Ink::Line })
                };
                painter.rect(response.rect, corner, theme::color(ui, ground), line, StrokeKind::Inside);
            }
            Look::Flat if hot || self.selected => {
                painter.rect_filled(response.rect, corner, theme::color(ui, Ink::Select));
            }
            Look::Flat | Look::Link => {}
        }
    }
}

impl Widget for Button<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let padding = self.padding();
        let (icon_side, gap, extra) = (self.icon_side(), GAP, self.extra());
        let room = (ui.available_width() - 2.0 * padding.x - extra).max(40.0);
        let galley = self.words(ui).into_galley(ui, Some(TextWrapMode::Wrap), room, self.font());
        let content = galley.size().x + extra;
        let wanted = vec2(content + 2.0 * padding.x, (galley.size().y + 2.0 * padding.y).max(self.height()));
        let sense = if self.enabled { Sense::click() } else { Sense::hover() };
        let (rect, response) = ui.allocate_exact_size(wanted, sense);
        let role = if self.look == Look::Link { Role::Link } else { Role::Button };
        response.widget_info(|| WidgetInfo::labeled(role, self.enabled, self.name.unwrap_or(self.label)));
        if self.look == Look::First {
            arrival::next(ui, &response);
        }
        reveal(&response);
        if !ui.is_rect_visible(rect) {
            reveal(&response);
            return response;
        }
        self.paint_ground(ui, &response);
        let ink = theme::color(ui, self.ink());
        let mut x = rect.center().x - content / 2.0;
        if let Some(icon) = self.icon {
            paint_icon(ui, icon, pos2(x, rect.center().y), icon_side, ink);
            x += icon_side + gap;
        }
        let at = pos2(x, rect.center().y - galley.size().y / 2.0);
        if self.look == Look::Link {
            underline(ui, &galley, at, response.hovered());
        }
        let width = galley.size().x;
        ui.painter().galley(at, galley, ink);
        if let Some(icon) = self.trailing {
            paint_icon(ui, icon, pos2(x + width + gap, rect.center().y), icon_side, ink);
        }
        focus_ring(ui, &response, if self.look == Look::Link { 2 } else { theme::RADIUS });
        if self.enabled { response.on_hover_cursor(egui::CursorIcon::PointingHand) } else { response }
    }
}

fn paint_icon(ui: &Ui, icon: Icon, left: Pos2, side: f32, ink: Color32) {
    let rect = Rect::from_min_size(pos2(left.x, left.y - side / 2.0), Vec2::splat(side));
    icon.paint(ui, rect, ink);
}

/// The line under each row of a link. It is in a quieter ink until the pointer is on it.
fn underline(ui: &Ui, galley: &egui::Galley, at: Pos2, hot: bool) {
    let stroke = theme::stroke(ui, 1.0, if hot { Ink::Ink } else { Ink::LineStrong });
    for row in &galley.rows {
        let rect = row.rect().translate(at.to_vec2());
        let y = ui.painter().round_to_pixel_center(rect.center().y + 9.0);
        ui.painter().hline(rect.x_range(), y, stroke);
    }
}
