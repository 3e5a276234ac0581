//! Pictures of the audit: set-up, a question of each part, review.

use egui::Key;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::support::window::{Setup, Window};

/// Gives the fourth answer and goes on.
fn answer(window: &mut Window) {
    window.key(Key::Num4);
    window.key(Key::Enter);
}

#[test]
fn pictures_of_the_audit() {
    for (dark, name) in [(false, "light"), (true, "dark")] {
        let setup = if dark { Setup::default().dark() } else { Setup::default() };
        let mut window = setup.open();
        window.press("Audit");
        window.picture(&format!("audit-setup-{name}"));
        window.press_like("Start, about");
        for _ in 0..16 {
            answer(&mut window);
        }
        window.key(Key::Num4);
        window.picture(&format!("audit-item-{name}"));
        for (part, picture) in
            [("Situations", "situation"), ("My role", "role"), ("Energy", "energy"), ("Around me", "sign")]
        {
            let label = window.get_all_by_label_contains(part).next().is_some();
            assert!(label);
            window.press_like(&format!("{part}, "));
            window.key(Key::Num4);
            if part == "My role" {
                window.key(Key::Num8);
            }
            window.picture(&format!("audit-{picture}-{name}"));
        }
        while !window.shows("questions are open") {
            window.key(Key::ArrowRight);
        }
        // How many frames an answer takes is up to the machine.
        let pace = window.query_all_by_label_contains("came in under a second").next();
        let pace =
            pace.and_then(|node| node.accesskit_node().label().or_else(|| node.accesskit_node().value())).unwrap();
        window.picture_but(&format!("audit-review-{name}"), &pace);
    }
    other_sizes();
}

/// A quick audit up to the rest after its first part.
fn at_rest(setup: Setup) -> Window {
    let mut window = setup.open();
    window.press("Audit");
    window.press("How long: Quick");
    window.press_like("Start, about");
    for _ in 0..24 {
        answer(&mut window);
    }
    window
}

#[test]
fn pictures_of_the_rest_between_parts() {
    at_rest(Setup::default()).picture("audit-rest-light");
    at_rest(Setup::default().dark()).picture("audit-rest-dark");
    at_rest(Setup::default().size(900.0, 600.0)).picture("audit-rest-900x600");
    let mut window = at_rest(Setup::default());
    window.key(Key::Questionmark);
    window.picture("audit-keys");
}

fn other_sizes() {
    let mut small = Setup::default().size(900.0, 600.0).open();
    small.press("Audit");
    small.press_like("Start, about");
    small.key(Key::Tab);
    small.key(Key::ArrowDown);
    small.key(Key::ArrowDown);
    small.picture("audit-item-900x600");
    small.press_like("My role, ");
    small.key(Key::Num4);
    small.picture("audit-role-900x600");
    let mut large = Setup::default().text(200).open();
    large.press("Audit");
    large.picture("audit-setup-200");
    large.press_like("Start, about");
    large.key(Key::Num2);
    large.picture("audit-item-200");
    large.press_like("My role, ");
    large.key(Key::Num4);
    large.picture("audit-role-200");
    let mut tiny = Setup::default().size(900.0, 600.0).text(200).open();
    tiny.press("Audit");
    tiny.press_like("Start, about");
    tiny.key(Key::Num2);
    tiny.picture("audit-item-900x600-200");
    tiny.press_like("Situations, ");
    tiny.key(Key::A);
    tiny.picture("audit-situation-900x600-200");
    large.press_like("Situations, ");
    large.picture("audit-situation-200");
    while !large.shows("questions are open") {
        large.key(Key::ArrowRight);
    }
    large.picture("audit-review-200");
}
