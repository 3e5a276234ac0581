//! What the window shows: which audit, and the instrument that it was asked with.

use std::sync::Arc;

use crate::instrument::{Instrument, Instruments};
use crate::others::Merged;
use crate::profile::{Audit, AuditId, Profile};

/// The open profile, the audit of it that is shown, and the instrument of that audit.
#[derive(Clone, Debug)]
pub struct Current {
    /// The open profile.
    pub profile: Option<Arc<Profile>>,
    /// Its audit that screens show.
    pub audit: Option<Arc<Audit>>,
    /// The instrument of that audit; without an audit, the one for a new audit.
    pub instrument: Arc<Instrument>,
    /// All instruments.
    pub instruments: Arc<Instruments>,
    /// What others see of the person, where a merged result is open.
    pub others: Option<Arc<Merged>>,
}

impl Current {
    /// The audit with the id `chosen`, or else the newest one that can be shown. An audit whose instrument is not here cannot be scored,
    /// and an audit about a single facet is not the result.
    pub fn new(instruments: &Arc<Instruments>, profile: Option<&Arc<Profile>>, chosen: Option<&AuditId>) -> Self {
        let can_show = |audit: &&Arc<Audit>| instruments.can_show(audit);
        let audit = profile.and_then(|profile| {
            let chosen = chosen.and_then(|id| profile.audit(id)).filter(can_show);
            chosen.or_else(|| profile.audits.iter().rfind(can_show)).cloned()
        });
        let asked = audit.as_ref().and_then(|audit| instruments.of(&audit.instrument));
        let instrument = Arc::clone(asked.unwrap_or_else(|| instruments.newest()));
        Self { profile: profile.cloned(), audit, instrument, instruments: Arc::clone(instruments), others: None }
    }

    /// The same with a merged result beside it.
    #[must_use]
    pub fn beside(self, others: Option<&Arc<Merged>>) -> Self {
        Self { others: others.cloned(), ..self }
    }

    /// The same about an audit of one facet, while its questions are asked; unchanged where there is no such audit or its questions are
    /// not here.
    #[must_use]
    pub fn asking(self, alone: &AuditId) -> Self {
        let audit = self.profile.as_ref().and_then(|profile| profile.audit(alone)).cloned();
        let Some(audit) = audit.filter(|audit| audit.scope.facet().is_some()) else { return self };
        let Some(instrument) = self.instruments.of(&audit.instrument).cloned() else { return self };
        Self { audit: Some(audit), instrument, ..self }
    }

    /// All audits that can be shown, the newest first.
    pub fn all(&self) -> Vec<Arc<Audit>> {
        let audits = self.profile.iter().flat_map(|profile| profile.audits.iter().rev());
        audits.filter(|audit| self.instruments.can_show(audit)).cloned().collect()
    }

    /// The earlier audits that it can be compared with: about all facets, with the same questions. Oldest first.
    pub fn before(&self) -> Vec<Arc<Audit>> {
        let Some((profile, shown)) = self.profile.as_ref().zip(self.audit.as_ref()) else { return Vec::new() };
        let earlier = profile.audits.iter().take_while(|audit| audit.id != shown.id);
        earlier.filter(|audit| audit.scope.facet().is_none() && self.instrument.asked(audit)).cloned().collect()
    }

    /// How many earlier audits about all facets were asked otherwise than it, so that they are not compared with it.
    pub fn asked_otherwise(&self) -> usize {
        let Some((profile, shown)) = self.profile.as_ref().zip(self.audit.as_ref()) else { return 0 };
        let earlier = profile.audits.iter().take_while(|audit| audit.id != shown.id);
        earlier.filter(|audit| audit.scope.facet().is_none() && !self.instrument.asked(audit)).count()
    }

    /// Whether both hold the very same objects.
    pub fn is(&self, other: &Self) -> bool {
        fn same<T>(a: Option<&Arc<T>>, b: Option<&Arc<T>>) -> bool {
            a.map(Arc::as_ptr) == b.map(Arc::as_ptr)
        }
        same(self.profile.as_ref(), other.profile.as_ref())
            && same(self.audit.as_ref(), other.audit.as_ref())
            && same(self.others.as_ref(), other.others.as_ref())
            && Arc::ptr_eq(&self.instrument, &other.instrument)
    }
}
