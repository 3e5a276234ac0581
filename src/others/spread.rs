//! How far ratings are apart, and how alike two profiles are.

/// The standard deviation of a sample, with n - 1.
#[expect(clippy::cast_precision_loss, reason = "a group has few members")]
pub fn standard_deviation(values: &[f64]) -> Option<f64> {
    let mean = mean(values)?;
    let squares: f64 = values.iter().map(|value| (value - mean).powi(2)).sum();
    (values.len() > 1).then(|| (squares / (values.len() as f64 - 1.0)).sqrt())
}

/// The mean distance from the mean, AD<sub>M</sub> (Burke, Finkelstein & Dusig 1999), in the unit of the values.
#[expect(clippy::cast_precision_loss, reason = "a group has few members")]
pub fn mean_distance(values: &[f64]) -> Option<f64> {
    let mean = mean(values)?;
    Some(values.iter().map(|value| (value - mean).abs()).sum::<f64>() / values.len() as f64)
}

/// The mean.
#[expect(clippy::cast_precision_loss, reason = "a group has few members")]
pub fn mean(values: &[f64]) -> Option<f64> {
    (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64)
}

/// Two values of one facet: the person's own, and that of others.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pair {
    /// The person's own.
    pub own: f64,
    /// That of others.
    pub others: f64,
}

/// How alike two profiles are: the intraclass correlation of the pairs entered both ways round (`ICC_DE`; `McCrae` 2008), from -1 to 1. A plain
/// correlation looks at the shape only, and is high also where one profile lies far above the other. `None` where all values are the same.
#[expect(clippy::cast_precision_loss, reason = "there are eight facets")]
pub fn profile_agreement(pairs: &[Pair]) -> Option<f64> {
    let middle = pairs.iter().map(|pair| pair.own + pair.others).sum::<f64>() / (2.0 * pairs.len() as f64);
    let products: f64 = pairs.iter().map(|pair| (pair.own - middle) * (pair.others - middle)).sum();
    let squares: f64 = pairs.iter().map(|pair| (pair.own - middle).powi(2) + (pair.others - middle).powi(2)).sum();
    (squares > 0.0).then(|| 2.0 * products / squares)
}
