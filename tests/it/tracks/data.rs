//! The built-in tracks and roles keep their rules, and each rule finds the file that breaks it.

use std::collections::BTreeSet;

use evenkeel::data::{DataError, DataFile};
use evenkeel::instrument::KnownFacet;
use evenkeel::tracks::{Accountable, Catalogue, Entry, Remark, Track, USUAL_DEMAND, remarks};

use super::catalogue;

const STRUCTURE: &str = include_str!("../../../assets/tracks/tracks.toml");
const ENGLISH: &str = include_str!("../../../assets/tracks/en.toml");

fn parse(structure: &str, texts: &str) -> Result<Catalogue, DataError> {
    Catalogue::parse(DataFile { name: "tracks.toml", text: structure }, DataFile { name: "en.toml", text: texts })
        .map_err(DataError::from)
}

#[test]
fn the_built_in_catalogue_has_what_it_should() {
    let catalogue = catalogue();
    assert_eq!(catalogue.roles.len(), 18);
    assert_eq!(Track::ALL.map(|track| catalogue.of_track(track).count()), [6, 6, 6]);
    assert_eq!(catalogue.hash, parse(&STRUCTURE.replace('\n', "\r\n"), ENGLISH).unwrap().hash);
    for role in &catalogue.roles {
        assert_eq!(remarks(&role.role), [] as [Remark; 0], "{}", role.role.id);
        assert_eq!(catalogue.role(&role.role.id), Some(role));
        assert!(USUAL_DEMAND.contains(&role.role.mean_demand().unwrap()), "{}", role.role.id);
        let reports = role.accountable.contains(&Accountable::Reports);
        assert!(!(reports && role.track == Track::Leadership), "{}", role.role.id);
    }
    assert!(catalogue.role(&"no-such-role".into()).is_none());
}

#[test]
fn every_text_is_found_and_none_stands_twice() {
    let catalogue = catalogue();
    let mut seen = BTreeSet::new();
    for role in &catalogue.roles {
        let text = catalogue.texts.role(&role.role.id);
        let lists = [&text.gains, &text.gives_up, &text.questions, &text.mismatch];
        let singles =
            [&text.name, &text.summary, &text.work, &text.week, &text.accountable, &text.way_in, &text.way_back];
        for words in singles.into_iter().chain(lists.into_iter().flatten()) {
            assert!(seen.insert(words.clone()), "{}: {words}", role.role.id);
        }
        assert!(text.questions.iter().all(|q| q.ends_with('?')), "{}", role.role.id);
        for facet in KnownFacet::all().map(KnownFacet::as_str) {
            let reason = catalogue.texts.reason(&role.role.id, &facet.into());
            for half in [&reason.demand, &reason.weight] {
                assert!(seen.insert(half.clone()), "{} {facet}: {half}", role.role.id);
                assert!(!half.ends_with('.') && half.split_whitespace().count() <= 20, "{}: {half}", role.role.id);
            }
        }
    }
    for track in Track::ALL {
        assert!(!catalogue.texts.track(track).about.is_empty() && !catalogue.texts.track(track).name.is_empty());
    }
    assert!([Accountable::Reports, Accountable::Budget].iter().all(|a| !catalogue.texts.accountable(*a).is_empty()));
    assert_eq!(catalogue.texts.role(&"no-such-role".into()).name, "");
    assert_eq!(catalogue.texts.reason(&"mentor".into(), &"luck".into()).demand, "");
}

#[test]
fn a_role_is_in_reach_for_whoever_has_all_that_it_takes() {
    let catalogue = catalogue();
    let role = |id: &str| catalogue.role(&id.into()).unwrap();
    let nothing = BTreeSet::new();
    let degree = BTreeSet::from([Entry::Degree]);
    let both = BTreeSet::from([Entry::Degree, Entry::Years]);
    assert!(role("mentor").is_in_reach(&nothing) && !role("department-head").is_in_reach(&nothing));
    assert!(!role("department-head").is_in_reach(&degree) && role("department-head").is_in_reach(&both));
    assert!(!role("ward-manager").is_in_reach(&both), "somebody with a degree and years is no nurse yet");
    assert!(catalogue.roles.iter().all(|role| role.is_in_reach(&Entry::ALL.into())));
    // What is listed, the words speak of.
    let said = [(Entry::Licence, &["licence", "law"][..]), (Entry::Degree, &["degree"]), (Entry::Years, &["years"])];
    for (entry, any_of) in said.into_iter().chain([(Entry::Money, &["money"][..])]) {
        for role in catalogue.roles.iter().filter(|role| role.entry.contains(&entry)) {
            let words = &catalogue.texts.role(&role.role.id).entry.to_lowercase();
            assert!(any_of.iter().any(|word| words.contains(word)), "{}, {entry:?}: {words}", role.role.id);
        }
    }
}

/// A change that breaks one rule.
struct Break {
    /// The file that is changed, and the one that is blamed.
    file: &'static str,
    /// What is replaced, at its first place.
    find: String,
    replace: String,
    /// The error points to the line in which this ends in the broken file; to the last line when empty.
    at: String,
    /// It is written there twice, and the last place is meant.
    last: bool,
    /// What the rule begins with.
    rule: &'static str,
}

impl Break {
    fn problem(&self) -> Option<String> {
        let in_structure = self.file == "tracks.toml";
        let whole = if in_structure { STRUCTURE } else { ENGLISH };
        assert!(whole.contains(&self.find), "{:?} is not in {}", self.find, self.file);
        let text = whole.replacen(&self.find, &self.replace, 1);
        let result = if in_structure { parse(&text, ENGLISH) } else { parse(STRUCTURE, &text) };
        let Err(error) = result else { return Some(format!("{:?} breaks nothing", self.replace)) };
        let place = if self.last { text.rfind(&self.at) } else { text.find(&self.at) }.unwrap();
        let end = if self.at.is_empty() { text.trim_end().len() } else { place + self.at.len() };
        let line = text[..end].matches('\n').count() + 1;
        let good = (error.file.as_str(), error.line) == (self.file, line) && error.rule.starts_with(self.rule);
        (!good).then(|| format!("said:   {error}\nwanted: {}, line {line}: {}", self.file, self.rule))
    }

    fn at_last(self) -> Self {
        Self { last: true, ..self }
    }
}

/// In the structure; the error points to the replacement.
fn structure(find: &str, replace: &str, rule: &'static str) -> Break {
    Break { file: "tracks.toml", find: find.into(), replace: replace.into(), at: replace.into(), last: false, rule }
}

/// In the texts; the error points to the replacement.
fn texts(find: &str, replace: &str, rule: &'static str) -> Break {
    Break { file: "en.toml", ..structure(find, replace, rule) }
}

/// The error points elsewhere.
fn at(place: &str, other: Break) -> Break {
    Break { at: place.into(), ..other }
}

fn stretch<'a>(text: &'a str, from: &str, to: &str) -> &'a str {
    let start = text.find(from).unwrap_or_else(|| panic!("{from:?} is not there"));
    let end = if to.is_empty() { text.len() } else { start + text[start..].find(to).unwrap() };
    &text[start..end]
}

/// The role `mentor` with one line of it changed; the error points to its id.
fn mentor(find: &str, replace: &str, rule: &'static str) -> Break {
    let whole = stretch(STRUCTURE, "id = \"mentor\"", "\n\n[[roles]]");
    assert!(whole.contains(find), "{find}");
    at("id = \"mentor\"", structure(whole, &whole.replacen(find, replace, 1), rule))
}

fn head_breaks() -> Vec<Break> {
    let tracks = "the tracks are management, leadership and hybrid, in this order";
    vec![
        structure("version = 2", "version = ", "string values must be quoted"),
        structure("version = 2", "colour = 1", "unknown field `colour`"),
        structure("id = \"evenkeel-tracks\"", "id = \" \"", "no text is empty"),
        structure("version = 2", "version = 0", "the version is 1 or more"),
        at("", structure("[[tracks]]\nid = \"hybrid\"\n", "", "there are three tracks")),
        at("[[tracks]]", structure("id = \"management\"", "id = \"leadership\"", tracks)),
        structure("id = \"management\"", "id = \"directing\"", "unknown variant `directing`"),
    ]
}

/// The role `mentor` with its line about risk changed; the error points to what stands there now.
fn mentor_risk(find: &str, replace: &str, rule: &'static str) -> Break {
    at(replace, mentor(RISK, &RISK.replace(find, replace), rule))
}

const RISK: &str = "risk-mitigation = { demand = 2, weight = 1, hours = 0.5 }";

fn role_breaks() -> Vec<Break> {
    let last = stretch(STRUCTURE, "[[roles]]\nid = \"principal-expert\"", "");
    let hybrids = stretch(STRUCTURE, "[[roles]]\nid = \"project-manager\"", "[[roles]]\nid = \"founder\"");
    let lead = stretch(STRUCTURE, "[[roles]]\nid = \"team-lead\"", "[[roles]]\nid = \"product-manager\"");
    let copy = format!("{lead}{}", lead.replace("id = \"team-lead\"", "id = \"team-lead-again\""));
    let second = "track = \"hybrid\"\naccountable = [\"budget\", \"targets\"]\nown_work = 5.0\n";
    let twice = format!("id = \"mentor\"\n{second}");
    let technical = "id = \"technical-lead\"\ntrack = \"leadership\"\naccountable = []";
    let moved = technical.replace("leadership", "hybrid").replace("[]", "[\"targets\"]");
    let luck = format!("{RISK}\nluck = {{ demand = 1, weight = 1, hours = 0.5 }}");
    vec![
        at(
            &twice[..twice.find('\n').unwrap()],
            structure(&format!("id = \"project-manager\"\n{second}"), &twice, "no id is used twice; mentor is"),
        )
        .at_last(),
        structure("id = \"project-manager\"", "id = \"\"", "no text is empty"),
        at("", structure(last, "", "there are 14 roles or more")),
        at("", structure(hybrids, "", "each track has four roles or more")),
        at("id = \"principal-expert\"", structure(technical, &moved, "the roles stand track by track")),
        at(
            "id = \"team-lead-again\"",
            structure(lead, &copy, "no two roles are closer than 0.5; team-lead and team-lead-again are"),
        ),
        mentor(RISK, "", "a role says what it asks of every facet; risk-mitigation is missing"),
        at("luck = {", mentor(RISK, &luck, "a role has the eight facets; luck is none")),
        mentor_risk("hours = 0.5", "hours = -0.5", "hours lie between 0 and 40"),
        mentor_risk("hours = 0.5", "hours = 41.0", "hours lie between 0 and 40"),
        mentor_risk("demand = 2", "demand = 6", "6 is outside the scale from 1 to 5"),
        mentor_risk("weight = 1", "weight = 4", "4 is outside the scale from 0 to 3"),
        at("own_work = 50.0", mentor("own_work = 22.0", "own_work = 50.0", "hours lie between 0 and 40")),
        mentor("own_work = 22.0", "own_work = 19.5", "a week has 38 to 42 hours; this one has 37.5"),
        mentor("own_work = 22.0", "own_work = 25.0", "a week has 38 to 42 hours; this one has 43"),
    ]
}

fn measure_breaks() -> Vec<Break> {
    let reports = "a role in leadership without reports has neither reports nor budget";
    let none = "a role in management or hybrid answers for something";
    let lead = "id = \"team-lead\"\ntrack = \"hybrid\"\naccountable = ";
    let weights = stretch(STRUCTURE, "id = \"mentor\"", "\n\n[[roles]]");
    let least = "a demand of 1 has weight 0, and no other demand has it; risk-mitigation breaks that";
    let light = weights.replace("weight = 1", "weight = 0");
    vec![
        at("id = \"mentor\"", structure(weights, &light, "a role has five weights above 0 or more")),
        mentor(
            "conflict-navigation = { demand = 4",
            "conflict-navigation = { demand = 3",
            "a role has three demands of 4 or 5, or more",
        ),
        at(
            "id = \"mentor\"",
            structure(
                weights,
                &weights.replace("demand = 1", "demand = 3").replace("demand = 2", "demand = 3"),
                "a role has a demand of 1 or 2",
            ),
        ),
        at(
            "id = \"mentor\"",
            mentor(
                "resource-allocation = { demand = 1, weight = 0",
                "resource-allocation = { demand = 1, weight = 1",
                "a demand of 1 has weight 0, and no other demand has it; resource-allocation breaks that",
            ),
        ),
        at("id = \"mentor\"", mentor(RISK, &RISK.replace("weight = 1", "weight = 0"), least)),
        at("accountable = [\"reports\"]", mentor("accountable = []", "accountable = [\"reports\"]", reports)),
        at("accountable = [\"budget\"]", mentor("accountable = []", "accountable = [\"budget\"]", reports)),
        structure(&format!("{lead}[\"reports\", \"budget\"]"), &format!("{lead}[]"), none),
        at(
            "accountable = [\"fame\"]",
            mentor("accountable = []", "accountable = [\"fame\"]", "unknown variant `fame`"),
        ),
    ]
}

fn entry_breaks() -> Vec<Break> {
    let listed = "what it takes to get in is listed once, in the order of its explanation";
    let broken = |entry: &str, rule| at(entry, mentor("entry = []", entry, rule));
    vec![
        broken("entry = [\"years\", \"trade\"]", listed),
        broken("entry = [\"trade\", \"trade\"]", listed),
        broken("entry = [\"luck\"]", "unknown variant `luck`"),
    ]
}

fn text_breaks() -> Vec<Break> {
    let empty = "no text is empty";
    let points = "a list of gains or losses has two to five points";
    let head = "[roles.mentor]";
    let whole = stretch(ENGLISH, head, "[roles.innovation-driver]");
    let changed = |find: &str, replace: &str, rule| {
        assert!(whole.contains(find), "{find}");
        at(head, texts(whole, &whole.replacen(find, replace, 1), rule))
    };
    let gains = stretch(whole, "gains = [", "]");
    let questions = stretch(whole, "questions = [", "]");
    let signs = stretch(whole, "mismatch = [", "]");
    let reason = stretch(whole, "[roles.mentor.reasons.risk-mitigation]", "[roles.mentor.reasons.vision");
    let mut all = vec![
        texts("language = \"en\"", "language = \"nl\"", "the language is one of those that the structure lists"),
        texts("own_work = \"Your own trade\"", "own_work = \"\"", empty),
        at(
            "",
            texts(stretch(ENGLISH, "[tracks.hybrid]", "[accountable]"), "", "every track has texts; hybrid has none"),
        ),
        at("[tracks.hybrid]", texts("name = \"Hybrid\"", "name = \"\"", empty)),
        at("", texts("budget = \"A budget\"\n", "", "reports, budget and targets have names")),
        texts("budget = \"A budget\"", "budget = \" \"", empty),
        at("", texts(whole, "", "every role has texts; mentor has none")),
        at(
            "[roles.luck]",
            texts(
                whole,
                &format!("{whole}{}", whole.replace("roles.mentor", "roles.luck")),
                "texts belong to a role of the structure; luck is none",
            ),
        ),
        changed(gains, "gains = [\"One.\"", points),
        changed(questions, "questions = [\"One?\", \"Two?\"", "a role has three to five questions to ask"),
        changed(signs, "mismatch = [\"One.\"", "a role has three or four signs that it does not suit"),
        changed(gains, "gains = [\"1.\", \"2.\", \"3.\", \"4.\", \"5.\", \"6.\"", points),
        changed(gains, "gains = [\"One.\", \"\"", empty),
        changed(reason, "", "a role says why it asks of every facet; risk-mitigation is missing"),
        changed(
            reason,
            &format!("{reason}{}", reason.replace("risk-mitigation", "luck")),
            "reasons belong to one of the eight facets; luck is none",
        ),
        changed(&reason[reason.find("weight").unwrap()..], "weight = \"\"\n\n", empty),
        changed(stretch(reason, "demand", "\n"), "demand = \"\"", empty),
    ];
    for key in ["name", "summary"] {
        let line = stretch(whole, &format!("\n{key} = "), "\"\n");
        all.push(changed(line, &format!("\n{key} = \""), empty));
    }
    for key in ["work", "week", "accountable", "entry", "way_in", "way_back"] {
        let from = whole.find(&format!("\n{key} = ")).unwrap();
        let end = from + 1 + whole[from + 1..].find("\"\n").unwrap() + 2;
        all.push(changed(&whole[from..end], &format!("\n{key} = \"\"\n"), empty));
    }
    all
}

#[test]
fn each_broken_rule_is_named_with_file_and_line() {
    let all = [head_breaks(), role_breaks(), measure_breaks(), entry_breaks(), text_breaks()];
    let wrong: Vec<String> = all.iter().flatten().filter_map(Break::problem).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
