//! Facets in words: how often, and what the role asks beyond that.

use super::too_little_words;
use crate::instrument::FacetText;
use crate::profile::{Audit, FacetId};
use crate::scoring::{
    Described, Energy, FacetScore, Reading, RoleGap, ScoreStatus, Scores, expected_by_chance, nearest_level,
};
use crate::t;
use crate::tally::{self, Counted};
use crate::words::Words;

/// "asks 1.2 more", "within error", "asks 0.6 less".
pub fn gap_words(words: &Words, gap: &RoleGap) -> String {
    tally::count(Counted::Words);
    match gap.reading {
        Reading::AsksMore => t!(words, "chart-asks-more", points = words.points(gap.written())),
        Reading::AsksLess => t!(words, "chart-asks-less", points = words.points(-gap.written())),
        Reading::WithinError => t!(words, "chart-within-error"),
        Reading::SaidMore => t!(words, "chart-said-more"),
        Reading::SaidLess => t!(words, "chart-said-less"),
        Reading::Contradicts => t!(words, "chart-contradicts"),
    }
}

/// The numbers behind a gap, and what both sources say of the facet: "You 2.8 ± 0.5, your role needs 4 ± 0.8, “often”. Your role
/// asks for more than you do, and you say so yourself." `label` is the answer that stands for the need.
pub fn gap_sentence(words: &Words, audit: &Audit, scores: &Scores, gap: &RoleGap, label: &str) -> String {
    let mut sentences = vec![gap_numbers(words, scores, gap, label)];
    sentences.push(too_little_words(words, gap, scores.confidence.z()));
    match audit.answers.energy.get(&gap.facet).map(|energy| Energy::of(f64::from(*energy))) {
        Some(Energy::Drains) => sentences.push(t!(words, "summary-drains")),
        Some(Energy::Energises) => sentences.push(t!(words, "summary-energises")),
        Some(Energy::Neither) | None => {}
    }
    sentences.retain(|sentence| !sentence.is_empty());
    sentences.join(" ")
}

/// "You 2.8 ± 0.5, your role needs 4 ± 0.8, “often”."
pub fn gap_numbers(words: &Words, scores: &Scores, gap: &RoleGap, label: &str) -> String {
    tally::count(Counted::Words);
    let you = score_words(words, scores, &gap.facet);
    let need = format!("{} ± {}", gap.need.value(), words.points(scores.confidence.z() * gap.need_error));
    t!(words, "result-more-numbers", you = you, need = need, label = label)
}

/// What stands beside a facet that may be too little, where there is room for a number: how much more the role asks, or that the
/// person says so.
pub fn more_words(words: &Words, gap: &RoleGap) -> String {
    if gap.reading == Reading::AsksMore { words.points(gap.written()) } else { t!(words, "result-you-say") }
}

/// How many gaps the scores alone would show if nothing were missing: "Of 8 facets, about 0.8 would show a gap by chance alone.";
/// empty where no facet was compared with the role.
pub fn chance_words(words: &Words, scores: &Scores) -> String {
    tally::count(Counted::Words);
    let count = scores.role.iter().flatten().count();
    if count == 0 {
        return String::new();
    }
    t!(words, "result-more-chance", count = count, chance = words.points(expected_by_chance(scores)))
}

/// A facet's score with half the width of its band: "2.8 ± 0.5"; empty where it has none.
pub fn score_words(words: &Words, scores: &Scores, facet: &FacetId) -> String {
    tally::count(Counted::Words);
    let score = scores.facet(facet).and_then(|f| f.estimate);
    score.map_or_else(String::new, |e| {
        format!("{} ± {}", words.points(e.mean), words.points(scores.confidence.z() * e.sem))
    })
}

/// Why a facet has no full score: "no score yet", "not applicable", "provisional"; empty where it has one.
pub fn status_words(words: &Words, status: ScoreStatus) -> String {
    match status {
        ScoreStatus::Ok => String::new(),
        ScoreStatus::Provisional => t!(words, "chart-provisional"),
        ScoreStatus::None => t!(words, "chart-no-score"),
        ScoreStatus::NotApplicable => t!(words, "chart-not-applicable"),
    }
}

/// A facet compared with the role, in words: the gap, else why there is none; empty where the role was not asked about.
pub fn reading_words(words: &Words, audit: &Audit, scores: &Scores, facet: &FacetScore) -> String {
    tally::count(Counted::Words);
    match scores.gap(&facet.id) {
        Some(gap) => gap_words(words, gap),
        None if facet.estimate.is_none() => status_words(words, facet.status),
        None if audit.answers.needs.is_empty() => String::new(),
        None => t!(words, "summary-need-open"),
    }
}

/// What a value looks like at work, by the nearest described level: "About 3: …", "On the way to 5: …".
pub fn level_words(words: &Words, texts: &FacetText, value: f64) -> String {
    tally::count(Counted::Words);
    let nearest = nearest_level(value);
    let (level, looks) = match nearest.level {
        Described::One => (1, &texts.level_1),
        Described::Three => (3, &texts.level_3),
        Described::Five => (5, &texts.level_5),
    };
    if nearest.on_the_way {
        t!(words, "summary-towards", level = level, words = looks.as_str())
    } else {
        t!(words, "level-line", level = level, words = looks.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::profile::{Dose, Rating};
    use crate::scoring::fixture::{audit, scored};

    fn gap(value: f64, reading: Reading) -> String {
        gap_words(
            &Words::english(),
            &RoleGap {
                facet: "risk-mitigation".into(),
                need: Rating::ALL[3],
                stakes: None,
                dose: None,
                gap: value,
                se: 0.6,
                need_error: 0.5,
                reading,
            },
        )
    }

    #[test]
    fn a_gap_is_read_with_its_error() {
        assert_eq!(gap(1.2, Reading::AsksMore), "asks 1.2 more");
        assert_eq!(gap(-0.6, Reading::AsksLess), "asks 0.6 less");
        assert_eq!(gap(0.3, Reading::WithinError), "within error");
        assert_eq!(gap(0.3, Reading::SaidMore), "you say: too little");
        assert_eq!(gap(0.3, Reading::SaidLess), "you say: too much");
        assert_eq!(gap(2.3, Reading::Contradicts), "answers disagree");
    }

    #[test]
    fn a_gap_is_told_with_what_the_person_said_of_it() {
        let (instrument, mut audit) = audit(&[(0, 2)]);
        let facet = &instrument.facets[0].id;
        audit.answers.needs.insert(facet.clone(), Rating::ALL[3]);
        let told = |audit: &Audit| {
            let scores = scored(&instrument, audit);
            gap_sentence(&Words::english(), audit, &scores, scores.gap(facet).unwrap(), "very much")
        };
        let numbers = "You 2.0 ± 0.6, your role needs 4 ± 0.8, “very much”.";
        let asked = "Your role asks for more than you do.";
        assert_eq!(told(&audit), format!("{numbers} {asked} Whether you find it too little is not answered."));
        audit.answers.doses.insert(facet.clone(), Dose::TooLittle);
        audit.answers.energy.insert(facet.clone(), Rating::ALL[0]);
        let both = "Your role asks for more than you do, and you say so yourself.";
        let drains = t!(&Words::english(), "summary-drains");
        assert_eq!(told(&audit), format!("{numbers} {both} {drains}"));
        audit.answers.energy.insert(facet.clone(), Rating::ALL[2]);
        assert_eq!(told(&audit), format!("{numbers} {both}"), "neither drains nor energises");
    }

    #[test]
    fn what_has_no_gap_says_why() {
        let (instrument, mut audit) = audit(&[(0, 3), (1, 3)]);
        let words = |audit: &Audit, i: usize| {
            let scores = scored(&instrument, audit);
            reading_words(&Words::english(), audit, &scores, &scores.facets[i])
        };
        assert_eq!(words(&audit, 0), "");
        assert_eq!(words(&audit, 2), "no score yet");
        audit.answers.needs.insert("resource-allocation".into(), Rating::ALL[4]);
        assert_eq!(words(&audit, 0), "asks 2.0 more");
        assert_eq!(words(&audit, 1), "not answered");
        for item in &instrument.facets[3].items {
            audit.answers.items.insert(item.clone(), crate::profile::Answer::NotApplicable);
        }
        assert_eq!(words(&audit, 3), "not applicable");
    }

    #[test]
    fn a_level_between_two_that_are_described_is_on_the_way() {
        let (instrument, _) = audit(&[]);
        let texts = instrument.texts.facet(&instrument.facets[0].id);
        let level =
            |value| level_words(&Words::english(), texts, value).split(':').next().unwrap_or_default().to_owned();
        let levels = [1.0, 1.4, 1.5, 2.4, 2.5, 3.4, 3.5, 4.4, 4.5, 5.0].map(level);
        let (one, to_three, three) = ("About 1", "On the way to 3", "About 3");
        let (to_five, five) = ("On the way to 5", "About 5");
        assert_eq!(levels, [one, one, to_three, to_three, three, three, to_five, to_five, five, five]);
    }
}
