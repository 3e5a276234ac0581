//! Lines about a plan that the window and paper have alike: the card for a colleague, what a review will need, goal levels, notes.

use super::plan::{needed_words, plan_sentence};
use crate::instrument::Instrument;
use crate::plan::{counted, needed, occasions_needed, week_of, weeks};
use crate::profile::{Aim, EndReason, GoalLevel, Note, Plan, Turn};
use crate::scoring::{Confidence, Scores, id};
use crate::t;
use crate::words::Words;

/// "Practise: Risk mitigation", or "Cut back: …".
pub fn plan_title(words: &Words, instrument: &Instrument, plan: &Plan) -> String {
    let facet = instrument.texts.facet(&plan.facet).name.as_str();
    match plan.aim {
        Aim::Build => t!(words, "plan-draft-title", facet = facet),
        Aim::CutBack => t!(words, "plan-draft-less-title", facet = facet),
    }
}

/// "From 23 Nov 2026; review on 4 Jan 2027."; empty where the plan has no days yet.
pub fn plan_days(words: &Words, plan: &Plan) -> String {
    if plan.start >= plan.review {
        return String::new();
    }
    t!(words, "plan-from-until", start = words.day(plan.start), review = words.day(plan.review))
}

/// A goal level as a number with a sign.
pub fn level_number(words: &Words, level: GoalLevel) -> String {
    let number = words.decimal(f64::from(level.value()), 0);
    if level.value() > 0 { format!("+{number}") } else { number }
}

/// What is on the card for a colleague: the skill, the sentence and the day, and nothing else of the plan.
pub fn witness_lines(words: &Words, instrument: &Instrument, plan: &Plan) -> Vec<String> {
    let facet = instrument.texts.facet(&plan.facet).name.as_str();
    vec![
        t!(words, "witness-skill", facet = facet),
        plan_sentence(words, plan),
        t!(words, "witness-ask", day = words.day_long(plan.review)),
    ]
}

/// What the questions need to count as changed, then what the occasions need if as many come up a week as before; a line each.
/// `before` are the scores from before the plan.
pub fn needed_lines(words: &Words, plan: &Plan, before: Option<&Scores>, confidence: Confidence) -> Vec<String> {
    let questions = before.and_then(|scores| needed(scores, &plan.facet)).map(|change| needed_words(words, change));
    let found = counted(plan);
    let all = weeks(plan, plan.start);
    let weeks_before = plan.weeks.range(..week_of(plan.start, plan.week_start)).count();
    let ahead = all.iter().filter(|week| !week.is_before).count();
    let came = u32::try_from((found.before.came() as usize * ahead).checked_div(weeks_before).unwrap_or(0)).ok();
    let came = came.filter(|came| *came > 0);
    let did = came.and_then(|came| occasions_needed(found.before, came, confidence).map(|did| (came, did)));
    let occasions = did.map_or_else(
        || t!(words, "under-way-occasions-short"),
        |(came, did)| t!(words, "under-way-occasions-needed", came = came, did = did),
    );
    let is_missing = came.is_none();
    questions.into_iter().chain((did.is_some() || is_missing).then_some(occasions)).collect()
}

/// A change of the plan when it did not move: "3 Dec 2026: the step was too big. It was: If …, then I …."
pub fn turn_words(words: &Words, turn: &Turn) -> String {
    let before = t!(words, "action-if-then", occasion = turn.cue.trim(), deed = turn.deed.trim());
    t!(words, "plan-turn", day = words.day(turn.on), why = id(&EndReason::from(turn.trouble)), before = before)
}

/// That the plan has ended, and why; empty while it has not.
pub fn ended_words(words: &Words, plan: &Plan) -> String {
    plan.ended
        .as_ref()
        .map_or_else(String::new, |ended| t!(words, "plan-ended", day = words.date(ended.at), why = id(&ended.why)))
}

/// A note of evidence in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoteWords {
    /// Its day.
    pub day: String,
    /// What was done, on which occasion.
    pub words: String,
    /// What came of it, and who saw it; may be empty.
    pub below: String,
}

impl NoteWords {
    /// The words of a note.
    pub fn new(words: &Words, note: &Note) -> Self {
        let filled = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        let came = filled(&note.came_of_it).map(|what| t!(words, "evidence-came-of-it", what = what));
        let seen = filled(&note.seen_by).map(|who| t!(words, "evidence-seen-by", who = who));
        let joined =
            |parts: [Option<String>; 2], between: &str| parts.into_iter().flatten().collect::<Vec<_>>().join(between);
        Self {
            day: words.day(note.on),
            words: joined([filled(&note.occasion), filled(&note.did)], ": "),
            below: joined([came, seen], ". "),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::profile::{Ended, Extra, Trouble};
    use jiff::civil::date;

    fn plan() -> Plan {
        let mut plan = Plan::draft("p".into(), "risk-mitigation".into(), Aim::CutBack);
        (plan.start, plan.review) = (date(2026, 11, 23), date(2027, 1, 4));
        (plan.cue, plan.deed) = ("a plan is shown".to_owned(), "ask what could go wrong".to_owned());
        plan
    }

    #[test]
    fn the_card_says_the_skill_the_sentence_and_the_day() {
        let (words, instrument) = (Words::english(), Instrument::built_in().unwrap());
        let mut plan = plan();
        assert_eq!(plan_title(&words, &instrument, &plan), "Cut back: Risk mitigation");
        assert_eq!(plan_days(&words, &plan), "From 23 Nov 2026; review on 4 Jan 2027.");
        let lines = witness_lines(&words, &instrument, &plan);
        assert_eq!(lines[1], "If a plan is shown, then I ask what could go wrong.");
        assert!(lines[2].contains("4 January 2027"), "{lines:?}");
        plan.review = plan.start;
        assert_eq!(plan_days(&words, &plan), "");
    }

    #[test]
    fn what_was_changed_and_why_it_ended_is_said_without_blame() {
        let (words, mut plan) = (Words::english(), plan());
        let turn = Turn {
            on: date(2026, 12, 15),
            trouble: Trouble::Size,
            cue: "a plan is shown".to_owned(),
            deed: "write all risks down".to_owned(),
            extra: Extra::new(),
        };
        assert_eq!(
            turn_words(&words, &turn),
            "15 Dec 2026: the step was too big. Until then: If a plan is shown, then I write all risks down."
        );
        assert_eq!(ended_words(&words, &plan), "");
        let at = "2027-01-05T10:00:00Z".parse().unwrap();
        plan.ended = Some(Ended { at, why: EndReason::Reviewed, words: String::new(), extra: Extra::new() });
        assert_eq!(ended_words(&words, &plan), "It ended on 5 Jan 2027, with its review.");
    }
}
