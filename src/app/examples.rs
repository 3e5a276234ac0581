//! The worked examples: made-up people, in files like those of anybody.

/// A team lead with four audits, a plan that has ended and one under way.
pub const LEAD: &[u8] = include_bytes!("../../assets/examples/worked-example.evenkeel");

/// Somebody to whom nobody reports, with two audits and a plan under way.
pub const SPECIALIST: &[u8] = include_bytes!("../../assets/examples/without-reports.evenkeel");
