//! Roles in words: how well one fits, how sure the order is, what would change it, and what to know about one's own.
//!
//! No word here is a percentage of match: can and want are distances, and *how sure* is about the error of the answers.

use std::sync::Arc;

use super::facet_name;
use crate::instrument::{FACETS, Instrument, Side};
use crate::profile::{CustomRole, RoleId};
use crate::scoring::ROUNDING;
use crate::t;
use crate::tally::{self, Made};
use crate::tracks::{Assessment, CURRENT, Catalogue, MEAN_DEMAND, Remark, Role, RoleFit, remarks};
use crate::words::Words;

/// From this shortfall on it is said; below, it would be written as 0.0.
const SHORT: f64 = 0.05;
/// From this drain on, a role leans on what drains.
const DRAINING: f64 = 0.4;
/// From this want on, a role is close to what energises (about one step of the scale away), and partly.
const CLOSE: f64 = 0.75;
const PARTLY: f64 = 0.6;
/// Roles that together come first in so many draws are named as those that fit best,
const HALF: f64 = 0.5;
/// but no more than so many.
const NAMED: usize = 3;
/// From this share of the weighted demand on, a role leans to a side: a little, and clearly.
const LEANS: f64 = 0.55;
const CLEARLY: f64 = 0.65;

/// The names of roles: built-in ones, the person's own, and the present one.
#[derive(Clone, Copy, Debug)]
pub struct RoleNames<'a> {
    /// The built-in roles.
    pub catalogue: &'a Catalogue,
    /// The person's own.
    pub own: &'a [Arc<CustomRole>],
}

impl RoleNames<'_> {
    /// The name of a role; for one that is nowhere, its id.
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

/// The name of a role of the person's own; one that has none is called so.
pub fn own_name(words: &Words, own: &CustomRole) -> String {
    let name = own.name.split_whitespace().collect::<Vec<_>>().join(" ");
    if name.is_empty() { t!(words, "role-unnamed") } else { name }
}

/// What *can* means: "short by 0.6 on average".
pub fn can_words(words: &Words, can: Option<f64>) -> String {
    tally::count(Made::Words);
    let Some(can) = can else { return t!(words, "role-can-open") };
    let short = 4.0 * (1.0 - can);
    if short < SHORT - ROUNDING {
        t!(words, "role-can-all")
    } else {
        t!(words, "role-can-short", points = words.points(short))
    }
}

/// What *want* means: "leans on what drains you", "partly what energises you".
pub fn want_words(words: &Words, fit: &RoleFit) -> String {
    tally::count(Made::Words);
    let Some(want) = fit.want else { return t!(words, "role-want-open") };
    if fit.drain.is_some_and(|drain| drain >= DRAINING - ROUNDING) {
        t!(words, "role-want-drains")
    } else if want >= CLOSE - ROUNDING {
        t!(words, "role-want-close")
    } else if want >= PARTLY - ROUNDING {
        t!(words, "role-want-partly")
    } else {
        t!(words, "role-want-far")
    }
}

/// How sure it is that a role fits best: "fits best in about 6 of 10 draws".
pub fn sure_words(words: &Words, share: Option<f64>) -> String {
    tally::count(Made::Words);
    let Some(share) = share else { return t!(words, "role-sure-open") };
    if share < 0.005 {
        t!(words, "role-sure-hardly")
    } else if share >= 0.95 {
        t!(words, "role-sure-nearly")
    } else {
        t!(words, "role-sure", draws = draws(words, share))
    }
}

/// "6 of 10", and below 1 in 10 "3 of 100".
fn draws(words: &Words, share: f64) -> String {
    let of = if share < 0.095 { 100.0 } else { 10.0 };
    t!(words, "role-draws", count = words.decimal(of * share, 0), all = words.decimal(of, 0))
}

/// The order in one sentence with its own uncertainty: "Lead specialist and Practice lead fit best today; the two are too
/// close to tell apart."
pub fn order_sentence(words: &Words, assessment: &Assessment, names: &RoleNames<'_>) -> String {
    tally::count(Made::Words);
    let Some(best) = assessment.best() else { return t!(words, "tracks-order-none") };
    // What fits best now comes first, then what comes first most often.
    let mut others: Vec<&RoleFit> = assessment.fits.iter().filter(|fit| fit.id != best.id).collect();
    others.sort_by(|a, b| b.how_sure.unwrap_or(0.0).total_cmp(&a.how_sure.unwrap_or(0.0)));
    let (mut found, mut sum) = (Vec::new(), 0.0);
    for fit in std::iter::once(best).chain(others).take(NAMED) {
        if sum >= HALF - ROUNDING {
            break;
        }
        found.push(names.of(words, &fit.id));
        sum += fit.how_sure.unwrap_or(0.0);
    }
    let share = best.how_sure.unwrap_or(0.0);
    if sum < HALF - ROUNDING {
        return t!(words, "tracks-order-open", role = names.of(words, &best.id), draws = draws(words, share));
    }
    match found.len() {
        1 if share >= 0.95 => t!(words, "tracks-order-sure", role = names.of(words, &best.id)),
        1 => t!(words, "tracks-order-one", role = names.of(words, &best.id), draws = draws(words, share)),
        count => t!(words, "tracks-order-close", roles = words.list(&found), count = count),
    }
}

/// What the order leaves out: that energy was not asked; empty where nothing is.
pub fn order_note(words: &Words, assessment: &Assessment) -> String {
    let able = assessment.best().is_some();
    let willing = assessment.fits.iter().any(|fit| fit.want.is_some());
    if able && !willing { t!(words, "tracks-no-energy") } else { String::new() }
}

/// The single change that would put another role first: "With 0.6 more on conflict navigation, Team manager would come
/// first."; empty where no role comes first.
pub fn flip_words(words: &Words, instrument: &Instrument, assessment: &Assessment, names: &RoleNames<'_>) -> String {
    tally::count(Made::Words);
    if assessment.best().is_none() {
        return String::new();
    }
    let Some(flip) = &assessment.flip else { return t!(words, "tracks-flip-none") };
    let (facet, role) = (facet_name(instrument, &flip.facet), names.of(words, &flip.to));
    let direction = if flip.change < 0.0 { "less" } else { "more" };
    let size = flip.change.abs();
    if size < SHORT - ROUNDING {
        return t!(words, "tracks-flip-slight", direction = direction, facet = facet, role = role);
    }
    t!(words, "tracks-flip", points = words.points(size), direction = direction, facet = facet, role = role)
}

/// What is said where somebody can do the work of a fit's role and is, or would be, drained by it; empty where that is not so,
/// or not known.
pub fn burnout_words(words: &Words, fit: &RoleFit) -> String {
    tally::count(Made::Words);
    match (fit.burnout, fit.id.as_str()) {
        (Some(true), CURRENT) => t!(words, "role-burnout-now"),
        (Some(true), _) => t!(words, "role-burnout"),
        _ => String::new(),
    }
}

/// Hours a week without decimals that say nothing.
pub fn hours_words(words: &Words, hours: f64) -> String {
    words.decimal(hours, usize::from((hours - hours.round()).abs() > 0.01))
}

/// The sum of what the person gave of `lines` numbers, marked as incomplete while some are missing; empty where none was given.
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
    let sum = |of: Side| -> f64 {
        let values = FACETS.iter().zip(role.demands.iter().zip(&role.weights));
        values.filter(|((_, side), _)| *side == of).map(|(_, (d, w))| f64::from(*d) * f64::from(*w)).sum()
    };
    let (management, leadership) = (sum(Side::Management), sum(Side::Leadership));
    let all = management + leadership;
    if all <= 0.0 {
        return t!(words, "role-sides-open");
    }
    let share = management.max(leadership) / all + ROUNDING;
    if share < LEANS {
        return t!(words, "role-sides-even");
    }
    // What rests on little, as after an ad of three lines, is not said so strongly.
    let few = remarks(role).iter().any(|remark| matches!(remark, Remark::FewWeights(_)));
    let degree = if share < CLEARLY || few { "somewhat" } else { "much" };
    t!(words, "role-sides", side = if management > leadership { "management" } else { "leadership" }, degree = degree)
}

/// A remark as a sentence or two, with what to do about it.
pub fn remark_words(words: &Words, remark: Remark) -> String {
    let (low, high) = (words.points(*MEAN_DEMAND.start()), words.points(*MEAN_DEMAND.end()));
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
