//! What the two sources say of a facet that may be too little or too much, in a sentence or two.

use crate::scoring::{Agreement, RoleGap, TooMuch, id};
use crate::t;
use crate::tally::{self, Counted};
use crate::words::Words;

/// Which way something may be off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
enum Way {
    Little,
    Much,
}

impl TooMuch {
    /// Which source says so.
    pub fn words(&self, words: &Words) -> String {
        said(words, Way::Much, self.agreement)
    }
}

/// Which source says that a facet is too little; empty where neither does.
pub fn too_little_words(words: &Words, gap: &RoleGap, z: f64) -> String {
    tally::count(Counted::Words);
    Agreement::of(gap, z).map_or_else(String::new, |agreement| said(words, Way::Little, agreement))
}

/// What is said of a facet that the person finds too little, where there is nothing to compare that with.
pub fn only_word_little(words: &Words) -> String {
    said(words, Way::Little, Agreement::OnlyWord)
}

/// What stands beside a facet that may be too much, where there is room for a number: how much more the person does than the role
/// asks, that they say so, or that the two sources disagree.
pub fn much_words(words: &Words, one: &TooMuch) -> String {
    match (one.agreement, one.beyond) {
        (Agreement::LessAgainstLittle | Agreement::MoreAgainstMuch, _) => t!(words, "chart-contradicts"),
        (_, Some(beyond)) => words.points(beyond),
        (_, None) => t!(words, "result-you-say"),
    }
}

fn said(words: &Words, way: Way, agreement: Agreement) -> String {
    let way = id(&way);
    match agreement {
        Agreement::Both => t!(words, "summary-sources-both", way = way),
        Agreement::Lean => t!(words, "summary-sources-lean", way = way),
        Agreement::OnlyScores => t!(words, "summary-sources-scores", way = way),
        Agreement::OnlyWord => t!(words, "summary-sources-word", way = way),
        Agreement::AgainstRight => t!(words, "summary-sources-right", way = way),
        Agreement::LessAgainstLittle => t!(words, "summary-sources-less-little"),
        Agreement::MoreAgainstMuch => t!(words, "summary-sources-more-much"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_says_so_is_told_in_words_of_its_own() {
        let told = |way| -> std::collections::BTreeSet<String> {
            Agreement::ALL.map(|agreement| said(&Words::english(), way, agreement)).into()
        };
        assert_eq!((told(Way::Much).len(), told(Way::Little).len()), (Agreement::ALL.len(), Agreement::ALL.len()));
        // The two contradictions are the same in both ways.
        assert_eq!(told(Way::Much).intersection(&told(Way::Little)).count(), 2);
    }
}
