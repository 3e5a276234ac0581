use super::*;
use crate::profile::{Answer, Audit, Rating};
use crate::scoring::fixture::{audit, scored};
use crate::scoring::{Confidence, score};

const LARGER: &str = "The difference is larger than its assumed error.";
const BY: &str = "by more than the assumed error";
const EQUAL: &str = "Even with its assumed error, the difference stays within 0.75 points, a limit of ours.";
const CANNOT: &str = "These answers cannot show which you do more. The difference is smaller than its assumed error: there \
                      may be one, or none.";

/// Management facets with one rating, leadership facets with another.
fn sides(management: u8, leadership: u8) -> (std::sync::Arc<Instrument>, Audit) {
    let facets: Vec<(usize, u8)> = (0..8).map(|i| (i, if i < 4 { management } else { leadership })).collect();
    audit(&facets)
}

fn of((instrument, audit): &(std::sync::Arc<Instrument>, Audit)) -> Summary {
    Summary::new(&Words::english(), instrument, &scored(instrument, audit))
}

/// Raises the first items of a facet by one, which moves its mean in steps of a fifth.
fn raise(pair: &mut (std::sync::Arc<Instrument>, Audit), facet: usize, items: usize) {
    let ids = pair.0.facets[facet].items.clone();
    for id in ids.iter().take(items) {
        if let Some(Answer::Rated(rating)) = pair.1.answers.items.get(id).copied() {
            pair.1.answers.items.insert(id.clone(), Answer::Rated(Rating::try_from(rating.value() + 1).unwrap()));
        }
    }
}

fn forget(pair: &mut (std::sync::Arc<Instrument>, Audit), facet: usize, items: usize) {
    for id in pair.0.facets[facet].items.iter().take(items) {
        pair.1.answers.items.remove(id);
    }
}

fn not_applicable(pair: &mut (std::sync::Arc<Instrument>, Audit), facet: usize) {
    for id in &pair.0.facets[facet].items {
        pair.1.answers.items.insert(id.clone(), Answer::NotApplicable);
    }
}

#[test]
fn nothing_answered() {
    let summary = of(&audit(&[]));
    assert_eq!(summary.sentence, "There is no result yet: no question is answered.");
    assert_eq!(summary.second_line(), "A side has a score once three of its four facets have enough answers.");
}

#[test]
fn neither_side_has_a_score() {
    let summary = of(&audit(&[(0, 3)]));
    assert_eq!(summary.sentence, "There are too few answers yet for a score of either side.");
    let needs = "A side has a score once three of its four facets have enough answers.";
    assert_eq!(
        summary.second_line(),
        format!(
            "Leadership, no score yet: all four facets have too few answers; Management, no score yet: process \
             implementation, performance monitoring and risk mitigation have too few answers. {needs}"
        )
    );
    let mut few = audit(&[(0, 3)]);
    forget(&mut few, 0, 4);
    assert_eq!(of(&few).sentence, summary.sentence);
    assert_eq!(of(&few).second_line(), needs);
}

#[test]
fn one_side_has_no_score() {
    let only =
        |facets: std::ops::Range<usize>, value| of(&audit(&facets.map(|i| (i, value)).collect::<Vec<_>>())).sentence;
    let open = "has no score yet, so the two cannot be compared.";
    assert_eq!(only(4..8, 4), format!("By the score alone, you take most of the chances to lead. Management {open}"));
    assert_eq!(
        only(4..8, 3),
        format!("By the score alone, you take about half of the chances to lead. Management {open}")
    );
    assert_eq!(only(4..8, 2), format!("By the score alone, you take few of the chances to lead. Management {open}"));
    assert_eq!(only(0..4, 4), format!("By the score alone, you take most of the chances to manage. Leadership {open}"));
    assert_eq!(
        only(0..4, 3),
        format!("By the score alone, you take about half of the chances to manage. Leadership {open}")
    );
    assert_eq!(only(0..4, 1), format!("By the score alone, you take few of the chances to manage. Leadership {open}"));
}

#[test]
fn a_side_that_does_not_apply_is_not_called_open() {
    let mut pair = sides(3, 4);
    not_applicable(&mut pair, 0);
    not_applicable(&mut pair, 1);
    let summary = of(&pair);
    let second = "Management has no score, as too little of it applies in your work; so the two cannot be compared.";
    assert_eq!(summary.sentence, format!("By the score alone, you take most of the chances to lead. {second}"));
    let facets = "resource allocation and process implementation do not apply in your work";
    assert_eq!(
        summary.second_line(),
        format!("Leadership 4.0 ± 0.3, Management, no score yet: {facets}. Self-ratings run high.")
    );
}

#[test]
fn a_lean_has_a_degree_by_its_size() {
    assert_eq!(
        of(&sides(3, 4)).sentence,
        format!("You take the chances to lead much more often than the chances to manage, {BY}.")
    );
    assert_eq!(
        of(&sides(4, 2)).sentence,
        format!("You take the chances to manage much more often than the chances to lead, {BY}.")
    );
    let mut somewhat = sides(3, 3);
    (4..7).for_each(|facet| raise(&mut somewhat, facet, 5));
    assert_eq!(
        of(&somewhat).sentence,
        format!("You take the chances to lead somewhat more often than the chances to manage, {BY}.")
    );
    // With 90 in 100, so small a difference is within its error.
    let mut little = sides(3, 3);
    (0..4).for_each(|facet| raise(&mut little, facet, 2));
    let little = Summary::new(&Words::english(), &little.0, &score(&little.0, &little.1, Confidence::P80));
    assert_eq!(
        little.sentence,
        format!("You take the chances to manage a little more often than the chances to lead, {BY}.")
    );
}

#[test]
fn about_equal_is_a_finding_and_cannot_tell_is_none() {
    let even = "You take the chances to lead about as often as the chances to manage.";
    assert_eq!(of(&sides(3, 3)).sentence, format!("{even} {EQUAL}"));
    let mut near = sides(3, 3);
    raise(&mut near, 4, 5);
    raise(&mut near, 5, 2);
    assert_eq!(of(&near).sentence, CANNOT);
}

#[test]
fn both_strong_and_whether_they_can_be_told_apart() {
    assert_eq!(
        of(&sides(4, 4)).sentence,
        format!("You take most of the chances to manage, and most of the chances to lead. {EQUAL}")
    );
    let lean = |m, l| of(&sides(m, l)).sentence;
    assert_eq!(
        lean(4, 5),
        format!("You take most of the chances of both kinds, and the chances to lead much more often. {LARGER}")
    );
    assert_eq!(
        lean(5, 4),
        format!("You take most of the chances of both kinds, and the chances to manage much more often. {LARGER}")
    );
    assert_eq!(of(&sides(5, 5)).second_line(), "Leadership 5.0 ± 0.3, Management 5.0 ± 0.3. Self-ratings run high.");
}

#[test]
fn both_thin_and_whether_they_can_be_told_apart() {
    let at_present = "At present you take few of the chances to manage, and few of the chances to lead.";
    assert_eq!(of(&sides(1, 1)).sentence, format!("{at_present} {EQUAL}"));
    let leans = |m, l| of(&sides(m, l)).sentence;
    assert_eq!(
        leans(1, 2),
        format!(
            "At present you take few of the chances of either kind, and the chances to lead much more often. {LARGER}"
        )
    );
    assert_eq!(
        leans(2, 1),
        format!(
            "At present you take few of the chances of either kind, and the chances to manage much more often. {LARGER}"
        )
    );
}

#[test]
fn provisional_says_which_facet_and_why() {
    let mut pair = sides(3, 4);
    forget(&mut pair, 3, 3);
    assert_eq!(
        of(&pair).second_line(),
        "Leadership 4.0 ± 0.3, Management 3.0 ± 0.4, provisional: risk mitigation has too few answers. \
         Self-ratings run high."
    );
    forget(&mut pair, 0, 2);
    not_applicable(&mut pair, 4);
    assert_eq!(
        of(&pair).second_line(),
        "Leadership 4.0 ± 0.4, provisional: vision translation does not apply in your work; \
         Management 3.0 ± 0.4, provisional: risk mitigation has too few answers, \
         resource allocation rests on part of the questions. Self-ratings run high."
    );
}

#[test]
fn pieces_have_the_tone_of_their_side() {
    let tones: Vec<Tone> = of(&sides(3, 4)).line.iter().map(|p| p.tone).collect();
    let side = |side| [Tone::Side(side), Tone::Plain, Tone::Quiet];
    assert_eq!(tones, [&side(Side::Leadership)[..], &side(Side::Management), &[Tone::Quiet]].concat());
}
