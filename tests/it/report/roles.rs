//! The pages about roles and about job ads.

use std::sync::Arc;

use evenkeel::instrument::KnownFacet;
use evenkeel::paper::Paper;
use evenkeel::profile::{AdLine, CustomRole, Extra, Hours, OWN_WORK, Profile};
use evenkeel::report::{ReportOptions, ReportPage};
use evenkeel::tracks::Catalogue;
use evenkeel::typeset::{FontChoice, Pages, typeset};

use super::structure::all;
use super::{about, longest, only, said, text, worked_example};
use crate::support::{instrument, sample};

const OWN: &str = "00000000-0000-4000-8000-00000000aaaa";

/// The worked example with a role from an ad, and hours.
pub fn with_own() -> Profile {
    let mut profile = worked_example();
    profile.roles.push(Arc::new(from_ad()));
    profile.hours.insert("risk-mitigation".into(), 2.5.try_into().unwrap());
    profile
}

fn from_ad() -> CustomRole {
    let mut role = CustomRole::empty(OWN.into(), "Shift lead, evening".to_owned());
    let line = |text: &str, facet: Option<&str>| AdLine {
        text: text.to_owned(),
        facet: facet.map(Into::into),
        extra: Extra::new(),
    };
    role.ad = vec![
        line("You plan the shifts and keep the rota filled.", Some("resource-allocation")),
        line("You see to it that safety rules are followed.", Some("risk-mitigation")),
        line("You settle disputes in the crew.", Some("conflict-navigation")),
        line("Free coffee.", None),
    ];
    role
}

/// Without an audit.
pub fn no_audit() -> Profile {
    let mut profile = Profile::new("00000000-0000-4000-8000-000000000000".into());
    profile.roles.push(Arc::new(from_ad()));
    profile
}

/// The text of a report without its lines.
pub fn flowing(pages: &Pages) -> String {
    text(&pages.pdf()).split_whitespace().collect::<Vec<_>>().join(" ")
}

fn made(profile: &Profile, roles: &[&str], options: &ReportOptions) -> Pages {
    typeset(about(profile, roles, options).document().unwrap(), None, FontChoice::BuiltInOnly).unwrap()
}

#[test]
fn a_role_says_how_it_fits_and_what_to_know() {
    let pdf = made(&with_own(), &["project-manager"], &only(&[ReportPage::Roles])).pdf();
    let text = text(&pdf);
    for words in [
        "Project manager",
        "much of it tires or drains you",
        "It asks more than you do",
        "What would change which role comes first",
        "What you gain",
        "Ask before you say yes",
        "What it takes to get in",
        "How people go back",
    ] {
        assert!(text.contains(words), "no `{words}`");
    }
    assert!(!text.contains("side by side"), "one role is compared with nothing");
}

#[test]
fn a_role_says_what_it_leaves_unused_and_what_was_varied() {
    let said = flowing(&made(&with_own(), &["ward-manager"], &only(&[ReportPage::Roles])));
    assert!(said.contains("It asks little of what energises you: vision translation."), "{said}");
    assert!(said.contains("we varied your answers and the roles’ demands within their error 2,000 times"), "{said}");
    let energised = flowing(&made(&with_own(), &["principal-expert"], &only(&[ReportPage::Roles])));
    assert!(!energised.contains("asks little of"), "{energised}");
    let alone = flowing(&made(&no_audit(), &["ward-manager"], &only(&[ReportPage::Roles])));
    assert!(!alone.contains("we varied"), "nothing was assessed");
}

#[test]
fn two_and_three_roles_are_compared() {
    for roles in [&["team-manager", "founder"][..], &["team-manager", "founder", OWN]] {
        let pages = made(&with_own(), roles, &only(&[ReportPage::Roles]));
        let said = flowing(&pages);
        for words in
            ["The roles side by side", "What differs most comes first", "counts 3", "To get in", "What you give up"]
        {
            assert!(said.contains(words), "no `{words}`");
        }
        let data = serde_json::to_value(about(&with_own(), roles, &only(&[ReportPage::Roles]))).unwrap();
        let facets = data["roles"]["comparison"]["facets"].as_array().unwrap();
        let spread = |facet: &serde_json::Value| {
            let demands = facet["cells"].as_array().unwrap().iter().map(|cell| cell["demand"].as_u64().unwrap());
            demands.clone().max().unwrap() - demands.min().unwrap()
        };
        assert!(facets.windows(2).all(|two| spread(&two[0]) >= spread(&two[1])), "what differs most comes first");
        assert!(facets.iter().all(|facet| facet["cells"].as_array().unwrap().len() == roles.len()));
    }
}

#[test]
fn every_role_takes_one_sheet_and_the_way_to_it_a_page() {
    let catalogue = Catalogue::built_in().unwrap();
    for built_in in &catalogue.roles {
        for paper in Paper::ALL {
            let id = built_in.role.id.as_str();
            let options = ReportOptions { paper, ..only(&[ReportPage::Roles]) };
            assert_eq!(made(&with_own(), &[id], &options).count(), 3, "{id} on {paper:?}");
        }
    }
    for role in [OWN, "current"] {
        for paper in Paper::ALL {
            let options = ReportOptions { paper, ..only(&[ReportPage::Roles]) };
            assert_eq!(made(&with_own(), &[role], &options).count(), 1, "{role} on {paper:?}");
        }
    }
}

#[test]
fn the_way_to_a_role_says_its_steps_and_what_can_be_tried() {
    let options = only(&[ReportPage::Roles]);
    let text = flowing(&made(&with_own(), &["operations-manager"], &options));
    assert!(text.contains("From your role now to Operations manager") && text.contains("Try it first"), "{text}");
    let library = evenkeel::tracks::trials::TrialLibrary::in_language("en").unwrap();
    for trial in library.proposed(&"operations-manager".into(), None) {
        assert!(text.contains(&library.text(&trial.id).name), "{text}");
    }
    let alone = flowing(&made(&no_audit(), &["operations-manager"], &options));
    assert!(!alone.contains("From your role now"), "nothing is known of a present role");
    let data = about(&with_own(), &["operations-manager", OWN, "current"], &options).roles.unwrap();
    let ways: Vec<bool> = data.roles.iter().map(|role| role.way.is_some()).collect();
    assert_eq!(ways, [true, false, false]);
    let way = data.roles[0].way.as_ref().unwrap();
    assert!(
        way.drawing.alt.contains("To Operations manager: ") && way.drawing.alt.contains("What can be tried first: ")
    );
}

#[test]
fn all_of_them_pass_the_checks() {
    let (three, one) = (&["team-manager", "founder", OWN][..], &["current"][..]);
    for (profile, roles) in [(with_own(), three), (with_own(), one), (longest(), one), (no_audit(), &three[1..])] {
        for paper in Paper::ALL {
            let options = ReportOptions { paper, greyscale: true, ..only(&[ReportPage::Roles, ReportPage::Ad]) };
            // `pdf` refuses what does not pass Typst's checks for PDF/UA-1.
            let pdf = made(&profile, roles, &options).pdf();
            assert!(said("qpdf", &["--check"], &pdf).contains("No syntax or stream encoding errors"));
            assert!(pdf == made(&profile, roles, &options).pdf(), "the same bytes");
        }
    }
}

#[test]
fn headings_and_heads_of_tables_are_tagged() {
    let pdf = made(&with_own(), &["team-manager", OWN], &only(&[ReportPage::Roles])).pdf();
    let tree = said("pdfinfo", &["-struct-text"], &pdf);
    let titles = all(&tree, "H1");
    let wanted = ["Team manager", "Team manager: before you choose", "Shift lead, evening", "The roles side by side"];
    assert_eq!(titles, wanted, "{tree}");
    let parts = all(&tree, "H2");
    for part in [
        "It asks more than you do",
        "What would change which role comes first",
        "A typical week, hours as we guess them",
        "What it asks",
    ] {
        assert!(parts.iter().any(|found| found == part), "no {part}: {parts:?}");
    }
    let heads = all(&tree, "TH");
    for head in ["Conflict navigation", "Asks", "In all", "What you gain"] {
        assert!(heads.iter().any(|found| found.contains(head)), "no {head}: {heads:?}");
    }
}

#[test]
fn a_very_long_name_stays_on_the_page() {
    let mut profile = with_own();
    let mut long = CustomRole::empty("long".into(), "Donaudampfschifffahrtsgesellschaft".repeat(5));
    long.ad = vec![AdLine { text: "x".repeat(300), facet: None, extra: Extra::new() }];
    profile.roles.push(Arc::new(long));
    let pages = made(&profile, &["long", "founder", OWN], &only(&[ReportPage::Roles, ReportPage::Ad]));
    for page in 0..pages.count() {
        let picture = pages.picture(page, 1.0).unwrap();
        // The margin at the right: its last 40 points.
        let width = picture.width as usize;
        let inked = picture.rgba.chunks(4).enumerate().filter(|(i, p)| i % width > width - 40 && p[0] < 128).count();
        assert_eq!(inked, 0, "page {page}");
    }
}

#[test]
fn hours_stand_beside_those_of_the_person_where_they_gave_any() {
    let week = |profile: &Profile| {
        let data = about(profile, &["site-manager"], &only(&[ReportPage::Roles]));
        serde_json::to_value(&data).unwrap()["roles"]["roles"][0]["story"]["week"].clone()
    };
    let with = week(&with_own());
    assert_eq!((with["own"].as_bool(), with["rows"].as_array().unwrap().len()), (Some(true), 10));
    let mine = |week: &serde_json::Value| -> Vec<String> {
        week["rows"].as_array().unwrap().iter().map(|row| row["mine"].as_str().unwrap().to_owned()).collect()
    };
    let some = mine(&with);
    assert_eq!(
        some.iter().filter(|mine| !mine.is_empty()).count(),
        1,
        "what was given, and no sum of a part: {some:?}"
    );
    let mut all = with_own();
    for line in KnownFacet::all().map(KnownFacet::as_str).chain([OWN_WORK]) {
        all.hours.insert(line.into(), Hours::try_from(2.5).unwrap());
    }
    assert_eq!(mine(&week(&all)).last().unwrap(), "22.5");
    assert_eq!(week(&worked_example())["own"].as_bool(), Some(false));
}

#[test]
fn an_ad_says_what_it_asks_and_nothing_about_a_person() {
    let pages = made(&with_own(), &[OWN], &only(&[ReportPage::Ad]));
    assert_eq!(pages.count(), 1);
    let text = text(&pages.pdf());
    for words in
        ["What does this ad ask, line by line?", "Shift lead, evening", "safety rules", "Free coffee", "3 of 4 lines"]
    {
        assert!(text.contains(words), "no `{words}`");
    }
    assert!(!text.contains("±") && !text.contains("tries"));
    assert!(!text.contains("logistics") && !text.contains("19 November"), "nothing of the audit: {text}");
}

#[test]
fn a_role_without_an_ad_has_no_page_about_one() {
    let mut profile = with_own();
    profile.roles.push(Arc::new(CustomRole::empty("plain".into(), "Plain".to_owned())));
    let data = |role| serde_json::to_value(about(&profile, &[role], &only(&[ReportPage::Ad]))).unwrap();
    assert!(data("plain")["ad"].is_null() && data("founder")["ad"].is_null());
    assert!(data(OWN)["ad"]["sides"].is_array());
}

#[test]
fn without_an_audit_or_energy_or_answers_it_is_still_a_guide() {
    let roles = ["ward-manager", OWN];
    let guide = flowing(&made(&no_audit(), &roles, &only(&[ReportPage::Roles])));
    assert!(guide.contains("Ward manager") && guide.contains("this says what the role asks"));
    assert!(guide.contains("24 November 2026"), "the day of the report");
    assert!(!guide.contains("tries") && !guide.contains("Whiskers"), "nothing of a person");
    let mut audit = sample::behaviour(&instrument(), ["33333", "33333", "3....", "", "", "", "", ""]);
    sample::with_role(&instrument(), &mut audit, [3; 8]);
    let few = text(&made(&sample::profile([audit]), &["ward-manager", "current"], &only(&[ReportPage::Roles])).pdf());
    assert!(few.contains("energy was not asked"), "{few}");
}

#[test]
fn the_demands_of_a_role_stand_on_the_radar() {
    let data = about(&with_own(), &["founder"], &only(&[ReportPage::Roles]));
    let json = serde_json::to_value(&data).unwrap();
    let alt = json["roles"]["roles"][0]["fit"]["chart"]["radar"]["alt"].as_str().unwrap();
    let catalogue = Catalogue::built_in().unwrap();
    let founder = catalogue.role(&"founder".into()).unwrap();
    for (facet, demand) in founder.role.demands.iter() {
        let name = &instrument().texts.facet(&facet.id()).name.clone();
        let sentence = alt.split(". ").find(|sentence| sentence.starts_with(name.as_str())).unwrap();
        assert!(sentence.contains(&format!("the role needs {}", demand.value())), "{sentence}");
    }
}
