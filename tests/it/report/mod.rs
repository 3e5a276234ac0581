//! The typeset report: its pages, the PDF as other programs read it, names in any script, templates of one's own.

mod apart;
mod hostile;
mod names;
mod pdf;
mod pictures;
mod plan;
mod roles;
mod structure;
mod template;

use std::path::Path;
use std::process::Command;

use evenkeel::actions::{ActionKind, ActionLibrary};
use evenkeel::instrument::{Instrument, Instruments, KnownFacet};
use evenkeel::paper::Paper;
use evenkeel::profile::{Answer, Audit, Form, Profile, Rating};
use evenkeel::report::{
    Audited, ExercisesSource, PlanSource, ReportData, ReportOptions, ReportPage, ReportSource, RolesSource, report_data,
};
use evenkeel::scoring::{Confidence, score};
use evenkeel::storage::format;
use evenkeel::summary::RoleNames;
use evenkeel::tracks::trials::TrialLibrary;
use evenkeel::tracks::{Catalogue, ChosenRole, Mix, Person, all_roles, assess};
use evenkeel::typeset::{FontChoice, Pages, Template, typeset};
use evenkeel::words::Words;

use crate::support::{empty_audit, instrument, sample};

/// The profile of the worked example.
pub fn worked_example() -> Profile {
    format::open(include_bytes!("../../../assets/examples/worked-example.evenkeel")).unwrap().profile
}

/// The same before anything was planned.
pub fn without_plans() -> Profile {
    Profile { plans: Vec::new(), notes: Vec::new(), reports: None, ..worked_example() }
}

/// Two answers, and nothing else.
pub fn almost_empty() -> Profile {
    let instrument = instrument();
    let mut audit = empty_audit(&instrument, Form::Quick);
    for item in &instrument.facets[0].quick[..2] {
        audit.answers.items.insert(item.clone(), Answer::Rated(Rating::ALL[2]));
    }
    sample::profile([audit])
}

/// All parts answered, every facet asked for more, every name as long as files may have it.
pub fn longest() -> Profile {
    let instrument = instrument();
    let mut audit = sample::behaviour(&instrument, ["23232"; 8]);
    sample::with_role(&instrument, &mut audit, [5; 8]);
    let full = sample::mockup(&instrument);
    (audit.answers.situations, audit.answers.signs) = (full.answers.situations, full.answers.signs);
    for facet in &instrument.facets {
        audit.answers.doses.insert(facet.id.clone(), evenkeel::profile::Dose::TooLittle);
        audit.answers.energy.insert(facet.id.clone(), Rating::ALL[0]);
    }
    "Head of regional warehousing, inbound logistics and returns, with responsibility for budget, staff and safety in four \
     countries, interim"
        .clone_into(&mut audit.role);
    let mut profile = sample::profile([sample::earlier(&instrument, 1, "2026-02-12T12:00:00Z"), audit]);
    "Maximiliana-Alexandrowna von und zu Hohenstaufen-Wittelsbach de la Cruz y Montenegro"
        .clone_into(&mut profile.person);
    profile
}

/// The options with these pages.
pub fn only(pages: &[ReportPage]) -> ReportOptions {
    ReportOptions { pages: pages.iter().copied().collect(), ..ReportOptions::default() }
}

pub fn everything() -> ReportOptions {
    only(&ReportPage::ALL)
}

/// What the template gets for a profile's newest audit, with the one before laid over it.
pub fn data(profile: &Profile, options: &ReportOptions) -> ReportData {
    about(profile, &[], options)
}

/// The same with these roles chosen. Without an audit there are only pages about roles.
pub fn about(profile: &Profile, roles: &[&str], options: &ReportOptions) -> ReportData {
    let (instrument, catalogue) = (instrument(), Catalogue::built_in().unwrap());
    let instrument: &Instrument = &instrument;
    let score_of = |audit: &Audit| score(instrument, audit, Confidence::P90);
    let (audit, before) = profile.audits.split_last().map_or((None, &[][..]), |(last, before)| (Some(&**last), before));
    let (scores, earlier) = (audit.map(score_of), before.last().map(|audit| (audit, score_of(audit))));
    let audited = audit.zip(scores.as_ref()).map(|(audit, scores)| Audited {
        audit,
        scores,
        earlier: earlier.as_ref().map(|(audit, scores)| (&***audit, scores)),
    });
    let all = all_roles(&catalogue, &profile.roles, audit);
    let person = audited.map(|audited| Person::new(instrument, audited.audit, audited.scores));
    let assessment = person.filter(Person::has_scores).map(|person| assess(&all, &person, Mix::default()));
    let find = |id: &&str| ChosenRole::find(&(*id).into(), &catalogue, &profile.roles, audit).unwrap();
    let chosen: Vec<ChosenRole<'_>> = roles.iter().map(find).collect();
    let trials = TrialLibrary::in_language("en").unwrap();
    let roles = RolesSource {
        names: RoleNames { catalogue: &catalogue, own: &profile.roles },
        chosen: &chosen,
        assessment: assessment.as_ref(),
        hours: &profile.hours,
        trials: &trials,
        reports: profile.reports,
    };
    let day = "2026-11-24".parse().unwrap();
    let (instruments, actions) = (Instruments::built_in("en").unwrap(), ActionLibrary::in_language("en").unwrap());
    let exercises = actions.of(KnownFacet::all().next().unwrap(), ActionKind::Build);
    report_data(
        ReportSource {
            words: &Words::english(),
            instrument,
            person: &profile.person,
            audited,
            day,
            roles: Some(roles),
            plan: profile.shown_plan().map(|plan| PlanSource {
                plan,
                profile,
                instruments: &instruments,
                actions: &actions,
                today: day,
                confidence: Confidence::P90,
            }),
            others: Some(&crate::support::others::merged(8)),
            notes: &profile.notes,
            exercises: Some(ExercisesSource { library: &actions, chosen: &exercises }),
        },
        options,
    )
}

pub fn pages(profile: &Profile, options: &ReportOptions) -> Pages {
    typeset(data(profile, options).document().unwrap(), None, FontChoice::BuiltInOnly).unwrap()
}

pub fn with_template(source: &str) -> Result<Pages, evenkeel::typeset::TypesetError> {
    let template = Template { name: "own.typ".to_owned(), source: source.to_owned() };
    typeset(
        data(&worked_example(), &ReportOptions::default()).document().unwrap(),
        Some(&template),
        FontChoice::BuiltInOnly,
    )
}

/// What a program of the system says about a PDF.
pub fn said(program: &str, arguments: &[&str], pdf: &[u8]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("report.pdf");
    put(&path, pdf);
    let output = Command::new(program).args(arguments).arg(&path).output();
    let output = output.unwrap_or_else(|error| panic!("{program}: {error} (`tools/need.sh report` installs it)"));
    assert!(output.status.success(), "{program} {arguments:?}: {output:?}");
    String::from_utf8(output.stdout).unwrap()
}

#[expect(clippy::disallowed_methods, reason = "tests lay out files of their own")]
pub fn put(path: &Path, bytes: &[u8]) {
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, bytes).unwrap();
}

/// The text of a PDF, as poppler reads it.
pub fn text(pdf: &[u8]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("report.pdf");
    put(&path, pdf);
    let output = Command::new("pdftotext").args(["-layout", path.to_str().unwrap(), "-"]).output().unwrap();
    assert!(output.status.success());
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn each_page_of_the_worked_example_is_one_page() {
    for paper in Paper::ALL {
        for page in ReportPage::USUAL.into_iter().chain([ReportPage::Chart]) {
            let options = ReportOptions { paper, ..only(&[page]) };
            let pages = pages(&worked_example(), &options);
            assert_eq!(pages.count(), 1, "{page:?} on {paper:?}");
            let (width, height) = pages.size(0).unwrap();
            assert!((width - paper.size().0).abs() < 0.01 && (height - paper.size().1).abs() < 0.01);
        }
    }
}

#[test]
fn no_answer_stands_on_a_page_without_its_facet() {
    for paper in Paper::ALL {
        for profile in [worked_example(), longest()] {
            let options = ReportOptions { paper, ..only(&[ReportPage::Answers]) };
            let pages = pages(&profile, &options);
            let text = text(&pages.pdf());
            let names: Vec<String> =
                instrument().facets.iter().map(|facet| instrument().texts.facet(&facet.id).name.clone()).collect();
            for (number, page) in text.split('\u{c}').take(pages.count()).enumerate() {
                // After the running head. The first page says first what the answers mean.
                let lines: Vec<&str> = page.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
                let first = lines.iter().skip(1).take(3).any(|line| names.iter().any(|name| line.starts_with(name)));
                let about_all = number == 0 && lines.contains(&"What the answers mean");
                assert!(
                    first || about_all,
                    "page {number} on {paper:?} begins in the middle of a facet: {:?}",
                    &lines[..4]
                );
            }
        }
    }
}

#[test]
fn the_first_page_is_one_page_whatever_is_on_it() {
    for profile in [worked_example(), almost_empty(), longest()] {
        for paper in Paper::ALL {
            for page in [ReportPage::Summary, ReportPage::Chart] {
                let pages = pages(&profile, &ReportOptions { paper, ..only(&[page]) });
                assert_eq!(pages.count(), 1, "{page:?} on {paper:?}");
            }
        }
    }
}

#[test]
fn the_same_audit_gives_the_same_bytes() {
    let made = || pages(&worked_example(), &everything()).pdf();
    assert!(made() == made());
    let grey = ReportOptions { greyscale: true, ..everything() };
    assert!(made() != pages(&worked_example(), &grey).pdf());
}

#[test]
fn a_report_is_small() {
    let bytes = pages(&worked_example(), &ReportOptions::default()).pdf().len();
    assert!(bytes < 300_000, "{bytes}");
}

#[test]
fn greyscale_has_no_colour() {
    let pages = pages(&longest(), &ReportOptions { greyscale: true, ..everything() });
    for page in 0..pages.count() {
        let picture = pages.picture(page, 1.0).unwrap();
        // Drawing may round one part up and another down.
        let hue = picture.rgba.chunks(4).filter(|p| p[0].abs_diff(p[1]).max(p[1].abs_diff(p[2])) > 2).count();
        assert_eq!(hue, 0, "page {page}");
    }
}

#[test]
fn a_page_is_a_picture_of_its_size() {
    let pages = pages(&worked_example(), &ReportOptions::default());
    let picture = pages.picture(0, 2.0).unwrap();
    assert_eq!((picture.width, picture.height), (1191, 1684));
    assert_eq!(picture.rgba.len(), 1191 * 1684 * 4);
    assert_eq!(picture.rgba[..4], [255; 4], "white paper");
    assert!(picture.rgba.chunks(4).any(|p| p[0] < 60), "ink");
    assert!(pages.picture(99, 1.0).is_none());
}
