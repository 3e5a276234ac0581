//! The pages about roles and about job ads.

use std::sync::Arc;

use evenkeel::instrument::FACETS;
use evenkeel::paper::Paper;
use evenkeel::profile::{AdLine, CustomRole, Extra, Profile};
use evenkeel::report::{FontChoice, Pages, ReportOptions, ReportPage, typeset};
use evenkeel::tracks::Catalogue;

use super::{about, only, said, text, worked_example};
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
fn no_audit() -> Profile {
    let mut profile = Profile::new("00000000-0000-4000-8000-000000000000".into());
    profile.roles.push(Arc::new(from_ad()));
    profile
}

fn made(profile: &Profile, roles: &[&str], options: &ReportOptions) -> Pages {
    typeset(about(profile, roles, options), None, FontChoice::BuiltInOnly).unwrap()
}

#[test]
fn a_role_says_how_it_fits_and_what_to_know() {
    let pdf = made(&with_own(), &["project-manager"], &only(&[ReportPage::Roles])).pdf();
    let text = text(&pdf);
    for words in [
        "Project manager",
        "leans on what drains you",
        "It asks more than you do",
        "What would change the answer",
        "What you gain",
        "Ask before you say yes",
        "How people go back",
    ] {
        assert!(text.contains(words), "no `{words}`");
    }
    assert!(!text.contains("Compare roles"), "one role is compared with nothing");
}

#[test]
fn two_and_three_roles_are_compared() {
    for roles in [&["team-manager", "founder"][..], &["team-manager", "founder", OWN]] {
        let text = text(&made(&with_own(), roles, &only(&[ReportPage::Roles])).pdf());
        assert!(text.contains("Compare roles") && text.contains("What each") | text.contains("What differs most"));
    }
}

#[test]
fn every_role_takes_two_pages_and_passes_the_checks() {
    let catalogue = Catalogue::built_in().unwrap();
    for built_in in &catalogue.roles {
        let id = built_in.role.id.as_str();
        let pages = made(&with_own(), &[id], &only(&[ReportPage::Roles]));
        assert_eq!(pages.count(), 2, "{id}");
        let letter = ReportOptions { paper: Paper::Letter, ..only(&[ReportPage::Roles]) };
        assert!(made(&with_own(), &[id], &letter).count() <= 3, "{id}");
    }
    let three = made(&with_own(), &["team-manager", "founder", OWN], &only(&[ReportPage::Roles])).pdf();
    assert!(said("qpdf", &["--check"], &three).contains("No syntax or stream encoding errors"));
    assert!(said("pdfinfo", &["-struct-text"], &three).contains("TH"));
}

#[test]
fn an_ad_says_what_it_asks_and_nothing_about_a_person() {
    let pages = made(&with_own(), &[OWN], &only(&[ReportPage::Ad]));
    assert_eq!(pages.count(), 1);
    let text = text(&pages.pdf());
    for words in ["What does this ad really ask?", "Shift lead, evening", "safety rules", "Free coffee", "3 of 4 lines"]
    {
        assert!(text.contains(words), "no `{words}`");
    }
    assert!(!text.contains("±") && !text.contains("draws"));
}

#[test]
fn without_an_audit_or_energy_or_answers_it_is_still_a_guide() {
    let roles = ["ward-manager", OWN];
    let guide = text(&made(&no_audit(), &roles, &only(&[ReportPage::Roles])).pdf());
    let guide = guide.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(guide.contains("Ward manager") && guide.contains("this says what the role asks"));
    assert!(!guide.contains("draws"));
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
    for ((id, _), demand) in FACETS.iter().zip(founder.role.demands) {
        let name = &instrument().texts.facet(&(*id).into()).name.clone();
        let sentence = alt.split(". ").find(|sentence| sentence.starts_with(name.as_str())).unwrap();
        assert!(sentence.contains(&format!("the role needs {}", demand.value())), "{sentence}");
    }
}
