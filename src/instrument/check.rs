//! Checks the rules that hold for an instrument, then builds it.

use std::collections::BTreeSet;

use toml::Spanned;

use super::raw::{RawSign, RawTexts, Structure};
use super::{
    AnswerText, Aspect, Assumed, Facet, Instrument, InstrumentTexts, KnownFacet, Side, Sign, SignKind, Situation,
    scales,
};
use crate::data::{Checked, DataFile, hash, unique};
use crate::profile::{FacetId, ItemId, TextsRef};

/// The longest item, in words.
const MAX_WORDS: usize = 20;

pub(super) fn build(structure: DataFile<'_>, texts: DataFile<'_>) -> Checked<Instrument> {
    let raw: Structure = structure.read()?;
    let words: RawTexts = texts.read()?;
    numbers(structure, &raw)?;
    let facets = facets(structure, &raw)?;
    aspects(structure, &raw)?;
    situations(structure, &raw)?;
    let signs = signs(structure, &raw)?;
    if !raw.languages.get_ref().contains(words.language.get_ref()) {
        return texts.broken(words.language.span(), "the language is one of those that the structure lists");
    }
    facet_texts(texts, &words, &facets)?;
    item_texts(texts, &words, &facets)?;
    other_texts(texts, &words, &raw)?;
    let situations = raw
        .situations
        .iter()
        .map(Spanned::get_ref)
        .map(|s| Situation {
            id: s.id.get_ref().as_str().into(),
            aspect: s.aspect,
            left: s.left.unwrap_or(Side::Leadership),
        })
        .collect();
    Ok(Instrument {
        id: raw.id.into_inner(),
        version: raw.version.into_inner(),
        hash: hash(&[structure.text]),
        hash_with_texts: hash(&[structure.text, texts.text]),
        translations: Vec::new(),
        asked_in: TextsRef { language: words.language.get_ref().clone(), hash: hash(&[texts.text]) },
        assumed: raw.assumed.into_inner(),
        confidence: raw.confidence.into_inner(),
        facets,
        situations,
        signs,
        texts: into_texts(words),
    })
}

fn numbers(file: DataFile<'_>, raw: &Structure) -> Checked {
    let assumed = raw.assumed.get_ref();
    file.filled(&raw.id)?;
    file.must(*raw.version.get_ref() >= 1, raw.version.span(), "the version is 1 or more")?;
    file.must(
        assumed.item_sd > 0.0 && assumed.item_sd <= 2.0,
        raw.assumed.span(),
        "the assumed item_sd is above 0 and at most 2",
    )?;
    file.must(
        assumed.inter_item_r > 0.0 && assumed.inter_item_r < 1.0,
        raw.assumed.span(),
        "the assumed inter_item_r lies between 0 and 1",
    )?;
    let Assumed { facet_sd, side_difference_sd, need_error, energy_error, demand_error, equivalence, .. } = *assumed;
    for (name, value) in [
        ("facet_sd", facet_sd),
        ("side_difference_sd", side_difference_sd),
        ("need_error", need_error),
        ("energy_error", energy_error),
        ("demand_error", demand_error),
        ("equivalence", equivalence),
    ] {
        let rule = format!("the assumed {name} lies between 0 and 2");
        file.must((0.0..=2.0).contains(&value), raw.assumed.span(), &rule)?;
    }
    let confidence = *raw.confidence.get_ref();
    file.must(
        [0.80, 0.90, 0.95].iter().any(|c| (c - confidence).abs() < 1e-9),
        raw.confidence.span(),
        "the confidence is 0.80, 0.90 or 0.95",
    )
}

fn facets(file: DataFile<'_>, raw: &Structure) -> Checked<Vec<Facet>> {
    file.must(raw.facets.len() == KnownFacet::all().len(), file.end(), "there are eight facets")?;
    let mut seen = BTreeSet::new();
    let mut facets = Vec::with_capacity(raw.facets.len());
    for (spanned, known) in raw.facets.iter().zip(KnownFacet::all()) {
        let facet = spanned.get_ref();
        let (id, side) = (known.as_str(), known.side());
        file.must(
            facet.id.get_ref() == id && facet.side == side,
            facet.id.span(),
            &format!("the facets stand in their fixed order; here comes {id}"),
        )?;
        file.must(facet.items.len() == 5, facet.id.span(), "a facet has five items")?;
        for item in &facet.items {
            file.filled(item)?;
            let rule = format!("no id is used twice; {} is", item.get_ref());
            file.must(seen.insert(item.get_ref().clone()), item.span(), &rule)?;
        }
        file.must(facet.quick.len() == 3, facet.id.span(), "three items of a facet make its quick form")?;
        let mut quick = BTreeSet::new();
        for item in &facet.quick {
            let own = facet.items.iter().any(|i| i.get_ref() == item.get_ref());
            file.must(
                own && quick.insert(item.get_ref()),
                item.span(),
                "the quick form is made of the facet's own items, each once",
            )?;
        }
        let ids =
            |list: &[Spanned<String>]| list.iter().map(|i| ItemId::from(i.get_ref().as_str())).collect::<Vec<_>>();
        if let Some(r) = &facet.inter_item_r {
            file.must(
                *r.get_ref() > 0.0 && *r.get_ref() < 1.0,
                r.span(),
                "the assumed inter_item_r lies between 0 and 1",
            )?;
        }
        let inter_item_r = facet.inter_item_r.as_ref().map_or(raw.assumed.get_ref().inter_item_r, |r| *r.get_ref());
        let (items, quick) = (ids(&facet.items), ids(&facet.quick));
        facets.push(Facet { id: FacetId::from(id), side, items, quick, inter_item_r });
    }
    Ok(facets)
}

fn aspects(file: DataFile<'_>, raw: &Structure) -> Checked {
    file.must(raw.aspects.len() == Aspect::ALL.len(), file.end(), "there are four aspects")?;
    for (spanned, aspect) in raw.aspects.iter().zip(Aspect::ALL) {
        file.must(
            spanned.get_ref().id == aspect,
            spanned.span(),
            "the aspects are decisions, communication, conflict and success, in this order",
        )?;
    }
    Ok(())
}

fn situations(file: DataFile<'_>, raw: &Structure) -> Checked {
    unique(file, raw.situations.iter().map(|s| &s.get_ref().id))?;
    for aspect in Aspect::ALL {
        let count = raw.situations.iter().filter(|s| s.get_ref().aspect == aspect).count();
        file.must(count == 2, file.end(), "there are two situations for each aspect")?;
    }
    Ok(())
}

fn signs(file: DataFile<'_>, raw: &Structure) -> Checked<Vec<Sign>> {
    unique(file, raw.signs.iter().map(|s| &s.get_ref().id))?;
    for (kind, wanted) in SignKind::ALL.into_iter().zip([3, 3, 2, 2]) {
        let count = raw.signs.iter().filter(|s| s.get_ref().kind == kind).count();
        file.must(
            count == wanted,
            file.end(),
            "there are three signs of each gap, and two of each side being overdone",
        )?;
    }
    let sign = |s: &Spanned<RawSign>| {
        let sign = s.get_ref();
        let period = scales::period(file, sign.months.as_ref())?;
        Ok(Sign { id: sign.id.get_ref().as_str().into(), kind: sign.kind, period })
    };
    raw.signs.iter().map(sign).collect()
}

fn facet_texts(file: DataFile<'_>, words: &RawTexts, facets: &[Facet]) -> Checked {
    for facet in facets {
        let Some(text) = words.facets.get(facet.id.as_str()) else {
            return file.broken(file.end(), format!("every facet has texts; {} has none", facet.id));
        };
        let t = text.get_ref();
        let all = [
            &t.name,
            &t.definition,
            &t.why,
            &t.example,
            &t.level_1,
            &t.level_3,
            &t.level_5,
            &t.need,
            &t.dose,
            &t.energy,
        ];
        let newer = [&t.subtitle, &t.too_much];
        file.all_filled(&all.into_iter().chain(newer.into_iter().flatten()).collect::<Vec<_>>(), text.span())?;
    }
    let texts = || words.facets.values().map(Spanned::get_ref);
    let subtitles = texts().filter(|t| t.subtitle.is_some()).count();
    let too_much = texts().filter(|t| t.too_much.is_some()).count();
    for (name, count) in [("subtitle", subtitles), ("too_much", too_much)] {
        let rule = format!("all facets have a {name}, or none has");
        file.must(count == 0 || count == words.facets.len(), file.end(), &rule)?;
    }
    for (id, text) in &words.facets {
        let known = facets.iter().any(|f| f.id.as_str() == id);
        file.must(known, text.span(), &format!("texts belong to a facet of the structure; {id} is none"))?;
    }
    Ok(())
}

fn item_texts(file: DataFile<'_>, words: &RawTexts, facets: &[Facet]) -> Checked {
    for item in facets.iter().flat_map(|f| &f.items) {
        let Some(text) = words.items.get(item.as_str()) else {
            return file.broken(file.end(), format!("every item has a text; {item} has none"));
        };
        file.filled(text)?;
        let count = text.get_ref().split_whitespace().count();
        file.must(
            count <= MAX_WORDS,
            text.span(),
            &format!("an item has at most {MAX_WORDS} words; {item} has {count}"),
        )?;
    }
    for (id, text) in &words.items {
        let known = facets.iter().any(|f| f.items.iter().any(|i| i.as_str() == id));
        file.must(known, text.span(), &format!("a text belongs to an item of the structure; {id} is none"))?;
    }
    Ok(())
}

fn other_texts(file: DataFile<'_>, words: &RawTexts, raw: &Structure) -> Checked {
    for text in [&words.language, &words.name, &words.behaviour.frame, &words.situation_scale.prompt] {
        file.filled(text)?;
    }
    file.must(
        words.behaviour.answers.len() == 5
            && words.behaviour.answers.iter().zip(1..).all(|(a, n)| a.get_ref().value == n),
        words.behaviour.frame.span(),
        "there are five answers, with the values 1 to 5 in this order",
    )?;
    for answer in &words.behaviour.answers {
        let a = answer.get_ref();
        file.all_filled(&[&a.label, &a.sentence], answer.span())?;
    }
    let a = words.behaviour.not_applicable.get_ref();
    file.all_filled(&[&a.label, &a.sentence], words.behaviour.not_applicable.span())?;
    situation_texts(file, words, raw)?;
    sign_texts(file, words, raw)?;
    for aspect in Aspect::ALL {
        let Some(text) = words.aspects.get(&aspect) else {
            return file.broken(file.end(), "every aspect has texts");
        };
        let t = text.get_ref();
        let all = [&t.name, &t.management, &t.leadership, &t.too_much_management, &t.too_much_leadership];
        file.all_filled(&all, text.span())?;
    }
    scales::check(file, &words.scales, raw)
}

fn situation_texts(file: DataFile<'_>, words: &RawTexts, raw: &Structure) -> Checked {
    for situation in &raw.situations {
        let id = situation.get_ref().id.get_ref();
        let Some(text) = words.situations.get(id) else {
            return file.broken(file.end(), format!("every situation has texts; {id} has none"));
        };
        let t = text.get_ref();
        file.all_filled(&[&t.scene, &t.management, &t.leadership], text.span())?;
    }
    for (id, text) in &words.situations {
        let known = raw.situations.iter().any(|s| s.get_ref().id.get_ref() == id);
        file.must(known, text.span(), &format!("texts belong to a situation of the structure; {id} is none"))?;
    }
    Ok(())
}

fn sign_texts(file: DataFile<'_>, words: &RawTexts, raw: &Structure) -> Checked {
    for sign in &raw.signs {
        let id = sign.get_ref().id.get_ref();
        let Some(text) = words.signs.get(id) else {
            return file.broken(file.end(), format!("every sign has a text; {id} has none"));
        };
        file.filled(text)?;
    }
    for (id, text) in &words.signs {
        let known = raw.signs.iter().any(|s| s.get_ref().id.get_ref() == id);
        file.must(known, text.span(), &format!("a text belongs to a sign of the structure; {id} is none"))?;
    }
    Ok(())
}

fn into_texts(mut words: RawTexts) -> InstrumentTexts {
    let need_sentences = scales::need_sentences(&mut words.scales.need);
    let (dose, sign) = (words.scales.dose, words.scales.sign);
    InstrumentTexts {
        language: words.language.into_inner(),
        name: words.name.into_inner(),
        frame: words.behaviour.frame.into_inner(),
        answers: words
            .behaviour
            .answers
            .into_iter()
            .map(Spanned::into_inner)
            .map(|a| AnswerText { label: a.label, sentence: a.sentence })
            .collect(),
        not_applicable: words.behaviour.not_applicable.into_inner(),
        facets: words.facets.into_iter().map(|(id, t)| (id.into(), t.into_inner())).collect(),
        items: words.items.into_iter().map(|(id, t)| (id.into(), t.into_inner())).collect(),
        situations: words.situations.into_iter().map(|(id, t)| (id.into(), t.into_inner())).collect(),
        situation_prompt: words.situation_scale.prompt.into_inner(),
        aspects: words.aspects.into_iter().map(|(aspect, t)| (aspect, t.into_inner())).collect(),
        signs: words.signs.into_iter().map(|(id, t)| (id.into(), t.into_inner())).collect(),
        need_prompt: words.scales.need.prompt.into_inner(),
        need_labels: words.scales.need.labels.into_inner(),
        need_sentences,
        stakes: words.scales.stakes.and_then(scales::stakes_text),
        dose_prompt: dose.prompt.into_inner(),
        dose_labels: [dose.too_little.into_inner(), dose.right.into_inner(), dose.too_much.into_inner()],
        energy_prompt: words.scales.energy.prompt.into_inner(),
        energy_labels: words.scales.energy.labels.into_inner(),
        sign_prompt: sign.prompt.into_inner(),
        sign_prompt_12: sign.prompt_12.map(Spanned::into_inner),
        sign_labels: [
            sign.no.into_inner(),
            sign.sometimes.into_inner(),
            sign.often.into_inner(),
            sign.unknown.into_inner(),
        ],
    }
}
