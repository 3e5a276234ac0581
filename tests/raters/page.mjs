// One form, opened from disk in a browser, as a rater has it; and what a rater does with it.

import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { filled, round, unpack, vectors } from "./fixture.mjs";

const folder = mkdtempSync(join(tmpdir(), "evenkeel-forms-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
let count = 0;

/** A form on disk. */
export function onDisk(text) {
  const path = join(folder, `What others see ${++count}.html`);
  writeFileSync(path, text);
  return pathToFileURL(path).href;
}

export const WAIT = 5000;

/** Opens a form in a context of its own. `errors` and `asked` gather what should stay empty. */
export async function open({ name, browser, downloads }, { data = round(), html = filled(data), before, width = 1280, height = 800, theme = "light", script = true } = {}) {
  // Firefox gets the folder by a preference, see `start`.
  const context = await browser.createBrowserContext(name === "chromium" ? { downloadBehavior: { policy: "allow", downloadPath: downloads } } : {});
  const page = await context.newPage();
  const [errors, asked] = [[], []];
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (message) => { if (["error", "warn", "warning"].includes(message.type())) errors.push(message.text()); });
  page.on("request", (request) => { if (!/^(file|data|blob|about):/.test(request.url())) asked.push(request.url()); });
  await page.setViewport({ width, height });
  if (name === "chromium") await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: theme }]);
  if (!script) await page.setJavaScriptEnabled(false);
  if (before) await page.evaluateOnNewDocument(before);
  const address = onDisk(html);
  await page.goto(address);
  return { page, context, address, errors, asked, screen: () => page.$eval("#form [data-screen]", (element) => element.dataset.screen), close: () => context.close() };
}

export const until = (page, screen) => page.waitForSelector(`[data-screen="${screen}"]`, { timeout: WAIT });

/** Moves the focus with the tabulator until it is on what `is` finds; fails after a whole round. */
export async function tabTo(page, selector) {
  for (let i = 0; i < 80; i++) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`the tabulator does not reach ${selector}`);
}

export const textOf = (page, selector) => page.$eval(selector, (element) => element.textContent);

/** Answers all questions by number keys: the answer to place i is i % 7 + 1. */
export async function answerAll(page, items) {
  for (let place = 0; place < items; place++) await page.keyboard.press(String((place % 7) + 1));
  await until(page, "comments");
}

/** From the comments to the sealed reply. */
export async function sealIt(page) {
  await page.click("footer .first");
  await until(page, "review");
  await page.click("footer .first");
  await until(page, "reply");
  return page.$eval("textarea", (element) => element.value);
}

/** The downloaded file, once it is whole. */
export async function downloaded({ downloads }) {
  for (let i = 0; i < 100; i++) {
    const [name] = readdirSync(downloads).filter((file) => file.endsWith(".evenkeel-reply"));
    if (name && !existsSync(join(downloads, `${name}.part`))) {
      const text = readFileSync(join(downloads, name), "utf8");
      if (text) { rmSync(join(downloads, name)); return { name, text }; }
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`nothing was downloaded: ${readdirSync(downloads).join(", ")}`);
}

/** Opens a sealed text with the reference program. */
export function openedByAge(text) {
  const place = mkdtempSync(join(folder, "open-"));
  writeFileSync(join(place, "identity"), `${vectors.identity}\n`);
  writeFileSync(join(place, "reply"), text);
  return unpack(execFileSync("age", ["--decrypt", "-i", join(place, "identity"), join(place, "reply")]));
}
