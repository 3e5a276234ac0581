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
    assert!(window.has("Management") && window.has("Leadership without reports") && window.has("Hybrid"));
}

#[test]
fn a_role_says_what_it_asks_and_why() {
    let mut window = example();
    window.press_like("Operations manager: do already");
    let parts =
        ["The work", "What it asks", "A typical week, as we guess it", "What it takes to get in", "How people go back"];
    for part in parts.into_iter().chain(["Ask before you say yes"]) {
        assert!(window.has(part), "{part}");
    }
    assert!(window.has("To get in: some years"), "short, beside the name");
    assert!(window.has("It asks more than you do") && window.has("What would change which role comes first"));
    assert!(window.shows("Resource allocation"));
}

#[test]
fn the_list_is_sorted_and_filtered() {
    let mut window = example();
    window.get_by_role_and_label(Role::ComboBox, "Order").click_accesskit();
    window.settle();
    window.press("Most often first");
    let fits = window.app().explorer().fits.clone().unwrap();
    let share = |fit: &RoleFit| if fits.real.counts_three() { fit.in_first_three } else { fit.how_sure }.unwrap();
    let by_share = |a: &&RoleFit, b: &&RoleFit| share(a).total_cmp(&share(b));
    let first = fits.real.fits.iter().max_by(by_share).unwrap();
    let name = window.app().explorer().candidate(&first.id).unwrap().name.clone();
    let top = window.get_all_by_role(Role::ListBoxOption).next().unwrap().accesskit_node().label().unwrap();
    assert!(top.starts_with(&name), "{top} is not {name}");
    filtered(&mut window, "Pinned");
    assert!(window.has("None of these yet."));
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
    window.press_like("Restaurant or shop manager: do already");
    assert!(window.shows("It asks little of what energises you: vision translation."));
    window.press_like("Principal or staff expert: do already");
    assert!(!window.shows("It asks little of"));
}

#[test]
fn a_pin_is_kept_and_can_be_taken_back() {
    let mut window = example();
    window.press_like("Project manager: do already");
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
    let slider = window.get_by_role_and_label(Role::Slider, "Weight of energy against doing it already");
    slider.focus();
    window.settle();
    for _ in 0..10 {
        window.key(Key::ArrowRight);
    }
    assert!(window.app().explorer().what_if.mix.can() < 0.01);
}

#[test]
fn roles_are_compared_differences_first() {
    let mut window = example();
    window.press_like("Team manager: do already");
    window.press("Compare");
    assert!(window.shows("Choose one or two more"));
    window.press_like("Project manager: do already");
    assert!(window.has("Show Team manager") && window.has("Show Project manager"));
    assert!(window.has("What you gain") && window.has("What you give up"));
    window.press("Show Project manager");
    assert!(window.has("The work"));
}

#[test]
fn a_name_that_is_cut_is_whole_under_the_pointer() {
    let (cut, whole) =
        ("A role of one's own with a name that goes on and on and on and on and on and on and on", "Team manager");
    let mut profile = worked_example();
    profile.roles.push(Arc::new(CustomRole::empty("00000000-0000-4000-8000-00000000aaaa".into(), cut.to_owned())));
    let mut window = open(Setup::default().size(1280.0, 1600.0).profile("example.evenkeel", &profile));
    for (name, told) in [(whole, false), (cut, true)] {
        assert!(!window.has(name));
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

#[test]
fn the_present_role_is_among_them() {
    let mut window = example();
    window.press_like("Your role now: do already");
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
    window.press_like("Team manager: do already");
    window.press("Print role…");
    assert_eq!(window.app().screen(), Screen::Print);
    assert!(window.shows("Roles: Team manager."));
    assert!(saved(&mut window, "role.pdf").contains("Ask before you say yes"));
    window.key(Key::Escape);
    assert_eq!(window.app().screen(), Screen::Tracks);
    window.press("Compare");
    window.press_like("Project manager: do already");
    window.press("Print comparison…");
    assert!(saved(&mut window, "compare.pdf").contains("The roles side by side"));
    window.key(Key::Escape);
    window.press("Show Project manager");
    window.press_like("Shift lead, evening: do already");
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
    assert!(window.shows("how many of 100 tries a role is among the first three"));
}

#[test]
fn screens_of_tracks() {
    example().picture("tracks");
    open(Setup::default().profile("example.evenkeel", &worked_example()).dark()).picture("tracks-dark");
    let mut small = open(Setup::default().profile("example.evenkeel", &worked_example()).size(900.0, 600.0));
    small.picture("tracks-900-list");
    small.press_like("Operations manager: do already");
    small.picture("tracks-900");
    open(Setup::default().profile("example.evenkeel", &worked_example()).text(200)).picture("tracks-200");
    open(Setup::default()).picture("tracks-guide");
    let mut reach = example();
    filtered(&mut reach, "In reach");
    reach.key(Key::Escape);
    reach.picture("tracks-reach");
    open(Setup::default().profile("a.evenkeel", &unsure())).picture("tracks-unsure");
    let mut map = example();
    map.press("Roles as: Map");
    map.picture("tracks-map");
    let mut compare = example();
    compare.press_like("Team manager: do already");
    compare.press("Compare");
    compare.press_like("Project manager: do already");
    compare.picture("tracks-compare");
    let mut what_if = open(Setup::default().profile("example.evenkeel", &worked_example()).size(1280.0, 1500.0));
    what_if.press("What if…");
    what_if.get_by_label("What if: share of the occasions, Resource allocation").focus();
    what_if.settle();
    for _ in 0..12 {
        what_if.key(Key::ArrowRight);
    }
    what_if.picture("tracks-what-if");
    let mut story = open(Setup::default().profile("example.evenkeel", &worked_example()).size(1280.0, 3200.0));
    story.press_like("Operations manager: do already");
    story.look("tracks-story");
    let mut own = open(Setup::default().profile("own.evenkeel", &with_own()).size(1280.0, 2400.0));
    own.press_like("Shift lead, evening: do already");
    own.picture("tracks-own");
    let mut ad = example();
    ad.press("From a job ad…");
    ad.picture("tracks-ad");
    pasting_ad().picture("tracks-ad-paste");
}
