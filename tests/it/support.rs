//! What several tests need: the built-in instrument, and audits made from answers.

pub mod hooked;
#[cfg(feature = "report")]
pub mod others;
#[cfg(feature = "report")]
pub mod pictures;
#[cfg(feature = "report")]
pub mod sample;
#[cfg(feature = "window")]
pub mod texts;
#[cfg(feature = "window")]
pub mod window;

use std::path::Path;
use std::sync::Arc;

use evenkeel::instrument::{Instrument, Instruments, item_order};
use evenkeel::profile::{Answer, Audit, AuditId, Form, InstrumentRef, ItemId, Part, Rating};

pub fn instrument() -> Arc<Instrument> {
    Instrument::built_in().unwrap()
}

/// The first version, which asked otherwise and still shows and scores what was answered with it.
pub fn version_1() -> Arc<Instrument> {
    let asked = InstrumentRef { version: 1, texts: None, ..instrument().reference() };
    Arc::clone(instruments().of(&asked).unwrap())
}

pub fn instruments() -> Arc<Instruments> {
    Instruments::built_in("en").unwrap()
}

pub fn rating(value: u8) -> Rating {
    Rating::try_from(value).unwrap()
}

pub fn rated(value: u8) -> Answer {
    Answer::Rated(rating(value))
}

/// The fonts that tests bring along, in the place of the system's: `tests/fixtures/fonts/`.
#[cfg(feature = "report")]
pub fn fonts() -> evenkeel::typeset::FontChoice {
    evenkeel::typeset::FontChoice::Folder(font_folder())
}

/// The folder of these fonts.
pub fn font_folder() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/fonts")
}

/// A file as it lies there before the test.
#[cfg(feature = "report")]
#[expect(clippy::disallowed_methods, reason = "tests lay out files of their own")]
pub fn put(path: &Path, bytes: &[u8]) {
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, bytes).unwrap();
}

/// Takes a file away, or a folder with all that is in it.
#[cfg(feature = "window")]
#[expect(clippy::disallowed_methods, reason = "tests do what somebody does to their folders")]
pub fn remove(path: &Path) {
    if path.is_dir() { std::fs::remove_dir_all(path) } else { std::fs::remove_file(path) }.unwrap();
}

/// An audit with all parts chosen and nothing answered.
pub fn empty_audit(instrument: &Instrument, form: Form) -> Audit {
    Audit {
        id: AuditId::from("00000000-0000-4000-8000-000000000001"),
        parts: Part::ALL.into(),
        started: "2026-11-19T08:12:00Z".parse().unwrap(),
        seed: 7,
        order: item_order(instrument, form, 7),
        ..Audit::blank(instrument.reference(), form)
    }
}

/// The items of a form, in instrument order.
pub fn items(instrument: &Instrument, form: Form) -> Vec<ItemId> {
    instrument.facets.iter().flat_map(|f| f.items(form)).cloned().collect()
}
