//! `kill -9` at any moment of a saving loop.

use super::children::{MARK, command, document, number_of};
use super::{names, save_over};
use evenkeel::storage::{Backups, RealFs, VersionOf};
use jiff::Timestamp;
use std::fs;
use std::time::{Duration, SystemTime};

const KILLS: u32 = 200;
/// Microseconds at first: longer where nothing is saved in that time, since machines differ.
const LONGEST_LIFE: u64 = 40_000;

#[test]
fn after_200_kills_at_random_moments_the_file_is_always_whole() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("me.evenkeel");
    fs::write(&path, document(1)).unwrap();
    let store = Backups::new(folder.path().join("backups"));
    let seed = SystemTime::UNIX_EPOCH.elapsed().unwrap().as_micros();
    let mut random = u64::try_from(seed % u128::from(u64::MAX)).unwrap();
    let (mut last, mut in_the_middle, mut longest) = (1, 0, LONGEST_LIFE);
    for kill in 0..KILLS {
        let mut child = command("saving-loop", folder.path()).spawn().unwrap();
        random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        std::thread::sleep(Duration::from_micros((random >> 33) % longest));
        child.kill().unwrap();
        let output = child.wait_with_output().unwrap();
        let said = String::from_utf8(output.stdout).unwrap();
        let confirmed =
            said.lines().filter_map(|line| line.strip_prefix(MARK)?.parse().ok()).next_back().unwrap_or(last);
        let number = number_of(&fs::read(&path).unwrap());
        assert!(number == confirmed || number == confirmed + 1, "kill {kill}, seed {seed}: {number} after {confirmed}");
        let leftovers = names(folder.path()).len() - 1 - usize::from(folder.path().join("backups").exists());
        assert!(leftovers <= 1, "kill {kill}, seed {seed}: {:?}", names(folder.path()));
        in_the_middle += leftovers;
        if number == last {
            longest += longest / 16;
        }
        last = number;
    }
    // Otherwise the kills came too early to prove anything.
    assert!(last > u64::from(KILLS) / 20 && in_the_middle > 0, "{last} saves, {in_the_middle} killed in the middle");
    save_over(&RealFs, &path, &document(last), b"the end").unwrap();
    assert_eq!(names(folder.path()), ["backups", "me.evenkeel"]);
    let real = fs::canonicalize(&path).unwrap();
    store.keep(&RealFs, VersionOf { document: "document", file: &real }, b"the end", Timestamp::now()).unwrap();
    let mut kept = names(&folder.path().join("backups/document"));
    // Besides the versions, the text that says which file they are of.
    kept.retain(|name| std::path::Path::new(name).extension().is_none_or(|ending| ending != "txt"));
    assert!((20..=22).contains(&kept.len()) && kept.iter().all(|name| name.ends_with(".evenkeel")), "{kept:?}");
    println!("{last} saves, {in_the_middle} of {KILLS} kills in the middle of one");
}
