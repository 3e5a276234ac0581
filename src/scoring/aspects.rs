//! To which side a person leans in the situations, aspect by aspect.

use crate::instrument::{Aspect, Instrument, Side};
use crate::profile::{Answers, Points};
use crate::tally::{self, Counted};

/// How many points beyond an even split, over both scenes, make a lean. With one point less in each scene it would still lean.
const LEAN: i32 = 3;

/// Which way an aspect leans.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeanDirection {
    /// More to the management-minded responses.
    Management,
    /// More to the leadership-minded ones.
    Leadership,
    /// To neither side, as far as two scenes can tell.
    Unclear,
}

/// What the two scenes of an aspect show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AspectLean {
    /// Which aspect.
    pub aspect: Aspect,
    /// Points for the management-minded responses, over the scenes that were answered.
    pub management: u8,
    /// All points of those scenes.
    pub total: u8,
    /// `None` where a scene is open.
    pub lean: Option<LeanDirection>,
}

/// The four aspects in their order.
pub fn aspect_leans(instrument: &Instrument, answers: &Answers) -> Vec<AspectLean> {
    tally::count(Counted::Scores);
    Aspect::ALL.into_iter().map(|aspect| lean(instrument, answers, aspect)).collect()
}

fn lean(instrument: &Instrument, answers: &Answers, aspect: Aspect) -> AspectLean {
    let mut asked = 0;
    let mut given: Vec<Points> = Vec::new();
    for situation in instrument.situations_of(aspect) {
        asked += 1;
        given.extend(answers.situations.get(&situation.id));
    }
    let beyond: Vec<i32> = given.iter().map(|p| i32::from(p.management()) - i32::from(Points::TOTAL / 2)).collect();
    let sum: i32 = beyond.iter().sum();
    let called = if sum >= LEAN && beyond.iter().all(|b| *b >= 0) {
        LeanDirection::Management
    } else if sum <= -LEAN && beyond.iter().all(|b| *b <= 0) {
        LeanDirection::Leadership
    } else {
        LeanDirection::Unclear
    };
    let sum_of = |part: fn(Points) -> u8| given.iter().map(|p| part(*p)).sum::<u8>();
    AspectLean {
        aspect,
        management: sum_of(Points::management),
        total: sum_of(Points::management) + sum_of(Points::leadership),
        lean: (asked > 0 && given.len() == asked).then_some(called),
    }
}

impl LeanDirection {
    /// The side that it leans to; `None` where it leans to neither.
    pub const fn side(self) -> Option<Side> {
        match self {
            Self::Management => Some(Side::Management),
            Self::Leadership => Some(Side::Leadership),
            Self::Unclear => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::decisions;
    use super::*;

    #[test]
    fn a_lean_outlives_one_point_less_in_each_scene() {
        let lean = |a, b| decisions(&[a, b]).lean.unwrap();
        assert_eq!(lean(7, 6), LeanDirection::Management);
        assert_eq!(lean(6, 6), LeanDirection::Unclear);
        assert_eq!(lean(8, 5), LeanDirection::Management);
        assert_eq!(lean(3, 4), LeanDirection::Leadership);
        assert_eq!(lean(4, 4), LeanDirection::Unclear);
        assert_eq!(lean(10, 4), LeanDirection::Unclear, "one scene points the other way");
        assert_eq!(lean(0, 6), LeanDirection::Unclear, "one scene points the other way");
        assert_eq!(lean(5, 5), LeanDirection::Unclear);
    }
}
