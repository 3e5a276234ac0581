//! The eight facets, which are the same in every version, and sets of values with one for each facet.

use std::ops::{Index, IndexMut};

use serde::{Serialize, Serializer};

use super::Side;
use crate::profile::FacetId;

/// One of the eight facets. A [`FacetId`] comes from a file and may name no facet; this always is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum KnownFacet {
    /// Deciding what goes into the work.
    ResourceAllocation,
    /// Setting up the steps of work that recurs.
    ProcessImplementation,
    /// Checking how the work goes, and what results it has.
    PerformanceMonitoring,
    /// Making sure that less goes wrong.
    RiskMitigation,
    /// Saying what the work is for.
    VisionTranslation,
    /// Helping people through what divides them.
    ConflictNavigation,
    /// Winning others for something.
    StrategicInfluence,
    /// Building habits that all share.
    CultureShaping,
}

/// How many there are.
const COUNT: usize = 8;
/// In their fixed order: management, then leadership.
const ALL: [KnownFacet; COUNT] = [
    KnownFacet::ResourceAllocation,
    KnownFacet::ProcessImplementation,
    KnownFacet::PerformanceMonitoring,
    KnownFacet::RiskMitigation,
    KnownFacet::VisionTranslation,
    KnownFacet::ConflictNavigation,
    KnownFacet::StrategicInfluence,
    KnownFacet::CultureShaping,
];

impl KnownFacet {
    /// All, in their fixed order: management, then leadership.
    pub fn all() -> impl ExactSizeIterator<Item = Self> + DoubleEndedIterator + Clone {
        ALL.into_iter()
    }

    /// The facet with this id; `None` where no facet has it.
    pub fn of(id: &str) -> Option<Self> {
        ALL.into_iter().find(|facet| facet.as_str() == id)
    }

    /// Its id in files.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::ResourceAllocation => "resource-allocation",
            Self::ProcessImplementation => "process-implementation",
            Self::PerformanceMonitoring => "performance-monitoring",
            Self::RiskMitigation => "risk-mitigation",
            Self::VisionTranslation => "vision-translation",
            Self::ConflictNavigation => "conflict-navigation",
            Self::StrategicInfluence => "strategic-influence",
            Self::CultureShaping => "culture-shaping",
        }
    }

    /// The same as the id that profiles use.
    pub fn id(self) -> FacetId {
        FacetId::from(self.as_str())
    }

    /// The side that it is part of.
    pub const fn side(self) -> Side {
        match self {
            Self::ResourceAllocation
            | Self::ProcessImplementation
            | Self::PerformanceMonitoring
            | Self::RiskMitigation => Side::Management,
            Self::VisionTranslation | Self::ConflictNavigation | Self::StrategicInfluence | Self::CultureShaping => {
                Side::Leadership
            }
        }
    }
}

/// A value for each of the eight facets.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ByFacet<T>([T; COUNT]);

impl<T> ByFacet<T> {
    /// The values that a function returns for each facet.
    pub fn of(value: impl FnMut(KnownFacet) -> T) -> Self {
        Self(ALL.map(value))
    }

    /// Values in the order of the facets.
    pub const fn in_order(values: [T; COUNT]) -> Self {
        Self(values)
    }

    /// The same value for every facet.
    pub fn all(value: T) -> Self
    where
        T: Copy,
    {
        Self([value; COUNT])
    }

    /// The values that a function makes from these.
    pub fn map<U>(self, value: impl FnMut(T) -> U) -> ByFacet<U> {
        ByFacet(self.0.map(value))
    }

    /// The facets with their values, in order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (KnownFacet, &T)> + Clone {
        ALL.into_iter().zip(&self.0)
    }

    /// The values, in the order of the facets.
    pub fn values(&self) -> std::slice::Iter<'_, T> {
        self.0.iter()
    }

    /// The values as an array, in the order of the facets.
    pub fn into_values(self) -> [T; COUNT] {
        self.0
    }
}

impl<T> Index<KnownFacet> for ByFacet<T> {
    type Output = T;

    fn index(&self, facet: KnownFacet) -> &T {
        &self.0[facet as usize]
    }
}

impl<T> IndexMut<KnownFacet> for ByFacet<T> {
    fn index_mut(&mut self, facet: KnownFacet) -> &mut T {
        &mut self.0[facet as usize]
    }
}

/// Written as a map from the facets' ids.
impl<T: Serialize> Serialize for ByFacet<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter().map(|(facet, value)| (facet.as_str(), value)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_facet_has_its_own_place_and_id() {
        let places = ByFacet::of(|facet| facet as usize);
        assert_eq!(places.into_values(), [0, 1, 2, 3, 4, 5, 6, 7]);
        assert!(
            KnownFacet::all()
                .all(|facet| KnownFacet::of(facet.as_str()) == Some(facet) && facet.id() == facet.as_str().into())
        );
        assert_eq!(KnownFacet::of("own-work"), None);
        let sides: Vec<Side> = KnownFacet::all().map(KnownFacet::side).collect();
        assert_eq!((&sides[..4], &sides[4..]), (&[Side::Management; 4][..], &[Side::Leadership; 4][..]));
    }

    #[test]
    fn values_are_told_by_facet() {
        let mut values = ByFacet::all(0);
        values[KnownFacet::StrategicInfluence] = 7;
        assert_eq!(values.iter().find(|(_, value)| **value == 7), Some((KnownFacet::StrategicInfluence, &7)));
        let json = serde_json::to_string(&values.map(|value| value + 1)).unwrap();
        assert!(json.starts_with(r#"{"resource-allocation":1,"#) && json.contains(r#""strategic-influence":8"#));
    }
}
