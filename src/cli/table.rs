//! Plain text in columns.

/// A table. Numbers are aligned to the right, all other columns to the left. Columns with nothing below their heading are left
/// out.
pub(super) struct Table {
    rows: Vec<Vec<String>>,
    numbers: std::ops::Range<usize>,
}

impl Table {
    /// A table with these headings; the columns in `numbers` are aligned to the right.
    pub(super) fn new(headings: Vec<String>, numbers: std::ops::Range<usize>) -> Self {
        Self { rows: vec![headings], numbers }
    }

    pub(super) fn push(&mut self, row: Vec<String>) {
        self.rows.push(row);
    }

    /// The lines, without spaces at their ends.
    pub(super) fn lines(&self) -> Vec<String> {
        let count = self.rows.iter().map(Vec::len).max().unwrap_or(0);
        let column = |i: usize| self.rows.iter().map(move |row| row.get(i).map_or("", String::as_str));
        let widths: Vec<usize> = (0..count)
            .map(|i| {
                let empty = column(i).skip(1).all(str::is_empty);
                if empty { 0 } else { column(i).map(|cell| cell.chars().count()).max().unwrap_or(0) }
            })
            .collect();
        self.rows.iter().map(|row| self.line(row, &widths)).collect()
    }

    fn line(&self, row: &[String], widths: &[usize]) -> String {
        let shown = row.iter().zip(widths).enumerate().filter(|(_, (_, width))| **width > 0);
        let cells: Vec<String> = shown
            .map(
                |(i, (cell, &width))| {
                    if self.numbers.contains(&i) { format!("{cell:>width$}") } else { format!("{cell:<width$}") }
                },
            )
            .collect();
        cells.join("  ").trim_end().to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_line_up_and_empty_ones_are_left_out() {
        let row = |cells: [&str; 4]| cells.map(str::to_owned).to_vec();
        let mut table = Table::new(row(["", "mean", "note", "status"]), 1..2);
        table.push(row(["One", "3.5", "", "ok"]));
        table.push(row(["Another", "10.0", "", ""]));
        assert_eq!(table.lines(), ["         mean  status", "One       3.5  ok", "Another  10.0"]);
    }
}
