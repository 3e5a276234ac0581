// The questionnaire on paper: what is printed, whatever the screen shows. It is never filled in by the program.

import { h } from "./dom";
import { orderOfAsking } from "./order";
import { NO_OCCASION } from "./reply";
import type { Round } from "./round";
import { point } from "./parts";
import { groupPoint } from "./screens/welcome";
import type { Speech } from "./words";

/** What the signs above the columns mean. */
const scale = (signs: string[], labels: string[]): HTMLElement => h("ul", { class: "scale" }, ...signs.map((sign, i) => h("li", {}, h("b", {}, sign), " ", labels[i])));

export function paper(round: Round, speech: Speech): HTMLElement {
  const { behaviour } = speech.words;
  const say = (key: string, slots = {}) => speech.say(`paper.${key}`, slots);
  const columns = [...behaviour.answers.map(({ value }) => String(value)), say("no_occasion"), say("not_seen")];
  const apart = (column: number) => (column + 1 === NO_OCCASION ? "apart" : null);
  const row = (item: number, place: number) =>
    h("tr", {}, h("td", { class: "number" }, String(place + 1)), h("td", {}, speech.fill(round.items[item].text)),
      ...columns.map((name, column) => h("td", { class: apart(column) }, h("span", { class: "circle" }, name))));
  const room = (key: string) => h("div", { class: "room" }, h("h2", {}, say(key)));
  // On each page, by the table's head: sheets of two questionnaires must not get mixed up.
  const mark = say(round.token === null ? "round" : "round_and_token", { token: round.token ?? "", round: round.round, group: speech.say(`group.${round.group}`), instrument: `${round.instrument.id} ${round.instrument.version}` });
  return h(
    "section",
    { class: "paper" },
    h("h1", {}, speech.say("title")),
    h("p", {}, speech.say(`welcome.as_${round.group}`), " ", round.until ? speech.say("welcome.until", { date: speech.date(round.until) }) : ""),
    h("h2", {}, speech.say("welcome.who")),
    h("ul", { class: "points" },
      point(...groupPoint(round, speech)),
      point(speech.say("welcome.collector_title"), say("collector")),
      point(say("person_title"), say("person")),
      point(speech.say("welcome.comments_title"), say("comments"))),
    h("h2", {}, say("how_title")),
    h("p", {}, say("how")),
    scale(columns.slice(0, behaviour.answers.length), behaviour.answers.map(({ label }) => label)),
    scale(columns.slice(behaviour.answers.length), [behaviour.no_occasion.label, behaviour.not_seen.label]),
    h("table", {},
      h("thead", {}, h("tr", {}, h("th", { colspan: 2, class: "frame" }, h("span", { class: "mark" }, mark), speech.fill(behaviour.frame)), ...columns.map((name, column) => h("th", { class: apart(column) }, name)))),
      h("tbody", {}, ...orderOfAsking(round.items.map((item) => item.facet)).map(row))),
    h("div", { class: "open" },
      h("p", {}, say("open_warning")),
      room("keep_room"), room("change_room"),
      h("p", {}, say("hand_in")),
      h("p", { class: "mark" }, mark)),
  );
}
