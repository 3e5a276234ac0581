//! How the roles fit the person of a profile: the three tracks, the roles in groups, the paths from the present role.

use std::path::Path as FilePath;

use serde::Serialize;

use crate::cli::failure::Failure;
use crate::cli::open::{self, Which};
use crate::cli::out::Out;
use crate::cli::words;
use crate::export;
use crate::instrument::{Instrument, KnownFacet};
use crate::profile::{Audit, Profile, RoleId};
use crate::scoring::{Confidence, score};
use crate::summary::{
    RoleNames, against_lines, change_words, flip_words, group_title, group_words, near_words, order_note, sure_words,
    through_words, track_lines, week_line_words,
};
use crate::t;
use crate::tracks::{
    Against, Assessment, Catalogue, FlipJson, Group, Lever, Mix, Path, Person, RoleFit, Track, TrackJson, TrackShare,
    TrackShares, Week, against, all_roles, assess, current_role, paths, track_shares,
};

/// So many paths are told in text; all of them are in the JSON.
const TOLD: usize = 5;

/// All that is found about one audit.
struct Found<'a> {
    profile: &'a Profile,
    audit: &'a Audit,
    instrument: &'a Instrument,
    catalogue: &'a Catalogue,
    person: Person,
    assessment: Assessment,
    paths: Vec<Path>,
}

pub(super) fn run(file: &FilePath, which: Which, json: bool, out: &mut Out) -> Result<(), Failure> {
    let profile = open::profile(file)?;
    let (_, audit) = which.of(&profile, file)?;
    let (instrument, catalogue) = (open::instrument_of(audit, file)?, open::catalogue()?);
    let person = Person::new(&instrument, audit, &score(&instrument, audit, Confidence::P90));
    let roles = all_roles(&catalogue, &profile.roles, Some(audit));
    let found = Found {
        assessment: assess(&roles, &person, Mix::default()),
        paths: current_role(audit).map(|now| paths(&now, &catalogue)).unwrap_or_default(),
        profile: &profile,
        audit,
        instrument: &instrument,
        catalogue: &catalogue,
        person,
    };
    if json {
        return Ok(export::write_value(&found.json(), out.data())?);
    }
    for line in found.text() {
        out.line(&line)?;
    }
    Ok(())
}

#[derive(Serialize)]
struct Output<'a> {
    shares: Option<SharesJson<'a>>,
    groups: Vec<GroupJson<'a>>,
    lever: &'static str,
    flip: Option<FlipJson<'a>>,
    paths: Vec<PathJson<'a>>,
}

#[derive(Serialize)]
struct SharesJson<'a> {
    tracks: Vec<ShareJson<'a>>,
    now: Option<f64>,
    own: f64,
}

#[derive(Serialize)]
struct ShareJson<'a> {
    track: Track,
    share: f64,
    best: Option<&'a RoleId>,
}

#[derive(Serialize)]
struct GroupJson<'a> {
    group: &'static str,
    roles: Vec<FitJson<'a>>,
}

#[derive(Serialize)]
struct FitJson<'a> {
    #[serde(flatten)]
    fit: TrackJson<'a>,
    as_good: Option<f64>,
}

#[derive(Serialize)]
struct PathJson<'a> {
    to: &'a RoleId,
    distance: f64,
    through: &'a [RoleId],
    changes: Vec<ChangeJson>,
    grow: Vec<&'static str>,
    gain: Vec<&'static str>,
    give_up: Vec<&'static str>,
    relief: Vec<&'static str>,
    burden: Vec<&'static str>,
}

#[derive(Serialize)]
struct ChangeJson {
    facet: &'static str,
    from: u8,
    to: u8,
}

impl Found<'_> {
    fn against(&self, to: &RoleId) -> Against {
        let now = current_role(self.audit);
        self.catalogue.role(to).map(|to| against(now.as_ref(), &to.role, &self.person)).unwrap_or_default()
    }

    fn json(&self) -> Output<'_> {
        let groups = self.assessment.groups();
        let fits = |fits: &[&'_ RoleFit]| -> Vec<RoleId> { fits.iter().map(|fit| fit.id.clone()).collect() };
        let group = |name, ids: Vec<RoleId>| GroupJson {
            group: name,
            roles: ids
                .iter()
                .filter_map(|id| self.assessment.fit(id))
                .map(|fit| FitJson { fit: TrackJson::from(fit), as_good: fit.as_good })
                .collect(),
        };
        let path = |path| self.path_json(path);
        Output {
            shares: track_shares(&self.assessment, self.catalogue).map(|shares| shares_json(&shares)),
            groups: vec![
                group("best", fits(&groups.best)),
                group("close", fits(&groups.close)),
                group("further", fits(&groups.further)),
                group("open", fits(&groups.open)),
            ],
            lever: match self.assessment.lever() {
                Lever::Decides(_) => "decides",
                Lever::WithinError(_) => "within-error",
                Lever::Nothing => "nothing",
            },
            flip: self.assessment.flip.as_ref().map(FlipJson::from),
            paths: self.paths.iter().map(path).collect(),
        }
    }

    fn path_json<'a>(&self, path: &'a Path) -> PathJson<'a> {
        let against = self.against(&path.to);
        let ids = |facets: &[KnownFacet]| facets.iter().map(|facet| facet.as_str()).collect();
        PathJson {
            to: &path.to,
            distance: path.distance,
            through: &path.through,
            changes: path
                .changes
                .iter()
                .map(|it| ChangeJson { facet: it.facet.as_str(), from: it.from.value(), to: it.to.value() })
                .collect(),
            grow: against.grow.iter().map(|it| it.facet.as_str()).collect(),
            gain: ids(&against.gain),
            give_up: ids(&against.give_up),
            relief: ids(&against.relief),
            burden: ids(&against.burden),
        }
    }

    fn text(&self) -> Vec<String> {
        let names = RoleNames { catalogue: self.catalogue, own: &self.profile.roles };
        let mut lines = vec![open::heading(self.profile, self.audit), String::new()];
        let Some(shares) = track_shares(&self.assessment, self.catalogue) else {
            lines.push(t!(words(), "tracks-no-scores"));
            return lines;
        };
        lines.extend(track_lines(words(), self.catalogue, &shares));
        lines.push(flip_words(words(), self.instrument, &self.assessment, &names));
        let note = order_note(words(), &self.assessment);
        if !note.is_empty() {
            lines.push(note);
        }
        let groups = self.assessment.groups();
        for group in Group::ALL {
            if groups.of(group).is_empty() {
                continue;
            }
            lines.extend([String::new(), group_title(words(), &groups, group)]);
            lines.push(group_words(words(), &groups, group));
            let line = |fit: &&RoleFit| {
                let near = near_words(words(), fit);
                let sure = sure_words(words(), fit);
                t!(words(), "cli-tracks-fit", role = names.of(words(), &fit.id), near = near, sure = sure)
            };
            lines.extend(groups.of(group).iter().map(line));
        }
        lines.extend(self.paths_text(&names));
        lines
    }

    fn paths_text(&self, names: &RoleNames<'_>) -> Vec<String> {
        let mut lines = vec![String::new(), t!(words(), "cli-tracks-near")];
        if self.paths.is_empty() {
            lines.push(t!(words(), "cli-tracks-no-now"));
        }
        let kept = Week::kept(&self.profile.hours);
        for path in self.paths.iter().take(TOLD) {
            let Some(built_in) = self.catalogue.role(&path.to) else { continue };
            let role = names.of(words(), &path.to);
            let distance = words().points(path.distance);
            lines.extend([String::new(), t!(words(), "cli-tracks-path", role = role, distance = distance)]);
            let mut told = vec![change_words(words(), self.instrument, &path.changes)];
            told.push(through_words(words(), path, names));
            let lines_against = against_lines(words(), self.instrument, &self.against(&path.to));
            told.extend(lines_against);
            let week = kept.against(&Week::of(built_in));
            let clear = week.iter().filter(|line| line.is_clear());
            told.extend(clear.map(|line| week_line_words(words(), self.catalogue, self.instrument, line)));
            lines.extend(told.into_iter().filter(|it| !it.is_empty()).map(|it| format!("  {it}")));
        }
        lines
    }
}

fn shares_json<'a>(shares: &TrackShares<'a>) -> SharesJson<'a> {
    let share = |it: &TrackShare<'a>| ShareJson { track: it.track, share: it.share, best: it.best.map(|fit| &fit.id) };
    SharesJson { tracks: shares.tracks.iter().map(share).collect(), now: shares.now, own: shares.own }
}
