//! From the data of a report to its PDF, for all subcommands that print.

use std::path::Path;

use clap::builder::{PossibleValuesParser, TypedValueParser};

use super::failure::{Problem, say};
#[cfg(feature = "report")]
use super::pipe;
use crate::cli::words;
#[cfg(feature = "report")]
use crate::foreign;
use crate::paper::Paper;
use crate::report::ReportData;
use crate::t;
use crate::theirs::by_number;

/// For clap: the names of papers.
pub(super) fn paper_parser() -> impl TypedValueParser<Value = Paper> {
    PossibleValuesParser::new(Paper::ALL.map(Paper::as_str))
        .map(|name| Paper::ALL.into_iter().find(|paper| paper.as_str() == name).unwrap_or_default())
}

/// Says which characters boxes replace.
pub(super) fn warn_of_replaced(data: &ReportData) {
    if !data.replaced.is_empty() {
        say("warning", &t!(words(), "report-replaced", characters = by_number(&data.replaced)));
    }
}

/// The PDF of the built-in template.
pub(super) fn built_in(data: &ReportData) -> Result<Vec<u8>, Problem> {
    let mut problems = Vec::new();
    pdf(data, None, &mut problems)
}

#[cfg(not(feature = "report"))]
pub(super) fn pdf(_: &ReportData, _: Option<&Path>, _: &mut [Problem]) -> Result<Vec<u8>, Problem> {
    Err(Problem::new(t!(words(), "cli-no-typesetting")))
}

/// The PDF. When the template is broken, the error is added to `problems`, and the built-in template is used.
#[cfg(feature = "report")]
pub(super) fn pdf(data: &ReportData, template: Option<&Path>, problems: &mut Vec<Problem>) -> Result<Vec<u8>, Problem> {
    use crate::typeset::{Apart, ApartError, FontChoice, Stop, Template, TypesetError, typeset};

    let own = template.map(|path| {
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
