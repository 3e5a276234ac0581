//! The map of roles, and the way to one: names belong to their marks, and nothing leaves the drawing.

use evenkeel::chart::scene::{Node, Point, Rect, Size, Text};
use evenkeel::chart::{Map, MapError, MapMark, MapPlace, MapRole, MapWords, PathInput, PathLeg, PathWords, map, path};
use evenkeel::palette::Palette;
use evenkeel::pseudo::text as pseudo;
use evenkeel::random::SplitMix;

use super::pictures::keep;
use super::{group, sound};

fn role(name: &str, place: MapPlace) -> MapRole {
    MapRole {
        name: name.to_owned(),
        place,
        before: None,
        error: None,
        mark: MapMark::Circle,
        chosen: false,
        now: false,
        first: false,
    }
}

const NAMES: [&str; 20] = [
    "Team lead",
    "Team manager",
    "Operations manager",
    "Safety, infection or data protection adviser",
    "Project manager",
    "Senior specialist",
    "Founder",
    "Ward manager",
    "Product manager",
    "Head of department",
    "Shop manager",
    "Mentor",
    "Coach",
    "Union representative",
    "Principal of a school",
    "Programme manager",
    "Architect",
    "Chief of staff",
    "Trainer",
    "Researcher",
];

/// Twenty roles, as crowded as they are for somebody who does a little of everything.
fn crowd(seed: u64, named: impl Fn(&str) -> String) -> Vec<MapRole> {
    let mut random = SplitMix::new(seed);
    let marks = [MapMark::Circle, MapMark::Diamond, MapMark::Triangle];
    NAMES
        .iter()
        .enumerate()
        .map(|(i, name)| {
            let (x, y) = random.normals();
            let place = MapPlace { can: (0.82 + 0.07 * y).clamp(0.0, 1.0), want: (0.5 + 0.12 * x).clamp(0.0, 1.0) };
            let error = MapError { middle: place, can: 0.05, want: 0.09, together: 0.2 };
            MapRole {
                mark: marks[i % 3],
                chosen: i == 2,
                first: i < 3,
                error: (i == 0 || i == 2).then_some(error),
                ..role(&named(name), place)
            }
        })
        .chain([MapRole {
            mark: MapMark::Ring,
            now: true,
            ..role(&named("Your role now"), MapPlace { can: 0.9, want: 0.4 })
        }])
        .collect()
}

fn words(named: impl Fn(&str) -> String) -> MapWords {
    let quarters = ["Do it, drains you", "Do it, want it", "Neither now", "Want it, not yet done"].map(&named);
    let (can, want) = (named("↑ do more of it already"), named("more energising →"));
    MapWords { title: named("Map"), alt: String::new(), can, want, quarters }
}

const WIDE: Size = Size { width: 368.0, height: 386.0 };

fn distance(room: Rect, p: Point) -> f64 {
    let near = Point::new(p.x.clamp(room.min.x, room.max.x), p.y.clamp(room.min.y, room.max.y));
    (near.x - p.x).hypot(near.y - p.y)
}

/// What stands at a mark.
struct Label {
    words: String,
    room: Rect,
    /// Whether it stands further away, with a line to its mark.
    led: bool,
}

/// The labels in the order of the roles.
fn labels(map: &Map) -> Vec<Label> {
    let label = |node: &Node| {
        let Node::Group { nodes, .. } = node else { panic!("a label is a group") };
        let said: Vec<&Text> = nodes.iter().filter_map(as_text).collect();
        Label {
            words: said.iter().map(|text| text.words.as_str()).collect::<Vec<_>>().join(" "),
            room: said.iter().map(|text| text.extent()).reduce(Rect::union).unwrap(),
            led: nodes.len() > said.len(),
        }
    };
    group(&map.scene, "names").iter().map(label).collect()
}

fn as_text(node: &Node) -> Option<&Text> {
    if let Node::Text(text) = node { Some(text) } else { None }
}

#[test]
fn up_is_more_done_already_and_right_is_more_energising() {
    let at = |can, want| MapPlace { can, want };
    let roles = [role("A", at(0.9, 0.8)), role("B", at(0.6, 0.2)), role("C", at(0.2, 0.5))];
    let drawn = map(&roles, &MapWords::default(), WIDE);
    let [a, b, c] = [drawn.places[0], drawn.places[1], drawn.places[2]];
    assert!(a.y < b.y && a.x > b.x && c.y > b.y);
    assert_eq!(drawn.role_at(a.plus(3.0, 3.0)), Some(0));
    assert_eq!(drawn.role_at(Point::new(0.0, 0.0)), None);
}

#[test]
fn every_mark_is_named_or_numbered_and_no_label_is_nearer_to_another_mark() {
    for seed in 0..40 {
        let roles = crowd(seed, str::to_owned);
        let drawn = map(&roles, &words(str::to_owned), WIDE);
        sound(&drawn.scene);
        let numbered: Vec<usize> = drawn.key.iter().map(|(role, _)| *role).collect();
        assert!(numbered.is_sorted(), "the key is in the order of the list");
        let labels = labels(&drawn);
        for (i, label) in labels.iter().enumerate() {
            let number = numbered.iter().position(|it| *it == i).map(|at| (at + 1).to_string());
            assert_eq!(label.words, number.unwrap_or_else(|| roles[i].name.clone()), "{seed}");
            let far = |mark: &Point| distance(label.room, *mark);
            let nearest = drawn.places.iter().all(|other| far(other) >= far(&drawn.places[i]) - 1e-6);
            assert!(nearest || label.led, "{} is nearer to another mark on {seed}", label.words);
            let over = |other: &Label| {
                let (a, b) = (label.room, other.room);
                a.min.x < b.max.x && b.min.x < a.max.x && a.min.y < b.max.y && b.min.y < a.max.y
            };
            assert!(!labels[i + 1..].iter().any(over), "{} lies on another name on {seed}", label.words);
            let on = |mark: &Point| distance(label.room, *mark) < 4.0;
            assert!(!drawn.places.iter().any(on), "{} lies on a mark on {seed}", label.words);
        }
        let led = labels.iter().filter(|label| label.led).count();
        assert!(led <= 4, "{led} lines on {seed}");
    }
}

#[test]
fn the_present_the_chosen_and_the_best_are_named() {
    for seed in 0..40 {
        let roles = crowd(seed, str::to_owned);
        let drawn = map(&roles, &MapWords::default(), WIDE);
        let now = roles.len() - 1;
        assert!(!drawn.key.iter().any(|(role, _)| *role == now || *role == 2), "{seed}");
    }
}

#[test]
fn long_names_and_marks_on_one_spot_stay_in_the_drawing() {
    for width in [240.0, 304.0, 368.0, 560.0] {
        let size = Size { width, height: width * 1.05 };
        for seed in 0..10 {
            sound(&map(&crowd(seed, pseudo), &words(pseudo), size).scene);
        }
        let spot: Vec<MapRole> =
            (0..20).map(|_| role("Operations manager", MapPlace { can: 1.0, want: 0.0 })).collect();
        sound(&map(&spot, &words(str::to_owned), size).scene);
        let odd = [role("A", MapPlace { can: f64::NAN, want: 2.0 })];
        assert_eq!(map(&odd, &MapWords::default(), size).places.len(), 1);
    }
    sound(&map(&[], &MapWords::default(), WIDE).scene);
}

#[test]
fn a_what_if_shows_where_roles_were() {
    let mut roles = crowd(1, str::to_owned);
    assert!(group(&map(&roles, &MapWords::default(), WIDE).scene, "before").is_empty());
    for role in &mut roles {
        role.before = Some(role.place);
    }
    assert!(group(&map(&roles, &MapWords::default(), WIDE).scene, "before").is_empty(), "what has not moved");
    roles[4].before = Some(MapPlace { can: 0.6, want: 0.3 });
    let drawn = map(&roles, &MapWords::default(), WIDE);
    assert_eq!(group(&drawn.scene, "before").len(), 2, "a hollow mark and a line");
    sound(&drawn.scene);
}

#[test]
fn an_ellipse_holds_eight_of_ten_simulated_tries() {
    let middle = MapPlace { can: 0.8, want: 0.6 };
    for together in [-0.7, 0.0, 0.4, 0.9] {
        let error = MapError { middle, can: 0.05, want: 0.09, together };
        let mut random = SplitMix::new(7);
        let across = (1.0_f64 - together * together).sqrt();
        let held = (0..20_000).filter(|_| {
            let (first, second) = random.normals();
            let can = middle.can + error.can * (together * first + across * second);
            error.holds(MapPlace { can, want: middle.want + error.want * first })
        });
        let share = f64::from(u32::try_from(held.count()).unwrap()) / 20_000.0;
        assert!((share - 0.8).abs() < 0.03, "{share} for {together}");
    }
}

fn way(named: impl Fn(&str) -> String) -> PathInput {
    let all = |names: &[&str]| names.iter().map(|it| named(it)).collect();
    let leg = |to: &str, more: &[&str], less: &[&str]| PathLeg { to: named(to), more: all(more), less: all(less) };
    PathInput {
        now: named("Your role now"),
        now_below: named("Team lead, logistics"),
        legs: vec![
            leg("Project manager", &["risk mitigation", "resource allocation"], &[]),
            leg("Safety, infection or data protection adviser", &[], &["team empowerment"]),
            leg("Operations manager", &["process implementation", "performance monitoring"], &["vision translation"]),
        ],
        trials: all(&["Stand in for somebody on leave", "Run one meeting across two teams for four weeks"]),
        words: PathWords {
            title: named("From your role now to Operations manager"),
            alt: String::new(),
            step: named("A step between"),
            more: named("More"),
            less: named("Less"),
            same: named("Nothing is asked clearly more or less."),
            trials: named("Try it first"),
        },
    }
}

#[test]
fn both_are_drawn_in_every_palette() {
    for (look, palette) in [
        ("light", Palette::LIGHT),
        ("dark", Palette::DARK),
        ("print", Palette::PRINT),
        ("grey", Palette::PRINT.greyscale()),
    ] {
        let roles = crowd(3, str::to_owned);
        keep(&format!("map-{look}"), &map(&roles, &words(str::to_owned), WIDE).scene, &palette);
        keep(&format!("path-{look}"), &path(&way(str::to_owned), 560.0), &palette);
    }
    let mut moved = crowd(3, str::to_owned);
    for role in &mut moved {
        role.before = Some(MapPlace { can: role.place.can - 0.06, want: role.place.want + 0.04 });
    }
    keep("map-what-if", &map(&moved, &words(str::to_owned), WIDE).scene, &Palette::LIGHT);
    keep("map-long", &map(&crowd(3, pseudo), &words(pseudo), WIDE).scene, &Palette::LIGHT);
    for width in [240.0, 360.0, 600.0] {
        keep(&format!("path-long-{width}"), &path(&way(pseudo), width), &Palette::LIGHT);
    }
}
