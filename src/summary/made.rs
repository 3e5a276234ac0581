//! How the numbers were made: what was asked, what was answered, and what is assumed.

use crate::instrument::{Fit, Instrument};
use crate::profile::{Audit, Form};
use crate::scoring::Scores;
use crate::t;
use crate::tally::{self, Counted};
use crate::words::Words;

/// Letters of the hash that are shown.
const SHORT: usize = 8;

/// Name and value, line by line.
pub fn made_rows(words: &Words, instrument: &Instrument, audit: &Audit, scores: &Scores) -> Vec<(String, String)> {
    tally::count(Counted::Words);
    let percent = words.decimal(100.0 * scores.confidence.share(), 0);
    vec![
        (t!(words, "result-made-questions"), questions(words, instrument, audit)),
        (t!(words, "result-made-form"), form(words, audit.form)),
        (t!(words, "result-made-answers"), answers(words, scores)),
        (
            if audit.finished.is_some() { t!(words, "result-made-date") } else { t!(words, "result-made-started") },
            days(words, audit),
        ),
        (t!(words, "result-made-error"), error(words, instrument)),
        (t!(words, "result-made-role"), role_error(words, instrument)),
        (t!(words, "result-made-band"), t!(words, "result-made-band-is", percent = percent)),
    ]
}

/// What to bear in mind because of how the audit was asked: in other words than those here, or by a version that asked otherwise
/// than the newest one does.
pub fn asked_remarks(words: &Words, instrument: &Instrument, audit: &Audit) -> Vec<String> {
    let other = instrument.fit(&audit.instrument) != Fit::Same;
    let other = other.then(|| t!(words, "result-made-other"));
    other.into_iter().chain(asked_how_often(words, instrument)).collect()
}

/// Says that the need was asked as how often, and not as a share of the occasions as the scores are, where that is so.
pub fn asked_how_often(words: &Words, instrument: &Instrument) -> Option<String> {
    let asked = instrument.texts.need_sentences.is_none();
    asked.then(|| t!(words, "result-made-older", version = instrument.version))
}

fn questions(words: &Words, instrument: &Instrument, audit: &Audit) -> String {
    let asked = &audit.instrument;
    let hash: String = asked.hash.chars().take(SHORT).collect();
    t!(
        words,
        "result-made-questions-are",
        name = instrument.texts.name.as_str(),
        id = asked.id.as_str(),
        version = asked.version,
        hash = hash
    )
}

fn form(words: &Words, form: Form) -> String {
    match form {
        Form::Quick => t!(words, "result-made-quick"),
        Form::Full => t!(words, "result-made-full"),
    }
}

fn answers(words: &Words, scores: &Scores) -> String {
    let applicable: usize = scores.facets.iter().map(|f| f.applicable).sum();
    let rated: usize = scores.facets.iter().map(|f| f.answered).sum();
    let none = scores.quality.not_applicable;
    let (of, open) = (applicable + none, applicable - rated);
    t!(words, "result-made-answers-are", rated = rated, of = of, none = none, open = open)
}

fn days(words: &Words, audit: &Audit) -> String {
    match audit.finished {
        Some(finished) => words.date(finished),
        None => t!(words, "result-under-way", date = words.date(audit.started)),
    }
}

fn error(words: &Words, instrument: &Instrument) -> String {
    let assumed = instrument.assumed;
    t!(words, "result-made-error-is", sd = words.decimal(assumed.item_sd, 2), r = correlations(words, instrument))
}

fn role_error(words: &Words, instrument: &Instrument) -> String {
    let assumed = instrument.assumed;
    t!(
        words,
        "result-made-role-is",
        need = words.decimal(assumed.need_error, 1),
        sides = words.decimal(assumed.side_difference_sd, 2),
        facet = words.decimal(assumed.facet_sd, 1)
    )
}

/// The assumed correlation between two questions of a facet: "0.40", or "0.30 to 0.40" where facets differ.
pub fn correlations(words: &Words, instrument: &Instrument) -> String {
    let (low, high) = instrument.correlations();
    let (low, high) = (words.decimal(low, 2), words.decimal(high, 2));
    if low == high { low } else { t!(words, "chart-band", low = low, high = high) }
}
