use super::*;
use crate::profile::{Form, Scope};
use crate::scoring::Confidence;
use crate::scoring::fixture::audit;
use crate::scoring::history::compare;

/// All eight facets with one rating each.
fn all(values: [u8; 8]) -> Audit {
    let mut audit = audit(&values.into_iter().enumerate().collect::<Vec<_>>()).1;
    audit.finished = Some("2026-02-12T08:00:00Z".parse().unwrap());
    audit
}

fn at<'a>(instrument: &'a Instrument, audit: &'a Audit) -> Audited<'a> {
    Audited { instrument, audit }
}

fn said(from: &Audit, to: &Audit) -> (Changes, ChangeSummary) {
    let instrument = audit(&[]).0;
    let (from, to) = (at(&instrument, from), at(&instrument, to));
    let changes = compare(from, to, Confidence::P90);
    let summary = ChangeSummary::new(&Words::english(), from, to, &changes);
    (changes, summary)
}

#[test]
fn no_change_is_a_finding_with_its_own_words() {
    let said = said(&all([3; 8]), &all([3; 8])).1;
    let wanted = "No change beyond the error: all 8 compared facets stay within it. That is a finding too: if something moved, it \
                  was by less than these questions can show.";
    assert_eq!((said.sentence.as_str(), said.below.as_str()), (wanted, ""));
    let chance = "Where nothing has changed, about 0.8 of 8 facets still look changed, and in about 57 of 100 comparisons at least \
                  one does.";
    assert_eq!(said.chance, chance);
    assert!(said.outside.contains("mood") && said.outside.contains("remember"), "{}", said.outside);
}

#[test]
fn opposite_movements_are_said_before_the_sides() {
    let sentence = |to| said(&all([3; 8]), &all(to)).1.sentence;
    assert_eq!(
        sentence([4, 4, 3, 3, 2, 3, 3, 3]),
        "Facets moved in opposite directions, each by more than the error. Higher: resource allocation and process \
         implementation. Lower: vision translation. A side is their average and can hide that, so read the facets first. The \
         other 5 compared facets stay within the error."
    );
    assert_eq!(
        sentence([4, 3, 3, 3, 3, 3, 3, 3]),
        "Resource allocation is higher than before, by more than the error. The other 7 compared facets stay within the error."
    );
    assert_eq!(
        sentence([2, 2, 2, 2, 2, 2, 2, 3]),
        "Resource allocation, process implementation, performance monitoring, risk mitigation, vision translation, conflict \
         navigation and strategic influence are lower than before, each by more than the error. The other compared facet stays \
         within the error."
    );
    assert!(!sentence([4; 8]).contains("stay"));
}

#[test]
fn a_line_has_the_numbers_and_what_they_mean() {
    let words = Words::english();
    let instrument = audit(&[]).0;
    let (changes, _) = said(&all([3, 3, 2, 3, 3, 3, 3, 3]), &all([4, 3, 1, 3, 3, 3, 3, 3]));
    let line = |i: usize| ChangeLine::of_facet(&words, &instrument, &changes.facets[i]);
    assert_eq!(
        line(0).spoken(&words),
        "Resource allocation: 3.0 before, 4.0 now, a change of +1.0 ± 0.8, larger than the error."
    );
    assert_eq!((line(1).difference.as_str(), line(1).is_beyond_error), ("0.0 ± 0.8", false));
    assert_eq!((line(2).difference.as_str(), line(2).reading.as_str()), ("−1.0 ± 0.8", "larger than the error"));
    let side = ChangeLine::of_side(&words, &changes, Side::Management);
    assert_eq!(side.spoken(&words), "Management: 2.8 before, 2.8 now, a change of 0.0 ± 0.4, within the error.");
    let balance = ChangeLine::of_balance(&words, &changes);
    assert!(balance.spoken(&words).starts_with("Leadership minus management: 0.3 before, 0.3 now"), "{balance:?}");
}

#[test]
fn what_is_not_compared_says_why() {
    let words = Words::english();
    let instrument = audit(&[]).0;
    let (from, mut to) = (all([3; 8]), all([3; 8]));
    for facet in &instrument.facets[..2] {
        to.answers.items.retain(|item, _| !facet.items.contains(item));
    }
    let (changes, summary) = said(&from, &to);
    assert_eq!(summary.below, "Resource allocation and process implementation have no score in one of the two.");
    let line = ChangeLine::of_facet(&words, &instrument, &changes.facets[0]);
    assert_eq!(line.spoken(&words), "Resource allocation: no score in one of the two.");
    let side = ChangeLine::of_side(&words, &changes, Side::Management);
    assert_eq!(side.spoken(&words), "Management: fewer than three of its facets are compared.");
    assert_eq!(
        ChangeLine::of_balance(&words, &changes).spoken(&words),
        "Leadership minus management: not compared, as a side is not."
    );
    let mut other = from.clone();
    other.instrument.version = 1;
    for item in &instrument.facets[3].items[1..] {
        other.answers.items.insert(item.clone(), crate::profile::Answer::NotApplicable);
    }
    let one = instrument.facets[3].items[0].clone();
    other.answers.items.insert(one, crate::profile::Answer::Rated(crate::profile::Rating::ALL[2]));
    let below = said(&other, &from).1.below;
    assert!(below.starts_with("The two were asked with different versions of the questions."), "{below}");
    let (_, nothing) = said(&audit(&[]).1, &from);
    assert_eq!((nothing.sentence.as_str(), nothing.chance.as_str()), ("No facet can be compared.", ""));
    assert!(nothing.below.contains("is not finished"), "{}", nothing.below);
}

#[test]
fn a_quick_form_and_a_single_facet_are_said_as_what_they_are() {
    let instrument = audit(&[]).0;
    let (mut quick, full) = (all([3; 8]), all([3; 8]));
    quick.form = Form::Quick;
    assert!(said(&quick, &full).1.below.starts_with("One of the two is the quick form"));
    let mut one = audit(&[(2, 5)]).1;
    one.finished = full.finished;
    one.scope = Scope::Facet(instrument.facets[2].id.clone());
    let (changes, summary) = said(&full, &one);
    assert_eq!(changes.compared(), 1);
    assert_eq!(summary.sentence, "Performance monitoring is higher than before, by more than the error.");
    assert_eq!(summary.below, "", "that the others were not asked needs no words");
    let lines = |from, to| {
        let (from, to) = (at(&instrument, from), at(&instrument, to));
        let lines = change_lines(&Words::english(), from, to, &compare(from, to, Confidence::P90));
        lines.into_iter().map(|line| line.name).collect::<Vec<_>>()
    };
    assert_eq!(lines(&full, &one), ["Performance monitoring"]);
    let of_all = lines(&full, &full);
    assert_eq!(of_all.len(), 11);
    assert_eq!(of_all[7..], ["Culture shaping", "Leadership", "Management", "Leadership minus management"]);
    assert!(summary.chance.contains("a facet still looks changed in about 10 of 100"), "{}", summary.chance);
}

#[test]
fn held_together_fewer_facets_look_changed() {
    let words = Words::english();
    let (instrument, from) = (audit(&[]).0, all([3; 8]));
    let mut to = all([3; 8]);
    // Four of five answers one higher: 0.8 with an error of 0.77 by itself, and of 1.16 among eight.
    for item in &instrument.facets[1].items[..4] {
        to.answers.items.insert(item.clone(), crate::profile::Answer::Rated(crate::profile::Rating::ALL[3]));
    }
    let (from, to) = (at(&instrument, &from), at(&instrument, &to));
    let each = compare(from, to, Confidence::P90);
    let together = each.clone().together(Confidence::P90);
    let line = |changes: &Changes| ChangeLine::of_facet(&words, &instrument, &changes.facets[1]);
    assert_eq!((line(&each).difference.as_str(), line(&each).is_beyond_error), ("+0.8 ± 0.8", true));
    assert_eq!((line(&together).difference.as_str(), line(&together).is_beyond_error), ("+0.8 ± 1.2", false));
    assert_eq!((each.management, each.balance), (together.management, together.balance));
    assert!((together.any_by_chance - 0.1).abs() < 1e-9 && (together.by_chance - 0.104_67).abs() < 1e-4);
    let summary = ChangeSummary::new(&words, from, to, &together);
    assert!(summary.chance.starts_with("The 8 facets are held to the error all together"), "{}", summary.chance);
}

#[test]
fn two_audits_of_one_day_have_their_times() {
    let words = Words::english();
    let (mut from, mut to) = (all([3; 8]), all([3; 8]));
    to.finished = Some("2026-11-19T09:30:00Z".parse().unwrap());
    assert_eq!(changes_between(&words, &from, &to), "From 12 Feb 2026 to 19 Nov 2026");
    from.finished = Some("2026-11-19T08:00:00Z".parse().unwrap());
    assert_eq!(changes_between(&words, &from, &to), "From 19 Nov 2026, 08:00 to 19 Nov 2026, 09:30");
}
