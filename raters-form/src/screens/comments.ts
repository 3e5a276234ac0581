// Two open questions, with a warning beside them.

import type { App } from "../app";
import { h } from "../dom";
import { first, foot, heading, progress, second } from "../parts";
import { COMMENT_LIMIT } from "../reply";
import { showItem } from "./item";
import { showReview } from "./review";

/** From so few characters left on it is said how many. */
const SAY_FROM = 200;

export function showComments(app: App): void {
  const { speech } = app;
  const say = (key: string, slots = {}) => speech.say(`comments.${key}`, slots);
  app.note({ place: app.items });

  const field = (part: "keep" | "change") => {
    const room = h("p", { class: "soft small room", id: `room-${part}` });
    const box = h("textarea", { id: part, rows: 5, maxlength: COMMENT_LIMIT, "aria-describedby": `warning room-${part}`, input: () => {
      app.change({ [part]: box.value });
      tell();
    } });
    const tell = () => {
      const left = COMMENT_LIMIT - box.value.length;
      room.textContent = left <= SAY_FROM ? say("room", { count: left }) : "";
    };
    box.value = app.kept[part];
    tell();
    return h("div", { class: "field" }, h("label", { for: part }, say(part)), box, room);
  };

  const title = heading(say("title"));
  app.show({
    name: "comments",
    title: say("progress"),
    top: progress(say("progress"), app.items, app.items),
    body: [
      title,
      h("p", { class: "soft" }, say("lead")),
      h("div", { class: "note", id: "warning" }, h("p", {}, h("strong", {}, say("warning")), " ", say("warning_text"))),
      field("keep"),
      field("change"),
    ],
    foot: foot(second(speech.say("item.back"), () => showItem(app, app.items - 1), "back"), "", first(speech.say("item.next"), () => showReview(app), "next")),
    focus: title,
  });
}
