//! The built-in instrument keeps its rules, and each rule finds the file that breaks it.

use std::collections::BTreeSet;

use evenkeel::data::{DataError, DataFile};
use evenkeel::instrument::{Aspect, Instrument, KnownFacet, Side, SignKind, item_order};
use evenkeel::profile::{Form, ItemId};
use proptest::prelude::*;

use super::support::{instrument, items, version_1};

const STRUCTURE: &str = include_str!("../../assets/instrument/evenkeel-1/instrument.toml");
const ENGLISH: &str = include_str!("../../assets/instrument/evenkeel-1/en.toml");
const STRUCTURE_2: &str = include_str!("../../assets/instrument/evenkeel-2/instrument.toml");
const ENGLISH_2: &str = include_str!("../../assets/instrument/evenkeel-2/en.toml");

fn parse(structure: &str, texts: &str) -> Result<Instrument, DataError> {
    Instrument::parse(DataFile { name: "instrument.toml", text: structure }, DataFile { name: "en.toml", text: texts })
        .map_err(DataError::from)
}

#[test]
fn the_built_in_instruments_have_what_they_should() {
    for (instrument, version) in [(version_1(), 1), (instrument(), 2)] {
        assert_eq!((instrument.id.as_str(), instrument.version), ("evenkeel", version));
        has_what_it_should(&instrument);
    }
}

fn has_what_it_should(instrument: &Instrument) {
    let facets: Vec<_> = instrument.facets.iter().map(|f| (f.id.as_str(), f.side)).collect();
    let known: Vec<_> = KnownFacet::all().map(|facet| (facet.as_str(), facet.side())).collect();
    assert_eq!(facets, known);
    assert_eq!(instrument.side(Side::Management).count(), 4);
    assert_eq!(instrument.side(Side::Leadership).count(), 4);
    assert_eq!(items(instrument, Form::Full).len(), 40);
    assert_eq!(items(instrument, Form::Quick).len(), 24);
    for aspect in Aspect::ALL {
        assert_eq!(instrument.situations_of(aspect).count(), 2);
    }
    let signs = SignKind::ALL.map(|kind| instrument.signs_of(kind).count());
    assert_eq!(signs, [3, 3, 2, 2]);
}

#[test]
fn items_are_named_after_their_facet_and_the_quick_form_has_the_first_three() {
    for instrument in [version_1(), instrument()] {
        for facet in &instrument.facets {
            assert_eq!(facet.items(Form::Quick), &facet.items(Form::Full)[..3]);
            for item in facet.items(Form::Full) {
                let number = item.as_str().strip_prefix(facet.id.as_str()).and_then(|rest| rest.strip_prefix('-'));
                assert!(number.is_some_and(|number| number.parse::<u8>().is_ok()), "{item} in {}", facet.id);
                assert_eq!(instrument.facet_of(item.as_str()).map(|f| f.id.clone()), Some(facet.id.clone()));
            }
        }
    }
    assert_eq!(instrument().facet_of("no-such-item"), None);
    assert_eq!(instrument().facet("no-such-facet"), None);
}

/// The rules for items that a program can see: first person, one behaviour, no absolute words.
#[test]
fn items_are_written_by_the_rules() {
    let instrument = instrument();
    for item in items(&instrument, Form::Full) {
        let text = instrument.texts.item(&item);
        let words: Vec<String> =
            text.split(|c: char| !c.is_alphanumeric() && c != '’').map(str::to_lowercase).collect();
        assert!(words.iter().any(|w| w == "i"), "{item} is not in the first person: {text}");
        for word in ["and", "not", "never", "always", "all", "every", "everyone", "nobody", "none"] {
            assert!(!words.iter().any(|w| w == word), "{item} has the word “{word}”: {text}");
        }
        assert!(text.ends_with('.') && text.matches('.').count() == 1, "{item} is one sentence: {text}");
    }
    let unique: BTreeSet<_> = instrument.texts.items.values().collect();
    assert_eq!(unique.len(), 40, "no two items have one wording");
    let longest = instrument.texts.items.values().map(|text| text.split_whitespace().count()).max();
    assert!(longest <= Some(17), "{longest:?} words");
}

#[test]
fn every_text_is_found_by_its_id() {
    let instrument = instrument();
    let texts = &instrument.texts;
    for facet in &instrument.facets {
        assert!(!texts.facet(&facet.id).definition.is_empty());
    }
    assert!(instrument.situations.iter().all(|s| !texts.situation(&s.id).scene.is_empty()));
    assert!(instrument.signs.iter().all(|s| !texts.sign(&s.id).is_empty()));
    assert!(Aspect::ALL.iter().all(|a| !texts.aspect(*a).too_much_management.is_empty()));
    assert_eq!(texts.item(&"no-such-item".into()), "");
    assert_eq!(texts.facet(&"no-such-facet".into()).name, "");
}

#[test]
fn the_hash_is_that_of_what_is_asked_not_of_words_or_line_ends() {
    let crlf = |text: &str| text.replace('\n', "\r\n");
    let plain = parse(STRUCTURE, ENGLISH).unwrap();
    assert_eq!(plain.hash, version_1().hash);
    assert_eq!(plain, parse(&crlf(STRUCTURE), &crlf(ENGLISH)).unwrap());
    assert_eq!(plain.hash.len(), 64);
    assert!(plain.hash.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b)));
    let reworded = parse(STRUCTURE, &ENGLISH.replace("Almost never", "Hardly ever")).unwrap();
    assert_eq!(plain.hash, reworded.hash);
    assert_ne!(plain.asked_in.hash, reworded.asked_in.hash);
    let renumbered = parse(&STRUCTURE.replace("version = 1", "version = 2"), ENGLISH).unwrap();
    assert_ne!(plain.hash, renumbered.hash);
}

fn any_form() -> impl Strategy<Value = Form> {
    prop_oneof![Just(Form::Quick), Just(Form::Full)]
}

proptest! {
    #[test]
    fn the_order_interleaves_the_facets(form in any_form(), seed: u32) {
        let instrument = instrument();
        let order = item_order(&instrument, form, seed);
        let sorted = |items: &[ItemId]| items.iter().cloned().collect::<BTreeSet<_>>();
        let all = items(&instrument, form);
        prop_assert_eq!(order.len(), all.len());
        prop_assert_eq!(sorted(&order), sorted(&all), "all items, each once");
        let facet = |item: &ItemId| instrument.facet_of(item.as_str()).unwrap().id.clone();
        for pair in order.windows(2) {
            prop_assert_ne!(facet(&pair[0]), facet(&pair[1]), "{} beside {}", pair[0], pair[1]);
        }
        for round in order.chunks(8) {
            prop_assert_eq!(round.iter().map(facet).collect::<BTreeSet<_>>().len(), 8, "one of each facet a round");
        }
        prop_assert_eq!(order, item_order(&instrument, form, seed), "the same seed gives the same order");
    }
}

#[test]
fn seeds_give_different_orders() {
    let instrument = instrument();
    let orders: BTreeSet<_> = (0..100).map(|seed| item_order(&instrument, Form::Full, seed)).collect();
    assert_eq!(orders.len(), 100);
    let firsts: BTreeSet<_> = orders.iter().map(|o| o[0].clone()).collect();
    assert_eq!(firsts.len(), 8, "any facet can come first");
}

/// A second audit years later asks in the same order, on any machine: `SplitMix64` has no reason to change.
#[test]
fn the_order_of_a_seed_is_for_ever() {
    let order = item_order(&version_1(), Form::Quick, 1);
    let first: Vec<_> = order[..8].iter().map(ItemId::as_str).collect();
    let expected = [
        "vision-translation-1",
        "risk-mitigation-1",
        "performance-monitoring-1",
        "culture-shaping-1",
        "conflict-navigation-1",
        "strategic-influence-1",
        "resource-allocation-1",
        "process-implementation-1",
    ];
    assert_eq!(first, expected);
}

/// A change that breaks one rule.
struct Break {
    /// The files before the change.
    base: Base,
    /// The file that is changed, and the one that is blamed.
    file: &'static str,
    /// What is replaced, at its first place.
    find: String,
    replace: String,
    /// The error points to the line in which this ends, at its first place in the broken file; to the last line when empty.
    at: String,
    /// What the rule begins with or contains.
    rule: &'static str,
}

#[derive(Clone, Copy)]
struct Base {
    structure: &'static str,
    texts: &'static str,
}

const VERSION_1: Base = Base { structure: STRUCTURE, texts: ENGLISH };
const VERSION_2: Base = Base { structure: STRUCTURE_2, texts: ENGLISH_2 };

impl Break {
    fn error(&self) -> DataError {
        let (structure, texts) = match self.file {
            "instrument.toml" => (self.replaced(self.base.structure), self.base.texts.to_owned()),
            _ => (self.base.structure.to_owned(), self.replaced(self.base.texts)),
        };
        match parse(&structure, &texts) {
            Ok(_) => panic!("{:?} for {:?} breaks nothing", self.replace, self.find),
            Err(error) => error,
        }
    }

    fn replaced(&self, text: &str) -> String {
        assert!(text.contains(&self.find), "{:?} is not in {}", self.find, self.file);
        text.replacen(&self.find, &self.replace, 1)
    }

    fn line(&self) -> usize {
        let text = self.replaced(if self.file == "instrument.toml" { self.base.structure } else { self.base.texts });
        let end = if self.at.is_empty() {
            text.trim_end().len()
        } else {
            text.find(&self.at).unwrap_or_else(|| panic!("{:?} is not there", self.at)) + self.at.len()
        };
        text[..end].matches('\n').count() + 1
    }
}

/// In the structure; the error points to the replacement.
fn structure(find: &str, replace: &str, rule: &'static str) -> Break {
    Break {
        base: VERSION_1,
        file: "instrument.toml",
        find: find.into(),
        replace: replace.into(),
        at: replace.into(),
        rule,
    }
}

/// In the texts; the error points to the replacement.
fn texts(find: &str, replace: &str, rule: &'static str) -> Break {
    Break { file: "en.toml", ..structure(find, replace, rule) }
}

/// In the files of version 2, which say more.
fn newer(other: Break) -> Break {
    Break { base: VERSION_2, ..other }
}

/// The error points elsewhere.
fn at(place: &str, other: Break) -> Break {
    Break { at: place.into(), ..other }
}

/// A stretch of the structure is missing, from `from` to just before `to`; the error points to the end.
fn structure_without(from: &str, to: &str, rule: &'static str) -> Break {
    at("", structure(stretch(STRUCTURE, from, to), "", rule))
}

/// A stretch of the texts is missing.
fn texts_without(from: &str, to: &str, rule: &'static str) -> Break {
    at("", texts(stretch(ENGLISH, from, to), "", rule))
}

fn stretch<'a>(text: &'a str, from: &str, to: &str) -> &'a str {
    let start = text.find(from).unwrap();
    let end = if to.is_empty() { text.len() } else { start + text[start..].find(to).unwrap() };
    &text[start..end]
}

fn head_breaks() -> Vec<Break> {
    vec![
        structure("version = 1", "version = ", "string values must be quoted"),
        structure("version = 1", "version = \"one\"", "invalid type"),
        structure("version = 1", "colour = 1", "unknown field `colour`"),
        structure("id = \"evenkeel\"", "id = \" \"", "no text is empty"),
        structure("version = 1", "version = 0", "the version is 1 or more"),
        at("[assumed]", structure("item_sd = 0.95", "item_sd = 0.0", "the assumed item_sd is above 0")),
        at("[assumed]", structure("item_sd = 0.95", "item_sd = 2.1", "the assumed item_sd is above 0")),
        at("[assumed]", structure("inter_item_r = 0.40", "inter_item_r = 0.0", "the assumed inter_item_r lies")),
        at("[assumed]", structure("inter_item_r = 0.40", "inter_item_r = 1.0", "the assumed inter_item_r lies")),
        structure("confidence = 0.90", "confidence = 0.99", "the confidence is 0.80, 0.90 or 0.95"),
    ]
}

fn facet_breaks() -> Vec<Break> {
    let own = "the quick form is made of the facet's own items, each once";
    let quick = "\nquick = [\n  \"resource-allocation-1\",\n";
    let second = format!("{quick}  \"resource-allocation-2\"");
    let twice = format!("{quick}  \"resource-allocation-1\"");
    let foreign = format!("{quick}  \"risk-mitigation-2\"");
    vec![
        structure_without("[[facets]]\nid = \"culture-shaping\"", "[[aspects]]", "there are eight facets"),
        structure(
            "id = \"risk-mitigation\"",
            "id = \"risk\"",
            "the facets stand in their fixed order; here comes risk-",
        ),
        at(
            "id = \"risk-mitigation\"",
            structure(
                "id = \"risk-mitigation\"\nside = \"management\"",
                "id = \"risk-mitigation\"\nside = \"leadership\"",
                "the facets stand in their fixed order",
            ),
        ),
        structure("side = \"management\"", "side = \"both\"", "unknown variant `both`"),
        at("id = \"risk-mitigation\"", structure("  \"risk-mitigation-5\",\n", "", "a facet has five items")),
        structure("\"risk-mitigation-5\"", "\"\"", "no text is empty"),
        at(
            "side = \"leadership\"\nitems = [\n  \"vision-translation-1\"",
            structure(
                "\"risk-mitigation-5\"",
                "\"vision-translation-1\"",
                "no id is used twice; vision-translation-1 is",
            ),
        ),
        at(
            "id = \"resource-allocation\"",
            structure(quick, "\nquick = [\n", "three items of a facet make its quick form"),
        ),
        structure(&second, &twice, own),
        structure(&second, &foreign, own),
    ]
}

fn list_breaks() -> Vec<Break> {
    let aspects = "the aspects are decisions, communication, conflict and success, in this order";
    let signs = "there are three signs of each gap, and two of each side being overdone";
    let job = "[[situations]]\nid = \"whose-job\"";
    vec![
        structure_without("[[aspects]]\nid = \"success\"", "[[situations]]", "there are four aspects"),
        at("[[aspects]]", structure("id = \"decisions\"", "id = \"success\"", aspects)),
        structure("id = \"decisions\"", "id = \"hope\"", "unknown variant `hope`"),
        at(
            "aspect = \"communication\"\n\n[[situations]]\nid = \"two-ways-ahead\"",
            structure("id = \"whose-job\"", "id = \"two-ways-ahead\"", "no id is used twice; two-ways-ahead is"),
        ),
        structure("id = \"whose-job\"", "id = \"\"", "no text is empty"),
        structure_without(job, "[[situations]]\nid = \"unfair-share\"", "there are two situations for each aspect"),
        at(
            "kind = \"management-gap\"\n\n[[signs]]\nid = \"dates-are-missed\"",
            structure(
                "id = \"costs-run-over\"",
                "id = \"dates-are-missed\"",
                "no id is used twice; dates-are-missed is",
            ),
        ),
        structure("id = \"costs-run-over\"", "id = \"\"", "no text is empty"),
        structure_without("[[signs]]\nid = \"keen-but-worn-out\"", "", signs),
        at("", structure("kind = \"management-gap\"", "kind = \"leadership-gap\"", signs)),
    ]
}

fn facet_text_breaks() -> Vec<Break> {
    let mut all = vec![
        texts_without("[facets.risk-mitigation]", "[facets.vision", "every facet has texts; risk-mitigation has none"),
        at("[facets.luck]", texts("[facets.risk-mit", "[facets.luck]\n[facets.risk-mit", "missing field `name`")),
    ];
    let whole = stretch(ENGLISH, "[facets.risk-mitigation]", "[facets.vision-translation]");
    let copy = whole.replace("[facets.risk-mitigation]", "[facets.luck]");
    let rule = "texts belong to a facet of the structure; luck is none";
    all.push(at("[facets.luck]", texts(whole, &format!("{whole}{copy}"), rule)));
    for line in whole.lines().filter(|l| l.contains(" = ")) {
        let (key, _) = line.split_once(" = ").unwrap();
        let broken = whole.replace(line, &format!("{key} = \"\""));
        all.push(at("[facets.risk-mitigation]", texts(whole, &broken, "no text is empty")));
    }
    all
}

/// What only version 2 says.
fn newer_breaks() -> Vec<Break> {
    let empty = "no text is empty";
    let months = "a sign is asked about 3 or 12 months";
    let twelve = "there is a prompt_12 for signs of twelve months, and only for them";
    let line = |key: &str| stretch(ENGLISH_2, &format!("\n{key} = \""), "\"\n");
    let no_months = at("\nprompt = \"In the last three", texts(&format!("{}\"", line("prompt_12")), "", twelve));
    let risk = stretch(ENGLISH_2, "[facets.risk-mitigation]", "[facets.vision-translation]");
    let without = |key: &str| {
        let line = risk.lines().find(|line| line.starts_with(key)).unwrap();
        risk.replace(&format!("{line}\n"), "")
    };
    let mut all = vec![
        structure("months = 12", "months = 6", months),
        structure("months = 12", "months = 0", months),
        structure("left = \"leadership\"", "left = \"middle\"", "unknown variant `middle`"),
        no_months,
        texts(line("prompt_12"), "\nprompt_12 = \" ", empty),
        texts(line("question"), "\nquestion = \" ", empty),
        at("", texts(risk, &without("subtitle"), "all facets have a subtitle, or none has")),
        at("", texts(risk, &without("too_much"), "all facets have a too_much, or none has")),
        at("[facets.risk-mitigation]", texts(risk, &risk.replace("subtitle = \"", "subtitle = \"\" # "), empty)),
        at("[facets.risk-mitigation]", texts(risk, &risk.replace("too_much = \"", "too_much = \"\" # "), empty)),
        at("labels = [\"Hardly anything\"", texts("\"A little\", ", "", "the stakes have four labels")),
        at("labels = [\"Hardly anything\"", texts("\"A little\"", "\"\"", "the stakes have four labels")),
    ];
    let needs = "what the role needs has a sentence for each of its five labels, or no sentences";
    let stakes = "the stakes have a sentence for each of their four labels";
    for (table, rule) in [("[scales.need]", needs), ("[scales.stakes]", stakes)] {
        let whole = stretch(ENGLISH_2, table, "\n]\n");
        let start = whole.find("sentences = [").unwrap();
        let place = &whole[..start + "sentences = [".len()];
        let second = whole[start..].lines().nth(2).unwrap();
        for changed in ["", "  \" \","] {
            all.push(at(place, texts(whole, &whole.replace(second, changed), rule)));
        }
    }
    all.into_iter().map(newer).collect()
}

fn item_text_breaks() -> Vec<Break> {
    let line = stretch(ENGLISH, "risk-mitigation-1 = ", "\n");
    let words = |n| format!("risk-mitigation-1 = \"{}\"", ["word"; 21][..n].join(" "));
    assert!(parse(STRUCTURE, &ENGLISH.replace(line, &words(20))).is_ok(), "twenty words are fine");
    vec![
        at("", texts(line, "", "every item has a text; risk-mitigation-1 has none")),
        texts(line, "risk-mitigation-1 = \"\"", "no text is empty"),
        texts(line, &words(21), "an item has at most 20 words; risk-mitigation-1 has 21"),
        at(
            "luck-1 =",
            texts("[items]", "[items]\nluck-1 = \"I hoped.\"", "a text belongs to an item of the structure; luck-1"),
        ),
    ]
}

fn other_text_breaks() -> Vec<Break> {
    let five = "there are five answers, with the values 1 to 5 in this order";
    let empty = "no text is empty";
    let fifth = stretch(ENGLISH, "[[behaviour.answers]]\nvalue = 5", "[behaviour.not_applicable]");
    let mut all = vec![
        texts("name = \"Evenkeel self-audit\"", "name = \"\"", empty),
        texts("language = \"en\"", "language = \"nl\"", "the language is one of those that the structure lists"),
        at("\nframe =", texts(fifth, "", five)),
        at("\nframe =", texts("value = 4", "value = 5", five)),
        at(
            "half of the occasions.\"\n\n[[behaviour.answers]]",
            texts("value = 4\nlabel = \"Often\"", "value = 4\nlabel = \"\"", empty),
        ),
        texts_without("[situations.whose-job]", "[situations.unfair", "every situation has texts; whose-job has none"),
        texts_without("costs-run-over =", "same-fault-returns", "every sign has a text; costs-run-over has none"),
        texts_without("[aspects.success]", "[signs]", "every aspect has texts"),
        at("labels = [\"Drains me\"", texts("\"Tires me a bit\", ", "", "a scale has five labels")),
        at("labels = [\"Drains me\"", texts("\"Tires me a bit\"", "\"\"", "a scale has five labels")),
    ];
    let single =
        ["frame", "prompt", "too_little", "right", "too_much", "no", "sometimes", "often", "unknown", "costs-run-over"];
    for key in single {
        let line = stretch(ENGLISH, &format!("\n{key} = \""), "\"\n");
        all.push(texts(line, &format!("\n{key} = \" "), empty));
    }
    for prompt in ["[scales.need]", "[scales.energy]", "[scales.dose]", "[scales.sign]"] {
        let line = stretch(ENGLISH, prompt, "\"\n");
        all.push(texts(line, &format!("{prompt}\nprompt = \""), empty));
    }
    let tables = [
        ("[situations.whose-job]", "[situations.unfair-share]"),
        ("[aspects.conflict]", "[aspects.success]"),
        ("[behaviour.not_applicable]", "[facets.resource-allocation]"),
    ];
    for (table, next) in tables {
        let whole = stretch(ENGLISH, table, next);
        for line in whole.lines().filter(|l| l.contains(" = ")) {
            let (key, _) = line.split_once(" = ").unwrap();
            all.push(at(table, texts(whole, &whole.replace(line, &format!("{key} = \"\"")), empty)));
        }
    }
    let job = stretch(ENGLISH, "[situations.whose-job]", "[situations.unfair-share]");
    let other = format!("{job}{}", job.replace("whose-job", "other"));
    all.push(at(
        "[situations.other]",
        texts(job, &other, "texts belong to a situation of the structure; other is none"),
    ));
    let rule = "a text belongs to a sign of the structure; rust is none";
    all.push(at("rust =", texts("[signs]", "[signs]\nrust = \"It rusts.\"", rule)));
    all
}

#[test]
fn each_broken_rule_is_named_with_file_and_line() {
    let all = [
        head_breaks(),
        facet_breaks(),
        list_breaks(),
        facet_text_breaks(),
        newer_breaks(),
        item_text_breaks(),
        other_text_breaks(),
    ];
    let mut wrong = Vec::new();
    for broken in all.into_iter().flatten() {
        let error = broken.error();
        let named = error.file == broken.file && error.line == broken.line() && error.rule.starts_with(broken.rule);
        if !named {
            wrong.push(format!(
                "{:?} instead of {:?}\n  said:   {error}\n  wanted: {}, line {}: {}",
                broken.replace,
                broken.find,
                broken.file,
                broken.line(),
                broken.rule
            ));
        }
        assert_eq!(error.to_string(), format!("{}, line {}: {}", error.file, error.line, error.rule));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_language_that_the_structure_does_not_list_is_the_texts_fault() {
    let error = parse(&STRUCTURE.replace("languages = [\"en\"]", "languages = [\"de\"]"), ENGLISH).unwrap_err();
    assert_eq!((error.file.as_str(), error.line), ("en.toml", 1));
}

#[test]
fn a_prompt_for_twelve_months_needs_a_sign_that_is_asked_so() {
    let error = parse(&STRUCTURE_2.replace("months = 12", "months = 3"), ENGLISH_2).unwrap_err();
    let line = ENGLISH_2.lines().position(|line| line.starts_with("prompt_12 = ")).unwrap() + 1;
    assert_eq!((error.file.as_str(), error.line), ("en.toml", line));
    assert_eq!(error.rule, "there is a prompt_12 for signs of twelve months, and only for them");
}
