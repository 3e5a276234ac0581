//! The line icons, from the SVG files in `assets/icon/`. They are white there, and take the colour of their words here.

use eframe::egui::{Color32, Image, ImageSource, Rect, Ui, include_image};

macro_rules! icons {
    ($($(#[$doc:meta])* $name:ident = $file:literal,)*) => {
        /// A line icon on a grid of 20.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Icon {
            $($(#[$doc])* $name,)*
        }

        impl Icon {
            /// All of them, for tests.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            fn source(self) -> ImageSource<'static> {
                match self {
                    $(Self::$name => include_image!(concat!("../../../assets/icon/", $file, ".svg")),)*
                }
            }
        }
    };
}

icons! {
    /// The mark of the program.
    Mark = "mark",
    /// The start.
    Home = "home",
    /// The self-audit.
    Audit = "audit",
    /// The result.
    Result = "result",
    /// Roles.
    Tracks = "tracks",
    /// Beside each other.
    Compare = "compare",
    /// Kept in sight.
    Pin = "pin",
    /// What was copied elsewhere.
    Paste = "paste",
    /// The guide.
    Guide = "guide",
    /// Settings.
    Settings = "settings",
    /// Save.
    Save = "save",
    /// Export.
    Export = "export",
    /// On paper.
    Print = "print",
    /// Undo.
    Undo = "undo",
    /// Redo.
    Redo = "redo",
    /// Nothing leaves the machine.
    Lock = "lock",
    /// A folder.
    Open = "open",
    /// A file.
    File = "file",
    /// Done, kept.
    Check = "check",
    /// There is more behind it.
    Right = "right",
    /// It is unfolded.
    Down = "down",
    /// Back to what was there.
    Left = "left",
    /// On.
    ArrowRight = "arrow-right",
    /// Back.
    ArrowLeft = "arrow-left",
    /// New.
    Plus = "plus",
    /// Less.
    Minus = "minus",
    /// Something to know.
    Info = "info",
    /// Something to mind.
    Warning = "warning",
    /// Away with it.
    Close = "close",
    /// Delete.
    Trash = "trash",
    /// What does not fit.
    More = "more",
    /// Copy.
    Copy = "copy",
}

impl Icon {
    /// Paints the icon into a square, in one colour.
    pub fn paint(self, ui: &Ui, rect: Rect, color: Color32) {
        Image::new(self.source()).tint(color).paint_at(ui, rect);
    }
}
