//! Counts how often costly things are made, for the tests that check that a frame does not make them again.
//!
//! It counts in debug builds only, and for each thread separately, so that the work of other threads is not counted as the
//! window's. Nothing depends on it.

/// The things that are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    /// An audit scored.
    Scores,
    /// The questions of a part of an audit.
    Questions,
    /// Words about scores or roles.
    Words,
    /// A chart or a mark as geometry.
    Scene,
    /// The list of roles that are compared.
    Roles,
}

impl Counted {
    /// All that is counted.
    pub const ALL: [Self; 5] = [Self::Scores, Self::Questions, Self::Words, Self::Scene, Self::Roles];
}

#[cfg(debug_assertions)]
thread_local! {
    static COUNTS: std::cell::Cell<[u64; Counted::ALL.len()]> = const { std::cell::Cell::new([0; Counted::ALL.len()]) };
}

/// Counts one more.
pub fn count(made: Counted) {
    #[cfg(debug_assertions)]
    {
        let mut counts = COUNTS.get();
        counts[made as usize] += 1;
        COUNTS.set(counts);
    }
    #[cfg(not(debug_assertions))]
    let _: Counted = made;
}

/// How many there were on this thread so far, in the order of [`Counted::ALL`]; all zero in a release build.
pub fn counts() -> [u64; Counted::ALL.len()] {
    #[cfg(debug_assertions)]
    return COUNTS.get();
    #[cfg(not(debug_assertions))]
    [0; Counted::ALL.len()]
}

#[cfg(all(test, debug_assertions))]
mod tests {
    use super::*;

    #[test]
    fn each_kind_is_counted_by_itself() {
        let before = counts();
        count(Counted::Words);
        count(Counted::Words);
        count(Counted::Scene);
        let after = counts();
        let more: Vec<u64> = after.iter().zip(before).map(|(after, before)| after - before).collect();
        assert_eq!(more, [0, 0, 2, 1, 0]);
    }
}
