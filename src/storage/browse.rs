//! The contents of a folder, for our own path dialog, which is used where the system has no file dialog.

use std::path::Path;

/// The most names that are listed of each kind.
const MAX_NAMES: usize = 500;

/// The visible contents of a folder.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Listed {
    /// Names of folders, sorted.
    pub folders: Vec<String>,
    /// Names of files with one of the wanted endings, sorted.
    pub files: Vec<String>,
    /// Why the folder cannot be read, if it cannot.
    pub problem: Option<String>,
}

/// What is in `folder`: folders, and files with one of these endings. Hidden ones are left out.
pub fn list_folder(folder: &Path, endings: &[&str]) -> Listed {
    let entries = match std::fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) => return Listed { problem: Some(error.to_string()), ..Listed::default() },
    };
    let mut listed = Listed::default();
    for entry in entries.flatten() {
        let Ok(name) = entry.file_name().into_string() else { continue };
        if name.starts_with('.') {
            continue;
        }
        let path = entry.path();
        if path.is_dir() {
            listed.folders.push(name);
        } else if path.extension().is_some_and(|e| endings.iter().any(|ending| e.eq_ignore_ascii_case(ending))) {
            listed.files.push(name);
        }
    }
    for names in [&mut listed.folders, &mut listed.files] {
        names.sort_by_key(|name| name.to_lowercase());
        names.truncate(MAX_NAMES);
    }
    listed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_visible_folders_and_wanted_files_are_listed() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["b.evenkeel", "A.EVENKEEL", "c.txt", ".hidden.evenkeel"] {
            std::fs::write(folder.path().join(name), "").unwrap();
        }
        std::fs::create_dir(folder.path().join("Team")).unwrap();
        let listed = list_folder(folder.path(), &["evenkeel"]);
        assert_eq!(listed.folders, ["Team"]);
        assert_eq!(listed.files, ["A.EVENKEEL", "b.evenkeel"]);
        assert_eq!(listed.problem, None);
    }

    #[test]
    fn a_folder_that_is_not_there_says_so() {
        assert!(list_folder(Path::new("/there/is/no/such"), &[]).problem.is_some());
    }
}
