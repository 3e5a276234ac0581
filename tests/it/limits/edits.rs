//! Any edits, near every limit.

use std::collections::BTreeMap;
use std::sync::Arc;

use evenkeel::profile::limits::{
    MAX_AD_BYTES, MAX_AD_LINES, MAX_AUDITS, MAX_ENTRIES, MAX_ID, MAX_NOTES, MAX_PINS, MAX_PLANS, MAX_ROLES, MAX_TEXT,
    cut_text,
};
use evenkeel::profile::{
    AdLine, Aim, Audit, AuditEdit, Dose, Edit, EditError, EndReason, Ended, Extra, FacetWeight, Form, Hours, Note,
    Plan, Profile, Rating, RoleEdit, SignAnswer,
};
use proptest::prelude::*;

use super::{bare, comes_back, role, with};
use crate::support::rated;

/// One short of every limit: audits, roles, pins, hours, and in its last audit and role everything.
fn nearly_full() -> Profile {
    fn keys<K: From<String> + Ord, V: Clone>(value: V) -> BTreeMap<K, V> {
        (0..MAX_ENTRIES - 1).map(|n| (K::from(format!("known-{n}")), value.clone())).collect()
    }
    let mut profile = with(MAX_AUDITS - 1, MAX_ROLES - 1);
    profile.pins = (0..MAX_PINS - 1).map(|n| format!("pin-{n}").into()).collect();
    profile.hours = keys(Hours::try_from(1.0).unwrap());
    profile.plans = (0..MAX_PLANS - 1).map(|n| Arc::new(plan(n))).collect();
    profile.notes = (0..MAX_NOTES - 1).map(|n| Arc::new(note(n))).collect();
    let audit = Arc::make_mut(profile.audits.last_mut().unwrap());
    (audit.answers.items, audit.answers.seconds) = (keys(rated(3)), keys(1.5));
    (audit.answers.needs, audit.answers.energy) = (keys(Rating::ALL[2]), keys(Rating::ALL[3]));
    (audit.answers.doses, audit.answers.signs) = (keys(Dose::Right), keys(SignAnswer::Often));
    audit.answers.situations = keys(5.try_into().unwrap());
    audit.order = (0..MAX_ENTRIES - 1).map(|n| format!("known-{n}").into()).collect();
    let role = Arc::make_mut(profile.roles.last_mut().unwrap());
    (role.demands, role.weights) = (keys(Rating::ALL[0]), keys(FacetWeight::ALL[0]));
    profile
}

fn plan(n: usize) -> Plan {
    let mut plan = Plan::draft(format!("plan-{n}").into(), "risk-mitigation".into(), Aim::Build);
    let at = jiff::Timestamp::UNIX_EPOCH;
    plan.ended = Some(Ended { at, why: EndReason::Other, words: String::new(), extra: Extra::new() });
    plan
}

fn note(n: usize) -> Note {
    Note::empty(format!("note-{n}").into(), jiff::civil::Date::ZERO, "risk-mitigation".into())
}

#[test]
#[expect(clippy::too_many_lines, reason = "a table of edits")]
fn each_limit_holds_for_the_edit_that_would_pass_it() {
    let before = nearly_full();
    let (audit, mine) = (before.audits.last().unwrap().id.clone(), before.roles.last().unwrap().id.clone());
    let in_audit = |edit| Edit::Audit(audit.clone(), edit);
    let in_role = |edit| Edit::Role(mine.clone(), edit);
    let long = |n| "x".repeat(n);
    let order = |n: usize| (0..n).map(|n| format!("item-{n}").into()).collect();
    // What still fits, the same once more, and why that is too much.
    let cases: Vec<(Edit, Edit, EditError)> = vec![
        (Edit::StartAudit(Box::new(bare(9999))), Edit::StartAudit(Box::new(bare(10_000))), EditError::TooManyAudits),
        (Edit::AddRole(Box::new(role(9999))), Edit::AddRole(Box::new(role(10_000))), EditError::TooManyRoles),
        (Edit::AddPlan(Box::new(plan(9999))), Edit::AddPlan(Box::new(plan(10_000))), EditError::TooManyPlans),
        (Edit::AddNote(Box::new(note(9999))), Edit::AddNote(Box::new(note(10_000))), EditError::TooManyNotes),
        (Edit::SetPin("one".into(), true), Edit::SetPin("two".into(), true), EditError::TooManyPins),
        (
            Edit::SetHours("one".into(), Some(Hours::default())),
            Edit::SetHours("two".into(), Some(Hours::default())),
            EditError::TooManyEntries,
        ),
        (Edit::SetPerson(long(MAX_TEXT)), Edit::SetPerson(long(MAX_TEXT + 1)), EditError::TextTooLong),
        (
            in_audit(AuditEdit::SetRole(long(MAX_TEXT))),
            in_audit(AuditEdit::SetRole(long(MAX_TEXT + 1))),
            EditError::TextTooLong,
        ),
        (
            in_audit(AuditEdit::SetForm(Form::Full, order(MAX_ENTRIES))),
            in_audit(AuditEdit::SetForm(Form::Full, order(MAX_ENTRIES + 1))),
            EditError::TooManyEntries,
        ),
        (
            in_audit(AuditEdit::SetForm(Form::Full, order(3))),
            in_audit(AuditEdit::SetForm(Form::Full, vec!["a".into(), "b".into(), "a".into()])),
            EditError::OrderedTwice("a".into()),
        ),
        (
            in_audit(AuditEdit::SetAnswer("one".into(), Some(rated(1)), Some(1.0))),
            in_audit(AuditEdit::SetAnswer("two".into(), Some(rated(1)), None)),
            EditError::TooManyEntries,
        ),
        (
            in_audit(AuditEdit::SetSituation("one".into(), 3.try_into().ok())),
            in_audit(AuditEdit::SetSituation("two".into(), 3.try_into().ok())),
            EditError::TooManyEntries,
        ),
        (
            in_audit(AuditEdit::SetSign("one".into(), Some(SignAnswer::No))),
            in_audit(AuditEdit::SetSign("two".into(), Some(SignAnswer::No))),
            EditError::TooManyEntries,
        ),
        (
            in_audit(AuditEdit::SetNeed(long(MAX_ID).as_str().into(), Some(Rating::ALL[0]))),
            in_audit(AuditEdit::SetNeed(long(MAX_ID + 1).as_str().into(), Some(Rating::ALL[0]))),
            EditError::BadId,
        ),
        (
            in_audit(AuditEdit::SetNeed("".into(), None)),
            in_audit(AuditEdit::SetNeed("".into(), Some(Rating::ALL[0]))),
            EditError::BadId,
        ),
        (
            in_role(RoleEdit::SetName(long(MAX_TEXT))),
            in_role(RoleEdit::SetName(long(MAX_TEXT + 1))),
            EditError::TextTooLong,
        ),
        (
            in_role(RoleEdit::SetDemand("one".into(), Some(Rating::ALL[0]))),
            in_role(RoleEdit::SetDemand("two".into(), Some(Rating::ALL[0]))),
            EditError::TooManyEntries,
        ),
        (
            in_role(RoleEdit::SetAd(vec![String::new(); MAX_AD_LINES])),
            in_role(RoleEdit::SetAd(vec![String::new(); MAX_AD_LINES + 1])),
            EditError::AdTooLong,
        ),
        (
            in_role(RoleEdit::SetAd(vec![long(MAX_AD_BYTES - 1)])),
            in_role(RoleEdit::SetAd(vec![long(MAX_AD_BYTES)])),
            EditError::AdTooLong,
        ),
    ];
    for (fits, too_much, error) in cases {
        let after = before.apply(&fits).unwrap_or_else(|error| panic!("{error}: {fits:?}"));
        assert_eq!(after.apply(&too_much), Err(error), "{:.200}", format!("{too_much:?}"));
    }
    comes_back(&before);
}

#[test]
fn an_audit_and_a_role_are_looked_at_whole() {
    let profile = with(1, 1);
    let start = |change: &dyn Fn(&mut Audit)| {
        let mut audit = bare(7);
        change(&mut audit);
        profile.apply(&Edit::StartAudit(Box::new(audit))).err()
    };
    assert_eq!(start(&|_| {}), None);
    assert_eq!(start(&|audit| audit.id = "".into()), Some(EditError::BadId));
    assert_eq!(start(&|audit| audit.role = "x".repeat(MAX_TEXT + 1)), Some(EditError::TextTooLong));
    assert_eq!(start(&|audit| audit.instrument.hash = "x".repeat(MAX_ID + 1)), Some(EditError::BadId));
    assert!(matches!(
        start(&|audit| audit.answers.seconds = [("i".into(), f64::NAN)].into()),
        Some(EditError::BadSeconds(_))
    ));
    let line = AdLine { text: String::new(), facet: Some("".into()), extra: Extra::new() };
    let tagged = evenkeel::profile::CustomRole { ad: vec![line], ..role(7) };
    assert_eq!(profile.apply(&Edit::AddRole(Box::new(tagged))).err(), Some(EditError::BadId));
}

#[test]
fn a_text_is_cut_between_two_letters() {
    assert_eq!(cut_text("short"), "short");
    let long = "é".repeat(MAX_TEXT);
    assert_eq!(cut_text(&long).len(), MAX_TEXT);
    let odd = format!("x{long}");
    assert_eq!((cut_text(&odd).len(), cut_text(&odd).chars().last()), (MAX_TEXT - 1, Some('é')));
}

fn text() -> impl Strategy<Value = String> {
    let near = (MAX_TEXT - 1..=MAX_TEXT + 1).prop_map(|n| "x".repeat(n));
    prop_oneof![6 => ".{0,12}", 1 => near, 1 => Just("\u{0}\u{1}\"\\\u{feff}\u{202e}".to_owned())]
}

fn id() -> impl Strategy<Value = String> {
    let near = (MAX_ID - 1..=MAX_ID + 1).prop_map(|n| "i".repeat(n));
    prop_oneof![4 => "[a-z]{1,6}", 2 => "known-[0-9]{1,3}", 1 => near, 1 => Just(String::new()), 1 => "\\PC{1,4}"]
}

fn rating() -> impl Strategy<Value = Option<Rating>> {
    prop::option::weighted(0.9, (0_usize..5).prop_map(|n| Rating::ALL[n]))
}

fn audit_edit() -> impl Strategy<Value = AuditEdit> {
    prop_oneof![
        text().prop_map(AuditEdit::SetRole),
        (id(), prop::option::weighted(0.9, 1_u8..=5), prop::option::of(prop::num::f64::ANY))
            .prop_map(|(id, answer, seconds)| AuditEdit::SetAnswer(id.into(), answer.map(rated), seconds)),
        (id(), 0_u8..=10).prop_map(|(id, points)| AuditEdit::SetSituation(id.into(), points.try_into().ok())),
        (id(), rating()).prop_map(|(id, need)| AuditEdit::SetNeed(id.into(), need)),
        (id(), rating()).prop_map(|(id, energy)| AuditEdit::SetEnergy(id.into(), energy)),
        (id(), 0_usize..3).prop_map(|(id, dose)| AuditEdit::SetDose(id.into(), Some(Dose::ALL[dose]))),
        (id(), 0_usize..4).prop_map(|(id, sign)| AuditEdit::SetSign(id.into(), Some(SignAnswer::ALL[sign]))),
        prop::collection::vec(id(), 0..6)
            .prop_map(|order| AuditEdit::SetForm(Form::Full, order.into_iter().map(Into::into).collect())),
    ]
}

fn role_edit() -> impl Strategy<Value = RoleEdit> {
    let line = prop_oneof![5 => ".{0,20}", 1 => (MAX_AD_BYTES - 2..=MAX_AD_BYTES).prop_map(|n| ",".repeat(n))];
    prop_oneof![
        text().prop_map(RoleEdit::SetName),
        (id(), rating()).prop_map(|(id, demand)| RoleEdit::SetDemand(id.into(), demand)),
        (id(), 0_usize..4).prop_map(|(id, weight)| RoleEdit::SetWeight(id.into(), Some(FacetWeight::ALL[weight]))),
        prop::collection::vec(line, 0..4).prop_map(RoleEdit::SetAd),
        (MAX_AD_LINES - 1..=MAX_AD_LINES + 1).prop_map(|lines| RoleEdit::SetAd(vec![String::new(); lines])),
        (0_usize..4, id()).prop_map(|(line, facet)| RoleEdit::TagLine(line, Some(facet.into()))),
    ]
}

/// An edit, of the last audit or role where it is one of these.
#[derive(Clone, Debug)]
enum Any {
    Audit(AuditEdit),
    Role(RoleEdit),
    Other(Edit),
}

fn any_edit() -> impl Strategy<Value = Any> {
    prop_oneof![
        6 => audit_edit().prop_map(Any::Audit),
        4 => role_edit().prop_map(Any::Role),
        1 => text().prop_map(|name| Any::Other(Edit::SetPerson(name))),
        2 => (0_usize..4).prop_map(|n| Any::Other(Edit::StartAudit(Box::new(bare(90_000 + n))))),
        2 => (0_usize..4).prop_map(|n| Any::Other(Edit::AddRole(Box::new(role(90_000 + n))))),
        2 => (id(), any::<bool>()).prop_map(|(id, on)| Any::Other(Edit::SetPin(id.into(), on))),
        2 => (id(), 0.0..168.0).prop_map(|(id, h)| Any::Other(Edit::SetHours(id.into(), Hours::try_from(h).ok()))),
        1 => (0_usize..4).prop_map(|n| Any::Other(Edit::RemoveRole(format!("role-{n}").into()))),
        1 => (0_usize..4).prop_map(|n| Any::Other(Edit::DeleteAudit(format!("audit-{n}").into()))),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    /// Whatever `apply` accepts, in whatever order, the profile is one that can be saved, kept in a journal, and read.
    #[test]
    fn what_was_accepted_comes_back(full in any::<bool>(), edits in prop::collection::vec(any_edit(), 1..40)) {
        let mut profile = if full { nearly_full() } else { with(2, 2) };
        for edit in edits {
            let edit = match edit {
                Any::Audit(edit) => profile.latest().map(|audit| Edit::Audit(audit.id.clone(), edit)),
                Any::Role(edit) => profile.roles.last().map(|role| Edit::Role(role.id.clone(), edit)),
                Any::Other(edit) => Some(edit),
            };
            if let Some(Ok(next)) = edit.map(|edit| profile.apply(&edit)) {
                profile = next;
            }
        }
        comes_back(&profile);
    }
}
