//! What charts show and say: turns an audit and its scores into the input of [`chart`](crate::chart), with the words on it and
//! full sentences for those who cannot see it. `chart` itself has no words and knows no audit.

mod card;
mod data;
mod others;
pub mod trend;
mod words;

pub use card::Card;
pub use data::{ChartData, ShownSeries};
pub use others::OthersData;
pub use words::{ChartWords, chart_words};
