//! What a dying program still does: it brings the journal up to date and leaves a text for the next start.
//!
//! A panic writes both. `SIGTERM`, `SIGHUP` and `SIGINT` write the journal and then end the program the way the signal
//! would have. Nothing can be done about `SIGKILL` or a power cut, which is why the journal is never far behind.

use super::disk::{FileSystem, RealFs, open_ordinary};
use super::recovery::Emergency;
use jiff::Timestamp;
use std::backtrace::Backtrace;
use std::fmt::Write as _;
use std::fs::File;
use std::io::{self, Write as _};
use std::panic::PanicHookInfo;
use std::path::{Path, PathBuf};

/// When a crash text is longer than this, in bytes, it is started afresh.
const MAX_CRASH_BYTES: u64 = 256 * 1024;

/// From now on a panic in any thread writes the journal and adds a text to `crash_file`, before the hook that was there
/// runs. Without a writer there is only the text.
pub fn install_panic_hook(crash_file: PathBuf, emergency: Option<Emergency>) {
    let before = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |info| {
        let journal = match emergency.as_ref().map(Emergency::write_now) {
            Some(Ok(())) => "up to date".to_owned(),
            Some(Err(problem)) => format!("not up to date: {problem:?}"),
            None => "none".to_owned(),
        };
        let _left = append(&crash_file, &describe(info, &journal)).is_ok();
        before(info);
    }));
}

fn describe(info: &PanicHookInfo<'_>, journal: &str) -> String {
    let mut text = String::new();
    let message = info.payload_as_str().unwrap_or("(no message)");
    let place = info.location().map_or_else(|| "an unknown place".to_owned(), ToString::to_string);
    let thread = std::thread::current();
    // Writing to a String cannot fail.
    let _written = write!(
        text,
        "Evenkeel {} crashed at {}\nsystem: {} {}\nthread: {}\nplace: {place}\nmessage: {message}\nunsaved changes: {journal}\n\n{}\n\n",
        env!("CARGO_PKG_VERSION"),
        Timestamp::now(),
        std::env::consts::OS,
        std::env::consts::ARCH,
        thread.name().unwrap_or("without a name"),
        Backtrace::force_capture(),
    )
    .is_ok();
    text
}

/// Adds to the text rather than replacing it: of several panics in one run, the first one is usually the cause.
fn append(path: &Path, text: &str) -> io::Result<()> {
    let mut options = File::options();
    if std::fs::metadata(path).is_ok_and(|found| found.len() > MAX_CRASH_BYTES) {
        options.write(true).truncate(true).create(true);
    } else {
        options.append(true).create(true);
    }
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = open_ordinary(&mut options, path)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}

/// Where the text of a crash is kept once it has been shown.
pub(super) fn shown_name(crash_file: &Path) -> PathBuf {
    crash_file.with_extension("shown.txt")
}

/// The text of a crash that nobody has seen yet. It is returned once; after that it is kept as `crash.shown.txt` until the
/// next crash. `None` when there was no crash, or its text cannot be read.
pub fn take_crash_text(crash_file: &Path) -> Option<String> {
    let bytes = RealFs.read(crash_file, 2 * MAX_CRASH_BYTES).ok()?;
    let _set_aside = RealFs.rename(crash_file, &shown_name(crash_file)).is_ok();
    Some(String::from_utf8_lossy(&bytes).into_owned())
}

/// From now on the signals that end a program write the journal first. Unix only; elsewhere the journal is at most a
/// fifth of a second behind anyway.
///
/// # Errors
/// When the system does not let us listen, or the thread cannot be started.
#[cfg(unix)]
pub fn write_on_termination(emergency: Emergency) -> io::Result<()> {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    use signal_hook::iterator::Signals;

    let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT])?;
    std::thread::Builder::new().name("evenkeel-signals".to_owned()).spawn(move || {
        for signal in signals.forever() {
            // Whether or not it worked, the program has to end; with a failure, the last journal stays.
            let _written = emergency.write_now().is_ok();
            if signal_hook::low_level::emulate_default_handler(signal).is_err() {
                std::process::exit(128 + signal);
            }
        }
    })?;
    Ok(())
}
