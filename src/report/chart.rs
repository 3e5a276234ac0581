//! The picture of an audit that goes to a file, and the words of charts.

use crate::chart::legend::{self, Sample};
use crate::chart::scene::{Anchor, Ink, Node, Point, Text, Weight};
use crate::chart::{ChartData, ChartWords, RadarStyle, Scene, Show, inks, radar, text};
use crate::instrument::Side;
use crate::scoring::Confidence;
use crate::t;
use crate::text::points;

/// The words of the charts in the language of the program.
pub fn chart_words(confidence: Confidence) -> ChartWords {
    let percent = crate::text::decimal(100.0 * confidence.share(), 0);
    ChartWords {
        points,
        radar: t!("chart-radar"),
        dots: t!("chart-dots"),
        leadership: t!("chart-leadership"),
        management: t!("chart-management"),
        me: t!("chart-me"),
        role: t!("chart-role"),
        earlier: t!("chart-earlier"),
        no_score: t!("chart-no-score"),
        not_applicable: t!("chart-not-applicable"),
        provisional: t!("chart-provisional"),
        sorted_by_gap: t!("chart-sorted-by-gap"),
        sorted_by_score: t!("chart-sorted-by-score"),
        your_role: t!("chart-your-role"),
        your_score: t!("chart-your-score"),
        asks_more: t!("chart-asks-more", points = "{points}"),
        asks_less: t!("chart-asks-less", points = "{points}"),
        within_error: t!("chart-within-error"),
        band: t!("chart-band", low = "{low}", high = "{high}"),
        band_name: t!("chart-band-name"),
        gap_name: t!("chart-gap-name"),
        says_score: t!("chart-says-score", facet = "{facet}", mean = "{mean}", low = "{low}", high = "{high}"),
        says_missing: t!("chart-says-missing", facet = "{facet}", note = "{note}"),
        says_need: t!("chart-says-need", need = "{need}"),
        says_earlier: t!("chart-says-earlier", earlier = "{earlier}"),
        scale: t!("chart-scale"),
        whiskers: t!("chart-whiskers", percent = percent),
    }
}

/// A picture that explains itself: heading, names of the sides, radar, legend, scale and error.
pub fn picture(data: &ChartData<'_>, heading: &str, show: Show) -> Scene {
    const EDGE: f64 = 24.0;
    let words = data.words;
    let input = data.radar(show);
    let drawn = radar(&input, &RadarStyle { radius: 160.0, width: 560.0, ..RadarStyle::FULL });
    let width = drawn.scene.width + 2.0 * EDGE;
    let line = |at: Point, size, weight, ink, words: &str| {
        Node::Text(Text { at, anchor: Anchor::Start, size, weight, ink, words: words.to_owned() })
    };
    let mut nodes = Vec::new();
    let mut y = EDGE;
    for words in text::lines(heading, 1, width - 2.0 * EDGE, 15.0) {
        nodes.push(line(Point::new(EDGE, y + 17.0), 15.0, Weight::Semibold, Ink::Ink, &words));
        y += 24.0;
    }
    if !heading.is_empty() {
        y += 8.0;
    }
    let right = width - EDGE - text::width(&words.management, 15.0) - 24.0;
    for (side, x, name) in [(Side::Leadership, EDGE, &words.leadership), (Side::Management, right, &words.management)] {
        let mark = legend::sample(Sample::Side(side));
        nodes.push(Node::Group { name: "side", at: Point::new(x, y + 4.0), nodes: mark.nodes });
        nodes.push(line(Point::new(x + 24.0, y + 17.0), 15.0, Weight::Semibold, inks(side).text, name));
    }
    y += 20.0;
    nodes.push(Node::Group { name: "radar", at: Point::new(EDGE, y), nodes: drawn.scene.nodes });
    y += drawn.scene.height + 16.0;
    let key = legend::legend(&data.legend(&input), width - 2.0 * EDGE);
    nodes.push(Node::Group { name: "legend", at: Point::new(EDGE, y), nodes: key.nodes });
    y += key.height + 8.0;
    let said = format!("{}. {}.", words.scale, words.whiskers);
    for words in text::lines(&said, 1, width - 2.0 * EDGE, 13.0) {
        nodes.push(line(Point::new(EDGE, y + 14.0), 13.0, Weight::Regular, Ink::InkSoft, &words));
        y += 20.0;
    }
    Scene { width, height: (y + EDGE).ceil(), nodes, title: drawn.scene.title, alt: drawn.scene.alt }
}
