//! Handles keys and clicks one at a time, in the order in which they were made.
//!
//! egui gives a frame all events since the previous frame. After the machine was busy for a moment, these can be several keys and
//! clicks. A screen that asks "was a digit pressed? was an arrow?" cannot tell which came first, nor which question was current
//! when the digit was pressed. Therefore, for every screen, dialog and menu:
//!
//! - A frame gets at most one *deed*: a key or a mouse button pressed or released, or a request of a screen reader. Later events
//!   wait for the next frame, including movements of the mouse after a click.
//! - Between two deeds there is one frame without any. So the second deed finds what the first one led to: the next question, with
//!   its widgets in place and the right focus. Releasing a mouse button belongs to the same deed, and so does a key that repeats
//!   because it is held; they need no such frame. A key that is pressed once more does.
//! - Letters for a text field are not deeds: the field takes them in their order, however many there are.

use std::collections::VecDeque;

use egui::{Context, Event, Key, Plugin, RawInput, Ui};

/// Installs these rules in a window.
///
/// It also makes a click count as a click however long the button is held, by a slow hand or because the machine is busy between
/// press and release. egui does not count it after 0.8 s.
pub fn install(ctx: &Context) {
    ctx.add_plugin(InOrder::default());
    ctx.options_mut(|options| options.input_options.max_click_duration = f64::INFINITY);
}

/// Whether this frame has a deed, or one waits for its frame. What goes on by itself gives way to it.
pub fn has_deed(ctx: &Context) -> bool {
    ctx.plugin_opt::<InOrder>().is_some_and(|order| {
        let order = order.lock();
        order.last.is_some() || order.waiting.iter().any(|event| Deed::of(event, order.typing).is_some())
    })
}

/// Gives events to frames by the rules above.
#[derive(Debug, Default)]
struct InOrder {
    waiting: VecDeque<Event>,
    /// The deed of the previous frame.
    last: Option<Deed>,
    /// Whether a text field has the focus.
    typing: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Deed {
    Key(Key),
    Repeated(Key),
    Pressed,
    Released,
    Asked,
}

impl Deed {
    fn of(event: &Event, typing: bool) -> Option<Self> {
        match event {
            Event::Key { key, pressed: true, modifiers, repeat, .. } => {
                let edits = typing && !modifiers.command && !modifiers.mac_cmd && !leaves_a_field(*key);
                (!edits).then_some(if *repeat { Self::Repeated(*key) } else { Self::Key(*key) })
            }
            Event::PointerButton { pressed: true, .. } => Some(Self::Pressed),
            Event::PointerButton { pressed: false, .. } => Some(Self::Released),
            Event::AccessKitActionRequest(_) => Some(Self::Asked),
            _ => None,
        }
    }

    /// Whether this belongs to the same deed as the previous event.
    fn continues(self, last: Self) -> bool {
        match (last, self) {
            (Self::Pressed, Self::Released) => true,
            (Self::Key(before) | Self::Repeated(before), Self::Repeated(key)) => before == key,
            _ => false,
        }
    }

    const fn is_at_a_place(self) -> bool {
        matches!(self, Self::Pressed | Self::Released)
    }
}

/// Keys that have a meaning besides text, even in a text field.
const fn leaves_a_field(key: Key) -> bool {
    matches!(key, Key::Tab | Key::Enter | Key::Escape | Key::F1)
}

/// Whether this event moves the pointer.
const fn moves(event: &Event) -> bool {
    matches!(
        event,
        Event::PointerMoved(_) | Event::PointerGone | Event::MouseWheel { .. } | Event::Zoom(_) | Event::Touch { .. }
    )
}

impl InOrder {
    /// The events for the next frame, out of all that are waiting.
    fn next(&mut self) -> Vec<Event> {
        let mut events = Vec::new();
        let last = self.last.take();
        while let Some(event) = self.waiting.front() {
            match (Deed::of(event, self.typing), self.last) {
                (Some(_), Some(_)) => break,
                (Some(deed), None) => {
                    if last.is_some_and(|last| !deed.continues(last)) {
                        break;
                    }
                    self.last = Some(deed);
                }
                (None, Some(deed)) if deed.is_at_a_place() && moves(event) => break,
                (None, _) => {}
            }
            events.extend(self.waiting.pop_front());
        }
        events
    }
}

impl Plugin for InOrder {
    fn debug_name(&self) -> &'static str {
        "events in their order"
    }

    fn input_hook(&mut self, _ctx: &Context, input: &mut RawInput) {
        self.waiting.extend(std::mem::take(&mut input.events));
        input.events = self.next();
    }

    fn on_end_pass(&mut self, ui: &mut Ui) {
        self.typing = ui.ctx().text_edit_focused();
        if !self.waiting.is_empty() {
            ui.ctx().request_repaint();
        }
    }
}

#[cfg(test)]
mod tests {
    use egui::{Modifiers, PointerButton, pos2};

    use super::*;

    fn key(key: Key, pressed: bool) -> Event {
        Event::Key { key, physical_key: None, pressed, repeat: false, modifiers: Modifiers::NONE }
    }

    fn button(pressed: bool) -> Event {
        let (pos, button, modifiers) = (pos2(5.0, 5.0), PointerButton::Primary, Modifiers::NONE);
        Event::PointerButton { pos, button, pressed, modifiers }
    }

    /// The frames that these events are spread over when all of them come at once.
    fn frames(typing: bool, events: Vec<Event>) -> Vec<Vec<Event>> {
        let mut order = InOrder { typing, ..InOrder::default() };
        order.waiting = events.into();
        let mut frames = Vec::new();
        while !order.waiting.is_empty() {
            frames.push(order.next());
        }
        frames
    }

    #[test]
    fn a_key_is_given_with_its_text_and_its_release_and_then_a_frame_passes() {
        let text = Event::Text("4".to_owned());
        let first = vec![key(Key::Num4, true), text, key(Key::Num4, false)];
        let second = vec![key(Key::ArrowRight, true), key(Key::ArrowRight, false)];
        let all = first.iter().chain(&second).cloned().collect();
        assert_eq!(frames(false, all), [first, vec![], second]);
    }

    #[test]
    fn a_key_that_is_held_needs_no_frame_between() {
        let held = || Event::Key {
            key: Key::ArrowRight,
            physical_key: None,
            pressed: true,
            repeat: true,
            modifiers: Modifiers::NONE,
        };
        let first = key(Key::ArrowRight, true);
        assert_eq!(frames(false, vec![first.clone(), held(), held()]), [[first], [held()], [held()]]);
    }

    #[test]
    fn a_key_that_is_pressed_once_more_finds_what_the_first_one_led_to() {
        let enter = || vec![key(Key::Enter, true), key(Key::Enter, false)];
        assert_eq!(frames(false, [enter(), enter()].concat()), [enter(), vec![], enter()]);
    }

    #[test]
    fn the_mouse_is_where_it_was_when_its_button_was_pressed() {
        let (there, away) = (Event::PointerMoved(pos2(5.0, 5.0)), Event::PointerMoved(pos2(90.0, 5.0)));
        let all = vec![there.clone(), button(true), button(false), away.clone(), key(Key::N, true)];
        let expected = [vec![there, button(true)], vec![button(false)], vec![away], vec![key(Key::N, true)]];
        assert_eq!(frames(false, all), expected);
    }

    #[test]
    fn letters_for_a_text_field_come_together_and_a_shortcut_alone() {
        let letters = vec![key(Key::A, true), Event::Text("a".to_owned()), key(Key::Backspace, true)];
        let save =
            Event::Key { key: Key::S, physical_key: None, pressed: true, repeat: false, modifiers: Modifiers::COMMAND };
        let all = letters.iter().cloned().chain([save.clone(), key(Key::Tab, true)]).collect();
        let mut together = letters;
        together.push(save);
        assert_eq!(frames(true, all), [together, vec![], vec![key(Key::Tab, true)]]);
    }
}
