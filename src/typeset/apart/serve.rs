//! The code that runs in the separate process.

use std::io::{self, BufReader, Read, Write};
use std::sync::Arc;
use std::time::{Duration, Instant};

use hayro::hayro_syntax::Pdf;

use super::super::error::{ApartError, TypesetError};
use super::super::lay_out;
use super::super::sheets::painted;
use super::Limits;
use super::wire::{self, Answer, Task};

/// The subcommand for this process. It is for the program itself, and no help mentions it.
pub(super) const SUBCOMMAND: &str = "typeset-apart";
/// The status with which it ends when it uses more memory than it may.
pub(super) const MEMORY_GONE: i32 = 77;
/// The status with which it ends when it takes longer than it may and was not killed.
pub(super) const TIME_GONE: i32 = 78;

/// A larger stack than usual, so that Typst itself can refuse deep nesting before the stack overflows.
const STACK: usize = 16 << 20;
/// How often the process checks how much memory it uses.
const LOOK: Duration = Duration::from_millis(25);
/// How long after the time limit the process ends itself; the program that waits for it should be first.
const GRACE: Duration = Duration::from_secs(2);
/// The longest PDF that is to be painted.
const PDF: u64 = wire::BYTES;

/// Takes a task from the standard input, within these limits, and answers on the standard output.
///
/// # Errors
/// When it is called wrongly, when no thread can be started, or when nobody reads the answer.
pub fn serve(limits: Limits) -> io::Result<()> {
    #[cfg(target_os = "linux")]
    restrict(limits)?;
    let watch = std::thread::Builder::new().name("evenkeel-watch".to_owned());
    watch.spawn(move || watch_over(limits))?;
    let mut input = BufReader::new(io::stdin());
    let (task, blob) = wire::read::<Task>(&mut input, PDF)?;
    let waiting = std::thread::Builder::new().name("evenkeel-input".to_owned());
    waiting.spawn(move || {
        // No message: when the input ends, nobody is left to wait for the answer.
        let _closed = input.read(&mut [0]).is_ok();
        end(0);
    })?;
    let work = std::thread::Builder::new().name("evenkeel-apart".to_owned()).stack_size(STACK);
    let done = work.spawn(move || answer(task, blob))?.join();
    let (answer, bytes) = done.unwrap_or_else(|_panic| (Answer::Failed("panic".to_owned()), Vec::new()));
    let mut out = io::stdout().lock();
    out.write_all(&wire::message(&answer, &bytes))?;
    out.flush()
}

fn answer(task: Task, blob: Vec<u8>) -> (Answer, Vec<u8>) {
    match task {
        Task::Typeset { data, day, template, fonts } => match lay_out(&data, day, Some(&template), fonts) {
            Ok(laid) => (Answer::Laid { sizes: laid.sizes, missing: laid.missing.iter().collect() }, laid.pdf),
            Err(error) => (refused(error), Vec::new()),
        },
        Task::Paint(what) => match Pdf::new(Arc::new(blob)) {
            Ok(pdf) => match painted(&pdf, what) {
                Some(pixels) => (Answer::Painted, pixels.rgba),
                None => (Answer::Failed("no such page".to_owned()), Vec::new()),
            },
            Err(_) => (Answer::Failed(TypesetError::Unread.to_string()), Vec::new()),
        },
    }
}

fn refused(error: TypesetError) -> Answer {
    match error {
        TypesetError::Template(error) => Answer::Broken(error),
        TypesetError::Empty => Answer::Empty,
        TypesetError::Apart(ApartError::Pages { count, .. }) => Answer::Pages(count),
        TypesetError::Apart(ApartError::Size) => Answer::Size,
        error => Answer::Failed(crate::foreign::sentence(&error.to_string())),
    }
}

/// Ends the process when it exceeds its limits.
fn watch_over(limits: Limits) {
    let start = Instant::now();
    loop {
        if start.elapsed() > limits.time + GRACE {
            end(TIME_GONE);
        }
        let used = memory_stats::memory_stats().map_or(0, |stats| stats.physical_mem as u64);
        if used > limits.memory {
            end(MEMORY_GONE);
        }
        std::thread::sleep(LOOK);
    }
}

#[expect(clippy::disallowed_methods, reason = "this process has nothing to save")]
fn end(status: i32) -> ! {
    std::process::exit(status)
}

/// Limits that the kernel enforces: on private memory and processor time; no files are written, and no core dump after a crash.
#[cfg(target_os = "linux")]
fn restrict(limits: Limits) -> io::Result<()> {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

    let most = |resource, wanted: u64| {
        // A stricter limit that is already set stays.
        let limit = getrlimit(resource).maximum.map_or(wanted, |already| already.min(wanted));
        setrlimit(resource, Rlimit { current: Some(limit), maximum: Some(limit) })
    };
    // This counts for all threads together, and each may be busy all the time.
    let seconds = (limits.time + GRACE).as_secs().saturating_mul(4).max(4);
    for (resource, wanted) in
        [(Resource::Data, limits.memory), (Resource::Cpu, seconds), (Resource::Fsize, 0), (Resource::Core, 0)]
    {
        most(resource, wanted)?;
    }
    Ok(())
}
