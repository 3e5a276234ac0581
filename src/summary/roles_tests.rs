//! Roles in words.

use super::*;
use crate::instrument::{ByFacet, Side};
use crate::profile::{FacetWeight, Rating};
use crate::tracks::Flip;

/// A role that comes first in this share of draws, and is among the first three in the same share.
fn fit(id: &str, share: f64) -> RoleFit {
    RoleFit {
        id: RoleId::from(id),
        can: Some(0.9),
        want: Some(0.7),
        fit: Some(0.8),
        how_sure: Some(share),
        in_first_three: Some(share),
        as_good: Some(share),
        spread: None,
        idle: Vec::new(),
        drain: Some(0.1),
        burnout: Some(false),
    }
}

/// A role of an order: its id, and in which shares of draws it comes first and is among the first three.
type Shares<'a> = (&'a str, f64, f64);

/// The roles of an order, best first.
fn order(shares: &[Shares<'_>]) -> Assessment {
    let one = |(id, first, three): &Shares<'_>| RoleFit { in_first_three: Some(*three), ..fit(id, *first) };
    let mut fits: Vec<RoleFit> = shares.iter().map(one).collect();
    if let Some(first) = fits.first_mut() {
        first.fit = Some(0.9);
    }
    Assessment { fits, flip: None }
}

fn sentence(shares: &[Shares<'_>]) -> String {
    let catalogue = Catalogue::built_in().unwrap();
    order_sentence(&Words::english(), &order(shares), &RoleNames { catalogue: &catalogue, own: &[] })
}

#[test]
fn can_says_how_much_is_short() {
    assert_eq!(can_words(&Words::english(), Some(0.85)), "short by about 0.6 overall");
    assert_eq!(can_words(&Words::english(), Some(0.99)), "asks no more than your scores");
    assert_eq!(can_words(&Words::english(), Some(1.0)), "asks no more than your scores");
    assert_eq!(can_words(&Words::english(), Some(1.0 - 0.05 / 4.0)), "short by about 0.1 overall");
    assert_eq!(can_words(&Words::english(), None), "not known: what counts here has no score");
}

#[test]
fn want_names_what_drains_before_all_else() {
    let words = |want, drain| want_words(&Words::english(), &RoleFit { want, drain, ..fit("founder", 0.0) });
    assert_eq!(words(Some(0.9), Some(0.4)), "much of it tires or drains you");
    assert_eq!(words(Some(0.625), Some(0.39)), "energises you on the whole");
    assert_eq!(words(Some(0.5), Some(0.0)), "neither energises nor tires you on the whole");
    assert_eq!(words(Some(0.37), None), "tires you on the whole");
    assert_eq!(words(None, None), "not known: energy was not asked");
}

#[test]
fn sure_is_told_in_draws() {
    let words =
        |first, three| sure_words(&Words::english(), &RoleFit { in_first_three: Some(three), ..fit("founder", first) });
    assert_eq!(words(0.6, 0.93), "first in about 6 of 10 tries, among the first three in about 9 of 10");
    assert_eq!(words(0.0, 0.03), "first in hardly any tries, among the first three in about 3 of 100");
    assert_eq!(words(0.0945, 0.096), "first in about 9 of 100 tries, among the first three in about 1 of 10");
    assert_eq!(words(0.0, 0.0), "first, and among the first three, in hardly any tries");
    assert_eq!(words(0.94, 1.0), "first in about 9 of 10 tries, among the first three in nearly all");
    let open = RoleFit { how_sure: None, in_first_three: None, ..fit("founder", 0.0) };
    assert_eq!(sure_words(&Words::english(), &open), "not known: too few scores");
}

#[test]
fn the_order_says_how_sure_it_is() {
    let (first, second, third) = ("senior-specialist", "technical-lead", "mentor");
    assert_eq!(
        sentence(&[(first, 0.81, 0.99), (second, 0.19, 0.9)]),
        "Senior specialist comes first in about 8 of 10 tries."
    );
    assert_eq!(
        sentence(&[(first, 0.97, 1.0), (second, 0.03, 0.9)]),
        "Senior specialist comes first in nearly all tries."
    );
    assert_eq!(
        sentence(&[(first, 0.44, 0.9), (second, 0.31, 0.8), (third, 0.25, 0.4)]),
        "Senior specialist and Technical lead without reports: each is among the first three in at least half of the \
         tries; none is first in half."
    );
    assert_eq!(
        sentence(&[(first, 0.3, 0.6), (second, 0.3, 0.4), (third, 0.2, 0.4)]),
        "Senior specialist is among the first three in about 6 of 10 tries."
    );
    assert_eq!(
        sentence(&[(first, 0.15, 0.4), (second, 0.2, 0.4), (third, 0.15, 0.4)]),
        "No role stands out. Senior specialist comes first now, and is among the first three in only about 4 of 10 \
         tries."
    );
    // What fits best now is named even where another role comes first in more draws.
    assert!(sentence(&[(first, 0.3, 0.7), (second, 0.45, 0.9)]).starts_with("Senior specialist and Technical lead"));
    assert_eq!(sentence(&[]), "There are too few scores yet to put roles in an order.");
}

#[test]
fn what_a_role_leaves_unused_is_named() {
    let instrument = Instrument::built_in().unwrap();
    let words = |idle: &[&str]| {
        let idle = idle.iter().map(|facet| (*facet).into()).collect();
        idle_words(&Words::english(), &instrument, &RoleFit { idle, ..fit("founder", 0.5) })
    };
    assert_eq!(words(&[]), "");
    let two = words(&["risk-mitigation", "culture-shaping"]);
    assert_eq!(two, "It asks little of what energises you: risk mitigation and culture shaping.");
}

#[test]
fn what_it_takes_to_get_in_is_said_where_it_is_a_trade_or_a_licence() {
    let catalogue = Catalogue::built_in().unwrap();
    let note = |shares: &[Shares<'_>]| {
        entry_note(&Words::english(), &order(shares), &RoleNames { catalogue: &catalogue, own: &[] })
    };
    assert_eq!(note(&[("mentor", 0.9, 1.0), ("ward-manager", 0.1, 0.4)]), "");
    assert_eq!(note(&[("department-head", 0.9, 1.0)]), "", "a degree and years are no trade");
    assert_eq!(
        note(&[("ward-manager", 0.6, 1.0)]),
        "Ward manager takes a trade, a licence and some years to get in; the role says which."
    );
    assert_eq!(
        note(&[("ward-manager", 0.4, 0.9), ("site-manager", 0.3, 0.8), ("mentor", 0.3, 0.7)]),
        "Ward manager and Site manager take a trade or a licence to get in; each says which."
    );
    assert_eq!(entry_list(&Words::english(), &BTreeSet::new()), "");
}

#[test]
fn an_order_without_energy_says_so() {
    let mut order = order(&[("founder", 1.0, 1.0)]);
    assert_eq!(order_note(&Words::english(), &order), "");
    order.fits[0].want = None;
    assert!(order_note(&Words::english(), &order).starts_with("Energy was not asked"));
    order.fits.clear();
    assert_eq!(order_note(&Words::english(), &order), "");
}

#[test]
fn a_flip_says_what_would_have_to_change() {
    let (instrument, catalogue) = (Instrument::built_in().unwrap(), Catalogue::built_in().unwrap());
    let words = |change: Option<f64>| {
        let flip = change.map(|change| Flip {
            facet: "conflict-navigation".into(),
            change,
            to: "team-manager".into(),
            error: 0.3,
        });
        let assessment = Assessment { flip, ..order(&[("founder", 0.6, 0.9), ("team-manager", 0.4, 0.9)]) };
        flip_words(&Words::english(), &instrument, &assessment, &RoleNames { catalogue: &catalogue, own: &[] })
    };
    assert_eq!(words(Some(0.6)), "If your conflict navigation score were 0.6 higher, Team manager would come first.");
    assert_eq!(words(Some(-1.2)), "If your conflict navigation score were 1.2 lower, Team manager would come first.");
    assert_eq!(
        words(Some(0.49)),
        "No single change decides which role comes first: the smallest that would lies within the error of that score."
    );
    assert_eq!(words(None), "No single facet would change which role comes first.");
    let nothing = Assessment { fits: Vec::new(), flip: None };
    assert_eq!(
        flip_words(&Words::english(), &instrument, &nothing, &RoleNames { catalogue: &catalogue, own: &[] }),
        ""
    );
}

#[test]
fn each_role_has_a_name() {
    let catalogue = Catalogue::built_in().unwrap();
    let own = [
        Arc::new(CustomRole::empty("a".into(), " Head of\nthe depot ".to_owned())),
        Arc::new(CustomRole::empty("b".into(), String::new())),
    ];
    let names = RoleNames { catalogue: &catalogue, own: &own };
    let all = ["founder", CURRENT, "a", "b", "gone"].map(|id| names.of(&Words::english(), &id.into()));
    assert_eq!(
        all,
        ["Founder in the early years", "Your role now", "Head of the depot", "A role without a name", "gone"]
    );
}

#[test]
fn the_side_that_a_role_asks_more_of_is_named() {
    let words = |[management, leadership]: [usize; 2], counts: usize| {
        let demands = ByFacet::of(|facet| {
            Rating::ALL[if facet.side() == Side::Management { management } else { leadership } - 1]
        });
        sides_words(
            &Words::english(),
            &Role { id: "a".into(), demands, weights: ByFacet::all(FacetWeight::ALL[counts]) },
        )
    };
    assert_eq!(words([3, 3], 1), "It asks for managing and for leading about equally.");
    assert_eq!(words([4, 3], 2), "It asks for managing somewhat more than for leading.");
    assert_eq!(words([2, 5], 1), "It asks for leading much more than for managing.");
    assert_eq!(words([2, 5], 0), "Nothing counts in it yet, so it asks for neither side.");
}

#[test]
fn each_remark_says_what_it_means() {
    assert!(remark_words(&Words::english(), Remark::NoWeight).contains("left out"));
    assert!(remark_words(&Words::english(), Remark::FewWeights(1)).starts_with("One facet counts"));
    assert!(remark_words(&Words::english(), Remark::FewWeights(3)).starts_with("3 facets count"));
    let (little, much) = (
        remark_words(&Words::english(), Remark::AsksLittle(2.5)),
        remark_words(&Words::english(), Remark::AsksMuch(4.5)),
    );
    assert!(little.contains("2.5") && much.contains("4.2"));
}

#[test]
fn nothing_is_a_percentage() {
    let burnt = RoleFit { burnout: Some(true), ..fit("founder", 0.6) };
    let words = [
        burnout_words(&Words::english(), &burnt),
        can_words(&Words::english(), Some(0.6)),
        sure_words(&Words::english(), &fit("founder", 0.6)),
        want_words(&Words::english(), &fit("founder", 0.6)),
    ];
    assert!(words.iter().all(|words| !words.contains('%')), "{words:?}");
}

#[test]
fn who_does_the_work_already_is_not_told_to_think_before_choosing_it() {
    let of = |id: &str, burnout| burnout_words(&Words::english(), &RoleFit { burnout, ..fit(id, 0.6) });
    assert!(of("founder", Some(true)).contains("before you choose"));
    assert!(of(CURRENT, Some(true)).starts_with("You do this work"));
    assert_eq!([of("founder", Some(false)), of(CURRENT, None)], ["", ""]);
}

#[test]
fn a_sum_of_some_hours_says_that_it_is_not_all() {
    assert_eq!(hours_in_all(&Words::english(), &[], 3), "");
    assert_eq!(hours_in_all(&Words::english(), &[2.5, 1.5], 3), "4 so far");
    assert_eq!(hours_in_all(&Words::english(), &[2.5, 1.0, 1.0], 3), "4.5");
}
