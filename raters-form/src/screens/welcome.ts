// The first screen: what is asked, who can read what, and how to answer. All of it before the first question.

import type { App, Screen } from "../app";
import { h } from "../dom";
import { first, forgetButton, heading, point, second } from "../parts";
import { OPEN } from "../reply";
import type { Round } from "../round";
import type { Speech } from "../words";
import { showComments } from "./comments";
import { showItem } from "./item";
import { showReply } from "./reply";
import { showReview } from "./review";

/** What this rater's group means for being known: [statement, meaning]. */
export function groupPoint(round: Round, speech: Speech): [string, string] {
  const { group, invited, limits } = round;
  const say = (key: string) => speech.say(`welcome.${key}`);
  if (group === "manager" && invited === 1) return [say("alone_title"), say("alone_manager")];
  if (invited < limits.mean) return [say("few_title"), say("few")];
  return [say("group_title"), say("group")];
}

function whoReads(round: Round, speech: Speech): HTMLElement {
  const say = (key: string) => speech.say(`welcome.${key}`);
  return h(
    "ul",
    { class: "points" },
    // First what depends on who answers: somebody who is alone in a group will be known.
    point(...groupPoint(round, speech)),
    point(say("collector_title"), say("collector")),
    point(say("person_title"), say("person")),
    point(say("comments_title"), say("comments")),
    point(say("carrier_title"), say("carrier")),
  );
}

function goOn(app: App): void {
  if (app.kept.sealed) return showReply(app);
  const place = app.kept.place;
  if (place < app.items) showItem(app, place);
  else if (place === app.items) showComments(app);
  else showReview(app);
}

function keysSwitch(app: App): HTMLElement {
  const box = h("input", { type: "checkbox", id: "keys", checked: app.kept.keys, "aria-describedby": "keys-text", change: () => app.note({ keys: box.checked }) });
  return h("div", { class: "switch" }, box, h("div", {}, h("label", { for: "keys" }, app.speech.say("welcome.keys")), h("p", { id: "keys-text", class: "soft small" }, app.speech.say("welcome.keys_text"))));
}

export function showWelcome(app: App): void {
  const say = (key: string, slots = {}) => app.speech.say(`welcome.${key}`, slots);
  const { group, until } = app.round;
  const title = heading(app.speech.say("title"));
  const answered = app.items - app.count(OPEN);
  const kept = app.begun
    ? h("div", { class: "note" }, h("p", {}, say("resumed", { answered })), forgetButton(app))
    : app.drawer.works ? null : h("div", { class: "note" }, h("p", {}, say("unkept")));
  const screen: Screen = {
    name: "welcome",
    title: app.speech.say("welcome.short"),
    top: null,
    body: [
      title,
      h("p", { class: "lead" }, say("lead")),
      h("p", { class: "soft" }, say(`as_${group}`), until ? ` ${say("until", { date: app.speech.date(until) })}` : ""),
      kept ?? "",
      h("h2", {}, say("who")),
      whoReads(app.round, app.speech),
      h("h2", {}, say("how")),
      keysSwitch(app),
      h("div", { class: "paperway" }, h("p", {}, h("strong", {}, say("paper")), " ", h("span", { class: "soft" }, say("paper_text"))), second(say("print"), () => window.print(), "print")),
    ].map((part) => (typeof part === "string" ? document.createTextNode(part) : part)),
    foot: h("div", { class: "ways" }, h("span"), h("span"), first(app.begun ? say("resume") : say("begin"), () => goOn(app), "next")),
    focus: title,
  };
  app.show(screen);
}
