//! Roles of the person's own: edits, what they ask, and how they are kept in the file.
#![expect(clippy::float_cmp, reason = "hours are kept as they are given")]

use std::sync::Arc;

use evenkeel::document::Document;
use evenkeel::instrument::{KnownFacet, mismatches};
use evenkeel::profile::{
    AdLine, CustomRole, Edit, EditError, Extra, FacetWeight, Hours, MAX_AD_LINES, MAX_ROLES, Profile, RoleEdit,
};
use evenkeel::storage::format;
use evenkeel::tracks::{Mix, Remark, assess, copy_of, remarks, role_of};

use super::super::support::{instruments, rating};
use super::{catalogue, person, role, values};

fn weight(value: u8) -> FacetWeight {
    FacetWeight::try_from(value).unwrap()
}

fn hours(value: f64) -> Hours {
    Hours::try_from(value).unwrap()
}

/// A profile with the role `mine`.
fn profile() -> Profile {
    let mine = CustomRole::empty("mine".into(), "Head of the depot".to_owned());
    Profile::new("p".into()).apply(&Edit::AddRole(Box::new(mine))).unwrap()
}

fn mine(change: RoleEdit) -> Edit {
    Edit::Role("mine".into(), change)
}

fn ad(lines: &[&str]) -> RoleEdit {
    RoleEdit::SetAd(lines.iter().map(|line| (*line).to_owned()).collect())
}

fn apply(profile: &Profile, edits: impl IntoIterator<Item = Edit>) -> Profile {
    edits.into_iter().fold(profile.clone(), |profile, edit| profile.apply(&edit).unwrap())
}

#[test]
fn a_role_can_be_made_changed_and_removed_with_its_pin() {
    let before = profile();
    let facet = || "risk-mitigation".into();
    let after = apply(
        &before,
        [
            mine(RoleEdit::SetName("Depot".to_owned())),
            mine(RoleEdit::SetDemand(facet(), Some(rating(5)))),
            mine(RoleEdit::SetWeight(facet(), Some(weight(3)))),
            Edit::SetPin("mine".into(), true),
            Edit::SetPin("mentor".into(), true),
            Edit::SetPin("mine".into(), true),
        ],
    );
    assert_eq!(before, profile(), "the profile before is as it was");
    assert_eq!((after.roles[0].name.as_str(), after.pins.len()), ("Depot", 2));
    let asked = role_of(&after.roles[0]);
    assert_eq!(values(asked.demands), [2, 2, 2, 5, 2, 2, 2, 2]);
    assert_eq!(asked.weights[KnownFacet::RiskMitigation], weight(3));
    let back = apply(
        &after,
        [
            mine(RoleEdit::SetDemand(facet(), None)),
            mine(RoleEdit::SetWeight(facet(), None)),
            Edit::SetPin("mentor".into(), false),
        ],
    );
    assert!(back.roles[0].demands.is_empty() && back.roles[0].weights.is_empty());
    let removed = back.apply(&Edit::RemoveRole("mine".into())).unwrap();
    assert!(removed.roles.is_empty() && removed.pins.is_empty());
}

#[test]
fn a_copy_asks_what_its_original_asks() {
    for built_in in &catalogue().roles {
        let copy = copy_of(&built_in.role, "mine".into(), "Mine".to_owned());
        assert_eq!((copy.base.as_ref(), copy.name.as_str()), (Some(&built_in.role.id), "Mine"));
        let asked = role_of(&copy);
        assert_eq!((asked.demands, asked.weights), (built_in.role.demands, built_in.role.weights));
    }
}

#[test]
fn an_ad_can_be_tagged_and_lines_that_stay_keep_their_tags() {
    let tagged = apply(
        &profile(),
        [
            mine(ad(&["You plan", "You lead", "You plan"])),
            mine(RoleEdit::TagLine(0, Some("resource-allocation".into()))),
            mine(RoleEdit::TagLine(2, Some("vision-translation".into()))),
        ],
    );
    assert_eq!(values(role_of(&tagged.roles[0]).demands), [3, 2, 2, 2, 3, 2, 2, 2]);
    let set = tagged.apply(&mine(RoleEdit::SetDemand("resource-allocation".into(), Some(rating(1))))).unwrap();
    assert_eq!(values(role_of(&set.roles[0]).demands)[0], 1, "what the person set goes before the ad");
    let changed = set.apply(&mine(ad(&["New", "You plan", "You plan", "You plan"]))).unwrap();
    let facets: Vec<_> = changed.roles[0].ad.iter().map(|l| l.facet.as_ref().map(|f| f.as_str().to_owned())).collect();
    let some = |facet: &str| Some(facet.to_owned());
    assert_eq!(facets, [None, some("resource-allocation"), some("vision-translation"), None]);
    let untagged = changed.apply(&mine(RoleEdit::TagLine(1, None))).unwrap();
    assert_eq!(untagged.roles[0].ad[1].facet, None);
}

#[test]
fn an_edit_that_cannot_be_is_refused_and_changes_nothing() {
    let before = profile();
    let nobody = || evenkeel::profile::RoleId::from("z");
    let another = Box::new(CustomRole::empty("mine".into(), String::new()));
    let line = |text: String| AdLine { text, facet: None, extra: Extra::new() };
    let long = CustomRole { ad: vec![line("x".repeat(20_000))], ..CustomRole::empty("long".into(), String::new()) };
    for (edit, error) in [
        (Edit::RemoveRole(nobody()), EditError::NoSuchRole(nobody())),
        (Edit::Role(nobody(), RoleEdit::SetName(String::new())), EditError::NoSuchRole(nobody())),
        (Edit::AddRole(another), EditError::RoleExists("mine".into())),
        (Edit::AddRole(Box::new(long)), EditError::AdTooLong),
        (mine(RoleEdit::SetAd(vec![String::new(); MAX_AD_LINES + 1])), EditError::AdTooLong),
        (mine(RoleEdit::TagLine(0, None)), EditError::NoSuchLine(0)),
    ] {
        assert_eq!(before.apply(&edit), Err(error), "{edit:?}");
    }
    let mut full = before.clone();
    full.roles = (0..MAX_ROLES).map(|n| Arc::new(CustomRole::empty(n.to_string().into(), String::new()))).collect();
    let more = Box::new(CustomRole::empty("more".into(), String::new()));
    assert_eq!(full.apply(&Edit::AddRole(more)), Err(EditError::TooManyRoles));
    assert!(format::encode(&full).is_ok());
}

#[test]
fn hours_are_hours_of_a_week() {
    for wrong in [-0.5, 168.5, f64::NAN, f64::INFINITY] {
        assert!(Hours::try_from(wrong).is_err(), "{wrong}");
    }
    assert!(f64::from(hours(-0.0)).is_sign_positive());
    let with = apply(&profile(), [Edit::SetHours("own-work".into(), Some(hours(12.5)))]);
    assert_eq!(f64::from(with.hours["own-work"]), 12.5);
    assert_eq!(with.apply(&Edit::SetHours("own-work".into(), None)).unwrap(), profile());
}

#[test]
fn a_role_without_weight_is_remarked_on_and_left_out() {
    let empty = role_of(&profile().roles[0]);
    assert_eq!(remarks(&empty), [Remark::NoWeight]);
    assert_eq!(empty.mean_demand(), None);
    let scores = [Some(3.0); 8];
    let catalogue = catalogue();
    let found = assess(catalogue.demands().chain([&empty]), &person(scores, [Some(3); 8]), Mix::default());
    let fit = found.fit(&"mine".into()).unwrap();
    assert_eq!((fit.can, fit.fit, fit.how_sure, fit.burnout), (None, None, None, None));
    assert!(found.best().is_some());
    let little = role("r", [1, 1, 1, 1, 1, 1, 1, 1], [1, 1, 1, 0, 0, 0, 0, 0]);
    assert_eq!(remarks(&little), [Remark::FewWeights(3), Remark::AsksLittle(1.0)]);
    let much = role("r", [5; 8], [1; 8]);
    assert_eq!(remarks(&much), [Remark::AsksMuch(5.0)]);
}

#[test]
fn moving_one_slider_is_one_step_of_undo() {
    let mut document = Document::new(profile(), String::new());
    for demand in 1..=5 {
        document.edit(mine(RoleEdit::SetDemand("risk-mitigation".into(), Some(rating(demand))))).unwrap();
    }
    for quarter in 1..9 {
        document.edit(Edit::SetHours("own-work".into(), Some(hours(f64::from(quarter) / 4.0)))).unwrap();
    }
    document.edit(mine(RoleEdit::SetWeight("risk-mitigation".into(), Some(weight(3))))).unwrap();
    let steps = std::iter::from_fn(|| document.undo()).count();
    assert_eq!(steps, 3);
    assert_eq!(**document.profile(), profile());
    assert!(!document.is_unsaved());
}

/// A profile with all of it, with fields of a newer version in the role and in a line of its ad.
const NEWER: &str = r#"{"format": "evenkeel-profile", "version": 7, "min_reader": 1, "id": "p",
    "roles": [{"id": "mine", "name": "Depot", "base": "operations-manager", "demands": {"risk-mitigation": 5, "luck": 2},
        "weights": {"risk-mitigation": 3}, "salary": 52000,
        "ad": [{"text": "You plan", "facet": "luck", "sure": true}, {"text": "Coffee"}]}],
    "hours": {"risk-mitigation": 2.5, "own-work": 12}, "pins": ["mine", "mentor", "gone"]}"#;

#[test]
fn a_role_of_a_newer_version_is_used_and_kept_whole() {
    let opened = format::open(NEWER.as_bytes()).unwrap().profile;
    let mine = &opened.roles[0];
    assert_eq!(role_of(mine).demands[KnownFacet::RiskMitigation], rating(5));
    assert_eq!(remarks(&role_of(mine)), [Remark::FewWeights(1), Remark::AsksMuch(5.0)]);
    let json = |text: &[u8]| serde_json::from_slice::<serde_json::Value>(text).unwrap();
    let (before, after) = (json(NEWER.as_bytes()), json(&format::encode(&opened).unwrap()));
    for path in ["/roles/0/salary", "/roles/0/ad", "/roles/0/base", "/roles/0/demands", "/roles/0/weights", "/pins"] {
        assert_eq!(after.pointer(path), before.pointer(path), "{path}");
    }
    assert_eq!(after["hours"]["own-work"].as_f64(), Some(12.0));
}

#[test]
fn what_counts_for_nothing_is_found_with_its_place() {
    let opened = format::open(NEWER.replace("own-work", "holidays").as_bytes()).unwrap().profile;
    let found: Vec<String> =
        mismatches(&instruments(), &opened).into_iter().map(|m| format!("{} {:?}", m.path, m.kind)).collect();
    let expected = [
        "roles[0].demands UnknownId(\"luck\")",
        "roles[0].ad[0] UnknownId(\"luck\")",
        "roles[0].ad[0] UnknownField(\"sure\")",
        "roles[0] UnknownField(\"salary\")",
        "hours UnknownId(\"holidays\")",
    ];
    assert_eq!(found, expected);
}

#[test]
fn what_cannot_be_in_a_role_is_named_with_its_place() {
    let with = |field: &str| {
        let text = format!(r#"{{"format": "evenkeel-profile", "version": 1, "id": "p", {field}}}"#);
        evenkeel::message::format(&evenkeel::words::Words::english(), &format::open(text.as_bytes()).unwrap_err())
    };
    let long = format!(r#""roles": [{{"id": "a", "ad": [{{"text": "{}"}}]}}]"#, "x".repeat(20_000));
    let lines = format!(r#""roles": [{{"id": "a", "ad": [{}]}}]"#, [r#"{"text": ""}"#; 501].join(","));
    for (field, begins) in [
        (r#""roles": [{"name": "x"}]"#, "roles[0]: missing field `id`"),
        (r#""roles": [{"id": ""}]"#, "roles[0].id: an id cannot be empty"),
        (r#""roles": [{"id": "a"}, {"id": "a"}]"#, "roles[1].id: a role before it has the id `a` as well"),
        (
            r#""roles": [{"id": "a", "demands": {"x": 6}}]"#,
            "roles[0].demands.x: invalid value: integer `6`, expected a whole number from 1 to 5",
        ),
        (
            r#""roles": [{"id": "a", "weights": {"x": 4}}]"#,
            "roles[0].weights.x: invalid value: integer `4`, expected a whole number from 0 to 3",
        ),
        (
            r#""roles": [{"id": "a", "ad": [{"text": "x", "facet": ""}]}]"#,
            "roles[0].ad[0].facet: an id cannot be empty",
        ),
        (&long, "roles[0].ad: too many bytes (20001, at most 20000)"),
        (&lines, "roles[0].ad: too many lines (501, at most 500)"),
        (r#""hours": {"x": 169}"#, "hours.x: invalid value: integer `169`, expected a number of hours from 0 to 168"),
        (r#""hours": {"x": -0.5}"#, "hours.x: invalid value: floating point `-0.5`, expected a number of hours"),
        (r#""hours": {"": 1}"#, "hours: an id cannot be empty"),
        (r#""pins": ["a", "a"]"#, "pins[1]: `a` is pinned twice"),
        (r#""pins": [1]"#, "pins[0]: invalid type: integer `1`, expected a string"),
    ] {
        let said = with(field);
        assert!(said.starts_with(begins), "{said}\nwanted: {begins}");
    }
}
