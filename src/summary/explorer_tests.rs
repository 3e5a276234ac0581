//! The explorer in words.

use super::*;
use crate::profile::{Plan, Rating, RoleId};
use crate::tracks::trials::TrialLibrary;
use crate::tracks::{Assessment, CURRENT, track_shares};

fn fit(id: &str, can: f64, drain: f64) -> RoleFit {
    RoleFit {
        id: RoleId::from(id),
        can: Some(can),
        want: Some(0.5),
        fit: Some(can),
        how_sure: Some(0.0),
        in_first_three: Some(0.0),
        as_good: Some(0.0),
        spread: None,
        idle: Vec::new(),
        drain: Some(drain),
        burnout: Some(false),
    }
}

fn assessed(shares: &[(&str, f64)]) -> Assessment {
    let one = |(id, share): &(&str, f64)| RoleFit {
        how_sure: Some(*share),
        as_good: Some(2.0 * *share),
        spread: None,
        fit: Some(*share),
        ..fit(id, 0.8, 0.0)
    };
    Assessment { fits: shares.iter().map(one).collect(), flip: None }
}

fn change(facet: &str, from: usize, to: usize) -> Change {
    Change { facet: KnownFacet::of(facet).unwrap(), from: Rating::ALL[from - 1], to: Rating::ALL[to - 1] }
}

#[test]
fn tracks_say_how_often_they_come_first() {
    let (words, catalogue) = (Words::english(), Catalogue::built_in().unwrap());
    let said =
        |shares: &[(&str, f64)]| track_lines(&words, &catalogue, &track_shares(&assessed(shares), &catalogue).unwrap());
    assert_eq!(
        said(&[("mentor", 0.62), ("founder", 0.38), ("team-manager", 0.0)]),
        [
            "Leadership without reports comes first in about 6 of 10 tries.",
            "Hybrid comes first in about 4 of 10 tries.",
            "Management hardly ever comes first."
        ]
    );
    assert_eq!(
        said(&[("mentor", 0.4), ("founder", 0.2), (CURRENT, 0.3), ("mine", 0.1)])[2..],
        [
            "Management hardly ever comes first.",
            "Your role now comes first in about 3 of 10 tries.",
            "A role of your own comes first in about 1 of 10 tries.",
            "None of the three tracks is clearly ahead."
        ]
    );
    assert_eq!(said(&[("mentor", 1.0)])[0], "Leadership without reports comes first in nearly all tries.");
}

#[test]
fn a_group_is_called_by_what_can_be_told() {
    let words = Words::english();
    let several = assessed(&[("founder", 0.4), ("mentor", 0.3), ("team-lead", 0.04), ("site-manager", 0.0)]);
    let groups = several.groups();
    let titles = Group::ALL.map(|group| group_title(&words, &groups, group));
    assert_eq!(titles, ["Fit best, too close to tell apart", "Close", "Further away"]);
    assert!(Group::ALL.iter().all(|group| !group_words(&words, &groups, *group).is_empty()));
    let one = assessed(&[("founder", 0.9), ("mentor", 0.0)]);
    assert_eq!(group_title(&words, &one.groups(), Group::Best), "Fits best");
    assert!(group_words(&words, &one.groups(), Group::Best).starts_with("Each of the others"));
}

#[test]
fn how_near_a_role_is_takes_a_few_words() {
    let said = |can, drain| near_words(&Words::english(), &fit("founder", can, drain));
    assert_eq!(said(0.75, 0.0), "possible now");
    assert_eq!(said(0.9, 0.4), "possible now, drains you");
    assert_eq!(said(0.7, 0.0), "a stretch");
    assert_eq!(said(0.7, 0.6), "a stretch, drains you");
    let open = RoleFit { can: None, fit: None, ..fit("founder", 0.0, 0.0) };
    assert_eq!(near_words(&Words::english(), &open), "not known");
}

#[test]
fn a_path_says_what_changes_and_what_lies_between() {
    let (words, instrument) = (Words::english(), Instrument::built_in().unwrap());
    let said = |changes: &[Change]| change_words(&words, &instrument, changes);
    assert_eq!(
        said(&[change("risk-mitigation", 2, 5), change("culture-shaping", 4, 2), change("conflict-navigation", 5, 1)]),
        "It asks clearly more of risk mitigation. It asks clearly less of culture shaping and conflict navigation."
    );
    assert_eq!(said(&[]), "No facet is asked clearly more or less.");
    let catalogue = Catalogue::built_in().unwrap();
    let path = |through: &[&str]| Path {
        to: "founder".into(),
        distance: 2.0,
        changes: Vec::new(),
        through: through.iter().map(|id| RoleId::from(*id)).collect(),
    };
    let names = RoleNames { catalogue: &catalogue, own: &[] };
    assert_eq!(
        through_words(&words, &path(&["team-lead", "mentor"]), &names),
        "Steps between: Team lead with a small budget and Informal leader and mentor."
    );
    assert_eq!(through_words(&words, &path(&[]), &names), "");
}

#[test]
fn now_and_then_are_told_in_hours_and_in_facets() {
    let (words, instrument) = (Words::english(), Instrument::built_in().unwrap());
    let catalogue = Catalogue::built_in().unwrap();
    let said = |facet, now, then| week_line_words(&words, &catalogue, &instrument, &WeekLine { facet, now, then });
    assert_eq!(said(None, Some(30.0), Some(10.5)), "Your own trade, hours a week: 30 now, about 10.5 then");
    let risk = KnownFacet::of("risk-mitigation");
    assert_eq!(said(risk, None, Some(2.0)), "Risk mitigation, hours a week: about 2 then");
    assert_eq!(said(risk, Some(1.0), None), "Risk mitigation, hours a week: 1 now");
    assert_eq!(said(risk, None, None), "");
    let risk = risk.unwrap();
    let changes = vec![change("risk-mitigation", 5, 2)];
    let against = Against {
        changes,
        give_up: vec![risk],
        relief: vec![risk],
        gain: vec![risk],
        burden: vec![risk],
        ..Against::default()
    };
    let lines = against_lines(&words, &instrument, &against);
    assert_eq!((lines.len(), lines[0].as_str()), (4, "It asks more of what energises you: risk mitigation."));
    let stop = |against: &Against| stop_words(&words, &instrument, against);
    assert_eq!(stop(&against), "You would do clearly less of risk mitigation than now.");
    assert_eq!(stop(&Against::default()), "");
    assert!(against_lines(&words, &instrument, &Against::default()).is_empty());
}

#[test]
fn a_trial_says_how_long_it_takes_and_whom_to_ask() {
    let (words, library) = (Words::english(), TrialLibrary::in_language("en").unwrap());
    let said = |id: &str| trial_conditions(&words, library.trial(&id.into()).unwrap());
    assert_eq!(said("mentor-one-person"), "4 weeks, about 1 hour a week; ask your manager");
    assert_eq!(said("go-along-on-an-inspection"), "1 week, about 6 hours; ask whoever is in charge there");
    assert_eq!(said("ask-ten-who-might-buy"), "3 weeks, about 4 hours a week; you need not ask anybody");
    assert_eq!(
        said("advise-and-not-decide"),
        "3 weeks, about 2 hours a week; ask those who take part; for people with reports"
    );
}

#[test]
fn what_a_trial_did_is_told_beside_what_was_expected() {
    let mut plan = Plan::trial("p".into(), "culture-shaping".into(), "mentor-one-person".into(), "mentor".into());
    let of = plan.trial.as_mut().unwrap();
    assert_eq!(trial_energy_words(&Words::english(), of), "");
    of.before = Some(Rating::ALL[1]);
    let mut said = |after: usize| {
        of.after = Some(Rating::ALL[after - 1]);
        trial_energy_words(&Words::english(), of)
    };
    assert_eq!(said(4), "It gave you clearly more energy than you expected.");
    assert!(said(1).starts_with("It was about as you expected") && said(3) == said(1));
}
