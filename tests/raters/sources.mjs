// The form's sources, made ready for Node.

import { mkdtempSync, rmSync } from "node:fs";
import { webcrypto } from "node:crypto";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "../../raters-form/node_modules/esbuild/lib/main.js";
import { HERE, ROOT } from "./fixture.mjs";

// Node 18 has it, under another name.
globalThis.crypto ??= webcrypto;

const folder = mkdtempSync(join(HERE, ".made-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

async function load(entry) {
  const outfile = join(folder, `${entry.replace(/\W/g, "-")}.mjs`);
  await build({
    stdin: { contents: entry, resolveDir: join(ROOT, "raters-form/src"), loader: "ts" },
    bundle: true, format: "esm", platform: "node", outfile, logLevel: "warning",
  });
  return import(pathToFileURL(outfile));
}

export const form = await load('export * from "./reply"; export * from "./order"; export * from "./round"; export * from "./words"; export * from "./seal"; export * from "./keep";');
export const age = await load('export * from "age-encryption";');
