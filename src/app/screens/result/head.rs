//! Whose result it is, the summary, and the balance glyph.

use eframe::egui::accesskit::Role;
use eframe::egui::text::LayoutJob;
use eframe::egui::{Align2, Rect, Sense, Stroke, TextFormat, Ui, WidgetInfo, pos2, vec2};

use super::{Room, Shown, legend};
use crate::app::command::{AuditCommand, Command};
use crate::app::theme::{self, Ink, Size};
use crate::app::widgets::{self, Pick};
use crate::chart::inks;
use crate::instrument::Side;
use crate::summary::{Piece, Tone, side_name};
use crate::t;

/// Width of the glyph, and of the column that it stands in.
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
    let sentence = ui.label(theme::strong(ui, Size::Large, Ink::Ink, &summary.sentence));
    sentence.widget_info(|| WidgetInfo::labeled(Role::Heading, true, &summary.sentence));
    ui.add_space(theme::HALF);
    ui.label(second_line(ui, &summary.line));
}

/// Whose result, of which role and day. Where there are several audits, another one can be chosen here.
fn whose(it: &Shown<'_>, ui: &mut Ui, commands: &mut Vec<Command>) {
    let audits = it.view.models.audits();
    if audits.len() < 2 {
        ui.label(theme::text(ui, Size::Small, Ink::InkSoft, &it.model.whose));
        return;
    }
    let chosen = audits.iter().position(|audit| audit.id == it.audit.id).unwrap_or_default();
    ui.scope(|ui| {
        // As quiet as the words that stand here otherwise: no frame before somebody points at it.
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
        if let Some(row) = pick.show(ui, &|row| legend::name(it.view.words, &audits[row])) {
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

/// The balance glyph with its words, 224 wide.
pub fn glyph(it: &Shown<'_>, ui: &mut Ui) {
    let (scene, said) = &it.model.balance;
    let (rect, response) = ui.allocate_exact_size(vec2(GLYPH, 52.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, said));
    let drawing = Rect::from_min_size(rect.min, vec2(GLYPH, 24.0));
    widgets::paint(scene, ui.painter(), drawing.min, 1.0, theme::palette(ui));
    let y = rect.bottom() - 10.0;
    let word = |x: f32, align, words: &str, strong: bool, ink| {
        ui.painter().text(pos2(x, y), align, words, theme::font(Size::Small, strong), theme::color(ui, ink));
    };
    let [leadership, management] = [Side::Leadership, Side::Management];
    word(rect.left(), Align2::LEFT_CENTER, &side_name(it.view.words, leadership), true, inks(leadership).text);
    word(rect.center().x, Align2::CENTER_CENTER, &t!(it.view.words, "result-even"), false, Ink::InkSoft);
    word(rect.right(), Align2::RIGHT_CENTER, &side_name(it.view.words, management), true, inks(management).text);
}
