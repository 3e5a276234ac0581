//! Pictures of the audit: set-up, a question of each part, review.

use egui::Key;
use egui_kittest::kittest::Queryable as _;

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
        window.picture_but(&format!("audit-review-{name}"), "Seconds an answer");
    }
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
}
