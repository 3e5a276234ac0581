// One question a screen: five answers of how often, and two that say why there is none.

import type { App } from "../app";
import { h, icon } from "../dom";
import { foot, heading, progress } from "../parts";
import { NO_OCCASION, NOT_SEEN, OPEN } from "../reply";
import { showComments } from "./comments";
import { showWelcome } from "./welcome";

/** Seconds that a question and the end take: guesses, for the words about the time left. */
const SECONDS_EACH = 8;
const SECONDS_AT_END = 45;

/** So long a tapped answer is seen before the next question comes. */
const SEEN_MS = 160;

function left(app: App, place: number): string {
  const seconds = (app.items - place) * SECONDS_EACH + SECONDS_AT_END;
  return seconds < 60 ? app.speech.say("item.left_last") : app.speech.say("item.left", { minutes: Math.round(seconds / 60) });
}

export function answerLabel(app: App, answer: number): string {
  const { answers, no_occasion, not_seen } = app.speech.words.behaviour;
  if (answer === NO_OCCASION) return no_occasion.label;
  if (answer === NOT_SEEN) return not_seen.label;
  return answers[answer - 1]?.label ?? "";
}

function goTo(app: App, place: number): void {
  if (place >= app.items) showComments(app);
  else if (place < 0) showWelcome(app);
  else showItem(app, place);
}

export function showItem(app: App, place: number): void {
  const { speech } = app;
  const { behaviour } = speech.words;
  const item = app.order[place];
  app.note({ place });
  let leaving = false;

  const answer = (value: number) => {
    app.change({ answers: app.kept.answers.map((old, i) => (i === item ? value : old)) });
    app.announce(speech.say("item.kept", { answer: answerLabel(app, value) }));
    nextLabel.textContent = speech.say("item.next");
  };
  const leave = (to: number) => {
    if (leaving) return;
    leaving = true;
    goTo(app, to);
  };

  const choice = (value: number, label: string, sentence: string) => {
    const radio = h("input", {
      type: "radio", name: "answer", value, id: `answer-${value}`, checked: app.kept.answers[item] === value,
      "aria-labelledby": `label-${value}`, "aria-describedby": `sentence-${value}`,
      change: () => answer(value),
    });
    // A tap or a mouse click goes on. `detail` is 0 where keys or a screen reader chose: they stay until Enter.
    const row = h("label", { class: "answer", for: `answer-${value}`, click: (event: MouseEvent) => {
      if (event.detail === 0 || event.target === radio) return;
      event.preventDefault();
      radio.checked = true;
      answer(value);
      setTimeout(() => leave(place + 1), SEEN_MS);
    } }, radio, h("span", { class: "bubble", "aria-hidden": "true" }, String(value)), h("span", { class: "label", id: `label-${value}` }, label), h("span", { class: "sentence", id: `sentence-${value}` }, speech.fill(sentence)));
    return row;
  };

  const title = heading(app.text(item));
  title.id = "question";
  const frame = h("p", { class: "frame", id: "frame" }, speech.fill(behaviour.frame));
  const open = app.kept.answers[item] === OPEN;
  const nextLabel = h("span", {}, speech.say(open ? "item.skip" : "item.next"));
  const form = h(
    "form",
    { id: "answers", submit: (event: Event) => { event.preventDefault(); leave(place + 1); } },
    h("fieldset", { "aria-labelledby": "question", "aria-describedby": "frame" },
      h("div", { class: "answers" }, ...behaviour.answers.map((words) => choice(words.value, words.label, words.sentence))),
      h("div", { class: "answers apart" }, choice(NO_OCCASION, behaviour.no_occasion.label, behaviour.no_occasion.sentence), choice(NOT_SEEN, behaviour.not_seen.label, behaviour.not_seen.sentence))),
  );
  const back = h("button", { type: "button", class: "button", click: () => leave(place - 1) }, icon("back"), speech.say("item.back"));
  const next = h("button", { type: "submit", form: "answers", class: "button first" }, nextLabel, icon("next"));
  const number = speech.say("item.progress", { number: place + 1 });
  app.show({
    name: "item",
    title: number,
    top: progress(number, place, app.items),
    body: [frame, title, form],
    foot: foot(back, left(app, place), next),
    focus: title,
    key: (event) => {
      if (event.repeat) return false;
      const value = Number(event.key);
      if (app.kept.keys && event.key.length === 1 && value >= 1 && value <= NOT_SEEN) {
        answer(value);
        leave(place + 1);
        return true;
      }
      // Enter on the question goes on; on a button or an answer the browser does it by itself.
      if (event.key === "Enter" && (document.activeElement === title || document.activeElement === document.body)) {
        leave(place + 1);
        return true;
      }
      // The arrows reach the answers from the question, as they would from one of them.
      if (event.key === "ArrowDown" && document.activeElement === title) {
        form.querySelector<HTMLInputElement>(open ? "input" : "input:checked")?.focus();
        return true;
      }
      return false;
    },
  });
}
