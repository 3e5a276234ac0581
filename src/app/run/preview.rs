//! Commands of the print preview, and of charts as files.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

use eframe::Frame;
use eframe::egui::{ColorImage, Context, TextureOptions};

use crate::app::App;
use crate::app::command::{ChartChoice, ReportChange, Screen};
use crate::app::preview::{Made, Sheet};
use crate::app::reports::{self, Laid};
use crate::app::system::Ask;
use crate::app::tasks::{Busy, Purpose};
use crate::message::{self, UserMessage};
use crate::profile::{Audit, AuditId, Profile};
use crate::report::{
    Audited, FontChoice, Pages, Pixels, ReportData, ReportOptions, ReportPage, ReportSource, Template, report_data,
};
use crate::{scoring, t};

impl App {
    /// Shows the preview, with these pages chosen or with those of the last time.
    pub(super) fn show_preview(&mut self, pages: Option<BTreeSet<ReportPage>>) {
        if self.audit().is_none() {
            return;
        }
        if let Some(pages) = pages {
            self.preview.choices.pages = pages;
        }
        if self.screen != Screen::Print {
            self.preview.back = self.screen;
        }
        self.screen = Screen::Print;
        self.refresh_preview();
    }

    /// The whole report, also after one chart alone was printed.
    pub(super) fn print(&mut self) {
        let alone = self.preview.choices.pages == BTreeSet::from([ReportPage::Chart]);
        self.show_preview(alone.then(|| ReportPage::USUAL.into()));
    }

    pub(super) fn leave_preview(&mut self) {
        if self.screen == Screen::Print {
            self.screen = self.preview.back;
        }
    }

    pub(super) fn change_report(&mut self, ctx: &Context, change: ReportChange) {
        let choices = &mut self.preview.choices;
        match change {
            ReportChange::Paper(paper) => self.set(ctx, |s| s.paper = Some(paper)),
            ReportChange::Greyscale(on) => self.set(ctx, |s| s.greyscale = on),
            ReportChange::Name(on) => choices.name = on,
            ReportChange::Earlier(earlier) => choices.earlier = earlier,
            ReportChange::Page(page, true) => {
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
        self.refresh_preview();
    }

    /// Lays the pages out again where what they are made from has changed.
    pub(in crate::app) fn refresh_preview(&mut self) {
        if self.screen != Screen::Print {
            return;
        }
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
        let document = self.document.as_ref()?;
        let audit = Arc::clone(document.profile().latest()?);
        let preview = &self.preview;
        let mut choices = preview.choices.clone();
        choices.earlier = self.earlier(choices.earlier.as_ref()).map(|a| a.id.clone());
        Some(Made {
            audit,
            person: document.profile().person.clone(),
            confidence: self.settings.confidence,
            paper: self.settings.paper(),
            greyscale: self.settings.greyscale,
            choices,
            template: preview.template.clone(),
        })
    }

    /// The chosen earlier audit, where it is still there.
    fn earlier(&self, id: Option<&AuditId>) -> Option<&Arc<Audit>> {
        let id = id?;
        let (_, before) = self.document.as_ref()?.profile().audits.split_last()?;
        before.iter().find(|audit| audit.id == *id)
    }

    fn report_data(&self, made: &Made) -> ReportData {
        let scores = scoring::score(&self.instrument, &made.audit, made.confidence);
        let earlier = self.earlier(made.choices.earlier.as_ref());
        let earlier = earlier.map(|audit| (audit, scoring::score(&self.instrument, audit, made.confidence)));
        let options = ReportOptions {
            paper: made.paper,
            greyscale: made.greyscale,
            name: made.choices.name,
            pages: made.choices.pages.clone(),
        };
        let source = ReportSource {
            instrument: &self.instrument,
            person: &made.person,
            audited: Some(Audited {
                audit: &made.audit,
                scores: &scores,
                earlier: earlier.as_ref().map(|(audit, scores)| (&***audit, scores)),
            }),
            day: crate::text::local_day(made.audit.date()),
            roles: None,
        };
        report_data(source, &options)
    }

    /// The pages came.
    pub(in crate::app) fn laid_out(&mut self, round: u64, laid: Result<Laid, UserMessage>) {
        if !self.preview.is_now(round) {
            return;
        }
        match laid {
            Ok(laid) => {
                self.preview.problem = laid.problem;
                // Old pictures stay until the new ones come, so that nothing flickers.
                self.preview.sheets.resize_with(laid.pages.count(), Sheet::default);
                self.preview.sheets.iter_mut().for_each(|sheet| sheet.asked = 0.0);
                self.preview.pages = Some(Arc::new(laid.pages));
            }
            Err(problem) => self.preview.problem = Some(problem),
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

    pub(super) fn ask_pdf(&mut self, ctx: &Context, frame: Option<&Frame>) {
        let Some(document) = self.document.as_ref().filter(|_| self.preview.pages.is_some()) else { return };
        let ask = Ask {
            purpose: Purpose::SavePdf,
            title: t!("print-save-title"),
            name: format!("{}.pdf", document.name()),
            folder: self.folder(),
            filters: vec![(t!("print-pdf"), vec!["pdf"])],
        };
        self.ask(ctx, frame, ask);
    }

    pub(in crate::app) fn save_pdf(&mut self, path: PathBuf) {
        let Some(pages) = self.preview.pages.clone() else { return };
        let fs = self.fs.clone();
        self.tasks.busy = Some(Busy::Exporting);
        self.start("pdf", move || reports::save_pdf(&*fs, path, &pages));
    }

    pub(super) fn ask_template(&mut self, ctx: &Context, frame: Option<&Frame>) {
        let ask = Ask {
            purpose: Purpose::Template,
            title: t!("print-template-title"),
            name: String::new(),
            folder: self.folder(),
            filters: vec![(t!("print-template-files"), vec!["typ"])],
        };
        self.ask(ctx, frame, ask);
    }

    pub(in crate::app) fn use_template(&mut self, path: PathBuf) {
        let fs = self.fs.clone();
        self.tasks.busy = Some(Busy::Opening);
        self.start("template", move || reports::read_template(&*fs, &path));
    }

    /// A template was read.
    pub(in crate::app) fn template_came(&mut self, template: Result<Template, UserMessage>) {
        match template {
            Ok(template) => {
                self.preview.template = Some(template);
                self.refresh_preview();
            }
            Err(message) => self.tell(message),
        }
    }

    /// The pages and the title of the report, for the printer.
    pub(super) fn printable(&self) -> Option<(Arc<Pages>, String)> {
        let document = self.document.as_ref()?;
        Some((self.preview.pages.clone()?, document.name()))
    }

    pub(super) fn ask_chart(&mut self, ctx: &Context, frame: Option<&Frame>, choice: ChartChoice) {
        let Some(document) = self.document.as_ref().filter(|d| d.profile().latest().is_some()) else { return };
        let ask = Ask {
            purpose: Purpose::Chart(choice),
            title: t!("chart-save-title"),
            name: format!("{}.svg", document.name()),
            folder: self.folder(),
            filters: vec![(t!("export-svg"), vec!["svg"]), (t!("export-png"), vec!["png"])],
        };
        self.ask(ctx, frame, ask);
    }

    pub(in crate::app) fn save_chart(&mut self, choice: ChartChoice, path: PathBuf) {
        let Some(profile) = self.chart_profile() else { return };
        let (fs, instrument, confidence) = (self.fs.clone(), self.instrument.clone(), self.settings.confidence);
        self.tasks.busy = Some(Busy::Exporting);
        self.start("chart", move || {
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
