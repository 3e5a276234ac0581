// The round's public data: what the program that made this form put into the page. docs/RATERS.md describes each field.

export const GROUPS = ["manager", "peers", "reports", "others"] as const;
export type Group = (typeof GROUPS)[number];

export interface Item { id: string; facet: string; text: string }

export interface Round {
  round: string;
  person: string;
  group: Group;
  invited: number;
  limits: { mean: number; comments: number };
  collector: { name: string; send: string };
  until: string | null;
  token: string | null;
  recipient: string;
  instrument: { id: string; version: number; hash: string };
  items: Item[];
}

/** Why a page cannot be used; `key` names the words for it. */
export class Unusable extends Error {
  constructor(readonly key: "not_filled" | "unreadable" | "newer" | "no_random") {
    super(key);
  }
}

const hex = (digits: number) => new RegExp(`^[0-9a-f]{${digits}}$`);
const whole = (value: unknown, least: number): value is number => Number.isInteger(value) && (value as number) >= least;
const line = (value: unknown, longest: number, least = 1): value is string =>
  typeof value === "string" && [...value].length <= longest && value.trim().length >= least && !/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/.test(value);

function must(holds: boolean): asserts holds {
  if (!holds) throw new Unusable("unreadable");
}

/** Reads and checks the data; nothing of it is used unchecked. */
export function readRound(text: string): Round {
  if (text.trim() === "" || text.includes("@@")) throw new Unusable("not_filled");
  let data: any;
  try {
    data = JSON.parse(text);
  } catch {
    throw new Unusable("unreadable");
  }
  must(typeof data === "object" && data !== null && data.format === "evenkeel-rater-form");
  if (data.version !== 1) throw new Unusable(data.version > 1 ? "newer" : "unreadable");
  must(hex(16).test(data.round) && line(data.person, 80) && GROUPS.includes(data.group));
  must(whole(data.invited, 1) && whole(data.limits?.mean, 1) && whole(data.limits?.comments, 1));
  must(line(data.collector?.name, 200) && line(data.collector?.send, 200, 0));
  must(data.until === null || /^\d{4}-\d\d-\d\d$/.test(data.until));
  must(data.token === null || hex(16).test(data.token));
  must(/^age1[02-9ac-hj-np-z]{58}$/.test(data.recipient));
  must(line(data.instrument?.id, 80) && whole(data.instrument?.version, 1) && hex(64).test(data.instrument?.hash));
  must(Array.isArray(data.items) && data.items.length >= 1 && data.items.length <= 255);
  for (const item of data.items) must(line(item?.id, 80) && line(item?.facet, 80) && line(item?.text, 400));
  return data as Round;
}
