//! What Windows wants inside a program: its icons, its version, and how it is to be run. On other systems this does nothing.

use std::env;
use std::error::Error;

const ICONS: [(&str, &str); 2] = [("1", "assets/icon/app.ico"), ("2", "assets/icon/document.ico")];
const MANIFEST: &str = "packaging/windows/evenkeel.exe.manifest";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed=build.rs");
    if env::var_os("CARGO_CFG_TARGET_OS").is_none_or(|system| system != "windows") {
        return Ok(());
    }
    let mut resource = winresource::WindowsResource::new();
    for (id, path) in ICONS {
        println!("cargo:rerun-if-changed={path}");
        resource.set_icon_with_id(path, id);
    }
    println!("cargo:rerun-if-changed={MANIFEST}");
    resource.set_manifest_file(MANIFEST);
    // Windows shows the description as the program's name, for instance in the list of programs that are running.
    for (field, text) in [
        ("ProductName", "Evenkeel"),
        ("FileDescription", "Evenkeel"),
        ("CompanyName", "Evenkeel"),
        ("OriginalFilename", "evenkeel.exe"),
        ("LegalCopyright", "MIT or Apache-2.0"),
    ] {
        resource.set(field, text);
    }
    resource.compile_for("evenkeel")?;
    Ok(())
}
