//! The words at the head and foot of each page.

use serde::Serialize;

use super::source::{Audited, ReportOptions, ReportPage, ReportSource, RolesSource};
use super::{numbers, roles};
use crate::profile::{Audit, Form};
use crate::t;
use crate::words::Words;

/// Words at the head and foot of each page.
#[derive(Clone, Debug, Serialize)]
pub struct Running {
    /// What kind of page it is.
    pub name: String,
    /// Person, role, form and day.
    pub about: String,
    /// "Page {page} of {pages}".
    pub page: String,
    /// What to bear in mind on any page.
    pub foot: String,
}

impl Running {
    pub(super) fn new(source: &ReportSource<'_>, person: &str, options: &ReportOptions) -> Self {
        let words = source.words;
        let (name, mut parts, foot) = match (&source.audited, &source.roles) {
            (Some(audited), _) => (t!(words, "report-name"), about(words, audited.audit), foot(words, audited)),
            (None, _) if options.pages.iter().all(|page| page.is_of_practice()) => practice(source, options),
            (None, Some(roles)) => {
                let parts = vec![about_roles(words, roles), words.day_long(source.day)];
                (t!(words, "report-roles-name"), parts, roles_foot(words, roles))
            }
            (None, None) => (t!(words, "report-roles-name"), vec![words.day_long(source.day)], String::new()),
        };
        parts.insert(0, person.to_owned());
        let parts = parts.iter().map(|part| part.split_whitespace().collect::<Vec<_>>().join(" "));
        let about = parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
        Self { name, about, page: t!(source.words, "report-page", page = "{page}", pages = "{pages}"), foot }
    }

    /// The title of the document.
    pub(super) fn title(&self, words: &Words) -> String {
        t!(words, "report-title", name = self.name.as_str(), about = self.about.as_str())
    }
}

/// Name, parts and foot of pages about practice alone.
fn practice(source: &ReportSource<'_>, options: &ReportOptions) -> (String, Vec<String>, String) {
    let words = source.words;
    let day = words.day_long(source.day);
    let only = |page: ReportPage| options.pages.iter().all(|chosen| *chosen == page);
    if only(ReportPage::Exercises) {
        return (t!(words, "plan-exercises"), vec![day], t!(words, "report-exercises-foot"));
    }
    let plan = source.plan.filter(|_| !only(ReportPage::Notes));
    let facet = plan.map(|plan| plan.instruments.newest().texts.facet(&plan.plan.facet).name.clone());
    let parts = vec![facet.unwrap_or_default(), day];
    let name = if only(ReportPage::Notes) { t!(words, "report-notes") } else { t!(words, "report-plan-name") };
    (name, parts, t!(words, "report-plan-foot"))
}

/// "Team lead, logistics", "Full form, 19 November 2026".
fn about(words: &Words, audit: &Audit) -> Vec<String> {
    let day = words.day_long(words.local_day(audit.date()));
    let form = match (audit.form, audit.finished) {
        (Form::Quick, Some(_)) => t!(words, "report-quick", date = day),
        (Form::Full, Some(_)) => t!(words, "report-full", date = day),
        (_, None) => t!(words, "report-unfinished", date = day),
    };
    vec![audit.role.clone(), form]
}

fn about_roles(words: &Words, source: &RolesSource<'_>) -> String {
    words.list(&roles::chosen(source).map(|role| source.names.of(words, role.id())).collect::<Vec<_>>())
}

fn foot(words: &Words, source: &Audited<'_>) -> String {
    let asked = &source.audit.instrument;
    let percent = words.decimal(100.0 * source.scores.confidence.share(), 0);
    let hash: String = asked.hash.chars().take(numbers::SHORT).collect();
    t!(words, "report-foot", percent = percent, id = asked.id.as_str(), version = asked.version, hash = hash)
}

fn roles_foot(words: &Words, source: &RolesSource<'_>) -> String {
    let catalogue = source.names.catalogue;
    let hash: String = catalogue.hash.chars().take(numbers::SHORT).collect();
    t!(words, "report-roles-foot", id = catalogue.id.as_str(), version = catalogue.version, hash = hash)
}
