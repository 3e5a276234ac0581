//! Names in any script. Fonts for them come from the system; where it has none, a box stands for each letter, and it is said.

use std::path::Path;

use evenkeel::report::{FontChoice, Pages, ReportOptions, typeset};

use super::{data, text, worked_example};

const CHINESE: &str = "王小明";
const ARABIC: &str = "محمد علي";
const EMOJI: &str = "Sam 🦔";

fn named(name: &str, fonts: FontChoice) -> Pages {
    let mut profile = worked_example();
    name.clone_into(&mut profile.person);
    typeset(data(&profile, &ReportOptions::default()), None, fonts).unwrap()
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
fn letters_come_from_the_fonts_of_the_system() {
    let fonts = "/usr/share/fonts/truetype";
    for (name, font) in [(CHINESE, "wqy/wqy-microhei.ttc"), (ARABIC, "kacst-one/KacstOne.ttf")] {
        assert!(Path::new(fonts).join(font).exists(), "no {font} here: `tools/need.sh report` installs it");
        let pages = named(name, FontChoice::System);
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
    let pages = named(EMOJI, FontChoice::System);
    let pdf = pages.pdf();
    assert_eq!(pages.missing().is_empty(), !text(&pdf).contains('□'));
}

#[test]
fn characters_that_only_steer_are_no_letters() {
    let pages = named("A\u{200d}n\u{ad}n\u{feff}a\u{202e}\u{7}", FontChoice::BuiltInOnly);
    assert!(pages.missing().is_empty(), "{:?}", pages.missing());
    pages.pdf();
}
