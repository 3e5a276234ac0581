//! What others see in words: what differs beyond error, who is shown and who is hidden, and what that cannot say.

use super::sentence::facet_name;
use crate::instrument::Instrument;
use crate::others::{AD_CUT, Comparison, FacetComparison, Finding, Group, LIMIT_MEAN, Merged, View, Who};
use crate::profile::FacetId;
use crate::scoring::id;
use crate::t;
use crate::words::Words;

/// What is said about a merged result beside the person's own scores.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OthersSummary {
    /// What was found, in a sentence.
    pub heading: String,
    /// With whom the person is compared, and how many findings chance alone would give.
    pub below: String,
    /// Who answered.
    pub replies: String,
    /// Facets that the person rates higher.
    pub blind_spots: Vec<OthersFinding>,
    /// Facets that others rate higher.
    pub hidden_strengths: Vec<OthersFinding>,
    /// Where raters disagree with each other, a sentence each.
    pub divided: Vec<String>,
    /// How alike the whole profiles are, a sentence each.
    pub profiles: Vec<String>,
    /// Groups that are hidden, wholly or in part, a sentence each.
    pub hidden: Vec<String>,
}

/// A facet that stands out.
#[derive(Clone, Debug, PartialEq)]
pub struct OthersFinding {
    /// Which.
    pub facet: FacetId,
    /// By how much.
    pub value: String,
    /// Both means with their errors, and the error of their difference.
    pub line: String,
}

/// What is said about a merged result.
pub fn others_summary(words: &Words, instrument: &Instrument, merged: &Merged, found: &Comparison) -> OthersSummary {
    let said = Said { words, instrument, found };
    OthersSummary {
        heading: said.heading(),
        below: said.below(),
        replies: replies(words, merged),
        blind_spots: said.findings(Finding::BlindSpot),
        hidden_strengths: said.findings(Finding::HiddenStrength),
        divided: said.divided(),
        profiles: said.profiles(),
        hidden: hidden(words, merged),
    }
}

/// What a group is called at the begin of a line: "Peers".
pub fn who_words(words: &Words, who: Who) -> String {
    match who {
        Who::All => t!(words, "others-who-all"),
        Who::Group(Group::Manager) => t!(words, "others-who-manager"),
        Who::Group(Group::Peers) => t!(words, "others-who-peers"),
        Who::Group(Group::Reports) => t!(words, "others-who-reports"),
        Who::Group(Group::Others) => t!(words, "others-who-others"),
    }
}

/// What stands out about a facet, in a few words: "you rate 1.3 higher"; empty where nothing does.
pub fn finding_short(words: &Words, found: &Comparison, facet: &FacetComparison) -> String {
    let difference = reference(found, facet).and_then(|view| view.difference);
    match (facet.finding, difference) {
        (Some(Finding::BlindSpot), Some(by)) => t!(words, "others-you-higher", points = words.points(by.value)),
        (Some(Finding::HiddenStrength), Some(by)) => t!(words, "others-they-higher", points = words.points(-by.value)),
        _ => String::new(),
    }
}

/// What the person's own score is compared with.
pub fn reference<'a>(found: &Comparison, facet: &'a FacetComparison) -> Option<&'a View> {
    facet.views.iter().find(|view| Some(view.seen.who) == found.reference)
}

/// A mean with half its band: "3.4 ± 0.5".
pub fn mean_words(words: &Words, mean: f64, half: f64) -> String {
    t!(words, "others-mean", mean = words.points(mean), error = words.points(half))
}

struct Said<'a> {
    words: &'a Words,
    instrument: &'a Instrument,
    found: &'a Comparison,
}

impl Said<'_> {
    fn compared(&self) -> impl Iterator<Item = &FacetComparison> {
        let has =
            move |facet: &&FacetComparison| reference(self.found, facet).is_some_and(|view| view.difference.is_some());
        self.found.facets.iter().filter(has)
    }

    fn heading(&self) -> String {
        let of = self.compared().count();
        let count = self.compared().filter(|facet| facet.finding.is_some()).count();
        match (of, count) {
            (0, _) => t!(self.words, "others-heading-nothing"),
            (of, 0) => t!(self.words, "others-heading-alike", of = of),
            (of, count) => t!(self.words, "others-heading-differ", count = count, of = of),
        }
    }

    #[expect(clippy::cast_precision_loss, reason = "there are eight facets")]
    fn below(&self) -> String {
        let of = self.compared().count();
        let Some(who) = self.found.reference.filter(|_| of > 0) else {
            return t!(self.words, "others-below-nothing");
        };
        let count = self.compared().filter(|facet| facet.finding.is_some()).count();
        let (who, chance) = (who_words(self.words, who), self.words.points(self.found.expected_by_chance));
        let percent = self.words.decimal(100.0 * self.found.confidence.share(), 0);
        let mut said = vec![
            t!(self.words, "others-compared", who = who),
            t!(self.words, "others-chance", count = chance, of = of, percent = percent),
        ];
        if count > 0 && count as f64 <= self.found.expected_by_chance.ceil() {
            said.push(t!(self.words, "others-chance-few"));
        }
        said.join(" ")
    }

    fn findings(&self, finding: Finding) -> Vec<OthersFinding> {
        let mut found: Vec<&FacetComparison> =
            self.found.facets.iter().filter(|facet| facet.finding == Some(finding)).collect();
        let size = |facet: &FacetComparison| {
            reference(self.found, facet).and_then(|view| view.difference).map_or(0.0, |it| it.value.abs())
        };
        found.sort_by(|a, b| size(b).total_cmp(&size(a)));
        found.into_iter().filter_map(|facet| self.finding(facet)).collect()
    }

    fn finding(&self, facet: &FacetComparison) -> Option<OthersFinding> {
        let (own, view) = (facet.own?, reference(self.found, facet)?);
        let (z, by) = (self.found.confidence.z(), view.difference?);
        let line = t!(
            self.words,
            "others-finding",
            own = mean_words(self.words, own.mean, z * own.sem),
            who = who_words(self.words, view.seen.who),
            theirs = mean_words(self.words, view.seen.mean, z * view.se),
            error = self.words.points(z * by.se)
        );
        Some(OthersFinding { facet: facet.facet.clone(), value: finding_short(self.words, self.found, facet), line })
    }

    fn divided(&self) -> Vec<String> {
        let one = |facet: &FacetComparison| {
            let split = facet.views.iter().filter(|view| view.is_divided == Some(true));
            let names: Vec<String> = split.map(|view| who_words(self.words, view.seen.who)).collect();
            (!names.is_empty()).then(|| {
                let facet = facet_name(self.instrument, &facet.facet);
                t!(self.words, "others-divided", facet = facet, who = self.words.list(&names))
            })
        };
        self.found.facets.iter().filter_map(one).collect()
    }

    fn profiles(&self) -> Vec<String> {
        let one = |it: &crate::others::ProfileAgreement| {
            let who = who_words(self.words, it.who);
            t!(self.words, "others-profile", who = who, icc = self.words.decimal(it.icc, 2), facets = it.facets)
        };
        self.found.profiles.iter().map(one).collect()
    }
}

/// "8 replies: 1 manager, 4 peers and 3 reports."
fn replies(words: &Words, merged: &Merged) -> String {
    let one = |group: &crate::others::GroupCount| {
        t!(words, "others-group-count", group = id(&group.group), count = group.replies)
    };
    let groups: Vec<String> = merged.groups.iter().map(one).collect();
    let count: usize = merged.groups.iter().map(|group| group.replies).sum();
    t!(words, "others-replies", count = count, groups = words.list(&groups))
}

/// Which groups are hidden: of those below the limit their number is all that is said.
fn hidden(words: &Words, merged: &Merged) -> Vec<String> {
    let shown = |who: Who| merged.facets.iter().filter(|facet| facet.seen.iter().any(|seen| seen.who == who)).count();
    let of = merged.facets.len();
    let one = |group: &crate::others::GroupCount| {
        let who = who_words(words, Who::Group(group.group));
        match shown(Who::Group(group.group)) {
            0 if group.group.is_identifiable() => Some(t!(words, "others-hidden-open", who = who)),
            0 => Some(t!(words, "others-hidden", who = who, count = group.replies, limit = LIMIT_MEAN)),
            in_all if in_all == of => None,
            some => Some(t!(words, "others-hidden-some", who = who, count = some, of = of)),
        }
    };
    let mut said: Vec<String> = merged.groups.iter().filter_map(one).collect();
    if shown(Who::All) == 0 {
        said.push(t!(words, "others-hidden-all"));
    }
    said
}

/// That *disagree* is a convention, and what it is.
pub fn divided_note(words: &Words) -> String {
    t!(words, "others-divided-note", cut = words.decimal(AD_CUT, 2))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::others::{GroupCount, MergedFacet, Seen, Spread, compare};
    use crate::scoring::fixture::{audit, scored};

    fn seen(who: Who, mean: f64, raters: usize, ad: Option<f64>) -> Seen {
        Seen { who, mean, items: 5, raters, spread: ad.map(|ad| Spread { sd: 0.6, ad, raters }) }
    }

    fn said(mean: f64, ad: f64) -> OthersSummary {
        let (instrument, audit) = audit(&[(0, 4), (1, 3), (4, 4)]);
        let peers = Who::Group(Group::Peers);
        let facet = |at: usize, mean| MergedFacet {
            id: instrument.facets[at].id.clone(),
            seen: vec![seen(peers, mean, 5, Some(ad)), seen(Who::All, mean, 6, None)],
        };
        let merged = Merged {
            groups: [(Group::Manager, 1), (Group::Peers, 5), (Group::Reports, 2)]
                .map(|(group, replies)| GroupCount { group, replies })
                .to_vec(),
            facets: vec![facet(0, mean), facet(1, 3.1)],
            ..Merged::default()
        };
        let words = Words::english();
        others_summary(&words, &instrument, &merged, &compare(&scored(&instrument, &audit), &merged))
    }

    #[test]
    fn what_differs_is_said_with_its_error_and_with_what_chance_gives() {
        let said = said(2.0, 0.5);
        assert_eq!(said.heading, "In one of 2 facets, others see you otherwise than you do, by more than the error.");
        assert!(said.below.contains("By chance alone, about 0.2 of 2"), "{}", said.below);
        assert!(said.below.contains("may be chance"), "one is no more than chance rounded up: {}", said.below);
        assert_eq!((said.blind_spots.len(), said.hidden_strengths.len()), (1, 0));
        assert_eq!(said.blind_spots[0].value, "you rate 2.0 higher");
        assert!(said.blind_spots[0].line.contains('±'), "{}", said.blind_spots[0].line);
    }

    #[test]
    fn within_the_error_nothing_stands_out() {
        let said = said(3.9, 0.5);
        assert!(said.heading.contains("no difference"), "{}", said.heading);
        assert!(said.blind_spots.is_empty() && said.hidden_strengths.is_empty() && said.divided.is_empty());
        assert!(said.replies.starts_with("8 replies: 1 manager, 5 peers and 2 reports"), "{}", said.replies);
    }

    #[test]
    fn who_is_hidden_and_who_disagrees_is_said() {
        let said = said(2.0, 1.0);
        // The manager is in no facet here, the reports are two.
        assert_eq!(said.hidden.len(), 2);
        assert!(said.hidden[1].starts_with("Reports: 2"), "{:?}", said.hidden);
        assert_eq!(said.divided.len(), 2);
        assert!(said.divided[0].contains("Peers"), "{:?}", said.divided);
    }
}
