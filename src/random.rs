//! Random numbers from a seed, so that the same file gives the same result on every machine.

use std::sync::LazyLock;

/// How many values a byte has.
const STEPS: usize = 256;

/// The standard normal distribution in 256 equally likely steps: the middle of each, with mean 0 and variance 1.
static QUANTILES: LazyLock<[f64; STEPS]> = LazyLock::new(quantiles);

/// `SplitMix64` (Steele, Lea & Flood 2014): small, seeded, and the same everywhere.
#[derive(Clone, Debug)]
pub struct SplitMix(u64);

impl SplitMix {
    /// A generator; the same seed gives the same numbers.
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next 64 bits.
    pub fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number below `n`. The modulo bias is below 2^-60 for an `n` of a few dozen.
    pub fn below(&mut self, n: usize) -> usize {
        usize::try_from(self.bits() % (n as u64)).unwrap_or(0)
    }

    /// A number between 0 and 1, never 0 or 1 itself.
    #[expect(clippy::cast_precision_loss, reason = "53 bits are what an f64 holds")]
    pub fn unit(&mut self) -> f64 {
        const STEP: f64 = 1.0 / (1_u64 << 53) as f64;
        ((self.bits() >> 11) as f64 + 0.5) * STEP
    }

    /// Two independent draws from the standard normal distribution (Box & Muller 1958).
    pub fn normals(&mut self) -> (f64, f64) {
        let radius = (-2.0 * self.unit().ln()).sqrt();
        let (sin, cos) = (std::f64::consts::TAU * self.unit()).sin_cos();
        (radius * cos, radius * sin)
    }

    /// Eight independent draws from the standard normal distribution in 256 steps. One number of 64 bits is enough for all of them,
    /// so they take a small part of the time of exact ones. Good enough for errors that are themselves assumed.
    pub fn eight_normals(&mut self) -> [f64; 8] {
        let quantiles = &*QUANTILES;
        self.bits().to_le_bytes().map(|byte| quantiles[usize::from(byte)])
    }
}

#[expect(clippy::cast_precision_loss, reason = "there are 256 steps")]
fn quantiles() -> [f64; STEPS] {
    let mut found = [0.0; STEPS];
    let mut x = 0.0_f64;
    for upper in STEPS / 2..STEPS {
        let share = (upper as f64 + 0.5) / STEPS as f64;
        // Newton's method comes from below here, since the distribution is concave above 0, and ten steps are more than it needs.
        for _ in 0..10 {
            let density = (-0.5 * x * x).exp() / std::f64::consts::TAU.sqrt();
            x += (share - 0.5 * libm::erfc(-x / std::f64::consts::SQRT_2)) / density;
        }
        (found[upper], found[STEPS - 1 - upper]) = (x, -x);
    }
    let variance = found.iter().map(|x| x * x).sum::<f64>() / STEPS as f64;
    found.map(|x| x / variance.sqrt())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_numbers_are_those_of_splitmix64() {
        let mut random = SplitMix::new(1_234_567);
        // As Vigna's reference implementation gives them for this seed.
        assert_eq!([random.bits(), random.bits()], [6_457_827_717_110_365_317, 3_203_168_211_198_807_973]);
    }

    #[test]
    fn normal_draws_have_mean_0_and_variance_1() {
        let mut random = SplitMix::new(7);
        let draws: Vec<f64> = (0..50_000).flat_map(|_| <[f64; 2]>::from(random.normals())).collect();
        let mean = draws.iter().sum::<f64>() / 1e5;
        let variance = draws.iter().map(|x| x * x).sum::<f64>() / 1e5;
        assert!(mean.abs() < 0.015 && (variance - 1.0).abs() < 0.02, "{mean}, {variance}");
        let inside = draws.iter().filter(|x| x.abs() < 1.644_854).count();
        assert!((89_500..90_500).contains(&inside), "{inside}");
    }

    #[test]
    fn the_steps_of_the_normal_distribution_are_equally_likely() {
        let found = *QUANTILES;
        assert!(found.is_sorted() && found.iter().sum::<f64>().abs() < 1e-9);
        assert!((found.iter().map(|x| x * x).sum::<f64>() / 256.0 - 1.0).abs() < 1e-12);
        // 230.4 of 256 lie within 1.645, as do 0.9 of the distribution; the outermost step ends nowhere and begins at 2.66.
        assert_eq!(found.iter().filter(|x| x.abs() < 1.644_854).count(), 230);
        assert!((2.8..3.0).contains(&found[255]), "{}", found[255]);
    }

    #[test]
    fn eight_draws_of_one_number_are_independent() {
        let mut random = SplitMix::new(7);
        let draws: Vec<[f64; 8]> = (0..20_000).map(|_| random.eight_normals()).collect();
        for (a, b) in (0..8).flat_map(|a| (0..=a).map(move |b| (a, b))) {
            let product = draws.iter().map(|eight| eight[a] * eight[b]).sum::<f64>() / 2e4;
            assert!((product - f64::from(u8::from(a == b))).abs() < 0.03, "{a} and {b}: {product}");
        }
    }
}
