//! Commands on roles, and on how they fit.

pub use crate::app::explorer::WhatIf;
use crate::profile::RoleId;

/// What can be done with roles.
#[derive(Clone, Debug, PartialEq)]
pub enum RoleCommand {
    /// Show a role in the explorer.
    Show(RoleId),
    /// Change the what-if.
    Suppose(Box<WhatIf>),
    /// A new role of the person's own.
    Add(NewRole),
    /// Ask for a job ad: for a new role, or for this one.
    AskAd(Option<RoleId>),
    /// Another text for the job ad of a role.
    SetAd(RoleId, String),
    /// Ask whether to remove a role of the person's own.
    AskRemove(RoleId),
}

/// How a role of the person's own begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NewRole {
    /// Nothing is set.
    Empty,
    /// As a copy of this role.
    Copy(RoleId),
    /// From a job ad.
    FromAd {
        /// The name of the role; may be empty.
        name: String,
        /// The ad as it was pasted.
        text: String,
    },
}
