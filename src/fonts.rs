//! The two fonts of the program, built in. Window, pictures and print all use them: see `assets/fonts/README.md`.

/// The name of the family inside both files, for SVG and print.
pub const FAMILY: &str = "Evenkeel Sans";
/// Weight 400, a TrueType file.
pub static REGULAR: &[u8] = include_bytes!("../assets/fonts/EvenkeelSans-Regular.ttf");
/// Weight 600, a TrueType file.
pub static SEMIBOLD: &[u8] = include_bytes!("../assets/fonts/EvenkeelSans-SemiBold.ttf");
