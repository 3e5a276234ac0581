//! What may be too much: by the numbers, by the person's own judgement, or by both.

use super::{Reading, Scores};
use crate::profile::{Audit, Dose, FacetId};
use crate::tally::{self, Counted};

/// Whether the two sources agree that a facet is too much.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Agreement {
    /// The role asks for less, and the person says too much.
    Both,
    /// The role asks for less; the person was not asked.
    OnlyGap,
    /// The person says too much; the difference is within the error, or there is none to look at.
    OnlyWord,
    /// The role asks for less; the person says about right.
    GapAgainstRight,
    /// The role asks for less; the person says too little.
    GapAgainstLittle,
    /// The person says too much; the role asks for more.
    WordAgainstGap,
}

impl Agreement {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::Both,
        Self::OnlyGap,
        Self::OnlyWord,
        Self::GapAgainstRight,
        Self::GapAgainstLittle,
        Self::WordAgainstGap,
    ];
}

/// A facet that may be too much.
#[derive(Clone, Debug, PartialEq)]
pub struct TooMuch {
    /// Which facet.
    pub facet: FacetId,
    /// How much more the person does than the role asks, in scale points; only where it is larger than the error.
    pub beyond: Option<f64>,
    /// Which of the two sources says so.
    pub agreement: Agreement,
}

/// The facets that may be too much: those where both sources agree first, then the larger difference.
pub fn too_much(audit: &Audit, scores: &Scores) -> Vec<TooMuch> {
    tally::count(Counted::Scores);
    let mut found: Vec<TooMuch> = scores
        .facets
        .iter()
        .filter_map(|f| {
            let gap = scores.gap(&f.id);
            let reading = gap.map(|g| g.reading);
            let agreement = agreement(reading, audit.answers.doses.get(&f.id).copied())?;
            let beyond = gap.filter(|_| reading == Some(Reading::AsksLess)).map(|g| -g.written());
            Some(TooMuch { facet: f.id.clone(), beyond, agreement })
        })
        .collect();
    let key = |t: &TooMuch| (t.agreement != Agreement::Both, -t.beyond.unwrap_or(0.0));
    found.sort_by(|a, b| {
        let (a, b) = (key(a), key(b));
        a.0.cmp(&b.0).then(a.1.total_cmp(&b.1))
    });
    found
}

const fn agreement(reading: Option<Reading>, dose: Option<Dose>) -> Option<Agreement> {
    match (reading, dose) {
        (Some(Reading::AsksLess), Some(Dose::TooMuch)) => Some(Agreement::Both),
        (Some(Reading::AsksLess), None) => Some(Agreement::OnlyGap),
        (Some(Reading::AsksLess), Some(Dose::Right)) => Some(Agreement::GapAgainstRight),
        (Some(Reading::AsksLess), Some(Dose::TooLittle)) => Some(Agreement::GapAgainstLittle),
        (Some(Reading::AsksMore), Some(Dose::TooMuch)) => Some(Agreement::WordAgainstGap),
        (Some(Reading::WithinError) | None, Some(Dose::TooMuch)) => Some(Agreement::OnlyWord),
        _ => None,
    }
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
        assert_eq!(said(Some(2), None), Some(Agreement::OnlyGap));
        assert_eq!(said(Some(2), Some(Dose::Right)), Some(Agreement::GapAgainstRight));
        assert_eq!(said(Some(2), Some(Dose::TooLittle)), Some(Agreement::GapAgainstLittle));
        assert_eq!(said(Some(5), Some(Dose::TooMuch)), Some(Agreement::WordAgainstGap));
        assert_eq!(said(Some(4), Some(Dose::TooMuch)), Some(Agreement::OnlyWord));
        assert_eq!(said(None, Some(Dose::TooMuch)), Some(Agreement::OnlyWord));
        assert_eq!(said(Some(4), Some(Dose::Right)), None);
        assert_eq!(said(Some(5), None), None);
        assert_eq!(said(None, None), None);
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
