//! The rater's form: the built page, in which the round's public data stand. `docs/RATERS.md` has the format of these data.

use serde::Serialize;

use super::file::{Issued, RoundFile};
use crate::others::{Group, LIMIT_MEAN, LIMIT_SPREAD, RaterForm};

/// The built form in English.
const ENGLISH: &str = include_str!("../../assets/raters/form/en.html");

/// Where the data go in it.
const PLACE: &str = "@@EVENKEEL-ROUND@@";

/// The public data of a round, for one rater.
#[derive(Serialize)]
struct Data<'a> {
    format: &'static str,
    version: u32,
    round: &'a str,
    person: &'a str,
    group: Group,
    invited: usize,
    groups: &'a [super::file::Invited],
    limits: Limits,
    collector: &'a super::file::Collector,
    until: Option<&'a str>,
    token: Option<String>,
    recipient: String,
    instrument: &'a super::file::Asked,
    language: &'a str,
    items: Vec<Item<'a>>,
}

#[derive(Serialize)]
struct Limits {
    mean: usize,
    comments: usize,
}

#[derive(Serialize)]
struct Item<'a> {
    id: &'a str,
    facet: &'a str,
    text: &'a str,
}

/// The form of one rater as a page; `None` where the round's key is damaged or asks other questions.
pub fn page(round: &RoundFile, form: &RaterForm, rater: Issued) -> Option<String> {
    let data = data(round, form, rater)?;
    // The page has the place once; a test holds it to that.
    ENGLISH.contains(PLACE).then(|| ENGLISH.replacen(PLACE, &data, 1))
}

/// The data, as they stand in the page: nothing in them can end the block that they are in.
pub fn data(round: &RoundFile, form: &RaterForm, rater: Issued) -> Option<String> {
    let questions = &form.questions;
    if questions.hash != round.questions.hash {
        return None;
    }
    let items = questions.facets.iter().flat_map(|facet| facet.items.iter().map(move |item| (facet, item)));
    let item = |(facet, item): (&'_ crate::others::RaterFacet, &'_ crate::profile::ItemId)| {
        Some((facet.id.as_str().to_owned(), item.as_str().to_owned(), form.texts.get(item)?.clone()))
    };
    let items: Vec<(String, String, String)> = items.map(item).collect::<Option<_>>()?;
    let data = Data {
        format: "evenkeel-rater-form",
        version: 1,
        round: &round.id,
        person: &round.person,
        group: rater.group,
        invited: round.groups.iter().filter(|one| one.group == rater.group).map(|one| one.invited).sum(),
        groups: &round.groups,
        limits: Limits { mean: LIMIT_MEAN, comments: LIMIT_SPREAD },
        collector: &round.collector,
        until: round.until.as_deref(),
        token: Some(super::file::hex(rater.token.0)),
        recipient: round.secret()?.recipient(),
        instrument: &round.questions,
        language: &form.language,
        items: items.iter().map(|(facet, id, text)| Item { id, facet, text }).collect(),
    };
    Some(escaped(&serde_json::to_string(&data).ok()?))
}

/// JSON in which no character can end a block of HTML.
fn escaped(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    for c in json.chars() {
        match c {
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => {
                let code = format!("\\u{:04x}", u32::from(c));
                out.push_str(&code);
            }
            other => out.push(other),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::file::{Collector, Invited, NewRound};
    use super::*;

    #[test]
    fn the_page_has_the_data_in_its_one_place_and_nothing_ends_the_block() {
        assert_eq!(ENGLISH.matches(PLACE).count(), 1);
        let form = RaterForm::built_in().unwrap();
        let person = "</script><script>&\u{2028}";
        let new = NewRound {
            person: person.replace('\u{2028}', ""),
            collector: Collector { name: "P & Q <x>".into(), send: String::new() },
            until: None,
            groups: vec![Invited { group: Group::Peers, invited: 1 }],
            chance: vec![1, u64::MAX],
        };
        let round = RoundFile::new(new, &form.questions).unwrap();
        let data = data(&round, &form, round.tokens[0]).unwrap();
        assert!(!data.contains(['<', '>', '&']));
        let value: serde_json::Value = serde_json::from_str(&data).unwrap();
        assert_eq!(value["person"], "</script><script>&");
        assert_eq!((value["token"].as_str(), value["group"].as_str()), (Some("ffffffffffffffff"), Some("peers")));
        assert_eq!(value["items"].as_array().unwrap().len(), form.questions.items().count());
        let page = page(&round, &form, round.tokens[0]).unwrap();
        assert!(page.contains(&data) && !page.contains(PLACE));
        assert!(!page.contains("AGE-SECRET-KEY"));
    }
}
