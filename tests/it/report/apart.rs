//! Templates that mean harm, typeset in a process apart: it is ended in time, never has more memory than it may, and what is
//! said is what was wrong. All of them with the limits of the program: `EVENKEEL_ATTACK=1 cargo test --test it report::apart`.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use evenkeel::report::ReportOptions;
use evenkeel::typeset::{Apart, ApartError, FontChoice, Limits, Pages, Stop, Template, TypesetError, typeset};

use super::{data, text, worked_example};

const HEAD: &str =
    "#let data = json(\"data.json\")\n#set document(title: data.title)\n#set text(font: data.fonts, lang: \"en\")\n";

fn program() -> PathBuf {
    env!("CARGO_BIN_EXE_evenkeel").into()
}

fn template(source: &str) -> Template {
    Template { name: "own.typ".to_owned(), source: format!("{HEAD}{source}") }
}

fn typeset_apart(apart: &Apart, source: &str, stop: &Stop) -> Result<Pages, TypesetError> {
    apart.typeset(
        &data(&worked_example(), &ReportOptions::default()).document().unwrap(),
        &template(source),
        FontChoice::BuiltInOnly,
        stop,
    )
}

fn with(limits: Limits, source: &str) -> Result<Pages, TypesetError> {
    typeset_apart(&Apart::new(program(), limits), source, &Stop::default())
}

#[test]
fn it_gives_the_same_pages_as_here() {
    let source = "#import \"lib.typ\": radar\n= #data.summary.sentence\n#radar(data.summary.chart)\n";
    let apart = with(Limits::default(), source).unwrap();
    let options = ReportOptions::default();
    let here = typeset(
        data(&worked_example(), &options).document().unwrap(),
        Some(&template(source)),
        FontChoice::BuiltInOnly,
    )
    .unwrap();
    assert!(apart.pdf() == here.pdf());
    assert_eq!((apart.count(), apart.size(0)), (here.count(), here.size(0)));
    assert_eq!(apart.picture(0, 0.5), here.picture(0, 0.5));
    assert!(apart.picture(7, 0.5).is_none());
}

#[test]
fn letters_that_no_font_has_are_known_here_too() {
    let mut profile = worked_example();
    "A\u{e123}\u{7}".clone_into(&mut profile.person);
    let (apart, options) = (Apart::new(program(), Limits::default()), ReportOptions::default());
    let data = data(&profile, &options);
    let pages = apart
        .typeset(&data.document().unwrap(), &template("#data.person"), FontChoice::BuiltInOnly, &Stop::default())
        .unwrap();
    assert_eq!(pages.missing(), ['\u{e123}']);
    assert!(pages.replaced().contains(&'\u{7}'));
    assert!(text(&pages.pdf()).contains("A□"));
}

/// What a template is expected to come to.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Then {
    /// Typst says what is wrong.
    Typst,
    /// A limit.
    Limit,
    /// Anything but harm.
    Anything,
}

use Then::{Anything, Limit, Typst};

/// Those of the first attack.
const NAMED: [(&str, Then); 7] = [
    ("#let n = 0\n#for a in range(1000000) { for b in range(1000) { n += 1 } }\n#n", Limit),
    ("#range(1000000000).len()", Limit),
    ("#let s = \"ab\"\n#for i in range(40) { s = s + s }\n#s.len()", Limit),
    ("#for i in range(100000) { [x]; pagebreak() }", Limit),
    ("#let s = \"x\" * 30000\n#let n = 0\n#for a in s { for b in s { for c in s { n += 1 } } }\n#n", Limit),
    ("#let f(n) = f(n + 1)\n#f(0)", Typst),
    ("#while true { let x = 1 }", Typst),
];

/// Others.
const MORE: [(&str, Then); 40] = [
    ("#let s = \"x\" * 1000000000000\n#s.len()", Anything),
    ("#let a = (1, 2)\n#for i in range(40) { a = a + a }\n#a.len()", Limit),
    ("#let d = (:)\n#for i in range(100000000) { d.insert(str(i), i) }\n#d.len()", Limit),
    ("#let c = [x]\n#for i in range(200000) { c = [#c] }\n#c", Anything),
    ("#let c = box[x]\n#for i in range(5000) { c = box(c) }\n#c", Anything),
    ("#show \"a\": [aa]\na", Anything),
    ("#show heading: it => it\n#show heading: it => { it + it }\n= A", Anything),
    ("#let s = state(\"s\", 0)\n#context { s.update(x => x + 1); [#s.final()] }", Anything),
    ("#let e = \"eval(e, scope: (e: e))\"\n#eval(e, scope: (e: e))", Anything),
    ("#eval(\"(\" * 100000)", Anything),
    ("#eval(\"[\" * 100000 + \"]\" * 100000)", Anything),
    ("#eval(\"$\" + \"sqrt(\" * 20000 + \"$\")", Anything),
    ("#regex(\"(((a{1000}){1000}){1000}){1000}\")", Typst),
    ("#(\"a\" * 300000).matches(regex(\"(a|aa)+b\")).len()", Anything),
    ("#table(columns: 1000, ..range(1000000).map(str))", Limit),
    ("#lorem(1000000000)", Anything),
    ("#lorem(3000000)", Anything),
    ("#numbering(\"*\", 1000000000000)", Anything),
    ("#set page(width: 1000000000pt, height: 1000000000pt)\nx", Limit),
    ("#set page(width: auto, height: auto)\n#box(width: 900000pt, height: 900000pt)", Limit),
    ("#set page(width: 0.001pt, height: 0.001pt, margin: 0pt)\nx", Anything),
    ("#text(size: 100000000pt)[x]", Anything),
    ("#box(width: 1000000000pt, repeat[.])", Anything),
    ("#curve(..range(3000000).map(i => curve.line((i * 1pt, calc.rem(i, 7) * 1pt))))", Anything),
    ("#rect(fill: gradient.linear(..range(2000000).map(i => (red, i / 2000000 * 100%))))", Anything),
    ("#rect(width: 100%, height: 100%, fill: tiling(size: (0.001pt, 0.001pt))[#square(size: 1pt)])", Anything),
    ("#for i in range(300000) [= Heading #i]", Anything),
    ("#for i in range(300000) [#footnote[x]]", Anything),
    ("#columns(10000000)[x]", Anything),
    ("#panic(\"x\" * 10000000)", Typst),
    ("#assert(false, message: \"\\u{1b}[31mred\\u{202e}\")", Typst),
    ("#json(bytes(\"[\" * 5000000))", Typst),
    (
        "#yaml(bytes(\"a: &a [x,x,x,x,x,x,x,x,x,x]\\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]\\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c,*c]\\ne: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d,*d]\\nf: &f [*e,*e,*e,*e,*e,*e,*e,*e,*e,*e]\\ng: &g [*f,*f,*f,*f,*f,*f,*f,*f,*f,*f]\\nh: &h [*g,*g,*g,*g,*g,*g,*g,*g,*g,*g]\\n\"))",
        Anything,
    ),
    ("#toml(bytes(\"a = \" + \"[\" * 1000000))", Anything),
    ("#xml(bytes(\"<a>\" * 1000000))", Anything),
    (
        "#image(bytes(\"<svg xmlns='http://www.w3.org/2000/svg' width='1000000000' height='1000000000'><rect width='9' height='9'/></svg>\"), format: \"svg\", alt: \"x\")",
        Anything,
    ),
    (
        "#let uses = range(30).map(i => \"<g id='g\" + str(i + 1) + \"'><use href='#g\" + str(i) + \"'/><use href='#g\" + str(i) + \"'/></g>\").join()\n#image(bytes(\"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><g id='g0'><rect width='9' height='9'/></g>\" + uses + \"</svg>\"), format: \"svg\", alt: \"x\")",
        Anything,
    ),
    (
        "#image(bytes(\"<svg xmlns='http://www.w3.org/2000/svg' width='30000' height='30000'><filter id='f'><feGaussianBlur stdDeviation='9999'/></filter><rect width='30000' height='30000' filter='url(#f)'/></svg>\"), format: \"svg\", alt: \"x\")",
        Anything,
    ),
    ("#read(\"/etc/passwd\")", Typst),
    ("#import \"@preview/cetz:0.3.0\": canvas", Typst),
];

/// Pages that are easily laid out, and hard to paint.
const PICTURES: [&str; 4] = [
    "#image(bytes(\"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'>\" + \"<circle r='9' opacity='.5'/>\" * 100000 + \"</svg>\"), format: \"svg\", alt: \"x\")",
    "#let c = square(size: 1cm, fill: red)\n#for i in range(20) { c = box(rotate(1deg, c + c)) }\n#c",
    "#rect(width: 100%, height: 90%, fill: tiling(size: (0.01pt, 0.01pt))[#square(size: 1pt)])",
    "#set page(width: 14000pt, height: 14000pt)\n#rect(width: 100%, height: 100%, fill: gradient.conic(..color.map.rainbow))",
];

/// Looks at the processes that this one started, while something is under way: the most memory that any of them had, in bytes.
struct Scales {
    done: Arc<AtomicBool>,
    most: thread::JoinHandle<u64>,
}

impl Scales {
    fn put_up() -> Self {
        let done = Arc::new(AtomicBool::new(false));
        let until = Arc::clone(&done);
        let weigh = move || {
            let mut most = 0;
            while !until.load(Ordering::Relaxed) {
                most = most.max(children().into_iter().map(|process| memory(&process)).max().unwrap_or(0));
                thread::sleep(Duration::from_millis(10));
            }
            most
        };
        Self { done, most: thread::Builder::new().spawn(weigh).unwrap() }
    }

    fn read(self) -> u64 {
        self.done.store(true, Ordering::Relaxed);
        self.most.join().unwrap()
    }
}

/// The processes apart of this one; none where there is no `/proc`.
fn children() -> Vec<PathBuf> {
    let own = format!("PPid:\t{}", std::process::id());
    let all = std::fs::read_dir("/proc").into_iter().flatten().flatten().map(|entry| entry.path());
    let apart = |path: &PathBuf| {
        let said = |name: &str| std::fs::read_to_string(path.join(name)).unwrap_or_default();
        said("cmdline").contains("typeset-apart") && said("status").lines().any(|line| line == own)
    };
    all.filter(apart).collect()
}

fn memory(process: &Path) -> u64 {
    let status = std::fs::read_to_string(process.join("status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("RssAnon:"));
    let kilobytes = line.and_then(|line| line.trim().strip_suffix(" kB")?.trim().parse::<u64>().ok());
    kilobytes.unwrap_or(0) * 1024
}

/// Tries one, and gives what came of it.
fn tried(limits: Limits, source: &str) -> Result<Pages, TypesetError> {
    let (scales, start) = (Scales::put_up(), Instant::now());
    let result = with(limits, source);
    let shown = source.chars().take(80).collect::<String>();
    assert!(start.elapsed() < limits.time + Duration::from_secs(5), "{shown}: {:?}", start.elapsed());
    let most = scales.read();
    assert!(most < limits.memory + (64 << 20), "{shown}: {most} bytes");
    if let Err(error) = &result {
        let words = error.to_string();
        assert!(words.chars().count() < 600 && !words.contains('\u{1b}'), "{shown}: {words}");
        assert!(!matches!(error, TypesetError::Apart(ApartError::NotStarted(_))), "{shown}: {words}");
    }
    println!(
        "{:5.1} s {:5} MB  {shown:?}: {:?}",
        start.elapsed().as_secs_f64(),
        most >> 20,
        result.as_ref().map(Pages::count)
    );
    result
}

fn check(limits: Limits, source: &str, then: Then) {
    let result = tried(limits, source);
    let limit = |error: &TypesetError| {
        use ApartError::{Large, Pages, Pdf, Size, Slow};
        matches!(error, TypesetError::Apart(Slow(_) | Large(_) | Pages { .. } | Size | Pdf))
    };
    let right = match (&result, then) {
        (_, Anything) | (Err(TypesetError::Template(_)), Typst) => true,
        (Err(error), Limit) => limit(error),
        // A busy machine may need longer than a short limit to find out.
        (Err(error), Typst) => limits.time < Limits::default().time && limit(error),
        (Ok(_), _) => false,
    };
    assert!(right, "{source}: {result:?}");
}

fn is_attack() -> bool {
    std::env::var_os("EVENKEEL_ATTACK").is_some()
}

/// Short limits, so that a test need not wait.
fn short() -> Limits {
    Limits { time: Duration::from_secs(4), memory: 512 << 20 }
}

#[test]
fn templates_that_mean_harm_are_ended() {
    let limits = if is_attack() { Limits::default() } else { short() };
    for (source, then) in NAMED {
        check(limits, source, then);
    }
}

#[test]
fn many_more_are_ended_too() {
    let all = if is_attack() { &MORE[..] } else { &MORE[12..14] };
    for (source, then) in all {
        check(Limits::default(), source, *then);
    }
}

#[test]
fn pages_that_are_hard_to_paint_are_painted_apart() {
    let limits = if is_attack() { Limits::default() } else { short() };
    for source in if is_attack() { &PICTURES[..] } else { &PICTURES[3..] } {
        let Ok(pages) = tried(limits, source) else { continue };
        for scale in [1.0, 8.0] {
            let (scales, start) = (Scales::put_up(), Instant::now());
            let painted = pages.paint(0, scale);
            let most = scales.read();
            println!(
                "painted: {:?} {} MB {:?}",
                start.elapsed(),
                most >> 20,
                painted.as_ref().map(|p| p.as_ref().map(|p| p.width))
            );
            assert!(start.elapsed() < limits.time + Duration::from_secs(5) && most < limits.memory + (64 << 20));
            if let Ok(Some(picture)) = painted {
                assert!(picture.rgba.len() <= 80_000_000);
            }
        }
    }
}

#[test]
fn what_was_wrong_is_said() {
    let error = |limits, source: &str| with(limits, source).unwrap_err().to_string();
    let long = Limits { time: Duration::from_secs(1), ..Limits::default() };
    assert_eq!(error(long, NAMED[0].0), "it took longer than 1 s, so it was ended");
    let small = Limits { memory: 256 << 20, ..Limits::default() };
    assert_eq!(error(small, NAMED[1].0), "it wanted more than 256 MB of memory, so it was ended");
    let many = "#for i in range(201) { [x]; pagebreak(weak: true) }";
    assert_eq!(error(Limits::default(), many), "it makes 201 pages, and 200 is the most");
    let vast = error(Limits::default(), "#set page(width: 20000pt)\nx");
    assert!(vast.contains("too large for any paper"), "{vast}");
    assert!(error(Limits::default(), "#nothing").starts_with("own.typ, line 4, column 2: "));
}

#[test]
fn it_is_left_at_once() {
    let stop = Stop::default();
    let leave = stop.clone();
    let start = Instant::now();
    let leaving = thread::Builder::new().spawn(move || {
        thread::sleep(Duration::from_millis(600));
        leave.stop();
    });
    let result = typeset_apart(&Apart::new(program(), Limits::default()), NAMED[0].0, &stop);
    leaving.unwrap().join().unwrap();
    assert!(matches!(result, Err(TypesetError::Apart(ApartError::Left))), "{result:?}");
    assert!(start.elapsed() < Duration::from_secs(4), "{:?}", start.elapsed());
    let result = typeset_apart(&Apart::new(program(), Limits::default()), "x", &stop);
    assert!(matches!(result, Err(TypesetError::Apart(ApartError::Left))), "and what comes after it: {result:?}");
}

#[test]
fn a_program_that_is_missing_or_another_one_is_said() {
    let missing = typeset_apart(&Apart::new("/no/such/program".into(), Limits::default()), "x", &Stop::default());
    assert!(matches!(missing, Err(TypesetError::Apart(ApartError::NotStarted(_)))), "{missing:?}");
    #[cfg(unix)]
    for program in ["/bin/true", "/bin/false", "/bin/echo"] {
        let other = typeset_apart(&Apart::new(program.into(), short()), "x", &Stop::default());
        assert!(matches!(other, Err(TypesetError::Apart(ApartError::Crashed(_)))), "{program}: {other:?}");
    }
}

/// Whoever started it may be killed: it ends when its standard input is closed.
#[cfg(target_os = "linux")]
#[test]
fn it_ends_when_nobody_waits_any_more() {
    use std::io::Write as _;
    use std::process::{Command, Stdio};

    let task = serde_json::json!({
        "what": { "typeset": {
            "data": data(&worked_example(), &ReportOptions::default()),
            "day": "2026-11-19",
            "template": { "name": "own.typ", "source": NAMED[0].0 },
            "fonts": "BuiltInOnly",
        } },
        "bytes": 0,
    });
    let mut command = Command::new(program());
    command.args(["typeset-apart", "--memory", "1000000000", "--milliseconds", "60000"]);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    writeln!(stdin, "{task}").unwrap();
    thread::sleep(Duration::from_millis(1500));
    assert!(child.try_wait().unwrap().is_none(), "it is at work");
    let start = Instant::now();
    drop(stdin);
    while child.try_wait().unwrap().is_none() {
        assert!(start.elapsed() < Duration::from_secs(5), "it goes on for nobody");
        thread::sleep(Duration::from_millis(10));
    }
}

/// Called by hand it says nothing, and ends.
#[test]
fn called_wrongly_it_just_ends() {
    let mut command = std::process::Command::new(program());
    command.args(["typeset-apart", "--memory", "1000000000", "--milliseconds", "5000"]);
    let output = command.stdin(std::process::Stdio::null()).output().unwrap();
    assert_eq!((output.status.code(), output.stdout.len(), output.stderr.len()), (Some(1), 0, 0));
    let help = std::process::Command::new(program()).arg("--help").output().unwrap();
    assert!(!String::from_utf8(help.stdout).unwrap().contains("apart"), "it is for no person");
}
