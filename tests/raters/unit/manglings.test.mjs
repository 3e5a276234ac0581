// Pasted replies, as mail and chats leave them, are found and opened.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { HERE, vectors } from "../fixture.mjs";
import { age } from "../sources.mjs";
import { unmangle } from "../unmangle.mjs";

const list = JSON.parse(readFileSync(join(HERE, "manglings/manglings.json"), "utf8"));

async function first(candidates) {
  for (const candidate of candidates) {
    const decrypter = new age.Decrypter();
    decrypter.addIdentity(vectors.identity);
    try {
      return Buffer.from(await decrypter.decrypt(new Uint8Array(candidate))).toString("hex");
    } catch {
      // Not this one.
    }
  }
  return null;
}

test("there are 40 manglings and more", () => assert.ok(list.length >= 40));

for (const { file, replies } of list) {
  test(file, async () => {
    const found = await Promise.all(unmangle(readFileSync(join(HERE, "manglings", file), "utf8")).map(first));
    const names = found.map((clear) => vectors.replies.find(({ plaintext }) => plaintext === clear)?.name ?? null);
    assert.deepEqual(names, replies);
  });
}

test("a text without a reply, or with half a one, gives none", async () => {
  assert.deepEqual(unmangle("Hello, no reply in here. -----BEGIN AGE ENCRYPTED FILE-----"), []);
  const half = readFileSync(join(HERE, "vectors/plain.evenkeel-reply"), "utf8").slice(0, 200);
  assert.deepEqual(unmangle(half), [[]]);
});
