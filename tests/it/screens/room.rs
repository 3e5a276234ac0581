//! Texts have room: in the language for tests, where each is a third longer, none lies over another and none is cut off.

use super::walk::Walk;
use crate::support::texts::faults;
use crate::support::window::Setup;

/// Width and height of the window in pixels, and the size of the text in percent. High ones show all of a screen at once.
fn check(width: f32, height: f32, text: u16) {
    let setup = || {
        let setup = Setup::default().size(width, height);
        if text == 100 { setup } else { setup.text(text) }
    };
    let mut wrong: Vec<String> = Vec::new();
    Walk {
        setup: &setup,
        look: &mut |window, what| {
            for fault in faults(window) {
                if !wrong.iter().any(|before| before.ends_with(&fault)) {
                    wrong.push(format!("{what}: {fault}"));
                }
            }
        },
    }
    .all();
    assert!(wrong.is_empty(), "{}\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn texts_have_room_as_designed() {
    check(1280.0, 800.0, 100);
}

#[test]
fn texts_have_room_on_the_whole_of_a_screen() {
    check(1280.0, 6000.0, 100);
}

#[test]
fn texts_have_room_in_a_small_window() {
    check(900.0, 600.0, 100);
}

#[test]
fn texts_have_room_in_a_narrow_window() {
    check(900.0, 6000.0, 100);
}

#[test]
fn texts_have_room_when_they_are_large() {
    check(1280.0, 12000.0, 200);
}
