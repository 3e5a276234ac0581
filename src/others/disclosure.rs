//! Whether anything about a few raters can be worked out from what is published.
//!
//! Every published mean, together with the number of its raters, is a total: a row of noughts and ones over the raters, since a rater is
//! in it or not. What can be worked out from several of them are the sums of these rows, each with any factor. Such a sum gives a rater
//! away when it is about fewer than `k` raters: when it has something other than nought for one to `k - 1` raters, and nought for all
//! others. So for each set of so few raters: what is left of the rows once everybody else is eliminated from them? If anything is, it is
//! about the set alone. A larger set leaves more than a smaller one in it, so only sets to which nobody can be added are looked at.
//!
//! Raters that are in the very same figures have the same column. No sum can tell them apart, so they are looked at together, as one
//! [`Cell`]. Cells of `k` raters or more are in no set of few; they are eliminated first, and once. Elimination stays in whole numbers,
//! without rounding (Bareiss 1968).
//!
//! This covers what can be worked out by adding, subtracting and multiplying. It does not cover what is known from elsewhere: a rater
//! who knows the own answers can take them off a mean of three and has the mean of the two others.

/// The most figures that are looked at together.
pub const MOST_FIGURES: usize = 128;

/// Raters that no figure tells apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    /// How many they are.
    pub count: usize,
    /// In which figures they are: bit 0 stands for the first one.
    pub figures: u128,
}

/// Whether nothing about 1 to `k - 1` raters can be worked out from figures over these raters.
pub fn is_safe(cells: &[Cell], k: usize) -> bool {
    let (many, few): (Vec<Cell>, Vec<Cell>) = joined(cells).into_iter().partition(|cell| cell.count >= k);
    if few.is_empty() {
        return true;
    }
    let all: Vec<Cell> = few.iter().chain(&many).copied().collect();
    let Some(rest) = Rest::of(&all).without(few.len()..all.len()) else { return false };
    let counts: Vec<usize> = few.iter().map(|cell| cell.count).collect();
    let mut set = vec![false; few.len()];
    rest.rows.is_empty() || !gives_away(&Few { counts: &counts, rest: &rest }, 0, k.saturating_sub(1), &mut set)
}

/// The cells of few raters.
struct Few<'a> {
    counts: &'a [usize],
    /// What figures say of them, once all others are eliminated.
    rest: &'a Rest,
}

/// Tries all sets of cells that have those of `set`, and of the others only such from `next` on, with at most `room` raters more.
fn gives_away(few: &Few, next: usize, room: usize, set: &mut [bool]) -> bool {
    let fits = |at: usize, set: &[bool]| !set[at] && few.counts[at] <= room;
    if !(0..set.len()).any(|at| fits(at, set)) {
        let outside = (0..set.len()).filter(|at| !set[*at]);
        return few.rest.without(outside).is_none_or(|rest| !rest.rows.is_empty());
    }
    for at in next..set.len() {
        if fits(at, set) {
            set[at] = true;
            let found = gives_away(few, at + 1, room - few.counts[at], set);
            set[at] = false;
            if found {
                return true;
            }
        }
    }
    false
}

/// Without cells that are in no figure or have nobody in them, and those that are in the same figures as one.
fn joined(cells: &[Cell]) -> Vec<Cell> {
    let mut found: Vec<Cell> = Vec::new();
    for cell in cells.iter().filter(|cell| cell.figures != 0 && cell.count > 0) {
        match found.iter_mut().find(|other| other.figures == cell.figures) {
            Some(other) => other.count += cell.count,
            None => found.push(*cell),
        }
    }
    found
}

/// Figures in part eliminated: rows over cells, none of them nought throughout.
#[derive(Clone)]
struct Rest {
    rows: Vec<Vec<i128>>,
    /// The last pivot, by which the next step can be divided.
    before: i128,
}

impl Rest {
    /// The figures as they are.
    fn of(cells: &[Cell]) -> Self {
        let used = cells.iter().fold(0, |all, cell| all | cell.figures);
        let row = |at: usize| cells.iter().map(|cell| i128::from(u8::from(cell.figures >> at & 1 == 1))).collect();
        let mut rows: Vec<Vec<i128>> = (0..MOST_FIGURES).filter(|at| used >> at & 1 == 1).map(row).collect();
        rows.sort_unstable();
        rows.dedup();
        Self { rows, before: 1 }
    }

    /// What sums of rows say that are nought in these columns. Bareiss' elimination stays in whole numbers, which are determinants of
    /// parts of the matrix; `None` where they grow too large, which takes more cells and figures than any round has.
    fn without(&self, columns: impl IntoIterator<Item = usize>) -> Option<Self> {
        let mut rest = self.clone();
        for at in columns {
            let Some(found) = rest.rows.iter().position(|row| row[at] != 0) else { continue };
            let top = rest.rows.swap_remove(found);
            let pivot = top[at];
            for row in &mut rest.rows {
                let factor = row[at];
                if factor == 0 && pivot == rest.before {
                    continue;
                }
                for (value, over) in row.iter_mut().zip(&top) {
                    let first = value.checked_mul(pivot)?;
                    *value = first.checked_sub(factor.checked_mul(*over)?)? / rest.before;
                }
            }
            rest.before = pivot;
            rest.rows.retain(|row| row.iter().any(|value| *value != 0));
        }
        Some(rest)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(all: &[(usize, u128)]) -> Vec<Cell> {
        all.iter().map(|&(count, figures)| Cell { count, figures }).collect()
    }

    #[test]
    fn as_many_rows_are_left_as_the_rank_falls() {
        let left = |columns: &[u128]| -> Vec<usize> {
            let cells: Vec<Cell> = columns.iter().map(|&figures| Cell { count: 1, figures }).collect();
            let rest = Rest::of(&cells);
            (0..=columns.len()).rev().map(|from| rest.without(0..columns.len() - from).unwrap().rows.len()).collect()
        };
        assert_eq!(left(&[0b011, 0b101, 0b110]), [3, 2, 1, 0], "an odd circle");
        assert_eq!(left(&[0b0011, 0b0110, 0b1100, 0b1001]), [4, 3, 2, 0, 0], "an even one has the rank three");
        assert_eq!(left(&[1 << 127, 1 | 1 << 127]), [2, 1, 0]);
    }

    #[test]
    fn a_rest_of_few_gives_them_away() {
        // Figure 0 is about everybody, figure 1 about one group.
        assert!(!is_safe(&cells(&[(4, 0b11), (2, 0b01)]), 3), "all less the group are two");
        assert!(is_safe(&cells(&[(4, 0b11), (3, 0b01)]), 3));
        assert!(!is_safe(&cells(&[(4, 0b11), (4, 0b01)]), 5));
        assert!(!is_safe(&cells(&[(2, 0b1)]), 3), "a figure about two");
        assert!(is_safe(&cells(&[(2, 0b1), (1, 0b1)]), 3), "two groups in one figure only");
        assert!(is_safe(&cells(&[(2, 0)]), 3), "in no figure at all");
    }

    #[test]
    fn what_takes_three_figures_is_found_as_well() {
        // Half of (first + second - third) is about the two in both.
        assert!(!is_safe(&cells(&[(2, 0b011), (4, 0b101), (4, 0b110)]), 3));
        assert!(is_safe(&cells(&[(3, 0b011), (4, 0b101), (4, 0b110)]), 3));
    }
}
