//! The summary: one sentence with its own uncertainty, and a second line with the scores of both sides.

use crate::instrument::{FacetText, Instrument, Side};
use crate::profile::FacetId;
use crate::scoring::{Balance, Level, OverallPicture, ScoreStatus, Scores, SideScore, Verdict, can_have_score, id};
use crate::t;
use crate::tally::{self, Counted};
use crate::words::Words;

/// What is said first about an audit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// One sentence or two, with their own uncertainty.
    pub sentence: String,
    /// The second line in pieces: scores of the sides with their error, why they are provisional, a caveat.
    pub line: Vec<Piece>,
    /// Why scores are provisional or missing, as sentences; empty where all are full ones. The second line says the same in
    /// fewer words.
    pub reasons: String,
}

/// Words with the way in which they are said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The words, with the spaces around them.
    pub words: String,
    /// How they are said.
    pub tone: Tone,
}

/// How words are said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// The name and score of a side.
    Side(Side),
    /// As text.
    Plain,
    /// Beside the point.
    Quiet,
}

impl Summary {
    /// The summary of an audit's scores.
    pub fn new(words: &Words, instrument: &Instrument, scores: &Scores) -> Self {
        tally::count(Counted::Words);
        if scores.facets.iter().all(|f| f.answered == 0) {
            return Self::nothing(t!(words, "summary-nothing"), t!(words, "summary-nothing-below"));
        }
        // Nothing to say about either side that the sentence does not say.
        if scores.facets.iter().all(|f| f.status == ScoreStatus::None) {
            return Self::nothing(t!(words, "summary-no-sides"), t!(words, "summary-side-needs"));
        }
        let sentence = match (scores.picture, &scores.balance) {
            (Some(picture), Some(balance)) => compared(words, picture, balance, instrument.assumed.equivalence),
            _ => not_compared(words, scores),
        };
        Self { sentence, line: line(words, instrument, scores), reasons: reasons(words, instrument, scores) }
    }

    fn nothing(sentence: String, below: String) -> Self {
        Self { sentence, line: vec![Piece { words: below.clone(), tone: Tone::Quiet }], reasons: below }
    }

    /// The second line as text.
    pub fn second_line(&self) -> String {
        self.line.iter().map(|piece| piece.words.as_str()).collect()
    }
}

/// The verdict of a balance in a few words, for a list.
pub fn verdict_words(words: &Words, verdict: Verdict) -> String {
    match verdict {
        Verdict::LeansToManagement => t!(words, "home-leans-management"),
        Verdict::LeansToLeadership => t!(words, "home-leans-leadership"),
        Verdict::AboutEqual => t!(words, "home-about-equal"),
        Verdict::CannotTell => t!(words, "home-cannot-tell"),
    }
}

/// The name of a side.
pub fn side_name(words: &Words, side: Side) -> String {
    match side {
        Side::Management => t!(words, "chart-management"),
        Side::Leadership => t!(words, "chart-leadership"),
    }
}

/// The name of a facet with what it is about, for instance "Vision translation: what it is for".
pub fn facet_title(words: &Words, text: &FacetText) -> String {
    let with = |subtitle: &String| t!(words, "facet-title", facet = text.name.as_str(), subtitle = subtitle.as_str());
    text.subtitle.as_ref().map_or_else(|| text.name.clone(), with)
}

/// The name of a facet inside a sentence.
pub fn facet_name(instrument: &Instrument, facet: &FacetId) -> String {
    instrument.texts.facet(facet).name.to_lowercase()
}

fn compared(words: &Words, picture: OverallPicture, balance: &Balance, equivalence: f64) -> String {
    let (side, degree) = (id(&balance.higher()), id(&balance.degree()));
    let apart = matches!(balance.verdict, Verdict::LeansToManagement | Verdict::LeansToLeadership);
    let first = match (picture, apart) {
        (OverallPicture::BothStrong, false) => t!(words, "summary-strong"),
        (OverallPicture::BothStrong, true) => t!(words, "summary-strong-lean", side = side, degree = degree),
        (OverallPicture::BothThin, false) => t!(words, "summary-thin"),
        (OverallPicture::BothThin, true) => t!(words, "summary-thin-lean", side = side, degree = degree),
        (_, true) => t!(words, "summary-lean", side = side, degree = degree),
        (_, false) if balance.verdict == Verdict::AboutEqual => t!(words, "summary-even"),
        (_, false) => t!(words, "summary-cannot-tell"),
    };
    let level = matches!(picture, OverallPicture::BothStrong | OverallPicture::BothThin);
    let second = match balance.verdict {
        Verdict::LeansToManagement | Verdict::LeansToLeadership if level => t!(words, "summary-larger"),
        Verdict::LeansToManagement | Verdict::LeansToLeadership => return first,
        Verdict::AboutEqual => t!(words, "summary-equal", points = words.decimal(equivalence, 2)),
        Verdict::CannotTell if level => t!(words, "summary-smaller-level"),
        Verdict::CannotTell => t!(words, "summary-smaller"),
    };
    format!("{first} {second}")
}

fn not_compared(words: &Words, scores: &Scores) -> String {
    let (have, lack) = match (scores.leadership.estimate, scores.management.estimate) {
        (Some(e), None) => ((Side::Leadership, e.mean), Side::Management),
        (None, Some(e)) => ((Side::Management, e.mean), Side::Leadership),
        _ => return t!(words, "summary-no-sides"),
    };
    let (side, level) = (id(&have.0), id(&Level::of(have.1)));
    let first = t!(words, "summary-one-side", side = side, level = level);
    let why = if can_have_score(scores, lack) { "open" } else { "applies" };
    let second = t!(words, "summary-other-side", side = side_name(words, lack), why = why);
    format!("{first} {second}")
}

fn line(words: &Words, instrument: &Instrument, scores: &Scores) -> Vec<Piece> {
    let mut line = Vec::new();
    let mut add = |words: String, tone| line.push(Piece { words, tone });
    let sides = [&scores.leadership, &scores.management];
    for (i, side) in sides.into_iter().enumerate() {
        let z = scores.confidence.z();
        match side.estimate {
            Some(e) => {
                add(format!("{} {}", side_name(words, side.side), words.points(e.mean)), Tone::Side(side.side));
                add(format!(" ± {}", words.points(z * e.sem)), Tone::Plain);
            }
            None => add(side_name(words, side.side), Tone::Side(side.side)),
        }
        let why = why(words, instrument, scores, side);
        // What belongs to the first side has commas of its own.
        let end = match (i, why.is_empty()) {
            (0, true) => ", ",
            (0, false) => "; ",
            _ => ". ",
        };
        let words = if why.is_empty() { end.to_owned() } else { format!(", {why}{end}") };
        add(words, Tone::Quiet);
    }
    if sides.iter().any(|s| s.estimate.is_some()) {
        add(t!(words, "summary-self-ratings"), Tone::Quiet);
    } else {
        add(t!(words, "summary-side-needs"), Tone::Quiet);
    }
    line
}

/// "Management is provisional: risk mitigation has too few answers."
fn reasons(words: &Words, instrument: &Instrument, scores: &Scores) -> String {
    let sides = [&scores.leadership, &scores.management].into_iter();
    let sentence = |side: &SideScore| {
        let (name, why) = (side_name(words, side.side), facets_lacking(words, instrument, scores, side));
        t!(words, "summary-reason", side = name, status = id(&side.status), why = why)
    };
    sides.filter(|side| side.status != ScoreStatus::Ok).map(sentence).collect::<Vec<_>>().join(" ")
}

/// "provisional: risk mitigation has too few answers"; empty where the score is a full one.
fn why(words: &Words, instrument: &Instrument, scores: &Scores, side: &SideScore) -> String {
    let reasons = || facets_lacking(words, instrument, scores, side);
    match side.status {
        ScoreStatus::Ok => String::new(),
        ScoreStatus::Provisional => t!(words, "summary-provisional", why = reasons()),
        ScoreStatus::None | ScoreStatus::NotApplicable => t!(words, "summary-no-score", why = reasons()),
    }
}

/// "risk mitigation has too few answers".
fn facets_lacking(words: &Words, instrument: &Instrument, scores: &Scores, side: &SideScore) -> String {
    let own = || scores.facets.iter().filter(|f| f.side == side.side);
    let with = |status| -> (usize, String) {
        let names: Vec<String> = own().filter(|f| f.status == status).map(|f| facet_name(instrument, &f.id)).collect();
        let all = names.len() == own().count();
        (names.len(), if all { t!(words, "summary-all-facets") } else { words.list(&names) })
    };
    let reasons: Vec<String> = [ScoreStatus::None, ScoreStatus::Provisional, ScoreStatus::NotApplicable]
        .into_iter()
        .filter_map(|status| match (status, with(status)) {
            (_, (0, _)) => None,
            (ScoreStatus::None, (count, facets)) => Some(t!(words, "summary-few", count = count, facets = facets)),
            (ScoreStatus::Provisional, (count, facets)) => {
                Some(t!(words, "summary-part", count = count, facets = facets))
            }
            (_, (count, facets)) => Some(t!(words, "summary-not-applicable", count = count, facets = facets)),
        })
        .collect();
    reasons.join(", ")
}

#[cfg(test)]
#[path = "sentence_tests.rs"]
mod tests;
