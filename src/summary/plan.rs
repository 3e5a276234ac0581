//! A plan in words: why a skill is suggested, what was counted, and what a review can say.

use super::sentence::facet_name;
use crate::instrument::{Instrument, Side};
use crate::plan::{
    Against, Direction, GoalEvidence, OccasionEvidence, QuestionEvidence, Reason, Review, Suggestion, Week, WeekState,
};
use crate::profile::{Aim, ColleagueView, Plan, Trouble};
use crate::scoring::history::Share;
use crate::scoring::{Estimate, id};
use crate::t;
use crate::words::Words;

/// The plan as one sentence: "If a plan is shown, then I ask what could go wrong." Parts that are not written yet stay dots.
pub fn plan_sentence(words: &Words, plan: &Plan) -> String {
    t!(words, "action-if-then", occasion = or_dots(&plan.cue), deed = or_dots(&plan.deed))
}

/// A piece of a sentence, and whether the person wrote it.
pub type WrittenPiece = (String, bool);

/// The sentence of the plan in pieces, those that the person wrote marked as such.
pub fn plan_pieces(words: &Words, plan: &Plan) -> Vec<WrittenPiece> {
    pieces(&t!(words, "action-if-then", occasion = MARKS[0], deed = MARKS[1]), [&plan.cue, &plan.deed])
}

/// The sentence about the obstacle in pieces, in the same way.
pub fn obstacle_pieces(words: &Words, plan: &Plan) -> Vec<WrittenPiece> {
    let sentence = t!(words, "action-if-obstacle", obstacle = MARKS[0], instead = MARKS[1]);
    pieces(&sentence, [&plan.obstacle, &plan.instead])
}

/// Stand in a sentence for what the person wrote: characters that no text has.
const MARKS: [&str; 2] = ["\u{e000}", "\u{e001}"];

fn pieces(sentence: &str, written: [&str; 2]) -> Vec<WrittenPiece> {
    let mut found = vec![(String::new(), false)];
    for letter in sentence.chars() {
        match MARKS.iter().position(|mark| mark.starts_with(letter)) {
            Some(at) => found.extend([(or_dots(written[at]).to_owned(), true), (String::new(), false)]),
            None => {
                if let Some((words, _)) = found.last_mut() {
                    words.push(letter);
                }
            }
        }
    }
    found.retain(|(words, _)| !words.is_empty());
    found
}

/// What is done where something gets in the way; empty where nothing of it is written.
pub fn plan_obstacle(words: &Words, plan: &Plan) -> String {
    if plan.obstacle.is_empty() && plan.instead.is_empty() {
        return String::new();
    }
    t!(words, "action-if-obstacle", obstacle = or_dots(&plan.obstacle), instead = or_dots(&plan.instead))
}

fn or_dots(text: &str) -> &str {
    if text.trim().is_empty() { "…" } else { text.trim() }
}

/// "To do more of", or "To do less of".
pub fn aim_words(words: &Words, aim: Aim) -> String {
    t!(words, "plan-aim", aim = id(&aim))
}

/// What speaks for a skill, in one sentence.
pub fn reasons_words(words: &Words, suggestion: &Suggestion) -> String {
    let builds = suggestion.aim == Aim::Build;
    let one = |reason: &Reason| match (reason, builds) {
        (Reason::RoleAsks, true) => t!(words, "plan-reason-asks-more"),
        (Reason::RoleAsks, false) => t!(words, "plan-reason-asks-less"),
        (Reason::RoleLeans, true) => t!(words, "plan-reason-leans-more"),
        (Reason::RoleLeans, false) => t!(words, "plan-reason-leans-less"),
        (Reason::YouSay, true) => t!(words, "plan-reason-said-more"),
        (Reason::YouSay, false) => t!(words, "plan-reason-said-less"),
        (Reason::OthersSee, true) => t!(words, "plan-reason-others-more"),
        (Reason::OthersSee, false) => t!(words, "plan-reason-others-less"),
        (Reason::MuchDepends, _) => t!(words, "plan-reason-depends"),
        (Reason::LiftsYou, _) => t!(words, "plan-reason-lifts"),
        (Reason::Strength, _) => t!(words, "plan-reason-strength"),
    };
    suggestion.reasons.iter().map(one).collect::<Vec<_>>().join(" ")
}

/// What speaks against it, in one sentence; empty where nothing does.
pub fn against_words(words: &Words, suggestion: &Suggestion) -> String {
    let builds = suggestion.aim == Aim::Build;
    let one = |against: &Against| match (against, builds) {
        (Against::ScoresDoNotShow, _) => t!(words, "plan-against-scores"),
        (Against::DrainsYou, _) => t!(words, "plan-against-drains"),
        (Against::LittleDepends, _) => t!(words, "plan-against-little"),
        (Against::FewAnswers, _) => t!(words, "plan-against-few"),
        (Against::NoScore, _) => t!(words, "plan-against-no-score"),
        (Against::YouDoNotSay, true) => t!(words, "plan-against-not-said-little"),
        (Against::OthersDoNotSee, true) => t!(words, "plan-against-others-more"),
        (Against::OthersDoNotSee, false) => t!(words, "plan-against-others-less"),
        (Against::YouDoNotSay, false) => t!(words, "plan-against-not-said-much"),
    };
    suggestion.against.iter().map(one).collect::<Vec<_>>().join(" ")
}

/// That signs point to the place, so that practice may not be what helps; empty where none do.
pub fn place_words(words: &Words, sides: &[Side]) -> String {
    match sides {
        [] => String::new(),
        [one] => t!(words, "plan-place", side = id(one)),
        _ => t!(words, "plan-place-both"),
    }
}

/// Words for raising it with whoever decides.
pub fn raise_words(words: &Words, instrument: &Instrument, plan: &Plan) -> String {
    t!(words, "plan-raise", facet = facet_name(instrument, &plan.facet), deed = or_dots(&plan.deed))
}

/// What is in the way, as it is asked.
pub fn trouble_words(words: &Words, trouble: Trouble) -> String {
    t!(words, "plan-trouble", trouble = id(&trouble))
}

/// A week, as a screen reader says it: "Week of 23 Nov 2026: came up 4 times, done 2 times."
pub fn week_words(words: &Words, week: &Week) -> String {
    let day = words.day(week.first);
    let counted = week.count.map(|count| {
        let (came, did) = (u32::from(count.came()), u32::from(count.did()));
        if count.is_estimated() {
            t!(words, "plan-week-estimated", day = day.as_str(), came = came, did = did)
        } else {
            t!(words, "plan-week-counted", day = day.as_str(), came = came, did = did)
        }
    });
    match week.state {
        WeekState::Counted => counted.unwrap_or_default(),
        WeekState::Skip => t!(words, "plan-week-skip", day = day),
        WeekState::Open => t!(words, "plan-week-open", day = day),
        WeekState::Now => t!(words, "plan-week-now", day = day),
        WeekState::Coming => t!(words, "plan-week-coming", day = day),
    }
}

/// Counted occasions: both shares with their intervals, and whether they differ by more than chance.
pub fn occasions_words(words: &Words, found: &OccasionEvidence) -> String {
    let share = |share: Option<Share>| {
        let percent = |value: f64| words.decimal(100.0 * value, 0);
        share.map_or_else(
            || t!(words, "plan-share-none"),
            |it| t!(words, "plan-share", share = percent(it.share), low = percent(it.low), high = percent(it.high)),
        )
    };
    let before = if found.is_estimated { t!(words, "plan-before-estimated") } else { t!(words, "plan-before") };
    let said = t!(
        words,
        "plan-occasions",
        when = before,
        did = found.before.took(),
        came = found.before.came(),
        share = share(found.share_before),
        now_did = found.now.took(),
        now_came = found.now.came(),
        now_share = share(found.share_now)
    );
    let verdict = match found.direction {
        None => t!(words, "plan-occasions-one-side"),
        Some(Direction::Same) => t!(words, "plan-occasions-chance"),
        Some(Direction::Better) => t!(words, "plan-occasions-more"),
        Some(Direction::Worse) => t!(words, "plan-occasions-fewer"),
    };
    format!("{said} {verdict}")
}

/// The goal level reached, beside that of the start.
pub fn goal_words(words: &Words, plan: &Plan, found: GoalEvidence) -> String {
    let level = |value: i8| words.decimal(f64::from(value), 0);
    let reached = plan.goal(found.reached);
    let what = if reached.is_empty() { t!(words, "plan-goal-not-written") } else { reached.to_owned() };
    match found.present {
        Some(present) => t!(
            words,
            "plan-goal-reached",
            from = level(present.value()),
            to = level(found.reached.value()),
            what = what
        ),
        None => t!(words, "plan-goal-reached-only", to = level(found.reached.value()), what = what),
    }
}

/// The questions before and now, held against what asking again gives by itself.
pub fn questions_words(words: &Words, found: &QuestionEvidence) -> String {
    let band = |it: Estimate| {
        let (mean, low, high) = (words.points(it.mean), words.points(it.low), words.points(it.high));
        t!(words, "plan-band", mean = mean, low = low, high = high)
    };
    let mut said = vec![t!(words, "plan-questions", before = band(found.before), now = band(found.now))];
    if let Some(gain) = found.gain {
        said.push(t!(words, "plan-questions-expected", expected = words.points(gain.expected)));
    }
    said.push(match found.direction {
        Direction::Same => t!(words, "plan-questions-within"),
        Direction::Better => t!(words, "plan-questions-better"),
        Direction::Worse => t!(words, "plan-questions-worse"),
    });
    if let Some(then) = found.then {
        said.push(t!(words, "plan-questions-then", then = band(then)));
    }
    said.join(" ")
}

/// What one colleague says.
pub fn colleague_words(words: &Words, view: ColleagueView) -> String {
    t!(words, "plan-colleague", view = id(&view))
}

/// What the four kinds of evidence say together, in one sentence, and what that cannot say.
pub fn review_words(words: &Words, review: &Review) -> String {
    let [better, same, worse] = [Direction::Better, Direction::Same, Direction::Worse].map(|it| review.count(it));
    let known = better + same + worse;
    let said = match (better, same, worse) {
        (0, 0, 0) => return t!(words, "plan-review-nothing"),
        (all, 0, 0) => t!(words, "plan-review-all-better", count = all),
        (0, all, 0) => t!(words, "plan-review-all-same", count = all),
        (0, _, _) => t!(words, "plan-review-worse", worse = worse, known = known),
        (_, _, 0) => t!(words, "plan-review-some-better", better = better, known = known),
        _ => t!(words, "plan-review-mixed", better = better, worse = worse, known = known),
    };
    format!("{said} {}", t!(words, "plan-review-cannot"))
}

/// What will be needed at the review for the questions to count as changed, said before the start.
pub fn needed_words(words: &Words, needed: f64) -> String {
    t!(words, "plan-needed", points = words.points(needed))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Counted, counted, review, suggestions};
    use crate::profile::{GoalLevel, Profile, WeekCount};
    use crate::scoring::Confidence;
    use jiff::civil::date;

    fn plan() -> Plan {
        let mut plan = Plan::draft("p".into(), "risk-mitigation".into(), Aim::Build);
        (plan.start, plan.review) = (date(2026, 11, 23), date(2027, 1, 4));
        plan
    }

    #[test]
    fn what_is_not_written_stays_dots() {
        let (words, mut plan) = (Words::english(), plan());
        assert_eq!(plan_sentence(&words, &plan), "If …, then I ….");
        assert_eq!(plan_obstacle(&words, &plan), "");
        (plan.cue, plan.deed) = ("a plan is shown".to_owned(), "ask what could go wrong".to_owned());
        assert_eq!(plan_sentence(&words, &plan), "If a plan is shown, then I ask what could go wrong.");
    }

    #[test]
    fn a_week_is_said_without_blame() {
        let words = Words::english();
        let week = |state, count| {
            let week = Week { first: date(2026, 11, 23), is_before: false, is_this: false, state, count };
            week_words(&words, &week)
        };
        let count = |came, did, estimated| WeekCount::new(came, did, estimated);
        assert_eq!(week(WeekState::Counted, count(4, 2, false)), "Week of 23 Nov 2026: came up 4 times, done 2 times.");
        assert_eq!(
            week(WeekState::Counted, count(1, 0, true)),
            "Week of 23 Nov 2026: came up once, done 0 times (estimated)."
        );
        assert_eq!(week(WeekState::Skip, count(0, 0, false)), "Week of 23 Nov 2026: it did not come up.");
        assert_eq!(week(WeekState::Open, None), "Week of 23 Nov 2026: open.");
    }

    #[test]
    fn a_review_says_what_it_can_and_what_it_cannot() {
        let words = Words::english();
        let mut plan = plan();
        let profile = Profile::new("x".into());
        let instruments = crate::instrument::Instruments::built_in("en").unwrap();
        let reviewed = |plan: &Plan| review(&profile, plan, &instruments, Confidence::P90);
        assert_eq!(
            review_words(&words, &reviewed(&plan)),
            "Nothing was counted, asked or said yet, so nothing can be said."
        );
        plan.weeks.insert(date(2026, 11, 9), WeekCount::new(8, 1, true).unwrap());
        plan.weeks.insert(date(2026, 11, 30), WeekCount::new(10, 8, false).unwrap());
        let Counted { before, now, .. } = counted(&plan);
        assert_eq!((before.came(), now.took()), (8, 8));
        let said = occasions_words(&words, &reviewed(&plan).occasions.unwrap());
        assert!(said.starts_with("Before (estimated): done in 1 of 8, 13\u{a0}% (2 to 40\u{a0}%)."), "{said}");
        assert!(said.ends_with("That is more often, and more than chance would give."), "{said}");
        (plan.present, plan.outcome.reached) = (Some(GoalLevel::Less), Some(GoalLevel::MuchLess));
        let found = reviewed(&plan);
        assert_eq!(
            goal_words(&words, &plan, found.goal.unwrap()),
            "From level \u{2212}1 to level \u{2212}2: not written down."
        );
        let said = review_words(&words, &found);
        assert!(said.starts_with("Of 2 kinds of evidence, 1 speaks for a change as meant and 1 against it."), "{said}");
        assert!(said.contains("cannot"), "{said}");
    }

    #[test]
    fn reasons_are_said_with_what_speaks_against_them() {
        let (words, (instrument, audit)) = (Words::english(), crate::scoring::fixture::audit(&[(0, 5), (4, 5)]));
        let scores = crate::scoring::fixture::scored(&instrument, &audit);
        let found = suggestions(&audit, &scores);
        assert_eq!(reasons_words(&words, &found.deepen[0]), "You do it on most of the occasions already.");
        assert_eq!(against_words(&words, &found.deepen[0]), "");
        assert_eq!(place_words(&words, &found.place), "");
        assert!(place_words(&words, &[Side::Management]).contains("place"));
    }
}
