//! Pictures of the pages.

use evenkeel::paper::Paper;
use evenkeel::profile::Profile;
use evenkeel::report::{ReportOptions, ReportPage};
use evenkeel::typeset::{FontChoice, Pages, typeset};
use image::RgbaImage;

use super::roles::{no_audit, with_own};
use super::{about, almost_empty, longest, only, pages, worked_example};
use crate::support::pictures;

const ROLES: [&str; 3] = ["operations-manager", "project-manager", "00000000-0000-4000-8000-00000000aaaa"];

fn draw(name: &str, profile: &Profile, options: &ReportOptions) {
    keep(name, &pages(profile, options));
}

/// All pages of a report have to look like the pictures that are kept.
fn keep(name: &str, pages: &Pages) {
    for page in 0..pages.count() {
        let picture = pages.picture(page, 96.0 / 72.0).unwrap();
        let picture = RgbaImage::from_raw(picture.width, picture.height, picture.rgba).unwrap();
        pictures::check(&format!("{name}-{}", page + 1), &picture, &[]);
    }
}

#[test]
fn screens_of_the_report() {
    let letter = ReportOptions { paper: Paper::Letter, ..ReportOptions::default() };
    let grey = ReportOptions { greyscale: true, ..ReportOptions::default() };
    draw("report", &worked_example(), &only(&ReportPage::AUDIT));
    draw("report-grey", &worked_example(), &grey);
    draw("report-letter", &worked_example(), &letter);
    draw("report-empty", &almost_empty(), &ReportOptions::default());
    draw(
        "report-long",
        &longest(),
        &ReportOptions { greyscale: true, paper: Paper::Letter, ..only(&ReportPage::AUDIT) },
    );
}

#[test]
fn screens_of_practice() {
    let letter = |pages: &[ReportPage]| ReportOptions { paper: Paper::Letter, greyscale: true, ..only(pages) };
    draw("report-plan", &worked_example(), &only(&[ReportPage::Plan]));
    draw("report-card", &worked_example(), &only(&[ReportPage::Card]));
    draw("report-cards", &worked_example(), &only(&[ReportPage::Cards]));
    draw("report-cards-letter", &worked_example(), &letter(&[ReportPage::Cards]));
    draw("report-changes", &worked_example(), &only(&[ReportPage::Changes]));
    draw("report-others", &worked_example(), &only(&[ReportPage::Others]));
    draw("report-others-letter", &worked_example(), &letter(&[ReportPage::Others]));
    draw("report-notes", &worked_example(), &only(&[ReportPage::Notes]));
    draw("report-exercises", &worked_example(), &letter(&[ReportPage::Exercises]));
}

#[test]
fn screens_of_the_roles_report() {
    let roles = only(&[ReportPage::Roles]);
    let letter = ReportOptions { paper: Paper::Letter, greyscale: true, ..roles.clone() };
    let drawn = |name: &str, profile: &Profile, roles: &[&str], options: &ReportOptions| {
        keep(
            name,
            &typeset(about(profile, roles, options).document().unwrap(), None, FontChoice::BuiltInOnly).unwrap(),
        );
    };
    drawn("report-roles", &with_own(), &ROLES, &roles);
    drawn("report-roles-letter", &with_own(), &["safety-adviser", "current"], &letter);
    drawn("report-roles-guide", &no_audit(), &ROLES[1..], &roles);
    drawn("report-ad", &with_own(), &ROLES[2..], &only(&[ReportPage::Ad]));
}
