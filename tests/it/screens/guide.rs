use egui::Key;
use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use evenkeel::app::{GuidePage, Screen};
use evenkeel::words::Words;

use crate::support::instrument;
use crate::support::window::{Setup, Window};

fn open(setup: Setup, page: GuidePage) -> Window {
    let mut window = setup.open();
    window.press("Guide");
    if page != GuidePage::Sides {
        let label = if window.has(&page.title(&Words::english())) {
            page.title(&Words::english())
        } else {
            page.short_title(&Words::english())
        };
        window.press(&label);
    }
    assert_eq!(window.app().screen(), Screen::Guide(page));
    window
}

#[test]
fn the_rail_leads_to_the_first_page_and_its_list_to_all() {
    for page in GuidePage::ALL {
        let window = open(Setup::default(), page);
        // In the list, and as the title of the page.
        assert_eq!(window.query_all_by_label(&page.title(&Words::english())).count(), 2, "{page:?}");
    }
}

#[test]
fn f1_opens_it() {
    let mut window = Setup::default().open();
    window.key(Key::F1);
    assert_eq!(window.app().screen(), Screen::Guide(GuidePage::Sides));
}

#[test]
fn one_can_read_from_the_first_page_to_the_last_and_back() {
    let mut window = open(Setup::default(), GuidePage::Sides);
    for pair in GuidePage::ALL.windows(2) {
        window.press(&format!("Next: {}", pair[1].title(&Words::english())));
        assert_eq!(window.app().screen(), Screen::Guide(pair[1]));
    }
    for pair in GuidePage::ALL.windows(2).rev() {
        window.press(&format!("Previous: {}", pair[0].title(&Words::english())));
        assert_eq!(window.app().screen(), Screen::Guide(pair[0]));
    }
}

#[test]
fn links_lead_from_page_to_page() {
    let mut window = open(Setup::default(), GuidePage::Sides);
    window.get_by_role_and_label(Role::Link, "how the numbers are made").click_accesskit();
    window.settle();
    assert_eq!(window.app().screen(), Screen::Guide(GuidePage::Numbers));
}

#[test]
fn a_page_can_be_read_by_keys_and_the_next_one_begins_at_its_top() {
    let mut window = open(Setup::default().size(900.0, 600.0), GuidePage::Sides);
    let title = |window: &Window| window.get_by_role_and_label(Role::Heading, "Two sides, eight facets").rect().top();
    let top = title(&window);
    window.key(Key::PageDown);
    assert!(title(&window) < top - 300.0);
    window.key(Key::End);
    assert!(title(&window) < top - 900.0);
    window.key(Key::Home);
    assert!((title(&window) - top).abs() < 1.0);
    window.key(Key::End);
    window.press("Next: Four aspects, side by side");
    let next = window.get_by_role_and_label(Role::Heading, "Four aspects, side by side").rect().top();
    assert!((next - top).abs() < 1.0);
}

#[test]
fn no_page_shows_a_name_in_braces() {
    for page in GuidePage::ALL {
        let window = open(Setup::default(), page);
        assert!(!window.shows("{"), "{page:?}");
    }
}

#[test]
fn the_facets_come_from_the_instrument() {
    let (window, instrument) = (open(Setup::default(), GuidePage::Sides), instrument());
    for facet in &instrument.facets {
        let text = instrument.texts.facet(&facet.id);
        let subtitle = text.subtitle.as_ref().unwrap();
        assert!(window.has(&format!("{}: {subtitle}", text.name)), "{}", text.name);
        assert!(window.has(&text.definition));
        assert!(window.has(&format!("Why it matters: {}", text.why)));
        assert!(window.has(&format!("For example: {}", text.example)));
    }
}

#[test]
fn the_aspects_come_from_the_instrument() {
    let (window, instrument) = (open(Setup::default(), GuidePage::Aspects), instrument());
    for aspect in instrument.texts.aspects.values() {
        for words in [&aspect.leadership, &aspect.management, &aspect.too_much_leadership, &aspect.too_much_management]
        {
            assert!(window.has(words), "{words}");
        }
    }
}

#[test]
fn the_numbers_follow_the_confidence() {
    let window = open(Setup::default(), GuidePage::Numbers);
    for words in [
        "0.95 points",
        "0.30 to 0.40.",
        "0.5 points",
        "0.15 points",
        "Band, 90 % confidence",
        "0.46",
        "± 0.8",
        "0.36",
        "± 0.6",
    ] {
        assert!(window.shows(words), "{words}");
    }
    let window = open(Setup::default().setting("confidence", 0.95), GuidePage::Numbers);
    for words in ["Band, 95 % confidence", "± 0.9", "± 0.7"] {
        assert!(window.shows(words), "{words}");
    }
}

#[test]
fn a_drawing_comes_before_the_prose() {
    let window = open(Setup::default(), GuidePage::Sides);
    let wheel = window.get_by_label_contains("The wheel of the eight facets");
    assert!(wheel.rect().top() < window.get_by_label_contains("Work with other people has two sides").rect().top());
    let words = wheel.accesskit_node().label().unwrap();
    assert!(words.contains("Right half, management: resource allocation"), "{words}");
    let window = open(Setup::default(), GuidePage::Aspects);
    let prose = window.get_by_label_contains("show on how many of the occasions").rect().top();
    assert!(
        window.get_by_label("Left and orange: leadership-minded. Right and blue: management-minded.").rect().top()
            < prose
    );
}

#[test]
fn pictures() {
    for page in GuidePage::ALL {
        // As high as the page is long, to see all of it.
        let name = page.name();
        open(Setup::default().size(1280.0, 800.0), page).picture(&format!("guide-{name}-light"));
        open(Setup::default().size(1280.0, 2000.0), page).look(&format!("guide-{name}-whole"));
    }
    open(Setup::default().dark(), GuidePage::Aspects).picture("guide-aspects-dark");
    open(Setup::default().size(900.0, 600.0), GuidePage::Sides).picture("guide-sides-small");
    open(Setup::default().text(200), GuidePage::Sides).picture("guide-sides-text-200");
    open(Setup::default().size(900.0, 600.0).text(200), GuidePage::Aspects).picture("guide-aspects-small-text-200");
    open(Setup::default().dark(), GuidePage::Sides).picture("guide-sides-dark");
    open(Setup::default().size(900.0, 3000.0).text(200), GuidePage::Aspects).look("guide-aspects-narrow");
    open(Setup::default().size(900.0, 3000.0).text(200), GuidePage::Numbers).look("guide-numbers-narrow");
}
