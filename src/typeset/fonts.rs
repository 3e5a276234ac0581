//! The fonts of a document: the built-in ones, and only those fonts of the system (or of a folder) that are needed.

use std::collections::{BTreeSet, HashMap};
use std::path::PathBuf;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use serde::{Deserialize, Serialize};
use serde_json::Value;
use typst::foundations::Bytes;
use typst::text::{Font, FontFlags, FontInfo, FontStyle};
use typst_kit::fonts::{FontPath, FontSource as _};
use unicode_segmentation::UnicodeSegmentation as _;

use crate::fonts;
use crate::theirs::{BOX, cannot_stand, shows_nothing};

/// Where to find letters that the built-in fonts lack.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum FontChoice {
    /// The fonts of the system.
    System,
    /// The fonts in this folder, whatever the system has.
    Folder(PathBuf),
    /// Nowhere: the same pages on every machine.
    BuiltInOnly,
}

/// The fonts that were found for the letters of a document.
pub(super) struct FoundFonts {
    /// All fonts: the built-in ones, then those of the system that are needed.
    pub fonts: Vec<Font>,
    /// What Typst knows about them, one for each font. When a family comes twice, the second gets another name: Typst looks at only one
    /// font of a family, the one nearest to the wanted style, whether it has the letter or not.
    pub infos: Vec<FontInfo>,
    /// The families of the system's fonts among them.
    pub families: Vec<String>,
    /// Letters that no font has.
    pub missing: Vec<char>,
}

impl FoundFonts {
    fn built_in() -> Self {
        let infos = BUILT_IN.iter().map(|font| font.info().clone()).collect();
        Self { fonts: BUILT_IN.clone(), infos, families: Vec::new(), missing: Vec::new() }
    }

    fn add(&mut self, font: Font) {
        let mut info = font.info().clone();
        let known = |family: &str, infos: &[FontInfo]| infos.iter().any(|i| i.family.eq_ignore_ascii_case(family));
        if known(&info.family, &self.infos) {
            info.family = format!("{} {}", info.family, self.infos.len());
        }
        self.families.push(info.family.clone());
        self.infos.push(info);
        self.fonts.push(font);
    }
}

static BUILT_IN: LazyLock<Vec<Font>> = LazyLock::new(|| {
    [fonts::REGULAR, fonts::SEMIBOLD].into_iter().filter_map(|data| Font::new(Bytes::new(data), 0)).collect()
});

/// Fonts by their path, with what each contains.
type Book = Arc<Vec<(FontPath, FontInfo)>>;

/// The fonts of a folder, or of the system without one. Read when the first letter is missing, and then kept, since reading all
/// fonts of a system takes a moment.
fn book(folder: Option<PathBuf>) -> Book {
    static READ: LazyLock<Mutex<HashMap<Option<PathBuf>, Book>>> = LazyLock::new(Mutex::default);
    let read = |folder: &Option<PathBuf>| match folder {
        Some(folder) => typst_kit::fonts::scan(folder).collect(),
        None => typst_kit::fonts::system().collect(),
    };
    let mut books = READ.lock().unwrap_or_else(PoisonError::into_inner);
    Arc::clone(books.entry(folder).or_insert_with_key(|folder| Arc::new(read(folder))))
}

/// Finds fonts for all letters of the data, and replaces letters that no font has. Characters that no document can hold are
/// replaced too, wherever they come from.
pub(super) fn cover(data: &mut Value, choice: FontChoice) -> FoundFonts {
    change(data, &|text| {
        text.chars().any(unfit).then(|| text.chars().map(|c| if unfit(c) { BOX } else { c }).collect())
    });
    let mut found = FoundFonts::built_in();
    // A letter and the marks on it are shaped together, so one font must have all of them.
    let mut lacking: BTreeSet<String> = BTreeSet::new();
    texts(data, &mut |text| {
        if !text.chars().all(is_covered) {
            lacking.extend(text.graphemes(true).filter(|cluster| !cluster.chars().all(is_covered)).map(str::to_owned));
        }
    });
    if !lacking.is_empty() {
        match choice {
            FontChoice::System => add_from(&book(None), &mut found, &mut lacking),
            FontChoice::Folder(folder) => add_from(&book(Some(folder)), &mut found, &mut lacking),
            FontChoice::BuiltInOnly => {}
        }
    }
    if !lacking.is_empty() {
        change(data, &|text| {
            let boxed =
                |cluster: &str| -> String { cluster.chars().map(|c| if is_covered(c) { c } else { BOX }).collect() };
            let one = |cluster| if lacking.contains(cluster) { boxed(cluster) } else { cluster.to_owned() };
            text.graphemes(true)
                .any(|cluster| lacking.contains(cluster))
                .then(|| text.graphemes(true).map(one).collect())
        });
        let missing: BTreeSet<char> =
            lacking.iter().flat_map(|cluster| cluster.chars()).filter(|c| !is_covered(*c)).collect();
        found.missing = missing.into_iter().collect();
    }
    found
}

/// Line ends stay, since drawings contain them.
fn unfit(c: char) -> bool {
    cannot_stand(c) && !matches!(c, '\n' | '\t')
}

/// Whether the built-in fonts have this character, or it needs no glyph.
fn is_covered(c: char) -> bool {
    steers(c) || BUILT_IN.first().is_some_and(|font| font.info().coverage.contains(u32::from(c)))
}

/// Whether a character needs no glyph and only affects others. Blanks do need one, and so does, for Typst, the newest Mongolian
/// variation selector.
fn steers(c: char) -> bool {
    let blank = matches!(c, '\u{2800}' | '\u{3164}' | '\u{ffa0}' | '\u{115f}' | '\u{1160}');
    c.is_control() || (shows_nothing(c) && !blank && c != '\u{180f}')
}

/// Adds the font that has most of the missing letters, again and again, until no font has any of them.
fn add_from(book: &[(FontPath, FontInfo)], found: &mut FoundFonts, lacking: &mut BTreeSet<String>) {
    while !lacking.is_empty() {
        let fits =
            |info: &FontInfo, cluster: &str| cluster.chars().all(|c| steers(c) || info.coverage.contains(u32::from(c)));
        let has = |info: &FontInfo| lacking.iter().filter(|cluster| fits(info, cluster)).count();
        let plain = |info: &FontInfo| {
            let upright = info.variant.style == FontStyle::Normal;
            let weight = info.variant.weight.to_number().abs_diff(400);
            (upright, !info.flags.contains(FontFlags::MONOSPACE), !info.flags.contains(FontFlags::SERIF), 1000 - weight)
        };
        let counted =
            book.iter().filter(|(_, info)| !info.is_last_resort()).map(|(path, info)| (has(info), path, info));
        let best = counted.filter(|(count, ..)| *count > 0).max_by_key(|(count, _, info)| (*count, plain(info)));
        let Some((_, path, info)) = best else { return };
        lacking.retain(|cluster| !fits(info, cluster));
        if let Some(font) = path.load() {
            found.add(font);
        }
    }
}

fn texts(data: &Value, see: &mut impl FnMut(&str)) {
    match data {
        Value::String(text) => see(text),
        Value::Array(all) => all.iter().for_each(|one| texts(one, see)),
        Value::Object(all) => all.values().for_each(|one| texts(one, see)),
        _ => {}
    }
}

/// Replaces each text for which there is another one.
fn change(data: &mut Value, to: &impl Fn(&str) -> Option<String>) {
    match data {
        Value::String(text) => {
            if let Some(other) = to(text) {
                *text = other;
            }
        }
        Value::Array(all) => all.iter_mut().for_each(|one| change(one, to)),
        Value::Object(all) => all.values_mut().for_each(|one| change(one, to)),
        _ => {}
    }
}
