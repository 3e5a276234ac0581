//! The numbers behind one place of a chart.

/// The card that is shown at one facet of a chart, for the pointer or the keyboard.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Card {
    /// The facet.
    pub title: String,
    /// Its numbers, each with its name.
    pub rows: Vec<(String, String)>,
}

impl Card {
    /// The card as one sentence, for screen readers.
    pub fn spoken(&self) -> String {
        let rows: Vec<String> = self.rows.iter().map(|(name, value)| format!("{name} {value}")).collect();
        format!("{}: {}", self.title, rows.join(", "))
    }
}
