//! Checks the rules that hold for exercises, then builds them.

use std::ops::RangeInclusive;

use toml::Spanned;

use super::raw::{RawAction, RawTexts, Structure};
use super::{Action, ActionKind, ActionLibrary, ActionText};
use crate::data::{Checked, DataFile, hash, unique};
use crate::instrument::KnownFacet;
use crate::profile::ActionId;
use crate::pseudo;

/// How many exercises a facet has at least, of each kind.
const FEWEST: [(ActionKind, usize); 2] = [(ActionKind::Build, 6), (ActionKind::CutBack, 3)];
/// How many of those that build suit somebody without reports.
const FEWEST_WITHOUT: usize = 3;
/// How long a deed may take.
const MINUTES: RangeInclusive<u8> = 1..=10;
/// The most letters of a text: it has to fit on a card.
const LONGEST: usize = 240;

pub(super) fn build(structure: DataFile<'_>, texts: DataFile<'_>) -> Checked<ActionLibrary> {
    let raw: Structure = structure.read()?;
    let words: RawTexts = texts.read()?;
    structure.filled(&raw.id)?;
    structure.must(*raw.version.get_ref() >= 1, raw.version.span(), "the version is 1 or more")?;
    let actions = actions(structure, &raw)?;
    let listed = raw.languages.get_ref().contains(words.language.get_ref());
    texts.must(listed, words.language.span(), "the language is one of those that the structure lists")?;
    all_texts(texts, &words, &actions)?;
    Ok(ActionLibrary {
        version: raw.version.into_inner(),
        hash: hash(&[structure.text, texts.text]),
        actions,
        texts: words.actions.into_iter().map(|(id, text)| (ActionId::from(id), text.into_inner())).collect(),
    })
}

fn actions(file: DataFile<'_>, raw: &Structure) -> Checked<Vec<Action>> {
    unique(file, raw.actions.iter().map(|it| &it.get_ref().id))?;
    let actions: Vec<Action> = raw.actions.iter().map(|it| action(file, it)).collect::<Checked<_>>()?;
    let place = |action: &Action| (action.facet.side(), action.facet, action.kind);
    for (two, at) in actions.windows(2).zip(&raw.actions[1..]) {
        let rule = "exercises stand facet by facet in the order of the instrument, those that build first";
        file.must(place(&two[0]) <= place(&two[1]), at.get_ref().id.span(), rule)?;
    }
    for facet in KnownFacet::all() {
        for (kind, fewest) in FEWEST {
            let count = actions.iter().filter(|it| it.facet == facet && it.kind == kind).count();
            let rule =
                format!("a facet has six exercises that build and three that cut back, or more; {}", facet.as_str());
            file.must(count >= fewest, file.end(), &format!("{rule} has {count}"))?;
        }
        let builds = |it: &&Action| it.facet == facet && it.kind == ActionKind::Build && it.suits(false);
        let rule = format!("three exercises that build suit somebody without reports; not so for {}", facet.as_str());
        file.must(actions.iter().filter(builds).count() >= FEWEST_WITHOUT, file.end(), &rule)?;
    }
    Ok(actions)
}

fn action(file: DataFile<'_>, spanned: &Spanned<RawAction>) -> Checked<Action> {
    let raw = spanned.get_ref();
    let Some(facet) = KnownFacet::of(raw.facet.get_ref()) else {
        return file.broken(
            raw.facet.span(),
            format!("an exercise trains one of the eight facets; {} is none", raw.facet.get_ref()),
        );
    };
    file.must(MINUTES.contains(raw.minutes.get_ref()), raw.minutes.span(), "a deed takes 1 to 10 minutes")?;
    let needs = raw.needs.get_ref();
    let rule = "what an exercise needs is listed once, in the order of its explanation";
    file.must(needs.is_sorted_by(|a, b| a < b), raw.needs.span(), rule)?;
    Ok(Action {
        id: ActionId::from(raw.id.get_ref().as_str()),
        facet,
        kind: raw.kind,
        minutes: *raw.minutes.get_ref(),
        reports: raw.reports,
        needs: needs.iter().copied().collect(),
    })
}

fn all_texts(file: DataFile<'_>, words: &RawTexts, actions: &[Action]) -> Checked {
    for action in actions {
        let Some(text) = words.actions.get(action.id.as_str()) else {
            return file.broken(file.end(), format!("every exercise has texts; {} has none", action.id));
        };
        action_text(file, text)?;
    }
    for (id, text) in &words.actions {
        let known = actions.iter().any(|action| action.id.as_str() == id);
        file.must(known, text.span(), &format!("texts belong to an exercise of the structure; {id} is none"))?;
    }
    Ok(())
}

fn action_text(file: DataFile<'_>, text: &Spanned<ActionText>) -> Checked {
    let t = text.get_ref();
    let parts = [&t.name, &t.occasion, &t.deed, &t.shown, &t.obstacle, &t.instead];
    let all = [&t.name, &t.occasion, &t.deed, &t.shown, &t.stop, &t.wrong, &t.obstacle, &t.instead];
    file.all_filled(&all, text.span())?;
    let rule = format!("no text of an exercise is longer than {LONGEST} letters");
    file.must(all.iter().all(|it| it.chars().count() <= LONGEST), text.span(), &rule)?;
    let rule = "what is part of a sentence ends without a full stop";
    file.must(parts.iter().all(|part| !part.ends_with('.')), text.span(), rule)?;
    let rule = "what is a sentence of its own ends with a full stop";
    // In the language for tests every text ends with a bracket.
    let is_made = file.name == pseudo::LANGUAGE;
    file.must(is_made || [&t.stop, &t.wrong].iter().all(|it| it.ends_with('.')), text.span(), rule)
}
