//! SVG and PNG, and whether the estimate of text agrees with the fonts.

use evenkeel::chart::scene::{Anchor, FontWeight, Ink, Node, Point, Scene, Text};
use evenkeel::chart::{RadarStyle, radar, text};
use evenkeel::figures::ShownSeries;
use evenkeel::palette::Palette;
use evenkeel::report::{ChartKind, PngError, picture, to_png, to_svg};
use evenkeel::{fonts, scoring};
use resvg::usvg;

use super::sample::{ANSWERS, NEEDS, Sample};
use super::{group, near, points, sound};

const SHOW: ShownSeries = ShownSeries { me: true, role: true, earlier: true };

fn words(words: &str, weight: FontWeight) -> Scene {
    let text = Text {
        at: Point::new(10.0, 20.0),
        anchor: Anchor::Start,
        size: 13.0,
        weight,
        ink: Ink::Ink,
        words: words.to_owned(),
    };
    Scene {
        width: 400.0,
        height: 40.0,
        nodes: vec![Node::Text(text)],
        title: "A <title>".to_owned(),
        alt: "Both & \"all\".".to_owned(),
    }
}

#[test]
fn text_is_escaped_and_stays_text() {
    let svg = to_svg(&words("Ups & <downs> \u{1}\u{8}\"now\"", FontWeight::Semibold), &Palette::PRINT);
    assert!(svg.contains("<title>A &lt;title&gt;</title>"));
    assert!(svg.contains("<desc>Both &amp; &quot;all&quot;.</desc>"));
    assert!(svg.contains(">Ups &amp; &lt;downs&gt; \u{25a1}\u{25a1}&quot;now&quot;</text>"));
    assert!(svg.contains("font-family=\"'Evenkeel Sans', Inter, sans-serif\""));
    assert!(svg.contains("font-weight=\"600\""));
    usvg::Tree::from_str(&svg, &usvg::Options::default()).unwrap();
}

#[test]
fn numbers_have_two_decimals_at_most() {
    let svg =
        to_svg(&radar(&Sample::new(&ANSWERS, &NEEDS).data().radar(SHOW), &RadarStyle::FULL).scene, &Palette::PRINT);
    let long = svg.split(|c: char| !c.is_ascii_digit() && c != '.').filter_map(|n| n.split_once('.'));
    assert!(long.clone().count() > 100);
    assert!(long.clone().all(|(_, decimals)| decimals.len() <= 2), "{svg}");
    assert!(!svg.contains("NaN") && !svg.contains("inf,"));
}

#[test]
fn a_picture_explains_itself() {
    let sample = Sample::new(&ANSWERS, &NEEDS);
    for kind in [ChartKind::Radar, ChartKind::Dots] {
        sound(&picture(&sample.data(), "Team lead, logistics", kind, SHOW));
    }
    let scene = picture(&sample.data(), "Team lead, logistics", ChartKind::Radar, SHOW);
    let svg = to_svg(&scene, &Palette::PRINT);
    for words in [
        "Team lead, logistics",
        "Leadership",
        "Management",
        "Me",
        "My role",
        "Earlier audit",
        "90 % band",
        "no score yet",
    ] {
        assert!(svg.contains(words), "{words}");
    }
    assert!(!svg.contains("provisional"), "there is no provisional score in it");
    assert_eq!(sample.scores.confidence, scoring::Confidence::P90);
}

/// The points of each shape in the group of this name in an SVG.
fn svg_points(svg: &str, name: &str) -> Vec<Vec<Point>> {
    let document = usvg::roxmltree::Document::parse(svg).unwrap();
    let group = document.descendants().find(|node| node.attribute("class") == Some(name)).unwrap();
    let shape = |node: usvg::roxmltree::Node<'_, '_>| {
        let numbers = |names: &[&str]| -> Vec<f64> {
            let values = names.iter().filter_map(|name| node.attribute(*name));
            values.flat_map(|value| value.split([' ', ',']).map(|number| number.parse().unwrap())).collect()
        };
        let flat = numbers(&["points", "x1", "y1", "x2", "y2", "cx", "cy"]);
        flat.chunks(2).map(|pair| Point::new(pair[0], pair[1])).collect()
    };
    group.children().filter(usvg::roxmltree::Node::is_element).map(shape).collect()
}

/// Points with the scale of the chart, its rings and axes, as the unit.
fn by_scale(shapes: &[Vec<Point>], scale: &[Vec<Point>]) -> Vec<Point> {
    let all = || scale.iter().flatten();
    let least = |of: fn(&Point) -> f64| all().map(of).fold(f64::INFINITY, f64::min);
    let most = |of: fn(&Point) -> f64| all().map(of).fold(f64::NEG_INFINITY, f64::max);
    let (left, right, top, bottom) = (least(|p| p.x), most(|p| p.x), least(|p| p.y), most(|p| p.y));
    let unit = |p: &Point| Point::new((p.x - left) / (right - left), (p.y - top) / (bottom - top));
    shapes.iter().flatten().map(unit).collect()
}

#[track_caller]
fn same_points(found: &[Point], wanted: &[Point], within: f64, what: &str) {
    assert_eq!(found.len(), wanted.len(), "{what}");
    let same = |(a, b): (&Point, &Point)| near(a.x, b.x, within) && near(a.y, b.y, within);
    assert!(found.iter().zip(wanted).all(same), "{what}: {found:?} for {wanted:?}");
}

/// On screen the same scene is painted: the file has its numbers, rounded.
#[test]
fn the_points_in_the_file_are_those_on_screen_overlays_too() {
    let drawn = radar(&Sample::new(&ANSWERS, &NEEDS).data().radar(SHOW), &RadarStyle::FULL);
    let svg = to_svg(&drawn.scene, &Palette::PRINT);
    for name in ["areas", "scale", "me-outline", "me-marks", "role-line", "earlier-line", "whiskers"] {
        let shapes = svg_points(&svg, name);
        let wanted: Vec<Point> = group(&drawn.scene, name).iter().flat_map(points).collect();
        assert!(!wanted.is_empty(), "{name}");
        same_points(&shapes.concat(), &wanted, 0.0051, name);
    }
}

/// The picture is smaller than the chart on screen, and has room for its words, but the shapes are the same.
#[test]
fn the_picture_has_the_shapes_on_screen_overlays_too() {
    let sample = Sample::new(&ANSWERS, &NEEDS);
    let on_screen = radar(&sample.data().radar(SHOW), &RadarStyle::FULL).scene;
    let svg = to_svg(&picture(&sample.data(), "Team lead, logistics", ChartKind::Radar, SHOW), &Palette::PRINT);
    let shapes = |name| group(&on_screen, name).iter().map(points).collect::<Vec<_>>();
    for name in ["areas", "me-outline", "role-line", "earlier-line"] {
        let found = by_scale(&svg_points(&svg, name), &svg_points(&svg, "scale"));
        same_points(&found, &by_scale(&shapes(name), &shapes("scale")), 0.0002, name);
    }
}

#[test]
fn the_picture_has_the_size_that_was_asked_for() {
    let svg = to_svg(&words("A", FontWeight::Regular), &Palette::PRINT);
    let png = to_png(&svg, 2.0).unwrap();
    let side = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
    assert_eq!((side(16), side(20)), (800, 80));
    for scale in [0.0, -1.0, f64::NAN, f64::INFINITY, 1e6] {
        assert!(matches!(to_png(&svg, scale), Err(PngError::Size { .. })), "{scale}");
    }
    assert!(matches!(to_png("<svg", 1.0), Err(PngError::Svg(_))));
}

/// The width of a text in a font of the program.
fn measured(said: &str, weight: FontWeight) -> f64 {
    let mut options = usvg::Options::default();
    for font in [fonts::REGULAR, fonts::SEMIBOLD] {
        options.fontdb_mut().load_font_data(font.to_vec());
    }
    let tree = usvg::Tree::from_str(&to_svg(&words(said, weight), &Palette::PRINT), &options).unwrap();
    let text = tree.root().children().iter().find_map(|n| if let usvg::Node::Text(t) = n { Some(t) } else { None });
    f64::from(text.unwrap().bounding_box().width())
}

#[test]
fn the_estimate_of_text_agrees_with_the_fonts() {
    for said in [
        "Resource allocation",
        "implementation",
        "Performance monitoring",
        "Conflict navigation",
        "asks 1.2 more",
        "no score yet",
        "Leistungsüberwachung",
        "Ausgestaltung der Zusammenarbeitskultur",
        "Mise en œuvre des processus",
        "Управление рисками",
        "What you do, and what your role asks",
        "Sorted by gap",
        "1 almost never, 5 almost always",
    ] {
        let (guess, semibold) = (text::width(said, 13.0), measured(said, FontWeight::Semibold));
        assert!(guess >= semibold * 0.985 && guess <= semibold * 1.2, "{said}: {guess:.1} for {semibold:.1}");
        assert!(measured(said, FontWeight::Regular) <= guess);
    }
}

#[test]
fn words_break_into_balanced_lines() {
    let lines = |words: &str, preferred, room| text::lines(words, preferred, room, 13.0).join("|");
    assert_eq!(lines("Vision translation", 2, 100.0), "Vision|translation");
    assert_eq!(lines("Performance monitoring", 1, 200.0), "Performance monitoring");
    assert_eq!(lines("Building a culture of trust", 2, 120.0), "Building a|culture of trust");
    assert_eq!(lines("Building a culture of trust", 2, 70.0), "Building|a culture|of trust");
    assert_eq!(lines("Prozess\u{ad}implementierung", 1, 200.0), "Prozessimplementierung");
    assert_eq!(lines("Prozess\u{ad}implementierung", 1, 110.0), "Prozess-|implementierung");
    assert_eq!(lines("文化塑造与发展。", 2, 60.0), "文化塑造|与发展。");
    assert_eq!(lines("Implementierung", 2, 60.0), "Imple-|menti-|erung");
    assert_eq!(lines("One two three four five six", 2, 40.0), "One|two|three|four|five|six");
    assert!(text::lines("", 2, 60.0, 13.0).is_empty());
}
