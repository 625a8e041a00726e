import { join } from "node:path";
import type { BrowserContext } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Affect } from "../../src/protocol/mood.ts";
import type { AppState } from "../../src/protocol/state.ts";
import { sliderNumber } from "../../src/ui/facts/slider-number.ts";
import { openBrowser } from "../browser.ts";
import { root } from "../running-daemon.ts";
import { contrastOn, paleTexts } from "./contrast.ts";
import { kioskStates } from "./kiosk-states.ts";
import { openOwnerPage, ownerPages } from "./owner-alone.ts";
import { PageAlone } from "./pages-alone.ts";
import { PhoneAlone, someOwn, someRoom } from "./phone-alone.ts";
import { someCover } from "./some-library.ts";

// Every word on every page can be read on what truly lies behind it: over the weather of each corner of the moods, on
// night and on paper.

const skies: Readonly<Record<string, Affect>> = {
  noon: { valence: 0.65, arousal: 0.6 },
  sea: { valence: 0.3, arousal: -0.7 },
  rain: { valence: -0.65, arousal: -0.45 },
  ember: { valence: -0.6, arousal: 0.6 },
};

/** In the middle, on each of the dial's words, and beside them. */
const PUCKS: readonly (readonly [valence: number, arousal: number])[] = [
  [0, 0],
  [0, 0.8],
  [0.7, 0],
  [0, -0.8],
  [-0.7, 0],
  [0.3, 0.55],
  [-0.45, 0.2],
  [0.45, -0.2],
];

let context: BrowserContext;
let closeBrowser: () => Promise<void>;
beforeAll(async () => {
  ({ context, close: closeBrowser } = await openBrowser());
});
afterAll(() => closeBrowser?.());

const underSky = (state: AppState, affect: Affect): AppState => ({
  ...state,
  mood: { ...state.mood, affect },
});
const covers = (url: URL) => (url.pathname.endsWith("/cover") ? someCover(url.pathname) : null);

describe.each(Object.entries(skies))("under the sky of %s", (_name, affect) => {
  test("the kiosk can be read at rest, touched, asking, and where somebody signs in", async () => {
    const state = underSky(kioskStates.full ?? expect.fail("There is no such state."), affect);
    const alone = await PageAlone.open({ context, path: "/", state, api: covers });
    const { page } = alone;
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.getByTestId("title").first().waitFor();
    expect(await paleTexts(page)).toEqual([]);
    await page.getByTestId("touch").click();
    await page.getByTestId("six-picks").waitFor();
    expect(await paleTexts(page)).toEqual([]);
    await page.getByTestId("pick").first().click();
    await page.getByTestId("play-next").waitFor();
    expect(await paleTexts(page)).toEqual([]);
    await page.getByTestId("wishes").click();
    await page.locator("guest-wishes").waitFor();
    expect(await paleTexts(page)).toEqual([]);
    await page.getByTestId("who").click();
    await page.locator("dialog:modal").waitFor();
    expect(await paleTexts(page)).toEqual([]);
    await alone.close();
  });

  test("a guest's phone can be read by night and by day", async () => {
    const room = { ...someRoom, affect };
    const { page } = await PhoneAlone.open({ context, room, own: someOwn });
    await page.setViewportSize({ width: 390, height: 844 });
    await page.getByTestId("room").waitFor();
    for (const colorScheme of ["dark", "light"] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await paleTexts(page), colorScheme).toEqual([]);
    }
    await page.close();
  });
});

test.each([
  { width: 1280, height: 800 },
  { width: 800, height: 480 },
])("on the mood dial nothing is pale under the puck, wherever somebody put it: %j", async (size) => {
  const manual = kioskStates.manual ?? expect.fail("There is no such state.");
  const alone = await PageAlone.open({ context, path: "/", state: manual, api: covers });
  const { page } = alone;
  await page.setViewportSize(size);
  await page.getByTestId("touch").click();
  const disc = page.getByTestId("affect-disc").first();
  await disc.waitFor();
  for (const [valence, arousal] of PUCKS) {
    alone.push({ mood: { ...manual.mood, affect: { valence, arousal } } });
    await expect.poll(() => disc.getAttribute("aria-valuenow")).toBe(String(sliderNumber(valence, arousal)));
    expect(await paleTexts(page), `${valence}, ${arousal}`).toEqual([]);
  }
  await alone.close();
});

test.each(Object.entries(ownerPages))("/%s can be read by night and by day", async (path, drawn) => {
  const alone = await openOwnerPage(context, path);
  const { page } = alone;
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.locator(drawn).first().waitFor();
  for (const colorScheme of ["dark", "light"] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await paleTexts(page), colorScheme).toEqual([]);
  }
  await alone.close();
});

test.each([
  ["signing in", null],
  ["what is theirs", { id: "ada", name: "Ada", role: "admin" }],
])("on an owner's page the dialog for %s can be read by night and by day", async (_what, person) => {
  const wishes = { languages: [], artists: [], policy: null };
  const told = person === null ? null : { ...person, onTile: false, named: false, wishes };
  const session = { role: person === null ? "guest" : "admin", seat: "admin", person: told, secureWay: null };
  const alone = await openOwnerPage(context, "library", {
    "/api/session": { json: session },
    "/api/library/languages": { json: [{ language: "en", tracks: 9 }] },
    "/api/library/artists": { json: [{ name: "Ida Fenn", tracks: 12 }] },
  });
  const { page } = alone;
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.getByTestId("who").click();
  // Shown a moment before what is behind it fades.
  await page.locator("dialog:modal").waitFor();
  if (person !== null) await page.getByTestId("artists").first().waitFor();
  for (const colorScheme of ["dark", "light"] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await paleTexts(page), colorScheme).toEqual([]);
    const name = `owner-dialog-${person === null ? "sign-in" : "me"}-${colorScheme}`;
    await page.screenshot({ path: join(root, `screenshots/${name}.png`) });
  }
  await alone.close();
});

describe("what is behind a word", () => {
  const behind = (...pixels: readonly number[][]) => ({
    ...{ pixels: Uint8Array.from(pixels.flat()), width: pixels.length, height: 1 },
  });
  const box = { left: 0, top: 0, width: 1, height: 1 };

  test("is reckoned as WCAG does: white on black is 21 to 1, and on itself 1", () => {
    const white = { color: [1, 1, 1, 1], opacity: 1, box } as const;
    expect(contrastOn(white, behind([0, 0, 0]))).toBeCloseTo(21);
    expect(contrastOn(white, behind([255, 255, 255]))).toBeCloseTo(1);
  });

  test("shows through what is half there, be it the colour or what it stands in", () => {
    const grey = contrastOn({ color: [0.5, 0.5, 0.5, 1], opacity: 1, box }, behind([0, 0, 0]));
    for (const half of [
      { color: [1, 1, 1, 0.5], opacity: 1, box },
      { color: [1, 1, 1, 1], opacity: 0.5, box },
    ] as const)
      expect(contrastOn(half, behind([0, 0, 0]))).toBeCloseTo(grey);
  });
});
