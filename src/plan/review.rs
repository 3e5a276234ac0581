//! What a review can say: four kinds of evidence, side by side.

use std::sync::Arc;

use super::weeks::counted;
use crate::instrument::Instruments;
use crate::profile::{Aim, Answer, Answers, Audit, ColleagueView, GoalLevel, Plan, Profile, Scope};
use crate::scoring::history::{
    Audited, Compared, Gain, Occasions, Share, compare, difference_by_chance, gain, is_larger_than_chance, reliability,
};
use crate::scoring::{Confidence, Estimate, ScoreChange, score};

/// What one kind of evidence says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Changed as was meant.
    Better,
    /// No change beyond error or chance.
    Same,
    /// Changed the other way.
    Worse,
}

/// How often it was done of how often it came up, before and now.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OccasionEvidence {
    /// Before the start.
    pub before: Occasions,
    /// Whether any week before was estimated.
    pub is_estimated: bool,
    /// Since the start or the last change of the plan.
    pub now: Occasions,
    /// The share before, with its interval; absent where nothing came up or was counted.
    pub share_before: Option<Share>,
    /// The share now.
    pub share_now: Option<Share>,
    /// How often chance alone gives a difference like this, 0 to 1.
    pub by_chance: f64,
    /// What it says; absent where one of the two is missing.
    pub direction: Option<Direction>,
}

/// Where the person stood on their own goal, and where now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GoalEvidence {
    /// At the start, where they said so.
    pub present: Option<GoalLevel>,
    /// At the review.
    pub reached: GoalLevel,
    /// What it says; absent where the start was not noted.
    pub direction: Option<Direction>,
}

/// The questions of the facet, before and now.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct QuestionEvidence {
    /// The score before the plan.
    pub before: Estimate,
    /// The score at the review.
    pub now: Estimate,
    /// The change from one to the other.
    pub change: ScoreChange,
    /// The change beyond what asking again gives by itself; absent where the person's other facets have no score.
    pub gain: Option<Gain>,
    /// How it was then, as seen from the review.
    pub then: Option<Estimate>,
    /// What it says.
    pub direction: Direction,
}

/// All that a review has to go by.
#[derive(Clone, Debug, PartialEq)]
pub struct Review {
    /// Counted occasions; absent where nothing was counted.
    pub occasions: Option<OccasionEvidence>,
    /// The goal; absent where the level reached was not said.
    pub goal: Option<GoalEvidence>,
    /// The questions; absent where they were not asked again, or asked differently.
    pub questions: Option<QuestionEvidence>,
    /// One colleague; absent where nobody was asked.
    pub colleague: Option<ColleagueView>,
}

impl Review {
    /// What each kind says, in the order in which they are shown: occasions, goal, questions, colleague.
    pub fn directions(&self) -> [Option<Direction>; 4] {
        let colleague = self.colleague.map(|view| match view {
            ColleagueView::Better => Direction::Better,
            ColleagueView::Same => Direction::Same,
            ColleagueView::Worse => Direction::Worse,
        });
        let questions = self.questions.map(|it| it.direction);
        [self.occasions.and_then(|it| it.direction), self.goal.and_then(|it| it.direction), questions, colleague]
    }

    /// How many kinds say this.
    pub fn count(&self, direction: Direction) -> usize {
        self.directions().into_iter().flatten().filter(|said| *said == direction).count()
    }
}

/// The audit from before the plan: the one from which it was chosen, else the last of all facets that was finished before it began.
pub fn before_audit<'a>(profile: &'a Profile, plan: &Plan) -> Option<&'a Arc<Audit>> {
    let chosen = plan.audit.as_ref().and_then(|id| profile.audit(id)).filter(|audit| audit.finished.is_some());
    chosen.or_else(|| {
        let begun = plan.begun?;
        let earlier =
            |audit: &&Arc<Audit>| audit.scope == Scope::All && audit.finished.is_some_and(|finished| finished <= begun);
        profile.audits.iter().filter(earlier).max_by_key(|audit| audit.finished)
    })
}

/// The audit in which the questions of a plan's facet are being answered again.
pub fn recheck_under_way<'a>(profile: &'a Profile, plan: &Plan) -> Option<&'a Arc<Audit>> {
    let begun = plan.begun?;
    let is_of = |audit: &&Arc<Audit>| audit.scope.facet() == Some(&plan.facet) && audit.started >= begun;
    profile.audits.iter().filter(|audit| audit.finished.is_none()).rfind(is_of)
}

/// What a review of this plan has to go by.
pub fn review(profile: &Profile, plan: &Plan, instruments: &Instruments, confidence: Confidence) -> Review {
    Review {
        occasions: occasions(plan, confidence),
        goal: plan.outcome.reached.map(|reached| goal(plan.present, reached)),
        questions: questions(profile, plan, instruments, confidence),
        colleague: plan.outcome.colleague,
    }
}

fn occasions(plan: &Plan, confidence: Confidence) -> Option<OccasionEvidence> {
    let found = counted(plan);
    let (before, now) = (found.before, found.now);
    if before.came() + now.came() == 0 {
        return None;
    }
    let (share_before, share_now) = (before.share(confidence), now.share(confidence));
    let direction = share_before.zip(share_now).map(|(before_share, now_share)| {
        if !is_larger_than_chance(before, now, confidence) {
            Direction::Same
        } else if now_share.share > before_share.share {
            Direction::Better
        } else {
            Direction::Worse
        }
    });
    let by_chance = difference_by_chance(before, now);
    Some(OccasionEvidence {
        before,
        is_estimated: found.is_estimated,
        now,
        share_before,
        share_now,
        by_chance,
        direction,
    })
}

fn goal(present: Option<GoalLevel>, reached: GoalLevel) -> GoalEvidence {
    let direction = present.map(|present| match reached.cmp(&present) {
        std::cmp::Ordering::Greater => Direction::Better,
        std::cmp::Ordering::Equal => Direction::Same,
        std::cmp::Ordering::Less => Direction::Worse,
    });
    GoalEvidence { present, reached, direction }
}

#[expect(clippy::cast_precision_loss, reason = "there are eight facets")]
fn questions(
    profile: &Profile,
    plan: &Plan,
    instruments: &Instruments,
    confidence: Confidence,
) -> Option<QuestionEvidence> {
    let now = profile.audit(plan.outcome.audit.as_ref()?).filter(|audit| audit.finished.is_some())?;
    let before = before_audit(profile, plan).filter(|audit| audit.id != now.id)?;
    let audited = |audit| audited(instruments, audit);
    let (from, to) = (audited(before)?, audited(now)?);
    let changes = compare(from, to, confidence);
    let found = changes.facets.iter().find(|it| it.facet == plan.facet)?;
    let Compared::Change { from: first, to: second, change, items } = found.compared else { return None };
    let facet = to.instrument.facet(plan.facet.as_str())?;
    let scores = score(from.instrument, before, confidence);
    let others: Vec<f64> =
        scores.facets.iter().filter(|it| it.id != plan.facet).filter_map(|it| Some(it.estimate?.mean)).collect();
    let rated = scores.facet(&plan.facet).map_or(items, |it| it.answered);
    let gain = (!others.is_empty()).then(|| {
        let mean = others.iter().sum::<f64>() / others.len() as f64;
        gain(first, second, mean, reliability(facet.inter_item_r, rated), confidence.z())
    });
    let then = then(now, plan, to, confidence);
    let beyond = gain.map_or(change.is_beyond_error, |gain| gain.is_beyond_error && change.is_beyond_error);
    // A plan to cut back is meant to bring the score down.
    let meant = match plan.aim {
        Aim::Build => change.difference > 0.0,
        Aim::CutBack => change.difference < 0.0,
    };
    let direction = match (beyond, meant) {
        (false, _) => Direction::Same,
        (true, true) => Direction::Better,
        (true, false) => Direction::Worse,
    };
    Some(QuestionEvidence { before: first, now: second, change, gain, then, direction })
}

fn audited<'a>(instruments: &'a Instruments, audit: &'a Audit) -> Option<Audited<'a>> {
    Some(Audited { instrument: instruments.of(&audit.instrument)?, audit })
}

/// The score of how it was then, as seen from the review.
fn then(now: &Audit, plan: &Plan, asked: Audited<'_>, confidence: Confidence) -> Option<Estimate> {
    if plan.outcome.then.values().all(|answer| matches!(answer, Answer::NotApplicable)) {
        return None;
    }
    let items = plan.outcome.then.clone();
    let seen = Audit { answers: Answers { items, ..Answers::default() }, ..now.clone() };
    score(asked.instrument, &seen, confidence).facet(&plan.facet)?.estimate
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::instrument::{Instrument, KnownFacet};
    use crate::profile::{Form, Rating, WeekCount};
    use jiff::civil::date;

    /// An audit in which the first facet has one rating and all others have 4.
    fn audit(id: &str, day: &str, first: u8) -> Arc<Audit> {
        let instrument = Instrument::built_in().unwrap();
        let mut audit = Audit::blank(instrument.reference(), Form::Full);
        for (index, facet) in instrument.facets.iter().enumerate() {
            for item in &facet.items {
                let value = if index == 0 { first } else { 4 };
                audit.answers.items.insert(item.clone(), Answer::Rated(Rating::try_from(value).unwrap()));
            }
        }
        audit.id = id.into();
        audit.finished = Some(format!("{day}T10:00:00Z").parse().unwrap());
        Arc::new(audit)
    }

    fn plan() -> Plan {
        let facet = KnownFacet::all().next().unwrap().id();
        let mut plan = Plan::draft("p".into(), facet, Aim::Build);
        (plan.start, plan.review) = (date(2026, 6, 1), date(2026, 7, 13));
        plan.begun = Some("2026-06-01T08:00:00Z".parse().unwrap());
        plan
    }

    fn with(audits: Vec<Arc<Audit>>) -> Profile {
        Profile { audits, ..Profile::new("x".into()) }
    }

    fn reviewed(profile: &Profile, plan: &Plan) -> Review {
        review(profile, plan, &Instruments::built_in("en").unwrap(), Confidence::P90)
    }

    #[test]
    fn nothing_known_says_nothing() {
        let found = reviewed(&with(Vec::new()), &plan());
        assert_eq!(found.directions(), [None; 4]);
        assert_eq!((found.occasions, found.questions), (None, None));
    }

    #[test]
    fn four_kinds_stand_side_by_side() {
        use Direction::{Better, Same, Worse};
        let mut plan = plan();
        for (day, came, did) in
            [(date(2026, 5, 18), 4, 1), (date(2026, 5, 25), 4, 0), (date(2026, 6, 1), 5, 4), (date(2026, 6, 8), 5, 4)]
        {
            plan.weeks.insert(day, WeekCount::new(came, did, day < plan.start).unwrap());
        }
        plan.present = Some(GoalLevel::Less);
        plan.outcome.reached = Some(GoalLevel::Less);
        plan.outcome.colleague = Some(ColleagueView::Worse);
        plan.outcome.audit = Some("after".into());
        let profile = with(vec![audit("before", "2026-05-30", 2), audit("after", "2026-07-13", 4)]);
        let found = reviewed(&profile, &plan);
        assert_eq!(found.directions(), [Some(Better), Some(Same), Some(Better), Some(Worse)]);
        assert_eq!([Better, Same, Worse].map(|direction| found.count(direction)), [2, 1, 1]);
        assert!(found.occasions.unwrap().is_estimated);
        let questions = found.questions.unwrap();
        assert!((questions.change.difference - 2.0).abs() < 1e-9);
        // Part of the rise comes by itself: the others stood at 4.
        let gain = questions.gain.unwrap();
        assert!(gain.expected > 2.0 && gain.gain < 2.0 && gain.is_beyond_error);
        // To cut back, the same rise is the wrong way.
        plan.aim = Aim::CutBack;
        assert_eq!(reviewed(&profile, &plan).directions()[2], Some(Worse));
    }

    #[test]
    fn a_rise_that_comes_by_itself_is_no_change() {
        let mut plan = plan();
        plan.outcome.audit = Some("after".into());
        let profile = with(vec![audit("before", "2026-05-30", 2), audit("after", "2026-07-13", 3)]);
        let found = reviewed(&profile, &plan).questions.unwrap();
        assert!(found.change.is_beyond_error && !found.gain.unwrap().is_beyond_error);
        assert_eq!(found.direction, Direction::Same);
    }

    #[test]
    fn how_it_was_then_is_scored_by_itself() {
        let mut plan = plan();
        plan.outcome.audit = Some("after".into());
        let profile = with(vec![audit("before", "2026-05-30", 3), audit("after", "2026-07-13", 4)]);
        assert_eq!(reviewed(&profile, &plan).questions.unwrap().then, None);
        let instrument = Instrument::built_in().unwrap();
        for item in &instrument.facets[0].items {
            plan.outcome.then.insert(item.clone(), Answer::Rated(Rating::try_from(2).unwrap()));
        }
        let then = reviewed(&profile, &plan).questions.unwrap().then.unwrap();
        assert!((then.mean - 2.0).abs() < 1e-9);
    }

    #[test]
    fn the_audit_before_is_the_chosen_one_or_the_last_before_the_start() {
        let mut plan = plan();
        let mut profile =
            with(vec![audit("late", "2026-07-01", 2), audit("old", "2026-01-01", 2), audit("newer", "2026-05-01", 2)]);
        let mut one = Audit::clone(&audit("one", "2026-05-20", 2));
        one.scope = Scope::Facet(plan.facet.clone());
        profile.audits.push(Arc::new(one));
        let found = |profile: &Profile, plan: &Plan| before_audit(profile, plan).map(|audit| audit.id.to_string());
        assert_eq!(found(&profile, &plan).as_deref(), Some("newer"));
        plan.audit = Some("old".into());
        assert_eq!(found(&profile, &plan).as_deref(), Some("old"));
        plan.audit = Some("gone".into());
        assert_eq!(found(&profile, &plan).as_deref(), Some("newer"));
    }
}
