//! What a sample tells about questions: how they hang together, and how far people agree.

use serde::Serialize;
use statrs::distribution::{ContinuousCDF, FisherSnedecor};

use super::statistics::{mean, variance};

/// The variance of answers from 1 to 5 that are spread evenly (James, Demaree & Wolf 1984).
const EVEN: f64 = 2.0;

/// The interval of alpha covers so much.
const CONFIDENCE: f64 = 0.95;

/// Cronbach's alpha of a sample.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Alpha {
    /// The value.
    pub value: f64,
    /// The lower end of its interval for 95 in 100.
    pub low: f64,
    /// The upper end.
    pub high: f64,
    /// How many people it is about.
    pub people: usize,
}

/// Cronbach's alpha (1951) over people who rated all items, a row each, with its interval. `None` below two people or items, or where
/// nothing differs.
pub fn alpha(rows: &[Vec<f64>]) -> Option<Alpha> {
    let items = rows.first().map(Vec::len).filter(|items| *items > 1)?;
    let column = |at: usize| -> Vec<f64> { rows.iter().filter_map(|row| row.get(at)).copied().collect() };
    let single = (0..items).map(|at| variance(&column(at))).sum::<Option<f64>>()?;
    let whole =
        variance(&rows.iter().map(|row| row.iter().sum()).collect::<Vec<f64>>()).filter(|whole| *whole > 0.0)?;
    let k = count(items);
    let value = k / (k - 1.0) * (1.0 - single / whole);
    let [low, high] = alpha_interval(value, rows.len(), items, CONFIDENCE)?;
    Some(Alpha { value, low, high, people: rows.len() })
}

/// The interval of alpha for so many people and items (Feldt, Woodruff & Salih 1987).
pub fn alpha_interval(alpha: f64, people: usize, items: usize, confidence: f64) -> Option<[f64; 2]> {
    let (n, k) = (count(people), count(items));
    let f = FisherSnedecor::new(n - 1.0, (n - 1.0) * (k - 1.0)).ok()?;
    let tail = (1.0 - confidence) / 2.0;
    Some([1.0 - tail, tail].map(|share| 1.0 - (1.0 - alpha) * f.inverse_cdf(share)))
}

/// How far people agree, `r_wg(j)`, against answers that are spread evenly; 0 where they are spread more than that.
pub fn within_group_agreement(rows: &[Vec<f64>]) -> Option<f64> {
    let items = rows.first().map(Vec::len).filter(|items| *items > 0)?;
    let column = |at: usize| -> Vec<f64> { rows.iter().filter_map(|row| row.get(at)).copied().collect() };
    let variances: Vec<f64> = (0..items).map(|at| variance(&column(at))).collect::<Option<_>>()?;
    let ratio = mean(&variances)? / EVEN;
    let agreed = count(items) * (1.0 - ratio);
    Some(if ratio >= 1.0 { 0.0 } else { agreed / (agreed + ratio) })
}

#[expect(clippy::cast_precision_loss, reason = "there are fewer people than an f64 can count")]
fn count(count: usize) -> f64 {
    count as f64
}
