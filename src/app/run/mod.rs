//! The only place where commands act: a file for each subject, as in `command/`.

mod ask;
mod audit;
mod chart;
mod edit;
mod file;
mod history;
mod plan;
mod print;
mod recent;
mod report;
mod resume;
mod role;
mod save;
mod screen;
mod settings;
mod window;

use eframe::Frame;
use egui::Context;

use super::App;
use super::command::Command;
use super::command::list::CommandContext;
pub(super) use print::Printing;
pub(super) use save::SaveRequest;

impl App {
    /// Carries out a command, unless the list of commands says that it cannot be used now.
    pub(super) fn run(&mut self, ctx: &Context, frame: Option<&Frame>, command: Command) {
        if !command.is_possible(&self.command_context()) {
            return;
        }
        match command {
            Command::GoTo(screen) => self.go_to(screen),
            Command::File(command) => self.run_file(frame, command),
            Command::Save(command) => self.run_save(ctx, frame, command),
            Command::Edit(edit) => {
                self.edit(edit);
            }
            Command::History(command) => self.run_history(command),
            Command::Audit(command) => self.run_audit(command),
            Command::Resume(command) => self.run_resume(command),
            Command::Role(command) => self.run_role(command),
            Command::Plan(command) => self.run_plan(command, frame),
            Command::Report(command) => self.run_report(ctx, frame, command),
            Command::Print(command) => self.run_print(frame, command),
            Command::Chart(command) => self.run_chart(ctx, frame, command),
            Command::Settings(command) => self.run_settings(ctx, command),
            Command::Window(command) => self.run_window(ctx, command),
        }
    }

    /// What decides whether a command can be used now.
    pub(super) fn command_context(&self) -> CommandContext<'_> {
        CommandContext {
            document: self.document.as_ref(),
            has_audit: self.audit().is_some(),
            screen: self.screen,
            pages_awaited: self.preview.waiting.is_some(),
        }
    }
}
