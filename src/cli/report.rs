//! `evenkeel report`: the typeset report of one audit or of some roles, as PDF; or as JSON, the data that its template gets.

use std::collections::BTreeSet;
use std::path::PathBuf;

use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use jiff::Timestamp;

use super::export::ending;
use super::failure::{Failure, Problem, say};
use super::open::{self, Which};
use super::out::Out;
use super::pipe::{self, Target};
use super::roles;
use crate::cli::words;
use crate::paper::Paper;
use crate::profile::{Audit, Profile};
use crate::report::{Audited, ReportData, ReportOptions, ReportPage, ReportSource, RolesSource, report_data};
use crate::scoring::{self, Confidence, Scores};
use crate::summary::RoleNames;
use crate::theirs::by_number;
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

fn paper_parser() -> impl TypedValueParser<Value = Paper> {
    PossibleValuesParser::new(Paper::ALL.map(Paper::as_str))
        .map(|name| Paper::ALL.into_iter().find(|paper| paper.as_str() == name).unwrap_or_default())
}

fn page_parser() -> impl TypedValueParser<Value = ReportPage> {
    PossibleValuesParser::new(ReportPage::ALL.map(ReportPage::as_str))
        .map(|name| ReportPage::ALL.into_iter().find(|page| page.as_str() == name).unwrap_or(ReportPage::Summary))
}

pub(super) fn run(arguments: &Arguments, out: &mut Out) -> Result<(), Failure> {
    let format = arguments.format()?;
    let read = || std::iter::once(&arguments.file).chain(&arguments.template).map(PathBuf::as_path);
    if read().all(pipe::is_dash) && arguments.template.is_some() {
        return Err(Failure::Usage(Problem::new(t!(words(), "cli-input-twice"))));
    }
    let target = Target::of(&arguments.output, read())?;
    if format == Format::Pdf {
        target.check_not_terminal("PDF")?;
    }
    let data = data(arguments)?;
    if !data.replaced.is_empty() {
        say("warning", &t!(words(), "report-replaced", characters = by_number(&data.replaced)));
    }
    let (mut problems, mut bytes) = (Vec::new(), Vec::new());
    match format {
        Format::Json => export::write_value(&data, &mut bytes)?,
        Format::Pdf => bytes = pdf(&data, arguments, &mut problems)?,
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
    let earlier = match (audit, arguments.earlier) {
        (Some(audit), Some(which)) => {
            let (other, earlier) = which.of(&profile, path)?;
            if earlier.id == audit.id {
                return Err(Failure::Usage(Problem::new(t!(words(), "cli-earlier-same"))));
            }
            let number = profile.audits.iter().position(|a| a.id == audit.id).map_or(0, |at| at + 1);
            if other > number {
                let (other, number) = (other.to_string(), number.to_string());
                let what = t!(words(), "cli-not-earlier", other = other, number = number, file = pipe::name(path));
                return Err(Problem::new(what).hint(t!(words(), "cli-hint-earlier")).into());
            }
            open::check_comparable(&instrument, earlier, path)?;
            Some(scored(earlier))
        }
        _ => None,
    };
    let newest = audit.map(scored);
    let chosen = roles::chosen(&arguments.role, &profile, audit, &catalogue)?;
    if pages.contains(&ReportPage::Ad) && !chosen.iter().any(is_from_ad) {
        return Err(Problem::new(t!(words(), "cli-no-ad")).hint(t!(words(), "cli-hint-ad")).into());
    }
    let assessment = newest.as_ref().and_then(|(audit, scores)| {
        let person = Person::new(&instrument, audit, scores);
        let all = all_roles(&catalogue, &profile.roles, Some(audit));
        person.has_scores().then(|| assess(&all, &person, Mix::default()))
    });
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
        day: words().local_day(Timestamp::now()),
        roles: (!chosen.is_empty()).then(|| RolesSource {
            names: RoleNames { catalogue: &catalogue, own: &profile.roles },
            chosen: &chosen,
            assessment: assessment.as_ref(),
            hours: &profile.hours,
        }),
    };
    Ok(report_data(source, &options))
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
        && let Some(page) = pages.iter().find(|page| !page.needs_audit())
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

#[cfg(not(feature = "report"))]
fn pdf(_: &ReportData, _: &Arguments, _: &mut [Problem]) -> Result<Vec<u8>, Problem> {
    Err(Problem::new(t!(words(), "cli-no-typesetting")))
}

/// The PDF. When the template is broken, the error is added to `problems`, and the built-in template is used.
#[cfg(feature = "report")]
fn pdf(data: &ReportData, arguments: &Arguments, problems: &mut Vec<Problem>) -> Result<Vec<u8>, Problem> {
    use crate::typeset::{Apart, ApartError, FontChoice, Stop, Template, TypesetError, typeset};

    let own = arguments.template.as_deref().map(|path| {
        Template::new(path, pipe::read(path)?)
            .map_err(|_no_text| Problem::new(t!(words(), "cli-template-text", file = pipe::name(path))))
    });
    let fonts = FontChoice::System;
    let document = data.document().map_err(|error| Problem::new(error.to_string()))?;
    let made = match own.transpose()? {
        Some(own) => match Apart::of_this_program().typeset(&document, &own, fonts.clone(), &Stop::default()) {
            Err(error @ (TypesetError::Template(_) | TypesetError::Apart(_))) => {
                let hint = match &error {
                    TypesetError::Template(error) if !error.hint.is_empty() => error.hint.clone(),
                    TypesetError::Apart(ApartError::NotStarted(_)) => t!(words(), "cli-hint-apart"),
                    _ => t!(words(), "cli-hint-template"),
                };
                let what = match error {
                    TypesetError::Apart(error) => {
                        t!(words(), "apart-error", template = own.name.as_str(), what = error.to_string())
                    }
                    error => error.to_string(),
                };
                problems.push(Problem::new(t!(words(), "cli-template-broken", what = what)).hint(hint));
                typeset(document, None, fonts)
            }
            made => made,
        },
        None => typeset(document, None, fonts),
    };
    let pages = made.map_err(|error| Problem::new(error.to_string()))?;
    let missing: String = pages.missing().iter().collect();
    if !missing.is_empty() {
        say("warning", &t!(words(), "report-missing", letters = foreign::quoted(&missing)));
    }
    Ok(pages.pdf().to_vec())
}
