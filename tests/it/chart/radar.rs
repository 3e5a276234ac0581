use evenkeel::chart::scene::{Node, Point};
use evenkeel::chart::{
    Band, Overlays, Radar, RadarFacet, RadarInput, RadarStyle, Series, SeriesKind, Value, point, radar,
};
use evenkeel::figures::ShownSeries;
use evenkeel::instrument::{KnownFacet, Side};
use evenkeel::palette::Ink;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

use super::sample::{ANSWERS, EARLIER, NEEDS, Sample};
use super::{group, near, points, sound};

const ALL: ShownSeries = ShownSeries { me: true, role: true, earlier: true };

fn is(p: Point, x: f64, y: f64) {
    assert!(near(p.x, x, 5e-5) && near(p.y, y, 5e-5), "{p:?} is not at {x}, {y}");
}

#[test]
fn values_lie_where_the_design_says() {
    is(point(Side::Management, 0, 4, 2.8), 0.2143, -0.5174);
    is(point(Side::Management, 1, 4, 3.6), 0.6652, -0.2755);
    is(point(Side::Management, 2, 4, 3.25), 0.6005, 0.2487);
    is(point(Side::Leadership, 3, 4, 4.4), -0.3368, 0.8130);
    is(point(Side::Leadership, 0, 4, 4.2), -0.3215, -0.7761);
}

#[test]
fn the_edge_over_the_top_is_split_at_the_middle_line() {
    let drawn = sample();
    let middle = drawn.center.plus(0.0, -0.6208 * drawn.radius);
    let touching: Vec<&Node> = group(&drawn.scene, "me-outline")
        .iter()
        .filter(|n| points(n).iter().any(|p| near(p.x, middle.x, 1e-9) && near(p.y, middle.y, 0.01)))
        .collect();
    let inks: Vec<Ink> =
        touching.iter().map(|n| if let Node::Line { stroke, .. } = n { stroke.ink } else { Ink::Paper }).collect();
    assert_eq!(inks, [Ink::Management, Ink::Leadership]);
}

fn sample() -> Radar {
    radar(&Sample::new(&ANSWERS, &NEEDS).data().radar(ALL), &RadarStyle::FULL)
}

#[test]
fn the_sample_has_the_measures_of_the_design() {
    let drawn = sample();
    assert!(near(drawn.radius, 136.0, 1e-9) && near(drawn.center.x, 240.0, 1e-9));
    assert!(drawn.scene.height <= 376.0, "{}", drawn.scene.height);
    for style in [RadarStyle::SMALL, RadarStyle::TRACKS, RadarStyle::PRINT] {
        let input = Sample::new(&ANSWERS, &NEEDS).data().radar(ALL);
        let drawn = radar(&input, &style);
        assert!(near(drawn.radius, style.radius, 1e-9), "{} is not {}", drawn.radius, style.radius);
        sound(&drawn.scene);
    }
    // Clockwise from twelve o'clock.
    let order: Vec<usize> = drawn.axes.iter().map(|axis| axis.facet).collect();
    assert_eq!(order, [0, 1, 2, 3, 7, 6, 5, 4]);
}

#[test]
fn a_facet_without_a_score_is_a_gap() {
    let drawn = sample();
    let missing = drawn.axes.iter().find(|axis| axis.facet == 3).unwrap();
    let on_axis = |p: &Point| {
        let (x, y) = (p.x - drawn.center.x, p.y - drawn.center.y);
        let (u, v) = (missing.tip.x - drawn.center.x, missing.tip.y - drawn.center.y);
        (x * v - y * u).abs() < 1e-6 && x * u + y * v > 1e-6
    };
    for name in ["areas", "me-outline", "me-marks", "whiskers"] {
        assert!(group(&drawn.scene, name).iter().all(|node| !points(node).iter().any(on_axis)), "{name}");
    }
    assert_eq!(group(&drawn.scene, "me-marks").len(), 7);
    // The outline has two ends, beside the gap, and the areas do not fill it.
    assert_eq!(group(&drawn.scene, "me-outline").len(), 2);
    assert_eq!(group(&drawn.scene, "areas").len(), 2);
    let dotted =
        group(&drawn.scene, "scale").iter().filter(|n| matches!(n, Node::Line { stroke, .. } if stroke.dash.is_some()));
    assert_eq!(dotted.count(), 1);
    // Role and earlier audit go on without a break.
    for name in ["role-line", "earlier-line"] {
        assert!(matches!(group(&drawn.scene, name), [Node::Line { closed: true, .. }]), "{name}");
    }
    let said: Vec<String> = group(&drawn.scene, "labels")
        .iter()
        .filter_map(|n| if let Node::Text(t) = n { Some(t.words.clone()) } else { None })
        .collect();
    assert!(said.contains(&"no score yet".to_owned()));
}

#[test]
fn two_gaps_leave_two_lines() {
    let mut input = Sample::new(&EARLIER, &NEEDS).data().radar(ALL);
    let need = |there: &dyn Fn(usize) -> bool| (0..8).map(|i| there(i).then_some(Value::exact(3.0))).collect();
    input.series = Overlays::new([series(SeriesKind::Role, need(&|i| i != 1 && i != 5))]);
    let drawn = radar(&input, &RadarStyle::FULL);
    let lengths: Vec<usize> = group(&drawn.scene, "role-line").iter().map(|n| points(n).len()).collect();
    assert_eq!(lengths, [4, 2]);
    input.series = Overlays::new([series(SeriesKind::Role, need(&|i| i == 0))]);
    let drawn = radar(&input, &RadarStyle::FULL);
    assert!(group(&drawn.scene, "role-line").is_empty());
    assert_eq!(group(&drawn.scene, "role-marks").len(), 1);
}

fn series(kind: SeriesKind, values: Vec<Option<Value>>) -> Series {
    Series { kind, name: String::new(), values }
}

#[test]
fn a_provisional_score_has_a_hollow_mark_and_says_so() {
    let drawn = radar(&Sample::new(&EARLIER, &NEEDS).data().radar(ALL), &RadarStyle::FULL);
    let hollow = group(&drawn.scene, "me-marks").iter().filter(|n| match n {
        Node::Circle { fill, .. } | Node::Polygon { fill, .. } => *fill == Some(Ink::Paper),
        _ => false,
    });
    assert_eq!(hollow.count(), 1);
    let says = |n: &Node| matches!(n, Node::Text(t) if t.words == "provisional");
    assert!(group(&drawn.scene, "labels").iter().any(says));
}

#[test]
fn overlays_are_drawn_when_they_are_asked_for() {
    let data = Sample::new(&ANSWERS, &NEEDS);
    let groups = [("me", "me-marks"), ("role", "role-marks"), ("earlier", "earlier-marks")];
    for bits in 0..8_u8 {
        let show = ShownSeries { me: bits & 1 > 0, role: bits & 2 > 0, earlier: bits & 4 > 0 };
        let drawn = radar(&data.data().radar(show), &RadarStyle::FULL);
        for (i, (_, name)) in groups.iter().enumerate() {
            assert_eq!(!group(&drawn.scene, name).is_empty(), bits & (1 << i) > 0, "{name}");
        }
        assert_eq!(group(&drawn.scene, "areas").is_empty(), !show.me);
        sound(&drawn.scene);
    }
}

#[test]
fn an_axis_is_found_at_its_label_its_mark_and_its_end() {
    let drawn = sample();
    for (i, axis) in drawn.axes.iter().enumerate() {
        let label = Point::new(
            f64::midpoint(axis.label.min.x, axis.label.max.x),
            f64::midpoint(axis.label.min.y, axis.label.max.y),
        );
        for p in [axis.mark, axis.tip, label] {
            assert_eq!(drawn.axis_at(p), Some(i));
        }
    }
    assert_eq!(drawn.axis_at(drawn.center), None);
    assert_eq!(drawn.axis_at(Point::new(0.0, 0.0)), None);
}

#[test]
fn the_text_alternative_has_every_number() {
    let alt = sample().scene.alt;
    for part in [
        "Resource allocation 2.8, band 2.2 to 3.4, the role needs 4",
        "Risk mitigation: no score yet",
        "Culture shaping 4.4",
    ] {
        assert!(alt.contains(part), "{part} is not in {alt}");
    }
}

fn names() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("Leistungsüberwachung".to_owned()),
        Just("Donaudampfschifffahrtsgesellschaftskapitän".to_owned()),
        Just("Ausgestaltung der Zusammenarbeitskultur im Unternehmen".to_owned()),
        Just("Prozess\u{ad}implementierung".to_owned()),
        Just("文化塑造与组织发展的长期规划".to_owned()),
        Just("تشكيل الثقافة المؤسسية".to_owned()),
        Just(String::new()),
        "[A-Za-zÄ-ü]{1,30}( [A-Za-z]{1,20}){0,5}",
    ]
}

/// Any number that arithmetic can come up with.
fn value() -> impl Strategy<Value = f64> {
    prop_oneof![8 => 0.0..=5.0, 1 => -10.0..10.0, 1 => prop::num::f64::ANY]
}

fn facet(side: Side) -> impl Strategy<Value = RadarFacet> {
    (names(), option::of(names())).prop_map(move |(label, note)| RadarFacet { label, note, side })
}

fn any_value() -> impl Strategy<Value = Value> {
    let band = option::of((value(), value()).prop_map(|(low, high)| Band { low, high }));
    (value(), band, any::<bool>()).prop_map(|(at, band, provisional)| Value { band, provisional, ..Value::exact(at) })
}

/// Up to three series of any kind, with values for more or fewer facets than there are.
fn any_series() -> impl Strategy<Value = Overlays> {
    let kind = prop_oneof![Just(SeriesKind::Mine), Just(SeriesKind::Role), Just(SeriesKind::Earlier)];
    let one = (kind, vec(option::of(any_value()), 0..10)).prop_map(|(kind, values)| series(kind, values));
    vec(one, 0..=Overlays::MOST).prop_map(Overlays::new)
}

fn any_input() -> impl Strategy<Value = RadarInput> {
    let sides: Vec<_> = KnownFacet::all().map(|known| facet(known.side()).boxed()).collect();
    let few = vec(facet(Side::Management), 0..3).prop_flat_map(|m| (Just(m), vec(facet(Side::Leadership), 0..3)));
    let facets = prop_oneof![3 => sides, 1 => few.prop_map(|(m, l)| [m, l].concat())];
    (facets, any_series()).prop_map(|(facets, series)| RadarInput {
        facets,
        series,
        title: String::new(),
        alt: String::new(),
    })
}

proptest! {
    #[test]
    fn everything_lies_within_the_drawing(
        input in any_input(),
        width in 240.0..900.0_f64,
        radius in 60.0..200.0_f64,
        labels in any::<bool>(),
    ) {
        let style = RadarStyle { width, radius, labels, ..RadarStyle::FULL };
        let drawn = radar(&input, &style);
        sound(&drawn.scene);
        prop_assert_eq!(drawn.axes.len(), input.facets.len());
        // Marks lie in the ring, whatever the value.
        for axis in &drawn.axes {
            let far = (axis.mark.x - drawn.center.x).hypot(axis.mark.y - drawn.center.y);
            prop_assert!(far <= drawn.radius + 1e-9);
        }
        // Every edge joins points of neighbours that both have a score, or a point and the middle line.
        for node in group(&drawn.scene, "me-outline") {
            prop_assert!(points(node).len() >= 2);
        }
    }

    #[test]
    fn a_value_from_0_to_5_lies_on_its_axis_in_the_ring(place in 0_usize..4, value in 0.0..=5.0_f64, left in any::<bool>()) {
        let side = if left { Side::Leadership } else { Side::Management };
        let p = point(side, place, 4, value);
        prop_assert!(near(p.x.hypot(p.y), value / 5.0, 1e-12));
        let outwards = if left { -p.x } else { p.x };
        prop_assert!(outwards >= 0.0);
    }

    #[test]
    fn the_number_of_edges_is_that_of_neighbours_with_scores(there in any::<[bool; 8]>(), means in vec(1.0..=5.0_f64, 8)) {
        let mut input = Sample::new(&ANSWERS, &NEEDS).data().radar(ALL);
        let mine = (0..8).map(|i| there[i].then_some(Value::exact(means[i]))).collect();
        input.series = Overlays::new([series(SeriesKind::Mine, mine)]);
        let drawn = radar(&input, &RadarStyle::FULL);
        let ring: Vec<usize> = drawn.axes.iter().map(|a| a.facet).collect();
        let pair = |i: usize| (there[ring[i]] && there[ring[(i + 1) % 8]]).then_some(if i == 3 || i == 7 { 2 } else { 1 });
        let wanted: usize = (0..8).filter_map(pair).sum();
        for name in ["me-outline", "areas"] {
            let points_of = |n: &Node| if let Node::Fan { rim, .. } = n { rim.len() } else { points(n).len() };
            let found: usize = group(&drawn.scene, name).iter().map(|n| points_of(n) - 1).sum();
            prop_assert_eq!(found, wanted, "{}", name);
        }
    }
}
