//! The list of recent files, which windows share.

use std::path::Path;
use std::sync::Arc;

use crate::app::App;
use crate::app::current::Current;
use crate::app::tasks::Reply;
use crate::scoring;
use crate::storage::{BalanceSummary, DiskError, FileSystem, RecentFile, RecentFiles};

impl App {
    pub(super) fn note_recent(&mut self) {
        let Some(document) = &self.document else { return };
        let Some(path) = document.path() else { return };
        let Current { audit, instrument, .. } = Current::new(&self.instruments, Some(document.profile()), None);
        let audit = audit.as_ref();
        let scores = audit.map(|a| scoring::score(&instrument, a, self.settings.confidence));
        let balance = scores.as_ref().and_then(|s| s.balance).map(|b| BalanceSummary {
            difference: b.difference,
            half_width: b.se * self.settings.confidence.z(),
            verdict: scoring::id(&b.verdict),
            rules: scoring::RULES,
        });
        let noted = RecentFile {
            path: path.to_path_buf(),
            title: document.name(),
            role: audit.map(|a| a.role.clone()).filter(|r| !r.is_empty()),
            last_audit: audit.map(|a| self.words.local_day(a.date())),
            balance,
            opened: self.system.now(),
            extra: serde_json::Map::new(),
            missing: false,
        };
        self.recent.note(noted.clone());
        self.change_recent(move |fs, list| RecentFiles::note_in(fs, list, noted));
    }

    pub(super) fn forget(&mut self, path: &Path) {
        self.recent.forget(path);
        let path = path.to_path_buf();
        self.change_recent(move |fs, list| RecentFiles::forget_in(fs, list, &path));
    }

    /// Sends the list of recent files back to the window after a change on the disk.
    fn recent_changed(&self) -> Reply<RecentFiles> {
        self.tasks.reply(|app: &mut Self, _, list| app.recent.renew(list))
    }

    /// Changes the list on the disk, which windows share, and then takes that list over.
    fn change_recent(
        &self,
        change: impl FnOnce(&dyn FileSystem, &Path) -> Result<RecentFiles, DiskError> + Send + 'static,
    ) {
        let (Some(folders), Some(errands)) = (&self.folders, &self.errands) else { return };
        let (fs, file, reply) = (Arc::clone(&self.fs), folders.recent_file(), self.recent_changed());
        errands.run(move || match change(&*fs, &file) {
            Ok(list) => reply.send(list),
            Err(error) => log::warn!("{error:?}"),
        });
    }
}
