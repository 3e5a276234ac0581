//! The process apart, from the inside.

use std::io::{self, BufReader, Read, Write};
use std::sync::Arc;
use std::time::{Duration, Instant};

use hayro::hayro_syntax::Pdf;

use super::super::error::{ApartError, TypesetError};
use super::super::lay_out;
use super::super::sheets::painted;
use super::Limits;
use super::wire::{self, Answer, Task};

/// What this process is called by. It is for the program itself, and in no help.
pub(super) const SUBCOMMAND: &str = "typeset-apart";
/// The status with which it ends when it uses more memory than it may.
pub(super) const MEMORY_GONE: i32 = 77;
/// The status with which it ends when it takes longer than it may, and nobody has ended it.
pub(super) const TIME_GONE: i32 = 78;

/// More than a thread usually has: deep nesting is for Typst to refuse.
const STACK: usize = 16 << 20;
/// How often the process looks at what it uses.
const LOOK: Duration = Duration::from_millis(25);
/// How much later than whoever waits for it the process ends itself.
const GRACE: Duration = Duration::from_secs(2);
/// The longest PDF that is to be painted.
const PDF: u64 = wire::BYTES;

/// Takes a task from the standard input, within these limits, and answers on the standard output.
///
/// # Errors
/// When it is not called as it should be, when there is no thread, or when nobody takes the answer.
pub fn serve(limits: Limits) -> io::Result<()> {
    #[cfg(target_os = "linux")]
    restrict(limits)?;
    let watch = std::thread::Builder::new().name("evenkeel-watch".to_owned());
    watch.spawn(move || watch_over(limits))?;
    let mut input = BufReader::new(io::stdin());
    let (task, blob) = wire::read::<Task>(&mut input, PDF)?;
    let waiting = std::thread::Builder::new().name("evenkeel-input".to_owned());
    waiting.spawn(move || {
        // Nothing more is said: when this ends, so has whoever waits for the answer.
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

/// Ends the process where it goes beyond its limits.
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

/// The kernel keeps these limits: no more memory of its own, no more time on processors, no file written, no image of the
/// process kept on the disk when it crashes.
#[cfg(target_os = "linux")]
fn restrict(limits: Limits) -> io::Result<()> {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

    let most = |resource, wanted: u64| {
        // A limit that is stricter already stays.
        let limit = getrlimit(resource).maximum.map_or(wanted, |already| already.min(wanted));
        setrlimit(resource, Rlimit { current: Some(limit), maximum: Some(limit) })
    };
    // All of its threads together, each of which may work all the time.
    let seconds = (limits.time + GRACE).as_secs().saturating_mul(4).max(4);
    for (resource, wanted) in
        [(Resource::Data, limits.memory), (Resource::Cpu, seconds), (Resource::Fsize, 0), (Resource::Core, 0)]
    {
        most(resource, wanted)?;
    }
    Ok(())
}
