//! Names in any script. Fonts for them come from the system, here from a folder of the tests' own; where there is none, a box stands
//! for each letter, and it is said.

use evenkeel::report::ReportOptions;
use evenkeel::typeset::{FontChoice, Pages, typeset};

use super::{data, text, worked_example};
use crate::support::fonts;

const CHINESE: &str = "王小明";
const ARABIC: &str = "محمد علي";
const EMOJI: &str = "Sam 🦔";

fn named(name: &str, fonts: FontChoice) -> Pages {
    let mut profile = worked_example();
    name.clone_into(&mut profile.person);
    typeset(data(&profile, &ReportOptions::default()).document().unwrap(), None, fonts).unwrap()
}

#[test]
fn without_a_font_a_box_stands_for_a_letter_and_it_is_said() {
    for (name, missing) in [(CHINESE, "小明王"), (EMOJI, "🦔")] {
        let pages = named(name, FontChoice::BuiltInOnly);
        assert_eq!(pages.missing().iter().collect::<String>(), missing);
        let pdf = pages.pdf();
        assert!(text(&pdf).contains('□'), "{name}");
    }
    assert_eq!(named(ARABIC, FontChoice::BuiltInOnly).missing().len(), 6);
    assert!(named("Zoë Ångström-Łukaszewicz", FontChoice::BuiltInOnly).missing().is_empty());
}

#[test]
fn letters_come_from_other_fonts() {
    // These two fonts are of one family: of such a one Typst looks only at the font that is nearest to what is asked for.
    for name in [CHINESE, ARABIC, &format!("{CHINESE} {ARABIC}")] {
        let pages = named(name, fonts());
        assert!(pages.missing().is_empty(), "{name}: {:?}", pages.missing());
        let pdf = pages.pdf();
        let text = text(&pdf);
        // Poppler gives a line of Arabic in the order of the eye or of the ear: the letters are what counts.
        assert!(name.chars().filter(|c| !c.is_whitespace()).all(|c| text.contains(c)), "{name}: {text}");
        assert!(!text.contains('□'));
    }
}

#[test]
fn an_emoji_never_fails_a_report() {
    for fonts in [fonts(), FontChoice::System] {
        let pages = named(EMOJI, fonts);
        let pdf = pages.pdf();
        assert_eq!(pages.missing().is_empty(), !text(&pdf).contains('□'));
    }
}

#[test]
fn characters_that_only_steer_are_no_letters() {
    let pages = named("A\u{200d}n\u{ad}n\u{feff}a\u{202e}\u{7}", FontChoice::BuiltInOnly);
    assert!(pages.missing().is_empty(), "{:?}", pages.missing());
    pages.pdf();
}
