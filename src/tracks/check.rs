//! Checks the rules that hold for tracks and roles, then builds them.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use toml::Spanned;

use super::raw::{RawDemand, RawRole, RawTexts, Structure};
use super::texts::{CatalogueTexts, RoleText};
use super::{Accountable, BuiltIn, Catalogue, Entry, Role, Track};
use crate::data::{Checked, DataFile, hash, unique};
use crate::instrument::{ByFacet, KnownFacet};
use crate::profile::{FacetWeight, Rating, RoleId};
use crate::scoring::ROUNDING;

/// The smallest number of roles in all, and in one track.
const FEWEST: (usize, usize) = (14, 4);
/// The smallest distance between two roles.
const DISTANCE: f64 = 0.5;
/// Hours of a full week.
const WEEK: RangeInclusive<f64> = 38.0..=42.0;
/// How many points the lists of a role have: gains and losses, questions, signs.
const POINTS: RangeInclusive<usize> = 2..=5;
const QUESTIONS: RangeInclusive<usize> = 3..=5;
const SIGNS: RangeInclusive<usize> = 3..=4;

pub(super) fn build(structure: DataFile<'_>, texts: DataFile<'_>) -> Checked<Catalogue> {
    let raw: Structure = structure.read()?;
    let words: RawTexts = texts.read()?;
    structure.filled(&raw.id)?;
    structure.must(*raw.version.get_ref() >= 1, raw.version.span(), "the version is 1 or more")?;
    tracks(structure, &raw)?;
    let roles = roles(structure, &raw)?;
    let listed = raw.languages.get_ref().contains(words.language.get_ref());
    texts.must(listed, words.language.span(), "the language is one of those that the structure lists")?;
    track_texts(texts, &words)?;
    role_texts(texts, &words, &roles)?;
    Ok(Catalogue {
        id: raw.id.into_inner(),
        version: raw.version.into_inner(),
        hash: hash(&[structure.text, texts.text]),
        roles,
        texts: into_texts(words),
    })
}

fn tracks(file: DataFile<'_>, raw: &Structure) -> Checked {
    file.must(raw.tracks.len() == Track::ALL.len(), file.end(), "there are three tracks")?;
    for (spanned, track) in raw.tracks.iter().zip(Track::ALL) {
        let rule = "the tracks are management, leadership and hybrid, in this order";
        file.must(spanned.get_ref().id == track, spanned.span(), rule)?;
    }
    Ok(())
}

fn roles(file: DataFile<'_>, raw: &Structure) -> Checked<Vec<BuiltIn>> {
    unique(file, raw.roles.iter().map(|r| &r.get_ref().id))?;
    let mut roles: Vec<BuiltIn> = Vec::with_capacity(raw.roles.len());
    for spanned in &raw.roles {
        let role = role(file, spanned)?;
        let behind = roles.last().is_none_or(|last| last.track <= role.track);
        file.must(behind, spanned.get_ref().id.span(), "the roles stand track by track")?;
        if let Some(near) = roles.iter().find(|r| r.role.distance(&role.role) < DISTANCE - ROUNDING) {
            let both = format!("no two roles are closer than {DISTANCE}; {} and {} are", near.role.id, role.role.id);
            return file.broken(spanned.get_ref().id.span(), both);
        }
        roles.push(role);
    }
    file.must(roles.len() >= FEWEST.0, file.end(), "there are 14 roles or more")?;
    for track in Track::ALL {
        let count = roles.iter().filter(|r| r.track == track).count();
        file.must(count >= FEWEST.1, file.end(), "each track has four roles or more")?;
    }
    Ok(roles)
}

fn role(file: DataFile<'_>, spanned: &Spanned<RawRole>) -> Checked<BuiltIn> {
    let raw = spanned.get_ref();
    let id = RoleId::from(raw.id.get_ref().as_str());
    let mut demands = ByFacet::all(Rating::ALL[0]);
    let mut weights = ByFacet::all(FacetWeight::ALL[0]);
    let mut week = ByFacet::all(0.0);
    for facet in KnownFacet::all() {
        let Some(found) = raw.facets.get(facet.as_str()) else {
            let facet = facet.as_str();
            return file.broken(raw.id.span(), format!("a role says what it asks of every facet; {facet} is missing"));
        };
        let RawDemand { demand, weight, hours } = *found.get_ref();
        file.must((0.0..=40.0).contains(&hours), found.span(), "hours lie between 0 and 40")?;
        (demands[facet], weights[facet], week[facet]) = (demand, weight, hours);
    }
    for (facet, found) in &raw.facets {
        file.must(
            KnownFacet::of(facet).is_some(),
            found.span(),
            &format!("a role has the eight facets; {facet} is none"),
        )?;
    }
    let own_work = *raw.own_work.get_ref();
    file.must((0.0..=40.0).contains(&own_work), raw.own_work.span(), "hours lie between 0 and 40")?;
    let hours = own_work + week.values().sum::<f64>();
    file.must(WEEK.contains(&hours), raw.id.span(), &format!("a week has 38 to 42 hours; this one has {hours}"))?;
    let role = Role { id, demands, weights };
    comparable(file, raw, &role)?;
    accountable(file, raw)?;
    let accountable = raw.accountable.get_ref().clone();
    let entry = entry(file, raw)?;
    Ok(BuiltIn { role, track: raw.track, week, own_work, accountable, entry })
}

fn entry(file: DataFile<'_>, raw: &RawRole) -> Checked<BTreeSet<Entry>> {
    let (listed, at) = (raw.entry.get_ref(), raw.entry.span());
    file.must(
        listed.is_sorted_by(|a, b| a < b),
        at,
        "what it takes to get in is listed once, in the order of its explanation",
    )?;
    Ok(listed.iter().copied().collect())
}

/// A role of which too little is known, or that asks nothing in particular, cannot be compared with others.
fn comparable(file: DataFile<'_>, raw: &RawRole, role: &Role) -> Checked {
    let count = |holds: &dyn Fn(u8) -> bool| role.demands.values().filter(|d| holds(d.value())).count();
    let at = || raw.id.span();
    let counted = role.weights.values().filter(|w| w.value() > 0).count();
    file.must(counted >= 5, at(), "a role has five weights above 0 or more")?;
    file.must(count(&|d| d >= 4) >= 3, at(), "a role has three demands of 4 or 5, or more")?;
    file.must(count(&|d| d <= 2) >= 1, at(), "a role has a demand of 1 or 2")?;
    let odd =
        KnownFacet::all().find(|facet| (role.demands[*facet].value() == 1) != (role.weights[*facet].value() == 0));
    let facet = odd.map_or("", KnownFacet::as_str);
    file.must(
        odd.is_none(),
        at(),
        &format!("a demand of 1 has weight 0, and no other demand has it; {facet} breaks that"),
    )
}

fn accountable(file: DataFile<'_>, raw: &RawRole) -> Checked {
    let (what, at) = (raw.accountable.get_ref(), raw.accountable.span());
    match raw.track {
        Track::Leadership => {
            let none = !what.contains(&Accountable::Reports) && !what.contains(&Accountable::Budget);
            file.must(none, at, "a role in leadership without reports has neither reports nor budget")
        }
        Track::Management | Track::Hybrid => {
            file.must(!what.is_empty(), at, "a role in management or hybrid answers for something")
        }
    }
}

fn track_texts(file: DataFile<'_>, words: &RawTexts) -> Checked {
    for text in [&words.language, &words.note, &words.own_work] {
        file.filled(text)?;
    }
    for track in Track::ALL {
        let Some(text) = words.tracks.get(&track) else {
            return file.broken(file.end(), format!("every track has texts; {} has none", track.as_str()));
        };
        file.all_filled(&[&text.get_ref().name, &text.get_ref().about], text.span())?;
    }
    for what in [Accountable::Reports, Accountable::Budget, Accountable::Targets] {
        match words.accountable.get(&what) {
            Some(text) => file.filled(text)?,
            None => return file.broken(file.end(), "reports, budget and targets have names"),
        }
    }
    Ok(())
}

fn role_texts(file: DataFile<'_>, words: &RawTexts, roles: &[BuiltIn]) -> Checked {
    for BuiltIn { role, .. } in roles {
        let Some(text) = words.roles.get(role.id.as_str()) else {
            return file.broken(file.end(), format!("every role has texts; {} has none", role.id));
        };
        role_text(file, text)?;
    }
    for (id, text) in &words.roles {
        let known = roles.iter().any(|r| r.role.id.as_str() == id);
        file.must(known, text.span(), &format!("texts belong to a role of the structure; {id} is none"))?;
    }
    Ok(())
}

fn role_text(file: DataFile<'_>, text: &Spanned<RoleText>) -> Checked {
    let t = text.get_ref();
    let single = [&t.name, &t.summary, &t.work, &t.week, &t.accountable, &t.entry, &t.way_in, &t.way_back];
    file.all_filled(&single, text.span())?;
    let lists = [
        (&t.gains, POINTS, "a list of gains or losses has two to five points"),
        (&t.gives_up, POINTS, "a list of gains or losses has two to five points"),
        (&t.questions, QUESTIONS, "a role has three to five questions to ask"),
        (&t.mismatch, SIGNS, "a role has three or four signs that it does not suit"),
    ];
    for (list, points, rule) in lists {
        file.must(points.contains(&list.len()), text.span(), rule)?;
        file.all_filled(&list.iter().collect::<Vec<_>>(), text.span())?;
    }
    for facet in KnownFacet::all().map(KnownFacet::as_str) {
        let Some(reason) = t.reasons.get(facet) else {
            return file.broken(text.span(), format!("a role says why it asks of every facet; {facet} is missing"));
        };
        file.all_filled(&[&reason.demand, &reason.weight], text.span())?;
    }
    for facet in t.reasons.keys() {
        let rule = format!("reasons belong to one of the eight facets; {facet} is none");
        file.must(KnownFacet::of(facet.as_str()).is_some(), text.span(), &rule)?;
    }
    Ok(())
}

fn into_texts(words: RawTexts) -> CatalogueTexts {
    CatalogueTexts {
        language: words.language.into_inner(),
        note: words.note.into_inner(),
        own_work: words.own_work.into_inner(),
        tracks: words.tracks.into_iter().map(|(track, text)| (track, text.into_inner())).collect(),
        accountable: words.accountable.into_iter().map(|(what, text)| (what, text.into_inner())).collect(),
        roles: words.roles.into_iter().map(|(id, text)| (id.into(), text.into_inner())).collect(),
    }
}
