//! The notice about the disk, below the file bar on every screen, for as long as it applies. It takes no keys.

use egui::accesskit::{Live, Role};
use egui::{Frame, Margin, Panel, Sense, TextWrapMode, Ui, Vec2, WidgetInfo, WidgetText};

use crate::app::command::{Command, SaveCommand};
use crate::app::theme::{self, Icon, Ink, Size};
use crate::app::view::{Notice, View};
use crate::app::widgets::Button;
use crate::t;

const ICON: f32 = 20.0;
const ROW: f32 = 32.0;

/// Shows the notice, where there is one.
pub fn notice_bar(view: &View<'_>, ui: &mut Ui, commands: &mut Vec<Command>) {
    let Some(notice) = view.disk.notice else { return };
    let (words, detail) = match notice {
        Notice::NotKept(problem) => (t!(view.words, "notice-not-kept"), problem.clone()),
        Notice::SaveHangs(file, true) => {
            (t!(view.words, "notice-save-hangs-kept", file = file.as_str()), String::new())
        }
        Notice::SaveHangs(file, false) => (t!(view.words, "notice-save-hangs", file = file.as_str()), String::new()),
    };
    let side = if ui.available_width() < 640.0 { 16 } else { 40 };
    let frame = Frame::new().fill(theme::color(ui, Ink::Select)).inner_margin(Margin::symmetric(side, 8));
    Panel::top("notice bar").resizable(false).frame(frame).show_separator_line(false).show(ui, |ui| {
        let label = t!(view.words, "save-as");
        let save = Button::new(&label).small();
        let room = ui.available_width() - save.measure(ui) - ICON - 2.0 * theme::GAP;
        let text = WidgetText::from(theme::text(ui, Size::Small, Ink::Ink, &words));
        let galley = text.into_galley(ui, Some(TextWrapMode::Wrap), room.max(120.0), theme::font(Size::Small, false));
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = theme::GAP;
            ui.set_min_height(galley.size().y.max(ROW));
            let (icon, _) = ui.allocate_exact_size(Vec2::splat(ICON), Sense::hover());
            Icon::Warning.paint(ui, icon, theme::color(ui, Ink::Ink));
            let (place, said) = ui.allocate_exact_size(galley.size(), Sense::hover());
            ui.painter().galley(place.min, galley, theme::color(ui, Ink::Ink));
            said.widget_info(|| WidgetInfo::labeled(Role::Alert, true, &words));
            ui.ctx().accesskit_node_builder(said.id, |node| node.set_live(Live::Assertive));
            if !detail.is_empty() {
                said.on_hover_text(&detail);
            }
            if ui.add(save).clicked() {
                commands.push(Command::Save(SaveCommand::As));
            }
        });
    });
}
