//! The window that a dialog belongs to, as a portal wants it named.

use ashpd::WindowIdentifier;
use raw_window_handle::{HasDisplayHandle, HasWindowHandle};

/// A window of ours. On X11 its number; on Wayland a handle that the compositor gave out, which is taken back when this goes.
#[derive(Debug)]
pub struct Parent(WindowIdentifier);

impl Parent {
    /// Names a window. To be called on its own thread, since that is where its handles are good. `None` where the system has no
    /// name for it: the dialog then belongs to nobody.
    pub fn of(window: &(impl HasWindowHandle + HasDisplayHandle)) -> Option<Self> {
        let (handle, display) = (window.window_handle().ok()?, window.display_handle().ok()?);
        pollster::block_on(WindowIdentifier::from_raw_handle(&handle.as_raw(), Some(&display.as_raw()))).map(Self)
    }

    /// As a portal wants it.
    pub(super) fn name(&self) -> String {
        self.0.to_string()
    }
}
