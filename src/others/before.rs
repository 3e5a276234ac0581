//! What so many raters can show, said before they are invited.

use super::{LIMIT_MEAN, RATER_SD};
use crate::instrument::Instrument;
use crate::profile::Form;
use crate::scoring::standard_error;

/// How many standard errors a gap has to lie beyond the limit so that 8 of 10 such gaps are found.
const EIGHT_OF_TEN: f64 = 0.841_621_233_572_914_2;

/// What so many raters can show.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Prospect {
    /// How many raters.
    pub raters: usize,
    /// The smallest gap between the person's own score and their mean that is larger than its error, in scale points. Of true gaps of
    /// this size half are found.
    pub gap: f64,
    /// The size of true gaps of which 8 in 10 are found.
    pub mostly: f64,
}

/// What so many raters can show; nothing below three. The person's own error is that of a typical facet of the form.
#[expect(clippy::cast_precision_loss, reason = "there are no more raters than people who know somebody")]
pub fn prospect(instrument: &Instrument, form: Form, raters: usize, z: f64) -> Option<Prospect> {
    let squares = instrument
        .facets
        .iter()
        .map(|facet| standard_error(instrument.assumed.item_sd, facet.inter_item_r, facet.items(form).len()).powi(2));
    let own = squares.sum::<f64>() / instrument.facets.len() as f64;
    let se = (own + RATER_SD.powi(2) / raters as f64).sqrt();
    (raters >= LIMIT_MEAN).then_some(Prospect { raters, gap: z * se, mostly: (z + EIGHT_OF_TEN) * se })
}

#[cfg(test)]
#[expect(clippy::cast_precision_loss, reason = "there are few raters")]
mod tests {
    use super::super::merged::{Seen, Spread};
    use super::super::spread::standard_deviation;
    use super::super::{Group, LIMIT_SPREAD, Who};
    use super::*;
    use crate::others::error_of;
    use crate::random::SplitMix;
    use crate::scoring::Confidence;

    /// One person rated: the person's own score less the mean of raters, where they agree in truth, and how far it may be off.
    fn draw(raters: usize, own: f64, random: &mut SplitMix) -> (f64, f64) {
        let score = own * random.normals().0;
        let ratings: Vec<f64> = (0..raters).map(|_| RATER_SD * random.normals().0).collect();
        let mean = ratings.iter().sum::<f64>() / raters as f64;
        let sd = standard_deviation(&ratings).unwrap();
        let spread = (raters >= LIMIT_SPREAD).then_some(Spread { sd, ad: 0.0, raters });
        let seen = Seen { who: Who::Group(Group::Peers), mean, items: 5, raters, spread };
        (score - mean, own.hypot(error_of(&seen)))
    }

    /// The size of gap of which this share is found, by halving.
    fn found(draws: &[(f64, f64)], share: f64, z: f64) -> f64 {
        let (mut low, mut high) = (0.0, 5.0);
        for _ in 0..40 {
            let gap = f64::midpoint(low, high);
            let beyond = draws.iter().filter(|(error, se)| (gap + error).abs() > z * se).count();
            if beyond as f64 / draws.len() as f64 > share { high = gap } else { low = gap }
        }
        low
    }

    #[test]
    fn what_is_said_before_is_what_simulated_raters_show() {
        let instrument = Instrument::built_in().unwrap();
        let z = Confidence::P90.z();
        let mut random = SplitMix::new(4);
        for raters in [3, 4, 5, 6, 8, 10, 15] {
            let said = prospect(&instrument, Form::Full, raters, z).unwrap();
            let own = ((said.gap / z).powi(2) - RATER_SD.powi(2) / raters as f64).sqrt();
            let draws: Vec<(f64, f64)> = (0..40_000).map(|_| draw(raters, own, &mut random)).collect();
            for (predicted, share) in [(said.gap, 0.5), (said.mostly, 0.8)] {
                let simulated = found(&draws, share, z);
                let off = (simulated / predicted - 1.0).abs();
                assert!(off < 0.05, "{raters} raters, {share}: said {predicted:.3}, found {simulated:.3}");
            }
        }
    }

    #[test]
    fn four_colleagues_show_gaps_of_about_nine_tenths() {
        let instrument = Instrument::built_in().unwrap();
        let of = |raters| prospect(&instrument, Form::Full, raters, Confidence::P90.z());
        assert!((of(4).unwrap().gap - 0.9).abs() < 0.05, "{:?}", of(4));
        assert_eq!(of(2), None);
    }
}
