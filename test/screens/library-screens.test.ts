import type { BrowserContext, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { someState } from "../../src/ui/testing-state.ts";
import { openBrowser } from "../browser.ts";
import { kioskStates } from "./kiosk-states.ts";
import { lookAt } from "./look-at.ts";
import { PageAlone, type Told } from "./pages-alone.ts";
import { someLibrary, songs } from "./some-library.ts";

// The owner's page in every state, on a laptop, on a phone and on the kiosk's own screen.

const sizes = {
  laptop: { width: 1440, height: 900 },
  phone: { width: 390, height: 844 },
  "800x480": { width: 800, height: 480 },
  /** The laptop at twice the size. */
  zoomed: { width: 720, height: 450 },
  /** As narrow as WCAG 1.4.10 asks a page to fit. */
  narrow: { width: 320, height: 640 },
} as const;

let context: BrowserContext;
let closeBrowser: () => Promise<void>;

beforeAll(async () => {
  ({ context, close: closeBrowser } = await openBrowser());
});
afterAll(() => closeBrowser?.());

const state = kioskStates.full ?? someState();

async function open(
  hash: string,
  options: { told?: Record<string, Told>; from?: "localhost" | "mien.local" } = {},
): Promise<{ alone: PageAlone; page: Page }> {
  const { told = {}, from = "localhost" } = options;
  const alone = await PageAlone.open({
    context,
    path: `/library#${hash}`,
    state,
    api: someLibrary(told),
    host: from,
  });
  return { alone, page: alone.page };
}

const first = (page: Page, id: string): Locator => page.getByTestId(id).first();
const refused: Told = { status: 503, json: { error: "The database is held by another program: end that." } };
const none: Told = { json: { total: 0, more: false, tracks: [] } };

test("songs: a list, nothing chosen, one chosen, several chosen", async () => {
  const { alone, page } = await open("songs");
  await page.getByText("60 songs").waitFor();
  expect(await lookAt(page, "library-songs", sizes)).toEqual([]);
  await page.setViewportSize(sizes.laptop);
  await first(page, "song").click();
  await first(page, "evidence").waitFor();
  // A screen reader says of the button, too, that it is the one that is chosen.
  expect(await page.getByRole("button", { pressed: true }).and(page.getByTestId("song")).count()).toBe(1);
  expect(await lookAt(page, "library-song", sizes)).toEqual([]);
  await page.setViewportSize(sizes.laptop);
  await page
    .getByTestId("select")
    .nth(4)
    .click({ modifiers: ["Shift"] });
  await page.getByText("5 songs chosen").waitFor();
  expect(await page.locator("input[type=checkbox]:checked").count()).toBe(5);
  expect(await lookAt(page, "library-several", sizes)).toEqual([]);
  await alone.close();
});

test("songs: a blocked one looks blocked, offers no play, and is allowed again", async () => {
  const { alone, page } = await open("songs");
  const row = page.locator("song-row").nth(2);
  await expect.poll(() => row.getAttribute("blocked")).not.toBeNull();
  await row.getByText("blocked", { exact: true }).waitFor();
  await row.getByTestId("song").click();
  await first(page, "allow-again").waitFor();
  expect(await page.getByTestId("play-now").count()).toBe(0);
  expect(await lookAt(page, "library-blocked", sizes)).toEqual([]);
  await page.setViewportSize(sizes.laptop);
  const asked = page.waitForRequest((request) => request.method() === "DELETE");
  await first(page, "allow-again").click();
  expect((await asked).url()).toContain(`track=${songs[2]?.id}`);
  await alone.close();
});

test("songs: none, and a list that could not be had", async () => {
  const empty = await open("songs", {
    told: { "/api/library/tracks": none, "/api/library/blocks": { json: { tracks: [], artists: [] } } },
  });
  await empty.page.getByText("There is no music yet").waitFor();
  expect(await lookAt(empty.page, "library-empty", sizes)).toEqual([]);
  await empty.alone.close();
  const broken = await open("songs", {
    told: { "/api/library/tracks": refused, "/api/library/blocks": refused },
  });
  await first(broken.page, "again").waitFor();
  expect(await lookAt(broken.page, "library-refused", sizes)).toEqual([]);
  await broken.alone.close();
});

test("songs: a search without a hit names the word, keeps the page as it was, and leads back to all", async () => {
  const { alone, page } = await open("songs");
  await page.locator("song-row").first().waitFor();
  const frame = () => page.locator("songs-section aside").boundingBox();
  const before = await frame();
  await first(page, "filter").selectOption("unplayable");
  await first(page, "search").fill("zzzz");
  await page.getByText("Nothing was found for “zzzz”.").waitFor();
  expect(await frame()).toEqual(before);
  expect(await lookAt(page, "library-no-hit", sizes)).toEqual([]);
  await page.setViewportSize(sizes.laptop);
  await first(page, "clear").click();
  await page.locator("song-row").first().waitFor();
  expect(await first(page, "search").inputValue()).toBe("");
  expect(await first(page, "filter").inputValue()).toBe("all");
  await alone.close();
});

test("the map, and what came of the policies", async () => {
  const { alone, page } = await open("map");
  await first(page, "moods").waitFor();
  expect(await page.locator("[data-thin=true]").count()).toBe(2);
  await page.getByText("No effect seen").waitFor();
  await page.getByText("The room looked brighter").waitFor();
  expect(await lookAt(page, "library-map", sizes)).toEqual([]);
  await alone.close();
});

test("songs and map are drawn on paper too, where the system asks for light", async () => {
  const light = { laptop: sizes.laptop, phone: sizes.phone };
  const { alone, page } = await open("songs");
  await page.emulateMedia({ colorScheme: "light" });
  await first(page, "song").click();
  await first(page, "evidence").waitFor();
  expect(await lookAt(page, "light-library-song", light)).toEqual([]);
  await alone.close();
  const map = await open("map");
  await map.page.emulateMedia({ colorScheme: "light" });
  await first(map.page, "moods").waitFor();
  expect(await lookAt(map.page, "light-library-map", light)).toEqual([]);
  await map.alone.close();
});

test("music in: a copy under way, files sent and refused", async () => {
  const told = {
    "PUT /api/library/uploads": {
      status: 415,
      json: { error: "No sound can be found in it.", kind: "broken-music", again: false },
    },
  };
  const { alone, page } = await open("add", { told });
  await page.locator("[data-testid=copying][data-state=copying]").waitFor();
  const file = { name: "notes.txt", mimeType: "text/plain", buffer: Buffer.from("no music") };
  await first(page, "files").setInputFiles([
    file,
    { ...file, name: "A very long name that goes on and on and on and on and on.mp3" },
  ]);
  await page.getByText("2 not taken").waitFor();
  expect(await lookAt(page, "library-add", sizes)).toEqual([]);
  await alone.close();
});

test("music in: the name of a file that was not taken can be read beside any reason", async () => {
  const error =
    "“Nocturne.wma” is Windows Media, which nothing here can play. Turn it into FLAC, MP3 or Opus and send it again.";
  const { alone, page } = await open("add", {
    told: {
      "PUT /api/library/uploads": { status: 415, json: { error, kind: "other-music", again: false } },
    },
  });
  const name = "Music for the evening - 07 - Nocturne.wma";
  const file = { name, mimeType: "audio/x-ms-wma", buffer: Buffer.from("no song") };
  await first(page, "files").setInputFiles([file]);
  const shown = page.locator("[data-testid=uploads] li").getByText(name, { exact: true });
  await shown.waitFor();
  for (const viewport of Object.values({ ...sizes, "1280x800": { width: 1280, height: 800 } })) {
    await page.setViewportSize(viewport);
    const { height } = (await shown.boundingBox()) ?? { height: Number.NaN };
    expect(height, `at ${viewport.width} pixels`).toBeLessThan(2.5 * 1.35 * 18);
  }
  const looked = { "1280x800": { width: 1280, height: 800 }, ...sizes };
  expect(await lookAt(page, "library-not-taken", looked)).toEqual([]);
  await alone.close();
});

test("music in: no stick, and no room", async () => {
  const noRoom = {
    state: "no-room",
    from: "/media/usb0",
    to: "/music",
    files: { done: 0, of: 340, alreadyHere: 0 },
    bytes: { done: 0, of: 2_900_000_000 },
    leftMs: null,
    failures: [],
    failed: 0,
    detail: "2.1 GB are missing: make room, or name another folder for uploads in the settings.",
  };
  const { alone, page } = await open("add", {
    told: { "/api/library/drives": { json: [] }, "/api/library/copies": { json: noRoom } },
  });
  await page.getByText("No stick is plugged in").waitFor();
  await page.getByText("2.1 GB are missing").waitFor();
  expect(await lookAt(page, "library-no-room", sizes)).toEqual([]);
  await alone.close();
});

test("what can be taken away", async () => {
  const { alone, page } = await open("take");
  await expect.poll(() => page.getByTestId("playlist").count()).toBe(6);
  await first(page, "from").fill("2026-10-01");
  await first(page, "to").fill("2026-10-31");
  expect(await first(page, "plays").getAttribute("href")).toBe(
    "/api/plays.csv?from=2026-10-01&to=2026-10-31",
  );
  expect(await lookAt(page, "library-take", sizes)).toEqual([]);
  await alone.close();
});

test("from afar one may look, and every change is off", async () => {
  const id = songs[0]?.id ?? "";
  const { alone, page } = await open("songs", {
    from: "mien.local",
    told: {
      "/api/session": { json: { role: "guest", seat: "phone", person: null } },
      [`/api/library/tracks/${id}`]: { json: songs[0] },
    },
  });
  await page.getByText("You can look around").waitFor();
  await first(page, "song").click();
  await first(page, "evidence").waitFor();
  expect(await page.locator("evidence-list").textContent()).not.toContain("not there");
  for (const id of ["mood-calm", "block-song"]) expect(await first(page, id).isDisabled()).toBe(true);
  expect(await first(page, "affect-disc").getAttribute("aria-disabled")).toBe("true");
  expect(await lookAt(page, "library-afar", sizes)).toEqual([]);
  await page.goto("http://mien.local/library#add");
  await page.getByText("Music is added on the appliance itself").waitFor();
  expect(await page.getByTestId("drop").count()).toBe(0);
  expect(await lookAt(page, "library-afar-add", sizes)).toEqual([]);
  await page.goto("http://mien.local/library#take");
  await page.getByText("take them on the appliance itself").waitFor();
  expect(await page.getByTestId("playlist").count()).toBe(0);
  expect(await page.getByTestId("plays").count()).toBe(0);
  await alone.close();
});

test("before the first answer it says so", async () => {
  const alone = await PageAlone.open({
    context,
    path: "/library",
    state: null,
    api: () => "never",
  });
  await alone.page.getByText("One moment").first().waitFor();
  expect(await lookAt(alone.page, "library-loading", sizes)).toEqual([]);
  await alone.close();
});
