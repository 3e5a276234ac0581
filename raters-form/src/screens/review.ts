// The last look before sealing: how much is answered, what was left open.

import type { App } from "../app";
import { h } from "../dom";
import { first, foot, heading, progress, second } from "../parts";
import { NO_OCCASION, NOT_SEEN, OPEN, pack, tidy } from "../reply";
import { newFileName, seal } from "../seal";
import { showComments } from "./comments";
import { showItem } from "./item";
import { showReply } from "./reply";

function figures(app: App): HTMLElement {
  const say = (key: string) => app.speech.say(`review.${key}`);
  const comments = [app.kept.keep, app.kept.change].filter((comment) => tidy(comment) !== "").length;
  const rows: [string, string][] = [
    [say("answered"), String(app.count(1, 2, 3, 4, 5))],
    [say("no_occasion"), String(app.count(NO_OCCASION))],
    [say("not_seen"), String(app.count(NOT_SEEN))],
    [say("open"), String(app.count(OPEN))],
    [say("comments"), say(["comments_none", "comments_one", "comments_two"][comments])],
  ];
  return h("dl", { class: "figures" }, ...rows.map(([name, value]) => h("div", {}, h("dt", {}, name), h("dd", {}, value))));
}

function openOnes(app: App): HTMLElement | null {
  const open = app.order.map((item, place) => ({ item, place })).filter(({ item }) => app.kept.answers[item] === OPEN);
  if (open.length === 0) return null;
  const link = (item: number, place: number) =>
    h("li", {}, h("button", { type: "button", class: "link", click: () => showItem(app, place) }, app.speech.say("review.go", { number: place + 1, text: app.text(item) })));
  return h("section", { class: "open" }, h("h2", {}, app.speech.say("review.open_list")), h("ul", { class: "plain" }, ...open.map(({ item, place }) => link(item, place))));
}

export function showReview(app: App): void {
  const { speech, round } = app;
  const say = (key: string) => speech.say(`review.${key}`);
  app.note({ place: app.items + 1 });
  const empty = app.count(OPEN) === app.items && tidy(app.kept.keep) === "" && tidy(app.kept.change) === "";
  const trouble = h("p", { class: "note", role: "alert", hidden: true });
  const button = first(say("seal"), async () => {
    button.disabled = true;
    try {
      const { token, answers, keep, change } = app.kept;
      const clear = pack({ round: round.round, group: round.group, token, hash: round.instrument.hash, answers, keep, change });
      const text = await seal(round.recipient, clear);
      app.note({ sealed: { text, file: newFileName() } });
      showReply(app);
    } catch (error) {
      trouble.hidden = false;
      trouble.textContent = speech.say("trouble.sealing", { reason: error instanceof Error ? error.message : String(error) });
      button.disabled = false;
    }
  });
  const title = heading(say("title"));
  const list = openOnes(app);
  app.show({
    name: "review",
    title: say("progress"),
    top: progress(say("progress"), app.items, app.items),
    body: [title, h("p", { class: "soft" }, say("lead")), figures(app), ...(list ? [list] : []), ...(empty ? [h("p", { class: "note" }, say("nothing"))] : []), trouble],
    foot: foot(second(speech.say("item.back"), () => showComments(app), "back"), "", empty ? null : button),
    focus: title,
  });
}
