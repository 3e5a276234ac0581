//! Scores over time: what is a point, what one line joins, what is said, and that all of it comes from the same points.

use std::sync::Arc;

use evenkeel::figures::trend::{Followed, MOST, Trend, Trends};
use evenkeel::instrument::Side;
use evenkeel::profile::{Audit, Form, Profile, Scope};
use evenkeel::scoring::Confidence;
use evenkeel::words::Words;
use proptest::prelude::*;

use super::support::sample::{MOCKUP, alone, earlier, on, profile, story};
use super::support::{instrument, instruments, version_1};

fn trends(profile: &Profile) -> Trends {
    Trends::new(&instruments(), profile, Confidence::P90, false)
}

fn facet(at: usize) -> Followed {
    Followed::Facet(instrument().facets[at].id.clone())
}

fn days(trend: &Trend) -> Vec<String> {
    trend.points.iter().map(|point| point.at.to_string()[..10].to_owned()).collect()
}

fn reading(profile: &Profile, what: &Followed) -> String {
    let all = trends(profile);
    all.reading_of(&Words::english(), all.of(what).unwrap())
}

#[test]
fn an_audit_of_one_facet_is_a_point_of_that_facet_alone() {
    let all = trends(&story());
    let asked = all.of(&facet(5)).unwrap();
    assert_eq!(days(asked), ["2024-11-20", "2025-02-12", "2025-10-14", "2026-03-20", "2026-11-19"]);
    let lone: Vec<bool> = asked.points.iter().map(|point| point.is_alone).collect();
    assert_eq!(lone, [false, false, false, true, false]);
    for what in [facet(4), facet(0), Followed::Side(Side::Leadership), Followed::Balance] {
        assert_eq!(all.of(&what).unwrap().points.len(), 4, "{what:?}");
    }
}

#[test]
fn other_forms_and_other_versions_are_not_joined_by_one_line() {
    let all = trends(&story());
    assert_eq!(all.of(&facet(5)).unwrap().lines(), [vec![0], vec![1, 2, 3, 4]]);
    assert_eq!(all.of(&facet(5)).unwrap().versions(), [vec![0, 1, 2, 3, 4]], "forms of one version share a range");
    let old = earlier(&version_1(), 1, "2024-02-12T12:00:00Z");
    let older = earlier(&version_1(), 2, "2023-11-12T12:00:00Z");
    let mut mixed = story();
    mixed.audits.extend([old, older].map(Arc::new));
    let all = trends(&mixed);
    let shown = all.of(&facet(0)).unwrap();
    assert_eq!(shown.lines(), [vec![0, 1], vec![2], vec![3, 4, 5]]);
    assert_eq!(shown.versions(), [vec![0, 1], vec![2, 3, 4, 5]]);
    assert_eq!(
        shown.points.iter().map(|point| point.expected.is_some()).collect::<Vec<_>>(),
        [false, true, false, true, true, true]
    );
    assert_eq!(all.questions.iter().map(|it| it.version).collect::<Vec<_>>(), [1, 2]);
}

/// By hand: quick 3 items of r 0.4, full 5 items; SEM = 0.95 sqrt(0.6 / n).
#[test]
fn the_range_without_any_change_is_the_error_of_the_difference() {
    let all = trends(&story());
    let point = &all.of(&facet(1)).unwrap().points[1];
    assert!((instrument().facets[1].inter_item_r - 0.4).abs() < 1e-9);
    let sem = |n: f64| 0.95 * (0.6 / n).sqrt();
    let half = 1.644_853_626_951_472_2 * sem(3.0).hypot(sem(5.0));
    let expected = point.expected.unwrap();
    assert!((expected.first - 3.0).abs() < 1e-9);
    assert!((expected.low - (3.0 - half)).abs() < 1e-9 && (expected.high - (3.0 + half)).abs() < 1e-9);
    assert!(!expected.is_beyond_error);
    let last = all.of(&Followed::Side(Side::Leadership)).unwrap().last().unwrap();
    assert!(last.expected.unwrap().is_beyond_error, "{last:?}");
    // Nobody knows that the questions of both sides are equally easy, which changes nothing in a change.
    let balance = all.of(&Followed::Balance).unwrap().last().unwrap();
    assert!(balance.estimate.high - balance.estimate.mean > Confidence::P90.z() * balance.estimate.sem + 1e-3);
}

#[test]
fn a_point_is_said_with_its_band() {
    let mut audit =
        on("2026-06-19", Form::Full, ["3.3.4", "33333", "33333", "33333", "33333", "33333", "33333", "33333"]);
    audit.answers.seconds.clear();
    let all = trends(&profile([audit]));
    let point = &all.of(&facet(0)).unwrap().points[0];
    let said = all.says(&Words::english(), point);
    assert_eq!(said, "19 Jun 2026, full: 3 of 5 answered, 3.3, provisional, band 2.6 to 4.1; the first.");
    let row = all.row(&Words::english(), point);
    for cell in [&row.day, &row.form, &row.answered, &row.score, &row.band, &row.reading] {
        assert!(said.contains(cell.as_str()), "{cell} is not in {said}");
    }
}

#[test]
fn every_odd_case_has_its_sentence() {
    let words = Words::english();
    let has = |profile: &Profile, what: &str| {
        let all = trends(profile);
        let said = [vec![all.heading(&words), all.chance(&words)], all.remarks(&words)].concat().join(" ");
        assert!(said.contains(what), "{what} is not in {said}");
    };
    let full = |day: &str, level: &'static str| on(day, Form::Full, [level; 8]);
    has(&profile([]), "Nothing to compare yet");
    has(&profile([full("2026-01-01", "33333")]), "One audit so far");
    assert_eq!(reading(&profile([]), &facet(0)), "No finished audit has a score for it yet.");
    assert!(
        reading(&profile([full("2026-01-01", "33333")]), &facet(0))
            .starts_with("One score so far. 1 Jan 2026, full: 5 of 5")
    );
    let apart = profile([full("2023-01-01", "33333"), full("2026-01-02", "33333")]);
    has(&apart, "Between 1 Jan 2023 and 2 Jan 2026 lie 3 years without an audit");
    has(&apart, "No change beyond the error on either side.");
    has(&story(), "Quick audits ask three questions");
    has(&story(), "Leadership is higher than at first, by more than the error. Management stays within its error.");
    let mut old = earlier(&version_1(), 1, "2024-02-12T12:00:00Z");
    let versions = profile([old.clone(), full("2026-01-01", "33333")]);
    has(&versions, "more than one version");
    has(&versions, "Asked differently each time");
    assert!(reading(&versions, &facet(0)).contains("another version of the questions"));
    old.instrument.version = 9;
    has(&profile([old]), "One audit was asked with questions that this version of Evenkeel does not know");
    let mut open = full("2026-01-01", "33333");
    open.finished = None;
    has(&profile([open]), "One audit is not finished");
    let both = profile([
        full("2026-01-01", "33333"),
        on("2026-02-01", Form::Full, ["55555", "33333", "33333", "33333", "33333", "33333", "33333", "11111"]),
    ]);
    has(&both, "Facets moved in opposite directions");
    assert!(reading(&both, &facet(0)).starts_with("Up by 2.0 since 1 Jan 2026."));
    assert!(reading(&both, &facet(7)).starts_with("Down by 2.0 since 1 Jan 2026."));
}

/// 1 - 0.9^8 = 0.57, and 0.1 where all are held together.
#[test]
fn what_chance_alone_would_show_is_computed() {
    let words = Words::english();
    let [each, together] =
        [false, true].map(|together| Trends::new(&instruments(), &story(), Confidence::P90, together));
    assert!(
        each.chance(&words).contains("at least one of 8 facets") && each.chance(&words).contains(" 57 people in 100")
    );
    assert!(together.chance(&words).contains(" 10 people in 100"));
    let half = |all: &Trends| all.of(&facet(4)).unwrap().last().unwrap().expected.map(|it| it.high - it.first).unwrap();
    assert!(half(&together) > half(&each));
    let side = Followed::Side(Side::Leadership);
    assert_eq!(each.of(&side), together.of(&side), "sides are not among the eight");
    let strict = Trends::new(&instruments(), &story(), Confidence::P95, false);
    assert!(strict.chance(&words).contains(" 34 people in 100"), "{}", strict.chance(&words));
    assert!((trends(&profile([])).any_by_chance()).abs() < 1e-12);
}

#[test]
fn with_very_many_audits_the_newest_are_followed_and_the_rest_is_said() {
    let first: jiff::Timestamp = "2020-01-01T12:00:00Z".parse().unwrap();
    let audits = (0..MOST + 50).map(|n| {
        let at = first + jiff::SignedDuration::from_hours(24 * i64::try_from(n).unwrap());
        let mut audit = on("2020-01-01", Form::Full, MOCKUP);
        audit.id = format!("00000000-0000-4000-8000-{n:012}").as_str().into();
        (audit.started, audit.finished) = (at, Some(at));
        audit
    });
    let all = trends(&profile(audits));
    assert_eq!(all.of(&facet(0)).unwrap().points.len(), MOST);
    assert_eq!(all.left.older, 50);
    assert!(all.remarks(&Words::english()).iter().any(|it| it == "The charts show the newest 200 of 250 audits."));
}

fn any_answers() -> impl Strategy<Value = Audit> {
    let facet = proptest::string::string_regex("[1-5n.]{5}").unwrap();
    (proptest::collection::vec(facet, 8), any::<bool>(), 0..400_i64, proptest::option::of(0..8_usize)).prop_map(
        |(answers, quick, day, only)| {
            let form = if quick { Form::Quick } else { Form::Full };
            let answers: Vec<&str> = answers.iter().map(String::as_str).collect();
            let mut audit = on("2020-01-01", form, answers.try_into().unwrap());
            let at = audit.started + jiff::SignedDuration::from_hours(24 * day);
            (audit.started, audit.finished) = (at, Some(at));
            audit.id = format!("00000000-0000-4000-8000-{day:012}").as_str().into();
            if let Some(only) = only {
                audit.scope = Scope::Facet(instrument().facets[only].id.clone());
            }
            audit
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn two_identical_audits_show_no_change(first in any_answers()) {
        let mut second = first.clone();
        second.id = "00000000-0000-4000-8000-ffffffffffff".into();
        second.finished = Some(first.started + jiff::SignedDuration::from_hours(24 * 30));
        let all = trends(&profile([first, second]));
        for point in all.all.iter().filter_map(Trend::last) {
            prop_assert!(point.expected.is_some_and(|it| !it.is_beyond_error));
        }
        prop_assert!(!all.are_opposite());
    }

    #[test]
    fn the_order_in_the_file_does_not_matter(audits in proptest::collection::vec(any_answers(), 0..6), turn in 0..6_usize) {
        // Two of the same moment come in the order of the file, as anything else would be arbitrary.
        let mut audits = audits;
        audits.sort_by_key(Audit::date);
        audits.dedup_by_key(|audit| audit.date());
        let sorted = trends(&profile(audits.clone()));
        let by = turn.min(audits.len());
        audits.rotate_left(by);
        prop_assert_eq!(&trends(&profile(audits.clone())), &sorted);
        audits.reverse();
        prop_assert_eq!(&trends(&profile(audits)), &sorted);
    }
}

/// A facet that was asked about alone joins the line of the full audits: the same questions.
#[test]
fn a_lone_facet_goes_on_with_the_line_of_its_form() {
    let all = trends(&profile([on("2026-01-01", Form::Full, ["33333"; 8]), alone("2026-02-01", 0, "44444")]));
    assert_eq!(all.of(&facet(0)).unwrap().lines(), [vec![0, 1]]);
    assert_eq!(all.of(&facet(1)).unwrap().points.len(), 1);
}
