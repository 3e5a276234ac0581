//! A second proof that figures give nobody away, by another way than the program's: rows over raters in fractions, solved for each set of
//! few raters.

/// A fraction.
#[derive(Clone, Copy, PartialEq)]
struct Ratio(i64, i64);

impl Ratio {
    fn new(above: i64, below: i64) -> Self {
        let (mut a, mut b) = (above.abs(), below.abs());
        while b != 0 {
            (a, b) = (b, a % b);
        }
        let sign = if below < 0 { -1 } else { 1 };
        Self(sign * above / a.max(1), sign * below / a.max(1))
    }

    /// This one less a product of two others.
    fn less(self, x: Self, y: Self) -> Self {
        let (above, below) = (x.0 * y.0, x.1 * y.1);
        Self::new(self.0 * below - above * self.1, self.1 * below)
    }
}

/// How many raters there are in a cell, and in which rows they are.
#[derive(Clone)]
pub(super) struct Column {
    pub(super) count: usize,
    pub(super) rows: Vec<bool>,
}

/// The rows that remain when each column outside of a set is made nought: what combinations of figures say about the set alone.
fn says_of(columns: &[Column], set: &[usize]) -> bool {
    let rows = columns.first().map_or(0, |column| column.rows.len());
    let order: Vec<usize> = (0..columns.len()).filter(|at| !set.contains(at)).chain(set.iter().copied()).collect();
    let outside = columns.len() - set.len();
    let mut matrix: Vec<Vec<Ratio>> = (0..rows)
        .map(|row| order.iter().map(|at| Ratio::new(i64::from(columns[*at].rows[row]), 1)).collect())
        .collect();
    let mut done = 0;
    for at in 0..outside {
        let Some(pivot) = (done..rows).find(|row| matrix[*row][at].0 != 0) else { continue };
        matrix.swap(done, pivot);
        let top = matrix[done].clone();
        for row in matrix.iter_mut().skip(done + 1) {
            let factor = Ratio::new(row[at].0 * top[at].1, row[at].1 * top[at].0);
            for (value, over) in row.iter_mut().zip(&top) {
                *value = value.less(factor, *over);
            }
        }
        done += 1;
    }
    // What is left of the other rows is nought outside of the set.
    matrix.iter().skip(done).any(|row| row[outside..].iter().any(|value| value.0 != 0))
}

/// Whether figures say anything about a set of 1 to `k - 1` raters.
pub(super) fn gives_away(columns: &[Column], k: usize) -> bool {
    let small: Vec<usize> = (0..columns.len()).filter(|at| (1..k).contains(&columns[*at].count)).collect();
    (1_u32..1 << small.len()).any(|mask| {
        let set: Vec<usize> = small.iter().enumerate().filter(|(i, _)| mask >> i & 1 == 1).map(|(_, at)| *at).collect();
        let count: usize = set.iter().map(|at| columns[*at].count).sum();
        count < k && says_of(columns, &set)
    })
}
