//! `evenkeel report`: the typeset report of one audit, as PDF; or as JSON, the data that its template gets.

use std::collections::BTreeSet;
use std::io::Write;
use std::path::PathBuf;

use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};

use super::export::ending;
use super::failure::{Failure, Problem, name};
use super::open::{self, Which};
use crate::paper::Paper;
use crate::report::{ReportData, ReportOptions, ReportPage, ReportSource, report_data};
use crate::scoring::{self, Confidence};
use crate::storage::{self, Expect, RealFs};
use crate::t;

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The profile
    file: PathBuf,
    /// The file to write: OUT.pdf, or OUT.json for the data that a template gets
    #[arg(short, long = "output", value_name = "OUT")]
    output: PathBuf,
    /// The size of the paper
    #[arg(long, value_parser = paper_parser(), default_value = "a4")]
    paper: Paper,
    /// The pages, with commas between them [default: all but answers]
    #[arg(long, value_parser = page_parser(), value_delimiter = ',', value_name = "PAGE,…")]
    pages: Vec<ReportPage>,
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
    #[arg(long, value_name = "N", value_parser = Which::parse)]
    earlier: Option<Which>,
    /// How sure the bands are
    #[arg(long, value_parser = open::confidence_parser(), default_value = "0.90")]
    confidence: Confidence,
    /// A Typst template of your own: see docs/REPORT.md
    #[arg(long, value_name = "FILE")]
    template: Option<PathBuf>,
}

fn paper_parser() -> impl TypedValueParser<Value = Paper> {
    PossibleValuesParser::new(Paper::ALL.map(Paper::as_str))
        .map(|name| Paper::ALL.into_iter().find(|paper| paper.as_str() == name).unwrap_or_default())
}

fn page_parser() -> impl TypedValueParser<Value = ReportPage> {
    PossibleValuesParser::new(ReportPage::ALL.map(ReportPage::as_str))
        .map(|name| ReportPage::ALL.into_iter().find(|page| page.as_str() == name).unwrap_or(ReportPage::Summary))
}

pub(super) fn run(arguments: &Arguments, out: &mut dyn Write) -> Result<(), Failure> {
    let json = match ending(&arguments.output).as_deref() {
        Some("pdf") => false,
        Some("json") => true,
        _ => {
            let what = t!("cli-ending", endings = ".pdf, .json", file = name(&arguments.output));
            return Err(Failure::Usage(Problem::new(what)));
        }
    };
    let data = data(arguments)?;
    let mut problems = Vec::new();
    let bytes = if json {
        serde_json::to_vec_pretty(&data).map_err(|error| Problem::new(error.to_string()))?
    } else {
        pdf(data, arguments, &mut problems)?
    };
    storage::save(&RealFs, &arguments.output, &bytes, &Expect::Anything, None)?;
    writeln!(out, "{}", t!("cli-reported", file = name(&arguments.output)))?;
    if problems.is_empty() { Ok(()) } else { Err(Failure::Problems(problems)) }
}

fn data(arguments: &Arguments) -> Result<ReportData, Failure> {
    let path = &arguments.file;
    let profile = open::profile(path)?;
    let (_, audit) = arguments.audit.of(&profile, path)?;
    let instrument = open::instrument()?;
    open::check_instrument(&instrument, audit, path)?;
    let scores = scoring::score(&instrument, audit, arguments.confidence);
    let earlier = arguments.earlier.map(|which| which.of(&profile, path)).transpose()?;
    let earlier = match earlier {
        Some((_, earlier)) if earlier.id == audit.id => {
            return Err(Failure::Usage(Problem::new(t!("cli-earlier-same"))));
        }
        Some((_, earlier)) => {
            open::check_instrument(&instrument, earlier, path)?;
            Some((earlier, scoring::score(&instrument, earlier, arguments.confidence)))
        }
        None => None,
    };
    let all = ReportOptions::default().pages;
    let chosen: BTreeSet<ReportPage> = arguments.pages.iter().copied().collect();
    let options = ReportOptions {
        paper: arguments.paper,
        greyscale: arguments.greyscale,
        name: !arguments.no_name,
        pages: if chosen.is_empty() { all } else { chosen },
    };
    let source = ReportSource {
        instrument: &instrument,
        person: &profile.person,
        audit,
        scores: &scores,
        earlier: earlier.as_ref().map(|(audit, scores)| (*audit, scores)),
    };
    Ok(report_data(source, &options))
}

#[cfg(not(feature = "report"))]
fn pdf(_: ReportData, _: &Arguments, _: &mut [Problem]) -> Result<Vec<u8>, Problem> {
    Err(Problem::new(t!("cli-no-typesetting")))
}

/// With a broken template: what is wrong with it goes to `problems`, and the built-in one is used.
#[cfg(feature = "report")]
fn pdf(data: ReportData, arguments: &Arguments, problems: &mut Vec<Problem>) -> Result<Vec<u8>, Problem> {
    use super::failure::say;
    use crate::report::{FontChoice, Template, TypesetError, typeset};

    let own = arguments.template.as_deref().map(|path| {
        let loaded = storage::read(&RealFs, path)?;
        Template::new(path, loaded.bytes).map_err(|_no_text| Problem::new(t!("cli-template-text", file = name(path))))
    });
    let own = own.transpose()?;
    let made = |template: Option<&Template>| {
        let pages = typeset(data.clone(), template, FontChoice::System)?;
        Ok::<_, TypesetError>((pages.pdf().to_vec(), pages.missing().iter().collect::<String>()))
    };
    let (pdf, missing) = match (made(own.as_ref()), &own) {
        (Err(TypesetError::Template(error)), Some(_)) => {
            let mut problem = Problem::new(t!("cli-template-broken", what = error.to_string()));
            problem = problem.hint(if error.hint.is_empty() { t!("cli-hint-template") } else { error.hint.clone() });
            problems.push(problem);
            made(None)
        }
        (made, _) => made,
    }
    .map_err(|error| Problem::new(error.to_string()))?;
    if !missing.is_empty() {
        say("warning", &t!("report-missing", letters = missing));
    }
    Ok(pdf)
}
