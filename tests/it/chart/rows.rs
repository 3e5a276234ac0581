//! Dots, balance, legend.

use evenkeel::chart::scene::{Node, Point, Scene, Stroke};
use evenkeel::chart::{
    BalanceInput, BalanceSize, Band, DotsInput, DotsRow, DotsWords, Overlays, RadarStyle, Series, SeriesKind, Value,
    balance, dots, legend, radar,
};
use evenkeel::figures::{ChartData, ShownSeries};
use evenkeel::instrument::Side;
use evenkeel::palette::Ink;
use evenkeel::plan::EvidenceMark;
use evenkeel::scoring::{Reading, Verdict};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

use super::sample::{ANSWERS, EARLIER, NEEDS, Sample};
use super::{all, near, points, sound};

#[test]
fn rows_go_from_asks_more_to_asks_less_and_no_score_is_last() {
    let drawn = dots(&Sample::new(&ANSWERS, &NEEDS).data().dots(), 480.0);
    let order: Vec<usize> = drawn.places.iter().map(|p| p.facet).collect();
    assert_eq!(order, [0, 5, 2, 4, 7, 1, 6, 3]);
    assert!(near(drawn.scene.height, 352.0, 1e-9));
    // 46 points for a point of the scale, from 184 on.
    assert!(near(drawn.places[0].mark.x, 184.0 + 46.0 * 1.8, 1e-9));
    sound(&drawn.scene);
    for (i, place) in drawn.places.iter().enumerate() {
        assert_eq!(drawn.row_at(place.mark), Some(i));
    }
}

#[test]
fn without_a_role_the_highest_score_comes_first() {
    let drawn = dots(&Sample::new(&EARLIER, &[]).data().dots(), 480.0);
    let order: Vec<usize> = drawn.places.iter().map(|p| p.facet).collect();
    assert_eq!(order, [7, 4, 6, 1, 2, 3, 0, 5]);
    assert!(drawn.places.windows(2).all(|w| w[0].mark.x >= w[1].mark.x));
}

/// A row with the person's own value and what the role needs.
type Row = (DotsRow, [Option<Value>; 2]);

fn input(rows: Vec<Row>) -> DotsInput {
    let series = |kind, at: usize| Series {
        kind,
        name: String::new(),
        values: rows.iter().map(|(_, values)| values[at]).collect(),
    };
    let series = Overlays::new([series(SeriesKind::Mine, 0), series(SeriesKind::Role, 1)]);
    DotsInput { rows: rows.into_iter().map(|(row, _)| row).collect(), series, words: DotsWords::default() }
}

#[test]
fn a_link_begins_where_the_error_ends() {
    let links = |reading: Reading, need: f64| {
        let score = Value { band: Some(Band { low: 2.5, high: 3.5 }), ..Value::exact(3.0) };
        let row =
            DotsRow { label: "Name".to_owned(), side: Side::Management, reading: Some(reading), words: String::new() };
        let drawn = dots(&input(vec![(row, [Some(score), Some(Value::exact(need))])]), 480.0);
        let link = |node: &Node| match node {
            Node::Line { points, stroke: Stroke { ink: Ink::Role, dash: Some(_), .. }, .. } => {
                Some((points[0].x, points[1].x))
            }
            _ => None,
        };
        all(&drawn.scene).iter().filter_map(|(node, _)| link(node)).collect::<Vec<_>>()
    };
    let x = |v: f64| 184.0 + 46.0 * (v - 1.0);
    assert_eq!(links(Reading::AsksMore, 5.0), [(x(3.5), x(5.0))]);
    assert_eq!(links(Reading::AsksLess, 1.0), [(x(2.5), x(1.0))]);
    assert_eq!(links(Reading::WithinError, 3.4), []);
}

/// A ring tells of notes, and the ground of the mark of too few answers: one can be without the other.
#[test]
fn evidence_is_a_ring_and_provisional_a_hollow_mark() {
    let sample = Sample::new(&ANSWERS, &NEEDS);
    let marks: Vec<EvidenceMark> = (0..8)
        .map(|at| match at {
            0 | 3 => EvidenceMark::Written,
            4 => EvidenceMark::Faded,
            _ => EvidenceMark::Nothing,
        })
        .collect();
    let with = ChartData { evidence: &marks, ..sample.data() };
    let rings = |scene: &Scene| {
        let ring = |(node, _): &(Node, Point)| {
            matches!(node, Node::Circle { fill: None, stroke: Some(stroke), .. }
                if [Ink::Ink, Ink::LineStrong].contains(&stroke.ink) && stroke.width < 2.0)
        };
        all(scene).into_iter().filter(ring).count()
    };
    let show = ShownSeries { me: true, role: true, earlier: false };
    let (without, ringed) = (sample.data(), with);
    let drawn = |data: &ChartData<'_>| {
        (rings(&radar(&data.radar(show), &RadarStyle::FULL).scene), rings(&dots(&data.dots(), 600.0).scene))
    };
    let (before, after) = (drawn(&without), drawn(&ringed));
    // The fourth facet has no score, and what has no mark has no ring.
    assert_eq!((after.0 - before.0, after.1 - before.1), (2, 2));
    let input = ringed.radar(show);
    let legend: Vec<&str> = ringed.legend(&input.series).into_iter().map(|(_, words)| words).collect();
    assert!(legend.contains(&"evidence noted") && legend.contains(&"only older evidence"), "{legend:?}");
    assert!(ringed.radar(show).alt.contains("evidence noted") && !without.radar(show).alt.contains("evidence"));
}

#[test]
fn the_balance_leans_to_its_side() {
    let at = |difference: f64, verdict| {
        let lean = BalanceInput { difference, half: 0.3, verdict };
        let scene = balance(Some(&lean), BalanceSize::Small);
        sound(&scene);
        let mark = scene.nodes.last().unwrap().clone();
        let p = points(&mark);
        (p.iter().map(|p| p.x).sum::<f64>() / f64::from(u8::try_from(p.len()).unwrap()), mark)
    };
    let (left, diamond) = at(0.6, Verdict::LeansToLeadership);
    let (right, circle) = at(-0.6, Verdict::LeansToManagement);
    assert!(left < 40.0 && right > 40.0 && near(left + right, 80.0, 1e-9));
    assert!(
        matches!(diamond, Node::Polygon { .. }) && matches!(circle, Node::Circle { fill: Some(Ink::Management), .. })
    );
    let (_, hollow) = at(0.1, Verdict::CannotTell);
    assert!(matches!(hollow, Node::Circle { fill: Some(Ink::Paper), .. }));
    // Without an audit there is the dotted line and the tick alone.
    assert_eq!(balance(None, BalanceSize::Big).nodes.len(), 2);
}

#[test]
fn a_legend_breaks_into_lines() {
    let items = [
        legend::Sample::Series(SeriesKind::Mine),
        legend::Sample::Series(SeriesKind::Role),
        legend::Sample::Series(SeriesKind::Earlier),
    ]
    .map(|s| (s, "What it stands for"));
    assert!(near(legend::legend(&items, 700.0).height, 24.0, 1e-9));
    let narrow = legend::legend(&items, 220.0);
    assert!(near(narrow.height, 72.0, 1e-9));
    sound(&narrow);
}

fn row() -> impl Strategy<Value = Row> {
    let value = || prop_oneof![8 => 1.0..=5.0_f64, 1 => prop::num::f64::ANY];
    let score = (value(), value(), value(), any::<bool>()).prop_map(|(at, low, high, provisional)| Value {
        band: Some(Band { low, high }),
        provisional,
        ..Value::exact(at)
    });
    let reading = prop_oneof![Just(Reading::AsksMore), Just(Reading::WithinError), Just(Reading::AsksLess)];
    let words = "[A-Za-zÄ-ü]{0,25}( [A-Za-z0-9]{1,12}){0,4}";
    (words, words, any::<bool>(), option::of(score), option::of(value()), option::of(reading)).prop_map(
        |(label, words, left, score, need, reading)| {
            let side = if left { Side::Leadership } else { Side::Management };
            (DotsRow { label, side, reading, words }, [score, need.map(Value::exact)])
        },
    )
}

proptest! {
    #[test]
    fn dots_lie_within_the_drawing(rows in vec(row(), 0..9), width in 100.0..700.0_f64) {
        let drawn = dots(&input(rows.clone()), width);
        sound(&drawn.scene);
        let mut order: Vec<usize> = drawn.places.iter().map(|p| p.facet).collect();
        let scored: Vec<bool> = order.iter().map(|i| rows[*i].1[0].is_some()).collect();
        prop_assert!(scored.windows(2).all(|w| w[0] || !w[1]), "a missing score comes before a score");
        order.sort_unstable();
        prop_assert_eq!(order, (0..rows.len()).collect::<Vec<_>>());
    }

    #[test]
    fn a_balance_lies_within_its_glyph(difference in -4.0..=4.0_f64, half in 0.0..2.0_f64, big in any::<bool>()) {
        let verdict = if difference.abs() <= half {
            Verdict::CannotTell
        } else if difference > 0.0 {
            Verdict::LeansToLeadership
        } else {
            Verdict::LeansToManagement
        };
        let size = if big { BalanceSize::Big } else { BalanceSize::Small };
        sound(&balance(Some(&BalanceInput { difference, half, verdict }), size));
    }
}
