//! The parts that screens are made of. Each takes words and values and returns a response; none knows a profile.

mod answer;
pub mod arrival;
mod button;
mod chart;
mod check;
mod combo;
mod dots;
mod field;
mod focus;
mod key_list;
mod lines;
mod map;
mod mark;
mod page;
mod pick;
mod progress;
mod radar;
mod radio;
mod scene;
mod slider;
mod table;
mod trend;
mod weeks;

pub use answer::{AnswerScale, Choice, is_on_chosen};
pub use button::{Button, Look};
pub(super) use check::paint_box;
pub use check::{Segmented, checkbox};
pub use combo::says_value;
pub use dots::DotsChart;
pub use field::{FieldText, enter_goes_on, text_field, text_field_that_stays};
pub use focus::{focus_ring, focus_ring_around, focus_ring_inside, keep_arrows, key, reveal, scroll_keys};
pub use key_list::key_line;
pub use lines::{evenly, lines};
pub use map::MapChart;
pub use mark::side_mark;
pub use page::{
    card, columns, divider, heading, is_title, line, note, page, page_from, paragraph, paragraph_small, part,
    subheading, title_beside, title_of_page, title_sense, title_with, width_of, with_actions,
};
pub use pick::Pick;
pub use progress::{Segment, progress};
pub use radar::RadarChart;
pub use radio::radio;
pub use scene::{drawing, paint, rect};
pub use slider::{Steps, level_slider};
pub use table::{Cell, CellKind, Column, as_cell, as_row, as_table, table};
pub use trend::{TrendChart, TrendLook, TrendSample, TrendScale, TrendSpan, choosable, trend_sample};
pub use weeks::{WeekBox, WeekLook, weeks};
