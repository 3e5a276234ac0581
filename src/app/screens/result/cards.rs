//! The four cards: the shortest answer to each question, and a link to the long one.

use egui::accesskit::Role;
use egui::{
    CornerRadius, CursorIcon, Galley, Rect, Response, Sense, StrokeKind, TextWrapMode, Ui, Vec2, WidgetInfo,
    WidgetText, pos2, vec2,
};
use std::sync::Arc;

use super::Shown;
use super::section::{Jump, Section};
use crate::app::models::Says;
use crate::app::theme::{self, Icon, Ink, Size};
use crate::app::widgets::focus_ring;

/// Padding of a card: above and below, at the sides.
const PAD: Vec2 = vec2(16.0, 12.0);
/// Height of its heading and of each line.
const LINE: f32 = 24.0;
/// From these widths on, four or two cards are beside each other. In narrower cards, the headings would break.
const ROOM_FOR_FOUR: f32 = 4.0 * 188.0 + 3.0 * theme::GAP;
const ROOM_FOR_TWO: f32 = 2.0 * 188.0 + theme::GAP;
/// Height of the lines of a card.
const LEAST: f32 = 3.0 * LINE;

/// Shows the cards, as many beside each other as fit.
pub fn ui(it: &Shown<'_>, jump: &mut Jump, ui: &mut Ui) {
    let sections = [Section::More, Section::Much, Section::Often, Section::Around];
    let cards: Vec<_> = sections.into_iter().zip(&it.model.cards).collect();
    let room = ui.available_width();
    let gap = if room >= theme::FULL { theme::WIDE } else { theme::GAP };
    let count = match room {
        ROOM_FOR_FOUR.. => 4,
        ROOM_FOR_TWO.. => 2,
        _ => 1,
    };
    ui.spacing_mut().item_spacing.y = theme::GAP;
    #[expect(clippy::cast_precision_loss, reason = "at most four")]
    let width = (room - gap * (count - 1) as f32) / count as f32;
    for row in cards.chunks(count) {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = gap;
            let room = width - 2.0 * PAD.x;
            let cards = row.iter().map(|(section, says)| Card::new(ui, section.title(it.view.words), says, room));
            let cards: Vec<Card<'_>> = cards.collect();
            let heading = cards.iter().map(|card| card.heading.size().y + 4.0).fold(LINE, f32::max);
            let lines = cards.iter().map(|card| height(&card.lines)).fold(LEAST, f32::max);
            for ((section, _), card) in row.iter().zip(cards) {
                let response = card.show(ui, vec2(width, heading + lines + 2.0 * PAD.y), heading);
                if response.clicked() {
                    jump.to(*section, response.has_focus());
                }
            }
        });
    }
}

type Line = (Arc<Galley>, Option<Arc<Galley>>);

fn height(lines: &[Line]) -> f32 {
    lines.iter().map(|(name, _)| name.size().y.max(LINE)).sum()
}

fn layout(ui: &Ui, says: &Says, width: f32) -> Vec<Line> {
    let galley = |words: &str, ink, wrap, width| {
        let text = WidgetText::from(theme::text(ui, Size::Small, ink, words));
        text.into_galley(ui, Some(wrap), width, theme::font(Size::Small, false))
    };
    match says {
        Says::Words(words) => vec![(galley(words, Ink::InkSoft, TextWrapMode::Wrap, width), None)],
        Says::Facets(facets) => facets
            .iter()
            .map(|(name, value)| {
                let value = galley(value, Ink::InkSoft, TextWrapMode::Extend, width);
                let room = width - value.size().x - theme::STEP;
                (galley(name, Ink::Ink, TextWrapMode::Wrap, room), Some(value))
            })
            .collect(),
    }
}

/// A card, laid out.
struct Card<'a> {
    title: String,
    says: &'a Says,
    heading: Arc<Galley>,
    lines: Vec<Line>,
}

impl<'a> Card<'a> {
    /// A card whose words have this width.
    fn new(ui: &Ui, title: String, says: &'a Says, room: f32) -> Self {
        let heading = WidgetText::from(theme::strong(ui, Size::Small, Ink::Ink, &title));
        let font = theme::font(Size::Small, true);
        let heading = heading.into_galley(ui, Some(TextWrapMode::Wrap), room - 24.0, font);
        Self { title, says, heading, lines: layout(ui, says, room) }
    }

    /// Shows it in this size, with this height for its heading.
    fn show(self, ui: &mut Ui, size: Vec2, heading: f32) -> Response {
        let (rect, response) = ui.allocate_exact_size(size, Sense::click());
        let said = match self.says {
            Says::Words(words) => words.clone(),
            Says::Facets(facets) => facets.iter().map(|(n, v)| format!("{n} {v}")).collect::<Vec<_>>().join(", "),
        };
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("{}: {said}", self.title)));
        let ground = theme::color(ui, if response.hovered() { Ink::Select } else { Ink::Sheet });
        let line = theme::stroke(ui, 1.0, Ink::Line);
        ui.painter().rect(rect, CornerRadius::same(theme::RADIUS), ground, line, StrokeKind::Inside);
        let inner = rect.shrink2(PAD);
        let ink = theme::color(ui, Ink::Ink);
        ui.painter().galley(pos2(inner.left(), inner.top() + 2.0), self.heading, ink);
        let arrow = Rect::from_center_size(pos2(inner.right() - 6.0, inner.top() + 12.0), Vec2::splat(20.0));
        Icon::Right.paint(ui, arrow, ink);
        let mut y = inner.top() + heading;
        for (name, value) in self.lines {
            let row = name.size().y.max(LINE);
            let top = if value.is_some() { y + (row - name.size().y) / 2.0 } else { y + 2.0 };
            ui.painter().galley(pos2(inner.left(), top), name, ink);
            if let Some(value) = value {
                ui.painter().galley(pos2(inner.right() - value.size().x, y + 2.0), value, ink);
            }
            y += row;
        }
        focus_ring(ui, &response, theme::RADIUS);
        response.on_hover_cursor(CursorIcon::PointingHand)
    }
}
