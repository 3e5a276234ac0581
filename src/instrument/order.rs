//! The order in which items are shown: facets take turns, in an order that follows from a stored seed.

use super::Instrument;
use crate::profile::{Form, ItemId};
use crate::random::SplitMix;

/// The items of a form in the order in which they are shown. The facets take turns: each round shows one item of each
/// facet in an order of its own, so that neighbours in the wizard measure different things. The same seed gives the same
/// order, so that a second audit asks in the same context as the first.
pub fn item_order(instrument: &Instrument, form: Form, seed: u32) -> Vec<ItemId> {
    let mut random = SplitMix::new(u64::from(seed));
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
