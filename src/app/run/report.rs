//! Commands of the print preview. `print.rs` prints and saves its pages.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

use eframe::Frame;
use egui::{ColorImage, Context, TextureOptions};

use crate::actions::Action;
use crate::app::App;
use crate::app::ask::{Ask, Purpose};
use crate::app::command::{ReportChange, ReportCommand, Screen};
use crate::app::current::Current;
use crate::app::preview::{LONG, PagePicture, PagesInput, Waiting};
use crate::app::tasks::{Job, JobPlace, Moment};
use crate::app::work::report::{self, LaidOutReport};
use crate::document::Document;
use crate::message::{self, UserMessage};
use crate::pixels::Pixels;
use crate::profile::{Audit, AuditId, RoleId};
use crate::report::{
    Audited, ExercisesSource, PageNeeds, PlanSource, ReportData, ReportOptions, ReportPage, ReportSource, RolesSource,
    report_data,
};
use crate::summary::RoleNames;
use crate::tracks::ChosenRole;
use crate::typeset::Template;
use crate::{scoring, t};

impl App {
    pub(super) fn run_report(&mut self, ctx: &Context, frame: Option<&Frame>, command: ReportCommand) {
        match command {
            ReportCommand::Show => self.print(),
            ReportCommand::ShowChart => self.show_preview(Some([ReportPage::Chart].into())),
            ReportCommand::ShowAd(role) => self.print_roles(vec![role], ReportPage::Ad),
            ReportCommand::ShowRoles(roles) => self.print_roles(roles, ReportPage::Roles),
            ReportCommand::ShowPlan(page) => self.show_preview(Some([page].into())),
            ReportCommand::ShowExercises(exercises) => {
                self.preview.choices.exercises = exercises;
                self.show_preview(Some([ReportPage::Exercises].into()));
            }
            ReportCommand::Leave => self.leave_preview(),
            ReportCommand::Change(change) => self.change_report(ctx, change),
            ReportCommand::Paint(page, scale) => self.paint_page(page, scale),
            ReportCommand::AskTemplate => self.ask_template(frame),
            ReportCommand::UseTemplate(path) => self.use_template(path),
        }
    }

    /// Shows the preview, with these pages or with those that were chosen last. Without an audit there are only pages about roles.
    pub(super) fn show_preview(&mut self, pages: Option<BTreeSet<ReportPage>>) {
        let pages = pages.unwrap_or_else(|| self.preview.choices.pages.clone());
        if !pages.iter().all(|page| self.can_print(*page)) {
            return;
        }
        self.preview.choices.pages = pages;
        if self.screen != Screen::Print {
            self.preview.back = self.screen;
        }
        self.screen = Screen::Print;
    }

    /// Whether there is what a page needs.
    fn can_print(&self, page: ReportPage) -> bool {
        let profile = self.document.as_ref().map(Document::profile);
        match page.needs() {
            PageNeeds::Audit | PageNeeds::Earlier => self.audit().is_some(),
            PageNeeds::Others => self.audit().is_some() && self.others.is_some(),
            PageNeeds::Roles => true,
            PageNeeds::Plan => profile.is_some_and(|profile| profile.shown_skill().is_some()),
            PageNeeds::Notes => profile.is_some_and(|profile| profile.notes.iter().any(|note| !note.is_empty())),
            PageNeeds::Exercises => !self.preview.choices.exercises.is_empty(),
        }
    }

    /// Shows the whole report, even if only a part was printed before. From the plan it shows its card; from the explorer without an
    /// audit, the chosen role.
    pub(super) fn print(&mut self) {
        if self.screen == Screen::Plan && self.shows_skill() {
            self.show_preview(Some([ReportPage::Card].into()));
            return;
        }
        if self.screen == Screen::Others && self.can_print(ReportPage::Others) {
            self.show_preview(Some([ReportPage::Others].into()));
            return;
        }
        let Some(usual) = self.audit().map(|audit| ReportPage::usual_for(&audit)) else {
            if self.screen == Screen::Tracks {
                self.print_roles(vec![self.explorer.chosen.clone()], ReportPage::Roles);
            }
            return;
        };
        // The same state as before any choice.
        let alone = self.preview.choices.pages.iter().all(|page| page.is_shown_alone());
        self.show_preview(alone.then_some(usual));
    }

    /// Whether the plan that is shown is a skill that is practised: a trial has no card.
    fn shows_skill(&self) -> bool {
        let plan = self.document.as_ref().and_then(|document| document.profile().shown_plan());
        plan.is_some_and(|plan| plan.trial.is_none())
    }

    /// The pages about these roles, or about the ad of one.
    pub(super) fn print_roles(&mut self, roles: Vec<RoleId>, page: ReportPage) {
        self.preview.choices.roles = roles;
        self.show_preview(Some([page].into()));
    }

    pub(super) fn leave_preview(&mut self) {
        if self.screen == Screen::Print {
            self.screen = self.preview.back;
        }
    }

    pub(super) fn change_report(&mut self, ctx: &Context, change: ReportChange) {
        let choices = &mut self.preview.choices;
        match change {
            ReportChange::Paper(paper) => self.set(ctx, move |s| s.paper = Some(paper)),
            ReportChange::Greyscale(on) => self.set(ctx, move |s| s.greyscale = on),
            ReportChange::Name(on) => choices.name = on,
            ReportChange::Earlier(earlier) => choices.earlier = earlier,
            ReportChange::Page(page, true) => {
                // Pages about roles that are switched on here are about the role that is shown in the explorer.
                if page.needs_roles() && choices.roles.is_empty() {
                    choices.roles = vec![self.explorer.chosen.clone()];
                }
                // What has changed, has changed since the audit before, unless another one was chosen.
                if page == ReportPage::Changes && choices.earlier.is_none() {
                    choices.earlier = self.models.before().last().map(|audit| audit.id.clone());
                }
                choices.pages.insert(page);
            }
            // The last page cannot be switched off: a report needs at least one.
            ReportChange::Page(page, false) => {
                if choices.pages.len() > 1 {
                    choices.pages.remove(&page);
                }
            }
            ReportChange::BuiltIn => self.set_template(None),
        }
    }

    /// Lays the pages out again if their inputs have changed; also for a file that the person named before leaving the preview.
    pub(in crate::app) fn refresh_preview(&mut self, ctx: &Context) {
        if self.screen != Screen::Print && !self.waits_for_file() {
            self.preview.leave();
            return;
        }
        // Commands of this frame may have changed the profile since the frame was drawn.
        let current = self.current();
        self.models.look_at(&self.words, &current, self.settings.confidence);
        let Some(made) = self.made() else {
            self.leave_preview();
            return;
        };
        if self.preview.made.as_ref() == Some(&made) {
            return;
        }
        let (data, template, apart) = (self.report_data(&made), made.template.clone(), self.apart.clone());
        let (round, stop) = self.preview.begin(made);
        let (words, fonts) = (self.words.clone(), self.system.fonts());
        let work = move || {
            let own = template.as_ref().map(|template| (template, &apart, &stop));
            report::lay_out(&words, &data, own, fonts)
        };
        let then = move |app: &mut Self, _: Moment<'_>, laid| app.laid_out(round, laid);
        let crashed = move |app: &mut Self, moment: Moment<'_>| {
            app.preview.gave_up(round, &app.words);
            app.crashed(moment);
        };
        self.start_job(Job { name: "typeset", place: JobPlace::Aside }, work, then, crashed);
        // The window says when it takes long. It may be asleep then, so it asks for a frame at that time.
        ctx.request_repaint_after(LONG);
    }

    /// Whether the pages will be written to a file that the person has named.
    pub(super) const fn waits_for_file(&self) -> bool {
        matches!(self.preview.waiting, Some(Waiting::Pdf(_)))
    }

    /// The present inputs of the pages.
    pub(super) fn made(&self) -> Option<PagesInput> {
        let preview = &self.preview;
        let mut choices = preview.choices.clone();
        choices.earlier = self.earlier(choices.earlier.as_ref()).map(|a| a.id.clone());
        // Undoing may have taken away what a page is about, and there are no choices after another profile was opened.
        choices.pages.retain(|page| self.can_print(*page));
        if choices.earlier.is_none() && choices.pages.len() > 1 {
            choices.pages.remove(&ReportPage::Changes);
        }
        if choices.pages.is_empty() {
            return None;
        }
        let about_roles = choices.pages.iter().any(|page| page.needs_roles());
        let of_practice = choices.pages.iter().any(|page| page.is_of_practice());
        Some(PagesInput {
            words: self.words.clone(),
            current: self.current(),
            day: (of_practice || self.audit().is_none()).then(|| self.words.local_day(self.system.now())),
            fits: self.explorer.fits.clone().filter(|_| about_roles),
            confidence: self.settings.confidence,
            paper: self.settings.paper(),
            greyscale: self.settings.greyscale,
            choices,
            template: preview.template().cloned(),
        })
    }

    /// The chosen earlier audit, if it still exists.
    fn earlier(&self, id: Option<&AuditId>) -> Option<Arc<Audit>> {
        self.models.before().get(self.models.place_before(id?)?).cloned()
    }

    fn report_data(&self, made: &PagesInput) -> ReportData {
        let Current { profile, audit, instrument, .. } = &made.current;
        let score_of = |audit: &Audit| scoring::score(instrument, audit, made.confidence);
        let (profile, audit) = (profile.as_deref(), audit.as_ref());
        let scores = audit.map(|audit| score_of(audit));
        let earlier = self.earlier(made.choices.earlier.as_ref());
        let earlier = earlier.as_ref().map(|audit| (&**audit, score_of(audit)));
        let audited = audit.zip(scores.as_ref()).map(|(audit, scores)| Audited {
            audit,
            scores,
            earlier: earlier.as_ref().map(|(audit, scores)| (*audit, scores)),
        });
        let options = ReportOptions {
            paper: made.paper,
            greyscale: made.greyscale,
            name: made.choices.name,
            pages: made.choices.pages.clone(),
        };
        let (catalogue, none) = (&*self.explorer.catalogue, std::collections::BTreeMap::new());
        let own = profile.map_or(&[][..], |profile| &profile.roles);
        let find = |id| ChosenRole::find(id, catalogue, own, audit.map(|audit| &**audit));
        let chosen: Vec<ChosenRole<'_>> = made.choices.roles.iter().filter_map(find).collect();
        let roles = RolesSource {
            names: RoleNames { catalogue, own },
            chosen: &chosen,
            assessment: made.fits.as_ref().map(|fits| &fits.real),
            hours: profile.map_or(&none, |profile| &profile.hours),
            trials: &self.trials,
            reports: profile.and_then(|profile| profile.reports),
        };
        let day = made.day.unwrap_or_default();
        let plan = profile.and_then(|profile| Some((profile, profile.shown_skill()?)));
        let exercises: Vec<&Action> = made.choices.exercises.iter().filter_map(|id| self.actions.action(id)).collect();
        let source = ReportSource {
            words: &self.words,
            instrument,
            person: profile.map_or("", |profile| &profile.person),
            audited,
            day,
            roles: Some(roles),
            plan: plan.map(|(profile, plan)| PlanSource {
                plan,
                profile,
                instruments: &made.current.instruments,
                actions: &self.actions,
                today: day,
                confidence: made.confidence,
            }),
            others: made.current.others.as_deref(),
            notes: profile.map_or(&[][..], |profile| &profile.notes),
            exercises: Some(ExercisesSource { library: &self.actions, chosen: &exercises }),
        };
        report_data(source, &options)
    }

    /// Takes laid-out pages.
    fn laid_out(&mut self, round: u64, laid: Result<LaidOutReport, UserMessage>) {
        let preview = &mut self.preview;
        if preview.round != round {
            return;
        }
        preview.laid = round;
        match laid {
            Ok(laid) => {
                // Old pictures stay until the new ones are ready, so that nothing flickers.
                preview.sheets.resize_with(laid.pages.count(), PagePicture::default);
                preview.sheets.iter_mut().for_each(|sheet| sheet.asked = 0.0);
                preview.pages = Some(Arc::new(laid.pages));
                preview.problems = preview.refused.iter().cloned().chain(laid.problems).collect();
                if laid.refused {
                    preview.refused = preview.problems.first().cloned();
                    preview.made = preview.made.take().map(|made| PagesInput { template: None, ..made });
                }
                if laid.built_in_instead {
                    self.not_these_pages();
                }
            }
            Err(problem) => preview.no_pages(problem),
        }
    }

    pub(super) fn paint_page(&mut self, page: usize, scale: f32) {
        let (laid, Some(pages)) = (self.preview.laid, self.preview.pages.clone()) else { return };
        let Some(sheet) = self.preview.sheets.get_mut(page) else { return };
        sheet.asked = scale;
        let words = self.words.clone();
        let then = move |app: &mut Self, moment: Moment<'_>, drawn| {
            // Otherwise they are pages of another layout.
            if app.preview.laid == laid {
                app.painted(moment.ctx, page, scale, drawn);
            }
        };
        self.start("page", move || report::paint(&words, &pages, page, scale), then);
    }

    /// Takes the picture of a page. If a page of somebody's own template cannot be painted, its pages are no longer shown.
    fn painted(&mut self, ctx: &Context, page: usize, scale: f32, drawn: Result<Option<Pixels>, UserMessage>) {
        match drawn {
            Ok(Some(drawn)) => {
                let Some(sheet) = self.preview.sheets.get_mut(page) else { return };
                let texture = ctx.load_texture(format!("page {page}"), image(&drawn), TextureOptions::LINEAR);
                sheet.picture = Some((scale, texture));
            }
            Ok(None) => {}
            // Begins another layout, with the built-in template.
            Err(problem) => {
                if self.preview.waiting.take().is_some() {
                    self.tell(message::not_handed_out(&self.words, &problem));
                }
                self.preview.refused = Some(problem);
            }
        }
    }

    pub(super) fn ask_template(&mut self, frame: Option<&Frame>) {
        let ask = Ask {
            purpose: Purpose::Template,
            title: t!(self.words, "print-template-title"),
            name: String::new(),
            folder: self.folder(),
            filters: vec![(t!(self.words, "print-template-files"), vec!["typ"])],
        };
        self.ask(frame, ask);
    }

    fn use_template(&mut self, path: PathBuf) {
        let desk = self.desk();
        self.preview.reading = true;
        let job = Job { name: "template", place: self.tasks.begin_export() };
        let then = |app: &mut Self, _: Moment<'_>, template| app.template_came(template);
        let crashed = |app: &mut Self, moment: Moment<'_>| {
            app.preview.reading = false;
            app.crashed(moment);
        };
        self.start_job(job, move || report::read_template(&desk, &path), then, crashed);
    }

    /// Takes a template that was read.
    fn template_came(&mut self, template: Result<Template, UserMessage>) {
        self.preview.reading = false;
        match template {
            Ok(template) => self.set_template(Some(template)),
            Err(message) => self.tell(message),
        }
    }

    /// A template that was refused may have been repaired, so it is tried again.
    fn set_template(&mut self, template: Option<Template>) {
        self.preview.template = template;
        self.preview.refused = None;
        // Lays out again even if no page changes, so that messages about the previous template disappear.
        self.preview.made = None;
    }
}

/// A picture as egui wants it.
pub(super) fn image(pixels: &Pixels) -> ColorImage {
    let size = [pixels.width as usize, pixels.height as usize];
    ColorImage::from_rgba_unmultiplied(size, &pixels.rgba)
}
