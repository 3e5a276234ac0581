//! Commands on the pages of the report: to the printer, or to a file.

use std::path::PathBuf;

use crate::print;

/// What can be done with the pages of the preview.
#[derive(Clone, Debug, PartialEq)]
pub enum PrintCommand {
    /// Hand the report to the system's print dialog, as soon as its pages are laid out.
    Now,
    /// Cancel a print or save that is waiting for its pages.
    StopWaiting,
    /// Ask for a file and write the report to it as PDF.
    SavePdf,
    /// Write the report to this file.
    SavePdfTo(PathBuf),
    /// Hand this to the system's print dialog.
    HandOver(print::PrintJob),
    /// Open what is being printed in the viewer instead.
    ViewInstead,
}
