import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Track } from "../../src/protocol/music.ts";
import type { KeptUpload, OwnersTrack } from "../../src/protocol/music-in.ts";
import { someState } from "../../src/ui/testing-state.ts";
import { openBrowser } from "../browser.ts";
import { kioskStates } from "./kiosk-states.ts";
import { lookAt } from "./look-at.ts";
import { PageAlone, type Told } from "./pages-alone.ts";
import { someLibrary, songs } from "./some-library.ts";

// Songs that were uploaded are deleted again, on the library's page.

const sizes = {
  laptop: { width: 1440, height: 900 },
  phone: { width: 390, height: 844 },
} as const;

let context: BrowserContext;
let closeBrowser: () => Promise<void>;

beforeAll(async () => {
  ({ context, close: closeBrowser } = await openBrowser());
});
afterAll(() => closeBrowser?.());

/** The first three are uploads, the others the owner's own. */
const three: readonly Track[] = songs.slice(0, 3);

async function open(
  kept: readonly KeptUpload[] = [],
  language = "en",
  more: Record<string, Told> = {},
  host: "localhost" | "mien.local" = "localhost",
) {
  let listed: readonly OwnersTrack[] = songs
    .slice(0, 8)
    .map((song) => (three.includes(song) ? { ...song, upload: true } : song));
  const asked: string[][] = [];
  const library = someLibrary(more);
  const alone = await PageAlone.open({
    ...{ context, path: "/library#songs", host },
    state: { ...(kioskStates.full ?? someState()), screenLanguages: [] },
    api: (url, method) => {
      if (url.pathname === "/api/library/tracks")
        return { json: { total: listed.length, more: false, partial: false, tracks: listed } };
      if (method !== "DELETE" || url.pathname !== "/api/library/uploads") return library(url, method);
      const staying = new Set(kept.map(({ id }) => id));
      const tracks = asked.at(-1) ?? [];
      listed = listed.filter(({ id }) => !tracks.includes(id) || staying.has(id));
      return { json: { deleted: tracks.length - kept.length, kept } };
    },
  });
  const { page } = alone;
  page.on("request", (request) => {
    if (request.method() === "DELETE") asked.push(request.postDataJSON().tracks);
  });
  await page.setViewportSize(sizes.laptop);
  if (language !== "en") {
    await page.locator("language-choice").getByTestId("languages").click();
    await page.getByTestId(`speak-${language}`).click();
    await page.locator(`html[lang="${language}"]`).waitFor();
  }
  await first(page, "song").waitFor();
  return { alone, page, asked };
}

const first = (page: Page, id: string) => page.getByTestId(id).first();
const focused = (page: Page, id: string) => page.locator(`[data-testid=${id}]:focus`).waitFor();
const titles = (page: Page) => page.getByTestId("song").allTextContents();

test("an upload is deleted after a second word, and the focus goes on to the song in its place", async () => {
  const { alone, page, asked } = await open();
  await first(page, "song").click();
  await first(page, "delete-files").click();
  // Whoever goes on by the keyboard keeps it.
  await focused(page, "delete-keep");
  await page.getByText("nothing brings it back").waitFor();
  await first(page, "delete-keep").click();
  await focused(page, "delete-files");
  expect(asked).toEqual([]);
  await first(page, "delete-files").click();
  await first(page, "delete-sure").click();
  await page.getByText("One song deleted.").waitFor();
  expect(asked).toEqual([[songs[0]?.id]]);
  await expect.poll(async () => (await titles(page))[0]).toContain(songs[1]?.title);
  expect(await titles(page)).toHaveLength(7);
  await page.getByTestId("chosen").waitFor({ state: "detached" });
  await focused(page, "song");
  await alone.close();
});

test("where some stay it is said why, and they stay chosen", async () => {
  const kept: KeptUpload = {
    id: songs[2]?.id ?? "",
    why: "Its disk does not let the file go (EROFS): look whether it is there and can be written.",
    code: "upload-stays",
    named: { why: "EROFS" },
  };
  const { alone, page, asked } = await open([kept]);
  await first(page, "song").click();
  await page
    .getByTestId("select")
    .nth(2)
    .click({ modifiers: ["Shift"] });
  await page.getByRole("button", { name: "Delete 3 files" }).click();
  await page.getByRole("button", { name: "Delete them for good" }).click();
  await page
    .getByText(/^2 songs deleted\. One song stays: Its disk does not let the file go \(EROFS\)/)
    .waitFor();
  expect(asked).toEqual([three.map(({ id }) => id)]);
  await expect.poll(async () => (await titles(page)).length).toBe(6);
  expect(await first(page, "chosen").textContent()).toBe(songs[2]?.title);
  await alone.close();
});

test("it is offered for uploads alone, asked anew for other songs, and off where nothing may be changed", async () => {
  const { alone, page } = await open();
  const song = (at: number) => page.getByTestId("song").nth(at);
  await song(0).click();
  await first(page, "delete-files").click();
  await song(1).click();
  await first(page, "delete-files").waitFor();
  expect(await page.getByTestId("delete-sure").count()).toBe(0);
  await page.getByTestId("select").nth(4).click();
  await first(page, "delete-files").waitFor({ state: "detached" });
  await song(5).click();
  await first(page, "block-song").waitFor();
  expect(await page.getByTestId("delete-files").count()).toBe(0);
  await alone.close();

  const session = { json: { role: "guest", seat: "phone", person: null } };
  const afar = await open([], "en", { "/api/session": session }, "mien.local");
  await first(afar.page, "song").click();
  await first(afar.page, "block-song").waitFor();
  expect(await first(afar.page, "delete-files").isDisabled()).toBe(true);
  await afar.alone.close();
});

test.each(["en", "de", "ar"])("in %s it is whole and readable, also on a phone", async (language) => {
  const { alone, page } = await open([], language);
  const faults: string[] = [];
  await first(page, "song").click();
  await first(page, "evidence").waitFor();
  await first(page, "delete-files").scrollIntoViewIfNeeded();
  faults.push(...(await lookAt(page, `library-delete-${language}`, sizes)));
  await page
    .getByTestId("select")
    .nth(2)
    .click({ modifiers: ["Shift"] });
  await first(page, "delete-files").click();
  await first(page, "delete-sure").scrollIntoViewIfNeeded();
  faults.push(...(await lookAt(page, `library-delete-sure-${language}`, sizes)));
  expect(faults).toEqual([]);
  await alone.close();
});
