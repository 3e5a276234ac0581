//! The worked example that opens from the start screen. It is made here, and kept as a file like any other profile:
//! `UPDATE_EXAMPLE=1 cargo test --test it example` writes it again, for instance when the questions have changed.

use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock};

use evenkeel::instrument::{Instrument, item_order, questions};
use evenkeel::profile::{
    Answer, Answers, Audit, AuditId, Dose, FacetId, Form, ItemId, Part, Points, Profile, SignAnswer, Stakes,
};
use evenkeel::scoring::{Confidence, Reading, ScoreStatus, Scores, Verdict, change, score};
use evenkeel::storage::format;

use super::support::{instrument, rated, rating};

/// Marks an answer that was not applicable.
const NONE: u8 = 9;
/// Marks a question that was left open.
const OPEN: u8 = 0;

/// One audit: its day, how it came about, and the answers to the items of each facet.
struct Sitting {
    started: &'static str,
    finished: &'static str,
    form: Form,
    answers: [&'static [u8]; 8],
    needs: [u8; 8],
    energy: [u8; 8],
}

/// Four audits over nine months. The last one is that of the design's mockups.
const SITTINGS: [Sitting; 4] = [
    Sitting {
        started: "2026-02-19T16:31:00Z",
        finished: "2026-02-19T16:35:20Z",
        form: Form::Quick,
        answers: [&[2, 2, 3], &[3, 3, 3], &[3, 2, 3], &[3, 3, 2], &[3, 3, 3], &[3, 2, 4], &[3, 3, 4], &[4, 4, 4]],
        needs: [4, 3, 4, 3, 4, 3, 3, 4],
        energy: [0; 8],
    },
    Sitting {
        started: "2026-05-14T07:04:00Z",
        finished: "2026-05-14T07:15:10Z",
        form: Form::Full,
        answers: [
            &[3, 2, 3, 2, 3],
            &[3, 3, 3, 3, 3],
            &[3, 3, 2, 3, 3],
            &[3, 3, 2, 3, 2],
            &[3, 3, 4, 3, 3],
            &[3, 2, 3, 3, 3],
            &[3, 3, 4, 3, 4],
            &[4, 4, 4, 4, 4],
        ],
        needs: [4, 3, 4, 3, 4, 3, 3, 4],
        energy: [2, 2, 1, 2, 4, 3, 4, 5],
    },
    Sitting {
        started: "2026-08-20T11:48:00Z",
        finished: "2026-08-20T11:58:40Z",
        form: Form::Full,
        answers: [
            &[3, 2, 3, 3, 3],
            &[4, 3, 3, 4, 3],
            &[3, 3, NONE, 3, 3],
            &[3, 3, 3, 3, 2],
            &[4, 3, 4, 4, 4],
            &[3, 2, 3, 3, 3],
            &[4, 3, 4, 3, 4],
            &[4, 4, 4, 5, 4],
        ],
        needs: [4, 3, 4, 3, 4, 4, 3, 4],
        energy: [1, 2, 1, 2, 5, 3, 4, 5],
    },
    Sitting {
        started: "2026-11-19T08:12:00Z",
        finished: "2026-11-19T08:24:00Z",
        form: Form::Full,
        answers: [
            &[3, 2, 3, 3, 3],
            &[4, 3, 4, 4, 3],
            &[3, 4, NONE, 3, 3],
            &[3, OPEN, OPEN, 4, OPEN],
            &[4, 4, 5, 4, 4],
            &[3, 2, 4, 3, 3],
            &[4, 4, 4, 3, 5],
            &[5, 4, 4, 5, 4],
        ],
        needs: [4, 3, 4, 3, 4, 4, 3, 4],
        energy: [1, 2, 1, 2, 5, 3, 4, 5],
    },
];

/// Whether the person does enough of each facet, by their own eyes.
const DOSES: [Dose; 8] = [
    Dose::TooLittle,
    Dose::Right,
    Dose::TooLittle,
    Dose::Right,
    Dose::Right,
    Dose::TooLittle,
    Dose::TooMuch,
    Dose::Right,
];

/// How much hangs on each facet in the role of a team lead in logistics: most of it on who does what.
const STAKES: [u8; 8] = [3, 1, 2, 2, 2, 2, 1, 2];

/// Points for the management-minded response of each situation.
const SITUATIONS: [u8; 8] = [4, 5, 3, 2, 4, 2, 6, 4];

const SIGNS: [SignAnswer; 10] = [
    SignAnswer::No,
    SignAnswer::Sometimes,
    SignAnswer::No,
    SignAnswer::Often,
    SignAnswer::Sometimes,
    SignAnswer::Often,
    SignAnswer::No,
    SignAnswer::Unknown,
    SignAnswer::Sometimes,
    SignAnswer::Sometimes,
];

/// All audits ask in the same order.
const SEED: u32 = 19;

fn answer(given: u8) -> Option<Answer> {
    match given {
        OPEN => None,
        NONE => Some(Answer::NotApplicable),
        rating => Some(rated(rating)),
    }
}

/// Seconds as people need them: more for the first questions, and never the same twice.
fn seconds(number: usize) -> f64 {
    let spread = [0.0, 1.9, 0.6, 3.1, 1.2, 0.3, 2.4, 0.9, 4.2, 1.5, 0.2];
    let slow = if number < 4 { 3.0 } else { 0.0 };
    let tenths = (10.0 * (3.9 + spread[number % spread.len()] + slow)) + f64::from(u8::try_from(number % 3).unwrap());
    tenths.round() / 10.0
}

fn audit(instrument: &Instrument, number: usize, sitting: &Sitting) -> Audit {
    let order = item_order(instrument, sitting.form, SEED);
    let given = instrument.facets.iter().zip(sitting.answers);
    let given = given.flat_map(|(facet, answers)| facet.items(sitting.form).iter().zip(answers));
    let answers = given.filter_map(|(item, given)| Some((item.clone(), answer(*given)?)));
    let mut audit = Audit {
        id: AuditId::from(format!("5a3e0c1e-0000-4000-8000-00000000000{}", number + 1)),
        started: sitting.started.parse().unwrap(),
        finished: Some(sitting.finished.parse().unwrap()),
        role: "Team lead, logistics".to_owned(),
        seed: SEED,
        answers: Answers { items: answers.collect(), ..Answers::default() },
        parts: match sitting.form {
            Form::Quick => [Part::Behaviour, Part::Role].into(),
            Form::Full => Part::ALL.into(),
        },
        ..Audit::blank(instrument.reference(), sitting.form)
    };
    let timed = order.iter().enumerate().filter(|(_, item)| audit.answers.items.contains_key(*item));
    audit.answers.seconds = timed.map(|(i, item)| (item.clone(), seconds(i))).collect();
    audit.order = order;
    for (i, facet) in instrument.facets.iter().enumerate() {
        audit.answers.needs.insert(facet.id.clone(), rating(sitting.needs[i]));
        audit.answers.doses.insert(facet.id.clone(), DOSES[i]);
        audit.answers.stakes.insert(facet.id.clone(), Stakes::try_from(STAKES[i]).unwrap());
        if sitting.form == Form::Full {
            audit.answers.energy.insert(facet.id.clone(), rating(sitting.energy[i]));
        }
    }
    if sitting.form == Form::Full {
        let situations = instrument.situations.iter().zip(SITUATIONS);
        audit.answers.situations =
            situations.map(|(s, points)| (s.id.clone(), Points::try_from(points).unwrap())).collect();
        audit.answers.signs = instrument.signs.iter().zip(SIGNS).map(|(s, answer)| (s.id.clone(), answer)).collect();
    }
    audit
}

/// The example, made again.
fn made() -> Profile {
    let instrument = instrument();
    let mut profile = Profile::new("5a3e0c1e-0000-4000-8000-000000000000".into());
    "Sample person".clone_into(&mut profile.person);
    profile.audits = SITTINGS.iter().enumerate().map(|(i, s)| Arc::new(audit(&instrument, i, s))).collect();
    profile
}

fn path() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/examples/worked-example.evenkeel")
}

#[expect(clippy::disallowed_methods, reason = "the file belongs to the project, not to a person")]
fn update() {
    std::fs::write(path(), format::encode(&made()).unwrap()).unwrap();
}

/// The example as it lies in the project; written first where that was asked for.
static EXAMPLE: LazyLock<Profile> = LazyLock::new(|| {
    if std::env::var_os("UPDATE_EXAMPLE").is_some() {
        update();
    }
    format::open(&std::fs::read(path()).unwrap()).unwrap().profile
});

#[test]
fn the_file_is_the_one_that_is_made_here() {
    let hint = "the questions or the example changed; UPDATE_EXAMPLE=1 cargo test --test it example";
    assert!(*EXAMPLE == made(), "{hint}");
}

#[test]
fn it_answers_the_questions_that_are_asked_now() {
    let (instrument, example) = (instrument(), &*EXAMPLE);
    assert_eq!(example.audits.len(), 4);
    for audit in &example.audits {
        assert_eq!(audit.instrument, instrument.reference());
        let known = |ids: Vec<&str>, all: Vec<&str>| ids.iter().all(|id| all.contains(id));
        let items = || instrument.facets.iter().flat_map(|f| f.items(audit.form)).map(ItemId::as_str).collect();
        let facets = || instrument.facets.iter().map(|f| f.id.as_str()).collect();
        assert!(known(audit.answers.items.keys().map(ItemId::as_str).collect(), items()));
        assert!(known(audit.order.iter().map(ItemId::as_str).collect(), items()));
        assert!(known(audit.answers.needs.keys().map(FacetId::as_str).collect(), facets()));
        assert!(known(audit.answers.energy.keys().map(FacetId::as_str).collect(), facets()));
        let open = questions(&instrument, audit).iter().filter(|q| !q.is_answered(&instrument, audit)).count();
        assert_eq!(open, if audit.id == example.audits[3].id { 3 } else { 0 });
    }
}

#[test]
fn its_last_audit_leans_to_leadership_by_more_than_the_error() {
    let example = &*EXAMPLE;
    let scores = score(&instrument(), example.latest().unwrap(), Confidence::P90);
    let tenth = |value: Option<f64>| (value.unwrap() * 10.0).round() / 10.0;
    assert!((tenth(scores.leadership.estimate.map(|e| e.mean)) - 3.9).abs() < 1e-9);
    assert!((tenth(scores.management.estimate.map(|e| e.mean)) - 3.2).abs() < 1e-9);
    let balance = scores.balance.unwrap();
    assert!(balance.difference > Confidence::P90.z() * balance.se);
    assert_eq!(balance.verdict, Verdict::LeansToLeadership);
    let risk = scores.facets.iter().find(|f| f.id.as_str() == "risk-mitigation").unwrap();
    assert_eq!(risk.status, ScoreStatus::None);
    assert_eq!(scores.facets.iter().filter(|f| f.status == ScoreStatus::Ok).count(), 7);
}

/// What the guide and the pictures tell about this person: one can follow each from the answers.
#[test]
fn what_the_role_asks_and_what_they_say_tell_one_story() {
    let example = &*EXAMPLE;
    let scores = score(&instrument(), example.latest().unwrap(), Confidence::P90);
    let role = scores.role.as_ref().unwrap();
    let reading = |id: &str| role.iter().find(|gap| gap.facet.as_str() == id).map(|gap| gap.reading);
    for id in ["resource-allocation", "performance-monitoring", "conflict-navigation"] {
        assert_eq!(reading(id), Some(Reading::AsksMore), "{id}");
    }
    assert_eq!(reading("strategic-influence"), Some(Reading::AsksLess));
    for id in ["process-implementation", "vision-translation", "culture-shaping"] {
        assert_eq!(reading(id), Some(Reading::WithinError), "{id}");
    }
    let first = scores.priorities.as_ref().and_then(|all| all.first()).map(|first| first.facet.as_str());
    assert_eq!(first, Some("resource-allocation"));
}

#[test]
fn it_shows_a_change_that_is_real_and_others_that_are_noise() {
    let (instrument, example) = (instrument(), &*EXAMPLE);
    let [may, november] = [1, 3].map(|i| score(&instrument, &example.audits[i], Confidence::P90));
    let real = |id: &str| {
        let facet = |scores: &Scores| {
            let found = scores.facets.iter().find(|f| f.id.as_str() == id).unwrap();
            found.estimate.unwrap()
        };
        change(facet(&may), facet(&november), Confidence::P90.z()).is_beyond_error
    };
    assert!(real("vision-translation"));
    assert!(!real("conflict-navigation"));
}

#[test]
fn its_answers_look_like_those_of_a_person() {
    let example = &*EXAMPLE;
    let quality = score(&instrument(), example.latest().unwrap(), Confidence::P90).quality;
    assert!((4.0..8.0).contains(&quality.median_seconds.unwrap()));
    assert!(quality.longest_run < 8, "{}", quality.longest_run);
}
