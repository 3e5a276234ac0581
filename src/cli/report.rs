//! `evenkeel report`: the typeset report of one audit or of some roles, as PDF; or as JSON, the data that its template gets.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use jiff::Timestamp;

use super::export::ending;
use super::failure::{Failure, Problem};
use super::open::{self, Which};
use super::out::Out;
use super::pages::{paper_parser, pdf, warn_of_replaced};
use super::pipe::{self, Target};
use super::{roles, seen};
use crate::actions::Action;
use crate::cli::words;
use crate::instrument::Instrument;
use crate::others::Merged;
use crate::paper::Paper;
use crate::profile::{Audit, Profile, Scope};
use crate::report::{
    Audited, ExercisesSource, PageNeeds, PlanSource, ReportData, ReportOptions, ReportPage, ReportSource, RolesSource,
    report_data,
};
use crate::scoring::{self, Confidence, Scores};
use crate::summary::RoleNames;
use crate::tracks::{ChosenRole, Mix, Person, all_roles, assess};
use crate::{export, foreign, t};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The profile, or - for the standard input
    file: PathBuf,
    /// The file to write: OUT.pdf, OUT.json for the data that a template gets, or - for the standard output
    #[arg(short, long = "output", value_name = "OUT")]
    output: PathBuf,
    /// What to write [default: what the name of the output ends in; pdf for -]
    #[arg(long, value_parser = format_parser())]
    format: Option<Format>,
    /// The size of the paper
    #[arg(long, value_parser = paper_parser(), default_value = "a4")]
    paper: Paper,
    /// The pages, with commas between them [default: summary, facets, aspects where situations or signs were part of the audit, numbers; with --role also roles]
    #[arg(long, value_parser = page_parser(), value_delimiter = ',', value_name = "PAGE,…")]
    pages: Vec<ReportPage>,
    /// The roles of the pages roles and ad, three at most: id or name, with commas between them, or current
    #[arg(long, value_name = "ROLE,…")]
    role: Vec<String>,
    /// Without colours
    #[arg(long)]
    greyscale: bool,
    /// Without the person's name
    #[arg(long)]
    no_name: bool,
    /// Which audit: a number from 1, the oldest first, or latest
    #[arg(long, value_name = "N|latest", value_parser = Which::parse, default_value = "latest")]
    audit: Which,
    /// An earlier audit to lay over it: a number from 1
    #[arg(long, value_name = "N", value_parser = Which::number)]
    earlier: Option<Which>,
    /// The merged result of a round, for the page others
    #[arg(long, value_name = "FILE")]
    others: Option<PathBuf>,
    /// How sure the bands are
    #[arg(long, value_parser = open::confidence_parser(), default_value = "0.90")]
    confidence: Confidence,
    /// A Typst template of your own, or - for the standard input: see REPORT.md in the documentation
    #[arg(long, value_name = "FILE")]
    template: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Format {
    Pdf,
    Json,
}

fn format_parser() -> impl TypedValueParser<Value = Format> {
    PossibleValuesParser::new(["pdf", "json"]).map(|name| if name == "pdf" { Format::Pdf } else { Format::Json })
}

fn page_parser() -> impl TypedValueParser<Value = ReportPage> {
    PossibleValuesParser::new(ReportPage::ALL.map(ReportPage::as_str))
        .map(|name| ReportPage::ALL.into_iter().find(|page| page.as_str() == name).unwrap_or(ReportPage::Summary))
}

pub(super) fn run(arguments: &Arguments, out: &mut Out) -> Result<(), Failure> {
    let format = arguments.format()?;
    let beside = || arguments.template.iter().chain(&arguments.others);
    let read = || std::iter::once(&arguments.file).chain(beside()).map(PathBuf::as_path);
    if read().filter(|path| pipe::is_dash(path)).count() > 1 {
        return Err(Failure::Usage(Problem::new(t!(words(), "cli-input-twice"))));
    }
    let target = Target::of(&arguments.output, read())?;
    if format == Format::Pdf {
        target.check_not_terminal("PDF")?;
    }
    let data = data(arguments)?;
    warn_of_replaced(&data);
    let (mut problems, mut bytes) = (Vec::new(), Vec::new());
    match format {
        Format::Json => export::write_value(&data, &mut bytes)?,
        Format::Pdf => bytes = pdf(&data, arguments.template.as_deref(), &mut problems)?,
    }
    target.put(&bytes, &t!(words(), "cli-reported", file = foreign::path(&arguments.output)), out)?;
    if problems.is_empty() { Ok(()) } else { Err(Failure::Problems(problems)) }
}

impl Arguments {
    fn format(&self) -> Result<Format, Failure> {
        match (self.format, ending(&self.output).as_deref()) {
            (Some(format), _) => Ok(format),
            (None, Some("pdf")) => Ok(Format::Pdf),
            (None, Some("json")) => Ok(Format::Json),
            (None, _) if pipe::is_dash(&self.output) => Ok(Format::Pdf),
            _ => {
                let what = t!(words(), "cli-ending", endings = ".pdf, .json", file = foreign::path(&self.output));
                Err(Failure::Usage(Problem::new(what)))
            }
        }
    }
}

fn data(arguments: &Arguments) -> Result<ReportData, Failure> {
    let path = &arguments.file;
    let profile = open::profile(path)?;
    let catalogue = open::catalogue()?;
    let mut pages = pages(arguments)?;
    let audit = audit(arguments, &profile, &pages)?;
    if let Some(audit) = audit.filter(|_| arguments.pages.is_empty()) {
        let usual = ReportPage::usual_for(audit);
        pages.retain(|page| usual.contains(page) || !ReportPage::USUAL.contains(page));
    }
    let instrument = audit.map_or_else(open::instrument, |audit| open::instrument_of(audit, path))?;
    let scored = |audit| -> Scored<'_> { (audit, scoring::score(&instrument, audit, arguments.confidence)) };
    let before = audit.map(|audit| earlier(arguments, &profile, audit, &instrument)).transpose()?.flatten();
    let earlier = before.map(scored);
    let newest = audit.map(scored);
    let chosen = roles::chosen(&arguments.role, &profile, audit, &catalogue)?;
    check_ad(&chosen, &pages)?;
    let assessment = newest.as_ref().and_then(|(audit, scores)| {
        let person = Person::new(&instrument, audit, scores);
        let all = all_roles(&catalogue, &profile.roles, Some(audit));
        person.has_scores().then(|| assess(&all, &person, Mix::default()))
    });
    check_practice(&profile, path, &pages)?;
    let others = others(arguments, &pages)?;
    let (instruments, actions, trials) = (open::instruments()?, open::actions()?, open::trials()?);
    let suits = |action: &&Action| profile.reports.is_none_or(|has_reports| action.suits(has_reports));
    let exercises: Vec<&Action> = actions.actions.iter().filter(suits).collect();
    let day = words().local_day(Timestamp::now());
    let options =
        ReportOptions { paper: arguments.paper, greyscale: arguments.greyscale, name: !arguments.no_name, pages };
    let source = ReportSource {
        words: words(),
        instrument: &instrument,
        person: &profile.person,
        audited: newest.as_ref().map(|(audit, scores)| Audited {
            audit,
            scores,
            earlier: earlier.as_ref().map(|(audit, scores)| (*audit, scores)),
        }),
        day,
        plan: profile.shown_skill().map(|plan| PlanSource {
            plan,
            profile: &profile,
            instruments: &instruments,
            actions: &actions,
            today: day,
            confidence: arguments.confidence,
        }),
        others: others.as_ref(),
        notes: &profile.notes,
        exercises: Some(ExercisesSource { library: &actions, chosen: &exercises }),
        roles: (!chosen.is_empty()).then(|| RolesSource {
            names: RoleNames { catalogue: &catalogue, own: &profile.roles },
            chosen: &chosen,
            assessment: assessment.as_ref(),
            hours: &profile.hours,
            trials: &trials,
            reports: profile.reports,
        }),
    };
    Ok(report_data(source, &options))
}

/// The merged result that was named, which the page about it needs.
fn others(arguments: &Arguments, pages: &BTreeSet<ReportPage>) -> Result<Option<Merged>, Failure> {
    if arguments.others.is_none() && pages.contains(&ReportPage::Others) {
        let what = t!(words(), "cli-which-others");
        return Err(Failure::Usage(Problem::new(what).hint(t!(words(), "cli-hint-others"))));
    }
    Ok(arguments.others.as_deref().map(seen::read).transpose()?)
}

/// Whether there is an ad for the page about one.
fn check_ad(chosen: &[ChosenRole<'_>], pages: &BTreeSet<ReportPage>) -> Result<(), Problem> {
    if pages.contains(&ReportPage::Ad) && !chosen.iter().any(is_from_ad) {
        return Err(Problem::new(t!(words(), "cli-no-ad")).hint(t!(words(), "cli-hint-ad")));
    }
    Ok(())
}

/// Whether there is what pages about practice need.
fn check_practice(profile: &Profile, path: &Path, pages: &BTreeSet<ReportPage>) -> Result<(), Problem> {
    if profile.shown_skill().is_none() && pages.iter().any(|page| page.needs() == PageNeeds::Plan) {
        return Err(if profile.plans.is_empty() { super::plan::none(path) } else { super::plan::only_trial(path) });
    }
    if pages.contains(&ReportPage::Notes) && profile.notes.iter().all(|note| note.is_empty()) {
        let what = t!(words(), "cli-no-notes", file = pipe::name(path));
        return Err(Problem::new(what).hint(t!(words(), "cli-hint-notes")));
    }
    Ok(())
}

/// The earlier audit: the one that was named, or for the page about change the last one that can be compared.
fn earlier<'a>(
    arguments: &Arguments,
    profile: &'a Profile,
    audit: &Audit,
    instrument: &Instrument,
) -> Result<Option<&'a Audit>, Failure> {
    let path = &arguments.file;
    let number = profile.audits.iter().position(|a| a.id == audit.id).map_or(0, |at| at + 1);
    let Some(which) = arguments.earlier else {
        if !arguments.pages.contains(&ReportPage::Changes) {
            return Ok(None);
        }
        let before = profile.audits.iter().take_while(|other| other.id != audit.id);
        let comparable = |other: &&Arc<Audit>| other.scope == Scope::All && instrument.asked(other);
        if let Some(earlier) = before.filter(comparable).last() {
            return Ok(Some(earlier));
        }
        let what = t!(words(), "cli-no-earlier", number = number.to_string(), file = pipe::name(path));
        return Err(Problem::new(what).hint(t!(words(), "cli-hint-earlier")).into());
    };
    let (other, earlier) = which.of(profile, path)?;
    if earlier.id == audit.id {
        return Err(Failure::Usage(Problem::new(t!(words(), "cli-earlier-same"))));
    }
    if other > number {
        let (other, number) = (other.to_string(), number.to_string());
        let what = t!(words(), "cli-not-earlier", other = other, number = number, file = pipe::name(path));
        return Err(Problem::new(what).hint(t!(words(), "cli-hint-earlier")).into());
    }
    open::check_comparable(instrument, earlier, path)?;
    Ok(Some(earlier))
}

/// An audit with its scores.
type Scored<'a> = (&'a Audit, Scores);

/// The chosen pages. Pages about roles need roles to be named.
fn pages(arguments: &Arguments) -> Result<BTreeSet<ReportPage>, Failure> {
    let mut pages: BTreeSet<ReportPage> = arguments.pages.iter().copied().collect();
    if pages.is_empty() {
        pages = ReportOptions::default().pages;
        pages.extend((!arguments.role.is_empty()).then_some(ReportPage::Roles));
    }
    if arguments.role.is_empty()
        && let Some(page) = pages.iter().find(|page| page.needs_roles())
    {
        let what = t!(words(), "cli-which-role", page = page.as_str());
        return Err(Failure::Usage(Problem::new(what).hint(t!(words(), "cli-hint-roles"))));
    }
    Ok(pages)
}

/// The audit, if there is one. An error if the pages need one and there is none.
fn audit<'a>(
    arguments: &Arguments,
    profile: &'a Profile,
    pages: &BTreeSet<ReportPage>,
) -> Result<Option<&'a Audit>, Failure> {
    let needed = pages.iter().any(|page| page.needs_audit()) || arguments.earlier.is_some();
    if profile.audits.is_empty() && !needed && arguments.audit == Which::Latest {
        return Ok(None);
    }
    arguments.audit.of(profile, &arguments.file).map(|(_, audit)| Some(audit))
}

fn is_from_ad(role: &ChosenRole<'_>) -> bool {
    matches!(role, ChosenRole::Own(custom) if !custom.ad.is_empty())
}
