//! Pictures to look at: each is drawn twice, at the top and further down.

use evenkeel::profile::Profile;

use crate::support::instrument;
use crate::support::sample::{mockup, only, profile, sample};
use crate::support::window::Setup;

/// The pictures that `docs/screens/` keeps; the others are there to be looked at while one works on the screen.
const KEPT: [&str; 18] = [
    "result-light",
    "result-dark",
    "result-table",
    "result-small",
    "result-small-dots",
    "result-small-table",
    "result-large-text",
    "result-almost-empty",
    "result-1080",
    "result-1160",
    "result-all-1",
    "result-all-5",
    "result-large-table",
    "result-long-role",
    "result-tiny",
    "result-tiny-dots",
    "result-wide",
    "result-small-text-200",
];

/// Draws a profile at the top of its result, and the pages below.
fn draw(name: &str, setup: Setup, profile: &Profile, pages: usize) {
    draw_after(name, setup, profile, &[], pages);
}

/// The same after something was pressed.
fn draw_after(name: &str, setup: Setup, profile: &Profile, press: &[&str], pages: usize) {
    let mut window = setup.profile("Sample profile.evenkeel", profile).open();
    for label in press {
        window.press(label);
    }
    if KEPT.contains(&name) {
        window.picture(name);
    } else {
        window.look(name);
    }
    let size = window.ctx.content_rect().size();
    for page in 1..=pages {
        window.event(egui::Event::PointerMoved((size * 0.6).to_pos2()));
        window.event(egui::Event::MouseWheel {
            unit: egui::MouseWheelUnit::Point,
            delta: egui::vec2(0.0, -(size.y - 100.0)),
            phase: egui::TouchPhase::Move,
            source: egui::MouseWheelSource::Trackpad,
            modifiers: egui::Modifiers::NONE,
        });
        window.settle();
        let page = format!("{name}-{page}");
        if name == "result-light" {
            window.picture(&page);
        } else {
            window.look(&page);
        }
    }
}

#[test]
fn light() {
    draw("result-light", Setup::default(), &sample(), 4);
}

#[test]
fn other_views() {
    let small = || Setup::default().size(900.0, 600.0);
    draw_after("result-table", Setup::default(), &sample(), &["Show as table", "Earlier audit"], 0);
    draw_after("result-small-dots", small(), &sample(), &["Chart: Dots"], 0);
    draw_after("result-small-table", small().dark(), &sample(), &["Chart: Table"], 0);
    draw_after("result-large-table", Setup::default().text(200), &sample(), &["Chart: Table"], 1);
    draw_after("result-tiny-dots", Setup::default().size(450.0, 300.0), &sample(), &["Chart: Dots"], 2);
}

#[test]
fn dark() {
    draw("result-dark", Setup::default().dark(), &sample(), 0);
}

#[test]
fn small() {
    draw("result-small", Setup::default().size(900.0, 600.0), &sample(), 1);
}

#[test]
fn just_wide_enough_for_both() {
    draw("result-1080", Setup::default().size(1080.0, 700.0), &sample(), 0);
    draw("result-1160", Setup::default().size(1160.0, 700.0), &sample(), 0);
}

#[test]
fn by_keyboard() {
    let mut window = Setup::default().profile("Sample profile.evenkeel", &sample()).open();
    while !window.focused().starts_with("What you do, and what your role asks") {
        window.key(egui::Key::Tab);
    }
    window.key(egui::Key::ArrowDown);
    window.picture("result-keyboard");
}

#[test]
fn large_text() {
    draw("result-large-text", Setup::default().text(200), &sample(), 3);
}

#[test]
fn in_a_large_window() {
    draw("result-wide", Setup::default().size(2560.0, 1440.0), &sample(), 1);
    draw("result-wide-dark", Setup::default().size(1600.0, 1000.0).dark(), &sample(), 1);
}

#[test]
fn large_text_in_a_small_window() {
    draw("result-small-text-200", Setup::default().size(900.0, 600.0).text(200), &sample(), 3);
    draw("result-text-200-whole", Setup::default().size(1280.0, 8000.0).text(200), &sample(), 0);
}

/// The ring goes round the chart, and through no word.
#[test]
fn the_focus_on_the_radar() {
    for (name, setup) in
        [("result-focus", Setup::default()), ("result-focus-text-200", Setup::default().size(1280.0, 1600.0).text(200))]
    {
        let mut window = setup.profile("Sample profile.evenkeel", &sample()).open();
        while !window.focused().starts_with("Radar of the eight facets") {
            window.key(egui::Key::Tab);
        }
        window.picture(name);
    }
}

#[test]
fn a_list_shows_its_entries() {
    for (name, setup) in [
        ("result-list", Setup::default()),
        ("result-list-text-200", Setup::default().text(200)),
        ("result-list-small-text-200", Setup::default().size(900.0, 600.0).text(200)),
    ] {
        let mut window = setup.profile("Sample profile.evenkeel", &sample()).open();
        window.press("Which audit");
        window.picture(name);
    }
}

#[test]
fn tiny() {
    draw("result-tiny", Setup::default().size(450.0, 300.0), &sample(), 3);
}

#[test]
fn almost_empty() {
    draw(
        "result-almost-empty",
        Setup::default(),
        &only(["3....", ".....", ".....", ".....", ".....", ".....", ".....", "....."]),
        1,
    );
}

#[test]
fn all_five_and_all_one() {
    draw("result-all-5", Setup::default(), &only(["55555"; 8]), 0);
    draw("result-all-1", Setup::default(), &only(["11111"; 8]), 0);
}

#[test]
fn a_long_role_title() {
    let mut audit = mockup(&instrument());
    audit.role = "Interim deputy head of regional distribution, returns and reverse logistics for the northern \
                  branches, acting for the head of operations until the end of the coming quarter"
        .to_owned();
    let mut profile = profile([audit]);
    profile.person = "陈美玲 · آمنة الحسيني".to_owned();
    draw("result-long-role", Setup::default().foreign(), &profile, 0);
}
