//! The rail at the left, with the screens to go to. It is wide with words beside the icons, narrow with words below them, and has
//! icons alone where the window is very small or its text very large.

use egui::accesskit::Role;
use egui::{Align2, CornerRadius, Frame, Panel, Rect, Response, Sense, Ui, UiBuilder, Vec2, WidgetInfo, pos2, vec2};

use crate::app::command::{Command, GuidePage, Screen};
use crate::app::theme::{self, Icon, Ink, Size};
use crate::app::view::View;
use crate::app::widgets::arrival::{self, Region};
use crate::app::widgets::focus_ring_inside;
use crate::t;
use crate::words::Words;

/// The form of the rail.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Wide,
    Narrow,
    Icons,
}

impl Form {
    /// Icons alone: with very large text there is not enough height for words below them.
    #[expect(clippy::cast_precision_loss, reason = "a handful of entries")]
    fn of(room: Vec2, entries: usize) -> Self {
        let height = |item: f32| 72.0 + item * entries as f32;
        if room.x >= 1080.0 && room.y >= height(40.0) {
            Self::Wide
        } else if room.x >= 640.0 && room.y >= height(56.0) + 8.0 {
            Self::Narrow
        } else {
            Self::Icons
        }
    }

    const fn width(self) -> f32 {
        match self {
            Self::Wide => 208.0,
            Self::Narrow => 80.0,
            Self::Icons => 48.0,
        }
    }

    /// The size of an entry. Icons alone are closer together where all of them would not have room.
    #[expect(clippy::cast_precision_loss, reason = "a handful of entries")]
    fn item(self, ui: &Ui, entries: usize) -> Vec2 {
        match self {
            Self::Wide => vec2(192.0, 40.0),
            Self::Narrow => vec2(64.0, 56.0),
            Self::Icons => {
                let each = (ui.ctx().content_rect().height() - 12.0) / entries as f32;
                vec2(40.0, each.floor().clamp(28.0, 40.0))
            }
        }
    }

    /// Whether there is room for the mark of the program above the entries.
    #[expect(clippy::cast_precision_loss, reason = "a handful of entries")]
    fn has_mark(self, ui: &Ui, entries: usize) -> bool {
        self != Self::Icons || ui.ctx().content_rect().height() >= 56.0 + 40.0 * entries as f32
    }
}

/// The screens of the upper group. What others see is among them once there is something of it.
fn above(view: &View<'_>) -> impl Iterator<Item = Screen> {
    let others = view.others.is_some() || view.screen == Screen::Others;
    let all =
        [Screen::Home, Screen::Audit, Screen::Result, Screen::Others, Screen::Tracks, Screen::Plan, Screen::History];
    all.into_iter().filter(move |screen| others || *screen != Screen::Others)
}

/// The screens of the lower group.
const BELOW: [Screen; 2] = [Screen::Guide(GuidePage::Sides), Screen::Settings];

/// Shows the rail.
pub fn rail(view: &View<'_>, ui: &mut Ui, commands: &mut Vec<Command>) {
    let entries = above(view).count() + BELOW.len();
    let form = Form::of(ui.ctx().content_rect().size(), entries);
    let frame = Frame::new().fill(theme::color(ui, Ink::Rail));
    let panel = Panel::left("rail").resizable(false).exact_size(form.width()).frame(frame).show_separator_line(false);
    panel.show(ui, |ui| {
        let edge = ui.max_rect();
        let x = ui.painter().round_to_pixel_center(edge.right() - 0.5);
        ui.painter().vline(x, edge.y_range(), theme::stroke(ui, 1.0, Ink::Line));
        ui.spacing_mut().item_spacing = Vec2::ZERO;
        let left = ((form.width() - form.item(ui, entries).x) / 2.0).floor();
        let inner = Rect::from_min_max(pos2(edge.left() + left, edge.top()), edge.max);
        let builder = UiBuilder::new().max_rect(inner).accessibility_role(Role::Navigation);
        ui.scope_builder(builder, |ui| items(view, ui, Rows { form, entries }, commands));
    });
}

/// How the entries are shown.
#[derive(Clone, Copy)]
struct Rows {
    form: Form,
    /// How many there are.
    entries: usize,
}

impl Rows {
    /// The size of an entry.
    fn item(self, ui: &Ui) -> Vec2 {
        self.form.item(ui, self.entries)
    }
}

fn items(view: &View<'_>, ui: &mut Ui, rows: Rows, commands: &mut Vec<Command>) {
    if rows.form.has_mark(ui, rows.entries) {
        mark(view.words, ui, rows);
    }
    // With very large text in a very small window, every point counts, since all entries must be visible.
    let between = if rows.form == Form::Icons { 4.0 } else { 8.0 };
    ui.add_space(between);
    for screen in above(view) {
        item(view, ui, rows, screen, commands);
    }
    let foot = 2.0 * rows.item(ui).y + 8.0;
    ui.add_space((ui.max_rect().bottom() - ui.cursor().top() - foot).max(between));
    for screen in BELOW {
        item(view, ui, rows, screen, commands);
    }
}

/// One entry, as in the list of commands.
fn item(view: &View<'_>, ui: &mut Ui, rows: Rows, screen: Screen, commands: &mut Vec<Command>) {
    let (command, now) = (Command::GoTo(screen), view.command_context());
    let current = match screen {
        Screen::Guide(_) => matches!(view.screen, Screen::Guide(_)),
        Screen::Settings => matches!(view.screen, Screen::Settings | Screen::Licences),
        screen => screen == view.screen,
    };
    let stands = Now { current, enabled: command.is_possible(&now) };
    let response = paint(ui, rows, icon_of(screen), &command.label(view.words), stands);
    ui.accesskit_node_builder(response.id, |node| node.set_selected(current));
    if current {
        arrival::region(ui.ctx(), Region::Rail, response.id, ui.max_rect());
    }
    if response.clicked() {
        commands.push(command);
        return;
    }
    if let Some(why) = command.why_not(view.words, &now) {
        response.on_hover_text(why);
    }
}

fn mark(words: &Words, ui: &mut Ui, rows: Rows) {
    let form = rows.form;
    let (rect, _) =
        ui.allocate_exact_size(vec2(rows.item(ui).x, if form == Form::Icons { 48.0 } else { 56.0 }), Sense::hover());
    let ink = theme::color(ui, Ink::Ink);
    if form == Form::Wide {
        let icon = Rect::from_center_size(pos2(rect.left() + 22.0, rect.center().y), Vec2::splat(20.0));
        Icon::Mark.paint(ui, icon, ink);
        let at = pos2(rect.left() + 44.0, rect.center().y);
        ui.painter().text(at, Align2::LEFT_CENTER, t!(words, "app-name"), theme::font(Size::Body, true), ink);
    } else {
        Icon::Mark.paint(ui, Rect::from_center_size(rect.center(), Vec2::splat(20.0)), ink);
    }
}

/// The icon of a screen. The preview and the licences belong to other screens.
const fn icon_of(screen: Screen) -> Icon {
    match screen {
        Screen::Home => Icon::Home,
        Screen::Audit => Icon::Audit,
        Screen::Result | Screen::Print => Icon::Result,
        Screen::Others => Icon::People,
        Screen::Tracks => Icon::Tracks,
        Screen::Plan => Icon::Plan,
        Screen::History => Icon::History,
        Screen::Guide(_) => Icon::Guide,
        Screen::Settings | Screen::Licences => Icon::Settings,
    }
}

/// The present state of an entry.
#[derive(Clone, Copy)]
struct Now {
    /// Whether it is the current screen.
    current: bool,
    /// Whether it can be opened.
    enabled: bool,
}

fn paint(ui: &mut Ui, rows: Rows, icon: Icon, label: &str, Now { current, enabled }: Now) -> Response {
    let sense = if enabled { Sense::click() } else { Sense::hover() };
    let (rect, response) = ui.allocate_exact_size(rows.item(ui), sense);
    let form = rows.form;
    response.widget_info(|| WidgetInfo::selected(Role::Tab, enabled, current, label));
    if current || (enabled && response.hovered()) {
        ui.painter().rect_filled(rect, CornerRadius::same(theme::RADIUS), theme::color(ui, Ink::Select));
    }
    let ink = theme::color(ui, if enabled { Ink::Ink } else { Ink::InkOff });
    let side = Vec2::splat(20.0);
    match form {
        Form::Wide => {
            icon.paint(ui, Rect::from_center_size(pos2(rect.left() + 22.0, rect.center().y), side), ink);
            let at = pos2(rect.left() + 44.0, rect.center().y);
            ui.painter().text(at, Align2::LEFT_CENTER, label, theme::font(Size::Body, current), ink);
        }
        Form::Narrow => {
            icon.paint(ui, Rect::from_center_size(pos2(rect.center().x, rect.top() + 18.0), side), ink);
            let at = pos2(rect.center().x, rect.top() + 41.0);
            ui.painter().text(at, Align2::CENTER_CENTER, label, theme::font(Size::Small, current), ink);
        }
        Form::Icons => icon.paint(ui, Rect::from_center_size(rect.center(), side), ink),
    }
    focus_ring_inside(ui, &response, theme::RADIUS);
    if form == Form::Icons { response.on_hover_text(label) } else { response }
}
