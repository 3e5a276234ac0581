// Parts that several screens share.

import type { App } from "./app";
import { h, icon } from "./dom";
import { showWelcome } from "./screens/welcome";

export const heading = (text: string): HTMLHeadingElement => h("h1", { tabindex: "-1" }, text);

type Press = () => void;

/** The first button of a screen; the arrow on stands behind its label, any other sign before it. */
export const first = (label: string, press: Press, mark?: "next" | "save"): HTMLButtonElement =>
  h("button", { type: "button", class: "button first", click: press }, mark === "save" ? icon(mark) : null, label, mark === "next" ? icon(mark) : null);

export const second = (label: string, press: Press, mark?: Parameters<typeof icon>[0]): HTMLButtonElement =>
  h("button", { type: "button", class: "button", click: press }, mark ? icon(mark) : null, label);

/** Where one is: words above a bar. */
export function progress(label: string, done: number, all: number): HTMLElement {
  return h("div", { class: "progress" }, h("p", { id: "progress" }, label), h("progress", { max: all, value: done, "aria-labelledby": "progress" }));
}

/** Back on the left, something to know in the middle, the way on at the right. */
export function foot(back: Node | null, middle: string, next: Node | null): Node {
  return h("div", { class: "ways" }, back ?? h("span"), h("p", { class: "soft small" }, middle), next ?? h("span"));
}

/** A statement, and what it means. */
export const point = (title: string, text: string): HTMLElement => h("li", {}, h("strong", {}, title), " ", h("span", { class: "soft" }, text));

/** The button that deletes what this browser keeps, after a question. */
export function forgetButton(app: App): HTMLElement {
  const say = (key: string) => app.speech.say(`forget.${key}`);
  const question = h("p", { id: "forget-question" }, h("strong", {}, say("question")), " ", say("consequence"));
  const box = h("dialog", { "aria-labelledby": "forget-question", class: "dialog" });
  const yes = h("button", { type: "button", class: "button first", click: () => {
    app.forget();
    box.close();
    showWelcome(app);
    app.announce(say("done"));
  } }, say("yes"));
  const no = h("button", { type: "button", class: "button", click: () => box.close() }, say("no"));
  box.append(question, h("div", { class: "row end" }, no, yes));
  return h("div", {}, second(say("button"), () => { box.showModal(); no.focus(); }, "bin"), box);
}
