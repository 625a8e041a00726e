import type { BrowserContext } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { PickReason, UnmetWish } from "../../src/protocol/music.ts";
import { someState } from "../../src/ui/testing-state.ts";
import { openBrowser } from "../browser.ts";
import { openKiosk } from "./kiosk-alone.ts";
import { kioskStates } from "./kiosk-states.ts";
import { lookAt } from "./look-at.ts";
import { PageAlone } from "./pages-alone.ts";

// The kiosk in every state and at every size: nothing is cut off, covered, too small to touch, or out of sight.

const sizes = {
  "1280x800": { width: 1280, height: 800 },
  "1024x600": { width: 1024, height: 600 },
  "800x480": { width: 800, height: 480 },
  "1080x1920": { width: 1080, height: 1920 },
  phone: { width: 390, height: 844 },
  /** 1280 by 800 at twice the size. */
  zoomed: { width: 640, height: 400 },
  /** As narrow as WCAG 1.4.10 asks a page to fit. */
  narrow: { width: 320, height: 640 },
} as const;

/** What a kiosk has; a phone that looks at its page is told less. */
const screens = {
  "1280x800": sizes["1280x800"],
  "1024x600": sizes["1024x600"],
  "800x480": sizes["800x480"],
  "1080x1920": sizes["1080x1920"],
} as const;

/** An element, as far as these tests look at it. */
interface Sized {
  scrollHeight: number;
  clientHeight: number;
}

let context: BrowserContext;
let closeBrowser: () => Promise<void>;

beforeAll(async () => {
  ({ context, close: closeBrowser } = await openBrowser());
});
afterAll(() => closeBrowser?.());

const open = (state: string | null) => openKiosk(context, state);

test.each(Object.keys(kioskStates))("%s: at rest and touched", async (name) => {
  const alone = await open(name);
  expect(await lookAt(alone.page, `kiosk-${name}`, sizes)).toEqual([]);
  await alone.page.getByTestId("touch").click();
  await alone.page.getByTestId("six-picks").or(alone.page.getByText("nothing to choose")).first().waitFor();
  expect(await lookAt(alone.page, `kiosk-${name}-touched`, sizes)).toEqual([]);
  await alone.close();
});

test("before the first word of the daemon it says that it connects", async () => {
  const alone = await open(null);
  await alone.page.getByText("Connecting to Mien").waitFor();
  expect(await lookAt(alone.page, "kiosk-connecting", sizes)).toEqual([]);
  await alone.close();
});

test("who is here is written out beside all else that the top of the page may hold", async () => {
  const alone = await open("full");
  const { page } = alone;
  alone.push({
    people: {
      named: ["Konstantin", "Annegret", "Maximiliane"].map((name) => ({ visit: name, name })),
      others: 2,
    },
    guests: {
      ...(kioskStates.full ?? someState()).guests,
      ...{ page: "open", address: "http://192.168.178.42:7373/phone", codeAtRest: true },
    },
  });
  await page.getByTestId("here").waitFor();
  for (const size of ["1280x800", "800x480"] as const) {
    await page.setViewportSize(sizes[size]);
    const cut = page.getByTestId("here").evaluate((text: Sized) => text.scrollHeight - text.clientHeight);
    expect(await cut, size).toBeLessThanOrEqual(1);
  }
  expect(await lookAt(page, "kiosk-here", screens)).toEqual([]);
  await alone.close();
});

test("names that gave way to something else at the top of the page come back with the room for them", async () => {
  const alone = await open("full");
  const { page } = alone;
  const { guests } = kioskStates.full ?? someState();
  const code = (address: string | null) =>
    alone.push({ guests: { ...guests, page: "open", address, codeAtRest: true } });
  const named = ["Konstantin Alexander", "Annegret Katharina", "Maximiliane Johanna"];
  await page.setViewportSize({ width: 640, height: 400 });
  alone.push({ people: { named: named.map((name) => ({ visit: name, name })), others: 2 } });
  for (const _ of ["once", "again"]) {
    code("http://192.168.178.42:7373/phone");
    await page.getByTestId("here-brief").waitFor();
    code(null);
    await page.getByTestId("here").waitFor();
    for (const name of named) expect(await page.getByTestId("here").innerText()).toContain(name);
  }
  code("http://192.168.178.42:7373/phone");
  await page.getByTestId("here-brief").waitFor();
  await page.screenshot({ path: "screenshots/kiosk-here-brief.png" });
  await page.setViewportSize(sizes["1280x800"]);
  await page.getByTestId("here").waitFor();
  await alone.close();
});

test("until it is set up, the note about it pushes no cover onto the words below", async () => {
  const state = kioskStates.listening ?? expect.fail("There is no such state.");
  const setup = { isNeeded: true, code: "XX94-2GZ8-MQM6", address: "http://mien.local:7373/setup" };
  const api = ({ pathname }: URL) => (pathname === "/api/setup" ? { json: setup } : null);
  const alone = await PageAlone.open({ context, path: "/", state, api });
  const { page } = alone;
  await page.getByTestId("setup-note").waitFor();
  expect(await lookAt(page, "kiosk-setup-note", screens)).toEqual([]);
  await page.setViewportSize(sizes["800x480"]);
  const cover = (await page.locator("cover-art").first().boundingBox()) ?? expect.fail("There is no cover.");
  const words = (await page.locator("room-words").boundingBox()) ?? expect.fail("There are no words.");
  expect(cover.y + cover.height).toBeLessThanOrEqual(words.y);
  await alone.close();
});

test("until it is set up and shows photographs, nothing on the page says that a camera looks", async () => {
  const state = kioskStates.working ?? expect.fail("There is no such state.");
  const api = ({ pathname }: URL) =>
    pathname === "/api/setup" ? { json: { isNeeded: true, code: null, address: null } } : null;
  const alone = await PageAlone.open({ context, path: "/", state, api });
  const { page } = alone;
  await page.getByTestId("setup-note").getByText("Mien opens no camera until it is set up.").waitFor();
  await page.getByTestId("privacy").getByText("no camera is looked through").waitFor();
  expect(await page.getByTestId("camera-light").getAttribute("data-looking")).toBe("false");
  expect(await page.locator("body").innerText()).not.toContain("camera is looking");
  await alone.close();
});

test("a touched song asks when it shall play, and says so", async () => {
  const alone = await open("full");
  const { page, commands } = alone;
  await page.getByTestId("touch").click();
  await page.getByTestId("pick").nth(1).click();
  await page.getByTestId("play-next").waitFor();
  expect(await lookAt(alone.page, "kiosk-asking", sizes)).toEqual([]);
  await page.getByTestId("play-next").click();
  await expect.poll(() => commands).toEqual([{ do: "playPick", pick: "pick-1", when: "next" }]);
  await page.keyboard.press("4");
  await page.keyboard.press("Enter");
  await expect.poll(() => commands.at(-1)).toEqual({ do: "playPick", pick: "pick-3", when: "now" });
  await alone.close();
});

test("a wish that can't be met says so at once where it was made, and over the songs that are offered", async () => {
  const alone = await open("full");
  const { page } = alone;
  await page.getByTestId("touch").click();
  await page.getByTestId("wishes").click();
  const missed: PickReason = { kind: "widened", rule: "favourites" };
  const unmet: UnmetWish = { wanted: ["MC Rude"], songs: 4, because: "explicit", withinMs: null };
  const { queue, sixPicks } = kioskStates.full ?? someState();
  alone.push({
    preferences: { languages: [], artists: ["MC Rude"], policy: null, until: 1_763_733_600_000 },
    queue: queue.map((pick) => ({ ...pick, reasons: [{ ...missed, unmet }] })),
    sixPicks: sixPicks.map((pick) => ({ ...pick, reasons: [...pick.reasons, missed] })),
  });
  await page.getByText("Every song by MC Rude is explicit, and explicit songs are not played now.").waitFor();
  expect(await lookAt(page, "kiosk-unmet-wish", sizes)).toEqual([]);
  await page.getByTestId("wishes").click();
  // One of them comes by itself: nobody has asked for it.
  await page.getByText("None by MC Rude: six others").waitFor();
  expect(await page.locator("song-pick[besides]").count()).toBe(6);
  expect(await lookAt(page, "kiosk-unmet-offer", sizes)).toEqual([]);
  await alone.close();
});

test("a guest chooses languages, artists and what the music does", async () => {
  const alone = await open("manual");
  const { page, commands } = alone;
  await page.getByTestId("touch").click();
  await page.getByTestId("wishes").click();
  await page.getByRole("button", { name: "German" }).click();
  await expect
    .poll(() => commands.at(-1))
    .toEqual({
      do: "prefer",
      languages: ["fr", "de"],
      artists: ["Nina Simone"],
      policy: "calm",
    });
  await page.getByRole("button", { name: "Ana Lúz" }).click();
  await expect.poll(() => commands.at(-1)).toMatchObject({ artists: ["Nina Simone", "Ana Lúz"] });
  await page.getByTestId("policy-lift").click();
  await expect
    .poll(() => commands.at(-1))
    .toMatchObject({ artists: ["Nina Simone", "Ana Lúz"], policy: "lift" });
  expect(await lookAt(alone.page, "kiosk-wishes", sizes)).toEqual([]);
  await page.getByTestId("artist-search").fill("n");
  await page.keyboard.press("n");
  expect(commands.some((command) => command.do === "skip")).toBe(false);
  await page.getByTestId("anything").click();
  await expect
    .poll(() => commands.at(-1))
    .toEqual({ do: "prefer", languages: [], artists: [], policy: null });
  await alone.close();
});
