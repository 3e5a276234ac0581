//! Evenkeel: audit how you manage and how you lead, next to what your role needs.
//!
//! The layers, each of which knows only those above it in this list:
//!
//! - core, pure, without files, clock or window: [`data`] (files that are built in, checked), [`instrument`] (what is asked), [`profile`] (what was answered),
//!   [`scoring`] (answers to scores), [`tracks`] (scores against roles), [`actions`] (exercises), [`plan`] (one skill to practise), [`others`] (what others see), [`team`] (a team in numbers), [`chart`] (scores to geometry), [`palette`]
//!   (every colour), [`fonts`], [`paper`], [`random`] (chance that repeats), [`foreign`] (texts of others, as they are shown), [`theirs`] (what a person typed, fit for a page), [`pixels`], [`search`] (what a person looks for), [`pseudo`] (a language for tests),
//!   [`tally`] (counts what was made, for tests);
//! - services: [`document`] (a profile, its file, undo), [`storage`] (files that never lose anything), `typeset` (data to PDF, with the
//!   feature `report`), [`report`] (drawings to SVG and PNG, an audit to what a report says), [`library`] (many profiles), [`round`] (replies of raters, sealed), [`answers`] (a CSV to an audit), [`export`] (scores as tables), `print` (a PDF to the system's print dialog, with the
//!   feature `window`), [`licences`] (what is built in), [`words`] (every word, in one language), [`message`] and [`summary`] (scores in words), [`figures`]
//!   (what charts show and say);
//! - front ends: [`cli`] (the command line), `app` (the window, with the feature `window`).

pub mod actions;
pub mod answers;
#[cfg(feature = "window")]
pub mod app;
pub mod chart;
pub mod cli;
pub mod data;
pub mod document;
pub mod export;
pub mod figures;
pub mod fonts;
pub mod foreign;
pub mod instrument;
pub mod library;
pub mod licences;
pub mod message;
pub mod others;
pub mod palette;
pub mod paper;
pub mod pixels;
pub mod plan;
#[cfg(feature = "window")]
pub mod print;
pub mod profile;
pub mod pseudo;
pub mod random;
pub mod report;
pub mod round;
pub mod scoring;
pub mod search;
pub mod storage;
pub mod summary;
pub mod tally;
pub mod team;
pub mod theirs;
pub mod tracks;
#[cfg(feature = "report")]
pub mod typeset;
pub mod words;
