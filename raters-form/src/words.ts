// The form's words: those of one language, put into the page when it is built.

export interface AnswerWords { value: number; label: string; sentence: string }

export interface Words {
  language: string;
  /** Whose way of writing dates. */
  date_locale: string;
  behaviour: {
    frame: string;
    answers: AnswerWords[];
    no_occasion: { label: string; sentence: string };
    not_seen: { label: string; sentence: string };
  };
  form: Record<string, string | Record<string, string>>;
}

export type Slots = Record<string, string | number>;

/** Fills `{name}` in; a slot without a value stays as it is, so that a mistake can be seen. */
export function fill(text: string, slots: Slots): string {
  return text.replace(/\{([a-z]+)\}/g, (whole, name: string) => (Object.prototype.hasOwnProperty.call(slots, name) ? String(slots[name]) : whole));
}

/** A name that is short enough to stay on one line stays on one line. */
const together = (name: string): string => (name.length <= 24 ? name.replaceAll(" ", "\u00a0") : name);

/** Looks words up by section and key, with what is known of the round filled in. */
export class Speech {
  private readonly known: Slots;

  constructor(readonly words: Words, known: Slots) {
    this.known = { ...known, ...(typeof known.person === "string" ? { person: together(known.person) } : {}) };
  }

  say(place: string, slots: Slots = {}): string {
    const [section, key] = place.split(".");
    const group = this.words.form[section];
    const text = typeof group === "string" ? group : group?.[key];
    if (text === undefined) throw new Error(`no words for ${place}`);
    return this.fill(text, slots);
  }

  fill(text: string, slots: Slots = {}): string {
    return fill(text, { ...this.known, ...slots });
  }

  date(iso: string): string {
    const [year, month, day] = iso.split("-").map(Number);
    return new Intl.DateTimeFormat(this.words.date_locale, { dateStyle: "long", timeZone: "UTC" }).format(Date.UTC(year, month - 1, day)).replaceAll(" ", "\u00a0");
  }
}
