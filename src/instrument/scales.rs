//! The scales beside the behaviour one: need, stakes, dose, energy and signs. Checks their rules and gives their words.

use toml::Spanned;

use super::raw::{RawFive, RawNeed, RawScales, RawSignScale, RawStakes, Structure};
use super::{SignPeriod, StakesText};
use crate::data::{Checked, DataFile};

/// Checks the words of the scales.
pub(super) fn check(file: DataFile<'_>, scales: &RawScales, raw: &Structure) -> Checked {
    let (dose, energy) = (&scales.dose, &scales.energy);
    for text in [&dose.prompt, &dose.too_little, &dose.right, &dose.too_much] {
        file.filled(text)?;
    }
    need(file, &scales.need)?;
    five(file, energy)?;
    if let Some(stakes) = &scales.stakes {
        self::stakes(file, stakes)?;
    }
    signs(file, &scales.sign, raw)
}

fn need(file: DataFile<'_>, need: &RawNeed) -> Checked {
    file.filled(&need.prompt)?;
    has(file, &need.labels, 5, "a scale has five labels")?;
    need.sentences.as_ref().map_or(Ok(()), |sentences| {
        has(file, sentences, 5, "what the role needs has a sentence for each of its five labels, or no sentences")
    })
}

fn five(file: DataFile<'_>, RawFive { prompt, labels }: &RawFive) -> Checked {
    file.filled(prompt)?;
    has(file, labels, 5, "a scale has five labels")
}

fn stakes(file: DataFile<'_>, RawStakes { question, labels, sentences }: &RawStakes) -> Checked {
    file.filled(question)?;
    has(file, labels, 4, "the stakes have four labels")?;
    has(file, sentences, 4, "the stakes have a sentence for each of their four labels")
}

fn signs(file: DataFile<'_>, scale: &RawSignScale, raw: &Structure) -> Checked {
    for text in [&scale.prompt, &scale.no, &scale.sometimes, &scale.often, &scale.unknown] {
        file.filled(text)?;
    }
    if let Some(text) = &scale.prompt_12 {
        file.filled(text)?;
    }
    let twelve = raw.signs.iter().any(|s| s.get_ref().months.as_ref().is_some_and(|months| *months.get_ref() == 12));
    file.must(
        scale.prompt_12.is_some() == twelve,
        scale.prompt_12.as_ref().map_or_else(|| scale.prompt.span(), Spanned::span),
        "there is a prompt_12 for signs of twelve months, and only for them",
    )
}

/// Checks that a list has so many texts, none of them empty.
fn has(file: DataFile<'_>, list: &Spanned<Vec<String>>, count: usize, rule: &str) -> Checked {
    let texts = list.get_ref();
    file.must(texts.len() == count && texts.iter().all(|text| !text.trim().is_empty()), list.span(), rule)
}

/// Checks and reads the time that a sign is asked about.
pub(super) fn period(file: DataFile<'_>, months: Option<&Spanned<u8>>) -> Checked<SignPeriod> {
    match months.map(|months| (*months.get_ref(), months.span())) {
        None | Some((3, _)) => Ok(SignPeriod::ThreeMonths),
        Some((12, _)) => Ok(SignPeriod::TwelveMonths),
        Some((_, at)) => file.broken(at, "a sign is asked about 3 or 12 months"),
    }
}

/// The sentences of what the role needs, after [`check`].
pub(super) fn need_sentences(need: &mut RawNeed) -> Option<[String; 5]> {
    need.sentences.take().and_then(|sentences| sentences.into_inner().try_into().ok())
}

/// The words of the stakes, after [`check`].
pub(super) fn stakes_text(stakes: RawStakes) -> Option<StakesText> {
    Some(StakesText {
        question: stakes.question.into_inner(),
        labels: stakes.labels.into_inner().try_into().ok()?,
        sentences: stakes.sentences.into_inner().try_into().ok()?,
    })
}
