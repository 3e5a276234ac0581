// Writes the form: one page for each language, all in one file. Run by `node build.mjs`, after `npm ci --ignore-scripts`.
//
// The same sources give the same bytes: the versions are fixed by the lock file, and no date, path or random number goes in.

import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, transform } from "esbuild";
import { parse } from "smol-toml";

const HERE = dirname(fileURLToPath(import.meta.url));
const RATERS = join(HERE, "../assets/raters");
const INSTRUMENT = join(RATERS, "evenkeel-others-1");
const BUNDLED = ["age-encryption", "@noble/ciphers", "@noble/curves", "@noble/hashes", "@noble/post-quantum", "@scure/base", "uqr"];

/** Browsers of early 2022: from them on there is `<dialog>`. */
const TARGET = ["es2020", "chrome98", "firefox98", "safari15.4"];

const read = (...parts) => readFileSync(join(...parts), "utf8").replaceAll("\r\n", "\n");
const hash = (text) => `sha256-${createHash("sha256").update(text, "utf8").digest("base64")}`;
const escape = (text) => text.replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign]);

/** JSON that can stand in a page: nothing in it can end its block. */
export const asBlock = (value) => JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);

function licences() {
  return BUNDLED.map((name) => {
    const { version, license } = JSON.parse(read(HERE, "node_modules", name, "package.json"));
    return { name, text: `${name} ${version} (${license})\n\n${read(HERE, "node_modules", name, "LICENSE").trim()}\n` };
  });
}

/** The two fonts, inside the style: the page asks for nothing from outside. */
function fontFaces() {
  return [["Regular", 400], ["SemiBold", 600]].map(([name, weight]) => {
    const data = readFileSync(join(HERE, `fonts/EvenkeelSans-${name}-Latin.woff2`)).toString("base64");
    return `@font-face{font-family:"Evenkeel Sans";font-weight:${weight};src:url(data:font/woff2;base64,${data})}`;
  }).join("");
}

/** The licences as they stand in the page: as text, so they must not end their block. */
function notices() {
  const font = read(HERE, "../assets/fonts/OFL.txt").trim();
  const text = [...licences().map(({ text: licence }) => licence), `Evenkeel Sans, a modified Inter (OFL-1.1)\n\n${font}\n`].join("\n");
  if (/<\/script|<!--/i.test(text)) throw new Error("a licence would end its own block");
  return text;
}

async function script() {
  const { outputFiles } = await build({
    entryPoints: [join(HERE, "src/main.ts")], absWorkingDir: HERE, bundle: true, minify: true, write: false, format: "iife",
    target: TARGET, charset: "ascii", legalComments: "none", logLevel: "warning",
  });
  const text = outputFiles[0].text.trim();
  if (/<\/script|<!--/i.test(text)) throw new Error("the script would end its own block");
  return text;
}

async function page(language) {
  const { items, ...words } = parse(read(INSTRUMENT, `${language}.toml`));
  const code = await script();
  const style = (await transform(fontFaces() + read(HERE, "src/style.css"), { loader: "css", minify: true, target: TARGET, charset: "ascii" })).code.trim();
  const parts = {
    language, words: asBlock(words), style, "style-hash": hash(style), script: code, "script-hash": hash(code),
    title: escape(words.form.title_plain), "no-script-title": escape(words.form.trouble.no_script_title), "no-script": escape(words.form.trouble.no_script),
    licences: notices(),
  };
  return read(HERE, "src/page.html").replace(/\{\{([a-z-]+)\}\}/g, (_, name) => {
    if (!(name in parts)) throw new Error(`no part ${name}`);
    return parts[name];
  });
}

/** Every file that a build makes: path from the repository's root, and text. */
export async function made() {
  const files = [];
  for (const language of parse(read(INSTRUMENT, "raters.toml")).languages) files.push([`assets/raters/form/${language}.html`, await page(language)]);
  for (const { name, text } of licences()) files.push([`raters-form/licences/${name.replace("/", "-").replace("@", "")}.txt`, text]);
  return files;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [path, text] of await made()) {
    const place = join(HERE, "..", path);
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, text);
    console.log(`${path} ${Buffer.byteLength(text)} bytes`);
  }
}
