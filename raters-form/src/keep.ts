// What is kept in this browser, so that one can stop and go on.

import { NOT_SEEN } from "./reply";

export interface Sealed { text: string; file: string }

export interface Kept {
  token: string;
  answers: number[];
  keep: string;
  change: string;
  place: number;
  keys: boolean;
  sealed: Sealed | null;
}

export class Drawer {
  /** Whether this browser keeps anything: some keep nothing for a page from disk. */
  readonly works: boolean;

  constructor(private readonly name: string) {
    this.works = this.try(() => {
      localStorage.setItem(`${name}:try`, "1");
      localStorage.removeItem(`${name}:try`);
      return true;
    }) ?? false;
  }

  read(items: number): Kept | null {
    const text = this.try(() => localStorage.getItem(this.name));
    if (!text) return null;
    const kept = this.try(() => JSON.parse(text) as Kept);
    return kept && sound(kept, items) ? kept : null;
  }

  write(kept: Kept): void {
    this.try(() => localStorage.setItem(this.name, JSON.stringify(kept)));
  }

  forget(): void {
    this.try(() => localStorage.removeItem(this.name));
  }

  private try<T>(action: () => T): T | undefined {
    try {
      return action();
    } catch {
      return undefined;
    }
  }
}

/** What stands in the browser may be from anything that ran on a page from disk. */
function sound(kept: Kept, items: number): boolean {
  return (
    typeof kept === "object" && kept !== null && /^[0-9a-f]{16}$/.test(kept.token) &&
    Array.isArray(kept.answers) && kept.answers.length === items &&
    kept.answers.every((answer) => Number.isInteger(answer) && answer >= 0 && answer <= NOT_SEEN) &&
    typeof kept.keep === "string" && typeof kept.change === "string" &&
    Number.isInteger(kept.place) && kept.place >= 0 && typeof kept.keys === "boolean" &&
    (kept.sealed === null || (typeof kept.sealed?.text === "string" && /^evenkeel-[a-z0-9]{8}\.evenkeel-reply$/.test(kept.sealed.file)))
  );
}
