//! How long the core takes: `make bench`.
#![expect(clippy::unwrap_used, reason = "a benchmark that cannot be set up has nothing to say")]

use std::collections::BTreeSet;
use std::sync::Arc;

use divan::{Bencher, black_box};
use evenkeel::chart::{RadarStyle, Scene, radar};
use evenkeel::document::Document;
use evenkeel::figures::{ChartData, ShownSeries, chart_words};
use evenkeel::instrument::Instrument;
use evenkeel::profile::{Answer, Audit, AuditEdit, Edit, Rating};
use evenkeel::report::{Audited, ReportData, ReportOptions, ReportPage, ReportSource, report_data};
use evenkeel::scoring::{Confidence, score};
use evenkeel::storage::format;
use evenkeel::tracks::{Catalogue, Mix, Person, Role, assess};
use evenkeel::typeset::{FontChoice, typeset};
use evenkeel::words::Words;
use evenkeel_bench::{audit, profile};

fn main() {
    divan::main();
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
    for (facet, &demand) in instrument.facets.iter().zip(first.demands.values()) {
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
    let bytes = profile(200);
    bencher.bench_local(|| format::open(black_box(&bytes)).unwrap());
}

#[divan::bench]
fn encode_a_file_with_200_audits(bencher: Bencher) {
    let profile = format::open(&profile(200)).unwrap().profile;
    bencher.bench_local(|| format::encode(black_box(&profile)).unwrap());
}

#[divan::bench]
fn open_a_file_with_2000_audits(bencher: Bencher) {
    let bytes = profile(2000);
    bencher.bench_local(|| format::open(black_box(&bytes)).unwrap());
}

/// What the window's thread does for an answer: the edit, and taking it back.
#[divan::bench]
fn answer_and_undo_with_2000_audits(bencher: Bencher) {
    let profile = format::open(&profile(2000)).unwrap().profile;
    let (audit, item) = (profile.audits[1999].id.clone(), profile.audits[1999].order[0].clone());
    let mut document = Document::new(profile, String::new());
    let answer = |rating| AuditEdit::SetAnswer(item.clone(), Some(Answer::Rated(Rating::ALL[rating])), Some(2.0));
    document.edit(Edit::Audit(audit.clone(), answer(0))).unwrap();
    bencher.bench_local(|| {
        document.edit(Edit::Audit(audit.clone(), answer(1))).unwrap();
        document.undo()
    });
}

#[divan::bench]
fn draw_the_radar(bencher: Bencher) {
    let (instrument, words) = (instrument(), chart_words(&Words::english(), Confidence::P90));
    let audit = audit(&instrument, 7);
    let scores = score(&instrument, &audit, Confidence::P90);
    let data = ChartData {
        instrument: &instrument,
        audit: &audit,
        scores: &scores,
        earlier: Some(&scores),
        evidence: &[],
        words: &words,
    };
    let show = ShownSeries { me: true, role: true, earlier: true };
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
    let source = ReportSource {
        words: &Words::english(),
        instrument: &instrument,
        person: name,
        audited: Some(audited),
        day: jiff::civil::date(2026, 11, 19),
        roles: None,
        plan: None,
        others: None,
        notes: &[],
        exercises: None,
    };
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
        .bench_local_values(|data| typeset(data.document().unwrap(), None, FontChoice::BuiltInOnly).unwrap().count());
}

/// What the preview does when a page is chosen or not: each time other pages, those of the time before remembered.
#[divan::bench]
fn lay_out_again_with_other_pages(bencher: Bencher) {
    typeset(report("Person").document().unwrap(), None, FontChoice::BuiltInOnly).unwrap();
    let mut count = 0_usize;
    bencher
        .with_inputs(|| {
            count += 1;
            let chosen = ReportPage::AUDIT.into_iter().enumerate().filter(|(i, _)| (count >> i) & 1 == 0);
            report_of("Person", chosen.map(|(_, page)| page).collect())
        })
        .bench_local_values(|data| {
            typeset(data.document().unwrap(), None, FontChoice::BuiltInOnly).map(|pages| pages.count())
        });
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
        .bench_local_values(|data| typeset(data.document().unwrap(), None, FontChoice::BuiltInOnly).unwrap().count());
}

#[divan::bench]
fn paint_a_page(bencher: Bencher) {
    let pages = typeset(report("Person").document().unwrap(), None, FontChoice::BuiltInOnly).unwrap();
    bencher.bench_local(|| pages.picture(black_box(0), 96.0 / 72.0));
}
