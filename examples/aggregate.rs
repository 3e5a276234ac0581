//! Scores profiles by the core and sums them up as JSON, without anything of the export: what `tests/data` compares other
//! programs with.
//!
//! `cargo run --no-default-features --example aggregate -- FILE…`
#![expect(clippy::print_stdout, reason = "its output is what it is for")]

use std::collections::BTreeMap;
use std::error::Error;
use std::path::Path;

use evenkeel::instrument::Instrument;
use evenkeel::message;
use evenkeel::profile::Audit;
use evenkeel::scoring::{Confidence, Reading, ScoreStatus, Scores, score};
use evenkeel::storage::{RealFs, format, read};
use evenkeel::words::Words;
use serde::Serialize;
use serde_json::{Value, json};

fn main() -> Result<(), Box<dyn Error>> {
    let (instrument, words) = (Instrument::built_in()?, Words::english());
    let mut sums = Sums::default();
    for path in std::env::args_os().skip(1) {
        let file = read(&RealFs, Path::new(&path)).map_err(|error| message::disk(&words, &error))?;
        let profile = format::open(&file.bytes).map_err(|error| message::format(&words, &error))?.profile;
        for audit in &profile.audits {
            sums.add(&profile.person, audit, &score(&instrument, audit, Confidence::P90));
        }
    }
    println!("{}", sums.json());
    Ok(())
}

/// What is counted over all rows of the long form: one for each facet of each audit.
#[derive(Default)]
struct Sums {
    groups: BTreeMap<(String, String), Group>,
    texts: BTreeMap<(String, String), u64>,
    dates: Vec<i64>,
    answered: usize,
    applicable: usize,
    energy: Vec<f64>,
    doses: BTreeMap<String, u64>,
}

/// The rows of a facet with one status.
#[derive(Default)]
struct Group {
    rows: u64,
    means: Vec<f64>,
    without_need: u64,
    readings: u64,
    asks_more: u64,
}

impl Sums {
    fn add(&mut self, person: &str, audit: &Audit, scores: &Scores) {
        for facet in &scores.facets {
            let group = self.groups.entry((facet.id.as_str().to_owned(), status(facet.status).to_owned())).or_default();
            group.rows += 1;
            group.means.extend(facet.estimate.map(|e| e.mean));
            group.without_need += u64::from(!audit.answers.needs.contains_key(&facet.id));
            if let Some(gap) = scores.gap(&facet.id) {
                group.readings += 1;
                group.asks_more += u64::from(gap.reading == Reading::AsksMore);
            }
            *self.texts.entry((person.to_owned(), audit.role.clone())).or_default() += 1;
            self.dates.push(audit.finished.unwrap_or(audit.started).as_second());
            self.answered += facet.answered;
            self.applicable += facet.applicable;
            self.energy.extend(audit.answers.energy.get(&facet.id).map(|energy| f64::from(*energy)));
            let dose = audit.answers.doses.get(&facet.id).map_or_else(String::new, word);
            *self.doses.entry(dose).or_default() += 1;
        }
    }

    fn json(&self) -> Value {
        let group = |((facet, status), group): (&(String, String), &Group)| {
            let (mean, sd) = mean_and_sd(&group.means);
            #[expect(clippy::cast_precision_loss, reason = "far fewer rows than that")]
            let asks_more = (group.readings > 0).then(|| group.asks_more as f64 / group.readings as f64);
            json!({
                "facet": facet, "status": status, "rows": group.rows, "scored": group.means.len(), "mean": mean, "sd": sd,
                "without_need": group.without_need, "asks_more": asks_more,
            })
        };
        let text = |((person, role), rows): (&(String, String), &u64)| json!([person, role, rows]);
        json!({
            "groups": self.groups.iter().map(group).collect::<Vec<_>>(),
            "texts": self.texts.iter().map(text).collect::<Vec<_>>(),
            "first": self.dates.iter().min(), "last": self.dates.iter().max(),
            "answered": self.answered, "applicable": self.applicable,
            "energies": self.energy.len(), "energy": mean_and_sd(&self.energy).0,
            "doses": self.doses,
        })
    }
}

const fn status(status: ScoreStatus) -> &'static str {
    match status {
        ScoreStatus::Ok => "ok",
        ScoreStatus::Provisional => "provisional",
        ScoreStatus::None => "none",
        ScoreStatus::NotApplicable => "not-applicable",
    }
}

/// A choice as it is called in files.
fn word(value: &impl Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

/// The mean and the standard deviation of a sample.
#[expect(clippy::cast_precision_loss, reason = "far fewer values than that")]
fn mean_and_sd(values: &[f64]) -> (Option<f64>, Option<f64>) {
    if values.is_empty() {
        return (None, None);
    }
    let count = values.len() as f64;
    let mean = values.iter().sum::<f64>() / count;
    let squares: f64 = values.iter().map(|value| (value - mean).powi(2)).sum();
    (Some(mean), (values.len() > 1).then(|| (squares / (count - 1.0)).sqrt()))
}
