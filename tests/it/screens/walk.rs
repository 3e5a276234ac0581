//! A walk through all that the window can show, in the language for tests: whoever takes it looks at each screen in turn.

use std::sync::Arc;

use egui::Key;
use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use evenkeel::app::command::{
    AuditCommand, Command, FileCommand, GuidePage, Kept, NewAudit, NewPlan, NewRole, NewTrial, PlanCommand,
    ReportCommand, ReportPage, RoleCommand, SaveCommand, Screen, SettingsCommand, WindowCommand,
};
use evenkeel::instrument::{Question, part_questions};
use evenkeel::profile::{Aim, Edit, Form, Part, PlanEdit, PlanText, Profile};
use evenkeel::pseudo;
use evenkeel::tracks::CURRENT;

use super::home::{usual, with_orphan};
use crate::report::{without_plans, worked_example};
use crate::support::window::{Setup, Window, put};
use crate::support::{others, sample};

/// How windows are opened, and what is done at each screen; the second value of `look` names the screen.
pub struct Walk<'a> {
    pub setup: &'a dyn Fn() -> Setup,
    pub look: &'a mut dyn FnMut(&mut Window, &str),
}

/// The same with one word wherever the person wrote something about a plan.
fn in_one_word(mut profile: Profile) -> Profile {
    let word = || "Sample".to_owned();
    for plan in &mut profile.plans {
        let plan = Arc::make_mut(plan);
        for text in [&mut plan.reason, &mut plan.cue, &mut plan.deed, &mut plan.obstacle, &mut plan.instead] {
            *text = word();
        }
        plan.goal.values_mut().for_each(|text| *text = word());
        (plan.outcome.words, plan.outcome.colleague_words) = (word(), word());
        plan.ended.iter_mut().for_each(|ended| ended.words = word());
    }
    for note in &mut profile.notes {
        let note = Arc::make_mut(note);
        for text in [&mut note.occasion, &mut note.did, &mut note.came_of_it, &mut note.seen_by] {
            *text = word();
        }
    }
    profile
}

/// A label in the language for tests.
pub fn said(english: &str) -> String {
    pseudo::text(english)
}

impl Walk<'_> {
    /// All of it.
    pub fn all(&mut self) {
        self.home();
        self.audit();
        self.result();
        self.other_results();
        self.tracks();
        self.own_roles();
        self.history();
        self.others();
        self.plan();
        self.rest();
        self.files();
        self.answers();
        self.after_a_crash();
    }

    fn open(&self) -> Setup {
        (self.setup)().setting("language", pseudo::LANGUAGE)
    }

    fn with(&self, profile: &Profile) -> Window {
        self.open().profile("me.evenkeel", profile).open()
    }

    fn see(&mut self, window: &mut Window, what: &str) {
        (self.look)(window, what);
    }

    fn home(&mut self) {
        let mut window = self.open().open();
        self.see(&mut window, "home, first");
        let mut window =
            usual(with_orphan(self.open(), "Anna", Some("risk-mitigation-1"), "2026-11-19T12:00:00Z")).open();
        self.see(&mut window, "home, files");
    }

    fn audit(&mut self) {
        let mut window = self.open().open();
        window.ask(Command::Audit(AuditCommand::SetUp(Form::Quick)));
        self.see(&mut window, "set-up");
        let parts = Part::ALL[1..].to_vec();
        let new = NewAudit { form: Form::Quick, parts, role: String::new(), person: String::new(), fresh: false };
        window.ask(Command::Audit(AuditCommand::Start(new)));
        let instrument = window.app().instrument().clone();
        let audit = window.app().document().unwrap().profile().latest().unwrap().clone();
        for part in Part::ALL {
            for question in evenkeel::instrument::part_questions(&instrument, &audit, part) {
                // Questions on what one does differ in their sentence alone.
                let alike = part == Part::Behaviour && question != Question::Item(audit.order[0].clone());
                if !alike {
                    let what = format!("question {question}");
                    window.ask(Command::Audit(AuditCommand::Ask(question)));
                    self.see(&mut window, &what);
                }
            }
        }
        window.key(Key::Num1);
        self.see(&mut window, "question, answered");
        window.ask(Command::Audit(AuditCommand::Review));
        self.see(&mut window, "review");
        let behaviour = part_questions(&instrument, &audit, Part::Behaviour).len();
        let first = Question::Item(audit.order[0].clone());
        window.ask(Command::Audit(AuditCommand::Ask(first)));
        for _ in 0..behaviour {
            window.key(Key::Num4);
            window.key(Key::ArrowRight);
        }
        self.see(&mut window, "between two parts");
        window.ask(Command::Audit(AuditCommand::Review));
        window.ask(Command::Audit(AuditCommand::AskOpen(Some(Part::Signs))));
        self.see(&mut window, "the open questions alone");
        window.ask(Command::Window(WindowCommand::ShowKeys));
        self.see(&mut window, "all keys");
        window.key(Key::Escape);
        window.ask(Command::Audit(AuditCommand::AskNames(audit.id.clone())));
        self.see(&mut window, "role and name");
        window.key(Key::Escape);
        let mut window = self.with(&sample::sample());
        window.ask(Command::Audit(AuditCommand::Review));
        self.see(&mut window, "review, answered");
        window.press_if(&said("The numbers"));
        self.see(&mut window, "review, its numbers");
    }

    fn result(&mut self) {
        let mut window = self.with(&sample::sample());
        self.see(&mut window, "result");
        for view in ["Radar", "Dots", "Table"] {
            let label = format!(": {}", said(view));
            if window.press_like_if(&label) {
                window.press_if(&said("Earlier audit"));
                self.see(&mut window, &format!("result, {view}"));
            }
        }
        if window.press_if(&said("Show as table")) {
            window.press_if(&said("Earlier audit"));
            self.see(&mut window, "result, as table");
        }
        let combo = window.query_all_by_role(Role::ComboBox).next().unwrap();
        combo.click_accesskit();
        window.settle();
        self.see(&mut window, "result, which audit");
        window.key(Key::Escape);
        window.ask(Command::Report(ReportCommand::Show));
        self.see(&mut window, "preview");
    }

    fn other_results(&mut self) {
        let mut window = self.with(&sample::only(["3....", "", "", "", "", "", "", ""]));
        self.see(&mut window, "result of almost nothing");
        let mut window = self.with(&sample::only(["55555"; 8]));
        self.see(&mut window, "result of fives");
        let mut foreign = sample::sample();
        foreign.audits.iter_mut().for_each(|audit| std::sync::Arc::make_mut(audit).instrument.version = 99);
        let mut window = self.with(&foreign);
        self.see(&mut window, "remarks on a file");
        window.key(Key::Escape);
        window.ask(Command::GoTo(Screen::Result));
        self.see(&mut window, "result of other questions");
    }

    fn tracks(&mut self) {
        let mut window = self.open().open();
        window.ask(Command::GoTo(Screen::Tracks));
        self.see(&mut window, "tracks, without an audit");
        let mut window = self.with(&worked_example());
        window.ask(Command::GoTo(Screen::Tracks));
        self.see(&mut window, "tracks");
        let roles: Vec<_> = window.app().explorer().candidates.iter().map(|it| it.role.id.clone()).collect();
        for role in &roles {
            window.ask(Command::Role(RoleCommand::Show(role.clone())));
            self.see(&mut window, &format!("tracks, {role}"));
        }
        window.press_if(&said("What if…"));
        self.see(&mut window, "tracks, what if");
        if window.press_if(&said("Compare")) {
            self.see(&mut window, "tracks, compare one");
            for name in ["Team manager", "Project manager"] {
                window.press_if(&said("Add a role"));
                window.press_if(&said(name));
            }
            self.see(&mut window, "tracks, compare");
        }
        let mut window = self.with(&worked_example());
        window.ask(Command::GoTo(Screen::Tracks));
        window.press_like(&said("Map"));
        self.see(&mut window, "tracks, map");
    }

    fn history(&mut self) {
        let mut window = self.with(&sample::story());
        window.ask(Command::GoTo(Screen::History));
        self.see(&mut window, "history");
        // Its name stands in the list of audits as well.
        let facet = said("Conflict navigation");
        let is_it = |name: Option<String>| name.is_some_and(|name| name.contains(&facet));
        let chart = window.query_all_by_role(Role::RadioButton).find(|chart| is_it(chart.accesskit_node().label()));
        chart.unwrap().click_accesskit();
        window.settle();
        self.see(&mut window, "history, one facet");
        window.press_like_if(&said("Ask this facet again"));
        self.see(&mut window, "history, asked again");
        window.ask(Command::Audit(AuditCommand::Review));
        self.see(&mut window, "history, asked again, review");
        window.ask(Command::GoTo(Screen::History));
        self.see(&mut window, "history, under way");
        let audits = window.app().document().unwrap().profile().audits.clone();
        window.ask(Command::Audit(AuditCommand::AskPutAway(audits.last().unwrap().id.clone())));
        self.see(&mut window, "history, put away");
        window.key(Key::Escape);
        window.ask(Command::Audit(AuditCommand::AskDelete(audits[0].id.clone())));
        self.see(&mut window, "history, delete");
        window.key(Key::Escape);
    }

    fn others(&mut self) {
        let mut window = self.with(&sample::sample());
        window.ask(Command::GoTo(Screen::Others));
        self.see(&mut window, "others, explained");
        let path = others::file_in_one_word(window.folder(), 7);
        window.ask(Command::File(FileCommand::OpenPath(path)));
        self.see(&mut window, "others");
        window.press_if(&said("As a table"));
        self.see(&mut window, "others, as a table");
        window.ask(Command::Report(ReportCommand::ShowPlan(ReportPage::Others)));
        self.see(&mut window, "others, as they print");
        window.ask(Command::Report(ReportCommand::Leave));
        window.ask(Command::GoTo(Screen::Plan));
        self.see(&mut window, "plan, with what others see");
        window.ask(Command::File(FileCommand::OpenOthers));
        self.see(&mut window, "a merged result to open");
        let mut window = self.open().open();
        let path = others::file_in_one_word(window.folder(), 7);
        window.ask(Command::File(FileCommand::OpenPath(path)));
        self.see(&mut window, "others, without a profile");
    }

    fn plan(&mut self) {
        let mut window = self.open().open();
        window.ask(Command::GoTo(Screen::Plan));
        self.see(&mut window, "plan, without an audit");
        let mut window = self.with(&without_plans());
        window.ask(Command::GoTo(Screen::Plan));
        self.see(&mut window, "plan, to choose");
        let facet = "resource-allocation".into();
        let new = NewPlan { facet, aim: Aim::Build, reason: String::new() };
        window.ask(Command::Plan(PlanCommand::Draft(new)));
        self.see(&mut window, "plan, exercises");
        window.press_like_if(&said("Ask before anyone starts"));
        self.see(&mut window, "plan, an exercise");
        window.press_like_if(&said("Take this one"));
        self.see(&mut window, "plan, a draft");
        window.press_if(&said("Change…"));
        window.press_if(&said("Fill in examples"));
        window.press_if(&said("Show it"));
        self.see(&mut window, "plan, its fields");
        self.plan_under_way();
        self.trial();
    }

    fn trial(&mut self) {
        let mut window = self.with(&worked_example());
        let try_it =
            || Command::Plan(PlanCommand::Try(NewTrial { trial: "mentor-one-person".into(), role: "mentor".into() }));
        window.ask(try_it());
        self.see(&mut window, "a trial, beside a plan");
        window.key(Key::Escape);
        let mut window = self.with(&without_plans());
        window.ask(try_it());
        self.see(&mut window, "a trial, a draft");
        window.key(Key::Num4);
        self.see(&mut window, "a trial, expected");
        window.ask(Command::Plan(PlanCommand::Begin));
        self.see(&mut window, "a trial, under way");
        window.ask(Command::Plan(PlanCommand::Review));
        self.see(&mut window, "a trial, its review");
        window.key(Key::Num2);
        window.ask(Command::Plan(PlanCommand::Change(PlanEdit::SetText(PlanText::Surprise, "Sample".to_owned()))));
        window.ask(Command::Plan(PlanCommand::Change(PlanEdit::SetText(PlanText::Words, "Sample".to_owned()))));
        self.see(&mut window, "a trial, its review answered");
        window.press_if(&said("Stop here"));
        self.see(&mut window, "a trial, ended");
    }

    fn plan_under_way(&mut self) {
        let mut window = self.with(&in_one_word(worked_example()));
        window.ask(Command::GoTo(Screen::Plan));
        self.see(&mut window, "plan, under way");
        let plan = window.app().document().unwrap().profile().current_plan().unwrap().clone();
        window.ask(Command::Plan(PlanCommand::Count(plan.start)));
        self.see(&mut window, "plan, a week");
        for part in ["Change the sentence…", "Card for a colleague", "Add a note…", "End the plan…"] {
            window.press_if(&said(part));
            self.see(&mut window, part);
            window.key(Key::Escape);
        }
        window.ask(Command::Plan(PlanCommand::Review));
        self.see(&mut window, "plan, review");
        window.ask(Command::Plan(PlanCommand::Recheck));
        self.see(&mut window, "plan, questions again");
        for page in [ReportPage::Plan, ReportPage::Card, ReportPage::Cards, ReportPage::Notes] {
            window.ask(Command::Report(ReportCommand::ShowPlan(page)));
            self.see(&mut window, "plan, as it prints");
            window.ask(Command::Report(ReportCommand::Leave));
        }
    }

    fn own_roles(&mut self) {
        let mut window = self.with(&worked_example());
        window.ask(Command::GoTo(Screen::Tracks));
        window.ask(Command::Role(RoleCommand::Add(NewRole::Copy(CURRENT.into()))));
        self.see(&mut window, "tracks, own");
        let text = "1. 2 3 4\n2. 5 6 7".to_owned();
        window.ask(Command::Role(RoleCommand::Add(NewRole::FromAd { name: String::new(), text })));
        self.see(&mut window, "tracks, own from an ad");
        let own = window.app().document().unwrap().profile().roles[0].id.clone();
        window.ask(Command::Role(RoleCommand::AskRemove(own)));
        self.see(&mut window, "remove a role");
    }

    fn rest(&mut self) {
        let mut window = self.with(&sample::sample());
        for page in GuidePage::ALL {
            window.ask(Command::GoTo(Screen::Guide(page)));
            self.see(&mut window, &format!("guide, {page:?}"));
        }
        window.ask(Command::GoTo(Screen::Settings));
        self.see(&mut window, "settings");
        window.ask(Command::GoTo(Screen::Licences));
        self.see(&mut window, "licences");
        window.ask(Command::GoTo(Screen::Home));
        for (dialog, what) in [
            (Command::Role(RoleCommand::AskAd(None)), "a job ad"),
            (Command::Settings(SettingsCommand::AskDelete(Kept::Recovery)), "delete recovery"),
            (Command::Settings(SettingsCommand::AskDelete(Kept::Backups)), "delete backups"),
            (Command::Settings(SettingsCommand::AskDelete(Kept::Prints)), "delete prints"),
            (Command::Settings(SettingsCommand::AskDelete(Kept::Settings)), "delete settings"),
            (Command::File(FileCommand::OpenPath("/nowhere/at.evenkeel".into())), "nothing to open"),
            (Command::File(FileCommand::Open), "a path to open"),
            (Command::Save(SaveCommand::As), "a path to save"),
            (Command::File(FileCommand::Export), "a path to export"),
            (Command::Edit(Edit::SetPerson("Ann".to_owned())), "an edit"),
            (Command::File(FileCommand::New), "unsaved changes"),
        ] {
            window.ask(dialog);
            self.see(&mut window, what);
            window.key(Key::Escape);
        }
    }

    #[expect(clippy::disallowed_methods, reason = "a person takes a file away")]
    fn files(&mut self) {
        let setup = self.open();
        let home = setup.home();
        let path = setup.file("me.evenkeel", &sample::sample());
        let mut window = setup.path(path.clone()).open();
        let mut second = self.open().at(home).path(path.clone()).open();
        self.see(&mut second, "open in another window");
        second.key(Key::Escape);
        second.ask(Command::File(FileCommand::OpenReadOnly(path.clone())));
        self.see(&mut second, "read-only");
        second.ask(Command::Save(SaveCommand::To(path.clone(), None)));
        self.see(&mut second, "to be saved where another window is");
        let changed = std::fs::read_to_string(&path).unwrap().replace("\"person\": \"\"", "\"person\": \"Ann\"");
        put(&path, changed.as_bytes());
        window.ask(Command::Edit(Edit::SetPerson("Ann".to_owned())));
        window.ask(Command::Save(SaveCommand::Now));
        self.see(&mut window, "changed by another program");
        window.key(Key::Escape);
        std::fs::remove_file(&path).unwrap();
        window.ask(Command::Save(SaveCommand::Now));
        self.see(&mut window, "gone");
        window.key(Key::Escape);
        let there = window.folder().join("there.evenkeel");
        put(&there, b"1");
        window.ask(Command::Save(SaveCommand::To(there, None)));
        self.see(&mut window, "there already");
        window.key(Key::Escape);
        window.ask(Command::Save(SaveCommand::To("/nowhere/at.evenkeel".into(), None)));
        self.see(&mut window, "nowhere to save");
        window.key(Key::Escape);
        for (name, contents) in [
            ("empty", ""),
            ("broken", "{"),
            ("other", "{}"),
            ("newer", r#"{"format":"evenkeel-profile","version":99,"min_reader":99}"#),
            ("odd", r#"{"format":"evenkeel-profile","version":1,"min_reader":1,"id":5}"#),
        ] {
            let path = window.folder().join(format!("{name}.evenkeel"));
            put(&path, contents.as_bytes());
            window.ask(Command::Save(SaveCommand::DiscardThen(Box::new(Command::File(FileCommand::OpenPath(path))))));
            self.see(&mut window, &format!("a file that cannot be read, {name}"));
            window.key(Key::Escape);
        }
    }

    fn answers(&mut self) {
        let setup = self.open();
        let path = setup.folder().join("1.csv");
        put(&path, b"Item;Answer;Seconds\r\nrisk-mitigation-2;4,0;5,5\r\nrisk-mitigation-1;n/a;\r\n");
        let mut window = setup.path(path).open();
        self.see(&mut window, "a table of answers");
        window.key(Key::Escape);
        let path = window.folder().join("2.csv");
        put(&path, b"Item;Answer\r\nrisk-mitigation-2;9\r\n1;3\r\n");
        window.ask(Command::File(FileCommand::OpenPath(path)));
        self.see(&mut window, "a wrong table of answers");
    }

    fn after_a_crash(&mut self) {
        let setup = self.open();
        let file = setup.folders().crash_file();
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        put(&file, b"1 2 3");
        let mut window = setup.open();
        self.see(&mut window, "after a crash");
    }
}

impl Window {
    fn press_like_if(&mut self, part: &str) -> bool {
        let there = self.shows(part);
        if there {
            self.press_like(part);
        }
        there
    }

    /// Presses what has this label, where there is something.
    fn press_if(&mut self, label: &str) -> bool {
        let there = self.query_all_by_label(label).next().is_some();
        if there {
            self.press(label);
        }
        there
    }
}
