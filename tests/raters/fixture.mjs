// A round for the tests, and forms filled with it as a program would.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "../../raters-form/node_modules/smol-toml/dist/index.js";

export const HERE = dirname(fileURLToPath(import.meta.url));
export const ROOT = join(HERE, "../..");
export const vectors = JSON.parse(readFileSync(join(HERE, "vectors/vectors.json"), "utf8"));

const folder = join(ROOT, "assets/raters/evenkeel-others-1");
const structureText = readFileSync(join(folder, "raters.toml"), "utf8").replaceAll("\r\n", "\n");
export const structure = parse(structureText);
export const words = parse(readFileSync(join(folder, "en.toml"), "utf8"));
export const structureHash = createHash("sha256").update(structureText).update(Uint8Array.of(0)).digest("hex");
export const template = readFileSync(join(ROOT, "assets/raters/form/en.html"), "utf8");

export function round(change = {}) {
  return {
    format: "evenkeel-rater-form", version: 1, round: "a1b2c3d4e5f60718", person: "Ana Petrović", group: "peers", invited: 4,
    groups: [{ group: "manager", invited: 1 }, { group: "peers", invited: 4 }, { group: "reports", invited: 2 }],
    limits: { mean: 3, comments: 5 },
    collector: { name: "Petra Klein", send: "petra.klein@example.org" },
    until: "2026-12-18", token: "0123456789abcdef", recipient: vectors.recipient,
    instrument: { id: structure.id, version: structure.version, hash: structureHash }, language: "en",
    items: structure.facets.flatMap((facet) => facet.items.map((id) => ({ id, facet: facet.id, text: words.items[id] }))),
    ...change,
  };
}

/** Places the round's data as docs/RATERS.md says. Written apart from the form's build, so that one checks the other. */
export function filled(data, page = template) {
  const mark = "@@EVENKEEL-ROUND@@";
  const pieces = page.split(mark);
  if (pieces.length !== 2) throw new Error(`the mark stands ${pieces.length - 1} times in the template`);
  const json = JSON.stringify(data).replaceAll("<", "\\u003c").replaceAll(">", "\\u003e").replaceAll("&", "\\u0026").replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
  return pieces.join(json);
}

/** What a reply's bytes say; throws where they are not laid out as docs/RATERS.md says. */
export function unpack(bytes) {
  const buffer = Buffer.from(bytes);
  if (![64, 512, 2048, 8192].includes(buffer.length)) throw new Error("length");
  if (buffer.subarray(0, 4).toString("hex") !== "454b5201") throw new Error("format");
  const count = buffer[29];
  const answers = [];
  let at = 30;
  for (; answers.length < count; at++) answers.push(buffer[at] >> 4, buffer[at] & 15);
  if (answers.length > count && answers.pop() !== 0) throw new Error("half a byte is not empty");
  if (answers.some((answer) => answer > 7)) throw new Error("answer");
  const text = () => {
    const length = buffer.readUInt16BE(at);
    const end = at + 2 + length;
    if (end > buffer.length) throw new Error("comment");
    const comment = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(buffer.subarray(at + 2, end));
    at = end;
    return comment;
  };
  const [keep, change] = [text(), text()];
  if (buffer.subarray(at).some((byte) => byte !== 0)) throw new Error("filling");
  const hex = (from, to) => buffer.subarray(from, to).toString("hex");
  return { round: hex(4, 12), group: buffer[12], token: hex(13, 21), hash: hex(21, 29), answers, keep, change };
}
