//! Every chart in every palette stays within its drawing and is not blank. The pictures lie in the folder for test files, to be looked
//! at beside the design's.

use std::path::Path;

use evenkeel::chart::{BalanceSize, RadarStyle, Scene, SeriesKind, balance, dots, legend, radar};
use evenkeel::figures::ShownSeries;
use evenkeel::palette::Palette;
use evenkeel::report::{ChartKind, picture, to_png, to_svg};

use super::sample::{ANSWERS, EARLIER, NEEDS, Sample};
use super::sound;

pub fn keep(name: &str, scene: &Scene, palette: &Palette) {
    sound(scene);
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("charts");
    std::fs::create_dir_all(&folder).unwrap();
    let svg = to_svg(scene, palette);
    let png = to_png(&svg, 2.0).unwrap();
    let picture = image::load_from_memory(&png).unwrap().into_rgb8();
    let paper = picture.get_pixel(0, 0);
    assert!(picture.pixels().any(|pixel| pixel != paper), "{name} is blank");
    #[expect(clippy::disallowed_methods, reason = "pictures in the folder for test files")]
    for (ending, bytes) in [("svg", svg.as_bytes()), ("png", &png)] {
        std::fs::write(folder.join(format!("{name}.{ending}")), bytes).unwrap();
    }
}

#[test]
fn every_chart_is_drawn_in_every_palette() {
    let sample = Sample::new(&ANSWERS, &NEEDS);
    let data = sample.data();
    let two = ShownSeries { me: true, role: true, earlier: false };
    let three = ShownSeries { earlier: true, ..two };
    let grey = Palette::PRINT.greyscale();
    for (look, palette) in
        [("light", Palette::LIGHT), ("dark", Palette::DARK), ("print", Palette::PRINT), ("grey", grey)]
    {
        for (size, style) in [
            ("full", RadarStyle::FULL),
            ("small", RadarStyle::SMALL),
            ("tracks", RadarStyle::TRACKS),
            ("print", RadarStyle::PRINT),
        ] {
            keep(&format!("radar-{size}-{look}"), &radar(&data.radar(two), &style).scene, &palette);
        }
        keep(&format!("radar-three-{look}"), &radar(&data.radar(three), &RadarStyle::FULL).scene, &palette);
        keep(&format!("dots-{look}"), &dots(&data.dots(), 480.0).scene, &palette);
        keep(&format!("dots-narrow-{look}"), &dots(&data.dots(), 360.0).scene, &palette);
        for (name, size) in [("small", BalanceSize::Small), ("big", BalanceSize::Big)] {
            keep(&format!("balance-{name}-{look}"), &balance(data.lean().as_ref(), size), &palette);
        }
        for (name, kind) in [("picture", ChartKind::Radar), ("picture-dots", ChartKind::Dots)] {
            let heading = "Team lead, logistics. 19 November 2026, full form";
            keep(&format!("{name}-{look}"), &picture(&data, heading, kind, three), &palette);
        }
    }
    keep("balance-none", &balance(None, BalanceSize::Small), &Palette::LIGHT);
    let all = [
        legend::Sample::Series(SeriesKind::Mine),
        legend::Sample::Provisional,
        legend::Sample::Series(SeriesKind::Role),
        legend::Sample::Series(SeriesKind::Earlier),
    ];
    keep("legend", &legend::legend(&all.map(|kind| (kind, "Words")), 480.0), &Palette::LIGHT);
}

#[test]
fn a_provisional_score_and_no_role_are_drawn() {
    let sample = Sample::new(&EARLIER, &[]);
    let data = sample.data();
    let show = ShownSeries { me: true, role: true, earlier: false };
    keep("provisional-radar", &radar(&data.radar(show), &RadarStyle::FULL).scene, &Palette::LIGHT);
    keep("provisional-dots", &dots(&data.dots(), 480.0).scene, &Palette::LIGHT);
    keep("provisional-picture", &picture(&data, "", ChartKind::Radar, show), &Palette::PRINT);
}
