import type { BrowserContext } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Session } from "../../src/protocol/people.ts";
import type { AppState } from "../../src/protocol/state.ts";
import { allLanguages } from "../../src/ui/languages/languages.ts";
import { openBrowser } from "../browser.ts";
import { kioskStates } from "./kiosk-states.ts";
import { lookAt } from "./look-at.ts";
import { PageAlone } from "./pages-alone.ts";
import { someCover } from "./some-library.ts";
import { somePerson } from "./some-person.ts";

// What is sensed and what is kept: one touch away, from wherever somebody is on the kiosk.

const sizes = {
  "1280x800": { width: 1280, height: 800 },
  "800x480": { width: 800, height: 480 },
  "1080x1920": { width: 1080, height: 1920 },
} as const;
const guest: Session = { role: "guest", seat: "kiosk", person: null, secureWay: null };
const ada = somePerson("Ada");
const member: Session = { role: "member", seat: "phone", person: ada, secureWay: null };
const full = kioskStates.full ?? expect.fail("There is no such state.");

let context: BrowserContext;
let closeBrowser: () => Promise<void>;
beforeAll(async () => {
  ({ context, close: closeBrowser } = await openBrowser());
});
afterAll(() => closeBrowser?.());

async function open(state: Partial<AppState> = {}, session = guest): Promise<PageAlone> {
  const alone = await PageAlone.open({
    ...{ context, path: "/", state: { ...full, ...state } },
    api: ({ pathname }) => {
      if (pathname.endsWith("/cover")) return someCover(pathname);
      return pathname === "/api/session" ? { json: session } : null;
    },
  });
  await alone.page.getByTestId("privacy").waitFor();
  return alone;
}
const sheetOf = ({ page }: PageAlone) => page.locator("room-facts dialog");

test.each(allLanguages)(
  "%s: the sheet is whole in every size, and scrolls where it has to",
  async (language) => {
    const guests = { ...full.guests, asks: true };
    const alone = await open({ screenLanguages: [language], guests });
    const { page } = alone;
    await page.locator(`html[lang="${language}"]`).waitFor();
    await page.getByTestId("facts").click();
    await page.locator("room-facts dialog:modal").waitFor();
    await expect.poll(() => sheetOf(alone).locator("li").count()).toBe(10);
    if (language !== "en") await sheetOf(alone).getByText("What it does").waitFor({ state: "detached" });
    expect(await lookAt(page, `kiosk-facts-${language}`, sizes)).toEqual([]);
    await alone.close();
  },
);

test("it tells what is so here: for how many days, of phones only where they may ask for songs, and at home of nobody who works there", async () => {
  const alone = await open({ camera: { ...full.camera, moodDays: 30 }, stands: "home" });
  const { page } = alone;
  await page.getByTestId("facts").click();
  const sheet = sheetOf(alone);
  await sheet.getByText("for 30 days the room's mood").waitFor();
  await sheet.getByText("tell whoever lives here").waitFor();
  expect(await sheet.getByText("by phone").count()).toBe(0);
  expect(await sheet.getByText("who works here").count()).toBe(0);
  const camera = { ...full.camera, moodDays: 7, sensing: "smile" } as const;
  alone.push({ camera, stands: "venue" });
  await sheet.getByText("for 7 days the room's mood").waitFor();
  await sheet.getByTestId("facts-now").getByText("smiles only").waitFor();
  await sheet.getByText("who works here").waitFor();
  // Whether a phone can find the page is another thing.
  alone.push({ guests: { ...full.guests, page: "no-address", asks: true } });
  await sheet.getByText("by phone").waitFor();
  alone.push({ guests: { ...full.guests, page: "open", address: "http://192.168.1.20:7373/phone" } });
  await sheet.getByText("by phone").waitFor({ state: "detached" });
  alone.push({ stands: "school", camera: { ...camera, wanted: "off", looking: false } });
  await sheet.getByText("how pupils feel").waitFor();
  await alone.close();
});

test("the camera is closed on it, and what it does stands there", async () => {
  const alone = await open();
  const { page, commands } = alone;
  await page.getByTestId("facts").click();
  await sheetOf(alone).getByTestId("camera-switch").click();
  await expect.poll(() => commands).toEqual([{ do: "switchCamera", on: false }]);
  alone.push({ camera: { ...full.camera, wanted: "off", looking: false } });
  await sheetOf(alone).getByTestId("facts-now").getByText("The camera is closed.").waitFor();
  await alone.close();
});

test("while photographs stand in for the camera there is none to close, and nobody is told to", async () => {
  const alone = await open({ camera: { ...full.camera, demo: true } });
  const { page } = alone;
  await page.getByTestId("facts").click();
  await sheetOf(alone).getByText("no camera is looked through").waitFor();
  expect(await sheetOf(alone).getByTestId("camera-switch").count()).toBe(0);
  expect(await sheetOf(alone).getByText("Close camera").count()).toBe(0);
  const { "1280x800": large, "800x480": small } = sizes;
  expect(await lookAt(page, "kiosk-facts-demo", { "1280x800": large, "800x480": small })).toEqual([]);
  await alone.close();
});

test("it opens by key as well, and Escape and its button close it and leave the page as it was", async () => {
  const alone = await open();
  const { page } = alone;
  const modal = page.locator("room-facts dialog:modal");
  const facts = page.getByTestId("facts");
  for (const touched of [false, true]) {
    if (touched) await page.getByTestId("touch").click();
    for (const close of [
      () => page.keyboard.press("Escape"),
      () => page.getByTestId("room-facts-close").click(),
    ]) {
      await facts.focus();
      await page.keyboard.press("Enter");
      await modal.waitFor();
      await close();
      await sheetOf(alone).waitFor({ state: "hidden" });
      expect(await page.locator("[data-testid=facts]:focus").count()).toBe(1);
      expect(await page.getByTestId("six-picks").isVisible()).toBe(touched);
    }
  }
  await alone.close();
});

test("it opens for whoever asked while Mien was away for a moment, and before nobody when that was long ago", async () => {
  for (const waits of [true, false]) {
    const alone = await open();
    const { page } = alone;
    let isGone = true;
    let refused = 0;
    await page.route("**/assets/room-facts-*.js", (route) => {
      if (!isGone) return route.fallback();
      refused++;
      return route.abort();
    });
    await page.getByTestId("facts").click();
    await expect.poll(() => refused).toBeGreaterThan(0);
    if (!waits)
      await page.evaluate(`
        const now = performance.now.bind(performance);
        performance.now = () => now() + 60_000;
      `);
    isGone = false;
    await expect.poll(() => page.evaluate(`customElements.get("room-facts") !== undefined`)).toBe(true);
    if (!waits) {
      await page.locator("room-facts dialog").waitFor({ state: "attached" });
      expect(await page.locator("room-facts[open]").count()).toBe(0);
      await page.getByTestId("facts").click();
    }
    await page.locator("room-facts dialog:modal").waitFor();
    await alone.close();
  }
});

test("on a phone Back closes it and stays on the page", async () => {
  const alone = await open({}, { ...guest, seat: "phone" });
  const { page } = alone;
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByTestId("facts").click();
  await page.locator("room-facts dialog:modal").waitFor();
  expect(await lookAt(page, "kiosk-facts-phone", { "390x844": { width: 390, height: 844 } })).toEqual([]);
  await expect.poll(() => page.evaluate("history.state")).not.toBeNull();
  await page.goBack();
  await sheetOf(alone).waitFor({ state: "hidden" });
  expect(new URL(page.url()).pathname).toBe("/");
  await alone.close();
});

test("a minute after the last touch it is gone, whether the controls were there or not, and they don't come back", async () => {
  const { context: later, close } = await openBrowser();
  context = later;
  await context.clock.install();
  for (const [session, touched, entries] of [
    [guest, false, 0],
    [guest, true, 0],
    [member, false, 1],
    [member, true, 2],
  ] as const) {
    const alone = await open({}, session);
    const { page } = alone;
    const before = Number(await page.evaluate("history.length"));
    if (touched) await page.getByTestId("touch").click();
    if (touched && session === member) await expect.poll(() => page.evaluate("history.state")).not.toBeNull();
    await page.getByTestId("facts").click();
    await page.locator("room-facts dialog:modal").waitFor();
    await expect.poll(() => page.evaluate("history.length")).toBe(before + entries);
    await page.clock.runFor(40_000);
    await page.mouse.move(300, 300);
    await page.mouse.move(310, 300);
    await page.clock.runFor(40_000);
    expect(await sheetOf(alone).isVisible()).toBe(true);
    await page.clock.runFor(21_000);
    await sheetOf(alone).waitFor({ state: "hidden" });
    await page.getByTestId("six-picks").waitFor({ state: "hidden" });
    // Whatever the sheet and the controls put into the history is behind them, and opens nothing again.
    await expect.poll(() => page.evaluate("history.state")).toBeNull();
    expect(await page.getByTestId("touch").getAttribute("aria-expanded")).toBe("false");
    await alone.close();
  }
  await close();
});
