//! What charts show and say: from an audit and its scores to what [`chart`](crate::chart) draws, with the words on it, and what it
//! shows in full sentences for those who cannot see it. `chart` itself has no words and knows no audit.

mod card;
mod data;
mod words;

pub use card::Card;
pub use data::{ChartData, ShownSeries};
pub use words::{ChartWords, chart_words};
