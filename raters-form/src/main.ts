// Starts the form: reads what the page holds, or says why it cannot be used.

import { App } from "./app";
import { h } from "./dom";
import { paper } from "./paper";
import { heading } from "./parts";
import { readRound, Unusable } from "./round";
import { showWelcome } from "./screens/welcome";
import { canSeal } from "./seal";
import { Speech, type Words } from "./words";

const block = (id: string): string => document.getElementById(id)?.textContent ?? "";

function trouble(root: HTMLElement, speech: Speech, key: string): void {
  const title = heading(speech.say("trouble.title"));
  root.replaceChildren(h("div", { class: "page", "data-screen": "trouble" }, h("main", { class: "column" }, title, h("p", { class: "lead" }, speech.say(`trouble.${key}`)))));
  title.focus();
}

function start(): void {
  const root = document.getElementById("form");
  if (!root) return;
  const words = JSON.parse(block("words")) as Words;
  const unknown = new Speech(words, { collector: (words.form.trouble as Record<string, string>).somebody });
  try {
    const round = readRound(block("round"));
    const speech = new Speech(words, {
      person: round.person, collector: round.collector.name, send: round.collector.send, items: round.items.length,
      invited: round.invited, mean: round.limits.mean, comments: round.limits.comments,
    });
    document.title = speech.say("title");
    document.body.append(paper(round, speech));
    if (!canSeal()) return trouble(root, speech, "no_random");
    showWelcome(new App(round, speech, root));
  } catch (error) {
    trouble(root, unknown, error instanceof Unusable ? error.key : "unreadable");
  }
}

start();
