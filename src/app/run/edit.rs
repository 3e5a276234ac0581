//! Changing the profile.

use crate::app::App;
use crate::app::system::System;
use crate::document::Document;
use crate::profile::{Edit, EditError, Profile};
use crate::{message, t};

impl App {
    /// Makes a change; true when it was made. A change that would exceed a limit is not made, and the person is told.
    pub(super) fn edit(&mut self, edit: Edit) -> bool {
        // Pins and hours can be set before there is an audit.
        if matches!(edit, Edit::SetPin(..) | Edit::SetHours(..)) {
            self.begin_profile();
        }
        let Some(document) = &mut self.document else { return false };
        let refused = document.edit(edit).err();
        match &refused {
            Some(error) if error.is_limit() => self.tell(message::no_room(&self.words, error)),
            Some(error) => log::error!("an edit does not fit: {error}"),
            None => self.write_journal(),
        }
        refused.is_none()
    }

    /// Whether something can be begun. If its end would not fit into the profile, the person is told now.
    pub(super) fn has_room(&mut self, room: impl FnOnce(&Document) -> Result<(), EditError>) -> bool {
        let missing = self.document.as_ref().and_then(|document| room(document).err());
        if let Some(error) = &missing {
            self.tell(message::no_room(&self.words, error));
        }
        missing.is_none()
    }

    /// A document to write into, also before the first audit.
    pub(super) fn begin_profile(&mut self) {
        if self.document.is_none() {
            let profile = Profile::new(new_id(&*self.system).into());
            self.document = Some(Document::new(profile, t!(self.words, "new-profile-title")));
        }
    }
}

/// A new unique id.
pub(super) fn new_id(system: &dyn System) -> String {
    uuid::Builder::from_random_bytes(system.chance()).into_uuid().to_string()
}
