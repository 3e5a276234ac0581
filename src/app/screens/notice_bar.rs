//! What has to be said about the disk, below the file bar on every screen, for as long as it is so. It takes no keys.

use eframe::egui::accesskit::{Live, Role};
use eframe::egui::{Align, Frame, Layout, Margin, Panel, Rect, Sense, Ui, UiBuilder, Vec2, WidgetInfo, pos2};

use crate::app::command::Command;
use crate::app::theme::{self, Icon, Ink, Size};
use crate::app::view::{Notice, View};
use crate::app::widgets::Button;
use crate::t;

const ICON: f32 = 20.0;

/// Shows the notice, where there is one.
pub fn notice_bar(view: &View<'_>, ui: &mut Ui, commands: &mut Vec<Command>) {
    let Some(notice) = view.notice else { return };
    let (words, detail) = match notice {
        Notice::NotKept(problem) => (t!("notice-not-kept"), problem.clone()),
        Notice::SaveHangs(file, true) => (t!("notice-save-hangs-kept", file = file.as_str()), String::new()),
        Notice::SaveHangs(file, false) => (t!("notice-save-hangs", file = file.as_str()), String::new()),
    };
    let side = if ui.available_width() < 640.0 { 16 } else { 40 };
    let frame = Frame::new().fill(theme::color(ui, Ink::Select)).inner_margin(Margin::symmetric(side, 8));
    Panel::top("notice bar").resizable(false).frame(frame).show_separator_line(false).show(ui, |ui| {
        let label = t!("save-as");
        let save = Button::new(&label).small();
        let room = ui.available_width() - save.measure(ui) - ICON - 3.0 * theme::GAP;
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = theme::GAP;
            let (icon, _) = ui.allocate_exact_size(Vec2::splat(ICON), Sense::hover());
            Icon::Warning.paint(ui, icon, theme::color(ui, Ink::Ink));
            let top = ui.cursor().min;
            let place = Rect::from_min_size(top, Vec2::new(room.max(120.0), 0.0));
            let layout = Layout::top_down(Align::Min);
            let said = ui.scope_builder(UiBuilder::new().max_rect(place).layout(layout), |ui| {
                let response = ui.label(theme::text(ui, Size::Small, Ink::Ink, &words));
                response.widget_info(|| WidgetInfo::labeled(Role::Alert, true, &words));
                ui.ctx().accesskit_node_builder(response.id, |node| node.set_live(Live::Assertive));
                if detail.is_empty() { response } else { response.on_hover_text(&detail) }
            });
            let pressed = ui
                .scope_builder(
                    UiBuilder::new().max_rect(Rect::from_min_max(
                        pos2(said.response.rect.right() + theme::GAP, said.response.rect.top()),
                        ui.max_rect().max,
                    )),
                    |ui| ui.add(save).clicked(),
                )
                .inner;
            if pressed {
                commands.push(Command::SaveAs);
            }
        });
        let edge = ui.max_rect();
        let y = ui.painter().round_to_pixel_center(ui.min_rect().bottom() + 7.5);
        let whole = (edge.left() - f32::from(side))..=(edge.right() + f32::from(side));
        ui.painter().hline(whole, y, theme::stroke(ui, 1.0, Ink::Line));
    });
}
