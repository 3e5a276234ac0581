//! How the numbers were made: what was asked, what was answered, and what is assumed.

use crate::instrument::Instrument;
use crate::profile::{Audit, Form};
use crate::scoring::Scores;
use crate::t;
use crate::tally::{self, Made};
use crate::text::{date, decimal};

/// Letters of the hash that are shown.
const SHORT: usize = 8;

/// Name and value, line by line.
pub fn made_rows(instrument: &Instrument, audit: &Audit, scores: &Scores) -> Vec<(String, String)> {
    tally::count(Made::Words);
    let percent = decimal(100.0 * scores.confidence.share(), 0);
    vec![
        (t!("result-made-questions"), questions(instrument, audit)),
        (t!("result-made-form"), form(audit.form)),
        (t!("result-made-answers"), answers(scores)),
        (if audit.finished.is_some() { t!("result-made-date") } else { t!("result-made-started") }, days(audit)),
        (t!("result-made-error"), error(instrument)),
        (t!("result-made-band"), t!("result-made-band-is", percent = percent)),
    ]
}

fn questions(instrument: &Instrument, audit: &Audit) -> String {
    let asked = &audit.instrument;
    let hash: String = asked.hash.chars().take(SHORT).collect();
    t!(
        "result-made-questions-are",
        name = instrument.texts.name.as_str(),
        id = asked.id.as_str(),
        version = asked.version,
        hash = hash
    )
}

fn form(form: Form) -> String {
    match form {
        Form::Quick => t!("result-made-quick"),
        Form::Full => t!("result-made-full"),
    }
}

fn answers(scores: &Scores) -> String {
    let applicable: usize = scores.facets.iter().map(|f| f.applicable).sum();
    let rated: usize = scores.facets.iter().map(|f| f.answered).sum();
    let none = scores.quality.not_applicable;
    let (of, open) = (applicable + none, applicable - rated);
    t!("result-made-answers-are", rated = rated, of = of, none = none, open = open)
}

fn days(audit: &Audit) -> String {
    match audit.finished {
        Some(finished) => date(finished),
        None => t!("result-under-way", date = date(audit.started)),
    }
}

fn error(instrument: &Instrument) -> String {
    let assumed = instrument.assumed;
    t!("result-made-error-is", sd = decimal(assumed.item_sd, 2), r = decimal(assumed.inter_item_r, 2))
}
