//! What others see as a second source for a skill, next to what the person says of the dose.

use super::suggest::{Against, Reason, Suggestion, Suggestions};
use crate::others::{Comparison, FacetComparison, View};
use crate::profile::{Aim, FacetId};
use crate::scoring::{ROUNDING, RoleGap, Scores};

/// Adds what others see. What they see of a facet is held against what its role needs, as the person's own score is.
#[must_use]
pub fn seen_by_others(mut all: Suggestions, scores: &Scores, found: &Comparison) -> Suggestions {
    for suggestion in all.build.iter_mut().chain(&mut all.cut_back) {
        match seen(scores, found, &suggestion.facet, suggestion.aim) {
            Some(true) => {
                let at = second(suggestion);
                suggestion.reasons.insert(at, Reason::OthersSee);
            }
            Some(false) => suggestion.against.push(Against::OthersDoNotSee),
            None => {}
        }
    }
    let is_new = |facet: &&FacetComparison| {
        let known = all.build.iter().chain(&all.cut_back).any(|it| it.facet == facet.facet);
        !known && seen(scores, found, &facet.facet, Aim::Build) == Some(true)
    };
    let new: Vec<Suggestion> = found.facets.iter().filter(is_new).map(|facet| only_seen(&facet.facet)).collect();
    if !new.is_empty() {
        // Strengths are offered where there is nothing else.
        all.deepen.clear();
        all.build.extend(new);
    }
    all
}

/// What others see comes after what the role asks and what the person says.
fn second(suggestion: &Suggestion) -> usize {
    let first = [Reason::RoleAsks, Reason::RoleLeans, Reason::YouSay];
    suggestion.reasons.iter().filter(|reason| first.contains(reason)).count()
}

fn only_seen(facet: &FacetId) -> Suggestion {
    let (reasons, against) = (vec![Reason::OthersSee], vec![Against::ScoresDoNotShow]);
    Suggestion { facet: facet.clone(), aim: Aim::Build, reasons, against }
}

/// Whether others see the same: beyond the error of both, or not at all. `None` where it lies between, or is not known.
fn seen(scores: &Scores, found: &Comparison, facet: &FacetId, aim: Aim) -> Option<bool> {
    let gap = scores.gap(facet)?;
    let short = short(gap, view(found, facet)?, aim);
    let error = scores.confidence.z() * gap.need_error.hypot(view(found, facet)?.se);
    if short > error + ROUNDING { Some(true) } else { (short <= 0.0).then_some(false) }
}

/// How far what others see lies below what the role needs, or above it where there is to be less.
fn short(gap: &RoleGap, view: &View, aim: Aim) -> f64 {
    let below = f64::from(gap.need) - view.seen.mean;
    if aim == Aim::Build { below } else { -below }
}

fn view<'a>(found: &'a Comparison, facet: &FacetId) -> Option<&'a View> {
    let facet = found.facets.iter().find(|it| it.facet == *facet)?;
    facet.views.iter().find(|view| Some(view.seen.who) == found.reference)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::others::{Merged, MergedFacet, Seen, Who, compare};
    use crate::plan::suggestions;
    use crate::profile::{Dose, Rating};
    use crate::scoring::fixture::{audit, scored};

    /// Facets 0, 1 and 4 at 2, 2 and 4, of which the role needs 4; others see this.
    fn found(seen: [f64; 3]) -> Suggestions {
        let (instrument, mut audit) = audit(&[(0, 2), (1, 2), (4, 4)]);
        let ids = [0, 1, 4].map(|at: usize| instrument.facets[at].id.clone());
        for id in &ids {
            audit.answers.needs.insert(id.clone(), Rating::try_from(4_u8).unwrap());
        }
        audit.answers.doses.insert(ids[0].clone(), Dose::TooLittle);
        let facet = |(id, mean): (&FacetId, f64)| {
            let seen = Seen { who: Who::All, mean, items: 5, raters: 8, spread: None };
            MergedFacet { id: id.clone(), seen: vec![seen] }
        };
        let merged = Merged { facets: ids.iter().zip(seen).map(facet).collect(), ..Merged::default() };
        let scores = scored(&instrument, &audit);
        seen_by_others(suggestions(&audit, &scores), &scores, &compare(&scores, &merged))
    }

    #[test]
    fn what_others_see_too_is_a_second_source_and_what_they_do_not_see_speaks_against_it() {
        let all = found([2.0, 4.2, 4.0]);
        let reasons = |at: usize| (all.build[at].reasons.clone(), all.build[at].against.clone());
        assert_eq!(reasons(0).0[..3], [Reason::RoleAsks, Reason::YouSay, Reason::OthersSee]);
        assert!(reasons(1).1.contains(&Against::OthersDoNotSee));
        assert_eq!(all.build.len(), 2);
    }

    #[test]
    fn between_the_two_nothing_is_said() {
        let all = found([3.7, 3.7, 4.0]);
        assert!(all.build.iter().all(|it| !it.reasons.contains(&Reason::OthersSee)));
        assert!(all.build.iter().all(|it| !it.against.contains(&Against::OthersDoNotSee)));
    }

    #[test]
    fn what_only_others_see_comes_last() {
        let all = found([2.0, 2.0, 1.8]);
        let last = all.build.last().unwrap();
        assert_eq!(
            (last.reasons.as_slice(), last.against.as_slice()),
            (&[Reason::OthersSee][..], &[Against::ScoresDoNotShow][..])
        );
        assert_eq!(all.build.len(), 3);
    }
}
