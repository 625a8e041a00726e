import type { BrowserContext, Locator, Page } from "playwright-core";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { AppState } from "../../src/protocol/state.ts";
import { someTrack } from "../../src/ui/testing-state.ts";
import { openBrowser } from "../browser.ts";
import { kioskStates } from "./kiosk-states.ts";
import { PageAlone } from "./pages-alone.ts";

// A title that is too long ends with an ellipsis, and below that nothing of it is seen.

const full = kioskStates.full ?? expect.fail("There is no such state.");
const sizes = [
  { width: 800, height: 480 },
  { width: 1280, height: 800 },
];
const titles = {
  Japanese: "雨上がりの午後に喫茶店の窓辺で聴いた遠い国の歌と珈琲の湯気に揺れる思い出の物語".repeat(3),
  Arabic:
    "إِلٰهِي الأغنية الطويلة جدا التي لا تنتهي أبدا عن القبطان الذي يتذكر صيفا بعيدا على شاطئ البحر ".repeat(3),
  Hindi: "श्रृंगार की हूँ सुबह की धूप में बैठकर सुनी हुई एक बहुत लंबी कहानी और गीत ".repeat(3),
  "accented capitals": "ÅNGSTRÖM ÜBER ÉTÉ ÄHNLICH ÇEŞME ÎLE ÔTER ÑANDÚ ".repeat(4),
} as const;

let context: BrowserContext;
let closeBrowser: () => Promise<void>;
beforeAll(async () => {
  ({ context, close: closeBrowser } = await openBrowser());
});
afterAll(() => closeBrowser?.());

function titled(title: string): AppState {
  const named = (id: string) => ({ kind: "track", track: someTrack({ id, title }) }) as const;
  const [first, ...rest] = full.sixPicks;
  if (!first) expect.fail("There is no such song.");
  const pick = { id: "now", pickedAt: full.now, reasons: [], draw: null, item: named("heard") };
  return {
    ...full,
    player: {
      ...full.player,
      actual: { state: "paused", positionMs: 83_000, at: full.now, pick },
    },
    sixPicks: [{ ...first, item: named("offered") }, ...rest],
  };
}

/** Its colours, with all around it that its letters might reach into. */
async function drawn(page: Page, line: Locator): Promise<Buffer> {
  const box = (await line.boundingBox()) ?? expect.fail("It can't be seen.");
  const clip = { x: box.x - 8, y: box.y - 8, width: box.width + 16, height: box.height + 16 };
  return sharp(await page.screenshot({ clip, animations: "disabled" }))
    .removeAlpha()
    .raw()
    .toBuffer();
}

/**
 * Of 255: letters that are drawn once more in another piece of text are rounded otherwise at their edges, single pixels of
 * them by up to 51. Those of a line that is left out stand out by 200 and more.
 */
const ROUNDED = 64;
const farthestApart = (one: Buffer, other: Buffer): number =>
  one.reduce((most, value, at) => Math.max(most, Math.abs(value - (other[at] ?? 0))), 0);

/** Takes the lines away that there is no room for, by their places; how many letters they had. */
const takeRest = (line: Locator): Promise<number> =>
  line.evaluate((at) => (globalThis as unknown as { takeRest(line: unknown): number }).takeRest(at));

const inPage = `window.takeRest = (line) => {
  const text = [...line.childNodes].find(({ data, nodeType }) => nodeType === 3 && data.trim() !== "");
  const end = line.getBoundingClientRect().top + line.clientTop + line.clientHeight;
  const range = document.createRange();
  const isBelow = (at) => {
    range.setStart(text, at);
    range.setEnd(text, at + 1);
    return [...range.getClientRects()].some(({ top, bottom, height }) => height > 0 && (top + bottom) / 2 > end);
  };
  let from = 0;
  while (from < text.length && !isBelow(from)) from++;
  const rest = text.splitText(from);
  const gone = document.createElement("span");
  gone.style.color = "transparent";
  rest.replaceWith(gone);
  gone.append(rest);
  return rest.length;
}`;

test.each(Object.entries(titles))("%s", async (_, title) => {
  const alone = await PageAlone.open({
    ...{ context, path: "/", state: { ...titled(title), screenLanguages: ["en"] } },
  });
  const { page } = alone;
  const isWhole = async (line: Locator, what: string): Promise<void> => {
    await line.waitFor();
    const before = await drawn(page, line);
    expect(await takeRest(line), what).toBeGreaterThan(0);
    expect(farthestApart(before, await drawn(page, line)), what).toBeLessThanOrEqual(ROUNDED);
  };
  for (const size of sizes) {
    const where = `${size.width} by ${size.height}`;
    await page.setViewportSize(size);
    await page.reload();
    await page.evaluate(inPage);
    // Behind the letters nothing may move.
    await page.locator("mood-weather").evaluate((weather) => {
      (weather as { style: { visibility: string } }).style.visibility = "hidden";
    });
    await isWhole(page.locator("now-playing h1[data-cut]"), `${where}, at rest`);
    await page.getByTestId("touch").click();
    await page.getByTestId("six-picks").waitFor();
    await isWhole(page.locator("song-pick .title[data-cut]").first(), `${where}, one of the six`);
    await page.getByTestId("pick").first().click();
    await isWhole(page.locator("song-pick .ask p[data-cut]"), `${where}, asked when`);
  }
  await alone.close();
});

test("a browser that draws all of a text or nothing of it, as Firefox before 140, has the page all the same", async () => {
  const { context: older, close } = await openBrowser();
  await older.addInitScript("delete CSS.highlights; delete globalThis.Highlight");
  const { page } = await PageAlone.open({ context: older, path: "/", state: titled(titles.Japanese) });
  await page.locator("now-playing h1[data-cut]").waitFor();
  await close();
});
