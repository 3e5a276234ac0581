//! Which skill may be worth practising, with what speaks for it and against it.

use crate::instrument::Side;
use crate::profile::{Aim, Audit, Dose, FacetId};
use crate::scoring::{
    Energy, FacetScore, Level, Origin, Reading, RoleGap, ScoreStatus, Scores, change_needed, only_said_to_be_little,
    to_build,
};

/// What speaks for a skill.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The role asks for more, or less, beyond what error explains.
    RoleAsks,
    /// The role asks for more, or less; that lies within the error, and the person says the same.
    RoleLeans,
    /// The person says that they do too little of it, or too much.
    YouSay,
    /// Others see it too, beyond what error explains.
    OthersSee,
    /// Much in the role depends on it.
    MuchDepends,
    /// It gives energy.
    LiftsYou,
    /// It is done often already.
    Strength,
}

/// What speaks against it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Against {
    /// The scores alone do not show it.
    ScoresDoNotShow,
    /// It drains.
    DrainsYou,
    /// Little in the role depends on it.
    LittleDepends,
    /// The score rests on few answers.
    FewAnswers,
    /// It has no score, or no need to compare it with.
    NoScore,
    /// The person does not say that they do too little, or too much.
    YouDoNotSay,
    /// Others see as much of it as the role asks, or no more.
    OthersDoNotSee,
}

/// A skill that may be worth practising.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// Which facet.
    pub facet: FacetId,
    /// To do more of it, or less.
    pub aim: Aim,
    /// What speaks for it, the strongest first.
    pub reasons: Vec<Reason>,
    /// What speaks against it.
    pub against: Vec<Against>,
}

/// All that is suggested.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Suggestions {
    /// To do more of, the most worthwhile first.
    pub build: Vec<Suggestion>,
    /// To do less of.
    pub cut_back: Vec<Suggestion>,
    /// Strengths to deepen, where there is neither.
    pub deepen: Vec<Suggestion>,
    /// Sides on which signs point to the place rather than to the person.
    pub place: Vec<Side>,
}

/// What the scores of an audit suggest to practise.
pub fn suggestions(audit: &Audit, scores: &Scores) -> Suggestions {
    let of_gap = |gap: &RoleGap, aim| of_gap(audit, scores, gap, aim);
    let mut build: Vec<Suggestion> = to_build(scores).into_iter().map(|gap| of_gap(gap, Aim::Build)).collect();
    build.extend(
        only_said_to_be_little(audit, scores).into_iter().map(|facet| only_said(audit, scores, facet, Aim::Build)),
    );
    let mut cut_back: Vec<Suggestion> = [Reading::AsksLess, Reading::SaidLess]
        .into_iter()
        .flat_map(|reading| scores.gaps(reading))
        .map(|gap| of_gap(gap, Aim::CutBack))
        .collect();
    let much = |facet: &&FacetScore| {
        audit.answers.doses.get(&facet.id) == Some(&Dose::TooMuch) && scores.gap(&facet.id).is_none()
    };
    let only_much = scores.facets.iter().filter(much);
    cut_back.extend(only_much.map(|facet| only_said(audit, scores, &facet.id, Aim::CutBack)));
    let deepen = if build.is_empty() && cut_back.is_empty() { deepen(audit, scores) } else { Vec::new() };
    let place =
        scores.signs.kinds.iter().filter(|kind| kind.origin() == Some(Origin::Place)).map(|kind| kind.kind.side());
    Suggestions { build, cut_back, deepen, place: place.collect() }
}

/// The smallest change of a facet that will be larger than the error, where the same questions are asked again with as many
/// answers; `None` where it has no score.
pub fn needed(scores: &Scores, facet: &FacetId) -> Option<f64> {
    let sem = scores.facet(facet)?.estimate?.sem;
    Some(change_needed(sem, sem, scores.confidence.z()))
}

fn of_gap(audit: &Audit, scores: &Scores, gap: &RoleGap, aim: Aim) -> Suggestion {
    let beyond = gap.gap.abs() > scores.confidence.z() * gap.se;
    let said = gap.dose == Some(if aim == Aim::Build { Dose::TooLittle } else { Dose::TooMuch });
    let asks = matches!(gap.reading, Reading::AsksMore | Reading::AsksLess);
    let mut reasons = Vec::new();
    if asks {
        reasons.push(if beyond { Reason::RoleAsks } else { Reason::RoleLeans });
    }
    if said {
        reasons.push(Reason::YouSay);
    }
    let mut against = Vec::new();
    if !asks {
        against.push(Against::ScoresDoNotShow);
    }
    if !said && gap.dose.is_some() {
        against.push(Against::YouDoNotSay);
    }
    rest(audit, scores, Suggestion { facet: gap.facet.clone(), aim, reasons, against })
}

fn only_said(audit: &Audit, scores: &Scores, facet: &FacetId, aim: Aim) -> Suggestion {
    let (reasons, against) = (vec![Reason::YouSay], vec![Against::NoScore]);
    rest(audit, scores, Suggestion { facet: facet.clone(), aim, reasons, against })
}

/// Adds what energy, stakes and the number of answers say.
fn rest(audit: &Audit, scores: &Scores, mut suggestion: Suggestion) -> Suggestion {
    let facet = &suggestion.facet;
    let builds = suggestion.aim == Aim::Build;
    match audit.answers.stakes.get(facet).map(|stakes| stakes.value()) {
        Some(2 | 3) if builds => suggestion.reasons.push(Reason::MuchDepends),
        Some(0 | 1) if builds => suggestion.against.push(Against::LittleDepends),
        _ => {}
    }
    match audit.answers.energy.get(facet).map(|energy| Energy::of((*energy).into())) {
        Some(Energy::Energises) if builds => suggestion.reasons.push(Reason::LiftsYou),
        Some(Energy::Drains) if builds => suggestion.against.push(Against::DrainsYou),
        _ => {}
    }
    if scores.facet(facet).is_some_and(|score| score.status == ScoreStatus::Provisional) {
        suggestion.against.push(Against::FewAnswers);
    }
    suggestion
}

fn deepen(audit: &Audit, scores: &Scores) -> Vec<Suggestion> {
    const MOST: usize = 3;
    let strong = |facet: &&FacetScore| facet.estimate.is_some_and(|it| Level::of(it.low) == Level::Often);
    let mut found: Vec<&FacetScore> = scores.facets.iter().filter(strong).collect();
    let energy = |facet: &FacetScore| audit.answers.energy.get(&facet.id).copied();
    let mean = |facet: &FacetScore| facet.estimate.map_or(0.0, |it| it.mean);
    // The sort is stable: equals stay in the order of the facets.
    found.sort_by(|a, b| energy(b).cmp(&energy(a)).then(mean(b).total_cmp(&mean(a))));
    let suggest = |facet: &FacetScore| {
        let (reasons, against) = (vec![Reason::Strength], Vec::new());
        rest(audit, scores, Suggestion { facet: facet.id.clone(), aim: Aim::Build, reasons, against })
    };
    found.into_iter().take(MOST).map(suggest).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::profile::{Rating, SignAnswer, Stakes};
    use crate::scoring::fixture::{audit, scored};

    fn rating(value: u8) -> Rating {
        Rating::try_from(value).unwrap()
    }

    /// Facets 0 to 5 at 2, 2, 5, 3, 2 and 4; the role needs 4 of each.
    fn gaps() -> (std::sync::Arc<crate::instrument::Instrument>, Audit) {
        let (instrument, mut audit) = audit(&[(0, 2), (1, 2), (2, 5), (3, 3), (4, 2), (5, 4)]);
        for facet in &instrument.facets[..6] {
            audit
                .answers
                .needs
                .insert(facet.id.clone(), rating(if facet.id == instrument.facets[2].id { 3 } else { 4 }));
        }
        (instrument, audit)
    }

    #[test]
    fn each_suggestion_has_reasons_and_what_speaks_against_it() {
        use Against::{DrainsYou, LittleDepends, NoScore, ScoresDoNotShow, YouDoNotSay};
        use Reason::{LiftsYou, MuchDepends, RoleAsks, RoleLeans, YouSay};
        let (instrument, mut audit) = gaps();
        let id = |facet: usize| instrument.facets[facet].id.clone();
        audit.answers.doses.extend([(id(0), Dose::TooLittle), (id(1), Dose::Right), (id(3), Dose::TooLittle)]);
        audit.answers.doses.extend([(id(4), Dose::TooMuch), (id(5), Dose::TooLittle), (id(6), Dose::TooLittle)]);
        audit.answers.doses.insert(id(7), Dose::TooMuch);
        audit.answers.stakes.extend([(id(0), Stakes::ALL[3]), (id(1), Stakes::ALL[1])]);
        audit.answers.energy.extend([(id(0), rating(5)), (id(1), rating(1))]);
        let found = suggestions(&audit, &scored(&instrument, &audit));
        let says = |list: &[Suggestion]| -> Vec<(FacetId, Vec<Reason>, Vec<Against>)> {
            list.iter().map(|it| (it.facet.clone(), it.reasons.clone(), it.against.clone())).collect()
        };
        let build = says(&found.build);
        assert_eq!(build[0], (id(0), vec![RoleAsks, YouSay, MuchDepends, LiftsYou], vec![]));
        assert!(build.contains(&(id(1), vec![RoleAsks], vec![YouDoNotSay, LittleDepends, DrainsYou])));
        assert!(build.contains(&(id(3), vec![RoleLeans, YouSay], vec![])));
        assert!(build.contains(&(id(5), vec![YouSay], vec![ScoresDoNotShow])));
        assert_eq!(build.last().unwrap(), &(id(6), vec![YouSay], vec![NoScore]));
        // Of the fifth the gap is large and the person says "too much": the two disagree, and nothing is suggested.
        assert!(!build.iter().any(|it| it.0 == id(4)));
        let cut = says(&found.cut_back);
        assert_eq!(cut, [(id(2), vec![RoleAsks], vec![]), (id(7), vec![YouSay], vec![NoScore])]);
        assert!(found.cut_back.iter().all(|it| it.aim == Aim::CutBack) && found.deepen.is_empty());
    }

    #[test]
    fn without_findings_a_strength_is_offered() {
        let (instrument, mut audit) = audit(&[(0, 5), (1, 4), (2, 5), (3, 3), (4, 5), (5, 5), (6, 3), (7, 3)]);
        let id = |facet: usize| instrument.facets[facet].id.clone();
        audit.answers.energy.extend([(id(4), rating(5)), (id(2), rating(2))]);
        let found = suggestions(&audit, &scored(&instrument, &audit));
        assert!(found.build.is_empty() && found.cut_back.is_empty());
        let strong: Vec<FacetId> = found.deepen.iter().map(|it| it.facet.clone()).collect();
        assert_eq!(strong, [id(4), id(2), id(0)]);
        assert_eq!(found.deepen[0].reasons, [Reason::Strength, Reason::LiftsYou]);
        assert_eq!(found.deepen[1].against, [Against::DrainsYou]);
        // An audit without any answer suggests nothing.
        let (instrument, none) = crate::scoring::fixture::audit(&[]);
        assert_eq!(suggestions(&none, &scored(&instrument, &none)), Suggestions::default());
    }

    #[test]
    fn signs_of_the_place_are_said() {
        let (instrument, mut audit) = audit(&[(4, 4), (5, 4), (6, 4), (7, 4)]);
        for facet in &instrument.facets {
            audit.answers.needs.insert(facet.id.clone(), rating(4));
        }
        let scores = scored(&instrument, &audit);
        assert_eq!(suggestions(&audit, &scores).place, []);
        for sign in instrument.signs_of(crate::instrument::SignKind::ALL[0]) {
            audit.answers.signs.insert(sign.id.clone(), SignAnswer::Often);
        }
        let scores = scored(&instrument, &audit);
        assert_eq!(suggestions(&audit, &scores).place, [crate::instrument::SignKind::ALL[0].side()]);
    }

    #[test]
    fn what_is_needed_to_count_is_known_before() {
        let (instrument, audit) = audit(&[(0, 3)]);
        let scores = scored(&instrument, &audit);
        let sem = scores.facets[0].estimate.unwrap().sem;
        let needed = needed(&scores, &instrument.facets[0].id).unwrap();
        assert!((needed - 1.644_854 * sem * 2.0_f64.sqrt()).abs() < 1e-6);
        assert_eq!(super::needed(&scores, &instrument.facets[1].id), None);
    }
}
