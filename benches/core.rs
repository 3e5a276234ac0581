//! How long the core takes: `make bench`.
#![expect(clippy::unwrap_used, reason = "a benchmark that cannot be set up has nothing to say")]

use std::collections::BTreeSet;
use std::sync::Arc;

use divan::{Bencher, black_box};
use evenkeel::chart::{ChartData, RadarStyle, Scene, Show, radar};
use evenkeel::instrument::{Instrument, item_order};
use evenkeel::profile::{Answer, Audit, Dose, Form, Part, Profile, Rating, SignAnswer};
use evenkeel::report::{
    Audited, FontChoice, ReportData, ReportOptions, ReportPage, ReportSource, chart_words, report_data, typeset,
};
use evenkeel::scoring::{Confidence, score};
use evenkeel::storage::format;
use evenkeel::tracks::{Catalogue, Mix, Person, Role, assess};

fn main() {
    divan::main();
}

/// A full audit with everything answered.
fn audit(instrument: &Instrument, seed: u32) -> Audit {
    let order = item_order(instrument, Form::Full, seed);
    let rating = |i: usize| Rating::ALL[(i * 7 + seed as usize) % 5];
    let facets = || instrument.facets.iter().enumerate().map(|(i, f)| (f.id.clone(), rating(i)));
    Audit {
        id: format!("00000000-0000-4000-8000-{seed:012}").into(),
        parts: Part::ALL.into(),
        started: "2026-11-19T08:12:00Z".parse().unwrap(),
        finished: Some("2026-11-19T08:24:00Z".parse().unwrap()),
        role: "Team lead, logistics".to_owned(),
        seed,
        answers: order.iter().enumerate().map(|(i, item)| (item.clone(), Answer::Rated(rating(i)))).collect(),
        seconds: order.iter().map(|item| (item.clone(), 5.8)).collect(),
        order,
        situations: instrument.situations.iter().map(|s| (s.id.clone(), 6.try_into().unwrap())).collect(),
        needs: facets().collect(),
        doses: instrument.facets.iter().map(|f| (f.id.clone(), Dose::Right)).collect(),
        energy: facets().collect(),
        signs: instrument.signs.iter().map(|s| (s.id.clone(), SignAnswer::Sometimes)).collect(),
        ..Audit::blank(instrument.reference(), Form::Full)
    }
}

/// A file with 200 full audits.
fn large_file() -> Vec<u8> {
    let instrument = instrument();
    let mut profile = Profile::new("00000000-0000-4000-8000-000000000000".into());
    profile.audits = (0..200).map(|seed| Arc::new(audit(&instrument, seed))).collect();
    format::encode(&profile).unwrap()
}

fn instrument() -> Arc<Instrument> {
    Instrument::built_in().unwrap()
}

#[divan::bench]
fn read_the_instrument() -> Arc<Instrument> {
    instrument()
}

#[divan::bench]
fn score_a_full_audit(bencher: Bencher) {
    let instrument = instrument();
    let audit = audit(&instrument, 7);
    bencher.bench_local(|| score(black_box(&instrument), black_box(&audit), Confidence::P90));
}

#[divan::bench]
fn score_200_audits(bencher: Bencher) {
    let instrument = instrument();
    let audits: Vec<Audit> = (0..200).map(|seed| audit(&instrument, seed)).collect();
    bencher.bench_local(|| audits.iter().map(|audit| score(&instrument, audit, Confidence::P90)).collect::<Vec<_>>());
}

/// The built-in roles and two of the person's own: 20 roles, 2,000 draws, and the flip.
#[divan::bench]
fn assess_20_roles(bencher: Bencher) {
    let (instrument, catalogue) = (instrument(), Catalogue::built_in().unwrap());
    let audit = audit(&instrument, 7);
    let person = Person::new(&instrument, &audit, &score(&instrument, &audit, Confidence::P90));
    let own = ["a", "b"].map(|id| Role { id: id.into(), ..catalogue.roles[0].role.clone() });
    let roles: Vec<&Role> = catalogue.demands().chain(&own).collect();
    bencher.bench_local(|| assess(roles.iter().copied(), black_box(&person), Mix::default()));
}

/// As above for somebody whom one role fits like no other, so that the flip has far to look.
#[divan::bench]
fn assess_20_roles_of_which_one_is_far_ahead(bencher: Bencher) {
    let (instrument, catalogue) = (instrument(), Catalogue::built_in().unwrap());
    let audit = audit(&instrument, 7);
    let mut person = Person::new(&instrument, &audit, &score(&instrument, &audit, Confidence::P90));
    let first = &catalogue.roles[0].role;
    for (facet, demand) in instrument.facets.iter().zip(first.demands) {
        person = person.with_mean(facet.id.as_str(), demand.into()).with_energy(facet.id.as_str(), demand.into());
    }
    let own = ["a", "b"].map(|id| Role { id: id.into(), ..catalogue.roles[12].role.clone() });
    let roles: Vec<&Role> = catalogue.demands().chain(&own).collect();
    bencher.bench_local(|| assess(roles.iter().copied(), black_box(&person), Mix::new(0.2)));
}

#[divan::bench]
fn read_the_roles() -> Arc<Catalogue> {
    Catalogue::built_in().unwrap()
}

#[divan::bench]
fn open_a_file_with_200_audits(bencher: Bencher) {
    let bytes = large_file();
    bencher.bench_local(|| format::open(black_box(&bytes)).unwrap());
}

#[divan::bench]
fn encode_a_file_with_200_audits(bencher: Bencher) {
    let profile = format::open(&large_file()).unwrap().profile;
    bencher.bench_local(|| format::encode(black_box(&profile)).unwrap());
}

#[divan::bench]
fn draw_the_radar(bencher: Bencher) {
    let (instrument, words) = (instrument(), chart_words(Confidence::P90));
    let audit = audit(&instrument, 7);
    let scores = score(&instrument, &audit, Confidence::P90);
    let data =
        ChartData { instrument: &instrument, audit: &audit, scores: &scores, earlier: Some(&scores), words: &words };
    let show = Show { me: true, role: true, earlier: true };
    bencher.bench_local(|| -> Scene { radar(&data.radar(show), &RadarStyle::FULL).scene });
}

/// What the template gets for a full audit, with all pages. Each call has another name on it, so that nothing is remembered.
fn report(name: &str) -> ReportData {
    report_of(name, ReportPage::ALL.into())
}

/// The same with some of the pages.
fn report_of(name: &str, pages: BTreeSet<ReportPage>) -> ReportData {
    let instrument = instrument();
    let audit = audit(&instrument, 7);
    let scores = score(&instrument, &audit, Confidence::P90);
    let audited = Audited { audit: &audit, scores: &scores, earlier: None };
    let source =
        ReportSource { instrument: &instrument, person: name, audited: Some(audited), day: jiff::civil::date(2026, 11, 19), roles: None };
    report_data(source, &ReportOptions { pages, ..ReportOptions::default() })
}

#[divan::bench]
fn lay_out_a_report_of_all_pages(bencher: Bencher) {
    let mut count = 0;
    bencher
        .with_inputs(|| {
            count += 1;
            report(&format!("Person {count}"))
        })
        .bench_local_values(|data| typeset(data, None, FontChoice::BuiltInOnly).unwrap().count());
}

/// What the preview does when a page is chosen or not: each time other pages, those of the time before remembered.
#[divan::bench]
fn lay_out_again_with_other_pages(bencher: Bencher) {
    typeset(report("Person"), None, FontChoice::BuiltInOnly).unwrap();
    let mut count = 0_usize;
    bencher
        .with_inputs(|| {
            count += 1;
            let chosen = ReportPage::AUDIT.into_iter().enumerate().filter(|(i, _)| (count >> i) & 1 == 0);
            report_of("Person", chosen.map(|(_, page)| page).collect())
        })
        .bench_local_values(|data| typeset(data, None, FontChoice::BuiltInOnly).map(|pages| pages.count()));
}

/// The pages that a report has unless others are chosen, after a change that is on all of them.
#[divan::bench]
fn lay_out_the_usual_pages_anew(bencher: Bencher) {
    let mut count = 0;
    bencher
        .with_inputs(|| {
            count += 1;
            report_of(&format!("Person {count}"), ReportPage::USUAL.into())
        })
        .bench_local_values(|data| typeset(data, None, FontChoice::BuiltInOnly).unwrap().count());
}

#[divan::bench]
fn paint_a_page(bencher: Bencher) {
    let pages = typeset(report("Person"), None, FontChoice::BuiltInOnly).unwrap();
    bencher.bench_local(|| pages.picture(black_box(0), 96.0 / 72.0));
}
