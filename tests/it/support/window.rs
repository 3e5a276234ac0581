//! A window without a screen: the whole program with a fixed clock, dialogs that answer from a list, and folders of its own.
//!
//! `Setup::default().dark().size(900.0, 600.0).open()` gives a [`Window`]; then `window.press("Start full audit")` and
//! `window.picture("audit-setup-dark")`.

mod fake;

use std::ops::{Deref, DerefMut};
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::Arc;
use std::time::{Duration, Instant};

use egui::{self, Theme, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{AccessKitNode, NodeT as _, Queryable as _};
use evenkeel::app::{App, Command, Start};
use evenkeel::print::{PrintJob, PrintOutcome};
use evenkeel::profile::{Profile, Weekday};
use evenkeel::storage::{FileSystem, Folders, RealFs, format};
use evenkeel::typeset::{Apart, Limits};
use tempfile::TempDir;

use super::pictures;
pub use super::{put, remove};
use fake::Fake;
pub use fake::{Answers, Jobs, Prints, same_chance_again};

/// How long something off the UI thread may take.
const PATIENCE: Duration = Duration::from_secs(20);

/// How a window is to be opened.
pub struct Setup {
    size: (f32, f32),
    text: u16,
    theme: Theme,
    settings: Vec<(String, serde_json::Value)>,
    foreign: bool,
    path: Option<PathBuf>,
    home: Rc<TempDir>,
    answers: Answers,
    prints: Prints,
    jobs: Jobs,
    week_start: Weekday,
    desktop: Option<Theme>,
    fs: Arc<dyn FileSystem>,
    frame: Option<f32>,
    is_read_aloud: bool,
    limits: Limits,
}

impl Default for Setup {
    /// 1280 by 800, light, normal text, nothing kept yet.
    fn default() -> Self {
        Self {
            size: (1280.0, 800.0),
            text: 100,
            theme: Theme::Light,
            settings: Vec::new(),
            foreign: false,
            path: None,
            home: Rc::new(tempfile::tempdir().unwrap()),
            answers: Answers::default(),
            prints: Prints::default(),
            jobs: Jobs::default(),
            week_start: Weekday::Monday,
            desktop: None,
            fs: Arc::new(RealFs),
            frame: None,
            is_read_aloud: true,
            limits: Limits::default(),
        }
    }
}

impl Setup {
    /// On another disk than the machine's.
    pub fn fs(mut self, fs: impl FileSystem + 'static) -> Self {
        self.fs = Arc::new(fs);
        self
    }

    /// Each frame is so many seconds after the one before, on the clock of the window.
    pub fn frame(mut self, seconds: f32) -> Self {
        self.frame = Some(seconds);
        self
    }

    /// Without a screen reader, so that the audit goes on by itself. The clock of the window stands still until [`Window::pass`] is called.
    pub fn unread(mut self) -> Self {
        self.is_read_aloud = false;
        self
    }

    /// The size of the window in pixels.
    pub fn size(mut self, width: f32, height: f32) -> Self {
        self.size = (width, height);
        self
    }

    /// Text of so many percent. The window stays as large, so there is less room in it.
    pub fn text(mut self, percent: u16) -> Self {
        self.text = percent;
        self.setting("text_size", percent)
    }

    /// The dark theme.
    pub fn dark(mut self) -> Self {
        self.theme = Theme::Dark;
        self.setting("theme", "dark")
    }

    /// A value in the settings file.
    pub fn setting(mut self, name: &str, value: impl Into<serde_json::Value>) -> Self {
        self.settings.push((name.to_owned(), value.into()));
        self
    }

    /// With words that our typeface has no letters for; the test machine draws boxes.
    pub fn foreign(mut self) -> Self {
        self.foreign = true;
        self
    }

    /// A file as an argument.
    pub fn path(mut self, path: PathBuf) -> Self {
        self.path = Some(path);
        self
    }

    /// A profile in a file, given as an argument.
    pub fn profile(self, name: &str, profile: &Profile) -> Self {
        let path = self.file(name, profile);
        self.path(path)
    }

    /// A profile in a file in the test's folder; gives its path.
    pub fn file(&self, name: &str, profile: &Profile) -> PathBuf {
        let path = self.folder().join(name);
        put(&path, &format::encode(profile).unwrap());
        path
    }

    /// What the next file dialog answers.
    pub fn answer(self, path: Option<PathBuf>) -> Self {
        self.answers.borrow_mut().push_back(path);
        self
    }

    /// Where weeks start with this day.
    pub fn weeks_from(mut self, day: Weekday) -> Self {
        self.week_start = day;
        self
    }

    /// On a desktop that is light or dark, and says so by other ways than the window library's.
    pub fn on_desktop(mut self, theme: Theme) -> Self {
        self.desktop = Some(theme);
        self
    }

    /// What the next print comes to.
    pub fn print(self, outcome: PrintOutcome) -> Self {
        self.prints.borrow_mut().push_back(outcome);
        self
    }

    /// What templates of one's own may take.
    pub fn limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// The folder of this test, for another window that is to share it.
    pub fn home(&self) -> Rc<TempDir> {
        Rc::clone(&self.home)
    }

    /// In the folder of an earlier window, with what that one kept.
    pub fn at(mut self, home: Rc<TempDir>) -> Self {
        self.home = home;
        self
    }

    /// A folder for the files of the test.
    pub fn folder(&self) -> PathBuf {
        self.home.path().to_path_buf()
    }

    /// Where this window will keep its own files.
    pub fn folders(&self) -> Folders {
        Folders::within(&self.home.path().join("own"))
    }

    /// Opens the window and waits until it is at rest.
    pub fn open(self) -> Window {
        let folders = self.folders();
        if !self.settings.is_empty() {
            let settings: serde_json::Map<_, _> = self.settings.iter().cloned().collect();
            put(&folders.settings_file(), &serde_json::to_vec(&settings).unwrap());
        }
        let start = Start {
            system: Box::new(Fake {
                answers: self.answers.clone(),
                prints: self.prints,
                jobs: Rc::clone(&self.jobs),
                week_start: self.week_start,
                desktop: self.desktop,
                is_read_aloud: self.is_read_aloud,
            }),
            fs: self.fs,
            folders: Some(folders),
            apart: Apart::new(env!("CARGO_BIN_EXE_evenkeel").into(), self.limits),
            path: self.path,
            guard: false,
        };
        let zoom = f32::from(self.text) / 100.0;
        let mut builder = Harness::builder()
            .with_size(vec2(self.size.0, self.size.1) / zoom)
            .with_theme(self.theme)
            .with_max_steps(24)
            .with_render_cursor(false);
        if let Some(seconds) = self.frame {
            builder = builder.with_step_dt(seconds);
        }
        if self.foreign {
            builder = builder.allow_missing_glyphs();
        }
        let harness = builder.build_eframe(|cc| {
            cc.egui_ctx.options_mut(|o| o.zoom_with_keyboard = false);
            App::new(&cc.egui_ctx, start).unwrap()
        });
        let stands = !self.is_read_aloud;
        let mut window = Window { harness, home: self.home, answers: self.answers, jobs: self.jobs };
        window.settle();
        if stands {
            window.pass(0.0);
        }
        window
    }
}

/// An open window. It is also a [`Harness`], with all that one can do.
pub struct Window {
    harness: Harness<'static, App>,
    home: Rc<TempDir>,
    answers: Answers,
    jobs: Jobs,
}

impl Deref for Window {
    type Target = Harness<'static, App>;

    fn deref(&self) -> &Self::Target {
        &self.harness
    }
}

impl DerefMut for Window {
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut self.harness
    }
}

impl Window {
    /// Ends as a killed program would: the journal is on the disk, and nobody tidies up.
    pub fn die(self) {
        self.app().write_journal_now();
    }

    /// The program.
    pub fn app(&self) -> &App {
        self.harness.state()
    }

    /// The folder of this test, for another window that is to share it.
    pub fn home(&self) -> Rc<TempDir> {
        Rc::clone(&self.home)
    }

    /// The folder for the files of the test.
    pub fn folder(&self) -> &Path {
        self.home.path()
    }

    /// What the next file dialog answers.
    pub fn answer(&self, path: Option<PathBuf>) {
        self.answers.borrow_mut().push_back(path);
    }

    /// What was handed to the system's print dialog so far.
    pub fn printed(&self) -> Vec<PrintJob> {
        self.jobs.borrow().clone()
    }

    /// Lets so many seconds pass on the clock of the window, which stands still from then on.
    pub fn pass(&mut self, seconds: f64) {
        let now = self.harness.ctx.input(|input| input.time);
        self.harness.input_mut().time = Some(now + seconds);
        self.harness.step();
        self.settle();
    }

    /// Waits until nothing is under way any more, on the thread of the window and beside it.
    pub fn settle(&mut self) {
        self.harness.run();
        // Without frames, in which the clock of the window goes on.
        self.app().write_journal_now();
        self.wait_for("nothing to be under way", |app| !app.is_busy());
    }

    /// Draws frames for so long, in the time of the wall.
    pub fn frames_for(&mut self, time: Duration) {
        let start = Instant::now();
        while start.elapsed() < time {
            self.harness.step();
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// Presses a key, and draws only the frames that this takes.
    pub fn tap(&mut self, held: egui::Modifiers, key: egui::Key) {
        let event = |pressed| egui::Event::Key { key, physical_key: None, pressed, repeat: false, modifiers: held };
        self.harness.input_mut().events.extend([event(true), event(false)]);
        for _ in 0..3 {
            self.harness.step();
        }
    }

    /// Waits for something that a thread does.
    pub fn wait_for(&mut self, what: &str, done: impl Fn(&App) -> bool) {
        let start = Instant::now();
        while !done(self.app()) {
            assert!(start.elapsed() < PATIENCE, "waited in vain for {what}");
            std::thread::sleep(Duration::from_millis(5));
            self.harness.step();
        }
        self.harness.run();
    }

    /// Waits for something that is there in one frame only.
    pub fn wait_for_each(&mut self, what: &str, mut done: impl FnMut(&Self) -> bool) {
        let start = Instant::now();
        while !done(self) {
            assert!(start.elapsed() < PATIENCE, "waited in vain for {what}");
            std::thread::sleep(Duration::from_millis(5));
            self.harness.step();
        }
    }

    /// Does what a screen would ask for.
    pub fn ask(&mut self, command: Command) {
        self.harness.state_mut().ask_for(command);
        self.harness.step();
        self.settle();
    }

    /// Does what a screen would ask for, and waits for nothing.
    pub fn ask_now(&mut self, command: Command) {
        self.harness.state_mut().ask_for(command);
        self.harness.step();
        self.harness.step();
    }

    /// Presses what has this label, also where it would have to be scrolled to.
    pub fn press(&mut self, label: &str) {
        self.harness.get_by_label(label).click_accesskit();
        self.settle();
    }

    /// Presses what a label begins with.
    pub fn press_like(&mut self, part: &str) {
        self.harness.get_by_label_contains(part).click_accesskit();
        self.settle();
    }

    /// Presses a key.
    pub fn key(&mut self, key: egui::Key) {
        self.harness.key_press(key);
        self.settle();
    }

    /// Presses a key with others held.
    pub fn keys(&mut self, held: egui::Modifiers, key: egui::Key) {
        self.harness.key_press_modifiers(held, key);
        self.settle();
    }

    /// Whether something has this label.
    pub fn has(&self, label: &str) -> bool {
        self.harness.query_all_by_label(label).next().is_some()
    }

    /// Whether something has this in its label.
    pub fn shows(&self, part: &str) -> bool {
        self.harness.query_all_by_label_contains(part).next().is_some()
    }

    /// The label of what has the focus, empty for none.
    pub fn focused(&self) -> String {
        let has_focus = |node: &AccessKitNode<'_>| node.is_focused();
        let found = self.harness.query_all_by(has_focus).find(|node| node.accesskit_node().is_focused());
        found.and_then(|node| node.accesskit_node().label()).unwrap_or_default()
    }

    /// Draws the window, which has to look like the picture of this name in `docs/screens/`, see [`pictures`].
    #[track_caller]
    pub fn picture(&mut self, name: &str) {
        pictures::check(name, &self.harness.render().unwrap(), &[]);
    }

    /// The same, but for the line with this label: it names a folder that is another one each time.
    #[track_caller]
    pub fn picture_but(&mut self, name: &str, part: &str) {
        let drawn = self.harness.render().unwrap();
        let rect = self.harness.get_by_label(part).rect() * self.harness.ctx.pixels_per_point();
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "rows of a picture")]
        let (top, bottom) = (rect.top().floor() as u32, rect.bottom().ceil() as u32);
        pictures::check(name, &drawn, &[[0, top, drawn.width(), bottom]]);
    }

    /// Draws a picture that is only to be looked at while working on a screen, into `target/looks/`.
    pub fn look(&mut self, name: &str) {
        pictures::look(name, &self.harness.render().unwrap());
    }
}
