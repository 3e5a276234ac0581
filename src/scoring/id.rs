//! The names of verdicts in files and in texts. They are the names that serde writes, so that each is defined once.

use std::fmt;

use serde::de::value::{Error, StrDeserializer};
use serde::{Deserialize, Serialize};

/// The name of a value without fields, for instance `leans-to-leadership`.
pub fn id(value: &impl Serialize) -> String {
    Named(value).to_string()
}

/// The value with this name; `None` where there is none.
pub fn of_id<'a, T: Deserialize<'a>>(id: &'a str) -> Option<T> {
    T::deserialize(StrDeserializer::<Error>::new(id)).ok()
}

struct Named<'a, T>(&'a T);

impl<T: Serialize> fmt::Display for Named<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.serialize(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::instrument::{Side, SignKind};
    use crate::scoring::{Degree, Level, ScoreStatus, Verdict};

    #[test]
    fn a_name_is_that_of_the_file() {
        assert_eq!(id(&Side::Leadership), "leadership");
        assert_eq!(id(&SignKind::TooMuchManagement), "too-much-management");
        assert_eq!(id(&ScoreStatus::NotApplicable), "not-applicable");
        assert_eq!(id(&Verdict::CannotTell), "cannot-tell");
        assert_eq!(of_id("cannot-tell"), Some(Verdict::CannotTell));
        assert_eq!(of_id::<Verdict>("cannot tell"), None);
        assert_eq!((id(&Degree::Somewhat), id(&Level::Seldom)), ("somewhat".into(), "seldom".into()));
    }
}
