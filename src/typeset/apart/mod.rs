//! Typesetting in a separate process, for templates of somebody's own: such a template may loop for ever, ask for all memory, or
//! nest so deeply that the process crashes. The process is this program itself, called with a subcommand that no help mentions.
//!
//! # Rules
//! - It gets the data and the template over its standard input and gives a PDF over its standard output. It opens no window
//!   and no socket, writes no file, and reads nothing else but the fonts of the system.
//! - It has [`Limits::time`] from its start and [`Limits::memory`] bytes; beyond that it is killed. The program that started it
//!   watches the time, and so does the process itself, in case that program is gone. On Linux the kernel limits the memory
//!   (`RLIMIT_DATA`); on all systems the process checks its own use forty times a second.
//! - It ends when the program that started it ends, since its standard input is closed then; and at once when it is cancelled
//!   ([`Stop`]).
//! - The PDF that comes back is not parsed in this process: its pages are painted in a separate process too, with the same limits.
//! - There is one process at a time for each [`Apart`], however many pages have to be painted.

mod process;
mod serve;
mod wire;

use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use super::error::{ApartError, TypesetError};
use super::fonts::FontChoice;
use super::sheets::{Pages, Painting, pixels};
use super::{Document, LaidOut, Template, within};
use crate::pixels::Pixels;
pub use serve::serve;
use wire::{Answer, Task};

/// How much a separate process may use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// From its start to its answer.
    pub time: Duration,
    /// In bytes.
    pub memory: u64,
}

impl Default for Limits {
    /// Twenty seconds and a gigabyte: a report takes a fraction of a second and a tenth of that.
    fn default() -> Self {
        Self { time: Duration::from_secs(20), memory: 1 << 30 }
    }
}

/// Cancels a separate process: it is killed, and whoever waits for it gets [`ApartError::Left`] at once.
#[derive(Clone, Debug, Default)]
pub struct Stop(Arc<AtomicBool>);

impl Stop {
    /// Cancels the process, and any that would follow.
    pub fn stop(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// Whether it was cancelled.
    pub fn is_stopped(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// The largest picture of a page, in pixels: each pixel takes four bytes, in several copies.
const MOST_PIXELS: f64 = 16_000_000.0;

/// Typesets templates of somebody's own in separate processes.
#[derive(Clone, Debug)]
pub struct Apart {
    program: PathBuf,
    limits: Limits,
    turn: Arc<Mutex<()>>,
}

impl Apart {
    /// With this program, which must be Evenkeel.
    pub fn new(program: PathBuf, limits: Limits) -> Self {
        Self { program, limits, turn: Arc::default() }
    }

    /// With the program that is running.
    pub fn of_this_program() -> Self {
        // On Linux by a path that stays valid when an update replaces the program's file.
        let program = if cfg!(target_os = "linux") { Ok("/proc/self/exe".into()) } else { std::env::current_exe() };
        Self::new(program.unwrap_or_else(|_unknown| "evenkeel".into()), Limits::default())
    }

    /// Lays out a document with a template of somebody's own. Waits until that is done, or cancelled.
    ///
    /// # Errors
    /// When the template is broken, as in [`super::typeset`]; when it exceeds a limit, or its process crashes.
    pub fn typeset(
        &self,
        document: &Document,
        template: &Template,
        fonts: FontChoice,
        stop: &Stop,
    ) -> Result<Pages, TypesetError> {
        let Document { data, day, replaced } = document;
        let task = Task::Typeset { data: data.clone(), day: *day, template: template.clone(), fonts };
        match self.run(&task, &[], stop)? {
            (Answer::Laid { sizes, missing }, pdf) => {
                within(&sizes)?;
                let laid = LaidOut { pdf, sizes, missing: missing.chars().collect() };
                let (by, stop) = (self.clone(), stop.clone());
                let paint = move |pdf: &[u8], what: Painting| by.paint(pdf, what.within(MOST_PIXELS), &stop);
                Ok(Pages::elsewhere(laid, replaced.clone(), paint))
            }
            (Answer::Broken(error), _) => Err(error.into()),
            (Answer::Empty, _) => Err(TypesetError::Empty),
            (Answer::Pages(count), _) => Err(ApartError::Pages { count, most: super::MOST_PAGES }.into()),
            (Answer::Size, _) => Err(ApartError::Size.into()),
            (Answer::Failed(what), _) => Err(ApartError::Crashed(what).into()),
            (Answer::Painted, _) => Err(ApartError::Crashed(String::new()).into()),
        }
    }

    /// Paints a page of a PDF.
    fn paint(&self, pdf: &[u8], what: Painting, stop: &Stop) -> Result<Pixels, ApartError> {
        let (width, height) = (u32::from(pixels(what.width, what.scale)), u32::from(pixels(what.height, what.scale)));
        match self.run(&Task::Paint(what), pdf, stop)? {
            (Answer::Painted, rgba) if rgba.len() as u64 == u64::from(width) * u64::from(height) * 4 => {
                Ok(Pixels { width, height, rgba })
            }
            (Answer::Failed(what), _) => Err(ApartError::Crashed(what)),
            _ => Err(ApartError::Crashed(String::new())),
        }
    }

    fn run(&self, task: &Task, blob: &[u8], stop: &Stop) -> Result<(Answer, Vec<u8>), ApartError> {
        let _turn = self.turn.lock().unwrap_or_else(PoisonError::into_inner);
        process::run(&self.program, self.limits, wire::question(task, blob), stop)
    }
}
