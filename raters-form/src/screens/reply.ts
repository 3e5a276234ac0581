// The sealed reply, in three ways that hold the same: a file, a text, a code.

import { encode } from "uqr";
import type { App } from "../app";
import { h, svg } from "../dom";
import { first, foot, forgetButton, heading, progress, second } from "../parts";
import { showReview } from "./review";

/** Longer texts make codes with more dots than a telephone reads from a screen. */
const LONGEST_CODE = 1035;

/** The light edge that a code needs, in dots. */
const EDGE = 4;

function code(app: App, text: string): HTMLElement {
  if (text.length > LONGEST_CODE) return h("p", { class: "soft" }, app.speech.say("reply.qr_too_long"));
  const { data, size } = encode([...new TextEncoder().encode(text)], { ecc: "L", border: 0 });
  let path = "";
  data.forEach((row, y) => row.forEach((dark, x) => { if (dark) path += `M${x + EDGE} ${y + EDGE}h1v1h-1z`; }));
  const whole = size + 2 * EDGE;
  return h("div", { class: "code" }, svg(`0 0 ${whole} ${whole}`, { role: "img", "aria-label": app.speech.say("reply.qr_label"), "shape-rendering": "crispEdges" }, path));
}

function download(text: string, file: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: "application/octet-stream" }));
  const link = h("a", { href: address, download: file });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

async function copy(text: string, field: HTMLTextAreaElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    field.focus();
    field.select();
    try {
      return document.execCommand("copy");
    } catch {
      return false;
    }
  }
}

export function showReply(app: App): void {
  const { speech, round } = app;
  const sealed = app.kept.sealed;
  if (!sealed) return showReview(app);
  const say = (key: string, slots = {}) => speech.say(`reply.${key}`, slots);

  const said = h("p", { class: "soft small", role: "status" });
  const copied = h("p", { class: "soft small", role: "status" });
  const text = h("textarea", { readonly: true, rows: 9, class: "sealed", "aria-label": say("text_label"), spellcheck: "false" });
  text.value = sealed.text;
  const way = (title: string, words: string, ...parts: Node[]) => h("section", { class: "way" }, h("h2", {}, title), h("p", { class: "soft" }, words), ...parts);
  const save = () => { download(sealed.text, sealed.file); said.textContent = say("saved", { file: sealed.file }); };
  const copyIt = async () => { copied.textContent = say((await copy(sealed.text, text)) ? "copied" : "copy_failed"); };

  const title = heading(say("title"));
  app.show({
    name: "reply",
    title: say("progress"),
    top: progress(say("progress"), app.items, app.items),
    body: [
      title,
      h("p", { class: "lead" }, say("lead")),
      ...(round.collector.send.trim() ? [h("p", {}, say("send"))] : []),
      way(say("file"), say("file_text"), first(say("download"), save, "save"), said),
      way(say("text"), say("text_text"), text, second(say("copy"), () => void copyIt(), "copy"), copied),
      way(say("qr"), say("qr_text"), code(app, sealed.text)),
      h("section", { class: "way" }, h("h2", {}, say("after")), h("p", { class: "soft" }, say("after_text")), h("p", { class: "soft" }, say("once")), forgetButton(app)),
    ],
    foot: foot(second(say("change"), () => showReview(app), "back"), "", null),
    focus: title,
  });
}
