//! All that a person can type or paste prints: what no document can hold is seen and said, links stay words, and directions stay
//! inside the words that they came with. More of it: `EVENKEEL_NAMES=5000 cargo test --test it report::hostile`.

use std::sync::Arc;

use evenkeel::figures::{ChartData, ShownSeries, chart_words};
use evenkeel::palette::Palette;
use evenkeel::profile::Profile;
use evenkeel::report::{ChartKind, ReportPage, picture, to_png, to_svg};
use evenkeel::scoring::{Confidence, score};
use evenkeel::theirs::{Theirs, theirs};
use evenkeel::typeset::{FontChoice, Pages, typeset};
use evenkeel::words::Words;
use lopdf::{Dictionary, Document, Object};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use super::roles::with_own;
use super::{about, everything, only, said, text};
use crate::support::{fonts, instrument};

const OWN: &str = "00000000-0000-4000-8000-00000000aaaa";

/// Where a person's words go.
#[derive(Clone, Copy, Debug)]
enum Field {
    Person,
    Role,
    OwnRole,
    Ad,
}

const FIELDS: [Field; 4] = [Field::Person, Field::Role, Field::OwnRole, Field::Ad];

fn put(profile: &mut Profile, field: Field, words: &str) {
    match field {
        Field::Person => words.clone_into(&mut profile.person),
        Field::Role => words.clone_into(&mut Arc::make_mut(profile.audits.last_mut().unwrap()).role),
        Field::OwnRole => words.clone_into(&mut Arc::make_mut(&mut profile.roles[0]).name),
        Field::Ad => {
            let ad = &mut Arc::make_mut(&mut profile.roles[0]).ad;
            for line in ad.iter_mut() {
                words.clone_into(&mut line.text);
            }
        }
    }
}

fn with(words: &str) -> Profile {
    let mut profile = with_own();
    for field in FIELDS {
        put(&mut profile, field, words);
    }
    profile
}

/// All pages, with the person's own role, the present one and a built-in one.
fn all_pages(profile: &Profile, fonts: FontChoice) -> Pages {
    let data = about(profile, &[OWN, "current", "founder"], &everything());
    typeset(data.document().unwrap(), None, fonts).unwrap_or_else(|error| panic!("{error}: {:?}", shown(profile)))
}

fn shown(profile: &Profile) -> [String; 4] {
    let short = |words: &str| words.chars().take(60).collect();
    let (audit, own) = (profile.latest().unwrap(), &profile.roles[0]);
    [&profile.person, &audit.role, &own.name, &own.ad[0].text].map(|words| short(words))
}

/// What every reader makes of it.
fn read(pages: &Pages) -> Document {
    let document = Document::load_mem(&pages.pdf()).unwrap();
    assert_eq!(document.get_pages().len(), pages.count());
    document
}

/// The chart of the profile with its words on top, as both kinds of file.
fn charts(profile: &Profile) {
    let (instrument, audit) = (instrument(), profile.latest().unwrap());
    let (scores, words) = (score(&instrument, audit, Confidence::P90), chart_words(&Words::english(), Confidence::P90));
    let data =
        ChartData { instrument: &instrument, audit, scores: &scores, earlier: None, evidence: &[], words: &words };
    let heading = format!("{}, {}", profile.person, audit.role);
    let show = ShownSeries { me: true, role: true, earlier: false };
    let scene = picture(&data, &heading, ChartKind::Radar, show);
    assert!(scene.height < 1000.0, "{}", scene.height);
    let svg = to_svg(&scene, &Palette::PRINT);
    assert!(!svg.contains(['\u{0}', '\u{7}', '\u{feff}', '\u{ffff}']), "{:?}", shown(profile));
    assert!(to_png(&svg, 3.0).unwrap().starts_with(b"\x89PNG"), "{:?}", shown(profile));
}

/// What names were attacked with.
#[expect(clippy::too_many_lines, reason = "a list")]
fn nasty() -> Vec<String> {
    let long = |piece: &str| piece.repeat(20_000 / piece.len());
    let mut all: Vec<String> = [
        "",
        " ",
        "\u{a0}\u{3000}",
        "\u{feff}",
        "\u{feff}Dana",
        "Dana\u{feff}\u{feff}",
        "\u{7}",
        "\u{1}\u{2}\u{1f}\u{7f}\u{9f}",
        "\u{0}",
        "a\u{0}b",
        "\u{85}\u{2028}\u{2029}",
        "a\nb\r\nc\td",
        "\u{b}\u{c}",
        "\u{fffe}",
        "\u{ffff}",
        "\u{fdd0}\u{fdef}",
        "\u{10ffff}",
        "\u{1fffe}",
        "\u{e000}",
        "\u{f8ff}\u{f0000}\u{10fffd}",
        "\u{e0001}\u{e0020}\u{e007f}",
        "\u{202e}",
        "\u{202e}Dana",
        "Dana\u{202e}",
        "\u{202a}\u{202b}\u{202d}\u{202e}\u{2066}\u{2067}\u{2068}",
        "\u{202c}\u{2069}\u{2069}",
        "\u{200e}\u{200f}\u{61c}",
        "\u{200b}\u{200c}\u{200d}\u{2060}",
        "\u{ad}",
        "\u{34f}",
        "\u{115f}\u{1160}\u{3164}\u{ffa0}",
        "\u{2800}",
        "\u{fe0f}",
        "\u{301}",
        "\u{301}\u{302}a",
        "A\u{20d8}\u{20dd}\u{20e3}",
        "\u{fff9}a\u{fffa}b\u{fffb}",
        "\u{fffd}",
        "\u{fffc}",
        "□",
        "محمد علي",
        "\u{640}\u{640}",
        "Dana محمد\u{202e} 123",
        "דנה",
        "王小明",
        "Sam 🦔",
        "👩\u{200d}💻\u{200d}👩",
        "🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}",
        "ꝕ Ᵹ \u{fb37} ₶",
        "Ꝕ\u{301}\u{20d8}",
        "ﷺ",
        "கி",
        "ᄀᄁ한글",
        "= Heading",
        "*b* _i_ `c` $x$ #x @y <z>",
        "#panic()",
        "{page} of {pages}",
        "{ $name }",
        "</svg><script>",
        "&lt;&amp;",
        "]]>",
        "\\u{202e}",
        ") >> endobj",
        "(((((",
        "%PDF-1.7",
        "NaN",
        "-",
        "--",
        "...",
        "/../..",
    ]
    .map(str::to_owned)
    .into();
    let many = [
        "x",
        "x ",
        "W",
        "王",
        "محمد ",
        "a\u{301}",
        "\u{301}",
        "\u{202e}a",
        "\u{2067}",
        "👩\u{200d}💻",
        "\u{0}",
        "\u{7} ",
        "0\u{180f}",
        "\u{180f}0",
        "-",
        "□",
    ];
    all.extend(many.map(long));
    all.push((0..6000).filter_map(|n| char::from_u32(0x4e00 + n)).collect());
    all
}

#[test]
fn whatever_is_typed_prints() {
    // Each by itself where it stands alone on a page, all of them together where that takes longer.
    for words in nasty() {
        let profile = with(&words);
        for fonts in [FontChoice::BuiltInOnly, FontChoice::System] {
            let data = about(&profile, &[OWN], &only(&[ReportPage::Numbers, ReportPage::Roles, ReportPage::Ad]));
            let pages = typeset(data.document().unwrap(), None, fonts)
                .unwrap_or_else(|error| panic!("{error}: {:?}", shown(&profile)));
            read(&pages);
        }
        charts(&profile);
    }
}

#[test]
fn what_cannot_be_held_is_seen_in_every_field_and_known() {
    for field in FIELDS {
        let mut profile = with_own();
        put(&mut profile, field, "Dana\u{feff}\u{7} Example");
        let pages = all_pages(&profile, fonts());
        assert_eq!(pages.replaced().iter().copied().collect::<Vec<_>>(), ['\u{7}', '\u{feff}'], "{field:?}");
        assert!(pages.missing().is_empty(), "{field:?}: {:?}", pages.missing());
        let words = text(&pages.pdf());
        assert!(words.contains("Dana□□ Example"), "{field:?}: {words}");
        if matches!(field, Field::Person | Field::Role) {
            let info = said("pdfinfo", &[], &pages.pdf());
            assert!(info.contains("Dana□□ Example"), "{info}");
        }
    }
    assert!(all_pages(&with_own(), fonts()).replaced().is_empty());
}

#[test]
fn a_role_without_a_name_that_shows_has_a_heading() {
    for words in ["", " ", "\u{202e}\u{200b}", "\u{3164}", "\u{2069}"] {
        let pages = all_pages(&with(words), FontChoice::BuiltInOnly);
        assert!(text(&pages.pdf()).contains("A role without a name"), "{words:?}");
        assert!(
            said("pdfinfo", &[], &pages.pdf()).contains("Title:           Evenkeel audit: Full form, "),
            "{words:?}"
        );
    }
}

/// Anything that would do something when somebody presses on it, or when the document is opened.
fn actions(document: &Document) -> Vec<String> {
    const KEYS: [&str; 10] =
        ["URI", "AA", "Annots", "OpenAction", "JS", "JavaScript", "Launch", "AcroForm", "EmbeddedFiles", "GoToR"];
    fn look(object: &Object, found: &mut Vec<String>) {
        match object {
            Object::Array(all) => all.iter().for_each(|one| look(one, found)),
            Object::Dictionary(fields) => look_in(fields, found),
            Object::Stream(stream) => look_in(&stream.dict, found),
            _ => {}
        }
    }
    fn look_in(fields: &Dictionary, found: &mut Vec<String>) {
        for (key, value) in fields {
            let key = String::from_utf8_lossy(key);
            let action = key == "S" && value.as_name().is_ok_and(|name| KEYS.iter().any(|k| k.as_bytes() == name));
            if KEYS.contains(&&*key) || action {
                found.push(format!("{key}: {value:?}"));
            }
            look(value, found);
        }
    }
    let mut found = Vec::new();
    document.objects.values().for_each(|object| look(object, &mut found));
    look_in(&document.trailer, &mut found);
    found
}

#[test]
fn a_link_in_a_name_is_words() {
    for link in [
        "https://evil.example",
        "http://evil.example/?a=b#c",
        "www.evil.example",
        "mailto:a@b.c",
        "a@b.c",
        "#link(\"https://evil.example\")[y]",
        "<https://evil.example>",
        "[y](https://evil.example)",
        "<a href=\"https://evil.example\">y</a>",
        "file:///etc/passwd",
        "javascript:app.alert(1)",
        "\\\\evil\\share",
        "@label <label>",
        "/URI (https://evil.example)",
        ") /A << /S /URI /URI (https://evil.example) >> (",
        ")>> endobj 1 0 obj << /OpenAction << /S /JavaScript /JS (app.alert(1)) >> >> endobj",
        "endstream endobj",
    ] {
        for field in FIELDS {
            let mut profile = with_own();
            put(&mut profile, field, link);
            let pages = all_pages(&profile, FontChoice::BuiltInOnly);
            let found = actions(&read(&pages));
            assert!(found.is_empty(), "{link} as {field:?}: {found:?}");
        }
    }
    // The check finds one where there is one.
    let head = "#let data = json(\"data.json\")\n#set document(title: data.title)\n#set text(font: data.fonts)\n";
    let pages = super::with_template(&format!("{head}#link(\"https://ours.example\")[a link]")).unwrap();
    assert!(actions(&read(&pages)).iter().any(|found| found.contains("URI")));
    let pages = super::with_template(&format!("{head}#\"https://evil.example\" #data.person")).unwrap();
    assert!(actions(&read(&pages)).is_empty(), "a text in a template of one's own is none");
}

#[test]
fn directions_stay_inside_the_words_that_they_came_with() {
    for words in ["Dana\u{202e}", "Dana\u{202b}\u{2067}", "Dana\u{2067}", "\u{2069}\u{202e}Dana", "Dana \u{5d0}"] {
        let pages = all_pages(&with(words), FontChoice::BuiltInOnly);
        let text = text(&pages.pdf()).split_whitespace().collect::<Vec<_>>().join(" ");
        for ours in ["Full form, 19 November 2026", "before you choose", "Your role now", "Page 1 of "] {
            assert!(text.contains(ours), "{words:?} turns round `{ours}`: {text}");
        }
    }
}

/// One letter at a time: a font of the system may have it and be shadowed by another of its family, or lack the letter below an
/// accent.
#[test]
fn letters_that_a_font_has_only_in_one_style_print() {
    let letters = "\u{608}\u{60b}\u{e83}\u{e86}\u{1d79}\u{1f5a}\u{20b6}\u{231a}\u{2320}\u{23e4}\u{a754}\u{a78f}\u{fb37}\u{fbdd}\u{fefd}";
    for words in letters
        .chars()
        .map(|c| format!("A{c}"))
        .chain(["A\u{20d8}", "A\u{20e3}b", "\u{640}\u{651} \u{640}\u{64e}"].map(str::to_owned))
    {
        all_pages(&with(&words), FontChoice::System);
    }
}

/// Pieces that harm, and plain ones between them.
fn pieces() -> impl Strategy<Value = String> {
    let nasty = nasty().into_iter().filter(|words| words.len() < 100).collect::<Vec<_>>();
    let piece = prop_oneof![
        3 => proptest::sample::select(nasty),
        2 => proptest::sample::select("abcXYZ 0123 .,-()[]{}#$@*_`<>&\"'\\/".chars().map(String::from).collect::<Vec<_>>()),
        2 => any::<char>().prop_map(String::from),
        1 => (0_u32..0x3000).prop_filter_map("no letter", |n| char::from_u32(n).map(String::from)),
    ];
    proptest::collection::vec(piece, 0..12).prop_map(|all| all.concat())
}

/// How many: few for everybody, as many as one likes for an attack.
fn cases() -> u32 {
    std::env::var("EVENKEEL_NAMES").ok().and_then(|count| count.parse().ok()).unwrap_or(24)
}

#[test]
fn whatever_is_put_together_prints() {
    let mut runner = TestRunner::new(Config { cases: cases(), failure_persistence: None, ..Config::default() });
    let texts = [pieces(), pieces(), pieces(), pieces()];
    let check = |texts: [String; 4]| {
        let mut profile = with_own();
        for (field, words) in FIELDS.into_iter().zip(&texts) {
            put(&mut profile, field, words);
        }
        for fonts in [FontChoice::BuiltInOnly, FontChoice::System] {
            let pages = all_pages(&profile, fonts);
            assert!(actions(&read(&pages)).is_empty());
        }
        charts(&profile);
        Ok(())
    };
    runner.run(&texts, check).unwrap();
}

/// Whatever is typed, what comes of it is closed in itself, and the same when it is made fit again.
#[test]
fn fit_words_are_fit() {
    let mut runner = TestRunner::new(Config { cases: 40 * cases(), failure_persistence: None, ..Config::default() });
    let check = |words: String| {
        let mut made = Theirs::default();
        let fit = made.words(&words);
        let mut open = Vec::new();
        for c in fit.chars() {
            match c {
                '\u{2066}'..='\u{2068}' => open.push('\u{2069}'),
                '\u{202a}' | '\u{202b}' | '\u{202d}' | '\u{202e}' => open.push('\u{202c}'),
                '\u{202c}' => prop_assert_eq!(open.pop(), Some('\u{202c}')),
                '\u{2069}' => {
                    while open.pop().ok_or_else(|| TestCaseError::fail("closes what is not open"))? != '\u{2069}' {}
                }
                c => {
                    let fit = !c.is_control() && !matches!(c, '\u{feff}' | '\u{2028}' | '\u{2029}');
                    prop_assert!(fit, "{:?}", c);
                }
            }
        }
        prop_assert!(open.is_empty());
        prop_assert_eq!(theirs(&theirs(&fit)).matches('\u{202e}').count(), fit.matches('\u{202e}').count());
        Ok(())
    };
    runner.run(&pieces(), check).unwrap();
}
