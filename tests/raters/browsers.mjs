// The system's browsers, driven over WebDriver BiDi or Chromium's protocol.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import puppeteer from "../../raters-form/node_modules/puppeteer-core/lib/esm/puppeteer/puppeteer-core.js";

/** A network that leads nowhere: a request that got past the form's own rules would still be seen by the tests, and go nowhere. */
const CHROMIUM_FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--force-color-profile=srgb"];

export const BROWSERS = {
  chromium: { browser: "chrome", executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: CHROMIUM_FLAGS },
  firefox: { browser: "firefox", executablePath: process.env.FIREFOX ?? "/usr/bin/firefox-esr", args: [] },
};

/** Starts a browser with a profile and a folder for downloads of its own; `close` removes both. */
export async function start(name, theme = "light") {
  const downloads = mkdtempSync(join(tmpdir(), "evenkeel-raters-"));
  const browser = await puppeteer.launch({
    ...BROWSERS[name],
    headless: true,
    protocolTimeout: 60_000,
    extraPrefsFirefox: {
      "browser.download.folderList": 2, "browser.download.dir": downloads, "browser.download.useDownloadDir": true,
      "browser.helperApps.neverAsk.saveToDisk": "application/octet-stream", "browser.download.alwaysOpenPanel": false,
      "dom.events.testing.asyncClipboard": true,
      // 0 is dark, 1 is light.
      "layout.css.prefers-color-scheme.content-override": theme === "dark" ? 0 : 1,
    },
  });
  return { name, browser, downloads, close: async () => { await browser.close(); rmSync(downloads, { recursive: true, force: true }); } };
}
