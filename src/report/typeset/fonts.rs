//! The fonts of a report: the built-in ones, and of the system's only those that are needed.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use serde_json::Value;
use typst::foundations::Bytes;
use typst::text::{Font, FontFlags, FontInfo, FontStyle};
use typst_kit::fonts::{FontPath, FontSource as _};

use crate::fonts;

/// Stands for a letter that no font has.
const BOX: char = '\u{25a1}';

/// Where letters may come from that the built-in fonts lack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FontChoice {
    /// The fonts of the system.
    System,
    /// Nowhere: the same pages on every machine.
    BuiltInOnly,
}

/// What was found for the letters of a report.
pub(super) struct Found {
    /// All fonts: the built-in ones, then those of the system that are needed.
    pub fonts: Vec<Font>,
    /// The families of the latter.
    pub families: Vec<String>,
    /// Letters that no font has.
    pub missing: Vec<char>,
}

static BUILT_IN: LazyLock<Vec<Font>> = LazyLock::new(|| {
    [fonts::REGULAR, fonts::SEMIBOLD].into_iter().filter_map(|data| Font::new(Bytes::new(data), 0)).collect()
});

/// Read when the first letter is missing, and then kept: a look at every font of a system takes a moment.
static SYSTEM: LazyLock<Vec<(FontPath, FontInfo)>> = LazyLock::new(|| typst_kit::fonts::system().collect());

/// Finds fonts for all letters of the data, and replaces those that no font has. Control characters are left out.
pub(super) fn cover(data: &mut Value, choice: FontChoice) -> Found {
    change(data, &|c| (!c.is_control() || matches!(c, '\n' | '\t')).then_some(c));
    let mut found = Found { fonts: BUILT_IN.clone(), families: Vec::new(), missing: Vec::new() };
    let mut lacking = BTreeSet::new();
    letters(data, &mut |c| {
        if !is_covered(c) {
            lacking.insert(c);
        }
    });
    if lacking.is_empty() {
        return found;
    }
    if choice == FontChoice::System {
        add_from_system(&mut found, &mut lacking);
    }
    if !lacking.is_empty() {
        change(data, &|c| Some(if lacking.contains(&c) { BOX } else { c }));
        found.missing = lacking.into_iter().collect();
    }
    found
}

/// Letters that are shown by a glyph of their own; the others only steer.
fn is_covered(c: char) -> bool {
    let steers = c.is_control()
        || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}');
    steers || BUILT_IN.first().is_some_and(|font| font.info().coverage.contains(u32::from(c)))
}

/// The font that has most of what is lacking, again and again, until none has any.
fn add_from_system(found: &mut Found, lacking: &mut BTreeSet<char>) {
    loop {
        let has = |info: &FontInfo| lacking.iter().filter(|c| info.coverage.contains(u32::from(**c))).count();
        let plain = |info: &FontInfo| {
            let upright = info.variant.style == FontStyle::Normal;
            let weight = info.variant.weight.to_number().abs_diff(400);
            (upright, !info.flags.contains(FontFlags::MONOSPACE), !info.flags.contains(FontFlags::SERIF), 1000 - weight)
        };
        let usable = SYSTEM.iter().filter(|(_, info)| !info.is_last_resort() && has(info) > 0);
        let Some((path, info)) = usable.max_by_key(|(_, info)| (has(info), plain(info))) else { return };
        lacking.retain(|c| !info.coverage.contains(u32::from(*c)));
        if let Some(font) = path.load() {
            found.families.push(info.family.clone());
            found.fonts.push(font);
        }
    }
}

fn letters(data: &Value, see: &mut impl FnMut(char)) {
    match data {
        Value::String(text) => text.chars().for_each(see),
        Value::Array(all) => all.iter().for_each(|one| letters(one, see)),
        Value::Object(all) => all.values().for_each(|one| letters(one, see)),
        _ => {}
    }
}

/// Puts another letter for each letter, or none.
fn change(data: &mut Value, to: &impl Fn(char) -> Option<char>) {
    match data {
        Value::String(text) if text.chars().any(|c| to(c) != Some(c)) => {
            *text = text.chars().filter_map(to).collect();
        }
        Value::Array(all) => all.iter_mut().for_each(|one| change(one, to)),
        Value::Object(all) => all.values_mut().for_each(|one| change(one, to)),
        _ => {}
    }
}
