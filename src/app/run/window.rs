//! Commands on the window itself.

use egui::{Context, ViewportCommand};

use crate::app::App;
use crate::app::command::WindowCommand;
use crate::app::dialogs::Dialog;
use crate::t;

impl App {
    pub(super) fn run_window(&mut self, ctx: &Context, command: WindowCommand) {
        match command {
            WindowCommand::Copy(text) => {
                ctx.copy_text(text);
                self.toasts.say(t!(self.words, "copied"));
            }
            WindowCommand::ShowKeys => self.dialogs.ask(Dialog::keys()),
            WindowCommand::Quit => {
                self.leaving = self.leaving || !self.has_unsaved();
                ctx.send_viewport_cmd(ViewportCommand::Close);
            }
        }
    }
}
