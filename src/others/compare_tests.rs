use super::super::merged::{MergedFacet, Spread};
use super::super::{Group, OthersJson};
use super::*;
use crate::scoring::fixture;

fn seen(who: Who, mean: f64, raters: usize, spread: Option<Spread>) -> Seen {
    Seen { who, mean, items: 5, raters, spread }
}

#[test]
fn what_stands_out_does_so_beyond_both_errors() {
    let (instrument, audit) = fixture::audit(&[(0, 5), (1, 4), (2, 3), (3, 2), (4, 4), (5, 4), (6, 3), (7, 3)]);
    let scores = fixture::scored(&instrument, &audit);
    let peers = Who::Group(Group::Peers);
    let means = [3.0, 3.5, 3.2, 4.0, 4.1, 3.9, 3.0, 3.1];
    let facets = instrument.facets.iter().zip(means);
    let merged = Merged {
        facets: facets
            .map(|(facet, mean)| MergedFacet { id: facet.id.clone(), seen: vec![seen(peers, mean, 4, None)] })
            .collect(),
        ..Merged::default()
    };
    let found = compare(&scores, &merged);
    assert_eq!(found.reference, Some(peers));
    let findings: Vec<Option<Finding>> = found.facets.iter().map(|facet| facet.finding).collect();
    let (blind, hidden) = (Some(Finding::BlindSpot), Some(Finding::HiddenStrength));
    assert_eq!(findings, [blind, None, None, hidden, None, None, None, None]);
    assert!((found.expected_by_chance - 0.8).abs() < 1e-9);
    let view = found.facets[0].views[0];
    let own = scores.facets[0].estimate.unwrap();
    assert!((view.se - RATER_SD / 2.0).abs() < 1e-12 && !view.is_measured);
    assert!((view.difference.unwrap().se - (own.sem.powi(2) + RATER_SD.powi(2) / 4.0).sqrt()).abs() < 1e-12);
    assert_eq!((found.profiles.len(), found.profiles[0].facets), (1, 8));
    let json = serde_json::to_value(OthersJson::new(&merged, &found)).unwrap();
    assert_eq!(json["reference"], "peers");
    assert_eq!(json["facets"]["resource-allocation"]["finding"], "blind-spot");
    assert_eq!(json["facets"]["resource-allocation"]["views"]["peers"]["divided"], serde_json::Value::Null);
}

#[test]
fn all_are_the_reference_where_they_are_shown_and_a_manager_alone_is_none() {
    let (instrument, audit) = fixture::audit(&[(0, 5)]);
    let scores = fixture::scored(&instrument, &audit);
    let of = |seen: Vec<Seen>| {
        let merged =
            Merged { facets: vec![MergedFacet { id: instrument.facets[0].id.clone(), seen }], ..Merged::default() };
        compare(&scores, &merged)
    };
    let manager = seen(Who::Group(Group::Manager), 1.0, 1, None);
    let alone = of(vec![manager]);
    assert_eq!((alone.reference, alone.facets[0].finding), (None, None));
    assert!(alone.facets[0].views[0].difference.unwrap().is_beyond_error, "it is still shown");
    let spread = Spread { sd: 0.6, ad: 0.9, raters: 8 };
    let all = of(vec![manager, seen(Who::Group(Group::Peers), 4.9, 6, None), seen(Who::All, 3.0, 9, Some(spread))]);
    assert_eq!((all.reference, all.facets[0].finding), (Some(Who::All), Some(Finding::BlindSpot)));
    let view = all.facets[0].views[2];
    assert_eq!((view.is_measured, view.is_divided), (true, Some(true)));
    assert!((view.se - 0.2).abs() < 1e-12);
}

#[test]
fn profiles_are_as_alike_as_their_heights_allow() {
    // A second profile of the same shape, half a point higher: a correlation would be 1.
    let pairs: Vec<Pair> = [2.0, 3.0, 4.0, 3.5, 2.5].map(|own| Pair { own, others: own + 0.5 }).to_vec();
    let icc = profile_agreement(&pairs).unwrap();
    assert!(icc < 0.8 && icc > 0.7, "{icc}");
    assert_eq!(profile_agreement(&[Pair { own: 3.0, others: 3.0 }]), None);
}
