import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser } from "../browser.ts";
import { openKiosk } from "./kiosk-alone.ts";
import { kioskStates } from "./kiosk-states.ts";
import { openOwnerPage } from "./owner-alone.ts";
import { PhoneAlone, someRoom } from "./phone-alone.ts";

// The weather behind everything goes on by itself, but for those whose system asks for less motion.

/** Frames come at most 60 times a second: in so many the calmest weather would have gone on twice, a lively one oftener. */
const WATCHED_FRAMES = 240;

let context: BrowserContext;
let closeBrowser: () => Promise<void>;
beforeAll(async () => {
  ({ context, close: closeBrowser } = await openBrowser());
});
afterAll(() => closeBrowser?.());

interface Opened {
  page: Page;
  /** The room becomes gloomy. */
  darken: () => void;
  close: () => Promise<void>;
}

/** With the room's mood known: what is drawn before that does not count. */
const opens: Readonly<Record<string, () => Promise<Opened>>> = {
  kiosk: async () => {
    const alone = await openKiosk(context, "full");
    await alone.page.locator("now-playing h1").waitFor();
    const mood = kioskStates.gliding?.mood ?? expect.fail("There is no such state.");
    return { page: alone.page, darken: () => alone.push({ mood }), close: () => alone.close() };
  },
  phone: async () => {
    const alone = await PhoneAlone.open({ context });
    await alone.page.getByTestId("room").waitFor();
    const room = { ...someRoom, affect: { valence: -0.55, arousal: -0.2 } };
    return {
      page: alone.page,
      darken: () => alone.tell({ type: "room", now: 1_000_000, room }),
      close: () => alone.page.close(),
    };
  },
};

/** What the weather shows now. */
const picture = (page: Page): Promise<string> =>
  page.locator("mood-weather canvas").evaluate((canvas: { toDataURL: () => string }) => canvas.toDataURL());

/** What it showed over so many frames, each picture once. */
const pictures = (page: Page): Promise<readonly string[]> =>
  page.locator("mood-weather canvas").evaluate(
    new Function(
      "canvas",
      `return new Promise((done) => {
        const seen = new Set();
        let left = ${WATCHED_FRAMES};
        const look = () => {
          seen.add(canvas.toDataURL());
          if (left-- > 0) requestAnimationFrame(look);
          else done([...seen]);
        };
        look();
      });`,
    ) as (canvas: unknown) => Promise<readonly string[]>,
  );

test.each(Object.entries(opens))("%s: the weather moves", async (_name, open) => {
  const { page, close } = await open();
  await page.emulateMedia({ reducedMotion: "no-preference" });
  const first = await picture(page);
  await expect.poll(() => picture(page)).not.toBe(first);
  expect((await pictures(page)).length).toBeGreaterThan(1);
  await close();
});

test.each(Object.entries(opens))(
  "%s: for who asks for less motion it stands still, in the colours of the room's mood at once",
  async (_name, open) => {
    const { page, darken, close } = await open();
    await page.emulateMedia({ reducedMotion: "reduce" });
    await page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
    const content = await pictures(page);
    expect(content).toHaveLength(1);
    darken();
    await expect.poll(() => picture(page)).not.toBe(content[0]);
    // Not by steps, as a fade would.
    expect(await pictures(page)).toHaveLength(1);
    // It goes again where nothing asks for less any more.
    await page.emulateMedia({ reducedMotion: "no-preference" });
    const still = await picture(page);
    await expect.poll(() => picture(page)).not.toBe(still);
    await close();
  },
);

test("behind an owner's tables it stands still for everybody", async () => {
  const alone = await openOwnerPage(context, "admin");
  await alone.page.emulateMedia({ reducedMotion: "no-preference" });
  await alone.page.locator("mood-weather canvas").waitFor();
  expect(await pictures(alone.page)).toHaveLength(1);
  await alone.close();
});
