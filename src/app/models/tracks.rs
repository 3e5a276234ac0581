//! The texts and charts of the explorer of tracks.

use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

use super::{Memo, Models, Same};
use crate::app::explorer::{Candidate, Explorer, Fits, is_current};
use crate::chart::{FitBand, Map, Measured, Radar, RadarStyle, Scene, fit_band, fit_line, fit_range, radar};
use crate::figures::{Card, ChartData, ChartWords, ShownSeries};
use crate::instrument::{ByFacet, Instrument, KnownFacet};
use crate::profile::{Audit, CustomRole, FacetId, Form, Profile, RoleId, TrialId};
use crate::report::{PathSource, path_chart};
use crate::scoring::{Confidence, Reading, RoleGap, Scores, score_in_role};
use crate::summary::{
    RoleNames, against_lines, burnout_words, can_words, change_words, entry_list, entry_note, flip_words, gap_words,
    group_title, group_words, idle_words, near_words, order_sentence, stop_words, sure_words, through_words,
    track_often, trial_conditions, want_words, week_line_words,
};
use crate::t;
use crate::tracks::ad::{Keywords, Suggestion};
use crate::tracks::trials::{Trial, TrialLibrary};
use crate::tracks::{
    Against, Assessment, Group, RoleFit, Track, Week, WeekLine, against, audit_in, current_role, paths, track_shares,
};
use crate::words::Words;

/// How many roles are on screen at once: three beside each other, or one.
const AT_ONCE: usize = 4;
/// The width of a fit with its band in the list.
pub const BAND: f64 = 112.0;
/// How many suggestions are offered for a line of a job ad.
const OFFERED: usize = 2;

/// How a role fits the person, in marks and words.
#[derive(Debug)]
pub struct RoleRow {
    /// How it fits, with the what-if if there is one.
    pub fit: Option<RoleFit>,
    /// Whether it is pinned.
    pub pinned: bool,
    /// All of it in a sentence, for screen readers.
    pub spoken: String,
    /// *Can*: its line, and its words.
    pub can: (Scene, String),
    /// *Want*: its line, and its words.
    pub want: (Scene, String),
    /// *How sure*, in words: now, and before the what-if if there is one.
    pub sure: (String, Option<String>),
    /// Its fit with its band, for the list; `None` where it has none.
    pub band: Option<Scene>,
    /// How near it is: "possible now", "a stretch, drains you"; empty where it is not known.
    pub near: String,
    /// What it leaves unused of what energises the person, in a sentence; may be empty.
    pub idle: String,
    /// What it takes to get in, in a short line; empty where it takes nothing.
    pub entry: String,
    /// The burnout warning; may be empty.
    pub burnout: String,
    /// All of it, for the card under the pointer.
    pub card: Card,
}

/// The texts about all roles.
#[derive(Debug)]
pub struct TracksModel {
    /// The order of the roles in words, with its own uncertainty; empty without an assessment.
    pub order: String,
    /// The roles that have a fit, in groups of those that fit about as well; none is empty.
    pub groups: Vec<GroupRows>,
    /// How often each track comes first, the most frequent one first.
    pub shares: Vec<ShareRow>,
    /// The ways from the present role to others, the nearest first; empty where too little is known of it.
    pub ways: Vec<WayRow>,
    /// What would change the answer; empty without an assessment.
    pub flip: String,
    rows: Vec<RoleRow>,
    places: BTreeMap<RoleId, usize>,
}

impl TracksModel {
    /// The row of a role.
    pub fn row(&self, role: &RoleId) -> Option<&RoleRow> {
        self.rows.get(*self.places.get(role)?)
    }
}

/// Roles that fit about as well.
#[derive(Debug)]
pub struct GroupRows {
    /// Which group.
    pub group: Group,
    /// Its heading.
    pub title: String,
    /// What it means, in a sentence.
    pub about: String,
    /// Its roles, the best fit first.
    pub roles: Vec<RoleId>,
}

/// How often one of a track's roles comes first.
#[derive(Debug)]
pub struct ShareRow {
    /// Which track.
    pub track: Track,
    /// Its name.
    pub name: String,
    /// How often, in words.
    pub often: String,
}

/// The way from the present role to another one.
#[derive(Debug)]
pub struct WayRow {
    /// The other role.
    pub to: RoleId,
    /// What changes, in words.
    pub words: String,
}

/// A trial of a role.
#[derive(Debug)]
pub struct TrialRow {
    /// Which one.
    pub id: TrialId,
    /// How long it takes, and whose leave.
    pub conditions: String,
}

/// What a role would change for the person.
#[derive(Debug)]
pub struct Change {
    /// One sentence each.
    pub lines: Vec<String>,
    /// Where the week would clearly be another one, as far as the person gave their hours.
    pub week: Vec<String>,
    /// The roles on the way, in a sentence; may be empty.
    pub through: String,
    /// What can be tried first.
    pub trials: Vec<TrialRow>,
    /// The facets of which it asks more than the person does, the furthest first.
    pub grow: Vec<KnownFacet>,
}

/// A role compared with the person.
#[derive(Debug)]
pub struct Detail {
    /// The audit as if the role were the person's; one without answers where there are no scores.
    pub audit: Audit,
    /// Its scores.
    pub scores: Scores,
    /// The words of its radar.
    pub words: ChartWords,
    /// What is on its radar.
    pub show: ShownSeries,
    /// Its radar.
    pub radar: Radar,
    /// What the role asks beyond what the person does, with how much, and what they do beyond what it asks.
    pub lists: [Vec<(String, String)>; 2],
    /// What each facet's gap means, in words; empty where there is none.
    pub gaps: ByFacet<String>,
}

impl Detail {
    /// Whether the person has any score.
    pub const fn is_scored(&self) -> bool {
        self.show.me
    }
}

/// The inputs: fits, profile, roles, confidence.
type Key = (Option<Same<Fits>>, Option<Same<Profile>>, u64, Confidence);
/// The inputs: audit, roles, confidence, the role, supposed scores.
type DetailKey = (Option<Same<Audit>>, u64, Confidence, RoleId, ByFacet<Option<f64>>);

/// The kept values of the explorer of tracks.
#[derive(Debug)]
pub struct TracksModels {
    all: Memo<Key, TracksModel>,
    map: Memo<(Key, RoleId, f32), Map>,
    paths: Memo<(Key, RoleId, f32), Option<Scene>>,
    details: Memo<DetailKey, Detail>,
    changes: Memo<(Key, RoleId), Change>,
    suggestions: Memo<Same<CustomRole>, Vec<Vec<Suggestion>>>,
}

impl Default for TracksModels {
    fn default() -> Self {
        Self {
            all: Memo::of(1),
            map: Memo::of(1),
            paths: Memo::of(1),
            details: Memo::of(AT_ONCE),
            changes: Memo::of(1),
            suggestions: Memo::of(1),
        }
    }
}

impl Models {
    fn tracks_key(&self, explorer: &Explorer) -> Key {
        let (fits, profile) = (explorer.fits.as_ref(), self.profile());
        (fits.map(Same::as_this), profile.map(Same::as_this), explorer.revision, self.confidence)
    }

    /// What the explorer says about all roles.
    pub fn tracks(&self, explorer: &Explorer) -> Rc<TracksModel> {
        self.tracks.all.get(self.tracks_key(explorer), |_| {
            let profile = self.profile().map(|profile| &**profile);
            let made = Inputs {
                words: &self.words,
                instrument: &self.instrument,
                explorer,
                names: RoleNames { catalogue: &explorer.catalogue, own: profile.map_or(&[], |p| &p.roles) },
                pins: profile.map_or(&[], |p| &p.pins),
                audit: self.audit().map(|audit| &**audit),
            };
            made.all()
        })
    }

    /// The map of the roles in this width.
    pub fn map(&self, explorer: &Explorer, width: f32, make: impl FnOnce() -> Map) -> Rc<Map> {
        self.tracks.map.get((self.tracks_key(explorer), explorer.chosen.clone(), width), |_| make())
    }

    /// The way to a role, drawn in this width; `None` where there is none.
    pub fn path(&self, explorer: &Explorer, trials: &TrialLibrary, role: &RoleId, width: f32) -> Rc<Option<Scene>> {
        self.tracks.paths.get((self.tracks_key(explorer), role.clone(), width), |_| {
            let profile = self.profile();
            let source = PathSource {
                words: &self.words,
                instrument: &self.instrument,
                names: RoleNames { catalogue: &explorer.catalogue, own: profile.map_or(&[], |it| &it.roles) },
                audit: self.audit()?,
                trials,
                reports: profile.and_then(|profile| profile.reports),
            };
            path_chart(&source, role, f64::from(width))
        })
    }

    /// A role beside what the person does.
    pub fn detail(&self, explorer: &Explorer, candidate: &Candidate) -> Rc<Detail> {
        let audit = self.audit().map(Same::as_this);
        let supposed = explorer.what_if.means;
        let key = (audit, explorer.revision, self.confidence, candidate.role.id.clone(), supposed);
        self.tracks.details.get(key, |(audit, .., supposed)| {
            self.make_detail(audit.as_ref().map(|audit| &***audit), candidate, supposed)
        })
    }

    /// What a role would change for the person.
    pub fn change(&self, explorer: &Explorer, trials: &TrialLibrary, candidate: &Candidate) -> Rc<Change> {
        let key = (self.tracks_key(explorer), candidate.role.id.clone());
        self.tracks.changes.get(key, |_| self.make_change(explorer, trials, candidate))
    }

    fn make_change(&self, explorer: &Explorer, trials: &TrialLibrary, candidate: &Candidate) -> Change {
        let role = &candidate.role;
        let profile = self.profile();
        let names = RoleNames { catalogue: &explorer.catalogue, own: profile.map_or(&[], |it| &it.roles) };
        let now = self.audit().and_then(|audit| current_role(audit));
        let found = explorer.person().map(|person| against(now.as_ref(), role, &person)).unwrap_or_default();
        let to = |path: &crate::tracks::Path| path.to == role.id;
        let path = now.as_ref().and_then(|now| paths(now, &explorer.catalogue).into_iter().find(to));
        let kept = profile.map(|profile| Week::kept(&profile.hours)).filter(Week::is_known);
        let week = kept.zip(explorer.catalogue.role(&role.id)).map(|(kept, role)| kept.against(&Week::of(role)));
        let line = |line: &WeekLine| week_line_words(&self.words, &explorer.catalogue, &self.instrument, line);
        let trial = |trial: &Trial| TrialRow { id: trial.id.clone(), conditions: trial_conditions(&self.words, trial) };
        let reports = profile.and_then(|profile| profile.reports);
        Change {
            lines: if is_current(&role.id) { Vec::new() } else { self.change_lines(&found) },
            week: week.iter().flatten().filter(|it| it.is_clear()).map(line).collect(),
            through: path.map(|path| through_words(&self.words, &path, &names)).unwrap_or_default(),
            trials: trials.proposed(&role.id, reports).into_iter().map(trial).collect(),
            grow: found.grow.iter().map(|it| it.facet).collect(),
        }
    }

    fn change_lines(&self, found: &Against) -> Vec<String> {
        let stop = stop_words(&self.words, &self.instrument, found);
        let mut lines = against_lines(&self.words, &self.instrument, found);
        if !stop.is_empty() {
            lines.insert(0, stop);
        }
        lines
    }

    fn make_detail(&self, audit: Option<&Audit>, candidate: &Candidate, supposed: &ByFacet<Option<f64>>) -> Detail {
        let confidence = self.confidence;
        let chart_words = ChartWords { role: candidate.name.clone(), ..(*self.chart_words()).clone() };

        let in_role = |audit: &Audit| {
            let audit = audit_in(audit, &candidate.role);
            let scores = score_in_role(&self.instrument, &audit, supposed, confidence);
            (audit, scores)
        };
        let found = audit.map(in_role).filter(|(_, scores)| scores.facets.iter().any(|f| f.estimate.is_some()));
        let me = found.is_some();
        let (audit, scores) = found.unwrap_or_else(|| in_role(&Audit::blank(self.instrument.reference(), Form::Full)));
        let show = ShownSeries { me, role: true, earlier: false };
        let data = ChartData {
            instrument: &self.instrument,
            audit: &audit,
            scores: &scores,
            earlier: None,
            evidence: &[],
            words: &chart_words,
        };
        let mut input = data.radar(show);
        if !me {
            // Nothing was asked, so nothing is missing.
            input.facets.iter_mut().for_each(|facet| facet.note = None);
        }
        let radar = radar(&input, &RadarStyle::TRACKS);
        let gap = |facet: KnownFacet| scores.gap(&facet.id()).map(|it| gap_words(&self.words, it));
        let gaps = ByFacet::of(|facet| gap(facet).unwrap_or_default());
        Detail {
            lists: lists(&self.words, &self.instrument, &scores),
            gaps,
            radar,
            show,
            words: chart_words,
            audit,
            scores,
        }
    }

    /// What each line of a role's job ad may be about; nothing for a line whose facet is known.
    pub fn suggestions(&self, role: &Arc<CustomRole>, words: &Keywords) -> Rc<Vec<Vec<Suggestion>>> {
        self.tracks.suggestions.get(Same::as_this(role), |role| {
            let open = |line: &crate::profile::AdLine| match line.facet {
                Some(_) => Vec::new(),
                None => words.suggest(&line.text).into_iter().take(OFFERED).collect(),
            };
            role.ad.iter().map(open).collect()
        })
    }
}

/// The inputs of the texts about all roles.
struct Inputs<'a> {
    words: &'a Words,
    instrument: &'a Instrument,
    explorer: &'a Explorer,
    names: RoleNames<'a>,
    pins: &'a [RoleId],
    audit: Option<&'a Audit>,
}

impl Inputs<'_> {
    fn all(&self) -> TracksModel {
        let words = self.words;
        let fits = self.explorer.fits.as_deref();
        let now = fits.map(|fits| fits.supposed.as_ref().unwrap_or(&fits.real));
        let before = fits.filter(|fits| fits.supposed.is_some()).map(|fits| &fits.real);
        let candidates = &self.explorer.candidates;
        let ends = |assessment: &Assessment| assessment.fits.iter().filter_map(|fit| Some(fit.spread?.fit)).collect();
        let bands: Vec<[f64; 2]> = now.map(ends).unwrap_or_default();
        let range = fit_range(bands.into_iter());
        TracksModel {
            order: now.map(|now| self.order(now, before.is_some())).unwrap_or_default(),
            groups: now.map(|now| self.groups(now)).unwrap_or_default(),
            shares: now.map(|now| self.shares(now)).unwrap_or_default(),
            ways: self.ways(),
            flip: now.map(|now| flip_words(words, self.instrument, now, &self.names)).unwrap_or_default(),
            rows: candidates.iter().map(|candidate| self.row(candidate, now, before, range)).collect(),
            places: candidates.iter().enumerate().map(|(at, c)| (c.role.id.clone(), at)).collect(),
        }
    }

    /// The order in words, and what it takes to get in where that may surprise.
    fn order(&self, now: &Assessment, supposed: bool) -> String {
        let said = [order_sentence(self.words, now, &self.names), entry_note(self.words, now, &self.names)];
        let said = said.join(" ").trim_end().to_owned();
        if supposed { t!(self.words, "if-headline", said = said) } else { said }
    }

    fn groups(&self, now: &Assessment) -> Vec<GroupRows> {
        let groups = now.groups();
        let rows = |group| GroupRows {
            group,
            title: group_title(self.words, &groups, group),
            about: group_words(self.words, &groups, group),
            roles: groups.of(group).iter().map(|fit| fit.id.clone()).collect(),
        };
        Group::ALL.map(rows).into_iter().filter(|rows| !rows.roles.is_empty()).collect()
    }

    fn shares(&self, now: &Assessment) -> Vec<ShareRow> {
        let catalogue = &self.explorer.catalogue;
        let row = |share: &crate::tracks::TrackShare<'_>| ShareRow {
            track: share.track,
            name: catalogue.texts.track(share.track).name.clone(),
            often: track_often(self.words, share),
        };
        track_shares(now, catalogue).map(|found| found.tracks.iter().map(row).collect()).unwrap_or_default()
    }

    fn ways(&self) -> Vec<WayRow> {
        let Some(now) = self.audit.and_then(current_role) else { return Vec::new() };
        let row = |path: crate::tracks::Path| WayRow {
            words: change_words(self.words, self.instrument, &path.changes),
            to: path.to,
        };
        paths(&now, &self.explorer.catalogue).into_iter().map(row).collect()
    }

    fn row(
        &self,
        candidate: &Candidate,
        now: Option<&Assessment>,
        before: Option<&Assessment>,
        range: [f64; 2],
    ) -> RoleRow {
        let words = self.words;
        let id = &candidate.role.id;
        let fit = now.and_then(|now| now.fit(id));
        let before = before.and_then(|before| before.fit(id));
        let line = |kind, of: fn(&RoleFit) -> Option<f64>| fit_line(kind, fit.and_then(of), before.and_then(of));
        let (can, want) =
            (can_words(words, fit.and_then(|fit| fit.can)), fit.map(|it| want_words(words, it)).unwrap_or_default());
        let band = |fit: &RoleFit| {
            let (value, before) = (fit.fit?, before.and_then(|before| before.fit));
            Some(fit_band(&FitBand { value, ends: fit.spread?.fit, before, range }, BAND))
        };
        let sure = fit.map(|fit| sure_words(words, fit)).unwrap_or_default();
        let name = candidate.name.as_str();
        let entry = self.entry(id);
        let rows =
            [(t!(words, "tracks-can"), &can), (t!(words, "tracks-want"), &want), (t!(words, "tracks-sure"), &sure)];
        let rows = rows.into_iter().filter(|_| fit.is_some()).map(|(name, words)| (name, words.clone())).collect();
        let spoken = match fit {
            Some(_) => {
                t!(words, "tracks-spoken", role = name, can = can.as_str(), want = want.as_str(), sure = sure.as_str())
            }
            None => name.to_owned(),
        };
        RoleRow {
            fit: fit.cloned(),
            pinned: self.pins.contains(id),
            spoken,
            card: Card { title: name.to_owned(), rows },
            can: (line(Measured::Can, |fit| fit.can), can),
            want: (line(Measured::Want, |fit| fit.want), want),
            sure: (sure, before.map(|before| sure_words(words, before))),
            band: fit.and_then(band),
            near: fit.map(|fit| near_words(words, fit)).unwrap_or_default(),
            idle: fit.map(|it| idle_words(words, self.instrument, it)).unwrap_or_default(),
            entry,
            burnout: fit.map(|it| burnout_words(words, it)).unwrap_or_default(),
        }
    }

    /// What it takes to get in, in a short line.
    fn entry(&self, id: &RoleId) -> String {
        let what = self.explorer.catalogue.role(id).map(|role| entry_list(self.words, &role.entry));
        what.filter(|what| !what.is_empty()).map(|what| t!(self.words, "tracks-entry", what = what)).unwrap_or_default()
    }
}

/// What the role asks beyond what the person does, facets without a score at the end; and what they do beyond what it asks.
fn lists(words: &Words, instrument: &Instrument, scores: &Scores) -> [Vec<(String, String)>; 2] {
    let name = |facet: &FacetId| instrument.texts.facet(facet).name.clone();
    let of = |reading| {
        let row = |gap: &RoleGap| (name(&gap.facet), words.points(gap.written().abs()));
        scores.gaps(reading).into_iter().map(row).collect::<Vec<_>>()
    };
    let missing =
        scores.facets.iter().filter(|f| f.estimate.is_none()).map(|f| (name(&f.id), t!(words, "chart-no-score")));
    [of(Reading::AsksMore).into_iter().chain(missing).collect(), of(Reading::AsksLess)]
}
