// What the form knows while it is open, and which screen it shows.

import { h } from "./dom";
import { Drawer, type Kept } from "./keep";
import { orderOfAsking } from "./order";
import { OPEN } from "./reply";
import type { Round } from "./round";
import { newToken } from "./seal";
import { Speech } from "./words";

/** One screen: its parts, what gets the focus, and what the window is called while it is shown. */
export interface Screen {
  name: string;
  title: string;
  top: Node | null;
  body: Node[];
  foot: Node | null;
  focus: HTMLElement;
  /** Keys of this screen; true if it took the key. */
  key?: (event: KeyboardEvent) => boolean;
}

export class App {
  readonly order: number[];
  readonly drawer: Drawer;
  kept: Kept;
  /** Whether something from before was found when the page was opened. */
  readonly resumed: boolean;
  private screen: Screen | null = null;
  private page: HTMLElement | null = null;
  private readonly said = h("div", { class: "unseen", role: "status" });

  constructor(readonly round: Round, readonly speech: Speech, private readonly root: HTMLElement) {
    this.order = orderOfAsking(round.items.map((item) => item.facet));
    this.drawer = new Drawer(`evenkeel-rater-form:${round.round}:${round.group}:${round.token ?? ""}`);
    const before = this.drawer.read(round.items.length);
    this.kept = before && (round.token === null || before.token === round.token) ? before : this.empty();
    this.resumed = this.kept === before;
    document.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (this.screen?.key?.(event)) event.preventDefault();
    });
  }

  get items(): number {
    return this.round.items.length;
  }

  count(...answers: number[]): number {
    return this.kept.answers.filter((answer) => answers.includes(answer)).length;
  }

  get begun(): boolean {
    return this.count(OPEN) < this.items || this.kept.keep !== "" || this.kept.change !== "" || this.kept.sealed !== null;
  }

  text(item: number): string {
    return this.speech.fill(this.round.items[item].text);
  }

  /** Keeps a change. What was sealed before it no longer fits, so it goes. */
  change(change: Partial<Kept>): void {
    this.kept = { ...this.kept, sealed: null, ...change };
    this.drawer.write(this.kept);
  }

  /** Keeps where one is, or a setting: no part of the reply. */
  note(change: Partial<Pick<Kept, "place" | "keys" | "sealed">>): void {
    this.kept = { ...this.kept, ...change };
    this.drawer.write(this.kept);
  }

  forget(): void {
    this.drawer.forget();
    // A token of one's own is drawn anew: what comes now is another reply. One that came with the form stays.
    this.kept = this.empty();
  }

  announce(text: string): void {
    this.said.textContent = text;
  }

  show(screen: Screen): void {
    this.screen = screen;
    document.title = `${screen.title} – ${this.speech.say("title")}`;
    const page = h("div", { class: "page", "data-screen": screen.name });
    if (screen.top) page.append(h("header", { class: "column top" }, screen.top));
    page.append(h("main", { class: "column" }, ...screen.body));
    if (screen.foot) page.append(h("footer", {}, h("div", { class: "column foot" }, screen.foot)));
    // What is said stays in place: a region that moves may not be read out.
    if (this.page) this.page.replaceWith(page);
    else this.root.replaceChildren(page, this.said);
    this.page = page;
    window.scrollTo(0, 0);
    screen.focus.focus({ preventScroll: true });
  }

  private empty(): Kept {
    return { token: this.round.token ?? newToken(), answers: this.round.items.map(() => OPEN), keep: "", change: "", place: 0, keys: true, sealed: null };
  }
}
