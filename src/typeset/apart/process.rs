//! Starts the separate process, waits for it, and ends it.

use std::io::{self, BufReader, Read, Write};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

use super::super::error::ApartError;
use super::serve::{MEMORY_GONE, SUBCOMMAND, TIME_GONE};
use super::wire::{self, Answer};
use super::{Limits, Stop};

/// How often to check whether it was cancelled.
const LOOK: Duration = Duration::from_millis(15);
/// How long a process that has closed its output may take to end.
const END: Duration = Duration::from_secs(2);
/// How much of its last words is kept.
const WORDS: u64 = 2_000;

type Said = io::Result<(Answer, Vec<u8>)>;

/// A process that is killed when this is dropped.
struct Running {
    child: Child,
    /// As long as this exists, the process has its standard input open.
    _open: Sender<()>,
    answer: Receiver<Said>,
    words: Receiver<String>,
}

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ended = self.child.kill().is_err();
        let _waited = self.child.wait().is_ok();
    }
}

/// Starts a process for one task, and waits for its answer.
pub(super) fn run(
    program: &Path,
    limits: Limits,
    question: Vec<u8>,
    stop: &Stop,
) -> Result<(Answer, Vec<u8>), ApartError> {
    if stop.is_stopped() {
        return Err(ApartError::Left);
    }
    let start = Instant::now();
    let mut running = started(program, limits, question).map_err(|error| ApartError::NotStarted(error.to_string()))?;
    loop {
        match running.answer.recv_timeout(LOOK) {
            Ok(Ok(answer)) => return Ok(answer),
            Ok(Err(error)) if error.kind() == io::ErrorKind::FileTooLarge => return Err(ApartError::Pdf),
            Ok(Err(_)) | Err(RecvTimeoutError::Disconnected) => return Err(fault(&mut running, limits)),
            Err(RecvTimeoutError::Timeout) if stop.is_stopped() => return Err(ApartError::Left),
            Err(RecvTimeoutError::Timeout) if start.elapsed() >= limits.time => {
                return Err(ApartError::Slow(limits.time));
            }
            Err(RecvTimeoutError::Timeout) => {}
        }
    }
}

fn started(program: &Path, limits: Limits, question: Vec<u8>) -> io::Result<Running> {
    let mut command = Command::new(program);
    command.arg(SUBCOMMAND).arg("--memory").arg(limits.memory.to_string());
    command.arg("--milliseconds").arg(limits.time.as_millis().to_string());
    // Two threads lay out pages; this is the memory for both.
    command.env("RAYON_NUM_THREADS", "2").env("RUST_BACKTRACE", "0");
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    without_console(&mut command);
    let mut child = command.spawn()?;
    let (stdin, stdout, stderr) = (child.stdin.take(), child.stdout.take(), child.stderr.take());
    let (open, until) = channel::<()>();
    let (say, answer) = channel();
    let (tell, words) = channel();
    // From here on, the process is killed whatever happens.
    let running = Running { child, _open: open, answer, words };
    let thread = |name: &str| std::thread::Builder::new().name(format!("evenkeel-apart-{name}"));
    thread("ask").spawn(move || {
        if let Some(mut stdin) = stdin {
            // Writing fails when the process has ended; its answer tells why.
            let _heard = stdin.write_all(&question).and_then(|()| stdin.flush()).is_ok();
            let _left = until.recv().is_err();
        }
    })?;
    thread("answer").spawn(move || {
        let read = stdout.map(|out| wire::read(&mut BufReader::new(out), wire::BYTES));
        let _heard = say.send(read.unwrap_or_else(|| Err(io::ErrorKind::UnexpectedEof.into()))).is_ok();
    })?;
    thread("words").spawn(move || {
        let mut kept = Vec::new();
        if let Some(mut stderr) = stderr {
            // The rest is read too, since the process would wait until somebody reads it.
            let _read = (&mut stderr).take(WORDS).read_to_end(&mut kept).is_ok();
            let _heard = tell.send(String::from_utf8_lossy(&kept).into_owned()).is_ok();
            let _rest = io::copy(&mut stderr, &mut io::sink()).is_ok();
        }
    })?;
    Ok(running)
}

/// It ended without an answer.
fn fault(running: &mut Running, limits: Limits) -> ApartError {
    let since = Instant::now();
    let status = loop {
        match running.child.try_wait() {
            Ok(Some(status)) => break Some(status),
            Ok(None) if since.elapsed() < END => std::thread::sleep(LOOK),
            _ => break None,
        }
    };
    let words = running.words.recv_timeout(END).unwrap_or_default();
    reason(status, &words, limits)
}

fn reason(status: Option<ExitStatus>, words: &str, limits: Limits) -> ApartError {
    let ended = status.map(|status| status.to_string()).unwrap_or_default();
    match status.and_then(|status| status.code()) {
        Some(MEMORY_GONE) => return ApartError::Large(limits.memory),
        Some(TIME_GONE) => return ApartError::Slow(limits.time),
        _ if ended.contains("SIGXCPU") => return ApartError::Slow(limits.time),
        _ => {}
    }
    // The last words of the allocator, or of a collection that cannot grow. A process that the kernel kills has none.
    if ["memory allocation of", "capacity overflow"].iter().any(|out| words.contains(out)) || ended.contains("SIGKILL")
    {
        return ApartError::Large(limits.memory);
    }
    let last = words.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or(&ended);
    ApartError::Crashed(crate::foreign::sentence(last))
}

/// On Windows, a program that is started by one without a console would open a console window.
#[cfg(windows)]
fn without_console(command: &mut Command) {
    use std::os::windows::process::CommandExt;
    const CREATE_NO_WINDOW: u32 = 0x0800_0000;
    command.creation_flags(CREATE_NO_WINDOW);
}

#[cfg(not(windows))]
const fn without_console(_: &mut Command) {}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::process::ExitStatusExt as _;

    use super::*;

    #[test]
    fn the_reasons_for_its_end_are_told_apart() {
        let limits = Limits::default();
        let told = |raw: i32, words: &str| reason(Some(ExitStatus::from_raw(raw)), words, limits);
        let (large, slow) = (ApartError::Large(limits.memory), ApartError::Slow(limits.time));
        assert_eq!(told(6, "memory allocation of 4294967296 bytes failed\n"), large);
        assert_eq!(told(101 << 8, "\nthread 'x' panicked at y:\ncapacity overflow"), large);
        assert_eq!(told(9, ""), large, "the kernel had none left");
        assert_eq!((told(MEMORY_GONE << 8, ""), told(TIME_GONE << 8, ""), told(24, "")), (large, slow.clone(), slow));
        let overflow = "\nthread 'evenkeel-apart' (7) has overflowed its stack\nfatal runtime error: stack overflow";
        let ApartError::Crashed(what) = told(6, overflow) else { panic!() };
        assert!(what.contains("overflowed its stack"), "{what}");
        let ApartError::Crashed(what) = told(11, "") else { panic!() };
        assert!(what.contains("SIGSEGV"), "{what}");
    }
}
