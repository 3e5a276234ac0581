//! What is worth knowing about a role of the person's own, in words.

use crate::t;
use crate::text::points;
use crate::tracks::{MEAN_DEMAND, Remark};

/// A remark as a sentence or two, with what to do about it.
pub fn remark_words(remark: Remark) -> String {
    let (low, high) = (points(*MEAN_DEMAND.start()), points(*MEAN_DEMAND.end()));
    match remark {
        Remark::NoWeight => t!("role-no-weight"),
        Remark::FewWeights(count) => t!("role-few-weights", count = count),
        Remark::AsksLittle(mean) => t!("role-asks-little", mean = points(mean), low = low, high = high),
        Remark::AsksMuch(mean) => t!("role-asks-much", mean = points(mean), low = low, high = high),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_remark_says_what_it_means() {
        assert!(remark_words(Remark::NoWeight).contains("left out"));
        assert!(remark_words(Remark::FewWeights(1)).starts_with("One facet counts"));
        assert!(remark_words(Remark::FewWeights(3)).starts_with("3 facets count"));
        assert!(
            remark_words(Remark::AsksLittle(2.5)).contains("2.5")
                && remark_words(Remark::AsksMuch(4.0)).contains("3.8")
        );
    }
}
