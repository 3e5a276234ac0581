// A reply in clear: the bytes that are sealed. docs/RATERS.md has the layout.

import { GROUPS, type Group } from "./round";

export const OPEN = 0;
export const NO_OCCASION = 6;
export const NOT_SEEN = 7;
export const COMMENT_LIMIT = 800;

/** A reply has one of these lengths, so that its size does not tell how much was written. */
export const LENGTHS = [64, 512, 2048, 8192];

export interface Reply {
  round: string;
  group: Group;
  token: string;
  hash: string;
  answers: number[];
  keep: string;
  change: string;
}

const fromHex = (text: string): number[] => (text.match(/../g) ?? []).map((pair) => parseInt(pair, 16));

/** A comment as it is kept: one form of each letter, line feeds, no other control characters, not too long. */
export function tidy(comment: string): string {
  const text = comment.normalize("NFC").replace(/\r\n?|[\u2028\u2029]/g, "\n").replace(/\t/g, " ").replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g, "").trim();
  return [...text].slice(0, COMMENT_LIMIT).join("").trim();
}

function comment(text: string): number[] {
  // A lone half of a surrogate pair becomes U+FFFD here.
  const bytes = new TextEncoder().encode(tidy(text));
  return [bytes.length >> 8, bytes.length & 255, ...bytes];
}

export function pack(reply: Reply): Uint8Array {
  const answers: number[] = [];
  for (let i = 0; i < reply.answers.length; i += 2) answers.push((reply.answers[i] << 4) | (reply.answers[i + 1] ?? 0));
  const bytes = [
    0x45, 0x4b, 0x52, 1,
    ...fromHex(reply.round),
    GROUPS.indexOf(reply.group) + 1,
    ...fromHex(reply.token),
    ...fromHex(reply.hash).slice(0, 8),
    reply.answers.length,
    ...answers,
    ...comment(reply.keep),
    ...comment(reply.change),
  ];
  const length = LENGTHS.find((candidate) => candidate >= bytes.length);
  if (length === undefined) throw new Error("the reply is too long");
  const whole = new Uint8Array(length);
  whole.set(bytes);
  return whole;
}
