//! All keys, in words: those of commands, from the one list, and those of single screens.

use egui::Context;

use super::command::Command;
use crate::t;
use crate::words::Words;

/// What keys do, and the keys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyLine {
    /// What they do.
    pub words: String,
    /// The keys, as they stand on them.
    pub keys: String,
}

/// The keys that work everywhere.
pub fn of_commands(ctx: &Context, words: &Words) -> Vec<KeyLine> {
    let line = |(command, keys): &(Command, Vec<egui::KeyboardShortcut>)| {
        // egui has a word for this key, where the key itself has its mark.
        let told = |keys| ctx.format_shortcut(keys).replace("Questionmark", "?");
        let keys: Vec<String> = keys.iter().map(told).collect();
        KeyLine { words: command.label(words), keys: keys.join(", ") }
    };
    let regions = KeyLine { words: t!(words, "keys-regions"), keys: t!(words, "keys-regions-keys") };
    Command::keyed().iter().map(line).chain([regions]).collect()
}

/// The keys of the audit, and of pages of text.
pub fn of_screens(words: &Words) -> Vec<KeyLine> {
    [
        (t!(words, "settings-key-answer"), t!(words, "settings-key-answer-keys")),
        (t!(words, "settings-key-stakes"), t!(words, "settings-key-stakes-keys")),
        (t!(words, "settings-key-dose"), t!(words, "settings-key-dose-keys")),
        (t!(words, "settings-key-none"), t!(words, "settings-key-none-keys")),
        (t!(words, "settings-key-among"), t!(words, "settings-key-among-keys")),
        (t!(words, "settings-key-points"), t!(words, "settings-key-points-keys")),
        (t!(words, "settings-key-walk"), t!(words, "settings-key-walk-keys")),
        (t!(words, "settings-key-on"), t!(words, "settings-key-on-keys")),
        (t!(words, "settings-key-scroll"), t!(words, "settings-key-scroll-keys")),
    ]
    .into_iter()
    .map(|(words, keys)| KeyLine { words, keys })
    .collect()
}
