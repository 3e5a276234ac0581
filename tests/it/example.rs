//! The worked example that opens from the start screen. It is made here, and kept as a file like any other profile:
//! `UPDATE_EXAMPLE=1 cargo test --test it example` writes it again, for instance when the questions have changed.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock};

use evenkeel::actions::ActionLibrary;
use evenkeel::instrument::{Instrument, Instruments, item_order, questions};
use evenkeel::plan::{Direction, Track, review, suggestions, track};
use evenkeel::profile::{
    Aim, Answer, Answers, Audit, AuditId, ColleagueView, Dose, EndReason, Ended, Extra, FacetId, Form, GoalLevel,
    ItemId, Note, Outcome, Part, Plan, Points, Profile, SignAnswer, Stakes, WeekCount,
};
use evenkeel::scoring::{Confidence, Reading, ScoreStatus, Scores, Verdict, change, score};
use evenkeel::storage::format;
use jiff::civil::date;

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

/// How much depends on each facet in the role of a team lead in logistics: most of it on who does what.
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

/// What was counted in a week.
fn week(came: u16, did: u16, estimated: bool) -> WeekCount {
    WeekCount::new(came, did, estimated).unwrap()
}

fn goal(levels: [&str; 5]) -> BTreeMap<GoalLevel, String> {
    GoalLevel::ALL.into_iter().zip(levels.map(str::to_owned)).collect()
}

/// The plan after the second audit: it ended with a review at the third.
fn finished_plan(instrument: &Instrument, audits: &[Arc<Audit>]) -> Plan {
    let facet = FacetId::from("vision-translation");
    let items = instrument.facet(facet.as_str()).unwrap().items.iter();
    // Seen from August, the spring looks a little lower than it was answered then.
    let then = items.zip([3, 3, 3, 3, 2]).map(|(item, rating)| (item.clone(), rated(rating))).collect();
    let weeks = [
        (date(2026, 5, 11), week(5, 1, true)),
        (date(2026, 5, 18), week(4, 1, true)),
        (date(2026, 5, 25), week(2, 1, false)),
        (date(2026, 6, 1), week(5, 2, false)),
        (date(2026, 6, 8), week(4, 3, false)),
        (date(2026, 6, 15), week(0, 0, false)),
        (date(2026, 6, 22), week(5, 4, false)),
        (date(2026, 7, 6), week(4, 3, false)),
        (date(2026, 7, 13), week(5, 4, false)),
        (date(2026, 7, 20), week(3, 3, false)),
        (date(2026, 8, 3), week(4, 4, false)),
        (date(2026, 8, 10), week(5, 4, false)),
    ];
    let ended =
        Ended { at: audits[2].finished.unwrap(), why: EndReason::Reviewed, words: String::new(), extra: Extra::new() };
    Plan {
        audit: Some(audits[1].id.clone()),
        reason: "New people keep asking me what all this is for.".to_owned(),
        action: Some("say-whom-it-helps".into()),
        cue: "I hand work over to someone".to_owned(),
        deed: "say in one sentence who will be helped by it, and how".to_owned(),
        minutes: Some(1.try_into().unwrap()),
        obstacle: "someone in a hurry".to_owned(),
        instead: "write the sentence on the note that goes with the work".to_owned(),
        goal: goal([
            "I say what to do and nothing more",
            "I say what it is for when somebody asks",
            "I say it at most handovers, unasked",
            "People near me can say whom their part helps",
            "They say it to new people themselves",
        ]),
        present: Some(GoalLevel::Less),
        start: date(2026, 5, 28),
        review: date(2026, 8, 20),
        begun: Some("2026-05-28T06:40:00Z".parse().unwrap()),
        rehearsed: true,
        weeks: weeks.into(),
        outcome: Outcome {
            reached: Some(GoalLevel::Expected),
            audit: Some(audits[2].id.clone()),
            then,
            colleague: Some(ColleagueView::Better),
            colleague_words: "I know now why the early lorry matters.".to_owned(),
            words: "Easy to do, easy to forget on Mondays.".to_owned(),
            extra: Extra::new(),
        },
        ended: Some(ended),
        ..Plan::draft("5a3e0c1e-0000-4000-8000-0000000000a1".into(), facet, Aim::Build)
    }
}

/// The plan after the third audit, in its fifth week at the time of the last one.
fn plan_under_way(audits: &[Arc<Audit>]) -> Plan {
    let weeks = [
        (date(2026, 10, 5), week(6, 1, true)),
        (date(2026, 10, 12), week(5, 1, true)),
        (date(2026, 10, 19), week(4, 2, false)),
        (date(2026, 10, 26), week(0, 0, false)),
        (date(2026, 11, 2), week(6, 4, false)),
        (date(2026, 11, 9), week(5, 3, false)),
    ];
    Plan {
        audit: Some(audits[2].id.clone()),
        action: Some("ask-before-start".into()),
        cue: "a task arrives that takes more than half an hour".to_owned(),
        deed: "ask who does it, how long it takes and what waits, before anyone starts".to_owned(),
        minutes: Some(3.try_into().unwrap()),
        obstacle: "someone in a hurry".to_owned(),
        instead: "ask only what waits".to_owned(),
        goal: goal([
            "I start on whatever comes in",
            "I ask when the job is a big one",
            "I ask at most jobs, and the answers are written down",
            "Others find their name beside a job before they start",
            "Others ask before I do",
        ]),
        present: Some(GoalLevel::Less),
        start: date(2026, 10, 19),
        review: date(2026, 11, 30),
        begun: Some("2026-10-19T06:50:00Z".parse().unwrap()),
        rehearsed: true,
        weeks: weeks.into(),
        ..Plan::draft("5a3e0c1e-0000-4000-8000-0000000000a2".into(), "resource-allocation".into(), Aim::Build)
    }
}

fn notes() -> Vec<Arc<Note>> {
    let note = |number: u8, on, facet: &str, texts: [&str; 4]| {
        let [occasion, did, came_of_it, seen_by] = texts.map(str::to_owned);
        let id = format!("5a3e0c1e-0000-4000-8000-0000000000b{number}");
        Arc::new(Note { occasion, did, came_of_it, seen_by, ..Note::empty(id.into(), on, facet.into()) })
    };
    vec![
        note(
            1,
            date(2026, 7, 9),
            "vision-translation",
            [
                "Handing the early lorry over to Tom",
                "Said that the clinic opens at seven, and why that matters there",
                "He called the clinic himself when the lorry was late",
                "Tom",
            ],
        ),
        note(
            2,
            date(2026, 11, 4),
            "resource-allocation",
            [
                "A rush order for the fair",
                "Asked who, how long and what waits, and wrote it on the board",
                "Two lists were put off by a day, and nobody stayed late",
                "",
            ],
        ),
    ]
}

/// The example, made again.
fn made() -> Profile {
    let instrument = instrument();
    let mut profile = Profile::new("5a3e0c1e-0000-4000-8000-000000000000".into());
    "Sample person".clone_into(&mut profile.person);
    profile.audits = SITTINGS.iter().enumerate().map(|(i, s)| Arc::new(audit(&instrument, i, s))).collect();
    profile.reports = Some(true);
    profile.plans =
        vec![Arc::new(finished_plan(&instrument, &profile.audits)), Arc::new(plan_under_way(&profile.audits))];
    profile.notes = notes();
    profile
}

fn path() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/examples/worked-example.evenkeel")
}

/// A technician in a laboratory, to whom nobody reports: two audits half a year apart. The work is in good order, and what is
/// proposed meets with a no.
const WITHOUT_REPORTS: [Sitting; 2] = [
    Sitting {
        started: "2026-04-15T13:20:00Z",
        finished: "2026-04-15T13:31:40Z",
        form: Form::Full,
        answers: [
            &[3, 3, 2, 3, 3],
            &[4, 4, 4, 5, 4],
            &[4, 3, 4, 4, 3],
            &[4, 4, 3, 4, 4],
            &[3, 3, 3, 2, 3],
            &[3, NONE, 3, 3, 2],
            &[2, 3, 2, 2, 1],
            &[4, 3, 4, 4, 3],
        ],
        needs: [2, 4, 4, 4, 3, 3, 4, 4],
        energy: [3, 5, 3, 4, 4, 2, 4, 4],
    },
    Sitting {
        started: "2026-10-28T12:05:00Z",
        finished: "2026-10-28T12:16:10Z",
        form: Form::Full,
        answers: [
            &[3, 3, 3, 3, 2],
            &[4, 5, 4, 4, 4],
            &[4, 4, 4, 3, 4],
            &[4, 4, 4, 4, 5],
            &[3, 4, 3, 3, 3],
            &[3, 3, 3, NONE, 3],
            &[2, 3, 2, 2, 2],
            &[4, 4, 4, 4, 3],
        ],
        needs: [2, 4, 4, 4, 3, 3, 4, 4],
        energy: [3, 5, 3, 4, 4, 2, 4, 4],
    },
];

const DOSES_WITHOUT: [Dose; 8] =
    [Dose::Right, Dose::Right, Dose::Right, Dose::Right, Dose::Right, Dose::Right, Dose::TooLittle, Dose::Right];

/// The second example, made again.
fn without_reports() -> Profile {
    let instrument = instrument();
    let mut profile = Profile::new("5a3e0c1e-0000-4000-8000-000000000200".into());
    "Another sample person".clone_into(&mut profile.person);
    let adapted = |(number, sitting): (usize, &Sitting)| {
        let mut audit = audit(&instrument, 200 + number, sitting);
        audit.id = format!("5a3e0c1e-0000-4000-8000-00000000020{}", number + 1).into();
        "Technician, hospital laboratory".clone_into(&mut audit.role);
        audit.answers.doses = instrument.facets.iter().map(|it| it.id.clone()).zip(DOSES_WITHOUT).collect();
        Arc::new(audit)
    };
    profile.audits = WITHOUT_REPORTS.iter().enumerate().map(adapted).collect();
    profile.reports = Some(false);
    let weeks = [
        (date(2026, 10, 19), week(2, 0, true)),
        (date(2026, 10, 26), week(3, 1, true)),
        (date(2026, 11, 2), week(3, 1, false)),
        (date(2026, 11, 9), week(2, 2, false)),
    ];
    let plan = Plan {
        audit: Some(profile.audits[1].id.clone()),
        reason: "My idea about the labels was turned down twice.".to_owned(),
        action: Some("offer-to-change-the-part".into()),
        cue: "someone doubts an idea of mine".to_owned(),
        deed: "ask which part of it worries them most, and offer to change that part".to_owned(),
        minutes: Some(5.try_into().unwrap()),
        obstacle: "an unclear doubt".to_owned(),
        instead: "ask what they fear would happen on the first day".to_owned(),
        goal: goal([
            "I drop an idea at the first no",
            "I explain the same idea once more",
            "I ask what worries them at most doubts",
            "An idea of mine is taken up in a changed form",
            "People from other wards ask for my proposal",
        ]),
        present: Some(GoalLevel::Less),
        start: date(2026, 11, 2),
        review: date(2026, 12, 14),
        begun: Some("2026-11-02T06:10:00Z".parse().unwrap()),
        rehearsed: true,
        weeks: weeks.into(),
        ..Plan::draft("5a3e0c1e-0000-4000-8000-0000000002a1".into(), "strategic-influence".into(), Aim::Build)
    };
    profile.plans = vec![Arc::new(plan)];
    profile
}

fn path_without() -> PathBuf {
    path().with_file_name("without-reports.evenkeel")
}

#[expect(clippy::disallowed_methods, reason = "the files belong to the project, not to a person")]
fn update() {
    std::fs::write(path(), format::encode(&made()).unwrap()).unwrap();
    std::fs::write(path_without(), format::encode(&without_reports()).unwrap()).unwrap();
}

/// Both examples as they lie in the project; written first where that was asked for.
static EXAMPLES: LazyLock<[Profile; 2]> = LazyLock::new(|| {
    if std::env::var_os("UPDATE_EXAMPLE").is_some() {
        update();
    }
    [path(), path_without()].map(|path| format::open(&std::fs::read(path).unwrap()).unwrap().profile)
});

static EXAMPLE: LazyLock<Profile> = LazyLock::new(|| EXAMPLES[0].clone());

#[test]
fn the_files_are_those_that_are_made_here() {
    let hint = "the questions or the examples changed; UPDATE_EXAMPLE=1 cargo test --test it example";
    assert!(EXAMPLES[0] == made() && EXAMPLES[1] == without_reports(), "{hint}");
}

/// The second one practises what comes first of all suggestions, with an exercise that needs no reports.
#[test]
fn the_one_without_reports_practises_what_is_suggested_first() {
    let (instrument, example) = (instrument(), &EXAMPLES[1]);
    let audit = example.latest().unwrap();
    let found = suggestions(audit, &score(&instrument, audit, Confidence::P90));
    let plan = example.current_plan().unwrap();
    assert_eq!((&found.build[0].facet, found.build[0].aim), (&plan.facet, plan.aim));
    let library = ActionLibrary::in_language("en").unwrap();
    let action = library.action(plan.action.as_ref().unwrap()).unwrap();
    assert!(action.suits(false) && library.text(&action.id).deed == plan.deed);
    assert_eq!(track(plan, date(2026, 11, 19)), Track::TooEarly);
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

/// The plan that has ended tells what a review can and cannot say: what was counted speaks for a change, the questions cannot.
#[test]
fn its_review_is_an_honest_one() {
    let (example, instruments) = (&*EXAMPLE, Instruments::built_in("en").unwrap());
    let found = review(example, &example.plans[0], &instruments, Confidence::P90);
    let [better, same] = [Direction::Better, Direction::Same].map(Some);
    assert_eq!(found.directions(), [better, better, same, better]);
    let questions = found.questions.unwrap();
    assert!(questions.then.unwrap().mean < questions.before.mean);
    let library = ActionLibrary::in_language("en").unwrap();
    for plan in &example.plans {
        let action = library.action(plan.action.as_ref().unwrap()).unwrap();
        assert_eq!(action.facet.as_str(), plan.facet.as_str());
        assert_eq!(library.text(&action.id).occasion, plan.cue);
    }
    assert_eq!(example.current_plan().unwrap().id, example.plans[1].id);
}

#[test]
fn its_answers_look_like_those_of_a_person() {
    let example = &*EXAMPLE;
    let quality = score(&instrument(), example.latest().unwrap(), Confidence::P90).quality;
    assert!((4.0..8.0).contains(&quality.median_seconds.unwrap()));
    assert!(quality.longest_run < 8, "{}", quality.longest_run);
}
