//! A document: a profile, the file that it is in, and its history of changes.
//!
//! Undo keeps whole earlier profiles, which share their unchanged parts, so no inverse edit can be wrong. A document is unsaved
//! when its profile is not the very object that was saved, so undoing back to that one makes it saved again.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::foreign;
use crate::profile::limits::{MAX_AUDITS, MAX_NOTES, MAX_PLANS, MAX_ROLES};
use crate::profile::{AuditEdit, Edit, EditError, NoteEdit, PlanEdit, Profile, RoleEdit};
use crate::storage::format::Extent;
use crate::storage::{Expect, Fingerprint};

/// How many steps of undo are kept.
const MAX_STEPS: usize = 100;
/// The most characters of a person's name in the name of a file: with three bytes for each, an extension still fits.
const LONGEST_NAME: usize = 80;

/// The file that a document was read from or saved to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OnDisk {
    /// The real file.
    pub path: PathBuf,
    /// Its contents when we last read or wrote it.
    pub fingerprint: Fingerprint,
    /// What it may hold instead: the contents of a save that may or may not have ended.
    pub or: Option<Fingerprint>,
}

impl OnDisk {
    /// A file whose contents are certain.
    pub const fn new(path: PathBuf, fingerprint: Fingerprint) -> Self {
        Self { path, fingerprint, or: None }
    }

    /// What the next save has to expect there.
    pub fn expected(&self) -> Expect {
        match &self.or {
            Some(ours) => Expect::Either(self.fingerprint.clone(), ours.clone()),
            None => Expect::Unchanged(self.fingerprint.clone()),
        }
    }
}

/// An open profile.
#[derive(Clone, Debug)]
pub struct Document {
    profile: Arc<Profile>,
    saved: Option<Arc<Profile>>,
    /// The file, once there is one.
    pub file: Option<OnDisk>,
    /// Its name as long as it has no file.
    pub title: String,
    /// Whether another window has the file. It can then be read, and saved under another name.
    pub read_only: bool,
    /// How much of a file the profile takes.
    extent: Extent,
    undo: Vec<Step>,
    redo: Vec<Step>,
}

#[derive(Clone, Debug)]
struct Step {
    edit: Edit,
    /// The profile on the other side of the step, and how much of a file it takes.
    profile: Arc<Profile>,
    extent: Extent,
}

impl Document {
    /// A new document without a file. It counts as unsaved only when it was changed.
    pub fn new(profile: Profile, title: String) -> Self {
        let profile = Arc::new(profile);
        Self {
            extent: Extent::of(&profile),
            saved: Some(Arc::clone(&profile)),
            profile,
            file: None,
            title,
            read_only: false,
            undo: Vec::new(),
            redo: Vec::new(),
        }
    }

    /// A document that was read from a file.
    pub fn opened(profile: Profile, file: OnDisk) -> Self {
        Self { file: Some(file), ..Self::new(profile, String::new()) }
    }

    /// A document that was made from other data, and is not in any file yet.
    pub fn made(profile: Profile, title: String) -> Self {
        Self { saved: None, ..Self::new(profile, title) }
    }

    /// A document from recovery. It is unsaved, whatever file it belongs to.
    pub fn recovered(profile: Profile, file: Option<OnDisk>, title: String) -> Self {
        Self { saved: None, file, ..Self::new(profile, title) }
    }

    /// The profile as it is now.
    pub const fn profile(&self) -> &Arc<Profile> {
        &self.profile
    }

    /// The name of the file without its extension, or else the title.
    pub fn name(&self) -> String {
        let stem = self.file.as_ref().and_then(|f| f.path.file_stem());
        stem.map_or_else(|| self.title.clone(), |s| s.to_string_lossy().into_owned())
    }

    /// The name that files of it begin with, its own first one and those made from it: that of its file, or else the person's.
    pub fn proposed_name(&self) -> String {
        // Letters that some systems do not allow in a name, and any that would not be seen in it.
        let person = self.profile.person.replace(['/', '\\', ':', '*', '?', '"', '<', '>', '|'], " ");
        let person = person.replace(|c: char| c.is_control() || foreign::is_hidden(c), " ");
        let words: Vec<&str> = person.split_whitespace().collect();
        if self.file.is_some() || words.is_empty() {
            return self.name();
        }
        words.join(" ").chars().take(LONGEST_NAME).collect()
    }

    /// [`Document::name`] made safe to show, since a name can contain hidden characters.
    pub fn shown_name(&self) -> String {
        foreign::name(&self.name())
    }

    /// The path of the file.
    pub fn path(&self) -> Option<&Path> {
        self.file.as_ref().map(|f| f.path.as_path())
    }

    /// Whether there are changes that are not in the file.
    pub fn is_unsaved(&self) -> bool {
        self.saved.as_ref().is_none_or(|saved| !Arc::ptr_eq(saved, &self.profile))
    }

    /// Makes a change. Typing into one field, or moving one slider, is one step.
    ///
    /// # Errors
    /// When the edit does not fit the profile.
    pub fn edit(&mut self, edit: Edit) -> Result<(), EditError> {
        let next = self.profile.apply(&edit)?;
        if next == *self.profile {
            return Ok(());
        }
        let extent = extent_after(self.extent, &self.profile, &next, &edit);
        if !has_room(self.extent, extent, &edit) {
            return Err(EditError::FileFull);
        }
        let before = std::mem::replace(&mut self.profile, Arc::new(next));
        let extent = std::mem::replace(&mut self.extent, extent);
        let goes_on = self.redo.is_empty() && self.undo.last().is_some_and(|last| continues(&last.edit, &edit));
        self.redo.clear();
        if !goes_on {
            self.undo.push(Step { edit, profile: before, extent });
            if self.undo.len() > MAX_STEPS {
                self.undo.remove(0);
            }
        }
        Ok(())
    }

    /// The edit that undo would take back.
    pub fn can_undo(&self) -> Option<&Edit> {
        self.undo.last().map(|s| &s.edit)
    }

    /// The edit that redo would make again.
    pub fn can_redo(&self) -> Option<&Edit> {
        self.redo.last().map(|s| &s.edit)
    }

    /// Takes the last change back, and returns it.
    pub fn undo(&mut self) -> Option<Edit> {
        let step = self.undo.pop()?;
        let edit = step.edit.clone();
        let back = self.go_over(step);
        self.redo.push(back);
        Some(edit)
    }

    /// Makes the last change that was taken back again, and returns it.
    pub fn redo(&mut self) -> Option<Edit> {
        let step = self.redo.pop()?;
        let edit = step.edit.clone();
        let back = self.go_over(step);
        self.undo.push(back);
        Some(edit)
    }

    /// Goes to the other side of a step, and returns the step that leads back.
    fn go_over(&mut self, step: Step) -> Step {
        let profile = std::mem::replace(&mut self.profile, step.profile);
        let extent = std::mem::replace(&mut self.extent, step.extent);
        Step { edit: step.edit, profile, extent }
    }

    /// How much of a file the profile takes.
    pub const fn extent(&self) -> Extent {
        self.extent
    }

    /// Whether one more audit can be begun, answered and saved.
    ///
    /// # Errors
    /// Why not.
    pub fn room_for_audit(&self) -> Result<(), EditError> {
        if self.profile.audits.len() >= MAX_AUDITS {
            Err(EditError::TooManyAudits)
        } else {
            self.room(RESERVE + RESERVE)
        }
    }

    /// Whether the audit that is under way can be answered to its end and saved.
    ///
    /// # Errors
    /// Why not.
    pub fn room_for_answers(&self) -> Result<(), EditError> {
        self.room(ANSWERS)
    }

    /// Whether one more role of the person's own can be made and saved.
    ///
    /// # Errors
    /// Why not.
    pub fn room_for_role(&self) -> Result<(), EditError> {
        if self.profile.roles.len() >= MAX_ROLES { Err(EditError::TooManyRoles) } else { self.room(RESERVE + RESERVE) }
    }

    /// Whether one more plan can be written, practised and saved.
    ///
    /// # Errors
    /// Why not.
    pub fn room_for_plan(&self) -> Result<(), EditError> {
        if self.profile.plans.len() >= MAX_PLANS { Err(EditError::TooManyPlans) } else { self.room(RESERVE + RESERVE) }
    }

    /// Whether one more note can be written and saved.
    ///
    /// # Errors
    /// Why not.
    pub fn room_for_note(&self) -> Result<(), EditError> {
        if self.profile.notes.len() >= MAX_NOTES { Err(EditError::TooManyNotes) } else { self.room(RESERVE + RESERVE) }
    }

    fn room(&self, more: Extent) -> Result<(), EditError> {
        if (self.extent + more).fits() { Ok(()) } else { Err(EditError::FileFull) }
    }

    /// Notes that the file may hold what was last written to it. That is not certain, so the document stays unsaved.
    pub fn may_hold(&mut self, path: &Path, written: Fingerprint) {
        self.saved = None;
        match self.file.as_mut().filter(|file| file.path == path) {
            Some(file) => file.or = Some(written),
            None => self.file = Some(OnDisk::new(path.to_path_buf(), written)),
        }
    }

    /// Notes that the file now holds `profile`. It may be an earlier one, when something was typed during the save.
    pub fn mark_saved(&mut self, profile: Arc<Profile>, file: OnDisk) {
        self.saved = Some(profile);
        self.file = Some(file);
        self.read_only = false;
    }
}

/// An upper bound for all the answers of an audit.
const ANSWERS: Extent = Extent { bytes: 16 * 1024, values: 500 };
/// An upper bound for an audit with all its answers and names, and also for a role with its ad. This much stays free for the audit
/// that is under way.
const RESERVE: Extent = Extent { bytes: 256 * 1024, values: 2_500 };

/// How much of a file the profile takes after an edit; `extent` is what it took before.
fn extent_after(extent: Extent, before: &Profile, after: &Profile, edit: &Edit) -> Extent {
    let audit = |profile: &Profile, id| profile.audit(id).map(|audit| Extent::of_audit(audit)).unwrap_or_default();
    let role = |profile: &Profile, id| profile.role(id).map(|role| Extent::of_role(role)).unwrap_or_default();
    let plan = |profile: &Profile, id| profile.plan(id).map(|plan| Extent::of_plan(plan)).unwrap_or_default();
    let note = |profile: &Profile, id| profile.note(id).map(|note| Extent::of_note(note)).unwrap_or_default();
    let part = |profile: &Profile| match edit {
        Edit::StartAudit(new) => audit(profile, &new.id),
        Edit::DeleteAudit(id) | Edit::Audit(id, _) => audit(profile, id),
        Edit::AddRole(new) => role(profile, &new.id),
        Edit::Role(id, _) => role(profile, id),
        // Its pin is removed as well.
        Edit::RemoveRole(id) => role(profile, id) + Extent::of_frame(profile),
        Edit::AddPlan(new) => plan(profile, &new.id),
        Edit::RemovePlan(id) | Edit::Plan(id, _) => plan(profile, id),
        Edit::FollowPlan(id, _, new) => plan(profile, id) + plan(profile, &new.id),
        Edit::AddNote(new) => note(profile, &new.id),
        Edit::RemoveNote(id) | Edit::Note(id, _) => note(profile, id),
        Edit::SetPerson(_) | Edit::SetHours(..) | Edit::SetPin(..) | Edit::SetReports(_) => Extent::of_frame(profile),
    };
    extent + part(after) - part(before)
}

/// Whether, after an edit, the profile can be saved and the audit under way can still be answered. An edit that makes the profile
/// smaller is never refused.
fn has_room(before: Extent, after: Extent, edit: &Edit) -> bool {
    let kept_free = if matches!(edit, Edit::Audit(..)) { Extent::default() } else { RESERVE };
    after.is_within(before) || (after + kept_free).fits()
}

/// Whether an edit continues the previous one: the next letter in the same field, the next stop of the same slider.
fn continues(last: &Edit, next: &Edit) -> bool {
    match (last, next) {
        (Edit::SetPerson(_), Edit::SetPerson(_)) => true,
        (Edit::Audit(audit, before), Edit::Audit(other, after)) => {
            audit == other
                && match (before, after) {
                    (AuditEdit::SetRole(_), AuditEdit::SetRole(_)) => true,
                    (AuditEdit::SetSituation(p, Some(_)), AuditEdit::SetSituation(q, Some(_))) => p == q,
                    _ => false,
                }
        }
        (Edit::Role(role, before), Edit::Role(other, after)) => {
            role == other
                && match (before, after) {
                    (RoleEdit::SetName(_), RoleEdit::SetName(_)) => true,
                    (RoleEdit::SetDemand(f, Some(_)), RoleEdit::SetDemand(g, Some(_)))
                    | (RoleEdit::SetWeight(f, Some(_)), RoleEdit::SetWeight(g, Some(_))) => f == g,
                    _ => false,
                }
        }
        (Edit::SetHours(f, Some(_)), Edit::SetHours(g, Some(_))) => f == g,
        (Edit::Plan(plan, before), Edit::Plan(other, after)) => {
            plan == other
                && match (before, after) {
                    (PlanEdit::SetText(p, _), PlanEdit::SetText(q, _)) => p == q,
                    (PlanEdit::SetDates(..), PlanEdit::SetDates(..)) => true,
                    _ => false,
                }
        }
        (Edit::Note(note, NoteEdit::SetText(p, _)), Edit::Note(other, NoteEdit::SetText(q, _))) => {
            note == other && p == q
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_proposed_under_the_name_of_the_file_or_of_the_person() {
        let named = |person: &str| {
            let mut profile = Profile::new("p".into());
            person.clone_into(&mut profile.person);
            Document::new(profile, "New profile".to_owned())
        };
        for (person, name) in [
            ("Ana López", "Ana López"),
            ("", "New profile"),
            (" \u{202e} ", "New profile"),
            ("A/B: \u{7}C\u{2069}", "A B C"),
            ("محمد علي", "محمد علي"),
        ] {
            assert_eq!(named(person).proposed_name(), name, "{person:?}");
        }
        assert_eq!(named(&"a".repeat(500)).proposed_name().chars().count(), LONGEST_NAME);
        let file = OnDisk::new("/somewhere/Other.evenkeel".into(), Fingerprint::of(b""));
        let saved = Document { file: Some(file), ..named("Ana") };
        assert_eq!(saved.proposed_name(), "Other");
    }
}
