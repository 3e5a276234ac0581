//! The whole file: what a document accepts fits into one.

use evenkeel::document::Document;
use evenkeel::instrument::{item_order, questions};
use evenkeel::profile::limits::{MAX_AD_BYTES, MAX_AUDITS, MAX_BYTES, MAX_ROLES, MAX_TEXT, MAX_VALUES};
use evenkeel::profile::{AdLine, Audit, AuditEdit, CustomRole, Edit, EditError, Extra, Form, Part, Profile, RoleEdit};
use evenkeel::storage::format::{self, Extent};

use super::{bare, comes_back, role, with};
use crate::support::{instrument, rated, sample};

/// As the reader counts it.
fn counted(profile: &Profile) -> Extent {
    let pretty: serde_json::Value = serde_json::from_slice(&format::encode(profile).unwrap()).unwrap();
    let bytes = serde_json::to_vec(&pretty).unwrap();
    let values = bytes.iter().filter(|byte| matches!(byte, b',' | b'[' | b'{')).count();
    Extent { bytes: bytes.len() as u64 + 1, values: values as u64 }
}

#[test]
fn the_extent_is_that_of_the_file_or_a_little_more() {
    let instrument = instrument();
    let mut profiles = vec![Profile::new("p".into()), with(3, 2), sample::profile([sample::mockup(&instrument)])];
    profiles[1].person = "\"Zoë\", [and] {others}\n".to_owned();
    for profile in profiles {
        let (extent, real) = (Extent::of(&profile), counted(&profile));
        assert!(real.is_within(extent), "{real:?} {extent:?}");
        assert!(extent.bytes - real.bytes < 100 && extent.values - real.values < 12, "{real:?} {extent:?}");
    }
}

/// Edits until one is refused, and the document as it was then.
fn until_full(mut document: Document, mut edit: impl FnMut(usize) -> Edit) -> (Document, usize) {
    for n in 0.. {
        match document.edit(edit(n)) {
            Ok(()) => {}
            Err(error) => {
                assert_eq!(error, EditError::FileFull);
                return (document, n);
            }
        }
    }
    unreachable!()
}

#[test]
fn a_full_file_has_room_for_the_answers_of_the_audit_that_was_begun() {
    let instrument = instrument();
    let long = |n: usize| Audit {
        role: "x".repeat(MAX_TEXT),
        parts: Part::ALL.into(),
        order: item_order(&instrument, Form::Full, 7),
        form: Form::Full,
        ..bare(n)
    };
    let document = Document::new(Profile::new("p".into()), String::new());
    let (mut document, count) = until_full(document, |n| Edit::StartAudit(Box::new(long(n))));
    assert!((600..MAX_AUDITS).contains(&count), "{count} audits with long names");
    assert_eq!(document.room_for_audit(), Err(EditError::FileFull));
    assert_eq!(document.room_for_role(), Err(EditError::FileFull));
    assert_eq!(document.room_for_answers(), Ok(()), "the one under way can be answered");
    let audit = document.profile().latest().unwrap().clone();
    for facet in &instrument.facets {
        let (need, dose) = (crate::support::rating(4), evenkeel::profile::Dose::Right);
        for edit in [
            AuditEdit::SetNeed(facet.id.clone(), Some(need)),
            AuditEdit::SetStakes(facet.id.clone(), Some(evenkeel::profile::Stakes::ALL[3])),
            AuditEdit::SetEnergy(facet.id.clone(), Some(need)),
            AuditEdit::SetDose(facet.id.clone(), Some(dose)),
        ] {
            document.edit(Edit::Audit(audit.id.clone(), edit)).unwrap();
        }
        for item in &facet.items {
            let answer = AuditEdit::SetAnswer(item.clone(), Some(rated(3)), Some(123.456_789_012));
            document.edit(Edit::Audit(audit.id.clone(), answer)).unwrap();
        }
    }
    for situation in &instrument.situations {
        let points = AuditEdit::SetSituation(situation.id.clone(), 3.try_into().ok());
        document.edit(Edit::Audit(audit.id.clone(), points)).unwrap();
    }
    for sign in &instrument.signs {
        let answer = AuditEdit::SetSign(sign.id.clone(), Some(evenkeel::profile::SignAnswer::Often));
        document.edit(Edit::Audit(audit.id.clone(), answer)).unwrap();
    }
    let latest = document.profile().latest().unwrap();
    assert!(questions(&instrument, latest).iter().all(|question| question.is_answered(&instrument, latest)));
    comes_back(document.profile());
    // What makes it smaller is taken, and what was counted step by step is what there is.
    document.edit(Edit::DeleteAudit("audit-0".into())).unwrap();
    let counted = document.extent();
    assert_eq!(counted, Extent::of(document.profile()));
    while document.undo().is_some() {}
    assert_eq!(document.extent(), Extent::of(document.profile()));
}

#[test]
fn commas_count_as_values_as_they_do_for_the_reader() {
    let ad = |n: usize| CustomRole {
        name: ",".repeat(MAX_TEXT),
        ad: vec![AdLine { text: ",".repeat(MAX_AD_BYTES - 1), facet: None, extra: Extra::new() }],
        ..role(n)
    };
    let document = Document::new(with(1, 0), String::new());
    let (mut document, count) = until_full(document, |n| Edit::AddRole(Box::new(ad(n))));
    assert!((MAX_VALUES / 40_000 - 1..MAX_ROLES).contains(&count), "{count} roles full of commas");
    comes_back(document.profile());
    document.edit(Edit::Role("role-0".into(), RoleEdit::SetName(String::new()))).unwrap();
    document.edit(Edit::RemoveRole("role-1".into())).unwrap();
    assert_eq!(document.extent(), Extent::of(document.profile()));
}

/// Other programs write without blanks: what they fit into a file must not be too much for the next save.
#[test]
fn a_file_that_came_without_blanks_can_be_saved() {
    let mut profile = with(950, 0);
    for (n, audit) in profile.audits.iter_mut().enumerate() {
        let order = (0..490).map(|i| format!("an-item-with-long-id-{n:03}-{i:03}").into());
        std::sync::Arc::make_mut(audit).order = order.collect();
    }
    assert!(Extent::of(&profile).fits());
    let bytes = format::encode(&profile).unwrap();
    assert!(bytes.len() as u64 <= MAX_BYTES && !bytes[..200].contains(&b'\n'), "written without blanks");
    assert_eq!(format::open(&bytes).unwrap().profile, profile);
}

/// The schema's numbers stand in attributes, as literals.
#[test]
fn the_schema_says_the_same_limits() {
    let schema = crate::storage::schema_check::schema(format::VERSION);
    let (file, audit, role) = (&schema["properties"], &schema["$defs"]["Audit"], &schema["$defs"]["Role"]);
    assert_eq!(file["audits"]["maxItems"], MAX_AUDITS);
    assert_eq!(file["roles"]["maxItems"], MAX_ROLES);
    assert_eq!(file["pins"]["maxItems"], evenkeel::profile::limits::MAX_PINS);
    assert_eq!(file["person"]["maxLength"], MAX_TEXT);
    assert_eq!(file["id"]["maxLength"], evenkeel::profile::limits::MAX_ID);
    assert_eq!(audit["properties"]["role"]["maxLength"], MAX_TEXT);
    assert_eq!(audit["properties"]["order"]["maxItems"], evenkeel::profile::limits::MAX_ENTRIES);
    assert_eq!(role["properties"]["name"]["maxLength"], MAX_TEXT);
    assert_eq!(role["properties"]["ad"]["maxItems"], evenkeel::profile::limits::MAX_AD_LINES);
}
