//! `evenkeel chart`: the radar of one audit, as SVG or PNG. The same audit gives the same picture everywhere.

use std::path::PathBuf;

use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};

use super::export::ending;
use super::failure::{Failure, Problem, say};
use super::open::{self, Which};
use super::out::Out;
use super::pipe::{self, Target};
use crate::chart::Scene;
use crate::cli::words;
use crate::figures::{ChartData, ShownSeries, chart_words};
use crate::instrument::Instrument;
use crate::palette::Palette;
use crate::profile::{Audit, Profile};
use crate::report::{ChartKind, PngError, picture, to_png, to_svg};
use crate::scoring::{self, Confidence};
use crate::theirs::{Theirs, by_number};
use crate::{foreign, t};

/// Pixels for each point of the drawing: sharp on most screens and in print.
const SCALE: f64 = 2.0;

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The profile, or - for the standard input
    file: PathBuf,
    /// The file to write: OUT.svg, OUT.png, or - for the standard output
    #[arg(short, long = "output", value_name = "OUT")]
    output: PathBuf,
    /// What to write [default: what the name of the output ends in; svg for -]
    #[arg(long, value_parser = format_parser())]
    format: Option<Format>,
    /// Pixels for each point of the drawing, PNG only [default: 2]
    #[arg(long, value_name = "N", value_parser = above_zero, conflicts_with = "width")]
    scale: Option<f64>,
    /// Width in pixels, PNG only
    #[arg(long, value_name = "PIXELS", value_parser = above_zero)]
    width: Option<f64>,
    /// With this earlier audit: a number from 1, the oldest first
    #[arg(long, value_name = "N", value_parser = Which::number)]
    earlier: Option<Which>,
    /// Without what the role needs
    #[arg(long)]
    no_role: bool,
    /// Without colours
    #[arg(long)]
    greyscale: bool,
    /// Which audit: a number from 1, the oldest first, or latest
    #[arg(long, value_name = "N|latest", value_parser = Which::parse, default_value = "latest")]
    audit: Which,
    /// How sure the bands are
    #[arg(long, value_parser = open::confidence_parser(), default_value = "0.90")]
    confidence: Confidence,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Format {
    Svg,
    Png,
}

fn format_parser() -> impl TypedValueParser<Value = Format> {
    PossibleValuesParser::new(["svg", "png"]).map(|name| if name == "svg" { Format::Svg } else { Format::Png })
}

fn above_zero(text: &str) -> Result<f64, String> {
    let number = text.parse::<f64>().ok().filter(|number| number.is_finite() && *number > 0.0);
    number.ok_or_else(|| t!(words(), "cli-number-above-zero"))
}

pub(super) fn run(arguments: &Arguments, out: &mut Out) -> Result<(), Failure> {
    let format = arguments.format()?;
    let path = &arguments.file;
    let target = Target::of(&arguments.output, [path.as_path()].into_iter())?;
    if format == Format::Png {
        target.check_not_terminal("PNG")?;
    }
    let profile = open::profile(path)?;
    let (number, audit) = arguments.audit.of(&profile, path)?;
    let instrument = open::instrument_of(audit, path)?;
    let earlier = arguments.earlier(&profile, number, &instrument)?;
    let mut named = chart_words(words(), arguments.confidence);
    if let Some(earlier) = earlier {
        named.earlier = t!(words(), "chart-earlier-of", date = words().date(earlier.date()));
    }
    let scores = |audit| scoring::score(&instrument, audit, arguments.confidence);
    let (scores, before) = (scores(audit), earlier.map(scores));
    let data = ChartData {
        instrument: &instrument,
        audit,
        scores: &scores,
        earlier: before.as_ref(),
        evidence: &[],
        words: &named,
    };
    let show = ShownSeries { me: true, role: !arguments.no_role, earlier: before.is_some() };
    let scene = picture(&data, &heading(&profile, audit), ChartKind::Radar, show);
    let palette = if arguments.greyscale { Palette::PRINT.greyscale() } else { Palette::PRINT };
    let svg = to_svg(&scene, &palette);
    let bytes = if format == Format::Png { pixels(arguments, &scene, &svg)? } else { svg.into_bytes() };
    let (file, count) = (foreign::path(&arguments.output), profile.audits.len().to_string());
    target.put(&bytes, &t!(words(), "cli-charted", file = file, number = number.to_string(), count = count), out)
}

/// Whose audit it is and when it was made, made safe for a picture. Prints a warning if characters had to be replaced.
fn heading(profile: &Profile, audit: &Audit) -> String {
    let (day, mut theirs) = (words().date(audit.date()), Theirs::default());
    let parts = [&profile.person, &audit.role, &day].map(|part| theirs.words(part));
    if !theirs.replaced().is_empty() {
        say("warning", &t!(words(), "report-replaced", characters = by_number(theirs.replaced())));
    }
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

impl Arguments {
    /// The format to write: the one that was given, or else the one that the output's name ends in.
    fn format(&self) -> Result<Format, Failure> {
        let usage = |what| Err(Failure::Usage(Problem::new(what)));
        let format = match (self.format, ending(&self.output).as_deref()) {
            (Some(format), _) => format,
            (None, Some("png")) => Format::Png,
            (None, Some("svg")) => Format::Svg,
            (None, _) if pipe::is_dash(&self.output) => Format::Svg,
            _ => {
                return usage(t!(words(), "cli-ending", endings = ".svg, .png", file = foreign::path(&self.output)));
            }
        };
        match format {
            Format::Svg if self.scale.is_some() => usage(t!(words(), "cli-png-only", option = "--scale")),
            Format::Svg if self.width.is_some() => usage(t!(words(), "cli-png-only", option = "--width")),
            _ => Ok(format),
        }
    }

    /// The audit to compare with. It must be an earlier one with the same questions, since its shape would mean nothing otherwise.
    fn earlier<'a>(
        &self,
        profile: &'a Profile,
        number: usize,
        instrument: &Instrument,
    ) -> Result<Option<&'a Audit>, Failure> {
        let Some(which) = self.earlier else { return Ok(None) };
        let (other, audit) = which.of(profile, &self.file)?;
        if other >= number {
            let (other, number) = (other.to_string(), number.to_string());
            let what = t!(words(), "cli-not-earlier", other = other, number = number, file = pipe::name(&self.file));
            return Err(Problem::new(what).hint(t!(words(), "cli-hint-earlier")).into());
        }
        open::check_comparable(instrument, audit, &self.file)?;
        Ok(Some(audit))
    }
}

fn pixels(arguments: &Arguments, scene: &Scene, svg: &str) -> Result<Vec<u8>, Problem> {
    let scale = arguments.width.map_or(arguments.scale.unwrap_or(SCALE), |width| width / scene.width);
    to_png(svg, scale).map_err(|error| {
        let problem = Problem::new(error.to_string());
        if matches!(error, PngError::Size { .. }) { problem.hint(t!(words(), "cli-hint-smaller")) } else { problem }
    })
}
