//! What is said first about a result: what the role asks beyond what the person does.

use super::facet_name;
use crate::instrument::Instrument;
use crate::scoring::{Agreement, Edge, Reading, RoleGap, Scores};
use crate::t;
use crate::tally::{self, Counted};
use crate::words::Words;

/// The most facets that are named.
const NAMED: usize = 3;

/// What is said first, and how sure that is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoleNews {
    /// One sentence.
    pub sentence: String,
    /// Whether it is larger than the error; empty where the sentence says so itself.
    pub sure: String,
}

/// What the role asks, with its own uncertainty: what it asks for more of, else what the person finds too
/// little, else what it asks for less of, else that nothing is off. `None` where the role was not asked about or has no score to be
/// compared with, and where the only findings contradict each other: the balance comes first then.
pub fn role_news(words: &Words, instrument: &Instrument, scores: &Scores) -> Option<RoleNews> {
    tally::count(Counted::Words);
    let compared = scores.role.as_ref().map(Vec::len).filter(|count| *count > 0)?;
    let of = |reading| scores.gaps(reading);
    let (more, said, less) = (of(Reading::AsksMore), of(Reading::SaidMore), of(Reading::AsksLess));
    let (sentence, sure) = if !more.is_empty() {
        let sentence = t!(words, "summary-news-more", facets = names(words, instrument, &more));
        (sentence, beyond(words, &more, scores.confidence.z()))
    } else if !said.is_empty() {
        let sentence = t!(words, "summary-news-said", facets = names(words, instrument, &said));
        (sentence, t!(words, "summary-news-said-only"))
    } else if !less.is_empty() {
        let sentence = t!(words, "summary-news-less", facets = names(words, instrument, &less));
        (sentence, beyond(words, &less, scores.confidence.z()))
    } else if scores.role.iter().flatten().all(|gap| gap.reading == Reading::WithinError) {
        (t!(words, "summary-news-none", count = compared), String::new())
    } else {
        return None;
    };
    Some(RoleNews { sentence, sure })
}

/// The facets of these gaps in a sentence, the first of them by name.
fn names(words: &Words, instrument: &Instrument, gaps: &[&RoleGap]) -> String {
    let mut names: Vec<String> = gaps.iter().take(NAMED).map(|gap| facet_name(instrument, &gap.facet)).collect();
    let others: usize = gaps.len().saturating_sub(NAMED);
    if others > 0 {
        names.push(t!(words, "summary-news-others", count = others));
    }
    words.list(&names)
}

/// Whether the gaps are larger than their errors. Where one is not, the person says the same.
fn beyond(words: &Words, gaps: &[&RoleGap], z: f64) -> String {
    let within = gaps.iter().any(|gap| Agreement::of(gap, z) == Some(Agreement::Lean));
    let how = if within { "some" } else { "all" };
    t!(words, "summary-news-beyond", count = gaps.len(), how = how)
}

/// What is said of a verdict that one answer would change.
pub fn edge_words(words: &Words, edge: Edge) -> String {
    match edge {
        Edge::OneStep => t!(words, "summary-edge-step"),
        Edge::OneMore => t!(words, "summary-edge-more"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::profile::{Answer, Audit, Dose, Rating};
    use crate::scoring::fixture::{audit, scored};

    /// All facets at 3, with these needs and doses.
    fn news(needs: &[(usize, u8)], doses: &[(usize, Dose)]) -> Option<String> {
        let (instrument, mut audit): (_, Audit) = audit(&[0, 1, 2, 3, 4, 5, 6, 7].map(|facet| (facet, 3)));
        for (facet, need) in needs {
            audit.answers.needs.insert(instrument.facets[*facet].id.clone(), Rating::try_from(*need).unwrap());
        }
        for (facet, dose) in doses {
            audit.answers.doses.insert(instrument.facets[*facet].id.clone(), *dose);
        }
        role_news(&Words::english(), &instrument, &scored(&instrument, &audit)).as_ref().map(whole)
    }

    fn whole(news: &RoleNews) -> String {
        format!("{} {}", news.sentence, news.sure).trim().to_owned()
    }

    #[test]
    fn what_the_role_asks_for_more_of_comes_first() {
        assert_eq!(
            news(&[(0, 5), (1, 1), (2, 3)], &[]).unwrap(),
            "Your role asks for more resource allocation than you do. The gap is larger than its assumed error."
        );
        let many = news(&[(0, 5), (1, 5), (2, 5), (3, 5), (4, 5)], &[]).unwrap();
        assert!(many.contains("risk mitigation") || many.contains("2 other facets"), "{many}");
        assert!(many.ends_with("Each gap is larger than its assumed error."), "{many}");
    }

    #[test]
    fn a_gap_within_its_error_counts_where_the_person_says_the_same_and_that_is_said() {
        let (instrument, mut audit) = audit(&[0, 1, 2, 3, 4, 5, 6, 7].map(|facet| (facet, 3)));
        let (facet, rated) = (&instrument.facets[0], |value| Rating::try_from(value).unwrap());
        audit.answers.items.insert(facet.items[0].clone(), Answer::Rated(rated(4)));
        audit.answers.needs.insert(facet.id.clone(), rated(4));
        audit.answers.doses.insert(facet.id.clone(), Dose::TooLittle);
        assert_eq!(
            role_news(&Words::english(), &instrument, &scored(&instrument, &audit)).as_ref().map(whole).unwrap(),
            "Your role asks for more resource allocation than you do. The gap is within its assumed error, and you say so \
             yourself."
        );
    }

    #[test]
    fn then_ones_own_word_then_what_is_asked_less_then_nothing() {
        let first = |needs: &[_], doses: &[_]| news(needs, doses).unwrap().split('.').next().unwrap().to_owned();
        assert_eq!(
            first(&[(0, 3), (1, 1)], &[(0, Dose::TooLittle)]),
            "You say that you do too little resource allocation"
        );
        assert_eq!(first(&[(0, 3), (1, 1)], &[]), "Your role asks for less process implementation than you do");
        assert_eq!(
            news(&[(0, 3), (1, 3)], &[]).unwrap(),
            "Of 2 facets, none is done more or less than your role asks, beyond the assumed error."
        );
    }

    #[test]
    fn without_a_role_and_where_answers_contradict_each_other_there_is_none() {
        assert_eq!(news(&[], &[]), None);
        assert_eq!(news(&[(0, 5)], &[(0, Dose::TooMuch)]), None);
    }
}
