import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser } from "../browser.ts";
import { kioskStates } from "./kiosk-states.ts";
import { leftInEnglish } from "./left-in-english.ts";
import { lookAt } from "./look-at.ts";
import { PageAlone, type Told } from "./pages-alone.ts";
import { libraryMap, someLibrary, songs } from "./some-library.ts";

// The library in the states that an owner meets, in the longest language and in other letters than English has: nothing cut
// off or covered, and no English left, not even in what the daemon says of a file.

const sizes = {
  laptop: { width: 1440, height: 900 },
  phone: { width: 390, height: 844 },
} as const;
/** Written in other letters than English, so that English among them can be found. */
const FOREIGN = ["hi", "ar", "zh"];

/** Names of songs, people, folders and files. */
const names = [
  ...[kioskStates.full, songs].flatMap((told) => [
    ...JSON.stringify(told).matchAll(/"(?:title|name|album|daypart)":"([^"]+)"|"artists":\["([^\]]+)"\]/g),
  ]),
]
  .flatMap(([, one, several]) => one ?? several?.split('","') ?? [])
  .concat("Hollow Coast", "mellow", "Neo-Soul, Traditional Singer-Songwriter…", "MUSIC", "Nocturne.wma")
  .concat("/home/mien/music/Rooms with a View/01 Slow Orange Bus.flac", "/home/mien/.local/share/mien/music")
  .concat("MP3", "FLAC", "Ogg", "Opus", "M4A", "WAV", "uploadFolder")
  .concat(libraryMap.moods.flatMap(({ genres }) => genres));

let context: BrowserContext;
let closeBrowser: () => Promise<void>;

beforeAll(async () => {
  ({ context, close: closeBrowser } = await openBrowser());
});
afterAll(() => closeBrowser?.());

async function open(language: string, hash: string, told: Readonly<Record<string, Told>> = {}) {
  const full = kioskStates.full ?? expect.fail("There is no full state.");
  const scan = { done: 12_400, of: 31_000, leftMs: 400_000 };
  const alone = await PageAlone.open({
    ...{ context, path: `/library#${hash}` },
    state: {
      ...full,
      screenLanguages: [],
      library: { ...full.library, demo: true, scan },
    },
    api: someLibrary(told),
  });
  await alone.page.setViewportSize(sizes.laptop);
  // What the screens offer is no word for the owner's pages: the owner's own choice is.
  await alone.page.locator("language-choice").getByTestId("languages").click();
  await alone.page.getByTestId(`speak-${language}`).click();
  await alone.page.locator(`html[lang="${language}"]`).waitFor();
  return { alone, page: alone.page };
}

/** What the report will be called; where that is not on the page, nothing is. */
const playsFile = (page: Page): Promise<string> =>
  page
    .getByTestId("plays-file")
    .allTextContents()
    .then(([text = ""]) => /plays-\S+/.exec(text)?.[0] ?? "\0");

const noRoom: Told = {
  json: {
    ...{ state: "no-room", from: "/media/usb0", to: "/music", leftMs: null, failures: [], failed: 0 },
    ...{ files: { done: 0, of: 340, alreadyHere: 0 }, bytes: { done: 0, of: 2_900_000_000 } },
    detail:
      "There is room for 800 MB, and 2900 MB are needed: make room, or name another disk in uploadFolder.",
  },
};
const notTaken: Told = {
  status: 415,
  json: {
    error: "Nocturne.wma is of a kind that Mien doesn't play: make it MP3, FLAC, Ogg, Opus, M4A or WAV.",
    ...{ kind: "other-music", again: false },
  },
};
const none: Readonly<Record<string, Told>> = {
  "/api/library/tracks": { json: { total: 0, more: false, tracks: [] } },
  "/api/library/blocks": { json: { tracks: [], artists: [] } },
};

test.each(["de", "hi", "ar", "zh"])(
  "%s: nothing is cut off or left in English, whatever the library shows",
  async (language) => {
    const faults: string[] = [];
    const look = async (page: Page, name: string) => {
      const found = [...(await lookAt(page, `library-${language}-${name}`, sizes))];
      if (FOREIGN.includes(language))
        found.push(...(await leftInEnglish(page, [...names, await playsFile(page)])));
      faults.push(...found.map((fault) => `${name}: ${fault}`));
      await page.setViewportSize(sizes.laptop);
    };

    const empty = await open(language, "songs", none);
    await empty.page.getByTestId("count").filter({ hasText: /\S/ }).waitFor();
    await look(empty.page, "empty");
    await empty.alone.close();

    const list = await open(language, "songs");
    await list.page.getByTestId("song").first().click();
    await list.page.getByTestId("evidence").waitFor();
    await look(list.page, "song");
    await list.page
      .getByTestId("select")
      .nth(6)
      .click({ modifiers: ["Shift"] });
    await list.page.getByTestId("evidence").waitFor({ state: "detached" });
    await look(list.page, "several");
    await list.alone.close();

    const map = await open(language, "map");
    await map.page.getByTestId("effects").waitFor();
    await look(map.page, "map");
    await map.alone.close();

    const add = await open(language, "add", {
      "PUT /api/library/uploads": notTaken,
      "/api/library/copies": noRoom,
    });
    await add.page
      .getByTestId("files")
      .setInputFiles([{ name: "Nocturne.wma", mimeType: "audio/x-ms-wma", buffer: Buffer.from("no song") }]);
    await add.page.locator("[data-testid=uploads] [data-state=failed]").waitFor();
    await look(add.page, "add");
    await add.alone.close();

    const take = await open(language, "take");
    await take.page.getByTestId("plays").waitFor();
    await look(take.page, "take");
    await take.alone.close();
    expect(faults).toEqual([]);
  },
);
