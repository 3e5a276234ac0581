//! Roles named on the command line: by id, by name, or `current`.

use super::failure::{Failure, Problem};
use crate::cli::words;
use crate::foreign::quoted;
use crate::profile::{Audit, Profile, RoleId};
use crate::summary::RoleNames;
use crate::t;
use crate::tracks::{CURRENT, Catalogue, ChosenRole};

/// The most roles in one report: as many as fit side by side.
const MOST: usize = 3;
/// How many names a hint lists.
const LISTED: usize = 3;

/// The roles with these names. Each text is one name or id, or several with commas between them.
pub(super) fn chosen<'a>(
    texts: &[String],
    profile: &'a Profile,
    audit: Option<&Audit>,
    catalogue: &'a Catalogue,
) -> Result<Vec<ChosenRole<'a>>, Failure> {
    let known = Known { profile, catalogue };
    let mut ids: Vec<RoleId> = Vec::new();
    for text in texts {
        // A name may itself contain commas.
        let parts = if known.id(text).is_some() { vec![text.as_str()] } else { text.split(',').collect() };
        for part in parts {
            let id = known.id(part).ok_or_else(|| known.unknown(part))?;
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
    }
    if ids.len() > MOST {
        return Err(Failure::Usage(Problem::new(t!(words(), "cli-many-roles", count = ids.len(), most = MOST))));
    }
    let find = |id: &RoleId| {
        let none =
            || Problem::new(t!(words(), "cli-no-current-role")).hint(t!(words(), "cli-hint-current-role")).into();
        ChosenRole::find(id, catalogue, &profile.roles, audit).ok_or_else(none)
    };
    ids.iter().map(find).collect()
}

struct Known<'a> {
    profile: &'a Profile,
    catalogue: &'a Catalogue,
}

impl Known<'_> {
    /// All ids: built-in ones, then the person's own, then the present role.
    fn ids(&self) -> impl Iterator<Item = RoleId> {
        let own = self.profile.roles.iter().map(|own| own.id.clone());
        self.catalogue.demands().map(|role| role.id.clone()).chain(own).chain([RoleId::from(CURRENT)])
    }

    fn name(&self, id: &RoleId) -> String {
        RoleNames { catalogue: self.catalogue, own: &self.profile.roles }.of(words(), id)
    }

    fn id(&self, text: &str) -> Option<RoleId> {
        let text = text.trim();
        let named = || self.ids().find(|id| same(&self.name(id), text));
        self.ids().find(|id| id.as_str() == text).or_else(named)
    }

    fn unknown(&self, text: &str) -> Failure {
        let text = text.trim();
        let problem = Problem::new(t!(words(), "cli-no-role", role = quoted(text)));
        let near = self.near(text);
        let hint = if near.is_empty() {
            t!(words(), "cli-hint-roles")
        } else {
            t!(words(), "cli-hint-roles-near", roles = near.join(", "))
        };
        Failure::Usage(problem.hint(hint))
    }

    /// Names and ids that may have been meant by a mistyped one, the nearest first.
    fn near(&self, text: &str) -> Vec<String> {
        let wanted = text.to_lowercase();
        let mut found: Vec<(usize, String)> = Vec::new();
        for id in self.ids() {
            // Nobody would type the id of a role of their own, which is a UUID.
            let own = self.profile.role(&id).is_some();
            let shown = if own { quoted(&self.name(&id)) } else { id.to_string() };
            let apart = |known: &str| strsim::osa_distance(&known.to_lowercase(), &wanted);
            let nearest = apart(&shown).min(apart(&self.name(&id)));
            let inside = wanted.len() > 3 && shown.to_lowercase().contains(&wanted);
            if inside || nearest <= shown.chars().count() / 3 {
                found.push((nearest, shown));
            }
        }
        found.sort();
        found.into_iter().map(|(_, shown)| shown).take(LISTED).collect()
    }
}

fn same(name: &str, text: &str) -> bool {
    name.to_lowercase() == text.to_lowercase()
}
