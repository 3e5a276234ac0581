//! The order in which items are shown: facets interleaved, from a stored seed.

use super::Instrument;
use crate::profile::{Form, ItemId};

/// The items of a form in the order in which they are shown. The facets take turns: each round shows one item of each
/// facet in an order of its own, so that neighbours in the wizard measure different things. The same seed gives the same
/// order, so that a second audit asks in the same context as the first.
pub fn item_order(instrument: &Instrument, form: Form, seed: u32) -> Vec<ItemId> {
    let mut random = SplitMix(u64::from(seed));
    let rounds = instrument.facets.iter().map(|f| f.items(form).len()).max().unwrap_or(0);
    let mut order: Vec<ItemId> = Vec::with_capacity(rounds * instrument.facets.len());
    let mut last = None;
    for round in 0..rounds {
        let mut facets: Vec<usize> =
            (0..instrument.facets.len()).filter(|i| instrument.facets[*i].items(form).len() > round).collect();
        for i in (1..facets.len()).rev() {
            facets.swap(i, random.below(i + 1));
        }
        if facets.len() > 1 && facets.first().copied() == last {
            facets.swap(0, 1);
        }
        last = facets.last().copied();
        order.extend(facets.into_iter().map(|i| instrument.facets[i].items(form)[round].clone()));
    }
    order
}

/// `SplitMix64` (Steele, Lea & Flood 2014): small, seeded, and the same on every machine.
struct SplitMix(u64);

impl SplitMix {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number below `n`. The modulo bias is below 2^-60 for the few dozen that are asked for.
    fn below(&mut self, n: usize) -> usize {
        usize::try_from(self.next() % (n as u64)).unwrap_or(0)
    }
}
