//! Which audits of a profile are compared with which.

use std::sync::Arc;

use crate::profile::{Audit, Scope};

/// The audits in the order of their days, each with its place in the file: a file may hold them in any order. Of two of the same
/// moment, the one that stands first comes first.
pub fn in_time(audits: &[Arc<Audit>]) -> Vec<(usize, &Arc<Audit>)> {
    let mut all: Vec<_> = audits.iter().enumerate().collect();
    all.sort_by_key(|(place, audit)| (audit.date(), *place));
    all
}

/// Which audits are compared where nobody asked for others, as places in `audits`, which are in the order of their days: each with the
/// one before, and the first with the last. An audit of all facets has one of all facets before it, an audit of one facet any that
/// asked about that facet. Audits under way are left out.
pub fn usual_pairs(audits: &[&Audit]) -> Vec<(usize, usize)> {
    let finished = |place: &usize| audits[*place].finished.is_some();
    let is_whole = |place: &usize| audits[*place].scope == Scope::All;
    let before = |to: usize| {
        let asks =
            |from: &usize| audits[to].scope.facet().map_or_else(|| is_whole(from), |it| audits[*from].scope.holds(it));
        (0..to).rev().filter(finished).find(asks).map(|from| (from, to))
    };
    let mut pairs: Vec<_> = (0..audits.len()).filter(finished).filter_map(before).collect();
    let whole: Vec<usize> = (0..audits.len()).filter(finished).filter(is_whole).collect();
    if let [first, .., last] = whole[..]
        && !pairs.contains(&(first, last))
    {
        pairs.push((first, last));
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::profile::{AuditId, FacetId, Form, InstrumentRef};

    fn audit(id: &str, day: &str, scope: Scope) -> Arc<Audit> {
        let asked =
            InstrumentRef { id: "a".to_owned(), version: 1, hash: String::new(), texts: None, extra: <_>::default() };
        let mut audit = Audit::blank(asked, Form::Full);
        (audit.id, audit.scope) = (AuditId::from(id), scope);
        audit.started = format!("{day}T08:00:00Z").parse().unwrap();
        audit.finished = Some(audit.started);
        Arc::new(audit)
    }

    fn facet(name: &str) -> Scope {
        Scope::Facet(FacetId::from(name))
    }

    #[test]
    fn audits_are_in_the_order_of_their_days() {
        let all =
            [("b", "2026-03-01"), ("c", "2026-03-01"), ("a", "2026-02-01")].map(|(id, day)| audit(id, day, Scope::All));
        let found: Vec<_> = in_time(&all).into_iter().map(|(place, audit)| (place, audit.id.as_str())).collect();
        assert_eq!(found, [(2, "a"), (0, "b"), (1, "c")]);
    }

    #[test]
    fn each_is_compared_with_the_one_before_and_the_first_with_the_last() {
        let mut all: Vec<Arc<Audit>> = [
            ("2026-01-01", Scope::All),
            ("2026-02-01", facet("x")),
            ("2026-03-01", Scope::All),
            ("2026-04-01", facet("x")),
            ("2026-05-01", facet("x")),
            ("2026-06-01", Scope::All),
        ]
        .into_iter()
        .map(|(day, scope)| audit(day, day, scope))
        .collect();
        let pairs = |all: &[Arc<Audit>]| usual_pairs(&all.iter().map(|it| &**it).collect::<Vec<_>>());
        assert_eq!(pairs(&all), [(0, 1), (0, 2), (2, 3), (3, 4), (2, 5), (0, 5)]);
        assert_eq!(pairs(&all[..3]), [(0, 1), (0, 2)], "no pair stands twice");
        assert_eq!((pairs(&all[..1]), pairs(&[])), (vec![], vec![]));
        let mut open = (*all[2]).clone();
        open.finished = None;
        all[2] = Arc::new(open);
        assert_eq!(pairs(&all), [(0, 1), (1, 3), (3, 4), (0, 5)], "one under way is left out");
    }
}
