//! The three tracks, each with the share of the draws in which its best role comes first.
//!
//! # Rules
//!
//! In a draw, the best role of a track comes first exactly where any of its roles does. So the share of a track is the sum of the
//! shares of its roles. What is left belongs to the present role and to the person's own roles, which have no track; together all of
//! them make 1. To compare the three tracks alone, assess the built-in roles alone. All tracks have the same number of roles; a
//! catalogue in which one has more would favour it.

use super::{Assessment, CURRENT, Catalogue, HowSure, RoleFit, Track};
use crate::scoring::ROUNDING;

/// A track, and how often one of its roles comes first.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TrackShare<'a> {
    /// The track.
    pub track: Track,
    /// The share of draws in which its best role comes first, 0 to 1.
    pub share: f64,
    /// Its role that fits best now; `None` where none has a fit.
    pub best: Option<&'a RoleFit>,
}

/// The three tracks, and what is left.
#[derive(Clone, Debug, PartialEq)]
pub struct TrackShares<'a> {
    /// The most frequent first; equals stay in their fixed order.
    pub tracks: [TrackShare<'a>; 3],
    /// The share in which the present role comes first; `None` where it was not compared.
    pub now: Option<f64>,
    /// The share in which one of the person's own roles comes first.
    pub own: f64,
}

impl TrackShares<'_> {
    /// The share of a track.
    pub fn of(&self, track: Track) -> f64 {
        self.tracks.iter().find(|it| it.track == track).map_or(0.0, |it| it.share)
    }

    /// Whether the first of the tracks comes first in more than half of the draws.
    pub fn is_clear(&self) -> bool {
        self.tracks[0].share > 0.5 + ROUNDING
    }

    /// The tracks that hardly ever come first.
    pub fn hardly(&self) -> impl Iterator<Item = Track> {
        self.tracks.iter().filter(|it| HowSure::of(it.share) == HowSure::Hardly).map(|it| it.track)
    }
}

/// The shares of the tracks; `None` where no role has a fit.
pub fn track_shares<'a>(assessment: &'a Assessment, catalogue: &Catalogue) -> Option<TrackShares<'a>> {
    assessment.best()?;
    let track_of = |fit: &RoleFit| catalogue.role(&fit.id).map(|role| role.track);
    let ranked = assessment.ranked();
    let mut tracks = Track::ALL.map(|track| {
        let mut own = ranked.iter().filter(|fit| track_of(fit) == Some(track));
        let share = own.clone().filter_map(|fit| fit.how_sure).sum();
        TrackShare { track, share, best: own.find(|fit| fit.fit.is_some()).copied() }
    });
    // Sorting is stable, so that equals stay in their order.
    tracks.sort_by(|a, b| b.share.total_cmp(&a.share));
    let now = assessment.fit(&CURRENT.into()).map(|fit| fit.how_sure.unwrap_or(0.0));
    let all: f64 = assessment.fits.iter().filter_map(|fit| fit.how_sure).sum();
    let tracked: f64 = tracks.iter().map(|it| it.share).sum();
    Some(TrackShares { tracks, now, own: (all - tracked - now.unwrap_or(0.0)).max(0.0) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::profile::RoleId;

    fn assessed(shares: &[(&str, f64)]) -> Assessment {
        let one = |(id, share): &(&str, f64)| RoleFit {
            id: RoleId::from(*id),
            can: Some(*share),
            want: None,
            fit: Some(*share),
            how_sure: Some(*share),
            in_first_three: Some(*share),
            as_good: Some(*share),
            spread: None,
            idle: Vec::new(),
            drain: None,
            burnout: None,
        };
        Assessment { fits: shares.iter().map(one).collect(), flip: None }
    }

    #[test]
    fn the_share_of_a_track_is_the_sum_of_its_roles() {
        let catalogue = Catalogue::built_in().unwrap();
        let assessment = assessed(&[
            ("team-manager", 0.1),
            ("mentor", 0.25),
            ("senior-specialist", 0.35),
            ("founder", 0.0),
            ("mine", 0.1),
            (CURRENT, 0.2),
        ]);
        let shares = track_shares(&assessment, &catalogue).unwrap();
        let said: Vec<(Track, i32)> = shares.tracks.iter().map(|it| (it.track, whole(it.share))).collect();
        assert_eq!(said, [(Track::Leadership, 60), (Track::Management, 10), (Track::Hybrid, 0)]);
        assert_eq!(shares.tracks[0].best.map(|fit| fit.id.as_str()), Some("senior-specialist"));
        assert_eq!((shares.now.map(whole), whole(shares.own)), (Some(20), 10));
        assert_eq!((whole(shares.of(Track::Management)), shares.is_clear()), (10, true));
        assert_eq!(shares.hardly().collect::<Vec<_>>(), [Track::Hybrid]);
    }

    #[test]
    fn equals_stay_in_their_order_and_without_a_fit_there_are_none() {
        let catalogue = Catalogue::built_in().unwrap();
        let assessment = assessed(&[("founder", 0.5), ("team-manager", 0.5)]);
        let shares = track_shares(&assessment, &catalogue).unwrap();
        assert_eq!(shares.tracks.map(|it| it.track), [Track::Management, Track::Hybrid, Track::Leadership]);
        assert_eq!((shares.now, shares.is_clear(), shares.tracks[2].best), (None, false, None));
        assert_eq!(track_shares(&assessed(&[]), &catalogue), None);
    }

    #[expect(clippy::cast_possible_truncation, reason = "hundredths of a share")]
    fn whole(share: f64) -> i32 {
        (100.0 * share).round() as i32
    }
}
