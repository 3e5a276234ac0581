//! Which way an aspect leans, in words.

use crate::instrument::AspectText;
use crate::scoring::{AspectLean, LeanDirection};
use crate::t;
use crate::words::Words;

impl AspectLean {
    /// Which way it leans, in words.
    pub fn words(self, words: &Words) -> String {
        match self.lean {
            Some(LeanDirection::Management) => t!(words, "summary-leans-management"),
            Some(LeanDirection::Leadership) => t!(words, "summary-leans-leadership"),
            Some(LeanDirection::Unclear) => t!(words, "summary-no-lean"),
            None if self.total > 0 => t!(words, "summary-lean-open"),
            None => t!(words, "summary-lean-not-answered"),
        }
    }

    /// The points behind it, leadership first as on the radar; empty where there are none.
    pub fn points(self, words: &Words) -> String {
        if self.total == 0 {
            return String::new();
        }
        let leadership = self.total - self.management;
        t!(words, "summary-lean-points", leadership = leadership, management = self.management)
    }

    /// What goes wrong where that side is overdone.
    pub fn consequence(self, texts: &AspectText) -> Option<&str> {
        match self.lean? {
            LeanDirection::Management => Some(&texts.too_much_management),
            LeanDirection::Leadership => Some(&texts.too_much_leadership),
            LeanDirection::Unclear => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::instrument::Aspect;
    use crate::scoring::fixture::{audit, decisions};

    #[test]
    fn one_scene_calls_nothing() {
        let one = decisions(&[10]);
        assert_eq!((one.lean, one.total), (None, 10));
        assert_eq!(one.words(&Words::english()), "one scene is open, so no lean is called");
        assert_eq!(decisions(&[]).words(&Words::english()), "not answered");
        assert_eq!(decisions(&[]).points(&Words::english()), "");
    }

    #[test]
    fn a_lean_says_what_goes_wrong_there() {
        let (instrument, _) = audit(&[]);
        let texts = instrument.texts.aspect(Aspect::Decisions);
        let of = |a, b| decisions(&[a, b]);
        assert_eq!(of(9, 8).words(&Words::english()), "leans to management in both scenes together");
        assert_eq!(of(9, 8).points(&Words::english()), "3 points to leadership, 17 to management");
        assert_eq!(of(9, 8).consequence(texts), Some(texts.too_much_management.as_str()));
        assert_eq!(of(1, 2).words(&Words::english()), "leans to leadership in both scenes together");
        assert_eq!(of(1, 2).consequence(texts), Some(texts.too_much_leadership.as_str()));
        assert_eq!(of(5, 6).words(&Words::english()), "no clear lean");
        assert_eq!(of(5, 6).consequence(texts), None);
    }
}
