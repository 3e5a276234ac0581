// A reply: its bytes, its sealing, and that others than the form can open it.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { HERE, structureHash, unpack, vectors } from "../fixture.mjs";
import { age, form } from "../sources.mjs";

const hex = (bytes) => Buffer.from(bytes).toString("hex");
const reply = (change = {}) => ({ round: "a1b2c3d4e5f60718", group: "peers", token: "0123456789abcdef", hash: structureHash, answers: Array.from({ length: 37 }, (_, i) => i % 8), keep: "", change: "", ...change });
const SIZES = { 64: 426, 512: 1035, 2048: 3115, 8192: 11435 };

async function open(text) {
  const decrypter = new age.Decrypter();
  decrypter.addIdentity(vectors.identity);
  return decrypter.decrypt(age.armor.decode(text));
}

test("the test vectors are what the form makes of their answers, and what is sealed in them", async () => {
  for (const vector of vectors.replies) {
    const made = form.pack({ ...vector, group: form.GROUPS[vector.group - 1] });
    assert.equal(hex(made), vector.plaintext, vector.name);
    assert.equal(hex(await open(readFileSync(join(HERE, "vectors", vector.file), "utf8"))), vector.plaintext, vector.name);
    const { name, file, plaintext, ...said } = vector;
    assert.deepEqual(unpack(made), said, name);
  }
});

test("what is packed is unpacked the same, for many replies", () => {
  let state = 7;
  const random = (below) => { state = (Math.imul(state, 1103515245) + 12345) >>> 0; return (state >>> 8) % below; };
  const signs = ["a", "é", "ß", "Ж", "你", "🙂", " ", "\n", ".", "{person}", "<b>", "\u202e", "&"];
  const text = () => form.tidy(Array.from({ length: random(900) }, () => signs[random(signs.length)]).join(""));
  for (let i = 0; i < 500; i++) {
    const one = reply({ group: form.GROUPS[random(4)], answers: Array.from({ length: 1 + random(255) }, () => random(8)), keep: random(2) ? text() : "", change: random(2) ? text() : "" });
    const bytes = form.pack(one);
    assert.ok(bytes.length in SIZES);
    assert.deepEqual(unpack(bytes), { ...one, group: form.GROUPS.indexOf(one.group) + 1, hash: structureHash.slice(0, 16) });
  }
});

test("the largest reply there can be fits", () => {
  const one = reply({ answers: Array(255).fill(7), keep: "🙂".repeat(800), change: "🙂".repeat(800) });
  assert.equal(form.pack(one).length, 8192);
});

test("comments are kept in one form: no control characters, no spaces at the ends, not too long", () => {
  assert.equal(form.tidy(" a\u0000b\r\nc\rd\u2028e\tf\u0007 \n"), "ab\nc\nd\ne f");
  assert.equal(form.tidy("e\u0301"), "é");
  assert.equal([...form.tidy("🙂".repeat(900))].length, 800);
  assert.equal(form.tidy(`${"x".repeat(799)} y`).length, 799);
  assert.equal(unpack(form.pack(reply({ keep: "\ud800x" }))).keep, "\ufffdx");
});

test("a sealed reply has one of four sizes, and the library and the reference program open it", async () => {
  const folder = mkdtempSync(join(tmpdir(), "evenkeel-raters-"));
  try {
    writeFileSync(join(folder, "identity"), `${vectors.identity}\n`);
    for (const [length, size] of Object.entries(SIZES)) {
      const clear = form.pack(reply({ keep: "x".repeat(Math.min(800, length - 64)), change: length > 2048 ? "🙂".repeat(800) : length > 1000 ? "y".repeat(800) : "" }));
      assert.equal(clear.length, Number(length));
      const text = await form.seal(vectors.recipient, clear);
      assert.equal(text.length, size);
      assert.match(text, /^-----BEGIN AGE ENCRYPTED FILE-----\nYWdlLWVuY3J5cHRpb24ub3JnL3YxCi0\+IFgyNTUxOS[\x20-\x7e\n]+\n-----END AGE ENCRYPTED FILE-----\n$/);
      assert.deepEqual(await open(text), clear);
      writeFileSync(join(folder, "reply"), text);
      assert.equal(hex(execFileSync("age", ["--decrypt", "-i", join(folder, "identity"), join(folder, "reply")])), hex(clear));
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test("sealing needs no crypto.subtle, and never calls it", async () => {
  const whole = globalThis.crypto;
  const poor = { getRandomValues: (array) => whole.getRandomValues(array), get subtle() { throw new Error("crypto.subtle was asked for"); } };
  Object.defineProperty(globalThis, "crypto", { value: poor, configurable: true, writable: true });
  let text;
  try {
    text = await form.seal(vectors.recipient, form.pack(reply()));
  } finally {
    Object.defineProperty(globalThis, "crypto", { value: whole, configurable: true, writable: true });
  }
  assert.equal(unpack(await open(text)).token, "0123456789abcdef");
});

test("two seals of one reply have nothing in common but the size", async () => {
  const clear = form.pack(reply());
  const [a, b] = [await form.seal(vectors.recipient, clear), await form.seal(vectors.recipient, clear)];
  assert.notEqual(a, b);
  assert.equal(a.length, b.length);
});

test("file names and tokens are random", () => {
  const names = new Set(Array.from({ length: 2000 }, () => form.newFileName()));
  assert.equal(names.size, 2000);
  for (const name of names) assert.match(name, /^evenkeel-[2-9a-hjkmnp-z]{8}\.evenkeel-reply$/);
  assert.equal(new Set(Array.from({ length: 2000 }, () => form.newToken())).size, 2000);
});
