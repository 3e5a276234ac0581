//! The recent files: one button for each row, with the balance of the last audit.

use egui::accesskit::Role;
use egui::{
    Align, CornerRadius, Layout, Rect, Response, RichText, Sense, TextWrapMode, Ui, UiBuilder, WidgetInfo, WidgetText,
    pos2, vec2,
};

use crate::app::command::{Command, FileCommand, Screen};
use crate::app::theme::{self, Icon, Ink, Size};
use crate::app::view::{BalanceSummary, RecentFile, View};
use crate::app::widgets::{self, Button, Look, focus_ring};
use crate::chart::BalanceInput;
use crate::document::Document;
use crate::scoring::{RULES, Verdict, of_id};
use crate::summary::verdict_words;
use crate::words::Words;
use crate::{foreign, t};

/// From this width on, everything about a file is on one line.
const ONE_LINE: f32 = 640.0;

/// Shows the list, with a button to open any other file.
pub fn ui(view: &View<'_>, ui: &mut Ui, commands: &mut Vec<Command>) {
    let label = t!(view.words, "open");
    let open = Button::new(&label).look(Look::Flat).icon(Icon::Open);
    if widgets::title_with(ui, &t!(view.words, "home-recent"), open).clicked() {
        commands.push(Command::File(FileCommand::Open));
    }
    let before = std::mem::replace(&mut ui.spacing_mut().item_spacing.y, 0.0);
    ui.add_space(-theme::STEP);
    widgets::divider(ui);
    let lines: Vec<Line<'_>> = view.home.recent.iter().map(|file| Line::of(view.words, file)).collect();
    let columns = Columns::of(view.words, &lines, ui);
    for line in &lines {
        row(view, line, columns.as_ref(), ui, commands);
        widgets::divider(ui);
    }
    ui.spacing_mut().item_spacing.y = before;
    if view.home.recent.is_empty() {
        ui.add_space(theme::STEP);
        ui.label(theme::text(ui, Size::Body, Ink::InkSoft, t!(view.words, "home-recent-none")));
    }
}

fn row(view: &View<'_>, line: &Line<'_>, columns: Option<&Columns>, ui: &mut Ui, commands: &mut Vec<Command>) {
    let file = line.file;
    let height = if columns.is_some() { 39.0 } else { 63.0 };
    let (whole, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    let forget = t!(view.words, "home-forget");
    let forget_name = t!(view.words, "home-forget-name", name = line.name.as_str());
    let button = Button::link(&forget).small().name(&forget_name);
    let aside = if file.missing { button.measure(ui) + theme::GAP } else { 0.0 };
    let rect = whole.with_max_x(whole.right() - aside);
    let response = ui.interact(rect, ui.make_persistent_id(("recent", &file.path)), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, line.spoken()));
    if response.hovered() || response.is_pointer_button_down_on() {
        let ground = rect.expand2(vec2(theme::STEP, 0.0));
        let painter = ui.painter().with_clip_rect(ui.clip_rect().expand(theme::STEP));
        painter.rect_filled(ground, CornerRadius::same(theme::SMALL_RADIUS), theme::color(ui, Ink::Select));
    }
    match columns {
        Some(columns) => line.on_one(view, ui, rect, columns),
        None => line.on_two(view, ui, rect),
    }
    focus_ring(ui, &response, theme::SMALL_RADIUS);
    if file.missing {
        let place = whole.with_min_x(whole.right() - aside + theme::GAP);
        let layout = Layout::left_to_right(Align::Center);
        if ui.new_child(UiBuilder::new().max_rect(place).layout(layout)).add(button).clicked() {
            commands.push(Command::File(FileCommand::Forget(file.path.clone())));
        }
    }
    if pressed(&response, file) {
        commands.push(command(view, file));
    }
}

fn pressed(response: &Response, file: &RecentFile) -> bool {
    let hover = response.clone().on_hover_cursor(egui::CursorIcon::PointingHand);
    hover.on_hover_text(foreign::path(&file.path)).clicked()
}

/// Opens the file, or shows its contents if it is open already.
fn command(view: &View<'_>, file: &RecentFile) -> Command {
    let is_open = view.document.and_then(Document::path) == Some(&file.path);
    match view.audit.filter(|_| is_open) {
        Some(audit) if audit.finished.is_some() => Command::GoTo(Screen::Result),
        Some(_) => Command::GoTo(Screen::Audit),
        None => Command::File(FileCommand::OpenPath(file.path.clone())),
    }
}

/// The columns of a row on one line, in points from the left.
struct Columns {
    /// Where the name ends.
    name: f32,
    /// Where the role begins and ends.
    role: (f32, f32),
    /// Where the day ends.
    day: f32,
    /// Where the glyph begins.
    glyph: f32,
    /// Where the verdict begins.
    verdict: f32,
}

impl Columns {
    /// Days and verdicts take what they need; names and roles share the rest. `None` where that would be too little.
    fn of(words: &Words, lines: &[Line<'_>], ui: &Ui) -> Option<Self> {
        let width = ui.available_width();
        if width < ONE_LINE {
            return None;
        }
        let of = |words: &str| widgets::width_of(ui, theme::text(ui, Size::Small, Ink::InkSoft, words)).ceil();
        let verdicts = |missing: bool| {
            let lines = lines.iter().filter(|line| line.file.missing == missing);
            lines.map(|line| of(&line.verdict)).fold(0.0, f32::max)
        };
        let forget = Button::link(&t!(words, "home-forget")).small().measure(ui) + theme::GAP;
        let there = width - verdicts(false);
        // Without a glyph, the words begin in its place.
        let missing = width - forget - verdicts(true) + VERDICT - GLYPH;
        let verdict = there.min(missing).min(596.0);
        let (glyph, day) = (verdict - VERDICT, verdict - DAY);
        let role = day - lines.iter().map(|line| of(&line.date)).fold(88.0, f32::max);
        let name = ((role - 20.0) * 240.0 / 376.0).floor();
        (name >= 180.0).then_some(Self { name, role: (name + theme::GAP, role - theme::HALF), day, glyph, verdict })
    }
}

/// The distances from the glyph and from the end of the day to the verdict, or to the words that replace a glyph.
const VERDICT: f32 = 96.0;
const DAY: f32 = 112.0;
const GLYPH: f32 = 2.0;

/// The words about a file.
struct Line<'a> {
    file: &'a RecentFile,
    name: String,
    role: String,
    date: String,
    verdict: String,
}

impl<'a> Line<'a> {
    fn of(words: &Words, file: &'a RecentFile) -> Self {
        let verdict = match (file.missing, &file.balance, file.last_audit) {
            (true, ..) => t!(words, "home-missing"),
            (_, Some(balance), _) => {
                verdict(balance).map_or_else(|| t!(words, "home-other-rules"), |it| verdict_words(words, it))
            }
            (_, None, Some(_)) => t!(words, "home-no-verdict"),
            (_, None, None) => t!(words, "home-no-audit"),
        };
        Self {
            file,
            name: foreign::name(&file.title),
            role: file.role.clone().unwrap_or_default(),
            date: file.last_audit.map(|it| words.day(it)).unwrap_or_default(),
            verdict,
        }
    }

    /// All of it, as one sentence.
    fn spoken(&self) -> String {
        let parts = [&self.name, &self.role, &self.date, &self.verdict];
        parts.into_iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(", ")
    }

    /// Name, role, day, glyph, verdict, in columns.
    fn on_one(&self, view: &View<'_>, ui: &Ui, rect: Rect, columns: &Columns) {
        let soft = |words: &String| theme::text(ui, Size::Small, Ink::InkSoft, words);
        let column = |from: f32, to: f32| {
            Rect::from_x_y_ranges(rect.left() + from..=(rect.left() + to).min(rect.right()), rect.y_range())
        };
        self.put_name(ui, column(0.0, columns.name));
        put(ui, column(columns.role.0, columns.role.1), Align::Min, soft(&self.role));
        put(ui, column(columns.role.1, columns.day), Align::Max, soft(&self.date));
        if self.file.missing {
            put(ui, column(columns.glyph + GLYPH, rect.width()), Align::Min, soft(&self.verdict));
        } else {
            glyph(view, ui, column(columns.glyph, columns.verdict), self.file.balance.as_ref());
            put(ui, column(columns.verdict, rect.width()), Align::Min, soft(&self.verdict));
        }
    }

    /// The name. If it is too long, a part in the middle is left out, so that the beginning and the end can be seen.
    fn put_name(&self, ui: &Ui, rect: Rect) {
        let words = |most| theme::text(ui, Size::Body, Ink::Ink, foreign::name_within(&self.file.title, most));
        let fits = |most| widgets::width_of(ui, words(most)) <= rect.width();
        let (mut most, mut too_many) = (0, foreign::LONGEST);
        if fits(too_many) {
            most = too_many;
        }
        while most + 1 < too_many {
            let middle = usize::midpoint(most, too_many);
            if fits(middle) { most = middle } else { too_many = middle }
        }
        put(ui, rect, Align::Min, words(most));
    }

    /// The name above, the rest below it.
    fn on_two(&self, view: &View<'_>, ui: &Ui, rect: Rect) {
        let (upper, lower) = rect.shrink2(vec2(0.0, 8.0)).split_top_bottom_at_fraction(0.5);
        let wide = rect.width() >= 320.0 && !self.file.missing;
        let room = if wide { upper.with_max_x(upper.right() - 96.0) } else { upper };
        self.put_name(ui, room);
        if wide {
            glyph(view, ui, upper.with_min_x(upper.right() - 80.0), self.file.balance.as_ref());
        }
        // The verdict is the most important, so it comes first: what does not fit is cut off at the end.
        let parts = [&self.verdict, &self.date, &self.role];
        let words = parts.into_iter().filter(|p| !p.is_empty()).cloned().collect::<Vec<_>>().join(" \u{b7} ");
        put(ui, lower, Align::Min, theme::text(ui, Size::Small, Ink::InkSoft, words));
    }
}

/// Words in the middle of a rectangle's height, cut off where they are too long.
fn put(ui: &Ui, rect: Rect, align: Align, words: RichText) {
    let font = theme::font(Size::Body, false);
    let galley = WidgetText::from(words).into_galley(ui, Some(TextWrapMode::Truncate), rect.width(), font);
    let x = if align == Align::Max { rect.right() - galley.size().x } else { rect.left() };
    let at = pos2(x, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, theme::color(ui, Ink::Ink));
}

/// The verdict of a balance as it was kept; `None` where it follows other rules than those of now.
fn verdict(balance: &BalanceSummary) -> Option<Verdict> {
    of_id(&balance.verdict).filter(|_| balance.rules == RULES)
}

/// The balance glyph, at the left of a rectangle, in the middle of its height.
fn glyph(view: &View<'_>, ui: &Ui, rect: Rect, balance: Option<&BalanceSummary>) {
    let lean =
        |b: &BalanceSummary| Some(BalanceInput { difference: b.difference, half: b.half_width, verdict: verdict(b)? });
    let scene = view.models.small_balance(balance.and_then(lean));
    widgets::paint(&scene, ui.painter(), pos2(rect.left(), rect.center().y - 8.0), 1.0, theme::palette(ui));
}
