//! Random numbers from a seed, so that the same file gives the same result on every machine.

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
}
