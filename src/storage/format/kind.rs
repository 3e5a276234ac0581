//! The kinds of our files. Each is named in the file's field `format`, and has a module for its contents.

/// A kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// All that one person keeps: a [`Profile`](crate::profile::Profile).
    Profile,
    /// Unsaved changes of a window, its journal. Only the program that wrote it reads it.
    Recovery,
    /// What others see of a person: a [`Merged`](crate::others::Merged) result.
    Others,
}

impl FileKind {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Profile, Self::Recovery, Self::Others];

    /// What `format` says in such a file.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Profile => "evenkeel-profile",
            Self::Recovery => "evenkeel-recovery",
            Self::Others => "evenkeel-others",
        }
    }

    /// The newest version that this code reads, and the one that it writes.
    pub const fn version(self) -> u32 {
        match self {
            Self::Profile => 2,
            Self::Recovery | Self::Others => 1,
        }
    }
}
