//! Roles in words: how well one fits, how sure the order is, what would change it, and what to know about one's own.
//!
//! No word here is a percentage of match: can and want are distances, and *how sure* is about the error of the answers.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::facet_name;
use crate::instrument::Instrument;
use crate::profile::{CustomRole, RoleId};
use crate::scoring::id;
use crate::t;
use crate::tally::{self, Counted};
use crate::tracks::{
    Able, AsksMoreOf, Assessment, BuiltIn, CURRENT, Catalogue, Draws, Entry, HowSure, Lever, Order, Remark, Role,
    RoleFit, USUAL_DEMAND, Willing,
};
use crate::words::Words;

/// The names of roles: built-in ones, the person's own, and the present one.
#[derive(Clone, Copy, Debug)]
pub struct RoleNames<'a> {
    /// The built-in roles.
    pub catalogue: &'a Catalogue,
    /// The person's own.
    pub own: &'a [Arc<CustomRole>],
}

impl RoleNames<'_> {
    /// The name of a role; its id when there is no such role.
    pub fn of(&self, words: &Words, id: &RoleId) -> String {
        if id.as_str() == CURRENT {
            return t!(words, "role-current");
        }
        if let Some(own) = self.own.iter().find(|own| own.id == *id) {
            return own_name(words, own);
        }
        let name = &self.catalogue.texts.role(id).name;
        if name.is_empty() { id.to_string() } else { name.clone() }
    }
}

/// The name of one of the person's own roles; a role without a name gets a text that says so.
pub fn own_name(words: &Words, own: &CustomRole) -> String {
    let name = own.name.split_whitespace().collect::<Vec<_>>().join(" ");
    if name.is_empty() { t!(words, "role-unnamed") } else { name }
}

/// What *can* means: "short by 0.6 on average".
pub fn can_words(words: &Words, can: Option<f64>) -> String {
    tally::count(Counted::Words);
    match can.map(Able::of) {
        Some(Able::All) => t!(words, "role-can-all"),
        Some(Able::Short(points)) => t!(words, "role-can-short", points = words.points(points)),
        None => t!(words, "role-can-open"),
    }
}

/// What *want* means: "leans on what drains you", "energises you on the whole".
pub fn want_words(words: &Words, fit: &RoleFit) -> String {
    tally::count(Counted::Words);
    match fit.willing() {
        Some(Willing::Drains) => t!(words, "role-want-drains"),
        Some(Willing::Energises) => t!(words, "role-want-energises"),
        Some(Willing::Neither) => t!(words, "role-want-neither"),
        Some(Willing::Tires) => t!(words, "role-want-tires"),
        None => t!(words, "role-want-open"),
    }
}

/// How sure it is that a role fits best: "first in about 6 of 10 tries, among the first three in about 9 of 10".
pub fn sure_words(words: &Words, fit: &RoleFit) -> String {
    tally::count(Counted::Words);
    let Some((first, three)) = fit.how_sure.zip(fit.in_first_three) else { return t!(words, "role-sure-open") };
    let (first, three) = (often_words(words, first), often_words(words, three));
    if first == three {
        t!(words, "role-sure-same", draws = first)
    } else {
        t!(words, "role-sure", first = first, three = three)
    }
}

/// A share of draws: "about 6 of 10", "hardly any", "nearly all".
pub(super) fn often_words(words: &Words, share: f64) -> String {
    match HowSure::of(share) {
        HowSure::Hardly => t!(words, "role-draws-hardly"),
        HowSure::Nearly => t!(words, "role-draws-nearly"),
        HowSure::About(count) => t!(words, "role-draws-about", draws = draws(words, count)),
    }
}

/// What a role leaves unused of what energises the person, in a sentence; empty where there is nothing.
pub fn idle_words(words: &Words, instrument: &Instrument, fit: &RoleFit) -> String {
    tally::count(Counted::Words);
    let names: Vec<String> = fit.idle.iter().map(|facet| facet_name(instrument, facet)).collect();
    if names.is_empty() { String::new() } else { t!(words, "role-idle", facets = words.list(&names)) }
}

/// "6 of 10", and below 1 in 10 "3 of 100".
fn draws(words: &Words, draws: Draws) -> String {
    t!(words, "role-draws", count = words.decimal(draws.count, 0), all = words.decimal(draws.of, 0))
}

/// The order in one sentence with its own uncertainty: "Senior specialist and Mentor are among the first three more often than
/// not."
pub fn order_sentence(words: &Words, assessment: &Assessment, names: &RoleNames<'_>) -> String {
    tally::count(Counted::Words);
    let name = |fit: &RoleFit| names.of(words, &fit.id);
    let first = |fit: &RoleFit| often_words(words, fit.how_sure.unwrap_or(0.0));
    let three = |fit: &RoleFit| often_words(words, fit.in_first_three.unwrap_or(0.0));
    match assessment.order() {
        Order::Unknown => t!(words, "tracks-order-none"),
        Order::Open(best) => t!(words, "tracks-order-open", role = name(best), draws = three(best)),
        Order::Sure(best) | Order::One(best) => t!(words, "tracks-order-one", role = name(best), draws = first(best)),
        Order::Close(all) => match all.as_slice() {
            [only] => t!(words, "tracks-order-three", role = name(only), draws = three(only)),
            all => {
                let roles: Vec<String> = all.iter().map(|fit| name(fit)).collect();
                t!(words, "tracks-order-close", roles = words.list(&roles))
            }
        },
    }
}

/// What one has to have to get in, in a list: "a trade, a licence and some years"; empty for nothing.
pub fn entry_list(words: &Words, entry: &BTreeSet<Entry>) -> String {
    let names: Vec<String> = entry.iter().map(|it| entry_name(words, *it)).collect();
    if names.is_empty() { String::new() } else { words.list(&names) }
}

/// One thing that one has to have to get in: "a licence".
pub fn entry_name(words: &Words, entry: Entry) -> String {
    t!(words, "entry-name", entry = id(&entry))
}

/// That a role of those that the order names takes a trade or a licence, so that nobody is surprised; empty where none does.
pub fn entry_note(words: &Words, assessment: &Assessment, names: &RoleNames<'_>) -> String {
    let built_in = assessment.order().named().into_iter().filter_map(|fit| names.catalogue.role(&fit.id));
    let closed: Vec<&BuiltIn> = built_in.filter(|role| role.takes_a_trade()).collect();
    match closed.as_slice() {
        [] => String::new(),
        [one] => {
            let what = entry_list(words, &one.entry);
            t!(words, "tracks-entry-one", role = names.of(words, &one.role.id), what = what)
        }
        all => {
            let roles: Vec<String> = all.iter().map(|role| names.of(words, &role.role.id)).collect();
            t!(words, "tracks-entry-several", roles = words.list(&roles))
        }
    }
}

/// What the order does not take into account: that energy was not asked about; empty where nothing is missing.
pub fn order_note(words: &Words, assessment: &Assessment) -> String {
    let able = assessment.best().is_some();
    let willing = assessment.fits.iter().any(|fit| fit.want.is_some());
    if able && !willing { t!(words, "tracks-no-energy") } else { String::new() }
}

/// The single change that would put another role first, if it is beyond the error of the score: "If your conflict navigation score
/// were 0.6 higher, Team manager would come first."; else that no single change decides. Empty where no role comes first.
pub fn flip_words(words: &Words, instrument: &Instrument, assessment: &Assessment, names: &RoleNames<'_>) -> String {
    tally::count(Counted::Words);
    if assessment.best().is_none() {
        return String::new();
    }
    let flip = match assessment.lever() {
        Lever::Decides(flip) => flip,
        Lever::WithinError(_) => return t!(words, "tracks-flip-open"),
        Lever::Nothing => return t!(words, "tracks-flip-none"),
    };
    let (facet, role) = (facet_name(instrument, &flip.facet), names.of(words, &flip.to));
    let direction = if flip.change < 0.0 { "less" } else { "more" };
    let size = words.points(flip.change.abs());
    t!(words, "tracks-flip", points = size, direction = direction, facet = facet, role = role)
}

/// The burnout warning, for a role whose work the person can do but is, or would be, drained by; empty where that does not apply
/// or is not known.
pub fn burnout_words(words: &Words, fit: &RoleFit) -> String {
    tally::count(Counted::Words);
    match (fit.burnout, fit.id.as_str()) {
        (Some(true), CURRENT) => t!(words, "role-burnout-now"),
        (Some(true), _) => t!(words, "role-burnout"),
        _ => String::new(),
    }
}

/// Hours a week, without decimals that are zero.
pub fn hours_words(words: &Words, hours: f64) -> String {
    words.decimal(hours, usize::from((hours - hours.round()).abs() > 0.01))
}

/// The sum of the numbers that the person gave, marked as incomplete if they are fewer than `lines`; empty where none was given.
pub fn hours_in_all(words: &Words, given: &[f64], lines: usize) -> String {
    let sum = hours_words(words, given.iter().sum());
    match given.len() {
        0 => String::new(),
        count if count < lines => t!(words, "hours-so-far", hours = sum),
        _ => sum,
    }
}

/// Which side a role asks more of, by weighted demand: "It asks for leading and for managing about equally."
pub fn sides_words(words: &Words, role: &Role) -> String {
    match role.asks_more_of() {
        AsksMoreOf::Neither => t!(words, "role-sides-open"),
        AsksMoreOf::Both => t!(words, "role-sides-even"),
        AsksMoreOf::Side(side, degree) => t!(words, "role-sides", side = id(&side), degree = id(&degree)),
    }
}

/// A remark as a sentence or two, with what to do about it.
pub fn remark_words(words: &Words, remark: Remark) -> String {
    let (low, high) = (words.points(*USUAL_DEMAND.start()), words.points(*USUAL_DEMAND.end()));
    match remark {
        Remark::NoWeight => t!(words, "role-no-weight"),
        Remark::FewWeights(count) => t!(words, "role-few-weights", count = count),
        Remark::AsksLittle(mean) => t!(words, "role-asks-little", mean = words.points(mean), low = low, high = high),
        Remark::AsksMuch(mean) => t!(words, "role-asks-much", mean = words.points(mean), low = low, high = high),
    }
}

#[cfg(test)]
#[path = "roles_tests.rs"]
mod tests;
