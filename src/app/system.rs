//! The world outside the window: the clock, the system's file dialogs and its printing. Tests put another one in its place.

use eframe::Frame;
use egui::{Context, Theme};
use jiff::Timestamp;
use jiff::civil::Weekday;

pub use super::ask::{Ask, Picked, Purpose};
pub use super::tasks::Reply;
use crate::print::{self, PrintDesk, PrintJob, ViewerSwitch};
use crate::typeset::FontChoice;
use crate::words::{Words, first_weekday};

/// The world outside.
pub trait System {
    /// What time it is.
    fn now(&self) -> Timestamp;

    /// The words of the system's language, in its time zone.
    fn words(&self) -> Words;

    /// With which day weeks start here.
    fn week_start(&self) -> Weekday;

    /// Asks whether the desktop is light or dark, where the window library does not say; the window does not wait. No answer comes
    /// where nobody knows.
    fn desktop_theme(&self, reply: Reply<Theme>);

    /// Where a report finds letters that the built-in fonts lack.
    fn fonts(&self) -> FontChoice;

    /// Whether a screen reader, or another program that helps, reads the window. The system says only that something asks for the tree
    /// of its parts: on Windows and macOS when somebody does, on Linux when help is switched on.
    fn is_read_aloud(&self, ctx: &Context) -> bool {
        ctx.accesskit_node_builder(egui::accesskit_root_id(), |_| ()).is_some()
    }

    /// Sixteen random bytes, from which new ids and the order of questions are made.
    fn chance(&self) -> [u8; 16];

    /// Asks for a file; the window does not wait.
    fn ask(&self, ask: Ask, frame: &Frame, reply: Reply<Picked>);

    /// Hands a PDF to the system's print dialog, or to the viewer; the window does not wait.
    fn print(&self, job: PrintJob, desk: PrintDesk, frame: &Frame, reply: Reply<PrintNews>) -> ViewerSwitch;
}

/// News of a print: its progress, then its end.
#[derive(Debug)]
pub enum PrintNews {
    /// It goes on.
    GoesOn(print::PrintProgress),
    /// It has ended.
    Ended(print::PrintOutcome),
}

/// The real one.
#[derive(Debug, Default)]
pub struct RealSystem;

impl System for RealSystem {
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }

    fn words(&self) -> Words {
        Words::of_the_system().clone()
    }

    fn week_start(&self) -> Weekday {
        // On Linux, dates may be of another place than words.
        let of_dates = ["LC_ALL", "LC_TIME"].map(|name| std::env::var(name).ok()).into_iter().flatten();
        let mut all = of_dates.filter(|locale| !locale.is_empty()).chain(sys_locale::get_locales());
        all.next().map_or(Weekday::Monday, |locale| first_weekday(&locale))
    }

    #[cfg(target_os = "linux")]
    fn desktop_theme(&self, reply: Reply<Theme>) {
        let asked = std::thread::Builder::new().name("evenkeel-theme".to_owned()).spawn(move || match portal_theme() {
            Ok(theme) => reply.send(theme),
            Err(error) => log::debug!("no portal says whether the desktop is dark: {error}"),
        });
        if let Err(error) = asked {
            log::warn!("no thread to ask whether the desktop is dark: {error}");
        }
    }

    #[cfg(not(target_os = "linux"))]
    fn desktop_theme(&self, _: Reply<Theme>) {}

    fn fonts(&self) -> FontChoice {
        FontChoice::System
    }

    fn chance(&self) -> [u8; 16] {
        uuid::Uuid::new_v4().into_bytes()
    }

    fn ask(&self, ask: Ask, frame: &Frame, reply: Reply<Picked>) {
        let mut dialog = rfd::AsyncFileDialog::new().set_title(&ask.title).set_parent(frame);
        if let Some(folder) = &ask.folder {
            dialog = dialog.set_directory(folder);
        }
        if !ask.name.is_empty() {
            dialog = dialog.set_file_name(&ask.name);
        }
        for (words, endings) in &ask.filters {
            dialog = dialog.add_filter(words, endings);
        }
        let failed = reply.clone();
        let started = std::thread::Builder::new().name("evenkeel-dialog".to_owned()).spawn(move || {
            if !dialogs_available() {
                reply.send(Picked::NoDialog);
                return;
            }
            let picked = if ask.purpose.writes() {
                pollster::block_on(dialog.save_file())
            } else {
                pollster::block_on(dialog.pick_file())
            };
            reply.send(picked.map_or(Picked::Cancelled, |file| Picked::File(file.path().to_path_buf())));
        });
        if let Err(error) = started {
            log::warn!("no thread for the file dialog: {error}");
            failed.send(Picked::NoDialog);
        }
    }

    fn print(&self, job: PrintJob, desk: PrintDesk, frame: &Frame, reply: Reply<PrintNews>) -> ViewerSwitch {
        let (instead, line) = print::viewer_switch();
        let (parent, failed) = (parent(frame), reply.clone());
        let started = std::thread::Builder::new().name("evenkeel-print".to_owned()).spawn(move || {
            let outcome =
                print::hand_over(&desk, &job, parent, line, &|progress| reply.send(PrintNews::GoesOn(progress)));
            reply.send(PrintNews::Ended(outcome));
        });
        if let Err(error) = started {
            failed.send(PrintNews::Ended(print::PrintOutcome::Failed(error.into())));
        }
        instead
    }
}

/// The window that a dialog belongs to.
#[cfg(target_os = "linux")]
fn parent(frame: &Frame) -> Option<print::Parent> {
    print::Parent::of(frame)
}

#[cfg(not(target_os = "linux"))]
const fn parent(_: &Frame) -> Option<print::Parent> {
    None
}

/// Whether the system can show a file dialog. On Linux it needs a portal that answers, or zenity.
#[cfg(target_os = "linux")]
fn dialogs_available() -> bool {
    portal_answers() || on_path("zenity")
}

#[cfg(not(target_os = "linux"))]
fn dialogs_available() -> bool {
    true
}

/// Asks the portal for the version of its file chooser, for at most two seconds: a portal can hang instead of failing.
#[cfg(target_os = "linux")]
fn portal_answers() -> bool {
    let (tell, told) = std::sync::mpsc::channel();
    let asked = std::thread::Builder::new().name("evenkeel-portal".to_owned()).spawn(move || {
        let version = || -> zbus::Result<u32> {
            let bus = zbus::blocking::Connection::session()?;
            let portal = zbus::blocking::Proxy::new(
                &bus,
                "org.freedesktop.portal.Desktop",
                "/org/freedesktop/portal/desktop",
                "org.freedesktop.portal.FileChooser",
            )?;
            portal.get_property("version")
        };
        // Nobody listens any more when two seconds are over.
        let _late = tell.send(version().is_ok()).is_err();
    });
    asked.is_ok() && told.recv_timeout(std::time::Duration::from_secs(2)).unwrap_or(false)
}

/// What the portal says about the desktop: 1 is dark, 2 is light, 0 neither. A portal that hangs holds up a thread for a while, and
/// nobody else.
#[cfg(target_os = "linux")]
fn portal_theme() -> zbus::Result<Theme> {
    use zbus::blocking::connection::Builder;
    use zbus::zvariant::{OwnedValue, Value};

    let bus = Builder::session()?.method_timeout(std::time::Duration::from_secs(5)).build()?;
    let reply = bus.call_method(
        Some("org.freedesktop.portal.Desktop"),
        "/org/freedesktop/portal/desktop",
        Some("org.freedesktop.portal.Settings"),
        "Read",
        &("org.freedesktop.appearance", "color-scheme"),
    )?;
    let said: OwnedValue = reply.body().deserialize()?;
    // It comes wrapped once more.
    let inner = match &*said {
        Value::Value(inner) => inner,
        other => other,
    };
    Ok(if u32::try_from(inner)? == 1 { Theme::Dark } else { Theme::Light })
}

#[cfg(target_os = "linux")]
fn on_path(program: &str) -> bool {
    std::env::var_os("PATH").is_some_and(|path| std::env::split_paths(&path).any(|p| p.join(program).is_file()))
}
