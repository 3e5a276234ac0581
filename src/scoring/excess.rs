//! What may be too little and what may be too much, each from two sources: the scores against the role, and the person's own word.

use super::{ROUNDING, Reading, RoleGap, Scores};
use crate::profile::{Audit, Dose, FacetId};
use crate::tally::{self, Counted};

/// What the two sources say of a facet that may be too little or too much.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Agreement {
    /// The scores show it beyond their error, and the person says so.
    Both,
    /// The scores lean that way within their error, and the person says so.
    Lean,
    /// The scores show it; the person was not asked.
    OnlyScores,
    /// The person says so; the scores alone do not show it, or there are none.
    OnlyWord,
    /// The scores show it; the person says about right.
    AgainstRight,
    /// The role asks for less than the person does, who says too little.
    LessAgainstLittle,
    /// The role asks for more than the person does, who says too much.
    MoreAgainstMuch,
}

impl Agreement {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::Both,
        Self::Lean,
        Self::OnlyScores,
        Self::OnlyWord,
        Self::AgainstRight,
        Self::LessAgainstLittle,
        Self::MoreAgainstMuch,
    ];

    /// What the two sources of a gap say, with the errors that a difference must have to be beyond its error; `None` where neither
    /// says anything.
    pub fn of(gap: &RoleGap, z: f64) -> Option<Self> {
        let beyond = gap.gap.abs() > z * gap.se + ROUNDING;
        Some(match (gap.reading, gap.dose) {
            (Reading::WithinError, _) => return None,
            (Reading::SaidMore | Reading::SaidLess, _) => Self::OnlyWord,
            (Reading::Contradicts, _) if gap.gap < 0.0 => Self::LessAgainstLittle,
            (Reading::Contradicts, _) => Self::MoreAgainstMuch,
            (Reading::AsksMore | Reading::AsksLess, None) => Self::OnlyScores,
            (Reading::AsksMore | Reading::AsksLess, Some(Dose::Right)) => Self::AgainstRight,
            (Reading::AsksMore | Reading::AsksLess, Some(_)) if beyond => Self::Both,
            (Reading::AsksMore | Reading::AsksLess, Some(_)) => Self::Lean,
        })
    }
}

/// A facet that may be too much, or about which the two sources contradict each other.
#[derive(Clone, Debug, PartialEq)]
pub struct TooMuch {
    /// Which facet.
    pub facet: FacetId,
    /// How much more the person does than the role asks, in scale points; only where the scores show it.
    pub beyond: Option<f64>,
    /// What the two sources say.
    pub agreement: Agreement,
}

/// The facets that may be too much: those where both sources agree first, then the larger difference.
pub fn too_much(audit: &Audit, scores: &Scores) -> Vec<TooMuch> {
    tally::count(Counted::Scores);
    let of = |id: &FacetId| {
        let Some(gap) = scores.gap(id) else {
            let said = audit.answers.doses.get(id) == Some(&Dose::TooMuch);
            return said.then_some((Agreement::OnlyWord, None));
        };
        let shown = gap.reading.is_to_cut_back() || gap.reading == Reading::Contradicts;
        let agreement = Agreement::of(gap, scores.confidence.z()).filter(|_| shown)?;
        let by_scores = agreement != Agreement::OnlyWord && gap.gap < 0.0;
        Some((agreement, by_scores.then(|| -gap.written())))
    };
    let found = scores.facets.iter().filter_map(|f| {
        let (agreement, beyond) = of(&f.id)?;
        Some(TooMuch { facet: f.id.clone(), beyond, agreement })
    });
    let mut found: Vec<TooMuch> = found.collect();
    let key = |t: &TooMuch| (t.agreement != Agreement::Both, -t.beyond.unwrap_or(0.0));
    found.sort_by(|a, b| {
        let (a, b) = (key(a), key(b));
        a.0.cmp(&b.0).then(a.1.total_cmp(&b.1))
    });
    found
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{audit, scored};
    use super::*;
    use crate::profile::Rating;

    /// The result for the first facet, in which every answer is 4.
    fn said(need: Option<u8>, dose: Option<Dose>) -> Option<Agreement> {
        let (instrument, mut audit) = audit(&[(0, 4)]);
        let facet = &instrument.facets[0].id;
        audit.answers.needs.extend(need.map(|n| (facet.clone(), Rating::try_from(n).unwrap())));
        audit.answers.doses.extend(dose.map(|d| (facet.clone(), d)));
        too_much(&audit, &scored(&instrument, &audit)).first().map(|t| t.agreement)
    }

    #[test]
    fn two_sources_agree_or_not() {
        assert_eq!(said(Some(2), Some(Dose::TooMuch)), Some(Agreement::Both));
        assert_eq!(said(Some(2), None), Some(Agreement::OnlyScores));
        assert_eq!(said(Some(2), Some(Dose::Right)), Some(Agreement::AgainstRight));
        assert_eq!(said(Some(2), Some(Dose::TooLittle)), Some(Agreement::LessAgainstLittle));
        assert_eq!(said(Some(4), Some(Dose::TooMuch)), Some(Agreement::OnlyWord));
        assert_eq!(said(None, Some(Dose::TooMuch)), Some(Agreement::OnlyWord));
        assert_eq!(said(Some(4), Some(Dose::Right)), None);
        assert_eq!(said(Some(5), None), None);
        assert_eq!(said(None, None), None);
    }

    #[test]
    fn within_the_error_the_scores_only_lean() {
        let of = |gap: f64, dose| {
            let (facet, need, reading) = ("risk-mitigation".into(), Rating::ALL[3], Reading::of(gap, 0.9, Some(dose)));
            let gap = RoleGap { facet, need, stakes: None, dose: Some(dose), gap, se: 0.6, need_error: 0.5, reading };
            Agreement::of(&gap, 1.5)
        };
        assert_eq!([of(-0.7, Dose::TooMuch), of(0.7, Dose::TooLittle)], [Some(Agreement::Lean); 2]);
        assert_eq!([of(-1.0, Dose::TooMuch), of(1.0, Dose::TooLittle)], [Some(Agreement::Both); 2]);
        assert_eq!([of(-0.4, Dose::TooMuch), of(0.4, Dose::TooLittle)], [Some(Agreement::OnlyWord); 2]);
        assert_eq!([of(0.7, Dose::Right), of(-0.7, Dose::Right)], [None; 2]);
    }

    #[test]
    fn what_is_much_beyond_the_error_contradicts_the_word() {
        let (instrument, mut audit) = audit(&[(0, 2)]);
        let facet = instrument.facets[0].id.clone();
        audit.answers.needs.insert(facet.clone(), Rating::ALL[4]);
        audit.answers.doses.insert(facet, Dose::TooMuch);
        let found = too_much(&audit, &scored(&instrument, &audit));
        assert_eq!((found[0].agreement, found[0].beyond), (Agreement::MoreAgainstMuch, None));
    }

    #[test]
    fn agreement_comes_first_then_the_larger_difference() {
        let (instrument, mut audit) = audit(&[(0, 5), (1, 4), (2, 4)]);
        for facet in &instrument.facets[..3] {
            audit.answers.needs.insert(facet.id.clone(), Rating::ALL[1]);
        }
        audit.answers.doses.insert(instrument.facets[2].id.clone(), Dose::TooMuch);
        let found = too_much(&audit, &scored(&instrument, &audit));
        let names: Vec<&str> = found.iter().map(|t| t.facet.as_str()).collect();
        assert_eq!(names, ["performance-monitoring", "resource-allocation", "process-implementation"]);
        assert_eq!(found[1].beyond, Some(3.0));
    }
}
