//! Middles and spreads.

use serde::Serialize;

/// The quarters of a group.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Quartiles {
    /// A quarter lies below.
    pub low: f64,
    /// The median.
    pub middle: f64,
    /// A quarter lies above.
    pub high: f64,
}

/// Quartiles of type 7 (Hyndman & Fan 1996); `None` for no values.
pub fn quartiles(values: &[f64]) -> Option<Quartiles> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    Some(Quartiles { low: quantile(&sorted, 1)?, middle: quantile(&sorted, 2)?, high: quantile(&sorted, 3)? })
}

/// So many quarters of the way from the lowest to the highest.
fn quantile(sorted: &[f64], quarters: usize) -> Option<f64> {
    let last = sorted.len().checked_sub(1)?;
    let (at, part) = (last * quarters / 4, last * quarters % 4);
    let low = sorted.get(at)?;
    let high = sorted.get(at + 1).unwrap_or(low);
    let share = f64::from(u8::try_from(part).unwrap_or(0)) / 4.0;
    Some(low + (high - low) * share)
}

#[expect(clippy::cast_precision_loss, reason = "there are fewer people than an f64 can count")]
pub(super) fn mean(values: &[f64]) -> Option<f64> {
    (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64)
}

/// The variance of a sample, with n - 1.
#[expect(clippy::cast_precision_loss, reason = "there are fewer people than an f64 can count")]
pub(super) fn variance(values: &[f64]) -> Option<f64> {
    let mean = mean(values)?;
    let squares: f64 = values.iter().map(|value| (value - mean).powi(2)).sum();
    (values.len() > 1).then(|| squares / (values.len() as f64 - 1.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quartiles_are_those_of_spreadsheets() {
        assert_eq!(quartiles(&[]), None);
        assert_eq!(quartiles(&[4.0]), Some(Quartiles { low: 4.0, middle: 4.0, high: 4.0 }));
        assert_eq!(quartiles(&[4.0, 1.0, 3.0, 2.0]), Some(Quartiles { low: 1.75, middle: 2.5, high: 3.25 }));
        assert_eq!(quartiles(&[5.0, 1.0, 2.0, 4.0, 3.0]), Some(Quartiles { low: 2.0, middle: 3.0, high: 4.0 }));
    }
}
