//! Charts as plain geometry: one [`Scene`] for window, files and print.
//!
//! # Rules
//! - **Left is leadership, right is management**, always, and facets keep their places: a shape can be learnt.
//! - **Shapes differ as well as colours**: see the marks. Nothing is told apart by colour alone, so everything can be read in grey.
//! - **Every score shows its error** as a whisker. A line that stands for a gap begins where the error ends.
//! - **Missing values are left open.** A facet without a score has no area, no edge on either side, and a dotted axis.
//! - The centre of the radar is 0, not 1, so that the lowest answer can still be seen. Areas are faint and never given as numbers:
//!   an area grows with the square of the scores, and depends on the order of the facets.
//! - **At most three series** lie over each other: the person, the role, an earlier audit, what others see. See [`Overlays`].
//!
//! The words are given by the caller, in the person's language; charts only place them.

mod aspects;
mod balance;
mod band;
mod dots;
mod fit;
mod groups;
pub mod legend;
mod map;
mod marks;
mod path;
mod radar;
pub mod scene;
mod series;
mod split;
pub mod strip;
pub mod text;

pub use aspects::aspect;
pub use balance::{BalanceInput, BalanceSize, balance};
pub use band::{FitBand, fit_band, range as fit_range};
pub use dots::{Dots, DotsInput, DotsPlace, DotsRow, DotsWords, dots};
pub use fit::{Measured, demand_steps, fit_line, hours_line};
pub use groups::{GroupsFacet, GroupsInput, GroupsLine, Seer, groups};
pub use map::{Map, MapError, MapMark, MapPlace, MapRole, MapWords, map, map_mark};
pub use marks::{SideInks, inks};
pub use path::{PathInput, PathLeg, PathWords, path};
pub use radar::{Axis, Radar, RadarFacet, RadarInput, RadarStyle, point, radar, wheel};
pub use scene::Scene;
pub use series::{Band, Overlays, Series, SeriesKind, Value};
pub use split::split;
pub use strip::Strip;
