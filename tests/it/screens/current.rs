//! Which audit the window is about: chosen by the person, never one that cannot be scored, never a single facet.

use std::sync::Arc;

use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use evenkeel::app::{AuditCommand, Command, FileCommand, Screen};
use evenkeel::instrument::Question;
use evenkeel::profile::{Audit, AuditId, FacetId, Profile, Scope};

use crate::support::sample::{earlier, mockup, profile};
use crate::support::window::{Setup, Window};
use crate::support::{instrument, version_1};

fn open(profile: &Profile) -> Window {
    Setup::default().profile("Sample profile.evenkeel", profile).open()
}

/// An earlier audit of February, and the sample of November.
fn two() -> (Audit, Audit) {
    let instrument = instrument();
    (earlier(&instrument, 1, "2026-02-12T12:00:00Z"), mockup(&instrument))
}

/// The audit that the result is about, as the window says it.
fn shown(window: &Window) -> Option<AuditId> {
    let chosen = window.query_by_role_and_label(Role::ComboBox, "Which audit")?;
    let day = chosen.accesskit_node().value().unwrap();
    let profile = window.app().document().unwrap().profile();
    let found =
        profile.audits.iter().find(|audit| day.ends_with(&evenkeel::words::Words::english().date(audit.date())));
    found.map(|audit| audit.id.clone())
}

#[test]
fn an_older_audit_can_be_looked_at() {
    let (old, new) = two();
    let mut window = open(&profile([old.clone(), new.clone()]));
    assert_eq!((window.app().screen(), shown(&window)), (Screen::Result, Some(new.id.clone())));
    assert!(window.has("Earlier audit · 12 Feb 2026"));
    window.ask(Command::Audit(AuditCommand::LookAt(old.id.clone())));
    assert_eq!(shown(&window), Some(old.id));
    assert!(!window.has("Earlier audit · 12 Feb 2026"), "an audit is not laid over itself, nor a later one over it");
    // A new audit takes its place, and goes on to be the one that is looked at.
    window.ask(Command::Audit(AuditCommand::LookAt(new.id)));
    assert!(window.has("Earlier audit · 12 Feb 2026"));
}

/// With one audit there is nothing to choose.
#[test]
fn one_audit_leaves_nothing_to_choose() {
    let window = open(&profile([two().1]));
    assert!(window.has("Team lead, logistics · 19 Nov 2026") && !window.has("Which audit"));
}

/// Its items have other meanings: no score, no chart, no table of this program may be made of it.
#[test]
fn what_was_asked_with_other_questions_is_kept_and_never_scored() {
    let (old, mut foreign) = two();
    foreign.instrument.version = 9;
    let whole = profile([old.clone(), foreign.clone()]);
    let mut window = open(&whole);
    assert!(window.shows("An audit with another instrument: evenkeel, version 9"));
    window.press("Close");
    assert!(window.shows("12 Feb 2026") && !window.shows("19 Nov 2026"));
    assert_eq!(**window.app().document().unwrap().profile(), whole, "it is kept");
    let table = window.folder().join("scores.csv");
    window.ask(Command::File(FileCommand::ExportTo(table.clone())));
    window.settle();
    let rows = std::fs::read_to_string(table).unwrap();
    assert!(rows.contains(old.id.as_str()) && !rows.contains(foreign.id.as_str()), "{rows}");
}

/// Its words and its scores are those of the questions that were answered, and nothing is laid over it that asked otherwise.
#[test]
fn what_the_first_version_asked_is_shown_in_its_words_and_compared_with_nothing_else() {
    let old = earlier(&version_1(), 1, "2026-02-12T12:00:00Z");
    let first = mockup(&version_1());
    let mut window = open(&profile([old.clone(), first.clone()]));
    assert!(window.has("Earlier audit · 12 Feb 2026"), "both were asked the same");
    assert!(window.shows("This audit was answered with version 1 of the questions"));
    assert!(!window.shows("asked differently"));
    let text = version_1().texts.item(&"risk-mitigation-2".into()).to_owned();
    window.ask(Command::Audit(AuditCommand::Ask(Question::Item("risk-mitigation-2".into()))));
    assert!(window.shows(&text), "it can be answered again in its own words");

    let (_, new) = two();
    let mut window = open(&profile([old.clone(), new.clone()]));
    assert!(!window.has("Earlier audit · 12 Feb 2026") && window.shows("An earlier audit was asked differently"));
    assert!(!window.shows("version 1 of the questions"));
    window.ask(Command::Audit(AuditCommand::LookAt(old.id.clone())));
    assert_eq!(shown(&window), Some(old.id));
    assert!(!window.shows("asked differently"), "nothing was before it");
}

#[test]
fn only_audits_of_other_questions_are_no_result() {
    let mut foreign = two().1;
    foreign.instrument.id = "other".to_owned();
    let mut window = open(&profile([foreign]));
    window.press("Close");
    assert_eq!(window.app().screen(), Screen::Home);
    window.ask(Command::GoTo(Screen::Result));
    assert!(window.has("The audit in this profile asks other questions"), "what happened");
    assert!(
        window.shows("It is kept in the file as it is.") && window.shows("open the file in the Evenkeel that made it")
    );
    window.look("result-other-questions");
    window.press("Begin an audit");
    assert_eq!(window.app().screen(), Screen::Audit);
}

#[test]
fn one_facet_is_never_the_result() {
    let (whole, mut one) = two();
    one.scope = Scope::Facet(FacetId::from("risk-mitigation"));
    let window = open(&profile([whole, one]));
    assert!(window.shows("12 Feb 2026") && !window.shows("19 Nov 2026"));
}

/// A second start strands no audit that was begun before.
#[test]
fn an_audit_that_was_begun_before_can_be_finished() {
    let (mut begun, new) = two();
    begun.finished = None;
    begun.answers.items.pop_first();
    let mut window = open(&profile([begun.clone(), new]));
    window.ask(Command::Audit(AuditCommand::LookAt(begun.id.clone())));
    window.ask(Command::GoTo(Screen::Audit));
    assert_eq!(window.app().screen(), Screen::Audit);
    assert!(window.app().position().is_some(), "at its open question");
    window.ask(Command::Audit(AuditCommand::Finish(begun.id.clone())));
    let profile = Arc::clone(window.app().document().unwrap().profile());
    assert!(profile.audit(&begun.id).unwrap().finished.is_some());
    assert_eq!(shown(&window), Some(begun.id));
}
