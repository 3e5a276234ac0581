//! The result: what is said, what can be pressed, what a keyboard and a screen reader find.

mod pictures;

use egui::accesskit::{Role, Toggled};
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use evenkeel::app::command::{ChartChoice, ChartCommand, ChartKind, Command};
use evenkeel::app::{GuidePage, Screen};
use evenkeel::profile::{Part, Profile};

use crate::support::instrument;
use crate::support::sample::{self, MOCKUP, earlier, mockup, only, profile};
use crate::support::window::{Setup, Window};

const LEANS: &str =
    "You take the chances to lead somewhat more often than the chances to manage, by more than the assumed error.";

fn open(profile: &Profile) -> Window {
    Setup::default().profile("Sample profile.evenkeel", profile).open()
}

fn labels(window: &Window, role: Role) -> Vec<String> {
    window.query_all_by_role(role).filter_map(|node| node.accesskit_node().label()).collect()
}

/// What the radar says of itself.
fn radar(window: &Window) -> String {
    window.get_by_label_contains("Radar of the eight facets").accesskit_node().label().unwrap()
}

fn ticked(window: &Window, label: &str) -> bool {
    window.get_by_role_and_label(Role::CheckBox, label).accesskit_node().toggled() == Some(Toggled::True)
}

#[test]
fn the_summary_comes_with_its_error() {
    let window = open(&sample::sample());
    assert_eq!(window.app().screen(), Screen::Result);
    assert!(window.shows(LEANS));
    assert!(window.has(
        "Leadership 3.9 ± 0.3, Management 3.2 ± 0.4, provisional: risk mitigation has too few answers. \
         Self-ratings run high."
    ));
    let whose = window.get_by_role_and_label(Role::ComboBox, "Which audit").accesskit_node().value();
    assert_eq!(whose.as_deref(), Some("Team lead, logistics · 19 Nov 2026"));
    assert!(window.has("Balance of the two sides: leadership minus management is 0.7 ± 0.6"));
    let sections = [
        "Done on most occasions",
        "Perhaps too little",
        "Perhaps too much",
        "Under pressure",
        "You, the place, or both?",
    ];
    let headings = labels(&window, Role::Heading);
    assert!(sections.iter().all(|s| headings.iter().any(|h| h == s)), "{headings:?}");
}

#[test]
fn what_the_role_asks_comes_first_and_the_balance_second() {
    let window = open(&sample::sample());
    let news = "Your role asks for more resource allocation and conflict navigation than you do.";
    let top = |label: &str| window.get_by_label(label).rect().top();
    assert!(window.query_by_role_and_label(Role::Heading, news).is_some());
    let then = format!("Each gap is larger than its assumed error. {LEANS}");
    assert!(top(news) < window.get_by_label_contains(&then).rect().top());
    let cards = ["Perhaps too little:", "Perhaps too much:", "Done on most occasions:"];
    let left = |label: &str| window.get_by_label_contains(label).rect().left();
    assert!(cards.map(left).is_sorted());
    // Without a role, the balance is all the news there is.
    let window = open(&only(MOCKUP));
    assert!(window.query_by_role_and_label(Role::Heading, LEANS).is_some() && !window.shows("Your role asks for more"));
}

#[test]
fn a_verdict_near_its_edge_says_so() {
    let close = "It is close: one answer a step higher or lower would change this.";
    let far = open(&only(["11111", "11111", "11111", "11111", "55555", "55555", "55555", "55555"]));
    assert!(!far.shows("It is close"));
    // The difference grows by a twentieth of a point with each answer: near the limit, one of them decides.
    let raised = |by: usize| {
        let facet = |f: usize| (0..5).map(|i| if 5 * f + i < by { '4' } else { '3' }).collect::<String>();
        let [a, b, c, d] = [0, 1, 2, 3].map(facet);
        open(&only(["33333", "33333", "33333", "33333", &a, &b, &c, &d]))
    };
    let near: Vec<bool> = (6..=16).map(|by| raised(by).shows(close)).collect();
    assert!(near.contains(&true) && near.contains(&false), "{near:?}");
}

#[test]
fn it_ends_with_what_one_can_do_now() {
    for (label, screen) in
        [("Choose a skill", Screen::Plan), ("Look at roles", Screen::Tracks), ("Print this result…", Screen::Print)]
    {
        let mut window = open(&sample::sample());
        let headings = labels(&window, Role::Heading);
        assert_eq!(headings.last().map(String::as_str), Some("What now?"));
        assert!(
            window.shows("Resource allocation is most worth it")
                || window.shows("Conflict navigation is most worth it")
        );
        assert!(!window.has("Save this result"), "it is saved");
        window.press(label);
        assert_eq!(window.app().screen(), screen, "{label}");
    }
}

#[test]
fn what_is_not_saved_can_be_saved_from_its_end() {
    let mut window = open(&sample::sample());
    let audit = window.app().document().unwrap().profile().latest().unwrap().id.clone();
    let edit = evenkeel::profile::AuditEdit::SetRole("Head of returns".to_owned());
    window.ask(Command::Edit(evenkeel::profile::Edit::Audit(audit, edit)));
    window.press("Save this result");
    assert!(!window.app().document().unwrap().is_unsaved());
    assert!(!window.has("Save this result"));
}

#[test]
fn charts_grow_in_a_large_window() {
    let width = |size: f32| {
        let window = Setup::default().size(size, 1200.0).profile("Sample profile.evenkeel", &sample::sample()).open();
        window.get_by_label_contains("Radar of the eight facets").rect().width()
    };
    let (usual, large) = (width(1280.0), width(2560.0));
    assert!((width(1599.0) - usual).abs() < 0.5, "{usual}");
    assert!((large / usual - 1.4).abs() < 0.01, "{usual} {large}");
    let beyond = width(1600.0) / usual;
    assert!((1.2..=1.4).contains(&beyond), "{beyond}");
}

#[test]
fn overlays_come_and_go() {
    let mut window = open(&sample::sample());
    assert!(ticked(&window, "Me") && ticked(&window, "My role") && !ticked(&window, "Earlier audit"));
    assert!(radar(&window).contains("Resource allocation 2.8, band 2.2 to 3.4, the role needs 4."));
    window.press("My role");
    assert!(!ticked(&window, "My role") && !radar(&window).contains("the role needs"));
    assert!(!window.has("Which earlier audit"));
    window.press("Earlier audit");
    assert!(ticked(&window, "Earlier audit") && radar(&window).contains("earlier audit 3.0"));
    assert!(window.has("Which earlier audit"), "there are two earlier audits to choose from");
}

#[test]
fn one_earlier_audit_leaves_nothing_to_choose() {
    let instrument = instrument();
    let mut window = open(&profile([earlier(&instrument, 1, "2026-02-12T12:00:00Z"), mockup(&instrument)]));
    window.press("Earlier audit · 12 Feb 2026");
    assert!(radar(&window).contains("earlier audit 3.0"));
    assert!(!window.has("Which earlier audit"));
}

#[test]
fn what_was_not_asked_is_not_offered() {
    let window = open(&only(MOCKUP));
    let boxes = labels(&window, Role::CheckBox);
    assert_eq!(boxes, ["Me"]);
    assert!(window.has("What you do") && !window.has("What you do, and what your role asks"));
}

#[test]
fn the_table_has_all_numbers_in_the_order_of_the_chart() {
    let mut window = open(&sample::sample());
    window.press("Show as table");
    assert!(window.has("Scores of the eight facets"));
    assert_eq!(
        labels(&window, Role::ColumnHeader),
        ["Facet", "You", "Band", "Role", "Reading", "Answered"].map(String::from)
    );
    let cells = labels(&window, Role::Cell).join("|");
    let rows = [
        "Resource allocation|2.8|2.2 to 3.4|4|asks 1.2 more|5 of 5",
        "Conflict navigation|3.0|2.5 to 3.5|4|asks 1.0 more|5 of 5",
        "Performance monitoring|3.3|2.6 to 3.9|4|within error|4 of 4",
        "Vision translation|4.2|3.7 to 4.7|4|within error|5 of 5",
        "Culture shaping|4.4|3.8 to 5.0|4|within error|5 of 5",
        "Process implementation|3.6|3.1 to 4.1|3|within error|5 of 5",
        "Strategic influence|4.0|3.4 to 4.6|3|asks 1.0 less|5 of 5",
        "Risk mitigation|3|no score yet|2 of 5",
    ];
    assert_eq!(cells, rows.join("|"));
    window.press("Show as chart");
    assert!(labels(&window, Role::Cell).is_empty());
}

#[test]
fn the_keyboard_walks_the_axes_of_the_radar() {
    let mut window = open(&sample::sample());
    for _ in 0..30 {
        if window.focused().starts_with("Radar of the eight facets") {
            break;
        }
        window.key(Key::Tab);
    }
    let value = |window: &Window| {
        let chart = window.get_by_label_contains("Radar of the eight facets");
        chart.accesskit_node().value().unwrap_or_default()
    };
    assert_eq!(value(&window), "Resource allocation: Me 2.8, Band 2.2 to 3.4, My role 4 ± 0.8, Gap asks 1.2 more");
    window.key(Key::ArrowRight);
    assert!(value(&window).starts_with("Process implementation: Me 3.6"));
    assert!(window.has("3.1 to 4.1"), "the card says it too");
    window.key(Key::End);
    assert!(value(&window).starts_with("Vision translation"));
}

#[test]
fn a_card_leads_to_its_section() {
    let mut window = open(&sample::sample());
    let top = |window: &Window| window.get_by_role_and_label(Role::Heading, "Perhaps too much").rect().top();
    assert!(top(&window) > 800.0);
    window.press("Perhaps too much: Strategic influence 1.0");
    assert!((56.0..140.0).contains(&top(&window)), "{}", top(&window));
}

#[test]
fn a_card_takes_the_keyboard_along() {
    let mut window = open(&sample::sample());
    for _ in 0..30 {
        if window.focused().starts_with("You, the place, or both?:") {
            break;
        }
        window.key(Key::Tab);
    }
    window.key(Key::Enter);
    assert_eq!(window.focused(), "You, the place, or both?");
    window.key(Key::Tab);
    assert_eq!(window.focused(), "Is it me or the place?", "and on from there");
    window.keys(Modifiers::SHIFT, Key::Tab);
    assert_eq!(window.focused(), "You, the place, or both?");
}

#[test]
fn links_go_where_they_say() {
    for (link, page) in [
        ("How these numbers are made", GuidePage::Numbers),
        ("More on the numbers", GuidePage::Numbers),
        ("Is it me or the place?", GuidePage::Questions),
    ] {
        let mut window = open(&sample::sample());
        window.get_by_role_and_label(Role::Link, link).click_accesskit();
        window.settle();
        assert_eq!(window.app().screen(), Screen::Guide(page), "{link}");
    }
}

#[test]
fn a_part_that_was_not_asked_can_be_answered_now() {
    let facet = instrument().facets[0].id.clone();
    let question = instrument().texts.facet(&facet).need.clone();
    for (link, part) in [
        ("My role: Answer it now, about 2 minutes", Part::Role),
        ("Situations: Answer it now, about 3 minutes", Part::Situations),
        ("Around me: Answer it now, about one minute", Part::Signs),
    ] {
        let mut window = open(&only(MOCKUP));
        window.query_all_by_label(link).next().unwrap().click_accesskit();
        window.settle();
        assert_eq!(window.app().screen(), Screen::Audit, "{link}");
        let document = window.app().document().unwrap();
        assert!(document.profile().latest().unwrap().parts.contains(&part));
        assert_eq!(window.has(&question), part == Part::Role);
    }
}

#[test]
fn open_questions_of_a_part_are_a_link_away() {
    let instrument = instrument();
    let mut audit = mockup(&instrument);
    audit.answers.signs.remove("dates-are-missed");
    let mut window = open(&profile([audit]));
    window.press("Around me: Answer the open question");
    assert!(window.has("Work is finished later than was promised."));
    window.key(Key::Num2);
    window.press("Back to the result");
    assert_eq!(window.app().screen(), Screen::Result);
}

#[test]
fn without_scores_the_way_leads_to_the_questions() {
    let mut window = open(&only(["3....", ".....", ".....", ".....", ".....", ".....", ".....", "....."]));
    assert!(window.has("There are too few answers yet for a score of either side."));
    assert!(window.has("No balance yet: a side has no score"));
    assert!(window.shows("Radar of the eight facets"), "it is there, and fills as answers come");
    window.press("Go on with the audit");
    assert_eq!(window.app().screen(), Screen::Audit);
}

#[test]
fn both_sides_strong_is_no_lean() {
    let window = open(&only(["55555"; 8]));
    assert!(window.has(
        "You take most of the chances to manage, and most of the chances to lead. Even with its assumed error, the \
         difference stays within 0.75 points, a limit of ours."
    ));
}

#[test]
fn a_small_window_shows_one_chart_at_a_time() {
    let mut window = Setup::default().size(900.0, 600.0).profile("Sample profile.evenkeel", &sample::sample()).open();
    assert!(window.shows("Radar of the eight facets") && !window.has("Scores of the eight facets"));
    window.press("Chart: Dots");
    assert!(!window.shows("Radar of the eight facets"));
    assert!(window.shows("What you do, and what your role asks. Resource allocation 2.8"));
    window.press("Chart: Table");
    assert!(window.has("Scores of the eight facets") && window.has("asks 1.2 more"));
}

#[test]
fn nothing_is_cut_off_at_the_side_of_a_tiny_window() {
    for chart in ["Chart: Radar", "Chart: Dots", "Chart: Table"] {
        let mut window =
            Setup::default().size(450.0, 300.0).profile("Sample profile.evenkeel", &sample::sample()).open();
        window.press(chart);
        for node in window.query_all_by(|node| node.label().is_some() || node.value().is_some()) {
            let Some(rect) = node.accesskit_node().bounding_box() else { continue };
            let label = node.accesskit_node().label();
            assert!(rect.x1 <= 450.5 && rect.x0 >= -0.5, "{label:?} at {rect:?}");
        }
    }
}

#[test]
fn a_chart_that_goes_out_with_boxes_says_so() {
    let choice = ChartChoice { kind: ChartKind::Radar, me: true, role: true, earlier: None };
    for (role, boxes) in [("Team\u{7} lead", true), ("Team lead", false)] {
        let mut audit = mockup(&instrument());
        role.clone_into(&mut audit.role);
        let mut window = open(&profile([audit]));
        let svg = window.folder().join("chart.svg");
        window.answer(Some(svg.clone()));
        for command in [Command::Chart(ChartCommand::Save(choice)), Command::Chart(ChartCommand::Copy(choice))] {
            window.ask(command.clone());
            assert_eq!(window.shows("Characters that no document can hold"), boxes, "{role:?}: {command:?}");
            if boxes {
                assert!(window.shows("U+0007"));
                window.press("Close");
            }
        }
        assert_eq!(std::fs::read_to_string(&svg).unwrap().contains('□'), boxes, "{role:?}");
    }
}
