//! Commands on tables of answers.

use jiff::Timestamp;

use super::audit::new_id;
use crate::answers::{self, New};
use crate::app::App;
use crate::app::command::FromAnswers;
use crate::app::files::file_stem;
use crate::document::Document;
use crate::message::file_name;
use crate::t;

impl App {
    /// A new profile of these answers, which no file holds yet.
    pub(super) fn take_answers(&mut self, from: FromAnswers) {
        let [a, b, c, d, ..] = self.system.chance();
        let now = self.system.now();
        let new = New {
            profile: new_id(&*self.system).into(),
            audit: new_id(&*self.system).into(),
            seed: u32::from_be_bytes([a, b, c, d]),
            at: Timestamp::from_second(now.as_second()).unwrap_or(now),
            role: from.role.trim().to_owned(),
            person: from.person.trim().to_owned(),
        };
        let profile = answers::profile(self.instruments.newest(), *from.table, new);
        self.put_away();
        self.document = Some(Document::made(profile, file_stem(&from.path)));
        self.go_to_position(None);
        self.write_journal();
        self.toasts.say(t!(self.words, "answers-made", file = file_name(&from.path)));
    }
}
