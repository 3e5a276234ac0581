//! All that a template can reach: its own text, the files in `assets/report/`, the data, the fonts.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::LazyLock;

use jiff::civil::Date;
use rust_embed::RustEmbed;
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt as _};

use super::fonts::FoundFonts;
use super::{BUILT_IN, Template};

/// The data, as templates read it: `json("data.json")`.
const DATA: &str = "data.json";
/// The path of somebody's own template, beside the built-in files.
const OWN: &str = "own.typ";

#[derive(RustEmbed)]
#[folder = "assets/report"]
struct Files;

/// In Typst, header and data cells of tables still need a feature switch. Without them, rows have no heading in the tags.
static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| {
    let features = [Feature::A11yExtras].into_iter().collect();
    LazyHash::new(Library::builder().with_features(features).build())
});

/// The built-in files, parsed once.
static SOURCES: LazyLock<HashMap<FileId, Source>> = LazyLock::new(|| {
    let parsed = |name: std::borrow::Cow<'static, str>| {
        let text = String::from_utf8(Files::get(&name)?.data.into_owned()).ok()?;
        let id = id(&name)?;
        Some((id, Source::new(id, text)))
    };
    Files::iter().filter(|name| name.ends_with(".typ")).filter_map(parsed).collect()
});

fn id(name: &str) -> Option<FileId> {
    Some(RootedPath::new(VirtualRoot::Project, VirtualPath::new(name).ok()?).intern())
}

/// What one document is compiled from.
pub(super) struct World {
    main: Source,
    own: Option<String>,
    data: Bytes,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    today: Option<Datetime>,
}

impl World {
    /// A world in which only the given fonts exist.
    pub fn new(template: Option<&Template>, data: Vec<u8>, found: FoundFonts, day: Date) -> Self {
        let main = match template {
            Some(own) => id(OWN).map(|id| Source::new(id, own.source.clone())),
            None => id(BUILT_IN).and_then(|id| SOURCES.get(&id).cloned()),
        };
        Self {
            main: main.unwrap_or_else(|| Source::detached("")),
            own: template.map(|own| own.name.clone()),
            data: Bytes::new(data),
            book: LazyHash::new(FontBook::from_infos(found.infos)),
            fonts: found.fonts,
            today: super::datetime(day),
        }
    }

    /// Whether the template is one of somebody's own.
    pub const fn is_own(&self) -> bool {
        self.own.is_some()
    }

    /// The name of a file for messages.
    pub fn name_of(&self, id: FileId) -> String {
        match &self.own {
            Some(name) if id == self.main.id() => name.clone(),
            _ => id.get().vpath().get_without_slash().to_owned(),
        }
    }
}

impl typst::World for World {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }

    fn main(&self) -> FileId {
        self.main.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.main.id() {
            return Ok(self.main.clone());
        }
        SOURCES.get(&id).cloned().ok_or_else(|| not_here(id))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let path = id.get();
        if *path.root() != VirtualRoot::Project {
            return Err(not_here(id));
        }
        let name = path.vpath().get_without_slash();
        if name == DATA {
            return Ok(self.data.clone());
        }
        Files::get(name).map(|file| Bytes::new(file.data.into_owned())).ok_or_else(|| not_here(id))
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        self.today
    }
}

fn not_here(id: FileId) -> FileError {
    FileError::NotFound(PathBuf::from(id.get().vpath().get_without_slash()))
}
