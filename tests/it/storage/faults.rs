//! Every call of a save fails in turn, n = 1, 2, 3 … until the save works: the file is exactly the old or the new one.

use super::faulty::{FaultyFs, Loss, Plan};
use super::{names, with_ending};
use evenkeel::storage::{Backups, DiskError, Expect, Fingerprint, Keep, RealFs, Saved, save};
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

const OLD: &[u8] = b"the old version, which is somewhat longer than the new one";
const NEW: &[u8] = b"the new version";

/// A way to save, to be tried on a fresh folder each time.
struct Scene {
    name: &'static str,
    old: Option<&'static [u8]>,
    expect: Expect,
    backups: bool,
    links: bool,
}

fn scenes() -> Vec<Scene> {
    let known = || Expect::Unchanged(Fingerprint::of(OLD));
    let scene = |name, old, expect, backups| Scene { name, old, expect, backups, links: true };
    vec![
        scene("again", Some(OLD), known(), false),
        scene("again, with backups", Some(OLD), known(), true),
        scene("over another one's file", Some(OLD), Expect::Anything, true),
        scene("new", None, Expect::Absent, false),
        Scene { links: false, ..scene("new, without links", None, Expect::Absent, false) },
        scene("where anything may be, and nothing is", None, Expect::Anything, true),
    ]
}

struct Tried {
    _folder: TempDir,
    file: PathBuf,
    data: PathBuf,
    fs: FaultyFs,
    result: Result<Saved, DiskError>,
}

impl Scene {
    fn play(&self, plan: Plan) -> Tried {
        let folder = tempfile::tempdir().unwrap();
        let (documents, data) = (folder.path().join("documents"), folder.path().join("backups"));
        fs::create_dir(&documents).unwrap();
        let file = documents.join("me.evenkeel");
        if let Some(old) = self.old {
            fs::write(&file, old).unwrap();
        }
        let fs = if self.links { FaultyFs::new(plan) } else { FaultyFs::without_links(plan) };
        let store = Backups::new(data.clone());
        let now = "2026-09-21T12:00:00Z".parse().unwrap();
        let keep = self.backups.then_some(Keep { backups: &store, document: "document", now });
        let result = save(&fs, &file, NEW, &self.expect, keep);
        Tried { _folder: folder, file, data, fs, result }
    }

    /// Plays with the plan for n = 1, 2, 3 … as long as its fault happens.
    fn each(&self, plan: impl Fn(usize) -> Plan, mut check: impl FnMut(usize, Tried)) {
        for n in 1.. {
            let tried = self.play(plan(n));
            if !tried.fs.struck() {
                assert!(tried.result.is_ok(), "{}: {:?}", self.name, tried.result);
                assert!(n > 5, "{}: a save of {n} calls is no save", self.name);
                return;
            }
            check(n, tried);
        }
    }

    fn is_old(&self, file: &Path) -> bool {
        fs::read(file).ok().as_deref() == self.old
    }
}

fn is_new(file: &Path) -> bool {
    fs::read(file).is_ok_and(|bytes| bytes == NEW)
}

#[test]
fn whichever_call_fails_the_file_is_the_old_or_the_new_one() {
    let kinds = [ErrorKind::StorageFull, ErrorKind::Other, ErrorKind::PermissionDenied, ErrorKind::NotFound];
    for (scene, kind) in scenes().iter().flat_map(|scene| kinds.map(|kind| (scene, kind))) {
        scene.each(
            |n| Plan::Once(n, kind),
            |n, tried| {
                let place =
                    format!("{}: {kind:?} at call {n} of {:?}: {:?}", scene.name, tried.fs.calls(), tried.result);
                match &tried.result {
                    // In the second case, reading it back was what failed.
                    Ok(_) | Err(DiskError::VerifyFailed { .. }) => assert!(is_new(&tried.file), "{place}"),
                    Err(DiskError::Unconfirmed { written, .. }) => {
                        assert!(is_new(&tried.file), "{place}");
                        assert_eq!(*written, Fingerprint::of(NEW), "{place}");
                    }
                    Err(_) => assert!(scene.is_old(&tried.file), "{place}"),
                }
                assert_kept(scene, &tried, &place);
                assert_next_save_works(&tried, &place);
            },
        );
    }
}

/// A save that says that it worked has kept the version before, or says that it could not; another one's version is
/// never replaced without.
fn assert_kept(scene: &Scene, tried: &Tried, place: &str) {
    if !scene.backups || scene.old.is_none() || !is_new(&tried.file) {
        return;
    }
    let folder = tried.data.join("document");
    let kept = folder.exists() && with_ending(&folder, ".evenkeel").iter().any(|path| fs::read(path).unwrap() == OLD);
    let told = tried.result.as_ref().is_ok_and(|saved| saved.backup_problem.is_some());
    assert!(kept || (told && scene.expect != Expect::Anything), "{place}");
}

fn assert_next_save_works(tried: &Tried, place: &str) {
    save(&RealFs, &tried.file, b"the one after", &Expect::Anything, None).unwrap();
    assert_eq!(fs::read(&tried.file).unwrap(), b"the one after", "{place}");
    assert_eq!(names(tried.file.parent().unwrap()), ["me.evenkeel"], "{place}");
}

#[test]
fn when_the_power_goes_the_file_is_the_old_or_the_new_one() {
    for (scene, loss) in
        scenes().iter().flat_map(|scene| [Loss::Nothing, Loss::Contents, Loss::Names].map(|loss| (scene, loss)))
    {
        scene.each(Plan::Off, |n, tried| {
            tried.fs.power_cut(loss);
            let place = format!("{}: {loss:?} lost at call {n} of {:?}", scene.name, tried.fs.calls());
            assert!(scene.is_old(&tried.file) || is_new(&tried.file), "{place}");
            if tried.result.is_ok() {
                assert!(is_new(&tried.file), "{place}");
            }
            assert_next_save_works(&tried, &place);
        });
    }
}

#[test]
fn what_a_save_says_it_saved_survives_a_power_cut_right_after() {
    for (scene, loss) in scenes().iter().flat_map(|scene| [Loss::Contents, Loss::Names].map(|loss| (scene, loss))) {
        let tried = scene.play(Plan::None);
        tried.fs.power_cut(loss);
        assert!(tried.result.is_ok() && is_new(&tried.file), "{}: {loss:?}", scene.name);
        if scene.backups && scene.old.is_some() {
            let kept = with_ending(&tried.data.join("document"), ".evenkeel");
            assert_eq!(fs::read(&kept[0]).unwrap(), OLD, "{}: {loss:?}", scene.name);
        }
    }
}
