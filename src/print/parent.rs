//! The window that a dialog belongs to, in the form that a portal expects.

use ashpd::WindowIdentifier;
use raw_window_handle::{HasDisplayHandle, HasWindowHandle};

/// A window of ours: on X11 its number, on Wayland a handle from the compositor, which becomes invalid when this is dropped.
#[derive(Debug)]
pub struct Parent(WindowIdentifier);

impl Parent {
    /// Identifies a window. Call it on the window's own thread, where its handles are valid. `None` where the system has no identifier
    /// for it: the dialog then belongs to no window.
    pub fn of(window: &(impl HasWindowHandle + HasDisplayHandle)) -> Option<Self> {
        let (handle, display) = (window.window_handle().ok()?, window.display_handle().ok()?);
        pollster::block_on(WindowIdentifier::from_raw_handle(&handle.as_raw(), Some(&display.as_raw()))).map(Self)
    }

    /// In the form that a portal expects.
    pub(super) fn name(&self) -> String {
        self.0.to_string()
    }
}
