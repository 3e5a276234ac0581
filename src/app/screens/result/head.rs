//! Whose result it is, the summary, and the balance glyph.

use egui::accesskit::Role;
use egui::text::LayoutJob;
use egui::{Align2, Rect, Sense, Stroke, TextFormat, Ui, WidgetInfo, vec2};

use super::{Room, Shown};
use crate::app::command::{AuditCommand, Command};
use crate::app::phrases::audit_name;
use crate::app::theme::{self, Ink, Size};
use crate::app::widgets::{self, Pick};
use crate::chart::inks;
use crate::instrument::Side;
use crate::summary::{Piece, Tone, side_name};
use crate::t;

/// Width of the glyph, and of its column.
pub const GLYPH: f32 = 224.0;

/// Shows the head.
pub fn ui(it: &Shown<'_>, room: Room, ui: &mut Ui, commands: &mut Vec<Command>) {
    ui.add_space(-theme::STEP);
    if room == Room::Both {
        let width = ui.available_width() - GLYPH - theme::WIDE;
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = theme::WIDE;
            ui.vertical(|ui| {
                ui.set_width(width);
                words(it, ui, commands);
            });
            ui.vertical(|ui| {
                ui.set_width(GLYPH);
                ui.add_space(theme::WIDE);
                glyph(it, ui);
            });
        });
    } else {
        ui.scope(|ui| words(it, ui, commands));
        if room == Room::Column {
            glyph(it, ui);
        }
    }
    ui.add_space(theme::STEP);
    widgets::divider(ui);
    ui.add_space(theme::STEP);
}

fn words(it: &Shown<'_>, ui: &mut Ui, commands: &mut Vec<Command>) {
    let summary = &it.model.summary;
    ui.spacing_mut().item_spacing.y = theme::HALF;
    whose(it, ui, commands);
    // What the role asks says what to do, so it comes before which side is done more.
    widgets::title_of_page(ui, it.model.news.as_ref().unwrap_or(&summary.sentence));
    ui.add_space(theme::HALF);
    if !it.model.then.is_empty() {
        widgets::lines(ui, theme::text(ui, Size::Body, Ink::Ink, &it.model.then));
    }
    let line = widgets::evenly(ui, second_line(ui, &summary.line), ui.available_width());
    ui.label(line);
}

/// Person, role and day. If there are several audits, another one can be chosen here.
fn whose(it: &Shown<'_>, ui: &mut Ui, commands: &mut Vec<Command>) {
    let audits = it.view.models.audits();
    if audits.len() < 2 {
        ui.label(theme::text(ui, Size::Small, Ink::InkSoft, &it.model.whose));
        return;
    }
    let chosen = audits.iter().position(|audit| audit.id == it.audit.id).unwrap_or_default();
    ui.scope(|ui| {
        // As quiet as the plain words for a single audit: no frame until the pointer is on it.
        ui.spacing_mut().button_padding = vec2(0.0, 0.0);
        ui.spacing_mut().interact_size.y = Size::Small.line() + theme::HALF;
        let paper = theme::color(ui, Ink::Paper);
        let still = &mut ui.visuals_mut().widgets.inactive;
        (still.bg_stroke, still.weak_bg_fill) = (Stroke::NONE, paper);
        let name = t!(it.view.words, "result-which");
        let pick = Pick {
            salt: "audit",
            name: &name,
            shown: &it.model.whose,
            size: Size::Small,
            width: 0.0,
            count: audits.len(),
            chosen,
        };
        if let Some(row) = pick.show(ui, &|row| audit_name(it.view.words, &audits[row])) {
            commands.push(Command::Audit(AuditCommand::LookAt(audits[row].id.clone())));
        }
    });
}

fn second_line(ui: &Ui, pieces: &[Piece]) -> LayoutJob {
    let mut job = LayoutJob::default();
    for piece in pieces {
        let (ink, strong) = match piece.tone {
            Tone::Side(side) => (inks(side).text, true),
            Tone::Plain => (Ink::Ink, false),
            Tone::Quiet => (Ink::InkSoft, false),
        };
        let format = TextFormat {
            font_id: theme::font(Size::Small, strong),
            color: theme::color(ui, ink),
            line_height: Some(Size::Small.line()),
            ..TextFormat::default()
        };
        job.append(&piece.words, 0.0, format);
    }
    job
}

/// The balance glyph with its words, 224 wide. If the words do not fit beside each other, they are below each other, each still at
/// its own end of the line.
pub fn glyph(it: &Shown<'_>, ui: &mut Ui) {
    let (scene, said) = &it.model.balance;
    let word = |words: String, strong: bool, ink| {
        ui.painter().layout_no_wrap(words, theme::font(Size::Small, strong), theme::color(ui, ink))
    };
    let side = |side| word(side_name(it.view.words, side), true, inks(side).text);
    let left = side(Side::Leadership);
    let middle = word(t!(it.view.words, "result-even"), false, Ink::InkSoft);
    let right = side(Side::Management);
    let lines = lines([left.size().x, middle.size().x, right.size().x]);
    let [left_line, middle_line, right_line] = lines.map(|line| f32::from(line) * Size::Small.line());
    let height = 52.0 + right_line;
    let (rect, response) = ui.allocate_exact_size(vec2(GLYPH, height), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, said));
    widgets::paint(scene, ui.painter(), rect.min, 1.0, theme::palette(ui));
    for (word, align, line) in [
        (left, Align2::LEFT_CENTER, left_line),
        (middle, Align2::CENTER_CENTER, middle_line),
        (right, Align2::RIGHT_CENTER, right_line),
    ] {
        let across = Rect::from_x_y_ranges(rect.x_range(), rect.top() + 32.0 + line..=rect.top() + 52.0 + line);
        let at = align.align_size_within_rect(word.size(), across);
        ui.painter().galley(at.min, word, theme::color(ui, Ink::Ink));
    }
}

/// The lines below the glyph for the words at its left, in its middle and at its right, by the widths of the words.
fn lines([left, middle, right]: [f32; 3]) -> [u8; 3] {
    if left.max(right) + theme::STEP <= (GLYPH - middle) / 2.0 {
        [0, 0, 0]
    } else if left + theme::STEP + right <= GLYPH {
        [1, 0, 1]
    } else {
        [1, 0, 2]
    }
}
