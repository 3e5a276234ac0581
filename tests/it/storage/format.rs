//! The file format: fixtures of every version, what is refused and why, and the schema.

use super::schema_check;
use evenkeel::message::{self, bad_file_hint};
use evenkeel::profile::{Answer, Audit, EndReason, GoalLevel, Part, PlanKind, Profile, Scope, Trouble};
use evenkeel::storage::format::{self, Counted, FormatError, OpenedFile};
use evenkeel::words::Words;
use proptest::prelude::*;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

fn fixtures(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new("tests/fixtures").join(folder);
    let found = super::with_ending(&folder, ".evenkeel");
    assert!(found.len() > 4, "{}", folder.display());
    found
}

fn bytes(name: &str) -> Vec<u8> {
    fs::read(Path::new("tests/fixtures/good").join(name).with_extension("evenkeel")).unwrap()
}

fn opened(name: &str) -> OpenedFile {
    format::open(&bytes(name)).unwrap()
}

/// What is on the disk, with this program in the place of the one that wrote it last.
fn by_this_program(text: &[u8]) -> String {
    let text = String::from_utf8(text.to_vec()).unwrap();
    let ours = format!("  \"app\": \"{}\",", env!("CARGO_PKG_VERSION"));
    let lines = text.lines().map(|line| if line.starts_with("  \"app\": ") { &ours } else { line });
    lines.flat_map(|line| [line, "\n"]).collect()
}

#[test]
fn every_good_fixture_opens_saves_and_opens_as_the_same() {
    for path in fixtures("good") {
        let first =
            format::open(&fs::read(&path).unwrap()).unwrap_or_else(|error| panic!("{}: {error:?}", path.display()));
        let saved = format::encode(&first.profile).unwrap();
        // It is brought up to date, and a newer one stays what it is.
        let version = first.version.max(format::VERSION);
        assert_eq!(format::open(&saved).unwrap(), OpenedFile { version, ..first.clone() }, "{}", path.display());
        assert_eq!(format::encode(&first.profile).unwrap(), saved, "{}", path.display());
        assert!(saved.ends_with(b"}\n") && !saved.contains(&b'\r'));
    }
}

#[test]
fn what_we_wrote_comes_out_byte_for_byte() {
    for name in [
        "v2-full",
        "v2-stakes",
        "v2-one-facet",
        "v2-plan",
        "v2-trial",
        "v1-full",
        "v1-roles",
        "v1-empty",
        "v1-unknown-fields",
        "v7-readable-by-1",
    ] {
        let again = String::from_utf8(format::encode(&opened(name).profile).unwrap()).unwrap();
        // Unknown fields come after the known ones, in their own order.
        let sorted = |text: &str| {
            let mut lines: Vec<String> = text.lines().map(|line| line.trim_end_matches(',').to_owned()).collect();
            lines.sort();
            lines
        };
        // Only the number says that an old one is now of this version.
        let before = by_this_program(&bytes(name)).replace("\n  \"version\": 1,", "\n  \"version\": 2,");
        if ["v2-full", "v2-stakes", "v2-one-facet", "v2-plan", "v2-trial", "v1-full", "v1-roles", "v1-empty"]
            .contains(&name)
        {
            assert_eq!(again, before, "{name}");
        }
        assert_eq!(sorted(&again), sorted(&before), "{name}");
    }
}

#[test]
fn the_stakes_of_a_role_are_kept() {
    let profile = opened("v2-stakes").profile;
    let stakes = &profile.audits[0].answers.stakes;
    assert_eq!((stakes.len(), stakes["resource-allocation"].into()), (8, 3_u8));
    assert_eq!(profile.audits[0].instrument.version, 2);
}

#[test]
fn plans_and_notes_are_read() {
    let profile = opened("v2-plan").profile;
    let (done, draft) = (&profile.plans[0], &profile.plans[1]);
    assert_eq!((profile.reports, profile.current_plan().unwrap()), (Some(true), draft));
    assert!(draft.is_draft() && !done.is_under_way() && done.rehearsed);
    assert_eq!(done.weeks.len(), 6);
    let weeks: Vec<(u16, u16, bool)> = done.weeks.values().map(|it| (it.came(), it.did(), it.is_estimated())).collect();
    assert_eq!(weeks[..4], [(4, 1, true), (3, 0, true), (3, 1, false), (0, 0, false)]);
    assert_eq!(done.goal(GoalLevel::MuchMore), "others write pages too");
    assert_eq!((done.present, done.outcome.reached), (Some(GoalLevel::Less), Some(GoalLevel::Expected)));
    assert_eq!(done.outcome.then["process-implementation-2"], Answer::NotApplicable);
    assert_eq!((done.turns[0].trouble, done.ended.as_ref().unwrap().why), (Trouble::Size, EndReason::Reviewed));
    assert_eq!((&*profile.notes[0].seen_by, profile.notes[0].on.to_string().as_str()), ("Ana", "2026-02-20"));
}

#[test]
fn a_trial_of_a_role_is_read_and_can_be_followed() {
    let profile = opened("v2-trial").profile;
    let (done, draft) = (&profile.plans[0], &profile.plans[1]);
    assert_eq!((done.kind(), draft.kind()), (PlanKind::Trial, PlanKind::Trial));
    let of = done.trial.as_ref().unwrap();
    assert_eq!((of.trial.as_str(), of.role.as_str()), ("mentor-one-person", "mentor"));
    assert_eq!((of.before.map(u8::from), of.after.map(u8::from)), (Some(3), Some(5)));
    assert_eq!(of.surprise, "How much I talked in the first hour.");
    let next = done.following("n".into(), done.review, done.review).trial.unwrap();
    assert_eq!((next.before.map(u8::from), next.after, next.surprise.as_str()), (Some(5), None, ""));
    assert_eq!(draft.trial.as_ref().unwrap().extra["mood"], "kept");
}

#[test]
fn one_answer_stands_on_one_line() {
    let text = String::from_utf8(bytes("v1-full")).unwrap();
    let profile = opened("v1-full").profile;
    let audit = &profile.audits[0];
    assert_eq!(audit.answers.items.len(), 40);
    for (item, answer) in &audit.answers.items {
        let value = match answer {
            Answer::Rated(rating) => rating.value().to_string(),
            Answer::NotApplicable => "\"na\"".to_owned(),
        };
        let line = format!("\"{item}\": {value}");
        assert!(text.lines().any(|found| found.trim().trim_end_matches(',') == line), "{line}");
    }
}

#[test]
fn a_file_made_by_hand_gets_what_it_left_out() {
    let profile = opened("v1-by-hand").profile;
    let audit = &profile.audits[0];
    assert_eq!(audit.started, "2026-09-21T12:00:00Z".parse().unwrap());
    assert!(audit.parts.contains(&Part::Behaviour) && audit.parts.len() == 1);
    assert_eq!(audit.answer("risk-mitigation-2"), Some(Answer::NotApplicable));
    assert_eq!(audit.answer("risk-mitigation-3"), None);
    assert!((audit.answers.seconds["risk-mitigation-1"] - 6.0).abs() < f64::EPSILON);
}

#[test]
fn unknown_fields_survive_at_every_level() {
    let before: serde_json::Value = serde_json::from_slice(&bytes("v1-unknown-fields")).unwrap();
    let after: serde_json::Value =
        serde_json::from_slice(&format::encode(&opened("v1-unknown-fields").profile).unwrap()).unwrap();
    for path in ["/team", "/audits/0/mood", "/audits/0/raters", "/audits/0/instrument/translation"] {
        assert!(before.pointer(path).is_some(), "{path}");
        assert_eq!(after.pointer(path), before.pointer(path), "{path}");
    }
}

#[test]
fn a_newer_version_that_lets_us_read_it_stays_one() {
    let opened = opened("v7-readable-by-1");
    assert_eq!(opened.version, 7);
    let after: serde_json::Value = serde_json::from_slice(&format::encode(&opened.profile).unwrap()).unwrap();
    assert_eq!((&after["version"], &after["min_reader"]), (&7.into(), &1.into()));
}

#[test]
fn a_newer_version_is_refused_whatever_it_holds() {
    for name in ["newer", "newer-without-min-reader"] {
        let path = Path::new("tests/fixtures/broken").join(name).with_extension("evenkeel");
        let error = format::open(&fs::read(path).unwrap()).unwrap_err();
        assert!(matches!(error, FormatError::Newer { .. }), "{name}: {error:?}");
        assert!(bad_file_hint(&Words::english(), &error).contains("Update Evenkeel"));
    }
}

/// Every broken fixture with its message, one a line. `UPDATE_FIXTURES=1 cargo test` writes the messages anew: read them.
#[test]
fn every_broken_fixture_says_what_is_wrong_and_where() {
    let mut messages = String::new();
    for path in fixtures("broken") {
        let error = format::open(&fs::read(&path).unwrap()).expect_err(&path.display().to_string());
        assert!(!bad_file_hint(&Words::english(), &error).is_empty());
        let name = path.file_stem().unwrap().to_str().unwrap();
        writeln!(messages, "{name}: {}", message::format(&Words::english(), &error)).unwrap();
    }
    let expected = Path::new("tests/fixtures/broken/messages.txt");
    if std::env::var_os("UPDATE_FIXTURES").is_some() {
        fs::write(expected, &messages).unwrap();
    }
    assert_eq!(messages, fs::read_to_string(expected).unwrap());
}

#[test]
fn what_is_too_much_is_not_even_built() {
    let many =
        format!(r#"{{"format":"evenkeel-profile","version":1,"id":"x","y":[{}0]}}"#, "0,".repeat(format::MAX_VALUES));
    assert!(matches!(format::open(many.as_bytes()), Err(FormatError::TooMuch { what: Counted::Values, .. })));
    let long = vec![b' '; usize::try_from(evenkeel::storage::MAX_BYTES).unwrap() + 1];
    assert!(matches!(format::open(&long), Err(FormatError::TooMuch { what: Counted::Bytes, .. })));
}

#[test]
fn what_could_not_be_read_again_is_not_written() {
    let with = |change: &dyn Fn(&mut Audit)| {
        let mut profile = opened("v1-full").profile;
        change(std::sync::Arc::make_mut(&mut profile.audits[0]));
        format::encode(&profile)
    };
    assert!(with(&|_| {}).is_ok());
    assert!(with(&|audit| audit.role = "x".repeat(format::MAX_TEXT)).is_ok());
    assert!(with(&|audit| audit.role = "x".repeat(format::MAX_TEXT + 1)).is_err());
    let bad_seconds = |audit: &mut Audit| audit.answers.seconds.extend([("risk-mitigation-1".into(), f64::NAN)]);
    let without_behaviour = |audit: &mut Audit| audit.parts.clear();
    let two_roles = |audit: &mut Audit| audit.extra.extend([("role".to_owned(), "another".into())]);
    assert!(with(&bad_seconds).is_err());
    assert!(with(&without_behaviour).is_err());
    assert!(with(&two_roles).is_err());
}

#[test]
fn what_an_old_version_would_misread_it_is_not_given() {
    let read = |name: &str| {
        let written = format::encode(&opened(name).profile).unwrap();
        let json: serde_json::Value = serde_json::from_slice(&written).unwrap();
        json["min_reader"].as_u64().unwrap()
    };
    assert_eq!((read("v2-full"), read("v1-full"), read("v2-one-facet")), (1, 1, 2));
    // A newer version that an old program may write stays so only as long as there is nothing in it to misread.
    let mut newer = opened("v7-readable-by-1").profile;
    newer.audits.extend(opened("v2-one-facet").profile.audits);
    let json: serde_json::Value = serde_json::from_slice(&format::encode_unverified(&newer).unwrap()).unwrap();
    assert_eq!((&json["version"], &json["min_reader"]), (&7.into(), &2.into()));
}

#[test]
fn one_facet_and_the_words_are_read() {
    let profile = opened("v2-one-facet").profile;
    assert_eq!(profile.audits[0].scope, Scope::All);
    assert_eq!(profile.audits[1].scope, Scope::Facet("risk-mitigation".into()));
    assert_eq!(profile.audits[0].instrument.texts.as_ref().unwrap().language, "en");
    assert_eq!(opened("v1-full").profile.audits[0].instrument.texts, None);
}

/// Version 1 kept unknown fields: one of a name that means something today comes along under another, and is in nobody's way.
#[test]
fn what_version_1_did_not_know_takes_no_place_of_today() {
    let profile = opened("v1-taken-names").profile;
    let audit = &profile.audits[0];
    assert_eq!((&audit.scope, &audit.instrument.texts), (&Scope::All, &None));
    let after: serde_json::Value = serde_json::from_slice(&format::encode(&profile).unwrap()).unwrap();
    let audit = &after["audits"][0];
    assert_eq!(audit["scope-unknown"]["mine"][1], 2);
    assert_eq!(
        (&audit["instrument"]["language-unknown"], &audit["instrument"]["texts-unknown"]),
        (&"de".into(), &7.into())
    );
    let profile = opened("v1-taken-plans").profile;
    assert_eq!((profile.plans.len(), profile.notes.len(), profile.reports), (0, 0, None));
    let after: serde_json::Value = serde_json::from_slice(&format::encode(&profile).unwrap()).unwrap();
    assert_eq!((&after["plans-unknown"]["mine"][1], &after["notes-unknown"]), (&2.into(), &"by hand".into()));
}

#[test]
fn good_fixtures_fit_the_schema_and_changed_ones_do_not() {
    let (schema, old) = (schema_check::schema(format::VERSION), schema_check::schema(1));
    for path in fixtures("good") {
        // That of version 1 says what its files hold, as it said it then.
        let of_version_1 = path.file_name().unwrap().to_str().unwrap().starts_with("v1");
        let schema = if of_version_1 { &old } else { &schema };
        let bytes = fs::read(&path).unwrap();
        let value = serde_json::from_slice(bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&bytes)).unwrap();
        assert_eq!(schema_check::first_problem(schema, &value), None, "{}", path.display());
    }
    // What a schema can say, it says; two of the same, whole numbers past a limit in sum and the like it cannot.
    for name in [
        "rating-9",
        "rating-half",
        "points-11",
        "dose-word",
        "form",
        "no-id",
        "empty-id",
        "audit-list",
        "other-format",
        "week-word",
        "minutes-11",
        "aim-word",
    ] {
        let path = Path::new("tests/fixtures/broken").join(name).with_extension("evenkeel");
        let value = serde_json::from_slice(&fs::read(path).unwrap()).unwrap();
        assert!(schema_check::first_problem(&schema, &value).is_some(), "{name}");
    }
}

/// A profile with anything in it that the window can bring about.
fn any_profile() -> impl Strategy<Value = Profile> {
    let full = opened("v1-roles").profile;
    let text = "\\PC{0,30}";
    let seconds = prop::collection::btree_map("[a-z]{1,8}-[1-5]", 0.0..1e9_f64, 0..6);
    let answers = prop::collection::btree_map("[a-z]{1,8}-[1-5]", 0..=5_u8, 0..6);
    (text, text, seconds, answers, any::<u32>(), any::<i32>()).prop_map(
        move |(person, role, seconds, answers, seed, time)| {
            let mut profile = full.clone();
            profile.person = person;
            let own = std::sync::Arc::make_mut(&mut profile.roles[0]);
            own.ad[0].text.clone_from(&role);
            own.demands =
                answers.iter().filter_map(|(id, n)| Some((id.as_str().into(), (*n).try_into().ok()?))).collect();
            profile
                .hours
                .extend(seconds.iter().filter_map(|(id, n)| Some((id.as_str().into(), (*n).try_into().ok()?))));
            let audit = std::sync::Arc::make_mut(&mut profile.audits[0]);
            audit.role = role;
            audit.seed = seed;
            audit.started = jiff::Timestamp::from_millisecond(i64::from(time) * 1000 + i64::from(seed % 1000)).unwrap();
            audit.answers.seconds = seconds.into_iter().map(|(id, seconds)| (id.into(), seconds)).collect();
            audit.answers.items = answers
                .into_iter()
                .map(|(id, rating)| (id.into(), rating.try_into().map_or(Answer::NotApplicable, Answer::Rated)))
                .collect();
            profile
        },
    )
}

proptest! {
    #[test]
    fn whatever_is_saved_opens_as_the_same(profile in any_profile()) {
        let bytes = format::encode(&profile).unwrap();
        prop_assert_eq!(format::open(&bytes).unwrap().profile, profile);
    }

    #[test]
    fn one_changed_byte_never_brings_the_reader_down(at in 0..6000_usize, byte in any::<u8>()) {
        let mut bytes = bytes("v1-full");
        let at = at % bytes.len();
        bytes[at] = byte;
        if let Ok(first) = format::open(&bytes) {
            let saved = format::encode(&first.profile).unwrap();
            prop_assert_eq!(format::open(&saved).unwrap().profile, first.profile);
        }
    }

    #[test]
    fn a_file_cut_off_anywhere_is_refused(at in 0..6000_usize) {
        let bytes = bytes("v1-full");
        let at = at % (bytes.len() - 2);
        prop_assert!(format::open(&bytes[..at]).is_err());
    }
}
