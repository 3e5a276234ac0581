//! How long a frame of each screen takes the processor: layout and tessellation, without the graphics card. `make bench`.
//!
//! The pointer moves over the whole window meanwhile, so that what is under it is looked up and drawn.

use std::sync::Arc;
use std::time::{Duration, Instant};

use egui::{self, Context, Event, Pos2, RawInput, Rect, vec2};
use eframe::{App as _, Frame};
use evenkeel::app::explorer::WhatIf;
use evenkeel::app::system::{Ask, Picked, PrintNews, Reply, System};
use evenkeel::app::{App, AuditCommand, Command, GuidePage, ReportCommand, RoleCommand, Screen, Start};
use evenkeel::instrument::{KnownFacet, questions};
use evenkeel::print::{self, PrintDesk, ViewerSwitch, PrintJob};
use evenkeel::profile::Edit;
use evenkeel::storage::{Folders, RealFs};
use evenkeel::typeset::FontChoice;
use evenkeel::words::Words;
use jiff::Timestamp;

/// Frames that are measured, after as many to warm up.
const FRAMES: u32 = 1000;
const SIZE: egui::Vec2 = vec2(1280.0, 800.0);

/// Audits in the profile that is shown.
const AUDITS: [usize; 3] = [1, 200, 2000];

fn main() {
    let heads: Vec<String> = AUDITS.iter().map(|count| format!("{:>22}", format!("{count} audits"))).collect();
    println!("{:<26}{}", "frame at 1280x800", heads.concat());
    println!("{:<26}{}", "", format!("{:>11}{:>11}", "median", "p99").repeat(AUDITS.len()));
    let profiles = AUDITS.map(evenkeel_bench::profile);
    for (name, commands) in screens() {
        print!("{name:<26}");
        for profile in &profiles {
            let mut times = measure(name, profile, &commands);
            times.sort();
            let at = |share: f64| ms(times[((times.len() - 1) as f64 * share) as usize]);
            print!("{:>11}{:>11}", at(0.5), at(0.99));
        }
        println!();
    }
}

fn ms(time: Duration) -> String {
    format!("{:.2} ms", time.as_secs_f64() * 1e3)
}

/// Each screen, with the way to it from a profile that was opened.
fn screens() -> Vec<(&'static str, Vec<Command>)> {
    vec![
        ("home", vec![Command::GoTo(Screen::Home)]),
        ("result", vec![Command::GoTo(Screen::Result)]),
        ("review", vec![Command::Audit(AuditCommand::Review)]),
        ("audit, a question", vec![]),
        ("guide, facets", vec![Command::GoTo(Screen::Guide(GuidePage::Sides))]),
        ("guide, radar", vec![Command::GoTo(Screen::Guide(GuidePage::Radar))]),
        ("result, undo lit", vec![Command::Edit(Edit::SetPerson("Ana".to_owned())), Command::GoTo(Screen::Result)]),
        ("history", vec![Command::GoTo(Screen::History)]),
        ("plan, choosing", vec![Command::GoTo(Screen::Plan)]),
        ("settings", vec![Command::GoTo(Screen::Settings)]),
        ("tracks", vec![Command::GoTo(Screen::Tracks)]),
        (DRAGGING, vec![Command::GoTo(Screen::Tracks)]),
        ("print preview", vec![Command::Report(ReportCommand::Show)]),
    ]
}

/// A slider of the what-if is dragged, to another value in each frame.
const DRAGGING: &str = "tracks, a slider moves";

fn measure(name: &str, profile: &[u8], commands: &[Command]) -> Vec<Duration> {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("me.evenkeel");
    std::fs::write(&path, profile).unwrap();
    let ctx = Context::default();
    ctx.enable_accesskit();
    let start = Start {
        apart: evenkeel::typeset::Apart::of_this_program(),
        system: Box::new(Still),
        fs: Arc::new(RealFs),
        folders: Some(Folders::within(home.path())),
        path: Some(path),
        guard: false,
    };
    let mut app = App::new(&ctx, start).unwrap();
    let mut frame = Frame::_new_kittest();
    let began = Instant::now();
    while app.document().is_none() {
        assert!(began.elapsed() < Duration::from_secs(10), "the profile does not open");
        draw(&ctx, &mut app, &mut frame);
    }
    if commands.is_empty() {
        let audit = app.document().unwrap().profile().latest().unwrap().clone();
        let first = questions(&app.instrument(), &audit).swap_remove(0);
        app.ask_for(Command::Audit(AuditCommand::Ask(first)));
    }
    commands.iter().cloned().for_each(|command| app.ask_for(command));
    for _ in 0..FRAMES {
        draw(&ctx, &mut app, &mut frame);
    }
    let mut times = Vec::new();
    for i in 0..FRAMES {
        if name == DRAGGING {
            let mut what_if = WhatIf::default();
            what_if.means[KnownFacet::ResourceAllocation] = Some(1.0 + f64::from(i % 41) / 10.0);
            app.ask_for(Command::Role(RoleCommand::Suppose(Box::new(what_if))));
        }
        times.push(draw(&ctx, &mut app, &mut frame));
    }
    times
}

/// One frame; gives how long it took.
fn draw(ctx: &Context, app: &mut App, frame: &mut Frame) -> Duration {
    let i = u32::try_from(ctx.cumulative_frame_nr()).unwrap();
    let (x, y) = ((i * 37) % 1280, (i * 13) % 800);
    let input = RawInput {
        screen_rect: Some(Rect::from_min_size(Pos2::ZERO, SIZE)),
        time: Some(f64::from(i) / 60.0),
        events: vec![Event::PointerMoved(Pos2::new(x as f32, y as f32))],
        ..RawInput::default()
    };
    let start = Instant::now();
    let mut output = ctx.run_ui(input, |ui| {
        app.logic(ui.ctx(), frame);
        app.ui(ui, frame);
    });
    // There is no graphics card to take them.
    output.textures_delta.clear();
    let shapes = ctx.tessellate(output.shapes, output.pixels_per_point);
    let time = start.elapsed();
    std::hint::black_box(shapes);
    time
}

/// It is always the same moment, and there are no dialogs.
struct Still;

impl System for Still {
    fn now(&self) -> Timestamp {
        "2026-11-19T15:12:00Z".parse().unwrap()
    }

    fn week_start(&self) -> evenkeel::profile::Weekday {
        evenkeel::profile::Weekday::Monday
    }

    fn words(&self) -> Words {
        Words::english()
    }

    fn fonts(&self) -> FontChoice {
        FontChoice::BuiltInOnly
    }

    fn chance(&self) -> [u8; 16] {
        [7; 16]
    }

    fn ask(&self, _ask: Ask, _frame: &Frame, reply: Reply<Picked>) {
        reply.send(Picked::NoDialog);
    }

    fn print(&self, _job: PrintJob, _desk: PrintDesk, _frame: &Frame, _reply: Reply<PrintNews>) -> ViewerSwitch {
        print::viewer_switch().0
    }
}
