//! A movement of the mouse draws a frame, and a frame makes nothing anew: no score, no words, no chart. What a frame holds follows
//! from what is shown, not from how many audits there are.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Key, Pos2, pos2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use evenkeel::app::command::{FileCommand, NewPlan, NewTrial, PlanCommand};
use evenkeel::app::explorer::WhatIf;
use evenkeel::app::{AuditCommand, Command, GuidePage, NewAudit, ReportCommand, RoleCommand, Screen};
use evenkeel::instrument::{KnownFacet, part_questions, questions};
use evenkeel::profile::{AdLine, Aim, Audit, AuditId, CustomRole, Edit, Extra, Form, Part, Profile};
use evenkeel::tally::{self, Counted};
use jiff::{Timestamp, ToSpan as _};

use crate::support::sample::mockup;
use crate::support::window::{Setup, Window};
use crate::support::{instrument, others};

/// Movements of the mouse.
const MOVES: u16 = 50;

/// A profile of so many audits, a day between each two, all but the last with few answers; and with a role of one's own from an ad.
fn many(audits: usize) -> Profile {
    let instrument = instrument();
    let mut profile = Profile::new("00000000-0000-4000-8000-000000000000".into());
    let first: Timestamp = "2020-01-01T12:00:00Z".parse().unwrap();
    let item = &instrument.facets[0].items[0];
    for n in 0..audits - 1 {
        let at = first + (24 * i64::try_from(n).unwrap()).hours();
        let mut audit = Audit::blank(instrument.reference(), Form::Quick);
        audit.id = AuditId::from(format!("00000000-0000-4000-8000-{n:012}"));
        (audit.started, audit.finished) = (at, Some(at));
        audit.answers.items.insert(item.clone(), crate::support::rated(3));
        profile.audits.push(Arc::new(audit));
    }
    let mut last = mockup(&instrument);
    last.id = "00000000-0000-4000-8000-ffffffffffff".into();
    profile.audits.push(Arc::new(last));
    let line = |text: &str| AdLine { text: text.to_owned(), facet: None, extra: Extra::new() };
    let ad = vec![line("You plan the shifts and keep the rota filled."), line("Free coffee.")];
    profile.roles.push(Arc::new(CustomRole { ad, ..CustomRole::empty(OWN.into(), "Head of the depot".to_owned()) }));
    profile
}

const OWN: &str = "00000000-0000-4000-8000-00000000000a";

fn open(audits: usize) -> Window {
    Setup::default().profile("me.evenkeel", &many(audits)).open()
}

type Way = fn(&mut Window);

/// Every place of the window, with the way to it.
#[expect(clippy::too_many_lines, reason = "a table of places")]
fn places() -> Vec<(&'static str, Way)> {
    fn ask(window: &mut Window, commands: impl IntoIterator<Item = Command>) {
        commands.into_iter().for_each(|command| window.ask(command));
    }
    fn question(window: &mut Window, part: Part) {
        let audit = window.app().document().unwrap().profile().latest().unwrap().clone();
        let first = part_questions(&window.app().instrument(), &audit, part).swap_remove(0);
        window.ask(Command::Audit(AuditCommand::Ask(first)));
    }
    vec![
        ("home", |w| ask(w, [Command::GoTo(Screen::Home)])),
        ("home, an audit under way", |w| {
            ask(w, [Command::Audit(AuditCommand::Start(new_audit())), Command::GoTo(Screen::Home)]);
        }),
        ("set-up", |w| ask(w, [Command::Audit(AuditCommand::SetUp(Form::Full))])),
        ("behaviour", |w| question(w, Part::Behaviour)),
        ("situations", |w| question(w, Part::Situations)),
        ("role", |w| question(w, Part::Role)),
        ("energy", |w| question(w, Part::Energy)),
        ("signs", |w| question(w, Part::Signs)),
        ("review", |w| ask(w, [Command::Audit(AuditCommand::Review)])),
        ("result", |_| {}),
        ("result with an earlier audit", |w| w.press("Earlier audit")),
        ("result, earlier audits to choose from", |w| {
            w.press("Earlier audit");
            w.press("Which earlier audit");
        }),
        ("result as a table", |w| w.press("Show as table")),
        ("result, something to undo", |w| ask(w, [Command::Edit(Edit::SetPerson("Ana".to_owned()))])),
        ("tracks", |w| ask(w, [Command::GoTo(Screen::Tracks)])),
        ("tracks on a map", |w| {
            ask(w, [Command::GoTo(Screen::Tracks)]);
            w.press("Roles as: Map");
        }),
        ("tracks, roles compared", |w| {
            ask(w, [Command::GoTo(Screen::Tracks)]);
            w.press("Compare");
        }),
        ("tracks, something supposed", |w| {
            let mut what_if = WhatIf::default();
            what_if.means[KnownFacet::ResourceAllocation] = Some(4.5);
            ask(w, [Command::GoTo(Screen::Tracks), Command::Role(RoleCommand::Suppose(Box::new(what_if)))]);
        }),
        ("tracks, a role of one's own", |w| {
            ask(w, [Command::GoTo(Screen::Tracks), Command::Role(RoleCommand::Show(OWN.into()))]);
        }),
        ("history", |w| ask(w, [Command::GoTo(Screen::History)])),
        ("others", |w| {
            let path = others::file(w.folder(), 8);
            ask(w, [Command::File(FileCommand::OpenPath(path))]);
        }),
        ("others, as a table", |w| {
            let path = others::file(w.folder(), 8);
            ask(w, [Command::File(FileCommand::OpenPath(path))]);
            w.press("As a table");
        }),
        ("others, explained", |w| ask(w, [Command::GoTo(Screen::Others)])),
        ("plan, with what others see", |w| {
            let path = others::file(w.folder(), 8);
            ask(w, [Command::File(FileCommand::OpenPath(path)), Command::GoTo(Screen::Plan)]);
        }),
        ("plan, to choose", |w| ask(w, [Command::GoTo(Screen::Plan)])),
        ("plan, a draft", |w| {
            let new = NewPlan { facet: "resource-allocation".into(), aim: Aim::Build, reason: String::new() };
            ask(w, [Command::GoTo(Screen::Plan), Command::Plan(PlanCommand::Draft(new))]);
        }),
        ("plan, a trial", |w| {
            let new = NewTrial { trial: "mentor-one-person".into(), role: "mentor".into() };
            ask(w, [Command::Plan(PlanCommand::Try(new))]);
        }),
        ("plan, a trial under way", |w| {
            let new = NewTrial { trial: "mentor-one-person".into(), role: "mentor".into() };
            ask(w, [Command::Plan(PlanCommand::Try(new)), Command::Plan(PlanCommand::Begin)]);
        }),
        ("plan, a trial looked back on", |w| {
            let new = NewTrial { trial: "mentor-one-person".into(), role: "mentor".into() };
            ask(w, [Command::Plan(PlanCommand::Try(new)), Command::Plan(PlanCommand::Begin)]);
            ask(w, [Command::Plan(PlanCommand::Review)]);
        }),
        ("print", |w| ask(w, [Command::Report(ReportCommand::Show)])),
        ("print, earlier audits to choose from", |w| {
            ask(w, [Command::Report(ReportCommand::Show)]);
            w.get_by_role_and_label(Role::ComboBox, "Earlier audit on the radar").click_accesskit();
            w.settle();
        }),
        ("guide, facets", |w| ask(w, [Command::GoTo(Screen::Guide(GuidePage::Sides))])),
        ("guide, radar", |w| ask(w, [Command::GoTo(Screen::Guide(GuidePage::Radar))])),
        ("guide, numbers", |w| ask(w, [Command::GoTo(Screen::Guide(GuidePage::Numbers))])),
        ("settings", |w| ask(w, [Command::GoTo(Screen::Settings)])),
        ("licences", |w| ask(w, [Command::GoTo(Screen::Licences)])),
    ]
}

fn new_audit() -> NewAudit {
    NewAudit { form: Form::Full, parts: Part::ALL.into(), role: String::new(), person: String::new(), fresh: false }
}

/// Moves the mouse over the whole window, a frame for each place.
fn move_about(window: &mut Window) {
    for i in 0..MOVES {
        window.hover_at(place(i));
        window.step();
    }
}

fn place(i: u16) -> Pos2 {
    pos2(f32::from((i * 37) % 1280), f32::from((i * 131) % 800))
}

/// Where all places of the mouse make cards and tips that differ, none of them is shown at last.
fn move_away(window: &mut Window) {
    window.hover_at(pos2(1279.0, 799.0));
    window.settle();
}

#[test]
#[cfg(debug_assertions)]
fn nothing_is_made_anew_while_the_mouse_moves() {
    for (name, go) in places() {
        let mut window = open(3);
        go(&mut window);
        move_about(&mut window);
        let before = tally::counts();
        move_about(&mut window);
        let made: Vec<(Counted, u64)> = Counted::ALL
            .into_iter()
            .zip(tally::counts().into_iter().zip(before).map(|(now, then)| now - then))
            .collect();
        assert!(made.iter().all(|(_, times)| *times == 0), "{name}: {made:?} in {MOVES} frames");
    }
}

/// What a frame holds: shapes to paint, and what a screen reader finds.
fn held(window: &Window) -> (usize, usize) {
    (window.output().shapes.len(), window.root().children_recursive().count())
}

#[test]
fn a_frame_is_no_larger_with_two_thousand_audits() {
    // More than the lists show at once, since those are longer with more audits until they are full.
    // One is begun on the way to a place.
    let (few, all) = (many(20), many(1999));
    // The charts of the history hold as many points as they ever show.
    let full = many(evenkeel::figures::trend::MOST + 1700);
    for (name, go) in places() {
        let few = if name == "history" { &full } else { &few };
        let [few, all] = [few, &all].map(|profile| {
            let mut window = Setup::default().profile("me.evenkeel", profile).open();
            go(&mut window);
            move_away(&mut window);
            held(&window)
        });
        assert_eq!(few, all, "{name}: shapes, and nodes of the access tree");
    }
}

#[test]
fn an_answer_makes_only_what_follows_from_it() {
    let mut window = open(3);
    let audit = window.app().document().unwrap().profile().latest().unwrap().clone();
    let first = questions(&window.app().instrument(), &audit).swap_remove(0);
    window.ask(Command::Audit(AuditCommand::Ask(first)));
    let before = tally::counts();
    window.key(Key::Num5);
    let scored = tally::counts()[Counted::Scores as usize] - before[Counted::Scores as usize];
    assert!(scored <= 1, "the audit was scored {scored} times for one answer");
}

#[test]
fn any_of_two_thousand_audits_is_chosen_by_keyboard() {
    let mut window = open(2000);
    window.press("Earlier audit");
    window.press("Which earlier audit");
    let rows = || window.query_all_by_role(Role::ListBoxOption).count();
    assert!((8..=12).contains(&rows()), "{} rows are made", rows());
    assert!(window.has("21 Jun 2025"), "the newest stands first");
    window.key(Key::ArrowDown);
    window.key(Key::PageDown);
    window.key(Key::End);
    assert!(window.has("1 Jan 2020"), "the oldest came into sight");
    window.key(Key::ArrowUp);
    window.key(Key::Enter);
    let shown = window.get_by_role_and_label(Role::ComboBox, "Which earlier audit").accesskit_node().value();
    assert_eq!(shown.as_deref(), Some("2 Jan 2020"));
    assert_eq!(window.query_all_by_role(Role::ListBoxOption).count(), 0, "the list is closed");
    // Esc leaves it as it was.
    window.key(Key::Enter);
    window.key(Key::Home);
    window.key(Key::Escape);
    let shown = window.get_by_role_and_label(Role::ComboBox, "Which earlier audit").accesskit_node().value();
    assert_eq!(shown.as_deref(), Some("2 Jan 2020"));
}
