//! `-`: the standard input, and the standard output.

use std::io::Write;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

use super::{Desk, case, csv};

fn fed(desk: &Desk, arguments: &[&str], input: &[u8]) -> Output {
    let mut command = desk.command(arguments);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    // Whoever has heard enough closes the pipe.
    let _closed = child.stdin.take().unwrap().write_all(input).is_err();
    child.wait_with_output().unwrap()
}

#[track_caller]
fn works(desk: &Desk, arguments: &[&str], input: &[u8]) -> Vec<u8> {
    let output = fed(desk, arguments, input);
    assert_eq!(
        (output.status.code(), String::from_utf8_lossy(&output.stderr).as_ref()),
        (Some(0), ""),
        "{arguments:?}"
    );
    output.stdout
}

#[track_caller]
fn fails(desk: &Desk, arguments: &[&str], input: &[u8]) -> String {
    let output = fed(desk, arguments, input);
    assert_eq!((output.status.code(), output.stdout.as_slice()), (Some(1), b"".as_slice()), "{arguments:?}");
    String::from_utf8(output.stderr).unwrap()
}

/// From answers to scores without a file.
#[test]
fn a_whole_chain_needs_no_file() {
    let desk = Desk::new();
    let case = case("lean-m-full-307");
    let made = works(&desk, &["new", "-o", "-", "--answers", "-", "--person", "Ana"], csv(&case, true).as_bytes());
    let profile: Value = serde_json::from_slice(&made).unwrap();
    assert_eq!((&profile["person"], &profile["format"]), (&"Ana".into(), &"evenkeel-profile".into()));
    assert_eq!(made.last(), Some(&b'\n'));
    desk.write("a.evenkeel", &made);
    desk.write("other.evenkeel", desk_profile(&desk));

    for arguments in [
        &["score", "FILE"] as &[&str],
        &["score", "FILE", "--json"],
        &["chart", "FILE", "-o", "-"],
        &["chart", "FILE", "-o", "-", "--format", "svg", "--greyscale"],
        &["chart", "FILE", "-o", "-", "--format", "png", "--width", "300"],
        &["export", "FILE", "-o", "-", "--format", "csv"],
        &["export", "other.evenkeel", "FILE", "-o", "-", "--format", "json"],
        &["report", "FILE", "-o", "-", "--format", "json"],
    ] {
        let with = |name| arguments.iter().map(|a| if *a == "FILE" { name } else { *a }).collect::<Vec<_>>();
        let piped = works(&desk, &with("-"), &made);
        assert_eq!(piped, desk.command(&with("a.evenkeel")).output().unwrap().stdout, "{arguments:?}");
        assert!(!piped.is_empty());
    }
    assert_eq!(works(&desk, &["check", "-"], &made), b"standard input: no problems found\n");
    assert!(works(&desk, &["chart", "-", "-o", "-"], &made).starts_with(b"<svg "));
    assert!(works(&desk, &["chart", "-", "-o", "-", "--format", "png"], &made).starts_with(b"\x89PNG"));
    assert_eq!(works(&desk, &["export", "-", "-o", "out.csv"], &made), b"out.csv: one audit of one profile\n");
    #[cfg(feature = "report")]
    {
        assert!(works(&desk, &["report", "-", "-o", "-"], &made).starts_with(b"%PDF-"));
        let template =
            b"#let data = json(\"data.json\")\n#set document(title: data.title)\n#set text(lang: \"en\")\n= Mine\n";
        desk.write("own.typ", template);
        let own = works(&desk, &["report", "a.evenkeel", "-o", "-", "--template", "-"], template);
        assert!(own.starts_with(b"%PDF-"));
    }
    assert!(!desk.path("-").exists());
}

fn desk_profile(desk: &Desk) -> Vec<u8> {
    desk.command(&["new", "-o", "-"]).output().unwrap().stdout
}

#[test]
fn what_is_wrong_with_the_standard_input_is_said_by_its_name() {
    let desk = Desk::new();
    let no_rating = b"item;answer\n\nrisk-mitigation-1;6\n";
    let said = fails(&desk, &["new", "-o", "a.evenkeel", "--answers", "-"], no_rating);
    let wanted = "error: line 3, column answer: “6” is no answer to risk-mitigation-1, which can have 1, 2, 3, 4, 5, na, or \
                  nothing: standard input\n";
    assert_eq!(said, wanted);
    for arguments in [&["score", "-"] as &[&str], &["check", "-"], &["chart", "-", "-o", "-"]] {
        assert!(
            fails(&desk, arguments, b"").starts_with("error: the file is empty: standard input\n"),
            "{arguments:?}"
        );
    }
    let empty = desk_profile(&desk);
    let mut without: Value = serde_json::from_slice(&empty).unwrap();
    without["audits"] = serde_json::json!([]);
    let said = fails(&desk, &["score", "-"], without.to_string().as_bytes());
    assert!(said.starts_with("error: there is no audit in this file: standard input\nhint: "), "{said}");
    let said = fails(&desk, &["export", "-", "-", "-o", "a.csv"], b"{}");
    assert!(said.starts_with("warning: this file is named twice and is exported once: standard input\n"), "{said}");
    let (error, _) = desk.fails(&["report", "-", "-o", "a.pdf", "--template", "-"], 2);
    assert_eq!(error, "the standard input was named twice, and can be read only once");
    let (error, _) = desk.fails(&["new", "-o", "-", "--role", &"x".repeat(20_001)], 1);
    assert_eq!(error, "--role is too long: 20001 bytes, at most 20000");
}

/// A file is refused by its size, and a pipe as soon as too much has come out of it.
#[test]
fn what_is_too_large_is_not_read_and_has_a_hint() {
    let desk = Desk::new();
    let table = [b"item,answer\n".as_slice(), &b"x,1\n".repeat(5_000_000)].concat();
    desk.write("large.csv", &table);
    desk.write("large.evenkeel", &table);
    for arguments in [&["new", "-o", "a.evenkeel", "--answers", "large.csv"] as &[&str], &["score", "large.evenkeel"]] {
        let (error, hint) = desk.fails(arguments, 1);
        assert!(error.starts_with("the file is too large (20000012 bytes, at most 16777216): "), "{error}");
        assert!(hint.unwrap().ends_with("Is it the right file?"));
    }
    for arguments in [&["new", "-o", "a.evenkeel", "--answers", "-"] as &[&str], &["score", "-"]] {
        let said = fails(&desk, arguments, &table);
        assert!(said.starts_with("error: the standard input is too large (at most 16777216 bytes)\nhint: "), "{said}");
    }
}

/// As much as may be read takes little more memory than it is long, whatever is wrong with it.
#[cfg(target_os = "linux")]
#[test]
fn a_large_table_takes_little_memory() {
    let desk = Desk::new();
    let rows = "x,1\n".repeat(4_190_000);
    let utf16 = format!("\u{feff}item\tanswer\n{}", &rows[..8_000_000]);
    let utf16: Vec<u8> = utf16.encode_utf16().flat_map(u16::to_le_bytes).collect();
    for (name, table) in [
        ("unknown.csv", ["item,answer\n", &rows].concat().into_bytes()),
        ("quote.csv", ["item,answer\n\"", &rows].concat().into_bytes()),
        ("blank.csv", ["item,answer\n", &",\n".repeat(8_000_000)].concat().into_bytes()),
        ("header.csv", rows.replace('\n', ",").into_bytes()),
        ("row.csv", ["item;answer\n", &";".repeat(16_000_000)].concat().into_bytes()),
        ("utf16.txt", utf16),
    ] {
        desk.write(name, table);
        // Memory of its own, as the system limits it.
        let limit = format!("ulimit -v {}; exec \"$0\" new -o a.evenkeel --force --answers {name}", 300_000);
        let mut shell = Command::new("sh");
        shell.args(["-c", &limit, env!("CARGO_BIN_EXE_evenkeel")]);
        let output = desk.at(&mut shell).output().unwrap();
        let code = i32::from(name != "blank.csv");
        assert_eq!(output.status.code(), Some(code), "{name}: {output:?}");
    }
}

/// A PDF is not for eyes.
#[cfg(target_os = "linux")]
#[test]
fn what_is_no_text_does_not_go_to_a_terminal() {
    let desk = Desk::new();
    desk.make("a.evenkeel", &case("lean-m-full-307"), &[]);
    let in_a_terminal = |arguments: &str| {
        let mut script = Command::new("script");
        let program = format!("'{}' {arguments}", env!("CARGO_BIN_EXE_evenkeel"));
        desk.at(script.args(["-qec", &program, "/dev/null"])).output()
    };
    // `script` is part of every Debian but not of every Linux, and a bare container has no terminals to give.
    if !in_a_terminal("--version").is_ok_and(|output| output.status.success()) {
        return;
    }
    for (arguments, format) in [("report a.evenkeel -o -", "PDF"), ("chart a.evenkeel -o - --format png", "PNG")] {
        let output = in_a_terminal(arguments).unwrap();
        let said = String::from_utf8(output.stdout).unwrap();
        assert!(said.starts_with(&format!("error: a {format} is not for a terminal\r\nhint: ")), "{said:?}");
        assert_eq!(output.status.code(), Some(2));
    }
    assert!(in_a_terminal("chart a.evenkeel -o -").unwrap().stdout.starts_with(b"<svg "));
}
