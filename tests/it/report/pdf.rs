//! The PDF, read back: by lopdf, and by the programs that others would read it with.

use evenkeel::paper::Paper;
use evenkeel::report::{ReportOptions, ReportPage};
use lopdf::{Document, Object};

use super::{almost_empty, data, everything, longest, only, pages, said, text, worked_example};
use crate::support::{instrument, sample};

fn read(pdf: &[u8]) -> Document {
    Document::load_mem(pdf).unwrap()
}

#[test]
fn it_passes_the_checks_for_screen_readers_and_is_well_formed() {
    for profile in [worked_example(), almost_empty(), longest()] {
        for paper in Paper::ALL {
            // `pdf` refuses what does not pass Typst's checks for PDF/UA-1.
            let pdf = pages(&profile, &ReportOptions { paper, ..everything() }).pdf();
            let checked = said("qpdf", &["--check"], &pdf);
            assert!(checked.contains("No syntax or stream encoding errors"), "{checked}");
            let info = said("pdfinfo", &[], &pdf);
            for line in ["Tagged:          yes", "Suspects:        no", "Encrypted:       no"] {
                assert!(info.contains(line), "no `{line}` in {info}");
            }
        }
    }
}

#[test]
fn title_language_and_time_are_the_audits() {
    let pdf = pages(&worked_example(), &ReportOptions::default()).pdf();
    let document = read(&pdf);
    let catalog = document.catalog().unwrap();
    assert_eq!(catalog.get(b"Lang").and_then(Object::as_str).unwrap(), b"en");
    let marked = catalog.get(b"MarkInfo").and_then(Object::as_dict).unwrap();
    assert!(marked.get(b"Marked").and_then(Object::as_bool).unwrap());
    let info = said("pdfinfo", &["-rawdates"], &pdf);
    assert!(info.contains("Title:           Evenkeel audit: Sample person"), "{info}");
    assert!(info.contains("Creator:         Evenkeel "), "{info}");
    assert!(info.contains("CreationDate:    D:20261119000000Z"), "{info}");
}

#[test]
fn all_fonts_are_embedded_and_ours() {
    let fonts = said("pdffonts", &[], &pages(&longest(), &everything()).pdf());
    let rows: Vec<&str> = fonts.lines().skip(2).collect();
    assert!(!rows.is_empty(), "{fonts}");
    for row in rows {
        assert!(row.contains("EvenkeelSans"), "{row}");
        // emb, sub, uni: embedded, a subset, with a table of letters.
        assert!(row.contains(" yes yes yes "), "{row}");
    }
}

#[test]
fn what_it_says_is_text() {
    let text = text(&pages(&worked_example(), &only(&ReportPage::AUDIT)).pdf());
    for words in [
        "You take the chances to lead somewhat more",
        "Management is provisional: risk mitigation has too few answers.",
        "asks 1.2 more",
        "Facet by facet",
        "Where you say you would turn when there is no time for both.",
        "Answers to one question spread by 0.95",
        "When we began a task, I said why it mattered.",
        "Page 1 of 9",
        "Page 9 of 9",
    ] {
        assert!(text.contains(words), "no `{words}` in the text");
    }
    assert!(!text.contains("{page}") && !text.contains('□'));
}

/// On paper too, whoever reads an answer sees what it means, and what was asked about the role stands with the facet.
#[test]
fn every_answer_is_explained() {
    let instrument = instrument();
    let mut audit = sample::mockup(&instrument);
    let facet = instrument.side(evenkeel::instrument::Side::Leadership).next().unwrap().id.clone();
    audit.answers.stakes.clear();
    audit.answers.stakes.insert(facet, evenkeel::profile::Stakes::ALL[3]);
    let profile = sample::profile([audit]);
    let page = data(&profile, &only(&[ReportPage::Answers])).answers.unwrap();
    let said: Vec<&String> = page.meanings.iter().flat_map(|it| &it.rows).map(|row| &row.value).collect();
    let texts = &instrument.texts;
    let items = texts.answers.iter().chain([&texts.not_applicable]).map(|it| &it.sentence);
    let role = texts.need_sentences.iter().flatten().chain(&texts.stakes.as_ref().unwrap().sentences);
    assert_eq!(said, items.chain(role).collect::<Vec<_>>());
    let answers: Vec<&str> = page.facets[0].role.iter().map(|row| row.answer.as_str()).collect();
    assert_eq!(answers, ["Often", "Most of it", "About right"]);
    assert_eq!(page.facets[1].role[1].answer, "not answered");
    let text = text(&pages(&profile, &only(&[ReportPage::Answers])).pdf());
    for words in ["You did it on about half of the occasions.", "would fail at what it is there for.", "Most of it"] {
        assert!(text.contains(words), "no `{words}` in {text}");
    }

    let only_behaviour = sample::profile([sample::behaviour(&instrument, sample::MOCKUP)].map(|mut audit| {
        audit.parts = [evenkeel::profile::Part::Behaviour].into();
        audit
    }));
    let page = data(&only_behaviour, &only(&[ReportPage::Answers])).answers.unwrap();
    assert_eq!(page.meanings.len(), 1);
    assert!(page.facets.iter().all(|facet| facet.role.is_empty()));
}

#[test]
fn only_the_chosen_pages_are_there() {
    let said = |page| text(&pages(&worked_example(), &super::only(&[page])).pdf());
    let words = [
        (ReportPage::Summary, "Done on most occasions"),
        (ReportPage::Facets, "Facet by facet"),
        (ReportPage::Aspects, "Under pressure"),
        (ReportPage::Numbers, "SHA-256"),
        (ReportPage::Answers, "When we began a task, I said why"),
        (ReportPage::Chart, "Your role"),
    ];
    for (page, own) in words {
        let text = said(page);
        assert!(text.contains(own), "{page:?}");
        for (other, words) in words {
            let shared = words == "Your role" && matches!(page, ReportPage::Facets | ReportPage::Summary);
            assert!(other == page || shared || !text.contains(words), "{other:?} on {page:?}");
        }
    }
}

#[test]
fn a_name_is_there_only_where_it_is_wanted() {
    let with = |name| {
        let pdf = pages(&worked_example(), &ReportOptions { name, ..everything() }).pdf();
        (text(&pdf).contains("Sample person"), said("pdfinfo", &[], &pdf).contains("Sample person"))
    };
    assert_eq!(with(true), (true, true));
    assert_eq!(with(false), (false, false), "neither on a page nor in the file's description");
}

#[test]
fn no_line_is_thinner_than_half_a_point() {
    let document = read(&pages(&longest(), &everything()).pdf());
    let mut widths: Vec<f64> = Vec::new();
    for page in document.page_iter() {
        let content = document.get_and_decode_page_content(page).unwrap();
        // The scale of what is drawn: the product of the matrices in force.
        let mut scales = vec![1.0_f64];
        for operation in &content.operations {
            let number = |i: usize| f64::from(operation.operands[i].as_float().unwrap());
            let last = *scales.last().unwrap();
            match operation.operator.as_str() {
                "q" => scales.push(last),
                "Q" => drop(scales.pop()),
                "cm" => *scales.last_mut().unwrap() = last * number(0).hypot(number(1)),
                "w" => widths.push(last * number(0)),
                _ => {}
            }
        }
    }
    assert!(widths.len() > 20, "lines were found");
    let thinnest = widths.iter().copied().fold(f64::INFINITY, f64::min);
    assert!(thinnest >= 0.5, "a line of {thinnest} points");
}
