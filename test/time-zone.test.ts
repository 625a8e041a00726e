import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser } from "./browser.ts";
import { RunningDaemon } from "./running-daemon.ts";

// Hours are put in by the time zone that the settings name, and every page tells times by it: a machine is often left in
// UTC, and whoever looks after it may be elsewhere.

let daemon: RunningDaemon;
let page: Page;
let closeBrowser: () => Promise<void>;

beforeAll(async () => {
  daemon = await RunningDaemon.start(["--camera", "/nowhere.mp4", "--output", "null"]);
  const browser = await openBrowser();
  closeBrowser = browser.close;
  page = await browser.context.newPage();
  await page.goto(daemon.url);
});
afterAll(async () => {
  await closeBrowser?.();
  await daemon?.stop();
});

test.each(["Asia/Tokyo", "America/St_Johns"])(
  "the clock on the screen goes by the setting, at once: %s",
  async (zone) => {
    await daemon.set({ timeZone: zone });
    await daemon.until("the zone in the state", ({ timeZone }) => timeZone === zone);
    const now = () => {
      const at = new Intl.DateTimeFormat("en-GB", { timeZone: zone, timeStyle: "short" });
      // A minute may turn over between the page's look and this one.
      return [at.format(Date.now() - 60_000), at.format(Date.now())];
    };
    const told = () =>
      page
        .locator("wall-clock")
        .evaluate((clock: { shadowRoot: { textContent: string } }) => clock.shadowRoot.textContent.trim());
    await expect.poll(async () => now().includes(await told())).toBe(true);
  },
);
