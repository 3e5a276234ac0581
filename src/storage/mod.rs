//! Files, without ever losing anything: the person's documents, and Evenkeel's own files.
//!
//! - **The person's file** is read whole within a limit ([`read`]), understood by [`format`](mod@format), and saved in one step
//!   ([`save`]): at any moment, whatever fails, it is exactly the old version or exactly the new one. What another program wrote
//!   is never overwritten without asking ([`Expect`], [`Watch`], [`DocumentLock`]), and each version that a save replaces is kept
//!   for a while ([`Backups`]). Opening it a second time brings the window that has it to the front ([`Bell`]).
//! - **Unsaved changes** are in a journal within a second ([`RecoveryWriter`]), also when the program dies
//!   ([`install_panic_hook`], [`write_on_termination`]), and are offered at the next start ([`orphans`]).
//! - **Our own files** lie in folders that only this person can look into ([`Folders`]). Reading them never fails
//!   ([`Settings`], [`RecentFiles`]) and writing them keeps what a newer version put there.
//! - **Exports** are written piece by piece, whatever their length, and get their name when they are whole ([`Output`]).
//! - Only these are deleted without asking: a journal after a save or a discard, surplus backups, temporary files of writes that
//!   died, PDFs that were only made to be printed ([`PrintJobs`]).
//!
//! Everything but locks, bells and the crash text goes to the disk through [`FileSystem`], so that tests can make each step fail.

#![expect(clippy::disallowed_methods, reason = "this is the one place that writes files")]

mod atomic;
mod backup;
mod bell;
mod browse;
mod crash;
mod disk;
mod error;
mod fingerprint;
mod folders;
pub mod format;
mod json_file;
mod kept;
mod lock;
mod logbook;
mod make_way;
mod output;
mod path_text;
mod print_jobs;
mod reading;
mod recent;
mod recovery;
mod saving;
mod settings;
mod watch;

pub use backup::{Backup, Backups, VersionOf};
pub use bell::{Bell, Ring, ring};
pub use browse::{Listed, list_folder};
#[cfg(unix)]
pub use crash::write_on_termination;
pub use crash::{install_panic_hook, take_crash_text};
pub use disk::{Access, FileSystem, Metadata, NewFile, PathKind, RealFs, Rights};
pub use error::{DiskAction, DiskError};
pub use fingerprint::Fingerprint;
pub use folders::{Folders, HOME_VARIABLE};
pub use json_file::Warning;
pub use kept::{Deleted, KeptSize, Usage};
pub use lock::{DocumentLock, Held, LockError, holder};
pub use logbook::keep_log;
pub use make_way::{check_no_profile, make_way};
pub use output::Output;
pub use print_jobs::PrintJobs;
pub use reading::{Loaded, MAX_BYTES, read};
pub use recent::{BalanceSummary, MAX_RECENT, RecentFile, RecentFiles};
pub use recovery::{
    Claimed, Damage, Emergency, Entry, JournalProblem, JournalStatus, Orphan, PendingSave, RecoveryWriter, orphans,
};
pub use saving::{Expect, Keep, Saved, has_other_names, resolve, save, save_new_private};
pub use settings::{Settings, TextSize, Theme};
pub use watch::{FileChange, Watch, changed_on_disk};
