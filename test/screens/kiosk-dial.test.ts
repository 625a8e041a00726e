import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { AppState } from "../../src/protocol/state.ts";
import { allLanguages } from "../../src/ui/languages/languages.ts";
import { openBrowser } from "../browser.ts";
import { kioskStates } from "./kiosk-states.ts";
import { lookAt } from "./look-at.ts";
import { PageAlone } from "./pages-alone.ts";
import { someCover } from "./some-library.ts";

// A word on the dial: who says for how long, and how the page tells what is left of it.

const sizes = {
  "1280x800": { width: 1280, height: 800 },
  "1024x600": { width: 1024, height: 600 },
  "800x480": { width: 800, height: 480 },
  "1080x1920": { width: 1080, height: 1920 },
} as const;
const atKiosk = { role: "guest", seat: "kiosk", person: null, secureWay: null };
const state = kioskStates.full ?? expect.fail("There is no such state.");
const { mood } = kioskStates.manual ?? expect.fail("There is no such state.");

let context: BrowserContext;
let closeBrowser: () => Promise<void>;
beforeAll(async () => {
  ({ context, close: closeBrowser } = await openBrowser());
  await context.clock.install();
});
afterAll(() => closeBrowser?.());

async function open(overrides: Partial<AppState> = {}): Promise<PageAlone> {
  const alone = await PageAlone.open({
    ...{ context, path: "/", state: { ...state, ...overrides } },
    api: ({ pathname }) => {
      if (pathname.endsWith("/cover")) return someCover(pathname);
      return pathname === "/api/session" ? { json: atKiosk } : null;
    },
  });
  await alone.page.getByTestId("touch").click();
  await alone.page.getByTestId("six-picks").waitFor();
  return alone;
}

/** From here on the page's time passes only as the test says. */
async function stopClock(page: Page): Promise<void> {
  await page.clock.pauseAt(Number(await page.evaluate("Date.now()")) + 10_000);
}

test("the page says where on the dial and never for how long: that is the owner's setting", async () => {
  const alone = await open();
  const { page, commands } = alone;
  await page.keyboard.press("d");
  await page.locator("[data-testid=affect-disc]:focus").waitFor();
  await page.keyboard.press("ArrowUp");
  await expect.poll(() => commands.at(-1)?.do).toBe("setMood");
  expect(Object.keys(commands.at(-1) ?? {}).sort()).toEqual(["affect", "do"]);
  await alone.close();
});

test("what is left is told by the minute, in the last one by ten seconds, and a touch begins it anew", async () => {
  const alone = await open();
  const { page } = alone;
  await stopClock(page);
  const direction = page.locator("touch-sheet").getByTestId("direction");
  const hold = (seconds: number) => {
    const now = state.now + 1;
    alone.push({ now, mood: { ...mood, until: now + seconds * 1_000 } });
  };
  const told = (text: string) => direction.getByText(text).waitFor();
  const later = (seconds: number) => page.clock.runFor(seconds * 1_000);
  hold(120);
  await told("for 2 more minutes");
  hold(92);
  await told("for 2 more minutes");
  await later(4);
  await told("for one more minute");
  hold(52);
  await told("for one more minute");
  await later(4);
  await told("for 50 more seconds");
  await later(9);
  await told("for 40 more seconds");
  hold(120);
  await told("for 2 more minutes");
  alone.push({ mood: state.mood });
  await direction.getByText("more").waitFor({ state: "hidden" });
  await page.clock.resume();
  await alone.close();
});

test.each(allLanguages)("%s: the last seconds stand whole below the dial", async (language) => {
  const alone = await open({ screenLanguages: [language] });
  const { page } = alone;
  await page.locator(`html[lang="${language}"]`).waitFor();
  await stopClock(page);
  const now = state.now + 1;
  alone.push({ now, mood: { ...mood, until: now + 45_000 } });
  await page.locator("touch-sheet").getByTestId("let-camera-lead").waitFor();
  expect(await page.locator("touch-sheet").getByTestId("direction").textContent()).toMatch(/50/);
  await page.clock.resume();
  expect(await lookAt(page, `kiosk-dial-seconds-${language}`, sizes)).toEqual([]);
  await alone.close();
});

test.each(["en", "de", "ar"])(
  "%s: the dial keeps its size and its place under the finger",
  async (language) => {
    const alone = await open({ screenLanguages: [language as "en"] });
    const { page, commands } = alone;
    await page.locator(`html[lang="${language}"]`).waitFor();
    const dial = page.locator("touch-sheet").getByTestId("affect-disc");
    const place = async () => (await dial.boundingBox()) ?? expect.fail("There is no dial.");
    for (const [size, viewport] of Object.entries(sizes)) {
      await page.setViewportSize(viewport);
      await page.evaluate("document.fonts.ready.then(() => new Promise(requestAnimationFrame))");
      const before = await place();
      const [x, y] = [before.x + before.width * 0.7, before.y + before.height * 0.3];
      await page.mouse.move(before.x + before.width / 2, before.y + before.height / 2);
      await page.mouse.down();
      await page.mouse.move(x, y);
      expect(await place(), `${size}, in the middle`).toEqual(before);
      await page.mouse.up();
      await expect.poll(() => commands.at(-1)?.do).toBe("setMood");
      // The daemon's word on it, with the time that is left and the way back.
      const now = state.now + 1;
      alone.push({ now, mood: { ...mood, until: now + 120_000 } });
      await page.locator("touch-sheet").getByTestId("let-camera-lead").waitFor();
      await page.screenshot({ path: `screenshots/kiosk-dial-kept-${language}-${size}.png` });
      expect(await place(), `${size}, lifted`).toEqual(before);
      alone.push({ mood: state.mood });
      await page.locator("touch-sheet").getByTestId("let-camera-lead").waitFor({ state: "detached" });
      expect(await place(), `${size}, given back`).toEqual(before);
    }
    await alone.close();
  },
);

test.each(["full", "manual", "gliding", "long", "crowded"])(
  "%s: on a 7-inch panel of 1024 by 600, and on one of 720 lines, a finger has room to aim on the dial",
  async (name) => {
    const alone = await open(kioskStates[name] ?? expect.fail("There is no such state."));
    const { page } = alone;
    for (const { width, height, least } of [
      { width: 1024, height: 600, least: 200 },
      { width: 800, height: 600, least: 180 },
      { width: 1280, height: 640, least: 200 },
      { width: 1280, height: 720, least: 200 },
      { width: 800, height: 480, least: 130 },
    ]) {
      await page.setViewportSize({ width, height });
      await page.evaluate("document.fonts.ready.then(() => new Promise(requestAnimationFrame))");
      const box = await page.locator("touch-sheet").getByTestId("affect-disc").boundingBox();
      expect(box?.width, `${width}x${height}`).toBeGreaterThanOrEqual(least);
    }
    await alone.close();
  },
);
