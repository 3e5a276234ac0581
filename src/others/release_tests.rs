//! What is published gives nobody away, for all sizes of four groups.

use super::super::proof::{Column, Known, gives_away};
use super::*;
use crate::random::SplitMix;

const SIZES: usize = 9;

/// A round in tests: raters by group, of each how many came with each release.
#[derive(Clone)]
struct Round {
    parts: Vec<Part>,
    figures: usize,
    columns: Vec<Column>,
    shown: Vec<Who>,
}

impl Round {
    fn new() -> Self {
        Self { parts: Vec::new(), figures: 0, columns: Vec::new(), shown: Vec::new() }
    }

    fn come(&mut self, group: Group, count: usize) {
        if count > 0 {
            self.parts.push(Part { group, count, is_present: true, before: 0 });
            self.columns.push(Column { count, rows: vec![false; self.figures] });
        }
    }

    fn release(&mut self, k: usize) {
        let plan = figures(&self.parts, self.figures, k);
        for who in &plan {
            for (part, column) in self.parts.iter_mut().zip(&mut self.columns) {
                let is_in = part.is_present && who.holds(part.group);
                column.rows.push(is_in);
                part.before |= u128::from(u8::from(is_in)) << self.figures;
            }
            self.figures += 1;
        }
        self.shown = plan;
    }
}

fn first(sizes: [usize; 4], k: usize) -> Round {
    let mut round = Round::new();
    for (group, size) in Group::ALL.into_iter().zip(sizes) {
        round.come(group, size);
    }
    round.release(k);
    round
}

fn shown(sizes: [usize; 4], k: usize) -> Vec<Who> {
    let mut shown = first(sizes, k).shown;
    shown.sort();
    shown
}

#[test]
fn the_order_in_which_plans_are_tried() {
    use Group::{Others, Peers, Reports};
    assert_eq!(shown([0, 4, 3, 0], 3), [Who::Group(Peers), Who::Group(Reports), Who::All]);
    assert_eq!(shown([0, 4, 2, 0], 3), [Who::Group(Peers)], "two reports are in no figure");
    assert_eq!(shown([0, 4, 2, 5], 3), [Who::Group(Others), Who::All], "peers are hidden as well");
    assert_eq!(shown([0, 2, 2, 2], 3), [Who::All]);
    assert_eq!(shown([0, 6, 2, 1], 3), [Who::Group(Peers), Who::All], "the hidden are three together");
    assert_eq!(shown([0, 2, 0, 0], 3), []);
    assert_eq!(shown([0, 7, 0, 0], 3), [Who::Group(Peers)], "all would be the same");
    assert_eq!(shown([0, 4, 4, 0], 5), [Who::All]);
}

#[test]
fn no_total_over_few_raters_can_be_derived_from_a_release() {
    for k in [3, 5] {
        let mut looked_at = 0;
        for code in 0..SIZES.pow(4) {
            let sizes = [0, 1, 2, 3].map(|at| code / SIZES.pow(at) % SIZES);
            let round = first(sizes, k);
            assert!(!gives_away(&round.columns, k), "{sizes:?}, {k}");
            let enough = sizes.iter().filter(|size| **size >= k).count();
            assert!(round.shown.len() >= enough.min(1), "{sizes:?}, {k}: something is shown where it can be");
            looked_at += 1;
        }
        assert_eq!(looked_at, 6561);
    }
}

/// Sizes of one group in a first and a second release: 45 pairs.
fn growth() -> Vec<(usize, usize)> {
    (0..SIZES).flat_map(|now| (now..SIZES).map(move |then| (now, then))).collect()
}

/// The second release with these pairs, one for each group.
fn check_two(pairs: [(usize, usize); 4], k: usize, known: &mut Known) {
    let mut round = first(pairs.map(|pair| pair.0), k);
    let before = round.figures;
    for (group, pair) in Group::ALL.into_iter().zip(pairs) {
        round.come(group, pair.1 - pair.0);
    }
    round.release(k);
    assert!(!known.gives_away(&round.columns, k), "{pairs:?}, {k}");
    let came: usize = pairs.iter().map(|pair| pair.1 - pair.0).sum();
    // Fewer than k new raters change no figure that was there.
    if came > 0 && came < k {
        let kept = &round.columns;
        for at in before..round.figures {
            let row: Vec<bool> = kept.iter().map(|column| column.rows[at]).collect();
            let same = |other: usize| kept.iter().map(|column| column.rows[other]).eq(row.iter().copied());
            let has_new = kept.iter().any(|column| column.rows[at] && !column.rows[..before].contains(&true));
            assert!(!has_new || !(0..before).any(same), "{pairs:?}, {k}");
        }
    }
}

/// All pairs of sizes up to which group is which: four pairs in any order come to the same, since only a tie of sizes is decided by the
/// order of groups.
fn two_releases(k: usize) -> usize {
    let (pairs, mut known) = (growth(), Known::default());
    let mut looked_at = 0;
    for a in 0..pairs.len() {
        for b in a..pairs.len() {
            for c in b..pairs.len() {
                for d in c..pairs.len() {
                    check_two([pairs[a], pairs[b], pairs[c], pairs[d]], k, &mut known);
                    looked_at += 1;
                }
            }
        }
    }
    looked_at
}

#[test]
fn nor_from_two_releases_with_three() {
    assert_eq!(two_releases(3), 194_580);
}

#[test]
fn nor_from_two_releases_with_five() {
    assert_eq!(two_releases(5), 194_580);
}

#[test]
fn nor_in_ten_thousand_random_rounds() {
    let mut random = SplitMix::new(16);
    for number in 0..10_000 {
        let k = [3, 5][number % 2];
        let mut round = Round::new();
        for _ in 0..=random.below(5) {
            for group in Group::ALL {
                let count = if random.below(3) == 0 { 0 } else { random.below(7) };
                round.come(group, count);
            }
            // Some replies of before are no longer there.
            if random.below(4) == 0 {
                let parts = round.parts.len();
                if parts > 0 {
                    round.parts[random.below(parts)].is_present = false;
                }
            }
            round.release(k);
        }
        // Cells are at most twenty here; sets of few among them are looked at one by one.
        assert!(!gives_away(&round.columns, k), "round {number}: {:?}", round.parts);
    }
}

#[test]
fn the_proof_finds_what_gives_away() {
    let column = |count, rows: &[bool]| Column { count, rows: rows.to_vec() };
    assert!(gives_away(&[column(4, &[true, true]), column(2, &[true, false])], 3));
    assert!(!gives_away(&[column(4, &[true, true]), column(3, &[true, false])], 3));
    let circle = [column(2, &[true, true, false]), column(4, &[true, false, true]), column(4, &[false, true, true])];
    assert!(gives_away(&circle, 3) && !gives_away(&circle, 2));
}

#[test]
fn both_ways_find_the_same() {
    let mut random = SplitMix::new(17);
    let mut found = [0, 0];
    for _ in 0..4_000 {
        let k = [3, 5][random.below(2)];
        let figures = 1 + random.below(7);
        let column = |random: &mut SplitMix| Column {
            count: 1 + random.below(6),
            rows: (0..figures).map(|_| random.below(3) > 0).collect(),
        };
        let columns: Vec<Column> = (0..=random.below(8)).map(|_| column(&mut random)).collect();
        let bits = |rows: &[bool]| rows.iter().rev().fold(0, |bits, is_in| bits << 1 | u128::from(u8::from(*is_in)));
        let cells: Vec<Cell> =
            columns.iter().map(|column| Cell { count: column.count, figures: bits(&column.rows) }).collect();
        let is_away = gives_away(&columns, k);
        assert_eq!(is_safe(&cells, k), !is_away, "{cells:?}, {k}");
        found[usize::from(is_away)] += 1;
    }
    assert!(found.iter().all(|count| *count > 200), "{found:?}");
}
