//! The only place where commands act. Here stands which command does what; the doing is in the files beside it.

mod answers;
mod audit;
mod charts;
mod explorer;
mod files;
mod hand_out;
mod preview;
mod print;
mod recovery;
mod saving;
mod settings;

use eframe::Frame;
use eframe::egui::{Context, ViewportCommand};

use super::command::{Command, ReportPage, Screen};
use super::dialogs::Dialog;
use super::files::How;
use super::{App, screens};
use crate::storage::{Expect, TextSize};
use crate::t;
pub(super) use print::Printing;

impl App {
    /// Does what was asked for.
    #[expect(clippy::too_many_lines, reason = "one line for each command: the list of what there is")]
    pub(super) fn run(&mut self, ctx: &Context, frame: Option<&Frame>, command: Command) {
        match command {
            Command::GoTo(screen) => self.go_to(screen),
            Command::New => self.unless_unsaved(Command::New, Self::put_away),
            Command::Open => self.unless_unsaved(Command::Open, |app| app.ask_open(frame)),
            Command::OpenPath(path) => {
                self.unless_unsaved(Command::OpenPath(path.clone()), |app| app.open(path, How::Normally));
            }
            Command::TakeAnswers(from) => {
                self.unless_unsaved(Command::TakeAnswers(from.clone()), |app| app.take_answers(from));
            }
            Command::OpenReadOnly(path) => {
                self.unless_unsaved(Command::OpenReadOnly(path.clone()), |app| app.open(path, How::ReadOnly));
            }
            Command::OpenCopy(path) => {
                self.unless_unsaved(Command::OpenCopy(path.clone()), |app| app.open(path, How::Copy));
            }
            Command::ShowHolder(path, held) => self.show_holder(path, held),
            Command::OpenExample => self.unless_unsaved(Command::OpenExample, Self::open_example),
            Command::Save => self.save(frame, None),
            Command::SaveAs => self.ask_save(frame, None),
            Command::SaveAsThen(then) => self.ask_save(frame, then),
            Command::SaveTo(path, then) => self.save_under(path, Expect::Absent, then),
            Command::Replace(path, then) => self.save_under(path, Expect::Anything, then),
            Command::Overwrite(then) => self.overwrite(then),
            Command::SaveApart(path, then) => self.save_apart(path, then),
            Command::LoadTheirs => self.load_theirs(),
            Command::Undo => self.step_back(true),
            Command::Redo => self.step_back(false),
            Command::Edit(edit) => {
                self.edit(edit);
            }
            Command::StartAudit(new) => self.start_audit(new),
            Command::SetUp(form) => self.set_up(form),
            Command::Ask(question) => self.ask_question(Some(question)),
            Command::Review => self.review(),
            Command::Finish(audit) => self.finish(audit),
            Command::LookAt(audit) => self.look_at(audit),
            Command::Resume(journal) => {
                self.unless_unsaved(Command::Resume(journal.clone()), |app| app.resume_orphan(&journal));
            }
            Command::AskDiscardResume(journal) => self.ask_discard_orphan(&journal),
            Command::DiscardResume(journal) => self.discard_orphan(&journal),
            Command::Forget(path) => self.forget(&path),
            Command::Export => self.ask_export(frame),
            Command::ExportTo(path) => self.export_to(path),
            Command::AskEnergy => self.ask_energy(),
            Command::Explore(role) => self.explore(role),
            Command::Suppose(what_if) => self.suppose(what_if),
            Command::AddRole(new) => self.new_role(new),
            Command::PrintAd(role) => self.print_roles(vec![role], ReportPage::Ad),
            Command::PrintRoles(roles) => self.print_roles(roles, ReportPage::Roles),
            Command::AskAd(role) => self.ask_ad(role),
            Command::SetAd(role, text) => self.set_ad(role, &text),
            Command::AskRemoveRole(role) => {
                let name = self.explorer.candidate(&role).map_or_else(String::new, |c| c.name.clone());
                self.dialogs.ask(Dialog::remove_role(&self.words, role, &name));
            }
            Command::Print => self.print(),
            Command::PrintChart => self.show_preview(Some([ReportPage::Chart].into())),
            Command::LeavePreview => self.leave_preview(),
            Command::Report(change) => self.change_report(ctx, change),
            Command::PaintPage(page, scale) => self.paint_page(page, scale),
            Command::PrintNow => self.print_now(),
            Command::StopWaiting => self.stop_waiting(),
            Command::SavePdf => self.ask_pdf(frame),
            Command::SavePdfTo(path) => self.save_pdf(path),
            Command::AskTemplate => self.ask_template(frame),
            Command::UseTemplate(path) => self.use_template(path),
            Command::SaveChart(choice) => self.ask_chart(frame, choice),
            Command::SaveChartTo(_, path) => self.save_chart(path),
            Command::CopyChart(choice) => self.copy_chart(ctx, choice),
            Command::HandOver(job) => self.hand_over(frame, job),
            Command::ViewInstead => self.view_instead(),
            Command::SetTheme(theme) => self.set(ctx, move |s| s.theme = theme),
            Command::SetTextSize(percent) => self.set(ctx, move |s| s.text_size = TextSize::nearest(percent)),
            Command::SetConfidence(confidence) => self.set(ctx, move |s| s.confidence = confidence),
            Command::SetLanguage(language) => self.set(ctx, move |s| s.language.clone_from(&language)),
            Command::Larger => self.step_text(ctx, 1),
            Command::Smaller => self.step_text(ctx, -1),
            Command::AskDelete(kept) => self.dialogs.ask(Dialog::delete(&self.words, kept)),
            Command::Delete(kept) => self.delete(ctx, kept),
            Command::Copy(text) => {
                ctx.copy_text(text);
                self.toasts.say(t!(self.words, "copied"));
            }
            Command::DiscardThen(then) => self.discard_then(ctx, frame, *then),
            Command::SaveThen(then) => self.save(frame, Some(then)),
            Command::Quit => {
                self.leaving = self.leaving || self.document.as_ref().is_none_or(|d| !d.is_unsaved());
                ctx.send_viewport_cmd(ViewportCommand::Close);
            }
        }
    }

    fn go_to(&mut self, screen: Screen) {
        match screen {
            Screen::Audit => self.enter_audit(),
            Screen::Result if self.audit().is_none() => {}
            Screen::Print => self.print(),
            Screen::Settings => {
                self.screen = screen;
                self.measure_usage();
            }
            _ => self.screen = screen,
        }
    }

    /// Does it now, or asks first when that would lose unsaved work.
    fn unless_unsaved(&mut self, command: Command, now: impl FnOnce(&mut Self)) {
        if self.has_unsaved() {
            self.dialogs.ask(Dialog::unsaved(&self.words, command));
        } else {
            now(self);
        }
    }

    fn discard_then(&mut self, ctx: &Context, frame: Option<&Frame>, then: Command) {
        if then == Command::Quit {
            self.leaving = true;
        } else {
            self.put_away();
        }
        self.run(ctx, frame, then);
    }

    /// Closes the document and goes to the start.
    fn put_away(&mut self) {
        self.document = None;
        self.document_number += 1;
        self.save_again = None;
        let lock = self.lock.take();
        self.let_go(lock);
        self.position = None;
        self.screens = screens::States::default();
        self.put_preview_away();
        self.explorer.forget();
        self.screen = Screen::Home;
        if let Some(journal) = &self.journal {
            journal.discard();
        }
    }
}
