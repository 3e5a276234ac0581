// Each screen: for everybody (axe-core, WCAG 2.2 AA), in both themes, on a telephone and with large text, on paper, and without a script.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { BROWSERS, start } from "../browsers.mjs";
import { ROOT, round, structure, template, words } from "../fixture.mjs";
import { answerAll, open, sealIt, until } from "../page.mjs";

const AXE = readFileSync(join(ROOT, "raters-form/node_modules/axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const ITEMS = structure.facets.flatMap((facet) => facet.items).length;

/** RATERS_SCREENS=folder keeps a picture of each screen. */
const KEEP = process.env.RATERS_SCREENS;

/** Goes through all screens and calls `look` on each. */
async function through(browser, options, look) {
  const form = await open(browser, options);
  const { page } = form;
  await look(page, "welcome");
  await page.click("footer .first");
  await until(page, "item");
  await look(page, "item");
  for (const key of ["1", "2", "3"]) await page.keyboard.press(key);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await look(page, "item-answered");
  for (let place = 3; place < ITEMS - 2; place++) await page.keyboard.press("6");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await until(page, "comments");
  await page.type("#keep", "x".repeat(640));
  await look(page, "comments");
  await page.click("footer .first");
  await until(page, "review");
  await look(page, "review");
  await page.click("footer .first");
  await until(page, "reply");
  await page.click(".way .first");
  await look(page, "reply");
  await page.reload();
  await look(page, "resumed");
  await page.click(".note .button");
  await page.waitForSelector("dialog[open]");
  await look(page, "forget");
  assert.deepEqual(form.errors, []);
  await form.close();
}

for (const name of Object.keys(BROWSERS)) {
  for (const theme of ["light", "dark"]) {
    describe(`${name}, ${theme}`, () => {
      let browser;
      before(async () => { browser = await start(name, theme); });
      after(async () => { await browser?.close(); });

      for (const [width, height] of [[1280, 800], [390, 844]]) {
        test(`axe-core finds nothing on any screen, ${width} wide`, async () => {
          const found = [];
          await through(browser, { theme, width, height, data: round(width === 390 ? { group: "manager", invited: 1 } : {}) }, async (page, screen) => {
            await page.evaluate(AXE);
            const { violations, incomplete } = await page.evaluate((tags) => axe.run(document, { runOnly: tags, resultTypes: ["violations", "incomplete"] }), RULES);
            for (const { id, nodes } of [...violations, ...incomplete.filter(({ id }) => id === "color-contrast")]) found.push(`${screen}: ${id} at ${nodes.map(({ target }) => target).join(", ")}`);
            assert.equal(await page.evaluate(() => matchMedia("(prefers-color-scheme: dark)").matches), theme === "dark");
            if (KEEP) { mkdirSync(KEEP, { recursive: true }); await page.screenshot({ path: join(KEEP, `${name}-${screen}-${width}-${theme}.png`) }); }
          });
          assert.deepEqual(found, []);
        });
      }
    });
  }

  describe(`${name}, space`, () => {
    let browser;
    before(async () => { browser = await start(name); });
    after(async () => { await browser?.close(); });

    // 320 pixels are what WCAG 1.4.10 asks: a window of 1280 at 400 %.
    for (const [what, options] of [["320 pixels", { width: 320, height: 640 }], ["long names", { width: 390, height: 844, data: round({ person: "Wolfeschlegelsteinhausenbergerdorff".repeat(2), collector: { name: "Maximiliana von und zu Hohenlohe-Langenburg-Schillingsfürst", send: `https://example.org/${"folder".repeat(25)}` } }) }]]) {
      test(`nothing runs off the side: ${what}`, async () => {
        await through(browser, options, async (page, screen) => {
          const [inner, scroll] = await page.evaluate(() => [document.documentElement.clientWidth, document.documentElement.scrollWidth]);
          assert.ok(scroll <= inner, `${screen}: ${scroll} > ${inner}`);
        });
      });
    }

    test("with text twice as large nothing runs off the side, and the answers can be reached", async () => {
      await through(browser, {}, async (page, screen) => {
        await page.evaluate(() => { document.documentElement.style.fontSize = "200%"; });
        const [inner, scroll] = await page.evaluate(() => [document.documentElement.clientWidth, document.documentElement.scrollWidth]);
        assert.ok(scroll <= inner, `${screen}: ${scroll} > ${inner}`);
      });
    });
  });
}

describe("chromium alone", () => {
  let browser;
  let folder;
  before(async () => { browser = await start("chromium"); folder = mkdtempSync(join(tmpdir(), "evenkeel-paper-")); });
  after(async () => { await browser?.close(); rmSync(folder, { recursive: true, force: true }); });

  test("on paper it is the empty questionnaire, whatever was answered", async () => {
    const form = await open(browser);
    await form.page.click("footer .first");
    await answerAll(form.page, ITEMS);
    await form.page.type("#keep", "Secret words");
    await sealIt(form.page);
    const path = join(folder, "paper.pdf");
    writeFileSync(path, await form.page.pdf({ format: "A4", preferCSSPageSize: true }));
    const text = execFileSync("pdftotext", ["-layout", path, "-"]).toString().replaceAll("\u00a0", " ");
    assert.match(execFileSync("pdfinfo", [path]).toString(), /Pages:\s+3\n/);
    for (let place = 1; place <= ITEMS; place++) assert.match(text, new RegExp(`^ *${place} +\\S`, "m"));
    assert.equal(text.match(/1 +2 +3 +4 +5 +O +S/g).length >= ITEMS, true);
    assert.ok(text.includes("Ana Petrović must not see these sheets") && text.includes("form 0123456789abcdef"));
    assert.doesNotMatch(text, /Secret words|BEGIN AGE|cannot open your reply/);
    if (KEEP) writeFileSync(join(KEEP, "paper.pdf"), readFileSync(path));
    await form.close();
  });

  test("without a script it says what to do", async () => {
    const form = await open(browser, { script: false });
    await form.page.screenshot({ path: KEEP ? join(KEEP, "no-script.png") : join(folder, "no-script.png") });
    const box = await (await form.page.$("noscript main, noscript")).boundingBox();
    assert.ok(box.height > 50);
    assert.ok(template.includes(words.form.trouble.no_script));
    await form.close();
  });

  test("a screen reader hears names, states and the question", async () => {
    const form = await open(browser);
    await form.page.click("footer .first");
    const tree = await form.page.accessibility.snapshot({ interestingOnly: true });
    const all = (node) => [node, ...(node.children ?? []).flatMap(all)];
    const radios = all(tree).filter(({ role }) => role === "radio");
    assert.deepEqual(radios.map(({ name }) => name), ["Almost never", "Seldom", "Sometimes", "Often", "Almost always", "There was no occasion", "I could not see this"]);
    assert.equal(radios[1].description, words.behaviour.answers[1].sentence);
    assert.ok(all(tree).some(({ role, name, focused }) => role === "heading" && name.startsWith("When several of us") && focused));
    await form.close();
  });
});
