//! Job ads: lines, suggestions, and the role that follows.

use evenkeel::data::{DataError, DataFile};
use evenkeel::instrument::KnownFacet;
use evenkeel::profile::{AdLine, Extra, MAX_AD_BYTES, MAX_AD_LINES};
use evenkeel::tracks::ad::{Keywords, LONG, Split, derive, split, tally};

const ENGLISH: &str = include_str!("../../../assets/tracks/en-words.toml");

fn lines(tags: &[(&str, usize)]) -> Vec<AdLine> {
    let line = |facet: &str| AdLine { text: "x".to_owned(), facet: Some(facet.into()), extra: Extra::new() };
    tags.iter().flat_map(|(facet, count)| std::iter::repeat_n(line(facet), *count)).collect()
}

/// Demand and weight of the first three facets.
fn asked(tags: &[(&str, usize)]) -> Vec<(u8, u8)> {
    derive(&lines(tags)).unwrap().values().take(3).map(|(demand, weight)| (demand.value(), weight.value())).collect()
}

#[test]
fn an_ad_is_split_into_lines_without_bullets() {
    let text =
        "\u{feff}Head of depot\r\n\r\n  • You plan the shifts\n- You own the budget \n\t*\n1 day a week from home";
    let lines = ["You plan the shifts", "You own the budget", "1 day a week from home"];
    let title = Some("Head of depot".to_owned());
    assert_eq!(split(text), Split { title, lines: lines.map(str::to_owned).into(), cut: false });
    assert_eq!(split("You lead: • shifts • the budget").lines, ["You lead:", "shifts", "the budget"]);
    assert_eq!(split("  \n\n"), Split::default());
}

#[test]
fn a_title_stands_apart_and_asks_nothing() {
    let title = |text: &str| split(text).title;
    assert_eq!(
        title("Shift lead, evening (m/f/d)\n\nYou plan the shifts").as_deref(),
        Some("Shift lead, evening (m/f/d)")
    );
    for none in [
        "Shift lead, evening\nYou plan the shifts",
        "- You plan the shifts\n\n- You own the budget",
        "You plan the shifts.\n\nYou own the budget.",
        "What you do:\n\nYou plan the shifts",
        "Shift lead, evening\n\n",
        "Shift lead, evening",
        &format!("{}\n\nYou plan", "long ".repeat(17)),
    ] {
        assert_eq!(title(none), None, "{none}");
        assert!(!split(none).lines.is_empty());
    }
}

#[test]
fn each_sentence_is_a_line() {
    let five = "You plan the shifts. Who is it for? You settle disputes! “Safety first” is how we work. 12 people report to you.";
    let lines = ["You plan the shifts.", "Who is it for?", "You settle disputes!"];
    assert_eq!(split(five).lines[..3], lines);
    assert_eq!(split(five).lines[3..], ["“Safety first” is how we work.", "12 people report to you."]);
    let whole = [
        "Approx. 12 people, e.g. Drivers and packers, min. 3 of them new",
        "You report to Dr. Weber, i.e. The owner",
        "Budget of 1.5 Mio., see www.example.org for more",
        "You work with J. Smith and z.B. Lieferanten",
        "No. 5 of the line",
    ];
    for line in whole {
        assert_eq!(split(line).lines, [line], "no sentence ends inside");
    }
}

#[test]
fn a_long_sentence_is_split_at_its_semicolons_and_a_short_one_is_not() {
    assert_eq!(split("You plan; you lead.").lines, ["You plan; you lead."]);
    let long = format!("You plan {}; you lead the crew; you check what came out.", "and plan again ".repeat(10).trim());
    assert!(long.chars().count() > LONG);
    let found = split(&long).lines;
    assert_eq!(found.len(), 3, "{found:?}");
    assert_eq!(found[1..], ["you lead the crew;", "you check what came out."]);
}

#[test]
fn what_is_too_long_is_cut_at_a_whole_line_and_said() {
    let line = "You keep the accounts of forty shops in order";
    let many = format!("{line}\n").repeat(100_000 / (line.len() + 1));
    let found = split(&many);
    assert!(found.cut && found.lines.iter().all(|l| l == line));
    assert!(found.lines.iter().map(|l| l.len() + 1).sum::<usize>() <= MAX_AD_BYTES);
    assert!(found.lines.len() > 400);
    let short = split(&"a\n".repeat(50_000));
    assert_eq!((short.lines.len(), short.cut), (MAX_AD_LINES, true));
    let one = split(&"ä".repeat(100_000));
    assert_eq!(one, Split { title: None, lines: Vec::new(), cut: true });
}

#[test]
fn demands_follow_from_the_number_of_lines() {
    let facet = |at: usize| KnownFacet::all().nth(at).unwrap().as_str();
    assert_eq!(derive(&[]), None);
    assert_eq!(derive(&lines(&[("luck", 3)])), None, "a facet that is none counts for nothing");
    assert_eq!(asked(&[(facet(0), 1)]), [(3, 1), (2, 0), (2, 0)]);
    assert_eq!(asked(&[(facet(0), 2), (facet(1), 3)]), [(4, 2), (5, 3), (2, 0)]);
    assert_eq!(asked(&[(facet(0), 4), (facet(1), 8)]), [(5, 3), (5, 3), (2, 0)], "twelve lines count as they are");
    // 48 lines count as 12: 2 of them are a half and stay one, 6 are one and a half and become two, 40 are ten.
    assert_eq!(asked(&[(facet(0), 2), (facet(1), 6), (facet(2), 40)]), [(3, 1), (4, 2), (5, 3)]);
    let counted = tally(&lines(&[(facet(0), 2), (facet(7), 1)]));
    assert_eq!(counted.into_values(), [2, 0, 0, 0, 0, 0, 0, 1]);
}

#[test]
fn a_suggestion_names_the_words_that_led_to_it() {
    let words = Keywords::built_in().unwrap();
    let first = |line: &str| {
        words.suggest(line).into_iter().next().map(|s| (s.facet.as_str().to_owned(), s.because.join(", ")))
    };
    let of = |facet: &str, because: &str| Some((facet.to_owned(), because.to_owned()));
    for (line, expected) in [
        ("You own the BUDGET and plan staffing.", of("resource-allocation", "budget, staffing")),
        ("Document and standardise our procedures", of("process-implementation", "procedures, standardise, document")),
        ("Report on KPIs weekly", of("performance-monitoring", "kpis, report")),
        ("Ensure compliance with safety regulations", of("risk-mitigation", "compliance, safety, regulations")),
        ("You set the course and inspire", of("vision-translation", "inspire, set the course")),
        ("You mediate in disputes", of("conflict-navigation", "mediate, disputes")),
        ("Win buy-in from stakeholders", of("strategic-influence", "stakeholders, buy in")),
        ("You coach colleagues and build trust", of("culture-shaping", "trust, coach")),
        ("Free coffee, a bicycle and thirty days of leave", None),
        ("", None),
    ] {
        assert_eq!(first(line), expected, "{line}");
    }
    assert!(
        words
            .suggest("Is it a procedural matter of stocking?")
            .iter()
            .all(|s| s.facet.as_str() != "resource-allocation")
    );
}

#[test]
fn each_broken_rule_of_the_word_list_is_named_with_its_line() {
    let parse = |text: &str| Keywords::parse(DataFile { name: "en-words.toml", text }).map_err(DataError::from);
    let risk = &ENGLISH[ENGLISH.find("risk-mitigation = [").unwrap()..ENGLISH.find("vision-translation = [").unwrap()];
    for (find, replace, place, rule) in [
        ("language = \"en\"", "language = \"\"", "language = ", "no text is empty"),
        ("language = \"en\"", "tongue = \"en\"", "tongue", "unknown field `tongue`"),
        (risk, "", "", "every facet has words; risk-mitigation has none"),
        (risk, "risk-mitigation = [\"risk*\"]\n", "risk-mitigation = ", "a facet has 10 words or more"),
        (
            "\"hazard*\"",
            "\"budget*\"",
            "\"complian*\", \"safety\", \"safe\", \"audit*\", \"contingenc*\", \"budget*\"",
            "no word stands twice; budget* does",
        ),
        ("\"hazard*\"", "\"Hazard\"", "\"Hazard\"", "a word is in small letters"),
        ("\"hazard*\"", "\"haz*ard\"", "\"haz*ard\"", "a word is in small letters"),
        ("\"hazard*\"", "\"haz-ard\"", "\"haz-ard\"", "a word is in small letters"),
        ("\"hazard*\"", "\"*\"", "\"*\"", "a word is in small letters"),
        ("\"hazard*\"", "\"two  spaces\"", "\"two  spaces\"", "a word is in small letters"),
        ("\"hazard*\"", "\" \"", "\" \"", "no text is empty"),
        (risk, &format!("{risk}luck = [\"luck\"]\n"), "luck = ", "words belong to a facet; luck is none"),
    ] {
        assert!(ENGLISH.contains(find), "{find}");
        let text = ENGLISH.replacen(find, replace, 1);
        let end = if place.is_empty() { text.trim_end().len() } else { text.find(place).unwrap() + place.len() };
        let line = text[..end].matches('\n').count() + 1;
        let DataError { file, line: found, rule: said } = parse(&text).unwrap_err();
        assert_eq!((file.as_str(), found), ("en-words.toml", line), "{replace}: {said}");
        assert!(said.starts_with(rule), "{replace}: {said}");
    }
}
