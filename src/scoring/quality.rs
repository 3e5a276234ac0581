//! How the answers were given: a mirror for the person, which changes no score.
//!
//! Research disagrees on how well such indices work for one person (Goldammer et al. 2024 found the longest run and the
//! variability no better than chance; Denison & Wiernik dispute that for straight-lining), and the screens say so.

use crate::instrument::{Facet, Instrument};
use crate::profile::{Answer, Answers, Audit, Form, ItemId};

/// A typical answer quicker than this is worth a look (Wood et al. 2017).
const FAST_SECONDS: f64 = 1.0;
/// From this many items on, a run of one answer is worth a look, whatever its share.
const LONG_RUN: usize = 6;

/// How the answers were given.
#[derive(Clone, Debug, PartialEq)]
pub struct Quality {
    /// Median seconds for a rated item, where the time is known.
    pub median_seconds: Option<f64>,
    /// The longest run of one rating in the order shown; items without a rating are skipped (Johnson 2005).
    pub longest_run: usize,
    /// The items of that run, the first such run where there are several.
    pub run: Vec<ItemId>,
    /// Sample standard deviation of all ratings; absent with fewer than two (Dunn et al. 2018).
    pub irv: Option<f64>,
    /// Even-odd consistency, -1 to 1, positive is consistent (Johnson 2005); absent where a variance is zero or fewer
    /// than three facets have both halves. It is exported and never shown: no limit of it calls few careful people uneven
    /// and still finds careless answers (`tests/content/uneven.py`).
    pub even_odd: Option<f64>,
    /// Items of the form marked not applicable.
    pub not_applicable: usize,
}

/// Whether a run of one answer is long enough to be worth a look: six items or more, or half of the rated ones.
pub const fn long_run(run: usize, rated: usize) -> bool {
    run >= LONG_RUN || run > 1 && 2 * run >= rated
}

/// Whether an item was answered quickly enough to be worth a look: in less than a second.
pub fn is_fast(seconds: f64) -> bool {
    seconds < FAST_SECONDS
}

pub(super) fn quality(instrument: &Instrument, audit: &Audit) -> Quality {
    let shown = shown(instrument, audit);
    let mut seconds = Vec::new();
    let mut ratings = Vec::new();
    let mut not_applicable = 0;
    let mut run = Vec::new();
    let mut current: (Option<u8>, Vec<ItemId>) = (None, Vec::new());
    for item in shown {
        match audit.answers.items.get(item) {
            Some(Answer::Rated(rating)) => {
                ratings.push(f64::from(*rating));
                seconds.extend(audit.answers.seconds.get(item));
                if current.0 != Some(rating.value()) {
                    current = (Some(rating.value()), Vec::new());
                }
                current.1.push(item.clone());
                if current.1.len() > run.len() {
                    run.clone_from(&current.1);
                }
            }
            Some(Answer::NotApplicable) => not_applicable += 1,
            None => {}
        }
    }
    Quality {
        median_seconds: median(seconds),
        longest_run: run.len(),
        run,
        irv: deviation(&ratings),
        even_odd: even_odd(instrument, audit.form, &audit.answers),
        not_applicable,
    }
}

/// The items of the form in the order shown; items that are missing in the order come last.
fn shown<'a>(instrument: &'a Instrument, audit: &'a Audit) -> Vec<&'a ItemId> {
    let asked: Vec<&ItemId> = instrument.facets.iter().flat_map(|f| f.items(audit.form)).collect();
    let mut shown: Vec<&ItemId> = audit.order.iter().filter(|i| asked.contains(i)).collect();
    if shown.len() < asked.len() {
        let rest: Vec<&ItemId> = asked.into_iter().filter(|i| !shown.contains(i)).collect();
        shown.extend(rest);
    }
    shown
}

#[expect(clippy::cast_precision_loss, reason = "an audit has a few dozen items")]
fn mean(values: &[f64]) -> Option<f64> {
    (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64)
}

fn median(mut values: Vec<f64>) -> Option<f64> {
    values.sort_by(f64::total_cmp);
    let middle = values.len() / 2;
    let upper = values.get(middle)?;
    Some(if values.len() % 2 == 1 { *upper } else { f64::midpoint(values[middle - 1], *upper) })
}

#[expect(clippy::cast_precision_loss, reason = "an audit has a few dozen items")]
fn deviation(values: &[f64]) -> Option<f64> {
    let centre = mean(values).filter(|_| values.len() > 1)?;
    let squares: f64 = values.iter().map(|v| (v - centre) * (v - centre)).sum();
    Some((squares / (values.len() - 1) as f64).sqrt())
}

fn even_odd(instrument: &Instrument, form: Form, answers: &Answers) -> Option<f64> {
    let halves: Vec<(f64, f64)> = instrument.facets.iter().filter_map(|f| half_means(f, form, answers)).collect();
    if halves.len() < 3 {
        return None;
    }
    let r = correlation(&halves)?;
    Some((2.0 * r / (1.0 + r)).max(-1.0))
}

/// Two means of the rated items, in instrument order: of the 1st, 3rd and 5th, and of the 2nd and 4th.
fn half_means(facet: &Facet, form: Form, answers: &Answers) -> Option<(f64, f64)> {
    let half = |start: usize| {
        let rated: Vec<f64> = facet
            .items(form)
            .iter()
            .skip(start)
            .step_by(2)
            .filter_map(|item| answers.items.get(item)?.rating())
            .map(f64::from)
            .collect();
        mean(&rated)
    };
    half(0).zip(half(1))
}

/// Pearson's correlation; absent when either variance is zero.
fn correlation(pairs: &[(f64, f64)]) -> Option<f64> {
    let (xs, ys): (Vec<f64>, Vec<f64>) = pairs.iter().copied().unzip();
    let (mx, my) = (mean(&xs)?, mean(&ys)?);
    let sum = |f: &dyn Fn(f64, f64) -> f64| pairs.iter().map(|(x, y)| f(x - mx, y - my)).sum::<f64>();
    let (xx, yy, xy) = (sum(&|x, _| x * x), sum(&|_, y| y * y), sum(&|x, y| x * y));
    (xx > 1e-12 && yy > 1e-12).then(|| (xy / (xx * yy).sqrt()).clamp(-1.0, 1.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_is_long_with_six_items_or_half_of_the_rated_ones() {
        assert!(long_run(6, 100) && !long_run(5, 100));
        assert!(long_run(2, 4) && !long_run(2, 5) && !long_run(1, 1));
    }

    #[test]
    fn less_than_a_second_is_fast() {
        assert_eq!([0.99, 1.0].map(is_fast), [true, false]);
    }
}
