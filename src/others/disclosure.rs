//! Whether anything about a few raters can be worked out from what is published.
//!
//! Every published mean, together with the number of its raters, is a total: a row of noughts and ones over the raters, since a rater is
//! in it or not. What can be worked out from several of them are the sums of these rows, each with any factor. Such a sum gives a rater
//! away when it is about fewer than `k` raters: when it has something other than nought for one to `k - 1` raters, and nought for all
//! others. So for each set of so few raters: is there a sum of rows that is nought for everybody else, and not for all of the set? That
//! is so where the rows, looked at only where everybody else is, have a smaller rank than the whole rows.
//!
//! Raters that are in the very same figures have the same column. No sum can tell them apart, so they are looked at together, as one
//! [`Cell`]. Ranks are worked out in whole numbers, without rounding (Bareiss 1968).
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
    let cells = joined(cells);
    let all: Vec<u128> = cells.iter().map(|cell| cell.figures).collect();
    let Some(whole) = rank(&all) else { return false };
    let mut left_out = vec![false; cells.len()];
    !gives_away(&Question { cells: &cells, whole }, 0, k.saturating_sub(1), &mut left_out)
}

/// The raters with the rank of all figures over them.
struct Question<'a> {
    cells: &'a [Cell],
    whole: usize,
}

/// Tries all sets of cells from `next` on with at most `room` raters more than those that are left out already.
fn gives_away(asked: &Question, next: usize, room: usize, left_out: &mut [bool]) -> bool {
    for at in next..asked.cells.len() {
        let count = asked.cells[at].count;
        if count > room {
            continue;
        }
        left_out[at] = true;
        let rest: Vec<u128> =
            asked.cells.iter().zip(left_out.iter()).filter(|(_, out)| !**out).map(|(cell, _)| cell.figures).collect();
        let found =
            rank(&rest).is_none_or(|rest| rest < asked.whole) || gives_away(asked, at + 1, room - count, left_out);
        left_out[at] = false;
        if found {
            return true;
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

/// The rank of a matrix of noughts and ones, given by its columns. Bareiss' elimination stays in whole numbers, which are determinants of
/// parts of the matrix; `None` where they grow too large, which takes more columns and figures than any round has.
fn rank(columns: &[u128]) -> Option<usize> {
    let used = columns.iter().fold(0, |all, column| all | column);
    let figures: Vec<usize> = (0..MOST_FIGURES).filter(|at| used >> at & 1 == 1).collect();
    // Elimination runs over the columns as rows, which have the same rank.
    let mut rows: Vec<Vec<i128>> = columns
        .iter()
        .map(|column| figures.iter().map(|at| i128::from(u8::from(column >> at & 1 == 1))).collect())
        .collect();
    let (mut rank, mut before) = (0, 1_i128);
    for at in 0..figures.len() {
        let Some(pivot) = (rank..rows.len()).find(|row| rows[*row][at] != 0) else { continue };
        rows.swap(rank, pivot);
        let (above, below) = rows.split_at_mut(rank + 1);
        let top = &above[rank];
        for row in below {
            let factor = row[at];
            for (value, over) in row.iter_mut().zip(top) {
                let first = value.checked_mul(top[at])?;
                *value = first.checked_sub(factor.checked_mul(*over)?)? / before;
            }
        }
        before = rows[rank][at];
        rank += 1;
    }
    Some(rank)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(all: &[(usize, u128)]) -> Vec<Cell> {
        all.iter().map(|&(count, figures)| Cell { count, figures }).collect()
    }

    #[test]
    fn the_rank_is_that_of_the_matrix() {
        assert_eq!(rank(&[]), Some(0));
        assert_eq!(rank(&[0b1, 0b10, 0b11]), Some(2));
        assert_eq!(rank(&[0b011, 0b101, 0b110]), Some(3), "an odd circle");
        assert_eq!(rank(&[0b0011, 0b0110, 0b1100, 0b1001]), Some(3), "an even one");
        assert_eq!(rank(&[1 << 127, 1 | 1 << 127]), Some(2));
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
