//! Handing a PDF over, to a portal that answers, hangs, refuses, goes or is not there, on a bus of the test's own.

mod bus;
mod portal;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::channel;
use std::time::{Duration, Instant};

use evenkeel::paper::Paper;
use evenkeel::print::{
    self, Bus, PrintDesk, PrintError, PrintJob, PrintLimits, PrintOutcome, PrintProgress, SheetSize, Viewer, WhyViewer,
};
use evenkeel::storage::{DiskError, FileSystem, PrintJobs, RealFs};
use tempfile::TempDir;

use crate::storage::faulty::{FaultyFs, Plan};
use bus::PrivateBus;
use portal::{At, Got, Manners, Portal};

const PDF: &[u8] = b"%PDF-1.7 not really one, but nobody here looks into it";

/// So short that a test need not wait, so long that a busy machine is not taken for a portal that hangs.
const ACCEPT: Duration = Duration::from_millis(ACCEPT_MILLISECONDS);
const ACCEPT_MILLISECONDS: u64 = 1500;

/// A desk in a folder of its own, whose viewer copies what it is given.
struct Place {
    desk: PrintDesk,
    folder: TempDir,
}

impl Place {
    fn on(bus: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let copy = format!("cp \"$0\" '{}'", folder.path().join("viewed.pdf").display());
        let desk = PrintDesk {
            fs: Arc::new(RealFs),
            jobs: PrintJobs::new(folder.path().join("prints")),
            bus: Bus::At(bus.to_owned()),
            viewer: Viewer::Programs(vec![["sh", "-c", &copy].map(str::to_owned).to_vec()]),
            limits: PrintLimits { probe: ACCEPT, accept: ACCEPT, blink: ACCEPT / 2, ..PrintLimits::default() },
        };
        Self { desk, folder }
    }

    fn without_viewer(mut self) -> Self {
        self.desk.viewer = Viewer::Programs(vec![vec!["no-such-viewer".to_owned()]]);
        self
    }

    fn print(&self) -> PrintOutcome {
        print::hand_over(&self.desk, &job(), None, print::viewer_switch().1, &|_| {})
    }

    /// What the viewer was given, if anything.
    fn viewed(&self) -> Option<Vec<u8>> {
        RealFs.read(&self.folder.path().join("viewed.pdf"), 1000).ok()
    }

    /// The files of jobs that are still there.
    fn left(&self) -> Vec<PathBuf> {
        left_in(&self.folder.path().join("prints"))
    }
}

fn left_in(folder: &Path) -> Vec<PathBuf> {
    let jobs = RealFs.list(folder).unwrap_or_default();
    jobs.into_iter().flat_map(|job| RealFs.list(&job).map_or(vec![job], |files| files)).collect()
}

fn job() -> PrintJob {
    PrintJob { title: "Dana: report".to_owned(), pdf: PDF.into(), paper: Paper::A4 }
}

/// Prints once with a portal of these manners.
fn with(manners: Manners) -> (PrintOutcome, Place, Portal, PrivateBus) {
    let bus = PrivateBus::start();
    let portal = Portal::start(&bus.address, manners);
    let place = Place::on(&bus.address);
    (place.print(), place, portal, bus)
}

#[track_caller]
fn viewed_because(outcome: &PrintOutcome, reason: &WhyViewer, place: &Place) {
    assert!(matches!(outcome, PrintOutcome::Viewed(found) if found == reason), "{outcome:?}");
    assert_eq!(place.viewed().as_deref(), Some(PDF));
    assert_eq!(place.left().len(), 1, "the viewer may read it again");
}

#[test]
fn the_portal_gets_every_byte_and_the_file_goes() {
    let (outcome, place, portal, _bus) = with(Manners::default());
    assert!(matches!(outcome, PrintOutcome::Printed(None)), "{outcome:?}");
    let Got::Prepare { parent, title, settings, setup, options, .. } = portal.got() else { panic!() };
    assert_eq!((parent.as_str(), title.as_str()), ("", "Dana: report"));
    assert_eq!(settings["output-basename"].downcast_ref::<&str>().unwrap(), "Dana report");
    assert_eq!(settings["paper-format"].downcast_ref::<&str>().unwrap(), "iso_a4");
    assert_eq!(setup["Height"].downcast_ref::<f64>().unwrap().to_bits(), 297_f64.to_bits());
    assert!(options["modal"].downcast_ref::<bool>().unwrap());
    let Got::Print { parent, title, bytes, options } = portal.got() else { panic!() };
    assert_eq!((parent.as_str(), title.as_str(), bytes.as_slice()), ("", "Dana: report", PDF));
    assert_eq!(options["token"].downcast_ref::<u32>().unwrap(), 77);
    assert!(place.left().is_empty());
    assert_eq!(place.viewed(), None);
}

#[test]
fn another_sheet_is_reported() {
    let (outcome, ..) = with(Manners { sheet: (215.9, 279.4), ..Manners::default() });
    assert!(
        matches!(outcome, PrintOutcome::Printed(Some(sheet)) if sheet == SheetSize::of(Paper::Letter)),
        "{outcome:?}"
    );
    let (outcome, ..) = with(Manners { sheet: (297.0, 210.0), ..Manners::default() });
    assert!(matches!(outcome, PrintOutcome::Printed(None)), "{outcome:?}");
}

#[test]
fn portals_that_differ_are_understood() {
    let (outcome, ..) = with(Manners { own_paths: true, ..Manners::default() });
    assert!(matches!(outcome, PrintOutcome::Printed(None)), "{outcome:?}");
    // Without a token, Print shows the dialog itself.
    let (outcome, _place, portal, _bus) = with(Manners { gives_token: false, ..Manners::default() });
    assert!(matches!(outcome, PrintOutcome::Printed(None)), "{outcome:?}");
    portal.got();
    assert!(matches!(portal.got(), Got::Print { options, .. } if !options.contains_key("token")));
}

#[test]
fn a_cancelled_dialog_leaves_nothing() {
    let cancelled = At::Answers(1, 20);
    let no_token = Manners { gives_token: false, print: cancelled, ..Manners::default() };
    for manners in [Manners { prepare: cancelled, ..Manners::default() }, no_token] {
        let (outcome, place, ..) = with(manners);
        assert!(matches!(outcome, PrintOutcome::Cancelled), "{outcome:?}");
        assert_eq!((place.left(), place.viewed()), (vec![], None));
    }
}

#[test]
fn a_dialog_that_is_closed_opens_no_viewer() {
    // GTK's portal says this when the dialog is closed by Esc or by its title bar.
    let (outcome, place, portal, _bus) = with(Manners { prepare: At::Answers(2, 1200), ..Manners::default() });
    assert!(matches!(outcome, PrintOutcome::Closed), "{outcome:?}");
    assert_eq!((place.left(), place.viewed()), (vec![], None));
    portal.got();
    assert!(portal.got_no_more());
}

#[test]
fn a_dialog_that_nobody_can_have_seen_opens_the_viewer() {
    let (outcome, place, ..) = with(Manners { prepare: At::Answers(2, 0), ..Manners::default() });
    viewed_because(&outcome, &WhyViewer::Refused("no dialog was shown".to_owned()), &place);
}

#[test]
fn a_portal_that_hangs_opens_the_viewer_in_time() {
    let mute = Manners { version: false, ..Manners::default() };
    for manners in [mute, Manners { prepare: At::Hangs, ..Manners::default() }] {
        let start = Instant::now();
        let (outcome, place, ..) = with(manners);
        viewed_because(&outcome, &WhyViewer::Silent, &place);
        let took = start.elapsed();
        assert!(took >= ACCEPT && took < ACCEPT + Duration::from_secs(5), "{took:?}");
    }
}

#[test]
fn a_portal_that_wakes_up_too_late_is_told_to_close_its_dialog() {
    let (outcome, place, portal, _bus) =
        with(Manners { prepare: At::WakesUp(ACCEPT_MILLISECONDS + 1000), ..Manners::default() });
    viewed_because(&outcome, &WhyViewer::Silent, &place);
    assert!(matches!(portal.got(), Got::Prepare { .. }));
    assert!(matches!(portal.got(), Got::Close));
}

#[test]
fn a_portal_that_refuses_opens_the_viewer() {
    let (outcome, place, portal, _bus) = with(Manners { prepare: At::Refuses, ..Manners::default() });
    viewed_because(&outcome, &WhyViewer::Refused("Printing disabled".to_owned()), &place);
    portal.got();
    assert!(portal.got_no_more());
}

#[test]
fn without_a_portal_or_a_bus_the_viewer_is_opened() {
    let bus = PrivateBus::start();
    for address in [&bus.address, "unix:path=/nonexistent/bus"] {
        let place = Place::on(address);
        let outcome = place.print();
        let PrintOutcome::Viewed(WhyViewer::NoPortal(why)) = &outcome else { panic!("{outcome:?}") };
        assert!(!why.is_empty());
        assert_eq!(place.viewed().as_deref(), Some(PDF));
    }
}

#[test]
fn a_dialog_stays_as_long_as_the_person_likes_and_the_viewer_is_offered() {
    let bus = PrivateBus::start();
    let portal = Portal::start(&bus.address, Manners { prepare: At::Waits, ..Manners::default() });
    let place = Place::on(&bus.address);
    let (instead, line) = print::viewer_switch();
    let (tell, told) = channel();
    let outcome = std::thread::scope(|scope| {
        let job =
            scope.spawn(|| print::hand_over(&place.desk, &job(), None, line, &|progress| tell.send(progress).unwrap()));
        assert_eq!(told.recv_timeout(ACCEPT + Duration::from_secs(5)).unwrap(), PrintProgress::Waiting);
        std::thread::sleep(ACCEPT * 2);
        assert!(!job.is_finished());
        assert!(told.try_recv().is_err(), "said once");
        instead.open_in_viewer();
        job.join().unwrap()
    });
    viewed_because(&outcome, &WhyViewer::AskedFor, &place);
    let Got::Prepare { sender, .. } = portal.got() else { panic!() };
    assert!(portal.was_left_by(&sender), "the dialog would stay");
    instead.open_in_viewer();
}

#[test]
fn a_portal_that_dies_under_its_dialog_does_not_keep_the_job() {
    let bus = PrivateBus::start();
    let mut portal = Portal::start(&bus.address, Manners { prepare: At::Waits, ..Manners::default() });
    let place = Place::on(&bus.address);
    let outcome = std::thread::scope(|scope| {
        let job = scope.spawn(|| place.print());
        portal.got();
        std::thread::sleep(ACCEPT);
        portal.die();
        job.join().unwrap()
    });
    assert!(matches!(outcome, PrintOutcome::Closed), "{outcome:?}");
    assert!(place.left().is_empty());
}

#[test]
fn what_fails_after_print_was_pressed_opens_no_viewer() {
    for print in [At::Answers(2, 20), At::Refuses, At::Hangs] {
        let (outcome, place, ..) = with(Manners { print, ..Manners::default() });
        match (&outcome, print) {
            (PrintOutcome::Failed(PrintError::NotPrinted(why)), At::Answers(..)) => assert_eq!(why, "response 2"),
            (PrintOutcome::Failed(PrintError::NotPrinted(why)), At::Refuses) => assert_eq!(why, "Printing disabled"),
            (PrintOutcome::Failed(PrintError::Silent), At::Hangs) => {}
            _ => panic!("{print:?}: {outcome:?}"),
        }
        assert_eq!((place.left(), place.viewed()), (vec![], None));
    }
}

#[test]
fn a_missing_viewer_is_told_with_the_reason_for_trying() {
    let bus = PrivateBus::start();
    let place = Place::on(&bus.address).without_viewer();
    let outcome = place.print();
    let PrintOutcome::Failed(PrintError::NoViewer { reason: WhyViewer::NoPortal(_), problem }) = &outcome else {
        panic!("{outcome:?}")
    };
    assert!(problem.starts_with("no-such-viewer: "), "{problem}");
    assert!(place.left().is_empty());
}

#[test]
fn whatever_fails_on_the_disk_leaves_nothing_half_written() {
    let bus = PrivateBus::start();
    for error in [std::io::ErrorKind::StorageFull, std::io::ErrorKind::PermissionDenied] {
        let mut failures = 0;
        for n in 1.. {
            let fs = Arc::new(FaultyFs::new(Plan::Once(n, error)));
            let mut place = Place::on(&bus.address);
            place.desk.fs = Arc::clone(&fs) as Arc<dyn FileSystem>;
            match place.print() {
                PrintOutcome::Failed(PrintError::File(
                    DiskError::NoSpace { .. } | DiskError::ReadOnlyFolder { .. } | DiskError::Unconfirmed { .. },
                )) => {
                    failures += 1;
                    assert_eq!((place.left(), place.viewed()), (vec![], None), "call {n}");
                }
                PrintOutcome::Viewed(_) => assert_eq!(place.viewed().as_deref(), Some(PDF), "call {n}"),
                other => panic!("call {n}: {other:?}"),
            }
            if !fs.struck() {
                break;
            }
        }
        assert!(failures >= 3, "{failures}");
    }
}

#[test]
fn a_file_where_the_folder_should_be_is_told() {
    let mut place = Place::on("unix:path=/nonexistent/bus");
    let file = place.folder.path().join("file");
    crate::storage::lay(&file, b"");
    place.desk.jobs = PrintJobs::new(file);
    let outcome = place.print();
    assert!(matches!(outcome, PrintOutcome::Failed(PrintError::File(_))), "{outcome:?}");
}
