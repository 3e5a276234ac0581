//! Evenkeel's program: a window, or a subcommand.

use std::process::ExitCode;

fn main() -> ExitCode {
    let path = std::env::args_os().nth(1).map(Into::into);
    match evenkeel::app::run(path) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
