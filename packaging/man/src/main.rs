//! `evenkeel-man FOLDER`: writes the man pages and the shells' completions, from the command line itself, below FOLDER as below
//! `/usr/share`.

#![expect(clippy::disallowed_methods, reason = "writes what goes into a package, nobody's documents")]

use std::fs::{File, create_dir_all};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::Command;
use clap_complete::{Shell, generate};
use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, italic, roman};

fn main() -> io::Result<()> {
    let Some(folder) = std::env::args_os().nth(1).map(PathBuf::from) else {
        return Err(io::Error::other("usage: evenkeel-man FOLDER"));
    };
    let program = evenkeel::cli::command();
    pages(&program, &folder.join("man/man1"))?;
    completion(Shell::Bash, &program, &folder.join("bash-completion/completions"), "evenkeel")?;
    completion(Shell::Zsh, &program, &folder.join("zsh/vendor-completions"), "_evenkeel")?;
    completion(Shell::Fish, &program, &folder.join("fish/vendor_completions.d"), "evenkeel.fish")
}

fn completion(shell: Shell, program: &Command, folder: &Path, name: &str) -> io::Result<()> {
    create_dir_all(folder)?;
    generate(shell, &mut program.clone(), "evenkeel", &mut File::create(folder.join(name))?);
    Ok(())
}

/// One page for the program, one for each subcommand, and one for each step of a subcommand that has steps.
fn pages(program: &Command, folder: &Path) -> io::Result<()> {
    create_dir_all(folder)?;
    let version = program.get_version().unwrap_or_default().to_owned();
    let mut program = program.clone().disable_help_subcommand(true);
    program.build();
    let manual = |command: Command| {
        let title = command.get_name().to_uppercase();
        Man::new(command).title(title).manual("Evenkeel").source(format!("evenkeel {version}"))
    };
    let mut page = File::create(folder.join("evenkeel.1"))?;
    manual(program.clone()).render(&mut page)?;
    about_files().to_writer(&mut page)?;
    page.flush()?;
    for subcommand in program.get_subcommands() {
        let name = format!("evenkeel-{}", subcommand.get_name());
        let steps = subcommand.get_subcommands().filter(|step| step.get_name() != "help");
        let steps = steps.map(|step| (format!("{name}-{}", step.get_name()), step));
        for (name, command) in steps.chain([(name.clone(), subcommand)]) {
            let command = command.clone().name(&name).version(version.clone());
            let mut page = File::create(folder.join(format!("{name}.1")))?;
            manual(command).render(&mut page)?;
            see_also().to_writer(&mut page)?;
            page.flush()?;
        }
    }
    Ok(())
}

fn about_files() -> Roff {
    let mut page = Roff::new();
    page.control("SH", ["EXIT STATUS"]).text([roman("0: it worked; 2: it was called wrongly; 1: anything else.")]);
    page.control("SH", ["ENVIRONMENT"]);
    page.control("TP", []).text([bold("EVENKEEL_HOME")]);
    page.text([roman("The folder for everything that the program keeps for itself, for instance on a stick.")]);
    page.control("SH", ["FILES"]);
    for (place, what) in [
        ("~/.config/evenkeel", "The settings and the list of recent files."),
        (
            "~/.local/share/evenkeel",
            "What is needed to go on after a crash, and the last versions of files that were saved.",
        ),
    ] {
        page.control("TP", []).text([italic(place)]);
        page.text([roman(what)]);
    }
    page
}

fn see_also() -> Roff {
    let mut page = Roff::new();
    page.control("SH", ["SEE ALSO"]).text([bold("evenkeel"), roman("(1)")]);
    page
}
