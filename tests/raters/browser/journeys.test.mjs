// A rater's way through the form, in each browser.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createServer } from "node:http";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { BROWSERS, start } from "../browsers.mjs";
import { filled, round, structure, structureHash, template, words } from "../fixture.mjs";
import { answerAll, downloaded, open, openedByAge, sealIt, tabTo, textOf, until } from "../page.mjs";
import { form as source } from "../sources.mjs";

const ITEMS = structure.facets.flatMap((facet) => facet.items.map(() => facet.id));
const ORDER = source.orderOfAsking(ITEMS);

/** What `answerAll` answers, in the structure's order. */
const ANSWERED = ITEMS.map((_, item) => (ORDER.indexOf(item) % 7) + 1);

for (const name of Object.keys(BROWSERS)) {
  describe(name, () => {
    let browser;
    before(async () => { browser = await start(name); });
    after(async () => { await browser?.close(); });

    const clean = (form) => { assert.deepEqual(form.errors, []); assert.deepEqual(form.asked, []); };

    test("with the keyboard alone: read, answer, write, seal, save, copy", async () => {
      const form = await open(browser);
      const { page } = form;
      assert.equal(await page.evaluate(() => document.activeElement.tagName), "H1");
      await tabTo(page, "footer .first");
      await page.keyboard.press("Enter");
      await until(page, "item");
      // The first by arrow keys, as in any group of answers; Enter goes on.
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("ArrowDown");
      assert.equal(await form.screen(), "item");
      await page.keyboard.press("Enter");
      await page.waitForFunction(() => document.title.includes("2 of"));
      for (let place = 1; place < ITEMS.length; place++) {
        assert.ok((await page.title()).startsWith(`Question ${place + 1} of ${ITEMS.length}`));
        assert.equal((await textOf(page, "h1")).replaceAll("\u00a0", " "), words.items[structure.facets.flatMap((facet) => facet.items)[ORDER[place]]].replaceAll("{person}", "Ana Petrović"));
        await page.keyboard.press(String((place % 7) + 1));
      }
      await until(page, "comments");
      await tabTo(page, "#keep");
      // Numbers are text here.
      await page.keyboard.type("Says 3 times thank you.");
      await page.keyboard.press("Enter");
      await page.keyboard.type("Übt Geduld.");
      await tabTo(page, "#change");
      await page.keyboard.type("Fewer mails");
      await tabTo(page, "footer .first");
      await page.keyboard.press("Enter");
      await until(page, "review");
      await tabTo(page, "footer .first");
      await page.keyboard.press("Enter");
      await until(page, "reply");
      const shown = await page.$eval("textarea", (element) => element.value);
      await tabTo(page, ".way .first");
      await page.keyboard.press("Enter");
      const file = await downloaded(browser);
      assert.match(file.name, /^evenkeel-[a-z0-9]{8}\.evenkeel-reply$/);
      assert.equal(file.text, shown);
      await tabTo(page, ".way textarea ~ button");
      await page.keyboard.press("Enter");
      await page.waitForFunction((copied) => [...document.querySelectorAll("[role=status]")].some((element) => element.textContent === copied), {}, words.form.reply.copied);
      // What was copied is pasted back into a field.
      await page.evaluate(() => { const field = document.createElement("textarea"); field.id = "pasted"; document.body.append(field); field.focus(); });
      await page.keyboard.down("Control");
      await page.keyboard.press("v", { commands: ["Paste"] });
      await page.keyboard.up("Control");
      await page.waitForFunction(() => document.querySelector("#pasted").value !== "");
      assert.equal(await page.$eval("#pasted", (element) => element.value), shown);
      const answers = [...ANSWERED];
      answers[ORDER[0]] = 2;
      assert.deepEqual(openedByAge(shown), { round: "a1b2c3d4e5f60718", group: 2, token: "0123456789abcdef", hash: structureHash.slice(0, 16), answers, keep: "Says 3 times thank you.\nÜbt Geduld.", change: "Fewer mails" });
      clean(form);
      await form.close();
    });

    test("with taps: an answer goes on, back shows it, a question may stay open and is found again", async () => {
      const form = await open(browser, { width: 390, height: 844, data: round({ token: null, group: "reports", until: null }) });
      const { page } = form;
      await page.click("footer .first");
      await page.click("label[for=answer-4]");
      await page.waitForFunction(() => document.title.startsWith("Question 2"));
      await page.click("footer .button:not(.first)");
      assert.equal(await page.$eval("#answer-4", (element) => element.checked), true);
      await page.click("footer .first");
      await page.click("footer .first");
      await page.waitForFunction(() => document.title.startsWith("Question 3"));
      for (let place = 2; place < ITEMS.length; place++) await page.keyboard.press("7");
      await until(page, "comments");
      await page.click("footer .first");
      const open_ = await page.$$(".open button");
      assert.equal(open_.length, 1);
      await open_[0].click();
      assert.ok((await page.title()).startsWith("Question 2"));
      await page.click("label[for=answer-6]");
      await page.waitForFunction(() => document.title.startsWith("Question 3"));
      // Straight to the end again.
      for (let place = 2; place < ITEMS.length; place++) await page.keyboard.press("Enter");
      await until(page, "comments");
      const text = await sealIt(page);
      assert.equal(text.length, 426);
      const said = openedByAge(text);
      assert.match(said.token, /^[0-9a-f]{16}$/);
      assert.equal(said.group, 3);
      assert.deepEqual([said.answers[ORDER[0]], said.answers[ORDER[1]], said.answers[ORDER[2]]], [4, 6, 7]);
      clean(form);
      await form.close();
    });

    test("it goes on where one stopped, and forgets when told to", async () => {
      const form = await open(browser, { data: round({ token: null }) });
      const { page } = form;
      await page.click("footer .first");
      for (const key of ["1", "2", "3", "4", "5"]) await page.keyboard.press(key);
      await page.waitForFunction(() => document.title.startsWith("Question 6"));
      await page.close();
      const again = await form.context.newPage();
      await again.goto(form.address);
      assert.ok((await textOf(again, ".note")).includes(`5 of ${ITEMS.length}`));
      await again.click("footer .first");
      assert.ok((await again.title()).startsWith("Question 6"));
      for (let place = 5; place < ITEMS.length; place++) await again.keyboard.press("3");
      await until(again, "comments");
      const text = await sealIt(again);
      const token = openedByAge(text).token;
      await again.reload();
      await again.click("footer .first");
      assert.equal(await again.$eval("textarea", (element) => element.value), text);
      // A changed answer makes another reply, under the same token: it counts once.
      await again.click("footer .button");
      await until(again, "review");
      await again.click("footer .button");
      await until(again, "comments");
      await again.type("#change", "x");
      const second = openedByAge(await sealIt(again));
      assert.deepEqual([second.token, second.change], [token, "x"]);
      // First the answer no, then yes.
      const dialog = async (button) => {
        await again.evaluate(() => [...document.querySelectorAll("button")].find((element) => element.nextElementSibling?.tagName === "DIALOG").click());
        await again.click(`dialog[open] ${button}`);
      };
      await dialog("button:not(.first)");
      assert.ok((await again.evaluate(() => localStorage.length)) > 0);
      await dialog("button.first");
      await until(again, "welcome");
      assert.equal(await again.evaluate(() => localStorage.length), 0);
      assert.equal(await again.evaluate(() => document.body.textContent.includes("5 of")), false);
      await again.reload();
      assert.equal(await textOf(again, "footer .first"), words.form.welcome.begin);
      assert.deepEqual(form.asked, []);
      await form.close();
    });

    test("without crypto.subtle it seals all the same", async () => {
      const form = await open(browser, { before: () => Object.defineProperty(Crypto.prototype, "subtle", { value: undefined }) });
      assert.equal(await form.page.evaluate(() => typeof crypto.subtle), "undefined");
      await form.page.click("footer .first");
      await answerAll(form.page, ITEMS.length);
      assert.deepEqual(openedByAge(await sealIt(form.page)).answers, ANSWERED);
      clean(form);
      await form.close();
    });

    test("without safe random numbers it says what to do, before the first question", async () => {
      const form = await open(browser, { before: () => Object.defineProperty(Crypto.prototype, "getRandomValues", { value: undefined }) });
      assert.equal(await form.screen(), "trouble");
      assert.ok((await textOf(form.page, "main")).includes(words.form.trouble.no_random));
      await form.close();
    });

    test("where nothing can be kept it says so, and works", async () => {
      const form = await open(browser, { before: () => Object.defineProperty(window, "localStorage", { get() { throw new DOMException("denied", "SecurityError"); } }) });
      assert.ok((await textOf(form.page, ".note")).includes(words.form.welcome.unkept));
      await form.page.click("footer .first");
      await answerAll(form.page, ITEMS.length);
      assert.deepEqual(openedByAge(await sealIt(form.page)).answers, ANSWERED);
      await form.close();
    });

    test("sealing that fails says so, keeps the answers, and can be tried again", async () => {
      const form = await open(browser, { before: () => { const whole = Crypto.prototype.getRandomValues; window.fail = false; Crypto.prototype.getRandomValues = function (array) { if (window.fail) throw new Error("no entropy"); return whole.call(this, array); }; } });
      const { page } = form;
      await page.click("footer .first");
      await answerAll(page, ITEMS.length);
      await page.click("footer .first");
      await page.evaluate(() => { window.fail = true; });
      await page.click("footer .first");
      await page.waitForSelector("[role=alert]:not([hidden])");
      assert.ok((await textOf(page, "[role=alert]")).includes("no entropy"));
      await page.evaluate(() => { window.fail = false; });
      await page.click("footer .first");
      await until(page, "reply");
      await form.close();
    });

    test("number keys can be turned off", async () => {
      const form = await open(browser);
      await form.page.click("#keys");
      await form.page.click("footer .first");
      await form.page.keyboard.press("3");
      assert.ok((await form.page.title()).startsWith("Question 1"));
      assert.equal(await form.page.$("input:checked"), null);
      await form.close();
    });

    test("an empty pattern, a damaged file and a newer one are told apart", async () => {
      const cases = { not_filled: template, unreadable: filled(round()).replace('"round":"a1b2', '"round":"ZZ'), newer: filled(round({ version: 9 })) };
      for (const [key, html] of Object.entries(cases)) {
        const form = await open(browser, { html });
        assert.equal(await form.screen(), "trouble", key);
        assert.ok((await textOf(form.page, "main")).includes(words.form.trouble[key].split("{")[0]), key);
        await form.close();
      }
    });

    test("names and texts are never taken for HTML", async () => {
      const hostile = "</script><img src=x onerror='window.broken=1'><script>window.broken=1</script>&amp;";
      const data = round({ person: hostile.slice(0, 80), collector: { name: hostile, send: hostile }, items: round().items.map((item) => ({ ...item, text: `{person} ${hostile}` })) });
      const form = await open(browser, { data });
      const { page } = form;
      await page.click("footer .first");
      assert.ok((await textOf(page, "h1")).includes(hostile));
      await answerAll(page, ITEMS.length);
      await sealIt(page);
      assert.equal(await page.evaluate(() => window.broken), undefined);
      assert.equal(await page.$("#form img"), null);
      clean(form);
      await form.close();
    });

    // The second one is the control: without the policy the same tries do arrive.
    for (const [what, html] of [["nothing gets out, even if a script tried", filled(round())], ["without the policy it would", filled(round()).replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, "")]]) test(what, async () => {
      const guarded = html.includes("Content-Security-Policy");
      const hits = [];
      const server = createServer((request, response) => { hits.push(request.url); response.setHeader("Access-Control-Allow-Origin", "*").end("window.ran = 1"); });
      await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
      server.unref();
      const form = await open(browser, { html });
      const results = await form.page.evaluate(async (place) => {
        const loaded = (tag, attribute, name) => new Promise((resolve, reject) => {
          const element = document.createElement(tag);
          element.onload = resolve;
          element.onerror = reject;
          element[attribute] = place + name;
          document.body.append(element);
        });
        const tries = {
          fetch: () => fetch(`${place}fetch`),
          image: () => loaded("img", "src", "image"),
          script: () => loaded("script", "src", "script"),
          inline: async () => { const script = document.createElement("script"); script.textContent = "window.ran = 1"; document.body.append(script); if (!window.ran) throw new Error("refused"); },
          socket: () => new Promise((resolve, reject) => { const socket = new WebSocket(place.replace("http", "ws")); socket.onopen = resolve; socket.onerror = reject; }),
        };
        const out = {};
        for (const [name, attempt] of Object.entries(tries)) out[name] = await attempt().then(() => "through", () => "refused");
        // These tell nothing back: what counts is that nothing arrives.
        try { navigator.sendBeacon(`${place}beacon`, "x"); } catch { /* refused */ }
        const sheet = Object.assign(document.createElement("link"), { rel: "stylesheet", href: `${place}style` });
        const frame = Object.assign(document.createElement("iframe"), { src: `${place}frame` });
        const target = Object.assign(document.createElement("form"), { action: `${place}form`, method: "post", target: "inside" });
        frame.name = "inside";
        document.body.append(sheet, frame, target);
        try { target.submit(); } catch { /* refused */ }
        await new Promise((resolve) => setTimeout(resolve, 500));
        return out;
      }, `http://127.0.0.1:${server.address().port}/`);
      server.close();
      if (!guarded) {
        for (const way of ["fetch", "image", "script", "", "beacon", "style", "form"]) assert.ok(hits.includes(`/${way}`), `${way}: ${hits}`);
        return form.close();
      }
      assert.deepEqual(results, { fetch: "refused", image: "refused", script: "refused", inline: "refused", socket: "refused" });
      assert.deepEqual(hits, []);
      await form.close();
    });

    test("the code on screen holds the sealed text", async () => {
      const folder = mkdtempSync(join(tmpdir(), "evenkeel-code-"));
      for (const [theme, comment] of [["light", ""], ["dark", "Says thank you."], ["light", "x".repeat(700)]]) {
        const form = await open(browser, { theme });
        const { page } = form;
        await page.click("footer .first");
        await answerAll(page, ITEMS.length);
        if (comment) await page.evaluate((text) => { const field = document.querySelector("#keep"); field.value = text; field.dispatchEvent(new Event("input")); }, comment);
        const text = await sealIt(page);
        const code = await page.$(".code");
        if (comment.length > 600) {
          assert.equal(code, null);
        } else {
          await code.scrollIntoView();
          writeFileSync(join(folder, "code.png"), await code.screenshot());
          assert.equal(execFileSync("zbarimg", ["--quiet", "--raw", "--oneshot", join(folder, "code.png")], { stdio: ["ignore", "pipe", "ignore"] }).toString().trimEnd(), text.trimEnd());
        }
        await form.close();
      }
      rmSync(folder, { recursive: true });
    });
  });
}
