//! Which source says that something may be too much, in a sentence.

use crate::scoring::{Agreement, TooMuch};
use crate::t;
use crate::words::Words;

impl TooMuch {
    /// Which source says so, in a sentence.
    pub fn words(&self, words: &Words) -> String {
        match self.agreement {
            Agreement::Both => t!(words, "summary-much-both"),
            Agreement::OnlyGap => t!(words, "summary-much-gap"),
            Agreement::OnlyWord => t!(words, "summary-much-word"),
            Agreement::GapAgainstRight => t!(words, "summary-much-right"),
            Agreement::GapAgainstLittle => t!(words, "summary-much-little"),
            Agreement::WordAgainstGap => t!(words, "summary-much-more"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_says_so_is_told_in_words_of_its_own() {
        let said = Agreement::ALL.map(|agreement| {
            TooMuch { facet: "risk-mitigation".into(), beyond: None, agreement }.words(&Words::english())
        });
        let told: std::collections::BTreeSet<String> = said.into();
        assert_eq!(told.len(), Agreement::ALL.len());
    }
}
