//! Typesetting in a process apart, for a template that somebody brought along: it may loop for ever, ask for all memory there
//! is, or nest so deeply that the process ends. That process is this program itself, called by a subcommand that no help names.
//!
//! # Rules
//! - It gets the data and the template over its standard input and gives a PDF over its standard output. It opens no window
//!   and no socket, writes no file, and reads nothing else but the fonts of the system.
//! - It has [`Limits::time`] from its start and [`Limits::memory`] bytes, then it is ended. The time is kept by whoever started
//!   it, and by itself in case nobody is left to. The memory is kept by the kernel on Linux (`RLIMIT_DATA`); everywhere the
//!   process looks at what it uses forty times a second.
//! - It ends when whoever started it does, since its standard input is closed then, and at once when it is left ([`Stop`]).
//! - What comes back is not looked into in this process: pages are painted apart as well, from the PDF, with the same limits.
//! - One process at a time for each [`Apart`], however many pages want to be painted.

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

/// How much a process apart may take.
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

/// Leaves a process apart: whoever waits for it gets [`ApartError::Left`] at once, and it is ended.
#[derive(Clone, Debug, Default)]
pub struct Stop(Arc<AtomicBool>);

impl Stop {
    /// Leaves it, and what would come after it.
    pub fn stop(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// Whether it was left.
    pub fn is_stopped(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// The largest picture of a page, in pixels: each takes four bytes there several times over.
const MOST_PIXELS: f64 = 16_000_000.0;

/// Where templates are typeset that somebody brought along.
#[derive(Clone, Debug)]
pub struct Apart {
    program: PathBuf,
    limits: Limits,
    turn: Arc<Mutex<()>>,
}

impl Apart {
    /// By this program, which must be Evenkeel's.
    pub fn new(program: PathBuf, limits: Limits) -> Self {
        Self { program, limits, turn: Arc::default() }
    }

    /// By the program that runs.
    pub fn of_this_program() -> Self {
        // On Linux by a name that stays right when an update replaces the file meanwhile.
        let program = if cfg!(target_os = "linux") { Ok("/proc/self/exe".into()) } else { std::env::current_exe() };
        Self::new(program.unwrap_or_else(|_unknown| "evenkeel".into()), Limits::default())
    }

    /// Lays out a document with a template that somebody brought along. Waits until that is done, or is left.
    ///
    /// # Errors
    /// When the template is broken, as [`super::typeset`]; when it goes beyond a limit, or its process ends by a fault.
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
