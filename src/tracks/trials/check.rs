//! Checks the rules that hold for trials, then builds them.

use std::ops::RangeInclusive;

use toml::Spanned;

use super::raw::{RawTexts, RawTrial, Structure};
use super::{Trial, TrialLibrary, TrialText};
use crate::data::{Checked, DataFile, hash, unique};
use crate::profile::{RoleId, TrialId};
use crate::pseudo;
use crate::tracks::Catalogue;

/// How many trials a role has at least that anybody can do.
const FEWEST: usize = 2;
/// How many weeks a trial takes, and how many hours in each.
const WEEKS: RangeInclusive<u8> = 1..=4;
const HOURS: RangeInclusive<u8> = 1..=10;
/// How many questions there are for the end of each week.
const LOOK: RangeInclusive<usize> = 2..=3;
/// The most letters of a text: it has to fit on a card.
const LONGEST: usize = 330;

pub(super) fn build(structure: DataFile<'_>, texts: DataFile<'_>, catalogue: &Catalogue) -> Checked<TrialLibrary> {
    let raw: Structure = structure.read()?;
    let words: RawTexts = texts.read()?;
    structure.must(*raw.version.get_ref() >= 1, raw.version.span(), "the version is 1 or more")?;
    let trials = trials(structure, &raw, catalogue)?;
    let listed = raw.languages.get_ref().contains(words.language.get_ref());
    texts.must(listed, words.language.span(), "the language is one of those that the structure lists")?;
    all_texts(texts, &words, &trials)?;
    Ok(TrialLibrary {
        version: raw.version.into_inner(),
        hash: hash(&[structure.text, texts.text]),
        trials,
        texts: words.trials.into_iter().map(|(id, text)| (TrialId::from(id), text.into_inner())).collect(),
    })
}

fn trials(file: DataFile<'_>, raw: &Structure, catalogue: &Catalogue) -> Checked<Vec<Trial>> {
    unique(file, raw.trials.iter().map(|it| &it.get_ref().id))?;
    let mut trials: Vec<Trial> = Vec::with_capacity(raw.trials.len());
    for spanned in &raw.trials {
        let trial = trial(file, spanned, catalogue)?;
        let first = |trial: &Trial| trial.roles.first().and_then(|role| place(catalogue, role));
        let behind = trials.last().is_none_or(|last| first(last) <= first(&trial));
        file.must(behind, spanned.get_ref().id.span(), "the trials stand role by role, by their first role")?;
        trials.push(trial);
    }
    for role in catalogue.demands() {
        let count = trials.iter().filter(|trial| !trial.reports && trial.roles.contains(&role.id)).count();
        let rule = format!("a role has two trials that anybody can do, or more; {} has {count}", role.id);
        file.must(count >= FEWEST, file.end(), &rule)?;
    }
    Ok(trials)
}

fn trial(file: DataFile<'_>, spanned: &Spanned<RawTrial>, catalogue: &Catalogue) -> Checked<Trial> {
    let raw = spanned.get_ref();
    let (listed, at) = (raw.roles.get_ref(), raw.roles.span());
    file.must(!listed.is_empty(), at.clone(), "a trial shows something of a role")?;
    let roles: Vec<RoleId> = listed.iter().map(|id| RoleId::from(id.as_str())).collect();
    if let Some(unknown) = roles.iter().find(|role| place(catalogue, role).is_none()) {
        return file.broken(at, format!("a trial shows something of roles that there are; {unknown} is none"));
    }
    let sorted = roles.is_sorted_by(|a, b| place(catalogue, a) < place(catalogue, b));
    file.must(sorted, at, "the roles of a trial are listed once, in the order of the roles")?;
    file.must(WEEKS.contains(raw.weeks.get_ref()), raw.weeks.span(), "a trial takes 1 to 4 weeks")?;
    file.must(HOURS.contains(raw.hours.get_ref()), raw.hours.span(), "a trial takes 1 to 10 hours a week")?;
    Ok(Trial {
        id: TrialId::from(raw.id.get_ref().as_str()),
        roles,
        weeks: *raw.weeks.get_ref(),
        hours: *raw.hours.get_ref(),
        reports: raw.reports,
        leave: raw.ask,
    })
}

/// The place of a role among those of the catalogue; `None` where there is no such role.
fn place(catalogue: &Catalogue, role: &RoleId) -> Option<usize> {
    catalogue.demands().position(|known| known.id == *role)
}

fn all_texts(file: DataFile<'_>, words: &RawTexts, trials: &[Trial]) -> Checked {
    for trial in trials {
        let Some(text) = words.trials.get(trial.id.as_str()) else {
            return file.broken(file.end(), format!("every trial has texts; {} has none", trial.id));
        };
        trial_text(file, text)?;
    }
    for (id, text) in &words.trials {
        let known = trials.iter().any(|trial| trial.id.as_str() == id);
        file.must(known, text.span(), &format!("texts belong to a trial of the structure; {id} is none"))?;
    }
    Ok(())
}

fn trial_text(file: DataFile<'_>, text: &Spanned<TrialText>) -> Checked {
    let t = text.get_ref();
    let sentences = [&t.what, &t.leave, &t.shows, &t.go_on, &t.stop];
    let all: Vec<&String> = [&t.name].into_iter().chain(sentences).chain(&t.look).collect();
    file.all_filled(&all, text.span())?;
    file.must(LOOK.contains(&t.look.len()), text.span(), "a trial has two or three questions for each week")?;
    // The language for tests is longer, and every text of it ends with a bracket.
    if file.name == pseudo::LANGUAGE {
        return Ok(());
    }
    let rule = format!("no text of a trial is longer than {LONGEST} letters");
    file.must(all.iter().all(|it| it.chars().count() <= LONGEST), text.span(), &rule)?;
    file.must(!t.name.ends_with('.'), text.span(), "a name ends without a full stop")?;
    let ends = |it: &&&String| it.ends_with(['.', '?']);
    file.must(sentences.iter().all(|it| ends(&it)), text.span(), "what is a sentence ends as one")?;
    file.must(t.look.iter().all(|it| it.ends_with('?')), text.span(), "what to look at each week is a question")
}
