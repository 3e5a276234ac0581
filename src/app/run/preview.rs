//! Commands of the print preview, and of charts as files.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

use eframe::Frame;
use eframe::egui::{ColorImage, Context, TextureOptions};

use crate::app::App;
use crate::app::command::{ChartChoice, ReportChange, Screen};
use crate::app::preview::{Made, Wanted};
use crate::app::reports::{self, Laid};
use crate::app::system::Ask;
use crate::app::tasks::{Purpose, Work};
use crate::document::Document;
use crate::message::{self, UserMessage};
use crate::print::Job;
use crate::profile::{Audit, AuditId, Profile, RoleId};
use crate::report::{
    Audited, FontChoice, Pages, Pixels, ReportData, ReportOptions, ReportPage, ReportSource, RolesSource, Template,
    report_data,
};
use crate::summary::RoleNames;
use crate::tracks::ChosenRole;
use crate::{scoring, t};

impl App {
    /// Shows the preview, with these pages chosen or with those of the last time. Without an audit there are only pages about
    /// roles.
    pub(super) fn show_preview(&mut self, pages: Option<BTreeSet<ReportPage>>) {
        let pages = pages.unwrap_or_else(|| self.preview.choices.pages.clone());
        if self.audit().is_none() && pages.iter().any(|page| page.needs_audit()) {
            return;
        }
        self.preview.choices.pages = pages;
        if self.screen != Screen::Print {
            self.preview.back = self.screen;
        }
        self.screen = Screen::Print;
    }

    /// The whole report, also after a part alone was printed; from the explorer without an audit, the role that is shown.
    pub(super) fn print(&mut self) {
        let Some(usual) = self.audit().map(|audit| ReportPage::usual_for(audit)) else {
            if self.screen == Screen::Tracks {
                self.print_roles(vec![self.explorer.chosen.clone()], ReportPage::Roles);
            }
            return;
        };
        let parts = [ReportPage::Chart, ReportPage::Roles, ReportPage::Ad];
        // As it is where nothing was chosen yet.
        let alone = self.preview.choices.pages.iter().all(|page| parts.contains(page));
        self.show_preview(alone.then_some(usual));
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
        self.preview.wanted = None;
    }

    pub(super) fn change_report(&mut self, ctx: &Context, change: ReportChange) {
        let choices = &mut self.preview.choices;
        match change {
            ReportChange::Paper(paper) => self.set(ctx, move |s| s.paper = Some(paper)),
            ReportChange::Greyscale(on) => self.set(ctx, move |s| s.greyscale = on),
            ReportChange::Name(on) => choices.name = on,
            ReportChange::Earlier(earlier) => choices.earlier = earlier,
            ReportChange::Page(page, true) => {
                // With pages about roles switched on here, they are about the one that is shown in the explorer.
                if !page.needs_audit() && choices.roles.is_empty() {
                    choices.roles = vec![self.explorer.chosen.clone()];
                }
                choices.pages.insert(page);
            }
            // The last page stays: a report without pages is none.
            ReportChange::Page(page, false) => {
                if choices.pages.len() > 1 {
                    choices.pages.remove(&page);
                }
            }
            ReportChange::BuiltIn => self.preview.template = None,
        }
    }

    /// Lays the pages out again where what they are made from has changed.
    pub(in crate::app) fn refresh_preview(&mut self) {
        if self.screen != Screen::Print {
            self.preview.wanted = None;
            return;
        }
        // What was asked for in this frame may have changed the profile since it was drawn.
        self.models.look_at(self.document.as_ref().map(Document::profile), self.settings.confidence);
        let Some(made) = self.made() else {
            self.leave_preview();
            return;
        };
        if self.preview.made.as_ref() == Some(&made) {
            return;
        }
        self.preview.round += 1;
        let (round, data, template) = (self.preview.round, self.report_data(&made), made.template.clone());
        self.preview.made = Some(made);
        self.start("typeset", move || reports::lay_out(round, &data, template.as_ref(), FontChoice::System));
    }

    fn made(&self) -> Option<Made> {
        let preview = &self.preview;
        let mut choices = preview.choices.clone();
        choices.earlier = self.earlier(choices.earlier.as_ref()).map(|a| a.id.clone());
        if self.audit().is_none() && choices.pages.iter().any(|page| page.needs_audit()) {
            return None;
        }
        let about_roles = choices.pages.iter().any(|page| !page.needs_audit());
        Some(Made {
            profile: self.document.as_ref().map(|document| Arc::clone(document.profile())),
            fits: self.explorer.fits.clone().filter(|_| about_roles),
            confidence: self.settings.confidence,
            paper: self.settings.paper(),
            greyscale: self.settings.greyscale,
            choices,
            template: preview.template.clone(),
        })
    }

    /// The chosen earlier audit, where it is still there.
    fn earlier(&self, id: Option<&AuditId>) -> Option<&Arc<Audit>> {
        self.models.before().get(self.models.place_before(id?)?)
    }

    fn report_data(&self, made: &Made) -> ReportData {
        let score_of = |audit: &Audit| scoring::score(&self.instrument, audit, made.confidence);
        let profile = made.profile.as_deref();
        let audit = profile.and_then(Profile::latest);
        let scores = audit.map(|audit| score_of(audit));
        let earlier = self.earlier(made.choices.earlier.as_ref()).map(|audit| (&**audit, score_of(audit)));
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
        };
        let source = ReportSource {
            instrument: &self.instrument,
            person: profile.map_or("", |profile| &profile.person),
            audited,
            day: crate::text::local_day(self.system.now()),
            roles: Some(roles),
        };
        report_data(source, &options)
    }

    /// The pages came.
    pub(in crate::app) fn laid_out(&mut self, frame: &Frame, round: u64, laid: Result<Laid, UserMessage>) {
        if !self.preview.is_now(round) {
            return;
        }
        match laid {
            Ok(laid) => {
                self.preview.problem = laid.problem;
                self.preview.came(laid.pages);
                self.hand_out(Some(frame));
            }
            Err(problem) => {
                self.preview.problem = Some(problem.clone());
                // Somebody waits for pages: that there will be none has to be read.
                if self.preview.wanted.take().is_some() {
                    self.tell(problem);
                }
            }
        }
    }

    /// The pages of what is chosen now; `None` while they are being laid out.
    fn current_pages(&self) -> Option<Arc<Pages>> {
        let made = self.made()?;
        let current = self.preview.pages_round == self.preview.round && self.preview.made.as_ref() == Some(&made);
        // Pages about roles say how these fit, which a thread may still be finding out.
        let waits = made.choices.pages.iter().any(|page| !page.needs_audit()) && self.explorer.is_busy();
        self.preview.pages.clone().filter(|_| current && !waits)
    }

    /// Prints or saves the pages of what is chosen, now or as soon as there are any: never those of before.
    pub(super) fn want_pages(&mut self, frame: Option<&Frame>, wanted: Wanted) {
        self.preview.wanted = Some(wanted);
        self.hand_out(frame);
    }

    fn hand_out(&mut self, frame: Option<&Frame>) {
        let Some(pages) = self.current_pages() else { return };
        match self.preview.wanted.take() {
            Some(Wanted::Print) => {
                let job =
                    Job { title: self.report_name(), pdf: pages.pdf().as_slice().into(), paper: self.settings.paper() };
                self.hand_over(frame, job);
            }
            Some(Wanted::Save(path)) => {
                let fs = self.fs.clone();
                self.start_export("pdf", move || reports::save_pdf(&*fs, path, &pages));
            }
            None => {}
        }
    }

    pub(super) fn paint_page(&mut self, page: usize, scale: f32) {
        let (round, Some(pages)) = (self.preview.round, self.preview.pages.clone()) else { return };
        let Some(sheet) = self.preview.sheets.get_mut(page) else { return };
        sheet.asked = scale;
        self.start("page", move || reports::paint(round, &pages, page, scale));
    }

    /// The picture of a page came.
    pub(in crate::app) fn painted(&mut self, ctx: &Context, round: u64, (page, scale): (usize, f32), drawn: &Pixels) {
        let Some(sheet) = self.preview.sheets.get_mut(page).filter(|_| self.preview.round == round) else { return };
        let texture = ctx.load_texture(format!("page {page}"), image(drawn), TextureOptions::LINEAR);
        sheet.picture = Some((scale, texture));
    }

    pub(super) fn ask_pdf(&mut self, frame: Option<&Frame>) {
        if self.screen != Screen::Print {
            return;
        }
        let name = self.report_name();
        let ask = Ask {
            purpose: Purpose::SavePdf,
            title: t!("print-save-title"),
            name: format!("{name}.pdf"),
            folder: self.folder(),
            filters: vec![(t!("print-pdf"), vec!["pdf"])],
        };
        self.ask(frame, ask);
    }

    pub(in crate::app) fn save_pdf(&mut self, frame: Option<&Frame>, path: PathBuf) {
        self.want_pages(frame, Wanted::Save(path));
    }

    pub(super) fn ask_template(&mut self, frame: Option<&Frame>) {
        let ask = Ask {
            purpose: Purpose::Template,
            title: t!("print-template-title"),
            name: String::new(),
            folder: self.folder(),
            filters: vec![(t!("print-template-files"), vec!["typ"])],
        };
        self.ask(frame, ask);
    }

    pub(in crate::app) fn use_template(&mut self, path: PathBuf) {
        let fs = self.fs.clone();
        self.tasks.begin_export();
        self.start_work("template", &Work::Template, move || reports::read_template(&*fs, &path));
    }

    /// A template was read.
    pub(in crate::app) fn template_came(&mut self, template: Result<Template, UserMessage>) {
        self.tasks.end_export();
        match template {
            Ok(template) => self.preview.template = Some(template),
            Err(message) => self.tell(message),
        }
    }

    /// What the report is called.
    fn report_name(&self) -> String {
        self.document.as_ref().map_or_else(|| t!("report-roles-name"), crate::document::Document::name)
    }

    pub(super) fn ask_chart(&mut self, frame: Option<&Frame>, choice: ChartChoice) {
        let Some(document) = self.document.as_ref().filter(|d| d.profile().latest().is_some()) else { return };
        let ask = Ask {
            purpose: Purpose::Chart(choice),
            title: t!("chart-save-title"),
            name: format!("{}.svg", document.name()),
            folder: self.folder(),
            filters: vec![(t!("export-svg"), vec!["svg"]), (t!("export-png"), vec!["png"])],
        };
        self.ask(frame, ask);
    }

    pub(in crate::app) fn save_chart(&mut self, choice: ChartChoice, path: PathBuf) {
        let Some(profile) = self.chart_profile() else { return };
        let (fs, instrument, confidence) = (self.fs.clone(), self.instrument.clone(), self.settings.confidence);
        self.start_export("chart", move || {
            reports::save_chart(&*fs, path, &reports::Charted { profile, instrument, confidence, choice })
        });
    }

    pub(super) fn copy_chart(&mut self, ctx: &Context, choice: ChartChoice) {
        let Some(profile) = self.chart_profile() else { return };
        let (instrument, confidence) = (self.instrument.clone(), self.settings.confidence);
        match reports::chart_pixels(&reports::Charted { profile, instrument, confidence, choice }) {
            Ok(pixels) => {
                ctx.copy_image(image(&pixels));
                self.toasts.say(t!("copied"));
            }
            Err(error) => self.tell(message::no_picture(&error)),
        }
    }

    fn chart_profile(&self) -> Option<Arc<Profile>> {
        let document = self.document.as_ref()?;
        document.profile().latest().map(|_| Arc::clone(document.profile()))
    }
}

/// A picture as egui wants it.
fn image(pixels: &Pixels) -> ColorImage {
    let size = [pixels.width as usize, pixels.height as usize];
    ColorImage::from_rgba_unmultiplied(size, &pixels.rgba)
}
