//! At a limit the window says so before something is begun, and what to do.

use std::sync::Arc;

use egui::Modifiers;
use egui::accesskit::{Role, Toggled};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use evenkeel::app::{AuditCommand, Command, NewAudit, RoleCommand, Screen};
use evenkeel::profile::limits::{MAX_AUDITS, MAX_PINS, MAX_ROLES};
use evenkeel::profile::{CustomRole, Edit, Form, Part, Profile};
use evenkeel::storage::format;

use super::with;
use crate::support::window::{Setup, Window};

fn profile(window: &Window) -> &Profile {
    window.app().document().unwrap().profile()
}

fn start(fresh: bool) -> Command {
    let (role, person) = (String::new(), String::new());
    Command::Audit(AuditCommand::Start(NewAudit { form: Form::Quick, parts: vec![Part::Energy], role, person, fresh }))
}

#[test]
fn one_more_audit_than_fits_begins_a_new_profile_and_that_is_said_first() {
    let setup = Setup::default();
    let full = with(MAX_AUDITS, 0);
    let file = setup.file("Ana.evenkeel", &full);
    let before = std::fs::read(&file).unwrap();
    let mut window = setup.path(file.clone()).open();
    window.ask(Command::Audit(AuditCommand::SetUp(Form::Quick)));
    assert!(window.has("Ana holds 2000 audits, as many as one file can keep."), "before anything is filled in");
    assert!(window.has("This audit begins a new profile. Ana stays as it is."));
    let fresh = window.get_by_role_and_label(Role::CheckBox, "Put it into a new profile, not into Ana");
    assert!(fresh.accesskit_node().toggled() == Some(Toggled::True) && fresh.accesskit_node().is_disabled());
    window.look("full");
    window.press_like("Start, about");
    assert_eq!(profile(&window).audits.len(), 1, "in a profile of its own");
    assert!(window.app().document().unwrap().file.is_none());
    assert_eq!(std::fs::read(&file).unwrap(), before);
}

#[test]
fn a_start_that_comes_another_way_is_refused_and_changes_nothing() {
    let mut window = Setup::default().profile("Ana.evenkeel", &with(MAX_AUDITS, 0)).open();
    let before = Arc::clone(window.app().document().unwrap().profile());
    window.ask(start(false));
    assert!(window.has("This profile holds 2000 audits, as many as one file can keep."));
    assert!(window.has("Start a new audit: it begins a new profile, and this one stays as it is."));
    assert!(Arc::ptr_eq(&before, window.app().document().unwrap().profile()));
}

#[test]
fn the_last_audit_that_fits_is_answered_saved_and_resumed() {
    let setup = Setup::default();
    let home = setup.home();
    let file = setup.file("Ana.evenkeel", &with(MAX_AUDITS - 1, 0));
    let mut window = setup.path(file.clone()).open();
    window.ask(Command::Audit(AuditCommand::SetUp(Form::Quick)));
    assert!(!window.shows("as many as one file can keep"));
    window.press_like("Start, about");
    window.key(egui::Key::Num4);
    assert_eq!(profile(&window).latest().unwrap().answers.items.len(), 1);
    window.die();
    let mut window = Setup::default().at(home).open();
    window.press_like("Resume");
    assert_eq!(
        (profile(&window).audits.len(), profile(&window).latest().unwrap().answers.items.len()),
        (MAX_AUDITS, 1)
    );
    window.keys(Modifiers::COMMAND, egui::Key::S);
    assert!(!window.app().document().unwrap().is_unsaved());
    assert_eq!(format::open(&std::fs::read(&file).unwrap()).unwrap().profile, *profile(&window));
}

#[test]
fn one_more_role_than_fits_is_refused_before_an_ad_is_pasted() {
    let mut window = Setup::default().profile("me.evenkeel", &with(1, MAX_ROLES)).open();
    for pressed in ["New role", "From a job ad…", "Copy"] {
        window.ask(Command::GoTo(Screen::Tracks));
        window.press(pressed);
        assert!(window.has("This profile holds 100 roles of your own, as many as it can keep."), "{pressed}");
        assert!(window.has("Remove a role that you no longer need, then try again."));
        assert!(!window.has("Paste the text here"));
        window.key(egui::Key::Escape);
        assert_eq!(profile(&window).roles.len(), MAX_ROLES);
    }
}

#[test]
fn one_more_pin_than_fits_is_refused() {
    let mut full = with(1, 0);
    full.pins = (0..MAX_PINS).map(|n| format!("pin-{n}").into()).collect();
    let mut window = Setup::default().profile("me.evenkeel", &full).open();
    window.ask(Command::GoTo(Screen::Tracks));
    window.press("Pin");
    assert!(window.has("500 roles are pinned, as many as a profile can keep."));
    assert_eq!(profile(&window).pins.len(), MAX_PINS);
}

#[test]
fn a_name_stops_where_it_is_full_and_says_so() {
    let mut window = Setup::default().open();
    window.ask(Command::Audit(AuditCommand::SetUp(Form::Quick)));
    window.press("Your role and name, if you like");
    let label = "Your name, if you like";
    let field = |window: &Window| window.get_by_role_and_label(Role::TextInput, label).accesskit_node().value();
    window.get_by_role_and_label(Role::TextInput, label).focus();
    window.settle();
    let type_in = |window: &mut Window, text: &str| {
        window.get_by_role_and_label(Role::TextInput, label).type_text(text);
        window.settle();
    };
    type_in(&mut window, &"é".repeat(199));
    assert!(!window.shows("That is as much as fits"));
    type_in(&mut window, "é🙂é");
    assert_eq!(field(&window), Some("é".repeat(200)));
    assert!(window.has("That is as much as fits: 200 letters."));
}

#[test]
fn the_copy_of_a_role_with_the_longest_name_is_made() {
    let mut own = with(1, 0);
    let name = "é".repeat(evenkeel::profile::limits::MAX_TEXT / 2);
    own.roles.push(Arc::new(CustomRole::empty("mine".into(), name)));
    let mut window = Setup::default().profile("me.evenkeel", &own).open();
    window.ask(Command::GoTo(Screen::Tracks));
    window.ask(Command::Role(RoleCommand::Show("mine".into())));
    window.ask(Command::Role(RoleCommand::Add(evenkeel::app::command::NewRole::Copy("mine".into()))));
    assert_eq!(profile(&window).roles.len(), 2);
    assert!(format::encode(profile(&window)).is_ok());
    window.ask(Command::Edit(Edit::RemoveRole("mine".into())));
}
