//! Charts as files and on the clipboard.

use std::path::PathBuf;

use eframe::Frame;
use egui::Context;

use super::report::image;
use crate::app::App;
use crate::app::ask::{Ask, Purpose};
use crate::app::command::{ChartChoice, ChartCommand};
use crate::app::current::Current;
use crate::app::work::chart::Charted;
use crate::app::work::report;
use crate::{message, t};

impl App {
    pub(super) fn run_chart(&mut self, ctx: &Context, frame: Option<&Frame>, command: ChartCommand) {
        match command {
            ChartCommand::Save(choice) => self.ask_chart(frame, choice),
            ChartCommand::SaveTo(_, path) => self.save_chart(path),
            ChartCommand::Copy(choice) => self.copy_chart(ctx, choice),
        }
    }

    /// Asks for a file. The chart is written as it is now, whatever changes while the person chooses a folder.
    pub(super) fn ask_chart(&mut self, frame: Option<&Frame>, choice: ChartChoice) {
        let Some(chart) = self.charted(choice) else { return };
        let name = self.document.as_ref().map(crate::document::Document::proposed_name).unwrap_or_default();
        let ask = Ask {
            purpose: Purpose::Chart(choice),
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

    pub(super) fn copy_chart(&mut self, ctx: &Context, choice: ChartChoice) {
        let Some(chart) = self.charted(choice) else { return };
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
        Some(Charted { audit: audit?, instrument, earlier, confidence: self.settings.confidence, choice })
    }
}
