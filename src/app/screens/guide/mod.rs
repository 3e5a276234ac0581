//! The guide: five short pages, each a Markdown file with inserted parts that are made from the instrument.

mod drawings;
mod example;
mod insert;
mod markdown;
mod prose;

use egui::accesskit::Role;
use egui::{Rect, Response, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use crate::app::command::{Command, GuidePage, Screen};
use crate::app::theme::{self, Icon, Ink, Size};
use crate::app::view::View;
use crate::app::widgets::{self, Button, focus_ring};
use crate::t;
use crate::words::Words;
use markdown::Block;

/// What the guide remembers: the parsed pages, and which one is shown.
#[derive(Debug, Default)]
pub struct State {
    pages: [Option<Vec<Block>>; 5],
    shown: Option<GuidePage>,
    /// The language of the pages.
    language: String,
    /// Counts the visits to pages.
    visit: usize,
    made: insert::State,
}

impl GuidePage {
    /// The name of its file, without the extension. Other pages link to it by this name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Sides => "sides",
            Self::Aspects => "aspects",
            Self::Questions => "questions",
            Self::Radar => "radar",
            Self::Numbers => "numbers",
        }
    }

    const fn text(self) -> &'static str {
        match self {
            Self::Sides => include_str!("../../../../assets/guide/en/sides.md"),
            Self::Aspects => include_str!("../../../../assets/guide/en/aspects.md"),
            Self::Questions => include_str!("../../../../assets/guide/en/questions.md"),
            Self::Radar => include_str!("../../../../assets/guide/en/radar.md"),
            Self::Numbers => include_str!("../../../../assets/guide/en/numbers.md"),
        }
    }

    /// The page before or after it.
    fn beside(self, step: isize) -> Option<Self> {
        let here = Self::ALL.iter().position(|page| *page == self)?;
        Self::ALL.get(here.checked_add_signed(step)?).copied()
    }
}

/// Width of the list of pages beside a page.
const LIST: f32 = 224.0;

/// Shows a page.
pub fn ui(view: &View<'_>, page: GuidePage, state: &mut State, ui: &mut Ui, commands: &mut Vec<Command>) {
    if state.shown.replace(page) != Some(page) {
        state.visit += 1;
    }
    let language = view.words.language();
    if state.language != language {
        state.pages = Default::default();
        state.language.clone_from(&language);
    }
    // Each visit begins at the top.
    let salt = format!("guide {}", state.visit);
    let State { pages, made, .. } = state;
    let blocks = pages[page as usize].get_or_insert_with(|| markdown::parse_in(&language, page.text()));
    let room = ui.max_rect();
    let content = |ui: &mut Ui| {
        widgets::scroll_keys(ui);
        body(&Guide { view, made }, page, blocks, ui)
    };
    let beside = room.width() >= theme::FULL + 2.0 * theme::SIDE;
    let target = if beside {
        let left = room.left() + (room.width() - theme::FULL) / 2.0;
        let list = Rect::from_min_max(pos2(left, room.top() + theme::WIDE), pos2(left + LIST, room.bottom()));
        let picked = list_ui(view.words, ui, list, page);
        // A little wider than the text, so that a focus ring is not cut off.
        let text = Rect::from_min_max(pos2(list.right() + theme::PAD, room.top()), room.max);
        let mut child = ui.new_child(UiBuilder::new().max_rect(text));
        let read = widgets::page_from(&mut child, &salt, theme::STEP, theme::READING, content);
        picked.or(read)
    } else {
        widgets::page(ui, &salt, theme::READING, |ui| {
            let picked = tabs_ui(view.words, ui, page);
            ui.add_space(theme::PAD);
            picked.or(content(ui))
        })
    };
    commands.extend(target.map(|page| Command::GoTo(Screen::Guide(page))));
}

/// The pages, one below the other.
fn list_ui(words: &Words, ui: &mut Ui, rect: Rect, current: GuidePage) -> Option<GuidePage> {
    let builder = UiBuilder::new().max_rect(rect).accessibility_role(Role::TabList);
    let mut list = ui.new_child(builder.accessibility_label(t!(words, "guide-pages")));
    list.spacing_mut().item_spacing.y = theme::HALF;
    GuidePage::ALL.into_iter().filter(|page| tab(words, &mut list, *page, *page == current, LIST).clicked()).last()
}

/// The pages, beside each other.
fn tabs_ui(words: &Words, ui: &mut Ui, current: GuidePage) -> Option<GuidePage> {
    let builder = UiBuilder::new().accessibility_role(Role::TabList).accessibility_label(t!(words, "guide-pages"));
    ui.scope_builder(builder, |ui| {
        ui.spacing_mut().interact_size.y = 32.0;
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(theme::HALF, theme::HALF);
            GuidePage::ALL.into_iter().filter(|page| tab(words, ui, *page, *page == current, 0.0).clicked()).last()
        })
        .inner
    })
    .inner
}

/// One entry, with the short title where it is only as wide as its words.
fn tab(words: &Words, ui: &mut Ui, page: GuidePage, current: bool, width: f32) -> Response {
    let (size, label) =
        if width > 0.0 { (Size::Body, page.title(words)) } else { (Size::Small, page.short_title(words)) };
    let words = ui.painter().layout_no_wrap(label.clone(), theme::font(size, current), theme::color(ui, Ink::Ink));
    let height = if width > 0.0 { theme::BUTTON } else { 32.0 };
    let padding = 12.0;
    let (rect, response) =
        ui.allocate_exact_size(vec2(width.max(words.size().x + 2.0 * padding), height), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Tab, true, current, &label));
    if current || response.hovered() {
        ui.painter().rect_filled(rect, theme::RADIUS, theme::color(ui, Ink::Select));
    }
    let at = pos2(rect.left() + padding, rect.center().y - words.size().y / 2.0);
    ui.painter().galley(at, words, theme::color(ui, Ink::Ink));
    focus_ring(ui, &response, theme::RADIUS);
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}

/// What a page is shown with.
struct Guide<'a> {
    view: &'a View<'a>,
    made: &'a insert::State,
}

/// The page itself, with links to other pages at its foot. Returns the page that was asked for.
fn body(guide: &Guide<'_>, page: GuidePage, blocks: &[Block], ui: &mut Ui) -> Option<GuidePage> {
    let mut pressed = None;
    for (i, block) in blocks.iter().enumerate() {
        let found = ui.push_id(i, |ui| self::block(guide, block, ui)).inner;
        pressed = pressed.or(found);
    }
    ui.add_space(theme::PAD);
    widgets::divider(ui);
    ui.add_space(theme::STEP);
    pressed.or(ways_on(guide.view.words, page, ui))
}

fn block(guide: &Guide<'_>, block: &Block, ui: &mut Ui) -> Option<GuidePage> {
    match block {
        Block::Heading(1, words) => prose::heading(ui, words, 1),
        Block::Heading(level, words) => {
            ui.add_space(theme::GAP);
            prose::heading(ui, words, *level)
        }
        Block::Paragraph(words) => {
            let pressed = prose::prose(ui, words, Size::Body, Ink::Ink);
            ui.add_space(theme::HALF);
            pressed
        }
        Block::Bullets(entries) => {
            let pressed = prose::bullets(ui, entries);
            ui.add_space(theme::HALF);
            pressed
        }
        Block::Table(rows) => prose::table(ui, rows),
        Block::Insert(made) => {
            ui.add_space(theme::STEP);
            insert::ui(guide.view, *made, guide.made, ui);
            ui.add_space(theme::GAP);
            None
        }
    }
}

/// The page before and the page after.
fn ways_on(words: &Words, page: GuidePage, ui: &mut Ui) -> Option<GuidePage> {
    let mut pressed = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = theme::GAP;
        for (target, icon, back) in
            [(page.beside(-1), Icon::ArrowLeft, true), (page.beside(1), Icon::ArrowRight, false)]
        {
            let Some(target) = target else { continue };
            let title = target.title(words);
            let spoken = if back {
                t!(words, "guide-previous", title = title.as_str())
            } else {
                t!(words, "guide-next", title = title.as_str())
            };
            let button = Button::new(&title).name(&spoken);
            let button = if back { button.icon(icon) } else { button.trailing(icon) };
            let response = ui.add(button);
            if response.clicked() {
                // Reading continues at the top of the other page.
                response.surrender_focus();
                pressed = Some(target);
            }
        }
    });
    pressed
}
