//! The explorer of tracks.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use evenkeel::app::Screen;
use evenkeel::instrument::KnownFacet;
use evenkeel::profile::{CustomRole, Profile, Rating};
use evenkeel::tracks::RoleFit;

use crate::report::{text, worked_example};
use crate::support::instrument;
use crate::support::sample;
use crate::support::window::{Setup, Window};

const AD: &str = "Shift lead, evening\n• You plan the shifts and keep the rota filled.\n• You see to it that safety rules are \
                  followed.\n• You settle disputes in the crew.\n• Free coffee.";

fn open(setup: Setup) -> Window {
    let mut window = setup.open();
    window.press("Tracks");
    assert_eq!(window.app().screen(), Screen::Tracks);
    window
}

fn example() -> Window {
    open(Setup::default().profile("example.evenkeel", &worked_example()))
}

/// Chooses a role in the list; those further away are folded at first.
fn pick(window: &mut Window, role: &str) {
    let name = format!("{role}: do already");
    if window.query_all_by_label_contains(&name).next().is_none() {
        window.press_like("Further away: show");
    }
    window.press_like(&name);
}

fn own(window: &Window) -> Arc<CustomRole> {
    window.app().document().unwrap().profile().roles.last().unwrap().clone()
}

#[test]
fn a_newcomer_sees_what_fits_and_how_sure_that_is() {
    let window = example();
    let fits = window.app().explorer().fits.clone().unwrap();
    let best = fits.real.best().unwrap();
    let name = window.app().explorer().candidate(&best.id).unwrap().name.clone();
    assert!(window.shows(&format!("{name} ")), "the headline names {name}");
    assert!(window.shows("tries"));
    assert!(window.shows("we varied your answers and the roles’ demands within their error 2,000 times"));
    let sum: f64 = fits.real.fits.iter().filter_map(|fit| fit.how_sure).sum();
    assert!((sum - 1.0).abs() < 1e-9);
    assert!(window.shows("Management, ") && window.shows("Leadership without reports, ") && window.shows("Hybrid, "));
}

#[test]
fn a_role_says_what_it_asks_and_why() {
    let mut window = example();
    pick(&mut window, "Operations manager");
    let parts =
        ["The work", "What it asks", "A typical week, as we guess it", "What it takes to get in", "How people go back"];
    for part in parts.into_iter().chain(["Ask before you say yes"]) {
        assert!(window.has(part), "{part}");
    }
    assert!(window.shows("· To get in: some years"), "short, below the name");
    assert!(window.has("It asks more than you do") && window.has("What would change which role comes first"));
    assert!(window.shows("Resource allocation"));
}

#[test]
fn roles_stand_in_groups_by_how_well_they_fit() {
    let mut window = example();
    let fits = window.app().explorer().fits.clone().unwrap();
    let groups = fits.real.groups();
    let name = |fit: &&RoleFit| window.app().explorer().candidate(&fit.id).unwrap().name.clone();
    let near: Vec<String> = groups.best.iter().chain(&groups.close).map(name).collect();
    let further: Vec<String> = groups.further.iter().map(name).collect();
    let rows = listed(&window);
    for (row, name) in rows.iter().zip(&near) {
        assert!(row.starts_with(name.as_str()), "{row} is not {name}");
    }
    assert!(rows.len() <= near.len() + 1, "of those further away only the present role is in sight: {rows:?}");
    assert!(rows.iter().any(|row| row.starts_with("Your role now")), "it always is");
    window.press_like("Further away: show");
    let rows = listed(&window);
    assert_eq!(rows.len(), near.len() + further.len());
    for (row, name) in rows.iter().zip(near.iter().chain(&further)) {
        assert!(row.starts_with(name.as_str()), "{row} is not {name}");
    }
    filtered(&mut window, "Pinned");
    assert!(window.has("None of these yet."));
}

#[test]
fn the_three_tracks_say_how_often_they_come_first_and_lead_to_their_roles() {
    let mut window = example();
    let catalogue = window.app().explorer().catalogue.clone();
    let fits = window.app().explorer().fits.clone().unwrap();
    let shares = evenkeel::tracks::track_shares(&fits.real, &catalogue).unwrap();
    let first = catalogue.texts.track(shares.tracks[0].track).name.clone();
    let last = catalogue.texts.track(shares.tracks[2].track).name.clone();
    assert!(window.has(&format!("{last}, hardly ever first. Show its roles")), "{shares:?}");
    window.press_like(&format!("{first}, first in"));
    let of_track = catalogue.roles.iter().filter(|role| role.track == shares.tracks[0].track).count();
    assert_eq!(listed(&window).len(), of_track + 1, "its roles, and the present one");
}

#[test]
fn a_question_decides_what_is_listed() {
    let mut window = example();
    window.press("What brings you here: Manage people");
    let chosen = window.app().explorer().chosen.clone();
    let catalogue = window.app().explorer().catalogue.clone();
    assert_eq!(catalogue.role(&chosen).unwrap().track, evenkeel::tracks::Track::Management);
    assert!(listed(&window).iter().all(|row| !row.starts_with("Senior specialist")));
    window.press("What brings you here: Stay, and change my role");
    assert!(listed(&window)[0].starts_with("Your role now"));
    assert_eq!(listed(&window).len(), catalogue.roles.len() + 1);
    assert!(window.has("Nearest to what you do now") && window.shows("It asks clearly"));
    window.press("What brings you here: I have an ad");
    assert!(window.query_by_role_and_label(Role::MultilineTextInput, "The ad").is_some());
}

#[test]
fn what_would_change_and_what_can_be_tried_stand_first() {
    let mut window = example();
    pick(&mut window, "Operations manager");
    assert!(window.has("What would change for you") && window.has("Try it first"));
    let library = evenkeel::tracks::trials::TrialLibrary::in_language("en").unwrap();
    let trials = library.proposed(&"operations-manager".into(), window.app().document().unwrap().profile().reports);
    for trial in trials {
        assert!(window.has(&library.text(&trial.id).name));
    }
}

fn filtered(window: &mut Window, filter: &str) {
    window.get_by_role_and_label(Role::ComboBox, "Which roles").click_accesskit();
    window.settle();
    window.press(filter);
}

fn listed(window: &Window) -> Vec<String> {
    window.get_all_by_role(Role::ListBoxOption).map(|row| row.accesskit_node().label().unwrap()).collect()
}

#[test]
fn what_is_in_reach_follows_from_what_one_has() {
    let mut window = example();
    window.press_like("Further away: show");
    let all = listed(&window);
    let ward = all.iter().find(|row| row.starts_with("Ward manager")).unwrap();
    assert!(ward.ends_with("To get in: a trade, a licence and some years."), "{ward}");
    filtered(&mut window, "In reach");
    let has = |window: &Window, name: &str| listed(window).iter().any(|row| row.starts_with(name));
    // Years are ticked to begin with.
    assert!(has(&window, "Team manager") && has(&window, "Informal leader") && has(&window, "Your role now"));
    assert!(!has(&window, "Department head") && !has(&window, "Founder") && !has(&window, "Ward manager"));
    window.get_by_role_and_label(Role::CheckBox, "a degree").focus();
    window.settle();
    window.key(Key::Space);
    assert!(has(&window, "Department head") && !has(&window, "Ward manager"));
    window.press("a trade of its own");
    assert!(!has(&window, "Ward manager"), "the licence is still missing");
    window.press("a licence");
    window.press("money to begin with");
    assert_eq!(listed(&window), all, "with everything, all are in reach");
    window.press("some years in the work");
    assert!(!has(&window, "Team manager") && has(&window, "Founder") && has(&window, "Safety, infection"));
}

#[test]
fn what_a_role_leaves_unused_is_said() {
    let mut audit = sample::behaviour(&instrument(), ["33333"; 8]);
    sample::with_role(&instrument(), &mut audit, [4; 8]);
    audit.answers.energy.insert("vision-translation".into(), Rating::ALL[4]);
    let mut window = open(Setup::default().profile("a.evenkeel", &sample::profile([audit])));
    pick(&mut window, "Restaurant or shop manager");
    assert!(window.shows("It asks little of what energises you: vision translation."));
    pick(&mut window, "Principal or staff expert");
    assert!(!window.shows("It asks little of"));
}

#[test]
fn a_pin_is_kept_and_can_be_taken_back() {
    let mut window = example();
    pick(&mut window, "Project manager");
    window.press("Pin");
    assert_eq!(window.app().document().unwrap().profile().pins.len(), 1);
    assert!(window.app().document().unwrap().is_unsaved());
    window.keys(Modifiers::COMMAND, Key::Z);
    assert!(window.app().document().unwrap().profile().pins.is_empty());
}

#[test]
fn what_if_changes_the_answer_and_never_the_audit() {
    let mut window = example();
    window.press("What if…");
    window.press("All facets, and energy");
    let before = window.app().document().unwrap().profile().clone();
    let slider = window.get_by_label("What if: share of the occasions, Resource allocation");
    slider.focus();
    window.settle();
    for _ in 0..12 {
        window.key(Key::ArrowRight);
    }
    assert!(window.shows("from 2.8 to 4.0"));
    assert!(window.app().explorer().fits.as_ref().unwrap().supposed.is_some());
    assert!(Arc::ptr_eq(&before, window.app().document().unwrap().profile()), "nothing of it is saved");
    window.press("Put back");
    assert!(!window.app().explorer().what_if.is_any());
    assert!(window.app().explorer().fits.as_ref().unwrap().supposed.is_none());
}

#[test]
fn wanting_can_count_more_than_doing_it_already() {
    let mut window = example();
    window.press("What if…");
    window.press("All facets, and energy");
    let slider = window.get_by_role_and_label(Role::Slider, "Weight of energy against doing it already");
    slider.focus();
    window.settle();
    for _ in 0..10 {
        window.key(Key::ArrowRight);
    }
    assert!(window.app().explorer().what_if.mix.can() < 0.01);
}

fn add_to_comparison(window: &mut Window, role: &str) {
    window.get_by_role_and_label(Role::ComboBox, "Add a role").click_accesskit();
    window.settle();
    window.press(role);
}

#[test]
fn roles_are_compared_differences_first() {
    let mut window = example();
    pick(&mut window, "Team manager");
    window.press("Compare");
    assert!(window.shows("Add one or two more roles"));
    add_to_comparison(&mut window, "Project manager");
    assert!(window.has("Show Team manager") && window.has("Show Project manager"));
    assert!(window.has("What you gain") && window.has("What you give up"));
    add_to_comparison(&mut window, "Senior specialist");
    assert!(window.query_by_role_and_label(Role::ComboBox, "Add a role").is_none(), "three are the most");
    window.press("Remove Team manager from the comparison");
    assert!(!window.has("Show Team manager") && window.has("Show Senior specialist"));
    window.press("Show Project manager");
    assert!(window.has("The work"));
}

#[test]
fn three_roles_stand_side_by_side_in_every_layout() {
    for (width, height) in [(1280.0, 800.0), (900.0, 600.0), (700.0, 600.0)] {
        let mut window = open(Setup::default().size(width, height).profile("example.evenkeel", &worked_example()));
        pick(&mut window, "Team manager");
        window.press("Compare");
        for role in ["Project manager", "Senior specialist"] {
            add_to_comparison(&mut window, role);
        }
        let place = |role: &str| window.get_by_label(&format!("Show {role}")).rect();
        let [a, b, c] = ["Team manager", "Project manager", "Senior specialist"].map(place);
        assert!(a.right() <= b.left() && b.right() <= c.left(), "{width}: {a:?} {b:?} {c:?}");
        assert!(c.right() <= width && (a.top() - c.top()).abs() < 1.0, "{width}: {c:?}");
    }
}

#[test]
fn a_name_that_is_cut_is_whole_under_the_pointer() {
    let (cut, whole) = (
        "A role of one's own with a name that goes on and on and on and on and on and on and on and on and on and on and on and on and on",
        "Team manager",
    );
    let mut profile = worked_example();
    profile.roles.push(Arc::new(CustomRole::empty("00000000-0000-4000-8000-00000000aaaa".into(), cut.to_owned())));
    let mut window = open(Setup::default().size(1280.0, 2600.0).profile("example.evenkeel", &profile));
    for (name, told) in [(whole, false), (cut, true)] {
        assert!(!window.has(name));
        if window.query_all_by_label_contains(&format!("{name}: do already")).next().is_none() {
            window.press_like("Further away: show");
        }
        window.get_by_label_contains(&format!("{name}: do already")).hover();
        window.run();
        window.step();
        assert_eq!(window.has(name), told, "{name}");
    }
}

#[test]
fn the_map_is_walked_by_keyboard() {
    let mut window = example();
    window.press("Roles as: Map");
    let map = window.get_by_label_contains("All roles by do already and want");
    map.focus();
    window.settle();
    window.key(Key::ArrowRight);
    let chosen = window.app().explorer().chosen.clone();
    window.key(Key::Enter);
    assert_ne!(window.app().explorer().chosen, chosen);
}

/// Chooses the role that so many presses of a key lead to.
fn pick_on_map(window: &mut Window, presses: usize) {
    window.get_by_label_contains("All roles by do already and want").focus();
    window.settle();
    for _ in 0..presses {
        window.key(Key::ArrowRight);
    }
    window.key(Key::Enter);
}

#[test]
fn the_way_to_a_role_is_drawn_and_said() {
    let mut window = example();
    pick(&mut window, "Operations manager");
    assert!(window.has("The way there"));
    let drawing = window.get_by_label_contains("From your role now to Operations manager. ");
    let said = drawing.accesskit_node().label().unwrap();
    assert!(said.contains("To Operations manager: It asks") && said.contains("What can be tried first: "), "{said}");
    pick(&mut window, "Your role now");
    assert!(!window.has("The way there"), "one is there already");
}

#[test]
fn the_present_role_is_among_them() {
    let mut window = example();
    pick(&mut window, "Your role now");
    assert!(window.shows("What you do now, as you described it"));
    window.press("Copy");
    assert_eq!(own(&window).name, "Your role now, copy");
}

#[test]
fn a_role_of_ones_own_is_made_and_changed() {
    let mut window = example();
    window.press("New role");
    assert!(window.shows("left out of the order"), "nothing counts in it yet");
    window.press("Asks, Risk mitigation: 5");
    window.press("Counts, Risk mitigation: 3");
    let role = own(&window);
    assert_eq!(role.demands.values().copied().collect::<Vec<_>>(), [Rating::ALL[4]]);
    assert!(window.shows("One facet counts"));
    window.press("Remove this role…");
    window.press("Remove");
    assert!(window.app().document().unwrap().profile().roles.is_empty());
    window.keys(Modifiers::COMMAND, Key::Z);
    assert_eq!(own(&window).id, role.id);
}

fn pasting_ad() -> Window {
    let mut window = example();
    window.press("From a job ad…");
    window.get_by_role_and_label(Role::MultilineTextInput, "The ad").focus();
    window.settle();
    window.get_by_role_and_label(Role::MultilineTextInput, "The ad").type_text(AD);
    window.settle();
    window
}

fn from_ad() -> Window {
    let mut window = pasting_ad();
    window.press("Split into lines");
    window
}

#[test]
fn a_job_ad_becomes_a_role_line_by_line() {
    let mut window = from_ad();
    assert_eq!(own(&window).ad.len(), 5);
    assert!(window.has("0 of 5 lines are about a facet."));
    window.press("Take all suggestions");
    let tagged = own(&window).ad.iter().filter(|line| line.facet.is_some()).count();
    assert!(tagged >= 3, "{tagged} lines were suggested");
    assert!(own(&window).ad.last().unwrap().facet.is_none(), "coffee is no facet");
    window.get_by_role_and_label(Role::ComboBox, "Facet of line 5").click_accesskit();
    window.settle();
    window.get_by_role_and_label(Role::Button, "Culture shaping").click_accesskit();
    window.settle();
    assert_eq!(own(&window).ad[4].facet.as_ref().unwrap().as_str(), "culture-shaping");
    window.press("The ad as: What it asks");
    assert!(window.shows("No line is about this.") && window.shows("Free coffee."));
}

#[test]
fn an_endless_ad_is_cut_and_it_is_said() {
    let mut window = example();
    window.press("From a job ad…");
    window.get_by_role_and_label(Role::MultilineTextInput, "The ad").focus();
    window.settle();
    let long = "You plan the shifts of a large crew.\n".repeat(100_000 / 37);
    window.get_by_role_and_label(Role::MultilineTextInput, "The ad").type_text(&long);
    window.settle();
    window.press("Split into lines");
    assert!(window.shows("The end was cut off"));
    assert!(own(&window).ad.len() <= 500);
}

#[test]
fn hours_of_ones_own_stand_beside_those_of_the_role() {
    let mut window = example();
    let field = window.get_by_label("Your hours a week, Risk mitigation");
    field.focus();
    window.settle();
    window.key(Key::ArrowUp);
    assert_eq!(window.app().document().unwrap().profile().hours.len(), 1);
}

#[test]
fn without_an_audit_it_reads_as_a_guide() {
    let mut window = open(Setup::default());
    assert!(window.shows("Roles to read about."));
    assert!(window.has("The work") && window.app().explorer().fits.is_none());
    window.press("Pin");
    assert_eq!(window.app().document().unwrap().profile().pins.len(), 1, "a profile is begun");
    window.press("Start an audit");
    assert_eq!(window.app().screen(), Screen::Audit);
}

#[test]
fn without_energy_it_says_so_and_leads_to_the_questions() {
    let mut audit = sample::behaviour(&instrument(), ["33333"; 8]);
    sample::with_role(&instrument(), &mut audit, [4; 8]);
    let mut window = open(Setup::default().profile("a.evenkeel", &sample::profile([audit])));
    assert!(window.shows("What energises you was not asked"));
    assert!(window.shows("not known: energy was not asked"));
    window.press("Answer 8 questions");
    assert_eq!(window.app().screen(), Screen::Audit);
    assert!(window.app().position().unwrap().to_string().starts_with("energy"));
}

#[test]
fn with_few_answers_it_says_that_it_rests_on_less() {
    let window =
        open(Setup::default().profile("a.evenkeel", &sample::only(["33333", "333..", "", "", "", "", "", ""])));
    assert!(window.shows("Some facets have no score"));
}

fn with_own() -> Profile {
    let mut profile = worked_example();
    let mut role = CustomRole::empty("00000000-0000-4000-8000-00000000aaaa".into(), "Shift lead, evening".to_owned());
    for (at, line) in AD.lines().enumerate() {
        let facets = [None, Some("resource-allocation"), Some("risk-mitigation"), Some("conflict-navigation"), None];
        let facet = facets[at].map(Into::into);
        role.ad.push(evenkeel::profile::AdLine {
            text: line.to_owned(),
            facet,
            extra: evenkeel::profile::Extra::new(),
        });
    }
    profile.roles.push(Arc::new(role));
    profile
}

fn saved(window: &mut Window, name: &str) -> String {
    let path = window.folder().join(name);
    window.answer(Some(path.clone()));
    window.press("Save PDF…");
    text(&std::fs::read(path).unwrap())
}

#[test]
fn roles_and_the_ad_are_printed_from_where_they_are_seen() {
    let mut window = open(Setup::default().profile("own.evenkeel", &with_own()));
    pick(&mut window, "Team manager");
    window.press("Print role…");
    assert_eq!(window.app().screen(), Screen::Print);
    assert!(window.shows("Roles: Team manager."));
    assert!(saved(&mut window, "role.pdf").contains("Ask before you say yes"));
    window.key(Key::Escape);
    assert_eq!(window.app().screen(), Screen::Tracks);
    window.press("Compare");
    add_to_comparison(&mut window, "Project manager");
    window.press("Print comparison…");
    assert!(saved(&mut window, "compare.pdf").contains("The roles side by side"));
    window.key(Key::Escape);
    window.press("Show Project manager");
    pick(&mut window, "Shift lead, evening");
    window.press("What does this ad ask, line by line?");
    assert!(saved(&mut window, "ad.pdf").contains("safety rules"));
    // The whole report again, from the bar.
    window.key(Key::Escape);
    window.press("Print…");
    assert!(saved(&mut window, "all.pdf").contains("Facet by facet"));
}

#[test]
fn without_a_profile_a_role_prints_as_a_guide() {
    let mut window = open(Setup::default());
    window.keys(Modifiers::COMMAND, Key::P);
    assert!(saved(&mut window, "guide.pdf").contains("What you give up"));
}

/// Somebody whom no role fits best by far; two of those that may fit take a trade and a licence.
fn unsure() -> Profile {
    let ratings = ["33343", "42343", "33233", "43533", "33444", "45344", "22333", "34543"];
    let mut audit = sample::behaviour(&instrument(), ratings);
    sample::with_role(&instrument(), &mut audit, [4; 8]);
    for (facet, energy) in KnownFacet::all().zip([3, 4, 3, 5, 2, 2, 4, 5]) {
        audit.answers.energy.insert(facet.id(), Rating::ALL[energy - 1]);
    }
    sample::profile([audit])
}

#[test]
fn what_it_takes_to_get_in_is_said_where_it_may_surprise() {
    let window = open(Setup::default().profile("a.evenkeel", &unsure()));
    let order = "Safety, infection or data protection adviser and Ward manager take a trade or a licence to get in";
    assert!(window.shows(order), "the sentence about the order says so");
    assert!(window.app().explorer().fits.clone().unwrap().real.counts_three());
    assert!(window.shows("among the first three"));
}

#[test]
fn screens_of_tracks() {
    example().picture("tracks");
    open(Setup::default().profile("example.evenkeel", &worked_example()).dark()).picture("tracks-dark");
    let mut small = open(Setup::default().profile("example.evenkeel", &worked_example()).size(900.0, 600.0));
    small.picture("tracks-900-list");
    pick(&mut small, "Operations manager");
    small.picture("tracks-900");
    open(Setup::default().profile("example.evenkeel", &worked_example()).text(200)).picture("tracks-200");
    open(Setup::default()).picture("tracks-guide");
    let mut reach = example();
    filtered(&mut reach, "In reach");
    reach.picture("tracks-reach");
    open(Setup::default().profile("a.evenkeel", &unsure())).picture("tracks-unsure");
    let mut map = example();
    map.press("Roles as: Map");
    map.picture("tracks-map");
    let mut dark = open(Setup::default().profile("example.evenkeel", &worked_example()).dark());
    dark.press("Roles as: Map");
    pick_on_map(&mut dark, 3);
    dark.look("tracks-map-dark");
    let mut narrow = open(Setup::default().profile("example.evenkeel", &worked_example()).size(900.0, 600.0));
    narrow.press("Roles as: Map");
    narrow.look("tracks-map-900");
    let mut compare = example();
    pick(&mut compare, "Team manager");
    compare.press("Compare");
    for role in ["Project manager", "Senior specialist"] {
        add_to_comparison(&mut compare, role);
    }
    compare.picture("tracks-compare");
    let mut narrow = open(Setup::default().profile("example.evenkeel", &worked_example()).size(900.0, 600.0));
    pick(&mut narrow, "Team manager");
    narrow.press("Compare");
    for role in ["Project manager", "Senior specialist"] {
        add_to_comparison(&mut narrow, role);
    }
    narrow.picture("tracks-compare-900");
    let mut near = example();
    near.press("What brings you here: Stay, and change my role");
    near.picture("tracks-near");
    let mut what_if = open(Setup::default().profile("example.evenkeel", &worked_example()).size(1280.0, 1000.0));
    pick(&mut what_if, "Operations manager");
    what_if.press("What if…");
    what_if.get_by_label("What if: share of the occasions, Resource allocation").focus();
    what_if.settle();
    for _ in 0..12 {
        what_if.key(Key::ArrowRight);
    }
    what_if.picture("tracks-what-if");
    what_if.press("All facets, and energy");
    what_if.look("tracks-what-if-all");
    let mut story = open(Setup::default().profile("example.evenkeel", &worked_example()).size(1280.0, 3200.0));
    pick(&mut story, "Operations manager");
    story.look("tracks-story");
    let mut own = open(Setup::default().profile("own.evenkeel", &with_own()).size(1280.0, 2400.0));
    pick(&mut own, "Shift lead, evening");
    own.picture("tracks-own");
    let mut asks = open(Setup::default().profile("own.evenkeel", &with_own()).size(1280.0, 1800.0));
    pick(&mut asks, "Shift lead, evening");
    asks.press("The ad as: What it asks");
    asks.picture("tracks-ad-asks");
    let mut ad = example();
    ad.press("From a job ad…");
    ad.picture("tracks-ad");
    pasting_ad().picture("tracks-ad-paste");
}
