//! The tags: what a screen reader finds, in the order in which it reads.

use evenkeel::report::ReportPage;

use super::{longest, only, pages, said, worked_example};

/// The tag tree with its text, as poppler prints it: one element a line, two spaces for each level.
fn tree(pages_chosen: &[ReportPage]) -> String {
    said("pdfinfo", &["-struct-text"], &pages(&worked_example(), &only(pages_chosen)).pdf())
}

/// The elements of a kind, each with its text.
pub fn all(tree: &str, kind: &str) -> Vec<String> {
    let lines: Vec<&str> = tree.lines().collect();
    let depth = |line: &str| line.len() - line.trim_start().len();
    let of = |(i, line): (usize, &&str)| {
        let name = line.trim_start();
        let is = name == kind || name.strip_prefix(kind).is_some_and(|rest| rest.starts_with([' ', '(']));
        is.then(|| {
            let below = lines[i + 1..].iter().take_while(|next| depth(next) > depth(line));
            below.map(|l| l.trim().trim_matches('"')).collect::<Vec<_>>().join(" ")
        })
    };
    lines.iter().enumerate().filter_map(of).collect()
}

#[test]
fn headings_are_headings_in_their_order() {
    let tree = tree(&ReportPage::USUAL);
    let titles = all(&tree, "H1");
    assert_eq!(titles.len(), 5, "{tree}");
    assert!(titles[0].starts_with("You take the chances to lead somewhat more"), "{titles:?}");
    assert!(titles[1].contains("Facet by facet") && titles[4].contains("How these numbers"), "{titles:?}");
    let parts = all(&tree, "H2");
    assert!(parts.iter().any(|part| part.contains("Perhaps too little")), "{parts:?}");
}

#[test]
fn tables_have_heads_and_rows_with_names() {
    let tree = tree(&[ReportPage::Facets]);
    assert_eq!(all(&tree, "Table").len(), 4, "{tree}");
    let heads = all(&tree, "TH");
    for name in ["Answers", "Score", "Need", "Your role", "Vision translation", "Risk mitigation"] {
        assert!(heads.iter().any(|head| head.contains(name)), "no head {name}: {heads:?}");
    }
    let rows = all(&tree, "TR");
    let vision = rows.iter().find(|row| row.contains("Vision translation")).unwrap();
    assert!(vision.contains("5 of 5") && vision.contains("4.2") && vision.contains("within error"), "{vision}");
}

#[test]
fn every_chart_says_what_it_shows() {
    for profile in [worked_example(), longest()] {
        let pdf = pages(&profile, &only(&[ReportPage::Summary])).pdf();
        let document = lopdf::Document::load_mem(&pdf).unwrap();
        let figures: Vec<String> = document
            .objects
            .values()
            .filter_map(|object| object.as_dict().ok())
            .filter(|d| d.get(b"S").and_then(lopdf::Object::as_name).is_ok_and(|name| name == b"Figure"))
            .map(|d| lopdf::decode_text_string(d.get(b"Alt").unwrap()).unwrap())
            .collect();
        assert_eq!(figures.len(), 1, "the radar; what only repeats words is none: {figures:?}");
        for facet in ["Vision translation", "Risk mitigation", "the role needs"] {
            assert!(figures[0].contains(facet), "{figures:?}");
        }
    }
}

#[test]
fn it_is_read_in_the_order_of_the_eye() {
    let tree = tree(&[ReportPage::Summary]);
    let place = |words: &str| tree.find(words).unwrap_or_else(|| panic!("no `{words}` in {tree}"));
    let order = [
        "You take the chances to lead somewhat",
        "Management is provisional",
        "Leadership 3.9",
        "1 on hardly any",
        "Done on most occasions",
        "Perhaps too little",
        "Perhaps too much",
        "Left: mean answer",
    ];
    assert!(order.windows(2).all(|two| place(two[0]) < place(two[1])), "{tree}");
    assert!(!tree.contains("Page 1 of"), "head and foot of a page are not read out");
}
