//! Edits are data, and applying one leaves the profile before it as it was.

use std::sync::Arc;

use evenkeel::profile::{
    Aim, Answer, Audit, AuditEdit, AuditId, Date, Dose, Edit, EditError, EndReason, Ended, Extra, Form, GoalLevel,
    Note, NoteEdit, NoteText, Part, Plan, PlanEdit, PlanText, Points, Profile, ProfileId, Rating, SignAnswer,
    TakenAction, WeekCount, Weekday,
};
use jiff::Timestamp;
use jiff::civil::date;
use proptest::prelude::*;

use super::support::{empty_audit, instrument, rated, rating};

fn audit(id: &str) -> Audit {
    Audit { id: AuditId::from(id), ..empty_audit(&instrument(), Form::Full) }
}

/// Three audits: `a`, `b`, `c`.
fn profile() -> Profile {
    let mut profile = Profile::new(ProfileId::from("p"));
    profile.audits = ["a", "b", "c"].map(|id| Arc::new(audit(id))).into();
    profile
}

fn in_b(change: AuditEdit) -> Edit {
    Edit::Audit(AuditId::from("b"), change)
}

/// A copy that shares nothing with its original.
fn deep_copy(profile: &Profile) -> Profile {
    let mut copy = profile.clone();
    copy.audits = profile.audits.iter().map(|a| Arc::new(Audit::clone(a))).collect();
    copy.plans = profile.plans.iter().map(|plan| Arc::new(Plan::clone(plan))).collect();
    copy.notes = profile.notes.iter().map(|note| Arc::new(Note::clone(note))).collect();
    copy
}

#[test]
fn an_edit_changes_one_audit_and_shares_the_others() {
    let before = profile();
    let copy = deep_copy(&before);
    let after = before.apply(&in_b(AuditEdit::SetRole("Team lead".to_owned()))).unwrap();
    assert_eq!(before, copy, "the profile before is as it was");
    assert_eq!(after.audits[1].role, "Team lead");
    assert!(Arc::ptr_eq(&before.audits[0], &after.audits[0]));
    assert!(!Arc::ptr_eq(&before.audits[1], &after.audits[1]));
    assert!(Arc::ptr_eq(&before.audits[2], &after.audits[2]));
}

/// After an edit all audits but one are the very same, and there may be two thousand: they are not compared value by value. No value
/// says that but one that is not like itself.
#[test]
fn what_is_shared_is_not_looked_into() {
    let mut odd = audit("odd");
    odd.answers.seconds.insert("item".into(), f64::NAN);
    let mut before = profile();
    before.audits.push(Arc::new(odd));
    assert_eq!(before, before.clone());
    assert_ne!(before, deep_copy(&before));
    let after = before.apply(&Edit::SetPerson("Zoë".to_owned())).unwrap();
    assert_ne!(before, after);
}

#[test]
fn naming_the_person_shares_every_audit() {
    let before = profile();
    let after = before.apply(&Edit::SetPerson("Zoë".to_owned())).unwrap();
    assert_eq!((before.person.as_str(), after.person.as_str()), ("", "Zoë"));
    assert!(before.audits.iter().zip(&after.audits).all(|(a, b)| Arc::ptr_eq(a, b)));
}

#[test]
fn audits_are_started_at_the_end_and_deleted_by_id() {
    let before = profile();
    let started = before.apply(&Edit::StartAudit(Box::new(audit("d")))).unwrap();
    assert_eq!(started.latest().unwrap().id, AuditId::from("d"));
    assert_eq!((before.audits.len(), started.audits.len()), (3, 4));
    let deleted = started.apply(&Edit::DeleteAudit(AuditId::from("b"))).unwrap();
    let left: Vec<_> = deleted.audits.iter().map(|a| a.id.as_str()).collect();
    assert_eq!(left, ["a", "c", "d"]);
    assert_eq!(started.audits.len(), 4);
}

#[test]
fn behaviour_is_always_among_the_parts() {
    let bare = Audit { parts: [Part::Role].into(), ..audit("d") };
    let started = profile().apply(&Edit::StartAudit(Box::new(bare))).unwrap();
    assert_eq!(started.latest().unwrap().parts, [Part::Behaviour, Part::Role].into());
    let changed = profile().apply(&in_b(AuditEdit::SetParts([Part::Energy].into()))).unwrap();
    assert_eq!(changed.audits[1].parts, [Part::Behaviour, Part::Energy].into());
}

#[test]
fn every_answer_can_be_given_changed_and_taken_back() {
    let facet = || "risk-mitigation".into();
    let changes = |on: bool| {
        vec![
            AuditEdit::SetAnswer("risk-mitigation-1".into(), on.then(|| rated(4)), on.then_some(2.5)),
            AuditEdit::SetSituation("whose-job".into(), on.then(|| Points::try_from(6).unwrap())),
            AuditEdit::SetNeed(facet(), on.then(|| rating(5))),
            AuditEdit::SetDose(facet(), on.then_some(Dose::TooLittle)),
            AuditEdit::SetEnergy(facet(), on.then(|| rating(2))),
            AuditEdit::SetSign("costs-run-over".into(), on.then_some(SignAnswer::Often)),
        ]
    };
    let before = profile();
    let mut now = before.clone();
    for change in changes(true) {
        let next = now.apply(&in_b(change)).unwrap();
        assert_ne!(next, now, "each of them changes something");
        now = next;
    }
    let b = &now.audits[1];
    assert_eq!(b.answer("risk-mitigation-1"), Some(rated(4)));
    assert_eq!(b.answers.seconds["risk-mitigation-1"].to_bits(), 2.5_f64.to_bits());
    assert_eq!(
        (b.answers.situations["whose-job"].management(), b.answers.situations["whose-job"].leadership()),
        (6, 4)
    );
    assert_eq!((b.answers.needs["risk-mitigation"], b.answers.energy["risk-mitigation"]), (rating(5), rating(2)));
    assert_eq!(b.answers.doses["risk-mitigation"], Dose::TooLittle);
    assert_eq!(b.answers.signs["costs-run-over"], SignAnswer::Often);
    for change in changes(false) {
        now = now.apply(&in_b(change)).unwrap();
    }
    assert_eq!(now, before);
}

#[test]
fn an_answer_changed_later_keeps_its_first_time() {
    let first = profile().apply(&in_b(AuditEdit::SetAnswer("x".into(), Some(rated(1)), Some(3.0)))).unwrap();
    let later = first.apply(&in_b(AuditEdit::SetAnswer("x".into(), Some(Answer::NotApplicable), None))).unwrap();
    assert_eq!(later.audits[1].answer("x"), Some(Answer::NotApplicable));
    assert_eq!(later.audits[1].answers.seconds["x"].to_bits(), 3.0_f64.to_bits());
}

#[test]
fn a_shorter_form_keeps_the_answers_to_the_longer_one() {
    let answered =
        profile().apply(&in_b(AuditEdit::SetAnswer("risk-mitigation-5".into(), Some(rated(4)), None))).unwrap();
    let order = vec!["risk-mitigation-1".into()];
    let quick = answered.apply(&in_b(AuditEdit::SetForm(Form::Quick, order.clone()))).unwrap();
    assert_eq!((quick.audits[1].form, &quick.audits[1].order), (Form::Quick, &order));
    assert_eq!(quick.audits[1].answer("risk-mitigation-5"), Some(rated(4)));
}

#[test]
fn the_day_is_when_it_was_finished_or_else_started() {
    let at = "2026-11-20T09:00:00Z".parse().unwrap();
    let finished = profile().apply(&in_b(AuditEdit::Finish(at))).unwrap();
    assert_eq!(finished.audits[1].date(), at);
    assert_eq!(finished.audits[0].date(), finished.audits[0].started);
}

#[test]
fn an_edit_that_cannot_be_is_refused_and_changes_nothing() {
    let before = profile();
    let copy = deep_copy(&before);
    let nobody = AuditId::from("z");
    let seconds = |s| in_b(AuditEdit::SetAnswer("x".into(), Some(rated(3)), Some(s)));
    let refused = [
        (Edit::DeleteAudit(nobody.clone()), EditError::NoSuchAudit(nobody.clone())),
        (Edit::Audit(nobody.clone(), AuditEdit::SetRole(String::new())), EditError::NoSuchAudit(nobody)),
        (Edit::StartAudit(Box::new(audit("c"))), EditError::AuditExists(AuditId::from("c"))),
        (seconds(-0.1), EditError::BadSeconds("-0.1".to_owned())),
        (seconds(f64::NAN), EditError::BadSeconds("NaN".to_owned())),
        (seconds(f64::INFINITY), EditError::BadSeconds("inf".to_owned())),
    ];
    for (edit, error) in refused {
        assert_eq!(before.apply(&edit), Err(error), "{edit:?}");
        assert_eq!(before, copy);
    }
    assert!(before.apply(&seconds(0.0)).is_ok());
}

#[test]
fn values_outside_their_scale_cannot_be_made() {
    let good: Vec<u8> = (0..=255).filter(|v| Rating::try_from(*v).is_ok()).collect();
    assert_eq!(good, [1, 2, 3, 4, 5]);
    assert_eq!(good, Rating::ALL.map(Rating::value));
    let good: Vec<u8> = (0..=255).filter(|v| Points::try_from(*v).is_ok()).collect();
    assert_eq!(good, (0..=10).collect::<Vec<_>>());
    assert_eq!(Rating::try_from(6).unwrap_err().to_string(), "6 is outside the scale from 1 to 5");
    assert!(serde_json::from_str::<Rating>("0").is_err());
    assert!(serde_json::from_str::<Points>("11").is_err());
}

fn any_change() -> impl Strategy<Value = AuditEdit> {
    let facet = || prop::sample::select(vec!["risk-mitigation", "culture-shaping"]);
    let maybe_rating = || prop::option::of((1_u8..=5).prop_map(rating));
    prop_oneof![
        "[a-z]{0,5}".prop_map(AuditEdit::SetRole),
        (1..6_usize, maybe_rating(), prop::option::of(-1.0..9.0_f64)).prop_map(|(n, r, s)| AuditEdit::SetAnswer(
            format!("risk-mitigation-{n}").into(),
            r.map(Answer::Rated),
            s
        )),
        (facet(), maybe_rating()).prop_map(|(f, r)| AuditEdit::SetNeed(f.into(), r)),
        (facet(), maybe_rating()).prop_map(|(f, r)| AuditEdit::SetEnergy(f.into(), r)),
        Just(AuditEdit::SetForm(Form::Quick, Vec::new())),
    ]
}

/// A plan, which may have ended.
fn plan(id: &str, ended: bool) -> Plan {
    let mut plan = Plan::draft(id.into(), "risk-mitigation".into(), Aim::Build);
    let end = |why| Ended { at: Timestamp::UNIX_EPOCH, why, words: String::new(), extra: Extra::new() };
    plan.ended = ended.then(|| end(EndReason::Other));
    plan
}

fn any_plan_change() -> impl Strategy<Value = PlanEdit> {
    prop_oneof![
        "[a-z]{0,5}".prop_map(|text| PlanEdit::SetText(PlanText::Cue, text)),
        "[a-z]{0,5}".prop_map(|text| PlanEdit::SetText(PlanText::Goal(GoalLevel::More), text)),
        (0..9_i8, 0..5_u16, 0..5_u16).prop_map(|(day, came, did)| {
            PlanEdit::SetWeek(date(2026, 11, 1 + day), WeekCount::new(came, did, false))
        }),
        (1..29_i8, 1..29_i8).prop_map(|(start, review)| {
            PlanEdit::SetDates(date(2026, 11, start), date(2026, 11, review), Weekday::Sunday)
        }),
        Just(PlanEdit::Begin(Timestamp::UNIX_EPOCH)),
    ]
}

#[test]
fn only_one_plan_has_not_ended() {
    let one = profile().apply(&Edit::AddPlan(Box::new(plan("one", false)))).unwrap();
    let second = Edit::AddPlan(Box::new(plan("two", false)));
    assert_eq!(one.apply(&second), Err(EditError::PlanUnderWay));
    // One that has ended may always be added, and after an end the next one may begin.
    assert!(one.apply(&Edit::AddPlan(Box::new(plan("two", true)))).is_ok());
    let end = plan("one", true).ended.unwrap();
    let ended = one.apply(&Edit::Plan("one".into(), PlanEdit::End(Box::new(end)))).unwrap();
    let two = ended.apply(&second).unwrap();
    assert_eq!(two.current_plan().unwrap().id.as_str(), "two");
    assert_eq!(one.apply(&Edit::AddPlan(Box::new(plan("one", true)))), Err(EditError::PlanExists("one".into())));
    assert_eq!(one.apply(&Edit::RemovePlan("two".into())), Err(EditError::NoSuchPlan("two".into())));
    let dates = PlanEdit::SetDates(date(2026, 11, 2), date(2026, 11, 1), Weekday::Monday);
    assert_eq!(one.apply(&Edit::Plan("one".into(), dates)), Err(EditError::ReviewBeforeStart));
}

#[test]
fn taking_an_exercise_is_one_step_and_asks_for_a_new_rehearsal() {
    let mut before = plan("one", false);
    before.rehearsed = true;
    let with = profile().apply(&Edit::AddPlan(Box::new(before))).unwrap();
    let taken = TakenAction { cue: "a plan is shown".to_owned(), deed: "ask".to_owned(), ..TakenAction::default() };
    let after = with.apply(&Edit::Plan("one".into(), PlanEdit::TakeAction(Box::new(taken)))).unwrap();
    assert_eq!((after.plans[0].cue.as_str(), after.plans[0].rehearsed), ("a plan is shown", false));
}

fn any_edit() -> impl Strategy<Value = Edit> {
    let id = || prop::sample::select(vec!["a", "b", "c", "d", "e"]);
    prop_oneof![
        6 => (id(), any_change()).prop_map(|(id, change)| Edit::Audit(id.into(), change)),
        1 => id().prop_map(|id| Edit::StartAudit(Box::new(audit(id)))),
        1 => id().prop_map(|id| Edit::DeleteAudit(id.into())),
        1 => "[a-z]{0,5}".prop_map(Edit::SetPerson),
        1 => (id(), any::<bool>()).prop_map(|(id, ended)| Edit::AddPlan(Box::new(plan(id, ended)))),
        1 => id().prop_map(|id| Edit::RemovePlan(id.into())),
        3 => (id(), any_plan_change()).prop_map(|(id, change)| Edit::Plan(id.into(), change)),
        1 => id().prop_map(|id| Edit::AddNote(Box::new(Note::empty(id.into(), Date::ZERO, "risk-mitigation".into())))),
        1 => id().prop_map(|id| Edit::RemoveNote(id.into())),
        2 => (id(), "[a-z]{0,5}").prop_map(|(id, text)| Edit::Note(id.into(), NoteEdit::SetText(NoteText::Did, text))),
    ]
}

proptest! {
    /// Undo is a list of old profiles: whatever comes later, each of them stays what it was.
    #[test]
    fn a_snapshot_stays_what_it_was(edits in prop::collection::vec(any_edit(), 0..25)) {
        let mut snapshots = vec![(profile(), deep_copy(&profile()))];
        for edit in &edits {
            if let Ok(next) = snapshots[snapshots.len() - 1].0.apply(edit) {
                let copy = deep_copy(&next);
                snapshots.push((next, copy));
            }
        }
        for (snapshot, copy) in &snapshots {
            prop_assert_eq!(snapshot, copy);
        }
    }
}
