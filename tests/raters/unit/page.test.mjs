// The built page: small, closed, and what its sources give.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { ROOT, filled, round, template, words } from "../fixture.mjs";

const MOST = 250_000;
const sha = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
const between = (text, before, after) => text.slice(text.indexOf(before) + before.length, text.indexOf(after, text.indexOf(before) + before.length));

test("the committed page and licences are what the sources give", async () => {
  const { made } = await import("../../../raters-form/build.mjs");
  for (const [path, text] of await made()) assert.ok(readFileSync(join(ROOT, path), "utf8") === text, `${path} differs: run node raters-form/build.mjs`);
});

test("a filled form is at most 250 kB", () => {
  const size = Buffer.byteLength(filled(round({ person: "Ж".repeat(80), collector: { name: "Ж".repeat(200), send: "Ж".repeat(200) } })));
  assert.ok(size <= MOST, `${size} bytes`);
});

test("the CSP lets nothing through but the script, the style and the fonts inside", () => {
  const script = between(template, "<script>", "</script>");
  const style = between(template, "<style>", "</style>");
  const policy = template.match(/http-equiv="Content-Security-Policy" content="([^"]+)"/)[1];
  assert.equal(policy, `default-src 'none'; script-src ${sha(script)}; style-src ${sha(style)}; font-src data:; base-uri 'none'; form-action 'none'`);
  assert.ok(template.indexOf("Content-Security-Policy") < template.indexOf("<style>"));
});

test("the data do not change the script's hash", () => {
  const page = filled(round());
  assert.equal(between(page, "<script>", "</script>"), between(template, "<script>", "</script>"));
});

test("nothing in the page names a place to load from", () => {
  const html = template.replace(/<script type="text\/plain"[^]*?<\/script>/, "");
  // Without the page in a message: it is long.
  const has = (where, pattern) => assert.ok(!pattern.test(where), String(pattern));
  has(html.replace(/<script>[^]*?<\/script>/, ""), /\s(src|href|action|srcset|poster|data)=/i);
  has(between(html, "<style>", "</style>"), /url\((?!data:font\/woff2;base64,)|@import/i);
  has(html, /fetch\(|XMLHttpRequest|WebSocket|sendBeacon|EventSource|RTCPeer|importScripts|serviceWorker|\bimport\(|innerHTML|document\.write|\beval\(|\son[a-z]+=["']/);
  assert.equal(html.match(/@@EVENKEEL-ROUND@@/g).length, 1);
});

test("without a script the page says what to do", () => {
  const { no_script_title, no_script } = words.form.trouble;
  assert.ok(between(template, "<noscript>", "</noscript>").includes(no_script_title) && template.includes(no_script));
});

test("the licences of all that is bundled are in the page", () => {
  const notices = between(template, '<script type="text/plain" id="licences">', "</script>");
  for (const name of ["age-encryption 0.3.1 (BSD-3-Clause)", "@noble/ciphers", "@noble/curves", "@noble/hashes", "@noble/post-quantum", "@scure/base", "uqr 0.1.3 (MIT)", "SIL OPEN FONT LICENSE"]) assert.ok(notices.includes(name), name);
});

test("the colours are those of the window", () => {
  const style = readFileSync(join(ROOT, "raters-form/src/style.css"), "utf8");
  const table = [...readFileSync(join(ROOT, "src/palette.rs"), "utf8").matchAll(/\(Ink::(\w+), 0x(\w\w_\w{4}), 0x(\w\w_\w{4})\)/g)];
  const values = new Map(table.map(([, name, light, dark]) => [name.replace(/\B[A-Z]/g, (letter) => `-${letter}`).toLowerCase(), [light, dark].map((value) => `#${value.replace("_", "").toLowerCase()}`)]));
  const [light, dark] = style.split(":root {").slice(1, 3);
  for (const [i, block] of [light, dark].entries()) {
    const found = [...block.slice(0, block.indexOf("}")).matchAll(/--([a-z-]+): (#[0-9a-f]{6})/g)];
    assert.equal(found.length, 10);
    for (const [, name, value] of found) assert.equal(value, values.get(name)[i], name);
  }
});
