//! Opening the window.

use std::panic::{self, AssertUnwindSafe};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

use eframe::{NativeOptions, Renderer};
use egui::ViewportBuilder;

use super::system::RealSystem;
use super::{App, Start};
use crate::storage::{self, Folders, RealFs};
use crate::t;
use crate::typeset::Apart;
use crate::words::Words;

/// The name that the system knows the program by; that of the `.desktop` file.
pub const APP_ID: &str = "org.evenkeel.Evenkeel";

/// Opens the window, with a file if there is one, and returns when it is closed.
///
/// # Errors
/// A text for the person when there is no way to draw a window.
pub fn open_window(path: Option<PathBuf>) -> Result<(), String> {
    if path.as_deref().is_some_and(shown_elsewhere) {
        return Ok(());
    }
    storage::keep_log(Folders::of_this_machine().map(|folders| folders.log_file()));
    let first = preferred();
    let Err(error) = try_open(first, path.clone()) else { return Ok(()) };
    log::warn!("the {first} renderer failed: {error}");
    if let Some(second) = other(first) {
        return try_open(second, path).map_err(|again| no_graphics(&format!("{error}; {again}")));
    }
    Err(no_graphics(&error))
}

/// Whether another window has the file, and has come to the front with it.
fn shown_elsewhere(path: &Path) -> bool {
    let Some(folders) = Folders::of_this_machine() else { return false };
    storage::holder(&folders, path).is_some_and(|held| storage::ring(&folders, &held))
}

/// Opens the window. When a library is missing, the window system's own code panics instead of returning an error. Before there
/// is a window, such a panic is treated as an error; later it is a crash.
fn try_open(renderer: Renderer, path: Option<PathBuf>) -> Result<(), String> {
    let opened = Arc::new(AtomicBool::new(false));
    let said = Arc::new(Mutex::new(String::new()));
    let (flag, words) = (Arc::clone(&opened), Arc::clone(&said));
    panic::set_hook(Box::new(move |info| {
        if let Ok(mut words) = words.lock() {
            info.payload_as_str().unwrap_or_default().clone_into(&mut words);
        }
    }));
    let ended = panic::catch_unwind(AssertUnwindSafe(|| open(renderer, path, &flag)));
    match ended {
        Ok(result) => result.map_err(|error| error.to_string()),
        Err(crash) if opened.load(Ordering::SeqCst) => panic::resume_unwind(crash),
        Err(_) => {
            drop(panic::take_hook());
            Err(said.lock().map_or_else(|_| String::new(), |words| words.clone()))
        }
    }
}

fn open(renderer: Renderer, path: Option<PathBuf>, opened: &Arc<AtomicBool>) -> eframe::Result {
    let opened = Arc::clone(opened);
    let folders = Folders::of_this_machine();
    if let Some(Err(error)) = folders.as_ref().map(|f| f.create(&RealFs)) {
        log::warn!("{error:?}");
    }
    let options = NativeOptions {
        viewport: ViewportBuilder::default()
            .with_app_id(APP_ID)
            .with_title(t!(Words::of_the_system(), "app-name"))
            .with_icon(
                eframe::icon_data::from_png_bytes(include_bytes!("../../assets/icon/app-256.png")).unwrap_or_default(),
            )
            .with_inner_size([1280.0, 800.0])
            .with_min_inner_size([640.0, 480.0])
            .with_drag_and_drop(true),
        renderer,
        // Only the place of the window is kept, in our private folder.
        persistence_path: folders.as_ref().map(|f| f.window_file(&RealFs)),
        ..NativeOptions::default()
    };
    eframe::run_native(
        APP_ID,
        options,
        Box::new(move |cc| {
            opened.store(true, Ordering::SeqCst);
            // From now on a panic is a crash, which the usual hook and ours report.
            drop(panic::take_hook());
            let apart = Apart::of_this_program();
            let start = Start { system: Box::new(RealSystem), fs: Arc::new(RealFs), folders, apart, path, guard: true };
            cc.egui_ctx.options_mut(|o| o.zoom_with_keyboard = false);
            Ok(Box::new(App::new(&cc.egui_ctx, start)?))
        }),
    )
}

#[cfg(target_os = "linux")]
const fn preferred() -> Renderer {
    Renderer::Glow
}

#[cfg(target_os = "linux")]
const fn other(_failed: Renderer) -> Option<Renderer> {
    None
}

#[cfg(not(target_os = "linux"))]
const fn preferred() -> Renderer {
    Renderer::Wgpu
}

#[cfg(not(target_os = "linux"))]
const fn other(failed: Renderer) -> Option<Renderer> {
    match failed {
        Renderer::Wgpu => Some(Renderer::Glow),
        Renderer::Glow => None,
    }
}

/// What happened, what it means, and what to do.
fn no_graphics(error: &str) -> String {
    if cfg!(target_os = "linux") && ["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET"].iter().all(|v| unset(v)) {
        t!(Words::of_the_system(), "no-display")
    } else {
        let short: String = error.chars().take(200).collect();
        if cfg!(target_os = "linux") {
            t!(Words::of_the_system(), "no-graphics", error = short)
        } else {
            t!(Words::of_the_system(), "no-graphics-driver", error = short)
        }
    }
}

fn unset(variable: &str) -> bool {
    std::env::var_os(variable).is_none_or(|value| value.is_empty())
}
