//! Going from screen to screen.

use crate::app::App;
use crate::app::command::Screen;

impl App {
    pub(super) fn go_to(&mut self, screen: Screen) {
        match screen {
            Screen::Audit => self.enter_audit(),
            Screen::Print => self.print(),
            Screen::Settings => {
                self.screen = screen;
                self.measure_usage();
            }
            _ => self.screen = screen,
        }
    }
}
