//! Charts as files and on the clipboard.

use std::path::PathBuf;

use eframe::Frame;
use egui::Context;

use super::report::image;
use crate::app::App;
use crate::app::ask::{Ask, Purpose};
use crate::app::command::{ChartChoice, ChartCommand};
use crate::app::current::Current;
use crate::app::work::chart::{Charted, Pictured};
use crate::app::work::report;
use crate::report::{PathSource, path_picture};
use crate::summary::RoleNames;
use crate::{message, t};

impl App {
    pub(super) fn run_chart(&mut self, ctx: &Context, frame: Option<&Frame>, command: ChartCommand) {
        match command {
            ChartCommand::Save(choice) => self.ask_chart(frame, self.charted(choice)),
            ChartCommand::SaveTo(path) => self.save_chart(path),
            ChartCommand::Copy(choice) => self.copy_chart(ctx, self.charted(choice)),
            ChartCommand::SaveWay => self.ask_chart(frame, self.way()),
            ChartCommand::CopyWay => self.copy_chart(ctx, self.way()),
        }
    }

    /// Asks for a file. The chart is written as it is now, whatever changes while the person chooses a folder.
    fn ask_chart(&mut self, frame: Option<&Frame>, chart: Option<Charted>) {
        let Some(chart) = chart else { return };
        let name = self.document.as_ref().map(crate::document::Document::name).unwrap_or_default();
        let ask = Ask {
            purpose: Purpose::Chart,
            title: t!(self.words, "chart-save-title"),
            name: format!("{name}.svg"),
            folder: self.folder(),
            filters: vec![(t!(self.words, "export-svg"), vec!["svg"]), (t!(self.words, "export-png"), vec!["png"])],
        };
        self.preview.chart = Some(chart);
        self.ask(frame, ask);
    }

    fn save_chart(&mut self, path: PathBuf) {
        let Some(chart) = self.preview.chart.take() else {
            self.tell(message::put_away_before(&self.words, &path));
            return;
        };
        self.tell_what_boxes_stand_for(&chart);
        let desk = self.desk();
        self.start_export("chart", move || report::save_chart(&desk, path, &chart));
    }

    fn copy_chart(&mut self, ctx: &Context, chart: Option<Charted>) {
        let Some(chart) = chart else { return };
        match chart.pixels(&self.words) {
            Ok(pixels) => {
                ctx.copy_image(image(&pixels));
                self.toasts.say(t!(self.words, "copied"));
                self.tell_what_boxes_stand_for(&chart);
            }
            Err(error) => self.tell(message::no_picture(&self.words, &error)),
        }
    }

    /// Warns about boxes in the heading of a picture, so that the person knows before they pass it on.
    fn tell_what_boxes_stand_for(&mut self, chart: &Charted) {
        if let Some(warning) = chart.warning(&self.words) {
            self.tell(warning);
        }
    }

    /// The chart of the audit that is shown, as it is now.
    fn charted(&self, choice: ChartChoice) -> Option<Charted> {
        let current = self.current();
        // What was chosen on screen may be gone by now.
        let earlier = choice.earlier.and_then(|at| current.before().get(at).cloned());
        let Current { audit, instrument, .. } = current;
        let what = Pictured::Chart(choice);
        Some(Charted { audit: audit?, instrument, earlier, confidence: self.settings.confidence, what })
    }

    /// The way to the role that is shown.
    fn way(&self) -> Option<Charted> {
        let Current { profile, audit, instrument, .. } = self.current();
        let audit = audit?;
        let source = PathSource {
            words: &self.words,
            instrument: &instrument,
            names: RoleNames {
                catalogue: &self.explorer.catalogue,
                own: profile.as_deref().map_or(&[], |profile| &profile.roles),
            },
            audit: &audit,
            trials: &self.trials,
            reports: profile.as_deref().and_then(|profile| profile.reports),
        };
        let what = Pictured::Way(path_picture(&source, &self.explorer.chosen)?);
        Some(Charted { audit, instrument, earlier: None, confidence: self.settings.confidence, what })
    }
}
