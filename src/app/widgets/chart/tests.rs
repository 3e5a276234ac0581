use egui::accesskit::Role;
use egui::{CentralPanel, Key, Theme, Ui, Vec2, pos2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::app::theme;
use crate::app::widgets::{DotsChart, RadarChart};
use crate::chart::{
    Band, Dots, DotsInput, DotsRow, DotsWords, Overlays, Radar, RadarFacet, RadarInput, RadarStyle, Series, SeriesKind,
    Value, dots, radar,
};
use crate::figures::Card;
use crate::instrument::KnownFacet;

/// The sample of the design: low, mean, high.
const BANDS: [Option<[f64; 3]>; 8] = [
    Some([2.26, 2.8, 3.34]),
    Some([3.06, 3.6, 4.14]),
    Some([2.64, 3.25, 3.86]),
    None,
    Some([3.66, 4.2, 4.74]),
    Some([2.46, 3.0, 3.54]),
    Some([3.46, 4.0, 4.54]),
    Some([3.86, 4.4, 4.94]),
];
const NEEDS: [f64; 8] = [4.0, 3.0, 4.0, 3.0, 4.0, 4.0, 3.0, 4.0];

fn score(facet: usize) -> Option<Value> {
    BANDS[facet].map(|[low, at, high]| Value { band: Some(Band { low, high }), ..Value::exact(at) })
}

fn series() -> Overlays {
    let of = |kind, value: &dyn Fn(usize) -> Option<Value>| Series {
        kind,
        name: String::new(),
        values: (0..8).map(value).collect(),
    };
    Overlays::new([of(SeriesKind::Mine, &score), of(SeriesKind::Role, &|i| Some(Value::exact(NEEDS[i])))])
}

fn known(at: usize) -> KnownFacet {
    KnownFacet::all().nth(at).unwrap()
}

fn name(facet: usize) -> String {
    known(facet).as_str().replace('-', " ")
}

fn sample_radar() -> Radar {
    let facet = |i: usize| RadarFacet {
        label: name(i),
        note: score(i).is_none().then(|| "no score yet".to_owned()),
        side: known(i).side(),
    };
    let input = RadarInput {
        facets: (0..8).map(facet).collect(),
        series: series(),
        title: "Radar".to_owned(),
        alt: "Resource allocation 2.8.".to_owned(),
    };
    radar(&input, &RadarStyle::FULL)
}

fn sample_dots() -> Dots {
    let row = |i: usize| DotsRow { label: name(i), side: known(i).side(), reading: None, words: String::new() };
    let words = DotsWords { title: "Rows".to_owned(), ..DotsWords::default() };
    dots(&DotsInput { rows: (0..8).map(row).collect(), series: series(), words }, 480.0)
}

fn card(facet: usize) -> Card {
    Card { title: name(facet), rows: vec![("Role".to_owned(), NEEDS[facet].to_string())] }
}

fn window<'a>(theme: Theme, mut show: impl FnMut(&mut Ui) + 'a) -> Harness<'a> {
    let frame = move |ui: &mut Ui| {
        CentralPanel::default().show(ui, &mut show);
    };
    Harness::builder()
        .with_size(Vec2::new(560.0, 400.0))
        .with_theme(theme)
        .with_context_setup(theme::install)
        .with_render_cursor(false)
        .build_ui(frame)
}

fn value(harness: &Harness<'_>) -> Option<String> {
    harness.get_by_role(Role::Image).accesskit_node().value()
}

#[test]
fn the_arrow_keys_go_round_the_radar_and_a_card_says_the_numbers() {
    let drawn = sample_radar();
    let mut harness = window(Theme::Light, |ui| {
        RadarChart::new(&drawn, &card).show(ui);
    });
    harness.run();
    assert!(harness.query_by_label("resource allocation").is_none());
    harness.key_press(Key::Tab);
    harness.run();
    assert_eq!(value(&harness).as_deref(), Some("resource allocation: Role 4"));
    assert!(harness.query_by_label("resource allocation").is_some());
    for (key, facet) in [
        (Key::ArrowRight, "process implementation"),
        (Key::ArrowDown, "performance monitoring"),
        (Key::ArrowLeft, "process implementation"),
        (Key::Home, "resource allocation"),
        (Key::ArrowUp, "vision translation"),
        (Key::End, "vision translation"),
        (Key::ArrowRight, "resource allocation"),
    ] {
        harness.key_press(key);
        harness.run();
        assert!(value(&harness).unwrap().starts_with(facet), "{facet} after {key:?}: {:?}", value(&harness));
    }
    harness.key_press(Key::Escape);
    harness.run();
    assert_eq!(value(&harness), None);
}

#[test]
fn a_pointer_finds_a_row_and_a_click_stays_with_it() {
    let drawn = sample_dots();
    let mut harness = window(Theme::Light, |ui| {
        DotsChart::new(&drawn, &card).show(ui);
    });
    harness.run();
    let corner = harness.get_by_role(Role::Image).rect().min;
    let third = drawn.places[2];
    let at = corner + Vec2::new(20.0, super::px(third.mark.y));
    harness.hover_at(at);
    harness.run();
    assert!(harness.query_by_label(&name(third.facet)).is_some());
    harness.drag_at(at);
    harness.drop_at(at);
    harness.run();
    harness.hover_at(pos2(555.0, 395.0));
    harness.run();
    assert!(value(&harness).unwrap().starts_with(&name(third.facet)));
}

#[test]
fn a_card_goes_when_the_person_scrolls_and_comes_back_with_the_pointer() {
    let drawn = sample_dots();
    let mut harness = window(Theme::Light, |ui| {
        DotsChart::new(&drawn, &card).show(ui);
    });
    harness.run();
    let corner = harness.get_by_role(Role::Image).rect().min;
    let third = drawn.places[2];
    let at = corner + Vec2::new(20.0, super::px(third.mark.y));
    harness.hover_at(at);
    harness.run();
    assert!(harness.query_by_label(&name(third.facet)).is_some());
    harness.event(egui::Event::MouseWheel {
        unit: egui::MouseWheelUnit::Point,
        delta: Vec2::new(0.0, -20.0),
        phase: egui::TouchPhase::Move,
        source: egui::MouseWheelSource::Trackpad,
        modifiers: egui::Modifiers::NONE,
    });
    harness.run();
    assert!(harness.query_by_label(&name(third.facet)).is_none(), "it would cover what one scrolls to");
    harness.hover_at(at + Vec2::new(1.0, 0.0));
    harness.run();
    assert!(harness.query_by_label(&name(third.facet)).is_some());
}

#[test]
fn the_charts_say_what_they_show_and_fit_the_room() {
    let (radar, dots) = (sample_radar(), sample_dots());
    for width in [300.0_f32, 480.0, 520.0] {
        let mut harness = window(Theme::Dark, |ui| {
            ui.allocate_ui(Vec2::new(width, 100.0), |ui| {
                RadarChart::new(&radar, &card).show(ui);
                DotsChart::new(&dots, &card).show(ui);
            });
        });
        harness.run();
        let chart = harness.get_by_label("Radar. Resource allocation 2.8.");
        assert!((chart.rect().width() - width.min(480.0)).abs() < 1.0, "{} for {width}", chart.rect().width());
        harness.get_by_label("Rows");
    }
}
