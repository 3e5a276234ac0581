// The round's data in the page: good ones are read, others are refused by name.

import assert from "node:assert/strict";
import { test } from "node:test";
import { filled, round } from "../fixture.mjs";
import { form } from "../sources.mjs";

const refused = (text, key) => assert.throws(() => form.readRound(text), (error) => error.key === key, text.slice(0, 80));

test("a round is read", () => {
  assert.deepEqual(form.readRound(JSON.stringify(round())), round());
  assert.equal(form.readRound(JSON.stringify(round({ token: null, until: null, more: { unknown: 1 } }))).token, null);
});

test("an empty pattern, a damaged block and a newer version are told apart", () => {
  refused("@@EVENKEEL-ROUND@@", "not_filled");
  refused("  ", "not_filled");
  refused(JSON.stringify(round()).slice(0, -40), "unreadable");
  refused("null", "unreadable");
  refused("[]", "unreadable");
  refused(JSON.stringify(round({ version: 2 })), "newer");
  refused(JSON.stringify(round({ version: 0 })), "unreadable");
});

test("each field is checked", () => {
  const wrong = {
    format: ["evenkeel-profile", null], round: ["A1B2C3D4E5F60718", "12", 7], person: ["", " ", "a\nb", "x".repeat(81), null], group: ["peer", "self", 2], invited: [0, 1.5, "4", null],
    limits: [null, { mean: 3 }, { mean: 0, comments: 5 }], collector: [null, { name: "", send: "" }, { name: "P", send: "a\nb" }, { name: "P" }], until: ["18.12.2026", 5], token: ["", "xyz", 0],
    recipient: ["age1", "age1pq1abc", "AGE1G3KUVHU09REFS34F9VD6VCE8JE98L8C9Y5JKGAF05QY4FV69ZFAQ08MXHF", null], instrument: [null, { id: "x", version: 1, hash: "00" }], items: [[], null, [{ id: "a", facet: "b" }], Array(256).fill({ id: "a", facet: "b", text: "c" })],
  };
  for (const [field, values] of Object.entries(wrong)) for (const value of values) refused(JSON.stringify(round({ [field]: value })), "unreadable");
});

test("nothing in the data can end its block", () => {
  const page = filled(round({ person: "</script><script>alert(1)</script><!--" }));
  assert.equal(page.match(/<script/g).length, 4);
  const block = page.match(/<script type="application\/json" id="round">(.*?)<\/script>/)[1];
  assert.equal(JSON.parse(block).person, "</script><script>alert(1)</script><!--");
});

test("what stands in the browser is not trusted", () => {
  const store = new Map();
  globalThis.localStorage = { getItem: (k) => store.get(k) ?? null, setItem: (k, v) => store.set(k, v), removeItem: (k) => store.delete(k) };
  const drawer = new form.Drawer("name");
  assert.ok(drawer.works);
  const good = { token: "0123456789abcdef", answers: [1, 0, 7], keep: "", change: "", place: 2, keys: true, sealed: null };
  drawer.write(good);
  assert.deepEqual(drawer.read(3), good);
  assert.equal(drawer.read(4), null);
  const wrong = [{ token: "x" }, { answers: [1, 8, 0] }, { answers: [1, -1, 0] }, { answers: "123" }, { keep: null }, { place: -1 }, { place: "2" }, { keys: 1 }, { sealed: 5 }, { sealed: { text: "x", file: "../../x" } }];
  for (const change of wrong) { drawer.write({ ...good, ...change }); assert.equal(drawer.read(3), null, JSON.stringify(change)); }
  for (const text of ["", "{", "null", "7", "[]"]) { store.set("name", text); assert.equal(drawer.read(3), null, text); }
  drawer.forget();
  assert.equal(store.size, 0);
  delete globalThis.localStorage;
  assert.equal(new form.Drawer("name").works, false);
  assert.equal(new form.Drawer("name").read(3), null);
});
