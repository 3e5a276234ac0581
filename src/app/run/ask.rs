//! Asking for a file, with the system's dialog or with ours.

use std::path::{Path, PathBuf};

use eframe::Frame;

use crate::app::App;
use crate::app::ask::{Ask, Picked};
use crate::app::dialogs::Dialog;
use crate::app::tasks::Moment;
use crate::document::Document;
use crate::t;

impl App {
    pub(super) fn ask(&mut self, frame: Option<&Frame>, ask: Ask) {
        let Some(frame) = frame else { return };
        if self.tasks.asking {
            self.toasts.say(t!(self.words, "busy"));
            return;
        }
        self.tasks.asking = true;
        let asked = ask.clone();
        let reply = self.tasks.reply(move |app: &mut Self, moment, picked| app.picked(moment, asked.clone(), picked));
        self.system.ask(ask, frame, reply);
    }

    /// Takes the answer of the system's dialog. If the system has none, our dialog is shown.
    fn picked(&mut self, moment: Moment<'_>, ask: Ask, picked: Picked) {
        self.tasks.asking = false;
        match picked {
            Picked::File(path) => self.run(moment.ctx, Some(moment.frame), ask.purpose.command(path, true)),
            Picked::Cancelled => {}
            Picked::NoDialog => self.dialogs.ask(Dialog::path(ask)),
        }
    }

    pub(super) fn folder(&self) -> Option<PathBuf> {
        let open = self.document.as_ref().and_then(Document::path);
        let last = || self.recent.files().first().map(|f| f.path.as_path());
        open.or_else(last).and_then(|p| p.parent()).map(Path::to_path_buf)
    }
}
