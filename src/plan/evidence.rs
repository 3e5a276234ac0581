//! What a person wrote down of a facet, and whether it still says something about today.

use jiff::Timestamp;
use jiff::civil::Date;

use crate::profile::{FacetId, Profile, Scope};

/// What notes stand behind the mark of a facet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum EvidenceMark {
    /// None.
    #[default]
    Nothing,
    /// Only ones from before the last audit but one.
    Faded,
    /// At least one that is newer.
    Written,
}

/// How many notes there are of a facet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Evidence {
    /// Those that say something about today.
    pub fresh: usize,
    /// Those from before the last audit but one.
    pub faded: usize,
}

impl Evidence {
    /// What they are together.
    pub const fn mark(self) -> EvidenceMark {
        match (self.fresh, self.faded) {
            (0, 0) => EvidenceMark::Nothing,
            (0, _) => EvidenceMark::Faded,
            _ => EvidenceMark::Written,
        }
    }
}

/// The day of the last audit but one, of those of all facets that were finished: what is older has faded. `None` while there are fewer
/// than two, so that nothing has. `day` says on which day a moment is, where the person is.
pub fn fades_before(profile: &Profile, day: impl Fn(Timestamp) -> Date) -> Option<Date> {
    let whole = profile.audits.iter().filter(|audit| audit.scope == Scope::All);
    let mut finished: Vec<Timestamp> = whole.filter_map(|audit| audit.finished).collect();
    finished.sort_unstable();
    finished.iter().rev().nth(1).map(|at| day(*at))
}

/// The notes of a facet. Notes in which nothing is written are none.
pub fn evidence(profile: &Profile, facet: &FacetId, fades_before: Option<Date>) -> Evidence {
    let mut found = Evidence::default();
    for note in profile.notes.iter().filter(|note| note.facet == *facet && !note.is_empty()) {
        if fades_before.is_some_and(|limit| note.on < limit) {
            found.faded += 1;
        } else {
            found.fresh += 1;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::instrument::Instrument;
    use crate::profile::{Audit, Form, Note};
    use jiff::civil::date;
    use jiff::tz::TimeZone;

    fn day(at: Timestamp) -> Date {
        TimeZone::UTC.to_datetime(at).date()
    }

    fn audited(days: &[&str]) -> Profile {
        let instrument = Instrument::built_in().unwrap();
        let audit = |day: &&str| {
            let finished = Some(format!("{day}T10:00:00Z").parse().unwrap());
            Arc::new(Audit { finished, ..Audit::blank(instrument.reference(), Form::Full) })
        };
        Profile { audits: days.iter().map(audit).collect(), ..Profile::new("x".into()) }
    }

    fn noted(mut profile: Profile, facet: &str, on: Date) -> Profile {
        let note = Note { did: "asked".to_owned(), ..Note::empty("n".into(), on, facet.into()) };
        profile.notes.push(Arc::new(note));
        profile
    }

    fn mark(profile: &Profile) -> EvidenceMark {
        evidence(profile, &"risk-mitigation".into(), fades_before(profile, day)).mark()
    }

    #[test]
    fn a_note_stands_behind_its_own_facet_only() {
        let profile = noted(audited(&["2026-11-01"]), "risk-mitigation", date(2026, 1, 1));
        assert_eq!(mark(&profile), EvidenceMark::Written);
        assert_eq!(mark(&noted(audited(&[]), "vision-translation", date(2026, 1, 1))), EvidenceMark::Nothing);
    }

    #[test]
    fn what_is_older_than_the_last_audit_but_one_fades() {
        let on = |day| mark(&noted(audited(&["2026-11-01", "2026-02-01", "2026-05-01"]), "risk-mitigation", day));
        assert_eq!((on(date(2026, 4, 30)), on(date(2026, 5, 1))), (EvidenceMark::Faded, EvidenceMark::Written));
    }

    #[test]
    fn audits_of_one_facet_and_unfinished_ones_let_nothing_fade() {
        let mut profile =
            noted(audited(&["2026-02-01", "2026-05-01", "2026-11-01"]), "risk-mitigation", date(2026, 1, 1));
        Arc::make_mut(&mut profile.audits[1]).scope = Scope::Facet("risk-mitigation".into());
        Arc::make_mut(&mut profile.audits[2]).finished = None;
        assert_eq!(mark(&profile), EvidenceMark::Written);
    }

    #[test]
    fn an_empty_note_is_none() {
        let mut profile = audited(&[]);
        profile.notes.push(Arc::new(Note::empty("n".into(), date(2026, 1, 1), "risk-mitigation".into())));
        assert_eq!(mark(&profile), EvidenceMark::Nothing);
    }
}
