//! `evenkeel chart`.

use std::fs;

use super::{Desk, case};

/// Width and height in the head of a PNG.
fn size(desk: &Desk, name: &str) -> (u32, u32) {
    let bytes = fs::read(desk.path(name)).unwrap();
    assert_eq!(&bytes[..8], b"\x89PNG\r\n\x1a\n");
    let number = |at: usize| u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap());
    (number(16), number(20))
}

#[test]
fn the_radar_is_drawn_as_svg_and_png() {
    let desk = Desk::new();
    desk.make("a.evenkeel", &case("lean-m-full-107"), &["--role", "Team lead <logistics> & \u{1b}stores"]);
    let out = desk.works(&["chart", "a.evenkeel", "-o", "radar.svg"]);
    assert_eq!(out, "radar.svg: the radar of audit 1 of 1\n");
    let svg = desk.read("radar.svg");
    assert!(svg.starts_with("<svg ") || svg.starts_with("<?xml "), "{}", &svg[..80]);
    for words in ["Risk mitigation", "Culture shaping", "Team lead &lt;logistics&gt; &amp; \u{fffd}stores"] {
        assert!(svg.contains(words), "{words}");
    }
    desk.works(&["chart", "a.evenkeel", "-o", "radar.PNG"]);
    desk.works(&["chart", "a.evenkeel", "-o", "small.png", "--scale", "1"]);
    desk.works(&["chart", "a.evenkeel", "-o", "wide.png", "--width", "1000"]);
    let (small, usual) = (size(&desk, "small.png"), size(&desk, "radar.PNG"));
    assert_eq!((2 * small.0, 2 * small.1), usual);
    assert_eq!(size(&desk, "wide.png").0, 1000);
}

#[test]
fn the_same_audit_gives_the_same_picture() {
    let desk = Desk::new();
    desk.make("a.evenkeel", &case("half-quick-156"), &[]);
    for name in ["one.svg", "two.svg", "one.png", "two.png"] {
        desk.works(&["chart", "a.evenkeel", "-o", name]);
    }
    let same = |a: &str, b: &str| fs::read(desk.path(a)).unwrap() == fs::read(desk.path(b)).unwrap();
    assert!(same("one.svg", "two.svg") && same("one.png", "two.png"));
    desk.works(&["chart", "a.evenkeel", "-o", "two.svg", "--confidence", "0.95"]);
    assert!(!same("one.svg", "two.svg"), "an earlier picture is replaced");
}

#[test]
fn greyscale_has_no_colour() {
    let desk = Desk::new();
    desk.make("a.evenkeel", &case("lean-m-full-107"), &[]);
    let hues = |arguments: &[&str]| {
        desk.works(&[&["chart", "a.evenkeel", "-o", "out.svg"], arguments].concat());
        let svg = desk.read("out.svg");
        let colours = svg.split('#').skip(1).filter_map(|after| after.get(..6));
        let colours: Vec<&str> = colours.filter(|c| c.bytes().all(|b| b.is_ascii_hexdigit())).collect();
        assert!(!colours.is_empty());
        colours.iter().filter(|c| c[..2] != c[2..4] || c[2..4] != c[4..]).count()
    };
    assert!(hues(&[]) > 0);
    assert_eq!(hues(&["--greyscale"]), 0);
}

#[test]
fn sizes_that_cannot_be_are_refused() {
    let desk = Desk::new();
    desk.make("a.evenkeel", &case("lean-m-full-107"), &[]);
    for size in [
        &["--scale", "0"] as &[&str],
        &["--scale=-1"],
        &["--scale", "nan"],
        &["--width", "inf"],
        &["--scale", "1", "--width", "100"],
    ] {
        desk.fails(&[&["chart", "a.evenkeel", "-o", "out.png"], size].concat(), 2);
    }
    let (error, _) = desk.fails(&["chart", "a.evenkeel", "-o", "out.svg", "--scale", "2"], 2);
    assert_eq!(error, "--scale is for PNG; an SVG has no pixels");
    let (error, _) = desk.fails(&["chart", "a.evenkeel", "-o", "out.pdf"], 2);
    assert_eq!(error, "the name must end in one of .svg, .png: out.pdf");
    let (error, hint) = desk.fails(&["chart", "a.evenkeel", "-o", "out.png", "--width", "1e9"], 1);
    assert!(error.contains("pixels cannot be made"), "{error}");
    assert_eq!(hint.unwrap(), "Give a smaller --scale or --width.");
    assert!(!desk.path("out.png").exists() && !desk.path("out.svg").exists());
}

#[test]
fn an_audit_is_chosen_as_for_scores() {
    let desk = Desk::new();
    desk.make("a.evenkeel", &case("lean-m-full-107"), &[]);
    desk.works(&["chart", "a.evenkeel", "-o", "out.svg", "--audit", "1"]);
    let (error, _) = desk.fails(&["chart", "a.evenkeel", "-o", "out.svg", "--audit", "2"], 1);
    assert_eq!(error, "there is no audit 2 in this file: a.evenkeel");
}
