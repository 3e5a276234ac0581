//! Evenkeel: audit how much you manage and how much you lead.
