//! What the person chose for the window, in `settings.json`.
//!
//! Reading never fails: a value that is not understood gives the default and a warning. Writing changes only what was changed
//! here, in the file as it is at that moment. So the choices of other windows stay, and so does what a newer version wrote:
//! unknown names and unknown values.

use super::disk::FileSystem;
use super::error::DiskError;
use super::json_file::{self, Warning};
use crate::paper::Paper;
use crate::scoring::Confidence;
use serde_json::{Map, Value};
use std::path::Path;
use std::sync::Arc;

/// Light or dark.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the system is set.
    #[default]
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

/// Size of all text, in percent of the normal size: one of [`TextSize::STEPS`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct TextSize(u16);

impl TextSize {
    /// The sizes that can be chosen, in percent.
    pub const STEPS: [u16; 5] = [100, 125, 150, 175, 200];

    /// The step nearest to this many percent.
    pub fn nearest(percent: u16) -> Self {
        Self(Self::STEPS.into_iter().min_by_key(|step| step.abs_diff(percent)).unwrap_or(Self::STEPS[0]))
    }

    /// In percent.
    pub fn percent(self) -> u16 {
        self.0
    }

    /// As a factor, 1 to 2.
    pub fn factor(self) -> f32 {
        f32::from(self.0) / 100.0
    }
}

impl Default for TextSize {
    fn default() -> Self {
        Self(Self::STEPS[0])
    }
}

/// Everything that Settings offers.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Settings {
    /// Light or dark.
    pub theme: Theme,
    /// Size of all text.
    pub text_size: TextSize,
    /// The confidence of all bands.
    pub confidence: Confidence,
    /// The paper that was chosen; `None` for the usual one in the person's country.
    pub paper: Option<Paper>,
    /// Whether reports are without colours.
    pub greyscale: bool,
    /// Whether a question stays on screen after its first answer, until the person goes on.
    pub questions_stay: bool,
    /// The language that was chosen, for instance `en`; `None` for the system's.
    pub language: Option<Arc<str>>,
    /// The file as it was read or written last.
    file: Map<String, Value>,
}

const THEME: &str = "theme";
const TEXT_SIZE: &str = "text_size";
const CONFIDENCE: &str = "confidence";
const PAPER: &str = "paper";
const GREYSCALE: &str = "greyscale";
const QUESTIONS_STAY: &str = "questions_stay";
const LANGUAGE: &str = "language";

impl Settings {
    /// Reads the settings, with warnings about what was wrong in them. Defaults where there are none.
    pub fn load(fs: &dyn FileSystem, path: &Path) -> (Self, Vec<Warning>) {
        let (file, mut warnings) = json_file::read(fs, path);
        (Self::of(file, &mut warnings), warnings)
    }

    fn of(file: Map<String, Value>, warnings: &mut Vec<Warning>) -> Self {
        Self {
            theme: value(&file, THEME, theme_from, warnings),
            text_size: value(&file, TEXT_SIZE, text_size_from, warnings),
            confidence: value(&file, CONFIDENCE, confidence_from, warnings),
            paper: value(&file, PAPER, paper_from, warnings),
            greyscale: value(&file, GREYSCALE, Value::as_bool, warnings),
            questions_stay: value(&file, QUESTIONS_STAY, Value::as_bool, warnings),
            language: value(&file, LANGUAGE, language_from, warnings),
            file,
        }
    }

    /// Changes one setting in the file as it is on the disk, so that other windows' choices stay. For any thread.
    ///
    /// # Errors
    /// When the file cannot be read or written; it is then as it was.
    pub fn change(fs: &dyn FileSystem, path: &Path, change: impl FnOnce(&mut Self)) -> Result<(), DiskError> {
        json_file::update(fs, path, |object| {
            let mut settings = Self::of(object.clone(), &mut Vec::new());
            change(&mut settings);
            settings.put_into(object);
            Ok(())
        })
    }

    /// Writes the settings that were changed here since they were read or written. The rest of the file stays.
    ///
    /// # Errors
    /// When the file cannot be read or written; it is then as it was.
    pub fn save(&mut self, fs: &dyn FileSystem, path: &Path) -> Result<(), DiskError> {
        let known = self.file.clone();
        let saved = json_file::update(fs, path, |object| {
            self.put_into(object);
            Ok(())
        });
        if saved.is_err() {
            self.file = known;
        }
        saved
    }

    /// Writes what was changed here both into the file as we know it and into the file as it is now.
    fn put_into(&mut self, object: &mut Map<String, Value>) {
        let files = &mut [&mut self.file, object];
        put(files, THEME, self.theme, theme_from, |theme| theme_text(theme).into());
        put(files, TEXT_SIZE, self.text_size, text_size_from, |size| size.percent().into());
        put(files, CONFIDENCE, self.confidence, confidence_from, |level| level.share().into());
        put(files, PAPER, self.paper, paper_from, |paper| paper.map(Paper::as_str).into());
        put(files, GREYSCALE, self.greyscale, Value::as_bool, Value::Bool);
        put(files, QUESTIONS_STAY, self.questions_stay, Value::as_bool, Value::Bool);
        put(files, LANGUAGE, self.language.clone(), language_from, |language| language.as_deref().into());
    }

    /// The paper that was chosen, else the usual one in the person's country.
    pub fn paper(&self) -> Paper {
        self.paper.unwrap_or_else(|| Paper::usual_in(&sys_locale::get_locale().unwrap_or_default()))
    }
}

fn value<T: Default>(
    file: &Map<String, Value>,
    key: &str,
    from: impl Fn(&Value) -> Option<T>,
    warnings: &mut Vec<Warning>,
) -> T {
    let Some(found) = file.get(key) else { return T::default() };
    from(found).unwrap_or_else(|| {
        warnings.push(Warning::Value { key: key.to_owned(), found: found.to_string() });
        T::default()
    })
}

/// Sets a value in both files. It is left alone when the value in the first file means the same, or when that one is not
/// understood and was not changed here. A default that nobody chose is not written.
fn put<T: Default + PartialEq + Clone>(
    [file, other]: &mut [&mut Map<String, Value>; 2],
    key: &str,
    value: T,
    from: impl Fn(&Value) -> Option<T>,
    to: impl Fn(T) -> Value,
) {
    let in_file = file.get(key).map(|found| from(found).unwrap_or_default()).unwrap_or_default();
    if in_file != value {
        file.insert(key.to_owned(), to(value.clone()));
        other.insert(key.to_owned(), to(value));
    }
}

fn theme_text(theme: Theme) -> &'static str {
    match theme {
        Theme::System => "system",
        Theme::Light => "light",
        Theme::Dark => "dark",
    }
}

fn theme_from(value: &Value) -> Option<Theme> {
    [Theme::System, Theme::Light, Theme::Dark].into_iter().find(|theme| value == theme_text(*theme))
}

/// Accepts any sensible number of percent and takes the nearest step.
fn text_size_from(value: &Value) -> Option<TextSize> {
    let percent = value.as_u64().and_then(|percent| u16::try_from(percent).ok())?;
    (50..=400).contains(&percent).then(|| TextSize::nearest(percent))
}

/// `null` means that nothing was chosen.
#[expect(clippy::option_option, reason = "the outer one says whether it was understood")]
fn paper_from(value: &Value) -> Option<Option<Paper>> {
    if value.is_null() {
        return Some(None);
    }
    Paper::ALL.into_iter().find(|paper| value == paper.as_str()).map(Some)
}

/// An identifier of a language: letters, digits and hyphens. `null` means that nothing was chosen.
#[expect(clippy::option_option, reason = "the outer one says whether it was understood")]
fn language_from(value: &Value) -> Option<Option<Arc<str>>> {
    if value.is_null() {
        return Some(None);
    }
    let text = value.as_str()?;
    let plain = (2..=35).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    plain.then(|| Some(text.into()))
}

fn confidence_from(value: &Value) -> Option<Confidence> {
    let found = value.as_f64()?;
    Confidence::ALL.into_iter().find(|level| (level.share() - found).abs() < 1e-6)
}
