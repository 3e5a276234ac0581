// The questions and the words: complete, in order, and within the rules of docs/INSTRUMENT.md.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { parse } from "../../../raters-form/node_modules/smol-toml/dist/index.js";
import { ROOT, round, structure, structureHash, words } from "../fixture.mjs";
import { form } from "../sources.mjs";

const own = parse(readFileSync(join(ROOT, "assets/instrument/evenkeel-2/instrument.toml"), "utf8"));
const ids = structure.facets.flatMap((facet) => facet.items);

test("the facets are those of the self-audit, in their order, with three to five items each", () => {
  assert.deepEqual(structure.facets.map(({ id, side, inter_item_r }) => ({ id, side, inter_item_r })), own.facets.map(({ id, side, inter_item_r }) => ({ id, side, inter_item_r })));
  for (const facet of structure.facets) {
    assert.ok(facet.items.length >= 3 && facet.items.length <= 5, facet.id);
    facet.items.forEach((id, i) => assert.equal(id, `others-${facet.id}-${i + 1}`));
  }
});

test("each item has a text, and was made from one item of the same facet", () => {
  assert.deepEqual(Object.keys(words.items), ids);
  assert.deepEqual(Object.keys(structure.made_from), ids);
  assert.equal(new Set(Object.values(structure.made_from)).size, ids.length);
  for (const facet of structure.facets) for (const id of facet.items) assert.ok(own.facets.find(({ id: other }) => other === facet.id).items.includes(structure.made_from[id]), id);
});

test("items name the person, are short, and hold no absolute words, no frequency and no first person", () => {
  for (const [id, text] of Object.entries(words.items)) {
    const count = text.replaceAll("{person}", "Ana").split(/\s+/).length;
    assert.ok(count <= 17, `${id} has ${count} words`);
    assert.ok(text.includes("{person}") && text.endsWith(".") && text.includes(", "), id);
    assert.doesNotMatch(text, /\b(always|never|every|all|only|often|seldom|sometimes|not|I|my|he|she|his|her)\b|n’t|'/, id);
  }
});

test("the verbs of talking differ by at most three between the sides", () => {
  const talk = (side) => structure.facets.filter((facet) => facet.side === side).flatMap((facet) => facet.items).filter((id) => /\{person\} (\w+ )*?(said|told|asked|talked|spoke|proposed|suggested|thanked|was first to suggest)\b/.test(words.items[id])).length;
  assert.ok(Math.abs(talk("management") - talk("leadership")) <= 3, `${talk("management")} and ${talk("leadership")}`);
});

test("the form says nothing that has no words, and has no words that it does not say", () => {
  const folder = join(ROOT, "raters-form/src");
  const sources = readdirSync(folder, { recursive: true }).filter((name) => /\.ts$/.test(name)).map((name) => [name.replace(/^.*\//, ""), readFileSync(join(folder, name), "utf8")]);
  const texts = new Map(Object.entries(words.form).flatMap(([section, value]) => (typeof value === "string" ? [[section, value]] : Object.entries(value).map(([key, text]) => [`${section}.${key}`, text]))));
  const groups = form.GROUPS.map((group) => [`group.${group}`, `welcome.as_${group}`]).flat();
  const made = new Set([...groups, "title_plain", "trouble.no_script_title", "trouble.no_script", "trouble.somebody", "trouble.not_filled", "trouble.unreadable", "trouble.newer", "trouble.no_random"]);
  const said = new Set(made);
  for (const [name, source] of sources) {
    const section = source.match(/speech\.say\(`(\w+)\.\$\{key\}`/)?.[1];
    // A file may take words of two sections: that of its own `say`, and others in full.
    for (const [, key] of source.matchAll(/"(\w+(?:\.\w+)?)"/g)) {
      if (texts.has(key)) said.add(key);
      for (const own of [section, name === "paper.ts" ? "welcome" : section]) if (own && texts.has(`${own}.${key}`)) said.add(`${own}.${key}`);
    }
    for (const [, key] of source.matchAll(/speech\.say\("([\w.]+)"/g)) assert.ok(texts.has(key), `${name} says ${key}`);
    if (section) for (const [, key] of source.matchAll(/(?<![\w.])say\("(\w+)"/g)) assert.ok(texts.has(`${section}.${key}`), `${name} says ${section}.${key}`);
  }
  assert.deepEqual([...texts.keys()].filter((key) => !said.has(key)), []);
});

test("each slot in the words is one that the form fills", () => {
  const known = new Set(["person", "collector", "send", "items", "invited", "mean", "comments", "date", "answered", "number", "minutes", "answer", "count", "text", "file", "reason", "round", "group", "instrument", "token"]);
  for (const [, slot] of JSON.stringify(words).matchAll(/\{(\w+)\}/g)) assert.ok(known.has(slot), slot);
});

test("the order of asking is that of docs/RATERS.md, and asks each item once", () => {
  const facets = structure.facets.flatMap((facet) => facet.items.map(() => facet.id));
  const order = form.orderOfAsking(facets);
  assert.deepEqual([...order].sort((a, b) => a - b), facets.map((_, i) => i));
  const expected = [];
  for (let nth = 1; nth <= 5; nth++) for (const facet of [1, 5, 2, 6, 3, 7, 4, 8]) { const item = structure.facets[facet - 1].items[nth - 1]; if (item) expected.push(item); }
  assert.deepEqual(order.map((item) => ids[item]), expected);
  order.slice(1).forEach((item, i) => assert.notEqual(facets[item], facets[order[i]]));
});

test("the hash is 64 digits and goes by the structure alone", () => {
  assert.match(structureHash, /^[0-9a-f]{64}$/);
  assert.equal(round().instrument.hash, structureHash);
});
