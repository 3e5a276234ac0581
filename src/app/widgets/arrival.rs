//! Where the focus is when another screen, part or step has come.
//!
//! # Rules
//! - A frame says what it shows with [`begin`] and [`part`]. When that is other than in the frame before, the focus **lands**: on what a
//!   screen gave it itself in this frame; else on what comes next ([`next`], the first button of a screen) where all of it is in sight;
//!   else on the title of the page, so that it is read out and Tab goes on from there.
//! - A title is no stop of Tab: it can have the focus only when it lands there.
//! - What has the focus may go: a form that is closed, an item of a menu, whatever Esc is pressed in. While keys are used the focus then
//!   goes back to where it came from, as far as that is still there, else it lands as if the screen had come.
//! - A ring is drawn round the focus only while keys are used. Whoever clicks knows where they are.
//! - F6 goes from region to region: rail, bar, page; Shift+F6 goes back. In a region the focus is on what [`region`] named, in the page
//!   where it would land.

use std::hash::{DefaultHasher, Hash, Hasher};

use egui::{Context, Event, Id, Key, Modifiers, Rect, Response, Ui};

/// A part of the window that F6 goes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Region {
    /// The rail at the left.
    Rail,
    /// The bar at the top.
    Bar,
    /// The screen.
    Page,
}

impl Region {
    const ALL: [Self; 3] = [Self::Rail, Self::Bar, Self::Page];
}

/// What is known of this frame and the one before.
#[derive(Clone, Debug, Default)]
struct Arrivals {
    /// What this frame shows.
    shows: u64,
    /// What the frame before showed.
    showed: u64,
    /// What had the focus when this frame began.
    had: Option<Id>,
    /// The title of the page, and that of the frame before.
    title: Option<Id>,
    titled: Option<Id>,
    /// What comes next, where it is in sight.
    next: Option<Id>,
    /// Where the rail and the bar are entered, and where they lie.
    entries: [Option<(Id, Rect)>; 2],
    /// Whether keys are used.
    by_keys: bool,
    /// What had the focus before, the latest last.
    trail: Vec<Id>,
    /// What the end of this frame gives the focus to, and what that of the frame before gave it to.
    gives: Option<Id>,
    given: Option<Id>,
    /// For how many frames nothing has had the focus, while keys are used.
    lost: u8,
    /// Whether something came behind a dialog, so that the focus has still to land on it.
    owed: bool,
    /// Whether a dialog was over the screen in the frame before.
    covered: bool,
}

/// So many places are remembered to go back to.
const TRAIL: usize = 8;

fn with<R>(ctx: &Context, change: impl FnOnce(&mut Arrivals) -> R) -> R {
    ctx.data_mut(|data| change(data.get_temp_mut_or_default::<Arrivals>(Id::unique("arrivals"))))
}

/// Begins a frame, which shows this.
pub fn begin(ctx: &Context, shows: impl Hash) {
    let by_keys = ctx.input(|input| {
        let of = |event: &Event| match event {
            Event::Key { pressed: true, .. } => Some(true),
            Event::AccessKitActionRequest(request) => {
                (request.action == egui::accesskit::Action::Focus).then_some(true)
            }
            Event::PointerButton { pressed: true, .. } => Some(false),
            _ => None,
        };
        input.events.iter().filter_map(of).next_back()
    });
    let had = ctx.memory(egui::Memory::focused);
    with(ctx, |it| {
        it.showed = it.shows;
        it.shows = hash(0, shows);
        it.titled = it.title.take();
        (it.had, it.next) = (had, None);
        it.given = it.gives.take();
        it.by_keys = by_keys.unwrap_or(it.by_keys);
    });
}

/// Says that this frame shows this, too: a step or a part of a screen.
pub fn part(ctx: &Context, shows: impl Hash) {
    with(ctx, |it| it.shows = hash(it.shows, shows));
}

/// Whether this frame shows something else than the one before, as far as it has said until now.
pub fn came(ctx: &Context) -> bool {
    with(ctx, |it| it.shows != it.showed)
}

fn hash(before: u64, shows: impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    before.hash(&mut hasher);
    shows.hash(&mut hasher);
    hasher.finish()
}

/// Names what comes next on this screen. The first one counts that is wholly in sight.
pub fn next(ui: &Ui, response: &Response) {
    if response.enabled() && ui.clip_rect().contains_rect(response.rect) {
        with(ui.ctx(), |it| it.next = it.next.or(Some(response.id)));
    }
}

/// Names the title of the page. The first of a frame counts; false for the others.
pub(super) fn title(ctx: &Context, id: Id) -> bool {
    with(ctx, |it| *it.title.get_or_insert(id) == id)
}

/// Whether the focus landed on the title, and this frame has none yet.
pub(super) fn is_on_title(ctx: &Context) -> bool {
    let title = with(ctx, |it| it.titled.filter(|_| it.title.is_none()));
    title.is_some() && ctx.memory(egui::Memory::focused) == title
}

/// Names where a region is entered, and where it lies.
pub fn region(ctx: &Context, region: Region, id: Id, rect: Rect) {
    if let Some(at) = Region::ALL.iter().position(|it| *it == region).filter(|at| *at < 2) {
        with(ctx, |it| it.entries[at] = Some((id, rect)));
    }
}

/// Whether the focus is to be seen.
pub(super) fn shows_focus(ctx: &Context) -> bool {
    with(ctx, |it| it.by_keys)
}

fn give(ctx: &Context, id: Id) {
    ctx.memory_mut(|memory| memory.request_focus(id));
    with(ctx, |it| it.gives = Some(id));
    ctx.request_repaint();
}

/// Whether this has the focus because the end of the frame before gave it to it: then it scrolls into sight.
pub(super) fn is_given(ctx: &Context, id: Id) -> bool {
    with(ctx, |it| it.given == Some(id))
}

/// Remembers what has the focus, and looks for it where nothing has it any more.
fn keep(ctx: &Context, it: &Arrivals, focused: Option<Id>, land: Option<Id>) {
    let is_covered = ctx.memory(|memory| memory.top_modal_layer().is_some());
    if focused.is_none() && it.by_keys && !it.trail.is_empty() && !is_covered {
        go_back(ctx, it, land);
        return;
    }
    with(ctx, |it| {
        it.lost = 0;
        match focused {
            Some(id) => remember(&mut it.trail, id),
            // Whoever clicks beside everything wants nothing to have it.
            None if !it.by_keys => it.trail.clear(),
            None => {}
        }
    });
}

/// Gives the focus to where it came from. For one frame nothing may have it: when Tab goes from the last to the first.
fn go_back(ctx: &Context, it: &Arrivals, land: Option<Id>) {
    with(ctx, |it| it.lost = it.lost.saturating_add(1));
    if it.lost == 1 {
        let there = |id: &&Id| ctx.read_response(**id).is_some_and(|it| it.enabled() && it.sense.is_focusable());
        if let Some(id) = it.trail.iter().rev().find(there).copied().or(land) {
            give(ctx, id);
        }
    }
    if it.lost < 2 {
        ctx.request_repaint();
    }
}

fn remember(trail: &mut Vec<Id>, id: Id) {
    trail.retain(|it| *it != id);
    trail.push(id);
    if trail.len() > TRAIL {
        trail.remove(0);
    }
}

/// Ends a frame: gives the focus to where it lands, or where F6 goes.
pub fn end(ctx: &Context, is_free: bool) {
    let it = with(ctx, |it| it.clone());
    let focused = ctx.memory(egui::Memory::focused);
    let land = it.next.or(it.title);
    let came = it.shows != it.showed;
    // egui takes the focus from a widget that can no longer have it.
    if came {
        with(ctx, |it| it.trail.clear());
    }
    if came && (focused.is_none() || focused == it.had) && is_free {
        if let Some(id) = land {
            give(ctx, id);
        }
        return;
    }
    if !is_free {
        with(ctx, |it| (it.owed, it.covered) = (it.owed || came, true));
        return;
    }
    // A dialog that came by itself has nothing to go back to.
    let uncovered = with(ctx, |it| std::mem::take(&mut it.covered)) && it.trail.is_empty();
    let owed = with(ctx, |it| std::mem::take(&mut it.owed)) || uncovered;
    if owed && focused.is_none() {
        if let Some(id) = land {
            give(ctx, id);
        }
        return;
    }
    let back = ctx.input_mut(|input| input.consume_key(Modifiers::SHIFT, Key::F6));
    let on = !back && ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::F6));
    if !back && !on {
        keep(ctx, &it, focused, land);
        return;
    }
    let place = focused.and_then(|id| ctx.read_response(id)).map(|response| response.rect.center());
    let within = |at: usize| place.zip(it.entries[at]).is_some_and(|(place, (_, rect))| rect.contains(place));
    let now = (0..2).find(|at| within(*at)).unwrap_or(2);
    let all = [it.entries[0].map(|(id, _)| id), it.entries[1].map(|(id, _)| id), land];
    let step = if back { 2 } else { 1 };
    let found = (1..=3).map(|steps| all[(now + steps * step) % 3]).find_map(|id| id);
    if let Some(id) = found {
        give(ctx, id);
    }
}
