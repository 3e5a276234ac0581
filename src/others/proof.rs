//! A second proof that figures give nobody away, by another way than the program's: whatever a few raters answered, others could have
//! answered so that the very same figures came out.
//!
//! Changes of answers that leave all figures as they are make up the null space of the figures. A set of raters is safe where these
//! changes, looked at only in the set, are all changes: where the rows of the null space that belong to the set are independent.
//!
//! It is worked out modulo a prime. That is exact here: ranks are the same as with fractions where no determinant of a part of the
//! matrix is a multiple of the prime, and a determinant of *n* rows of noughts and ones is at most (n + 1)^((n + 1) / 2) / 2^n
//! (Hadamard), which is less than this prime up to [`MOST`] rows.

use std::collections::HashSet;

const PRIME: u64 = (1 << 31) - 1;

/// The most cells, or different figures.
const MOST: usize = 22;

/// How many raters there are in a cell, and in which rows they are.
#[derive(Clone)]
pub(super) struct Column {
    pub(super) count: usize,
    pub(super) rows: Vec<bool>,
}

/// Cells that were looked at already and give nobody away. What comes out depends neither on the order of cells nor, from the limit on,
/// on how many raters there are in one.
#[derive(Default)]
pub(super) struct Known(HashSet<(usize, Cells)>);

/// How many raters there are in each cell, and which figures it is in.
type Cells = Vec<(usize, Vec<bool>)>;

impl Known {
    /// [`gives_away`], worked out once for each kind of cells.
    pub(super) fn gives_away(&mut self, columns: &[Column], k: usize) -> bool {
        let of = |column: &Column| (column.count.min(k), column.rows.clone());
        let mut cells: Vec<(usize, Vec<bool>)> = columns.iter().map(of).collect();
        cells.sort_unstable();
        let key = (k, cells);
        if self.0.contains(&key) {
            return false;
        }
        let found = gives_away(columns, k);
        if !found {
            self.0.insert(key);
        }
        found
    }
}

/// Whether figures say anything about a set of 1 to `k - 1` raters.
pub(super) fn gives_away(columns: &[Column], k: usize) -> bool {
    let changes = null_space(columns);
    let few: Vec<usize> = (0..columns.len()).filter(|at| (1..k).contains(&columns[*at].count)).collect();
    let cells: Vec<(usize, &[u64])> = few.iter().map(|at| (columns[*at].count, changes[*at].as_slice())).collect();
    is_dependent(&cells, k.saturating_sub(1), &mut Vec::new())
}

/// Whether the rows of some cells, with at most `room` raters in all, depend on each other and on those of `chosen`.
fn is_dependent(cells: &[(usize, &[u64])], room: usize, chosen: &mut Vec<(usize, Vec<u64>)>) -> bool {
    cells.iter().enumerate().filter(|(_, (count, _))| *count <= room).any(|(at, (count, row))| {
        let mut row = row.to_vec();
        for (lead, other) in chosen.iter() {
            take_off(&mut row, *lead, other);
        }
        let Some(lead) = row.iter().position(|value| *value != 0) else { return true };
        make_one(&mut row, lead);
        chosen.push((lead, row));
        let found = is_dependent(&cells[at + 1..], room - count, chosen);
        chosen.pop();
        found
    })
}

/// For each cell its row of the null space: one column for each change of answers that no figure shows.
fn null_space(columns: &[Column]) -> Vec<Vec<u64>> {
    let figures = columns.first().map_or(0, |column| column.rows.len());
    let row = |at: usize| -> Vec<u64> { columns.iter().map(|column| u64::from(column.rows[at])).collect() };
    let mut left: Vec<Vec<u64>> = (0..figures).map(row).collect();
    left.sort_unstable();
    left.dedup();
    assert!(left.len().min(columns.len()) <= MOST, "the prime is too small");
    let mut done: Vec<(usize, Vec<u64>)> = Vec::new();
    for at in 0..columns.len() {
        let Some(found) = left.iter().position(|row| row[at] != 0) else { continue };
        let mut top = left.swap_remove(found);
        make_one(&mut top, at);
        left.iter_mut().chain(done.iter_mut().map(|(_, row)| row)).for_each(|row| take_off(row, at, &top));
        done.push((at, top));
    }
    let free: Vec<usize> = (0..columns.len()).filter(|at| done.iter().all(|(lead, _)| lead != at)).collect();
    let of = |at: usize| match done.iter().find(|(lead, _)| *lead == at) {
        Some((_, row)) => free.iter().map(|free| (PRIME - row[*free]) % PRIME).collect(),
        None => free.iter().map(|free| u64::from(*free == at)).collect(),
    };
    (0..columns.len()).map(of).collect()
}

/// Takes so much of another row, which is one there, off a row that it is nought there.
fn take_off(row: &mut [u64], lead: usize, other: &[u64]) {
    let factor = row[lead];
    if factor != 0 {
        for (value, over) in row.iter_mut().zip(other) {
            *value = (*value + (PRIME - factor) * over) % PRIME;
        }
    }
}

/// Multiplies a row so that it is one there.
fn make_one(row: &mut [u64], lead: usize) {
    // Fermat: the inverse is the power by the prime less two.
    let (mut inverse, mut power, mut rest) = (1, row[lead], PRIME - 2);
    if power == 1 {
        return;
    }
    while rest > 0 {
        if rest & 1 == 1 {
            inverse = inverse * power % PRIME;
        }
        power = power * power % PRIME;
        rest >>= 1;
    }
    for value in row {
        *value = *value * inverse % PRIME;
    }
}
