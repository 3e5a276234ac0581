//! Forty ways in which mail and people change a text on its way, and what is not a reply.

use super::super::seal::{SecretKey, seal};
use super::*;

/// What mail may do to a text.
type Mangling = fn(&str) -> String;

/// Each way, with its name.
#[expect(clippy::too_many_lines, reason = "a list of forty")]
fn manglings() -> Vec<(&'static str, Mangling)> {
    fn each_line(text: &str, change: impl Fn(&str) -> String) -> String {
        text.lines().map(|line| change(line) + "\n").collect()
    }
    fn wrap(text: &str, width: usize, end: &str) -> String {
        let line = |line: &str| {
            line.as_bytes().chunks(width).map(|part| String::from_utf8_lossy(part) + end).collect::<String>()
        };
        text.lines().map(line).collect()
    }
    fn quoted_printable(text: &str) -> String {
        let escaped = text.replace('=', "=3D").replace('+', "=2B");
        wrap(&escaped, 73, "=\n")
    }
    vec![
        ("as it is", str::to_owned),
        ("carriage returns", |t| t.replace('\n', "\r\n")),
        ("only carriage returns", |t| t.replace('\n', "\r")),
        ("quoted once", |t| each_line(t, |line| format!("> {line}"))),
        ("quoted twice", |t| each_line(t, |line| format!(">> {line}"))),
        ("quoted with a blank between", |t| each_line(t, |line| format!("> > {line}"))),
        ("quoted with a bar", |t| each_line(t, |line| format!("| {line}"))),
        ("quoted with a name", |t| each_line(t, |line| format!("PK> {line}"))),
        ("numbered lines", |t| {
            let numbered: Vec<String> = t.lines().enumerate().map(|(at, line)| format!("{}: {line}", at + 1)).collect();
            numbered.join("\n") + "\n"
        }),
        ("indented", |t| each_line(t, |line| format!("    {line}"))),
        ("indented with tabs", |t| each_line(t, |line| format!("\t{line}"))),
        ("spaces at the ends of lines", |t| each_line(t, |line| format!("{line}  "))),
        ("all in one line", |t| t.replace('\n', "")),
        ("lines joined by spaces", |t| t.replace('\n', " ")),
        ("wrapped at 40", |t| wrap(t, 40, "\n")),
        ("wrapped at 76 after joining", |t| wrap(&t.replace('\n', ""), 76, "\n")),
        ("wrapped at 33 and quoted", |t| each_line(&wrap(t, 33, "\n"), |line| format!("> {line}"))),
        ("an empty line after each", |t| t.replace('\n', "\n\n")),
        ("non-breaking spaces", |t| each_line(t, |line| format!("\u{a0}{line}\u{a0}"))),
        ("narrow spaces in between", |t| wrap(t, 16, "\u{202f}")),
        ("zero-width spaces", |t| wrap(t, 10, "\u{200b}")),
        ("soft hyphens", |t| wrap(t, 12, "\u{ad}")),
        ("a byte order mark", |t| format!("\u{feff}{t}")),
        ("dashes made long", |t| t.replace("-----", "——-")),
        ("dashes made one", |t| t.replace("-----", "—")),
        ("marks without dashes", |t| t.replace("-----", "")),
        ("without marks", |t| t.lines().filter(|line| !line.contains("AGE")).collect::<Vec<_>>().join("\n")),
        ("in smart quotes", |t| format!("“{}”", t.trim())),
        ("in guillemets", |t| format!("«\u{a0}{}\u{a0}»", t.trim())),
        ("bold by stars", |t| each_line(t, |line| format!("*{line}*"))),
        ("a bullet before each line", |t| each_line(t, |line| format!("• {line}"))),
        ("a greeting and a footer", |t| {
            format!("Hello Petra,\n\nhere is my answer.\n\n{t}\n-- \nSent from my phone\nKind regards, Tom+1/2\n")
        }),
        ("a footer right behind the last line", |t| {
            format!("{}This message is confidential and intended for the addressee only.", t.trim_end())
        }),
        ("a forwarded header", |t| {
            format!("On Mon, 23 Nov 2026 at 10:12, Tom wrote:\n{}", each_line(t, |line| format!("> {line}")))
        }),
        ("quoted-printable", quoted_printable),
        ("HTML paragraphs", |t| {
            each_line(t, |line| format!("<p style=\"x\">{}</p>", line.replace('+', "&#43;").replace('/', "&#x2F;")))
        }),
        ("HTML breaks", |t| format!("<div>{}</div>", t.replace('\n', "<br>\n").replace('=', "&#61;"))),
        ("percent-encoded", |t| t.replace('+', "%2B").replace('/', "%2F").replace('\n', "%0A").replace(' ', "%20")),
        ("full-width letters", |t| {
            t.chars()
                .map(|c| if ('!'..='~').contains(&c) { char::from_u32(u32::from(c) + 0xFEE0).unwrap() } else { c })
                .collect()
        }),
        ("without padding", |t| t.replace('=', "")),
        ("a page header in between", |t| {
            let lines: Vec<&str> = t.lines().collect();
            format!("{}\n\nPage 2 of 3    Tom's mail\n\n{}\n", lines[..4].join("\n"), lines[4..].join("\n"))
        }),
        ("a code block", |t| format!("```\n{t}```\n")),
    ]
}

fn reply(key: &SecretKey, number: u8) -> (Vec<u8>, Vec<u8>) {
    let clear = vec![number; [64, 512, 2048][usize::from(number) % 3]];
    let sealed = seal(&key.recipient(), &clear).unwrap();
    (clear, sealed)
}

fn opened(key: &SecretKey, found: &Found) -> Option<Vec<u8>> {
    found.candidates.iter().find_map(|file| key.open(file).ok())
}

#[test]
fn a_reply_survives_forty_manglings_and_their_pairs() {
    let key = SecretKey::generate();
    let all = manglings();
    assert!(all.len() >= 40);
    let mut failed = Vec::new();
    for (number, (name, mangle)) in all.iter().enumerate() {
        for more in 0..3 {
            let (clear, sealed) = reply(&key, u8::try_from(number * 3 + more).unwrap());
            let found = find(mangle(&armoured(&sealed)).as_bytes());
            if found.len() != 1 || opened(&key, &found[0]) != Some(clear) {
                failed.push(*name);
            }
        }
    }
    assert!(failed.is_empty(), "{failed:?}");
}

#[test]
fn several_replies_in_one_text_are_each_found() {
    let key = SecretKey::generate();
    for (name, mangle) in manglings() {
        let (first, second) = (reply(&key, 1), reply(&key, 3));
        let text = format!("{}\nAnd another one:\n{}", mangle(&armoured(&first.1)), mangle(&armoured(&second.1)));
        let found = find(text.as_bytes());
        let clear: Vec<_> = found.iter().map(|one| opened(&key, one)).collect();
        assert_eq!(clear, [Some(first.0), Some(second.0)], "{name}");
    }
}

#[test]
fn files_in_other_encodings_and_binary_ones_are_read() {
    let key = SecretKey::generate();
    let (clear, sealed) = reply(&key, 5);
    let text = armoured(&sealed);
    let little: Vec<u8> = [0xFF, 0xFE].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let big: Vec<u8> = [0xFE, 0xFF].into_iter().chain(text.encode_utf16().flat_map(u16::to_be_bytes)).collect();
    for bytes in [little, big, sealed] {
        assert_eq!(opened(&key, &find(&bytes)[0]), Some(clear.clone()));
    }
}

#[test]
fn what_is_cut_off_or_changed_does_not_open_and_is_still_found() {
    let key = SecretKey::generate();
    let (_, sealed) = reply(&key, 6);
    let text = armoured(&sealed);
    let cut = find(&text.as_bytes()[..200]);
    assert_eq!((cut.len(), opened(&key, &cut[0])), (1, None));
    let changed = find(text.replacen('k', "m", 3).replacen('Q', "R", 2).as_bytes());
    assert!(changed.len() <= 1 && changed.iter().all(|found| opened(&key, found).is_none()));
    assert_eq!(find(b"-----BEGIN AGE ENCRYPTED FILE-----\nxx\n").len(), 1, "a reply of which only the mark is left");
    assert_eq!(find(b"Hello, I have no time to answer.").len(), 0);
    assert_eq!(find(b"").len(), 0);
}

#[test]
fn what_the_form_made_and_mail_changed_is_read() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/raters");
    let json = |path: &str| -> serde_json::Value {
        serde_json::from_slice(&std::fs::read(folder.join(path)).unwrap()).unwrap()
    };
    let vectors = json("vectors/vectors.json");
    let key = SecretKey::parse(vectors["identity"].as_str().unwrap()).unwrap();
    assert_eq!(key.recipient(), vectors["recipient"].as_str().unwrap());
    let bytes = |hex: &str| -> Vec<u8> {
        (0..hex.len() / 2).map(|at| u8::from_str_radix(&hex[2 * at..2 * at + 2], 16).unwrap()).collect()
    };
    let vectors = vectors["replies"].as_array().unwrap();
    let clear = |name: &str| {
        let vector = vectors.iter().find(|vector| vector["name"] == name).unwrap();
        bytes(vector["plaintext"].as_str().unwrap())
    };
    let opened_all = |path: std::path::PathBuf| -> Vec<Option<Vec<u8>>> {
        find(&std::fs::read(path).unwrap()).iter().map(|found| opened(&key, found)).collect()
    };
    for vector in vectors {
        let name = vector["name"].as_str().unwrap();
        assert_eq!(opened_all(folder.join("vectors").join(vector["file"].as_str().unwrap())), [Some(clear(name))]);
        let packed = super::super::reply::Packed::read(&clear(name)).unwrap();
        assert_eq!(packed.write().unwrap(), clear(name), "{name}");
        let answers: Vec<u8> = serde_json::from_value(vector["answers"].clone()).unwrap();
        let said = [&packed.keep, &packed.change].map(String::as_str);
        assert_eq!(
            (packed.answers, said),
            (answers, [vector["keep"].as_str().unwrap(), vector["change"].as_str().unwrap()])
        );
    }
    let manglings = json("manglings/manglings.json");
    let manglings = manglings.as_array().unwrap();
    assert!(manglings.len() >= 40);
    let mut failed = Vec::new();
    for mangling in manglings {
        let file = mangling["file"].as_str().unwrap();
        let names = mangling["replies"].as_array().unwrap();
        let expected: Vec<Option<Vec<u8>>> = names.iter().map(|name| Some(clear(name.as_str().unwrap()))).collect();
        if opened_all(folder.join("manglings").join(file)) != expected {
            failed.push(file);
        }
    }
    assert!(failed.is_empty(), "{failed:?}");
}
