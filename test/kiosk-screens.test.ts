import type { BrowserContext } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser } from "./browser.ts";
import { kioskStates } from "./kiosk-states.ts";
import { lookAt } from "./look-at.ts";
import { PageAlone, type Told } from "./pages-alone.ts";

// The kiosk in every state and at every size: nothing is cut off, covered, too small to touch, or out of sight.

const sizes = {
  "1280x800": { width: 1280, height: 800 },
  "800x480": { width: 800, height: 480 },
  "1080x1920": { width: 1080, height: 1920 },
  phone: { width: 390, height: 844 },
} as const;

let context: BrowserContext;
let closeBrowser: () => Promise<void>;

beforeAll(async () => {
  ({ context, close: closeBrowser } = await openBrowser());
});
afterAll(() => closeBrowser?.());

const languages = ["en", "fr", "de", "es", "ja", "pt", "ar"].map((language, index) => ({
  language,
  tracks: 900 - 100 * index,
}));
const artists = [
  "Ida Fenn",
  "Hollow Coast",
  "Orchestre Philharmonique de Radio France et Chœur de l’Armée française",
  "Marlowe & Sons",
  "Ana Lúz",
  "Trio Pomme",
  "Northern Rooms",
  "The Paper Kites Club",
].map((name) => ({ name, tracks: 12 }));

const choices = (url: URL): Told | null => {
  if (url.pathname === "/api/library/languages") return { json: languages };
  return url.pathname === "/api/library/artists" ? { json: artists } : null;
};

const open = (state: string): Promise<PageAlone> =>
  PageAlone.open({ context, path: "/", state: kioskStates[state] ?? null, api: choices });

test.each(Object.keys(kioskStates))("%s: at rest and touched", async (name) => {
  const alone = await open(name);
  expect(await lookAt(alone.page, `kiosk-${name}`, sizes)).toEqual([]);
  await alone.page.getByTestId("touch").click();
  await alone.page.getByTestId("six-picks").or(alone.page.getByText("nothing to choose")).first().waitFor();
  expect(await lookAt(alone.page, `kiosk-${name}-touched`, sizes)).toEqual([]);
  await alone.close();
});

test("before the first word of the daemon it says that it connects", async () => {
  const alone = await open("none");
  await alone.page.getByText("Connecting to Mien").waitFor();
  expect(await lookAt(alone.page, "kiosk-connecting", sizes)).toEqual([]);
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
  expect(commands).toEqual([{ do: "playPick", pick: "pick-1", when: "next" }]);
  await page.keyboard.press("4");
  await page.keyboard.press("Enter");
  await expect.poll(() => commands.at(-1)).toEqual({ do: "playPick", pick: "pick-3", when: "now" });
  await alone.close();
});

test("six others that come while a song is asked about wait, and it can still be had", async () => {
  const alone = await open("full");
  const { page, commands } = alone;
  await page.getByTestId("touch").click();
  await page.getByTestId("pick").first().click();
  alone.push({ sixPicks: kioskStates.long?.sixPicks ?? [] });
  await page.getByTestId("play-now").click();
  expect(commands).toEqual([{ do: "playTrack", track: "six-0", when: "now" }]);
  await page.getByText("Donaudampf").first().waitFor();
  await alone.close();
});

test("what is wrong is said with one touch, and taken back with another", async () => {
  const alone = await open("full");
  const { page, commands } = alone;
  await page.getByTestId("touch").click();
  for (const button of ["wrong-mood", "not-this-song", "not-this-artist"])
    await page.getByTestId(button).click();
  expect(commands).toEqual([
    { do: "wrongMood", track: "track-1" },
    { do: "block", track: "track-1", what: "song" },
    { do: "block", track: "track-1", what: "artist" },
  ]);
  alone.push({ lastCorrection: kioskStates.corrected?.lastCorrection ?? null });
  await page.getByTestId("undo").click();
  expect(commands.at(-1)).toEqual({ do: "undoCorrection" });
  await alone.close();
});

test("a guest chooses languages and artists", async () => {
  const alone = await open("manual");
  const { page, commands } = alone;
  await page.getByTestId("touch").click();
  await page.getByTestId("wishes").click();
  await page.getByRole("button", { name: "German" }).click();
  expect(commands.at(-1)).toEqual({ do: "prefer", languages: ["fr", "de"], artists: ["Nina Simone"] });
  await page.getByRole("button", { name: "Ana Lúz" }).click();
  expect(commands.at(-1)).toMatchObject({ artists: ["Nina Simone", "Ana Lúz"] });
  expect(await lookAt(alone.page, "kiosk-wishes", sizes)).toEqual([]);
  await page.getByTestId("artist-search").fill("n");
  await page.keyboard.press("n");
  expect(commands.some((command) => command.do === "skip")).toBe(false);
  await page.getByTestId("anything").click();
  expect(commands.at(-1)).toEqual({ do: "prefer", languages: [], artists: [] });
  await alone.close();
});
