//! Cleans every text that a person typed before it goes into a report, and before any other code reads it.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::source::{Audited, PlanSource, ReportSource, RolesSource};
use crate::others::Merged;
use crate::profile::{Audit, CustomRole, Note, Plan};
use crate::summary::RoleNames;
use crate::theirs::Theirs;
use crate::tracks::ChosenRole;

/// The texts of a source, cleaned for a page.
pub(super) struct Clean {
    person: String,
    audit: Option<Audit>,
    earlier: Option<Audit>,
    own: Vec<Arc<CustomRole>>,
    plan: Option<Plan>,
    others: Option<Merged>,
    notes: Vec<Arc<Note>>,
    replaced: BTreeSet<char>,
}

impl Clean {
    pub(super) fn new(source: &ReportSource<'_>) -> Self {
        let mut theirs = Theirs::default();
        let person = theirs.words(source.person);
        let audit = source.audited.map(|audited| cleaned(audited.audit, &mut theirs));
        let earlier = source.audited.and_then(|audited| audited.earlier);
        let earlier = earlier.map(|(audit, _)| cleaned(audit, &mut theirs));
        let own = source.roles.map_or(&[][..], |roles| roles.names.own);
        let own = own.iter().map(|custom| Arc::new(cleaned_role(custom, &mut theirs))).collect();
        let plan = source.plan.map(|source| cleaned_plan(source.plan, &mut theirs));
        let others = source.others.map(|merged| cleaned_merged(merged, &mut theirs));
        let notes = source.notes.iter().map(|note| Arc::new(cleaned_note(note, &mut theirs))).collect();
        Self { person, audit, earlier, own, plan, others, notes, replaced: theirs.replaced().clone() }
    }

    /// The roles that were chosen, with these texts.
    pub(super) fn chosen<'a>(&'a self, source: &ReportSource<'a>) -> Vec<ChosenRole<'a>> {
        let of_own = |custom: &CustomRole| self.own.iter().find(|own| own.id == custom.id);
        let again = |chosen: &ChosenRole<'a>| match chosen {
            ChosenRole::Own(custom) => of_own(custom).map(|own| ChosenRole::Own(own)),
            other => Some(other.clone()),
        };
        source.roles.map_or_else(Vec::new, |roles| roles.chosen.iter().filter_map(again).collect())
    }

    /// The source with these texts in it.
    pub(super) fn source<'a>(&'a self, source: ReportSource<'a>, chosen: &'a [ChosenRole<'a>]) -> ReportSource<'a> {
        let audited = source.audited.zip(self.audit.as_ref()).map(|(audited, audit)| {
            let earlier = audited.earlier.zip(self.earlier.as_ref()).map(|((_, scores), audit)| (audit, scores));
            Audited { audit, earlier, ..audited }
        });
        let roles = source.roles.map(|roles| {
            let names = RoleNames { own: &self.own, ..roles.names };
            RolesSource { names, chosen, ..roles }
        });
        let plan = source.plan.zip(self.plan.as_ref()).map(|(source, plan)| PlanSource { plan, ..source });
        let others = self.others.as_ref();
        ReportSource { person: &self.person, audited, roles, plan, others, notes: &self.notes, ..source }
    }

    /// The characters that boxes replace in them.
    pub(super) fn replaced(&self) -> &BTreeSet<char> {
        &self.replaced
    }
}

fn cleaned(audit: &Audit, theirs: &mut Theirs) -> Audit {
    let mut audit = audit.clone();
    // An id from a file may be any text, and it is printed at the foot of each page.
    let texts = [&mut audit.role, &mut audit.instrument.id, &mut audit.instrument.hash];
    for text in texts {
        *text = theirs.words(text);
    }
    audit
}

fn cleaned_role(custom: &CustomRole, theirs: &mut Theirs) -> CustomRole {
    let mut custom = custom.clone();
    custom.name = theirs.words(&custom.name);
    custom.ad.iter_mut().for_each(|line| line.text = theirs.words(&line.text));
    custom
}

fn cleaned_plan(plan: &Plan, theirs: &mut Theirs) -> Plan {
    let mut plan = plan.clone();
    let own = [&mut plan.reason, &mut plan.cue, &mut plan.deed, &mut plan.obstacle, &mut plan.instead];
    let at_the_end = [&mut plan.outcome.words, &mut plan.outcome.colleague_words];
    let turns = plan.turns.iter_mut().flat_map(|turn| [&mut turn.cue, &mut turn.deed]);
    let ended = plan.ended.iter_mut().map(|ended| &mut ended.words);
    for text in own.into_iter().chain(at_the_end).chain(plan.goal.values_mut()).chain(turns).chain(ended) {
        *text = theirs.words(text);
    }
    plan
}

fn cleaned_merged(merged: &Merged, theirs: &mut Theirs) -> Merged {
    let mut merged = merged.clone();
    for comment in merged.keep.iter_mut().chain(&mut merged.change) {
        comment.text = theirs.words(&comment.text);
    }
    merged
}

fn cleaned_note(note: &Note, theirs: &mut Theirs) -> Note {
    let mut note = note.clone();
    for text in [&mut note.occasion, &mut note.did, &mut note.came_of_it, &mut note.seen_by] {
        *text = theirs.words(text);
    }
    note
}
