import type { BrowserContext, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { TrackAffect } from "../../src/protocol/music.ts";
import { someState } from "../../src/ui/testing-state.ts";
import { openBrowser } from "../browser.ts";
import { kioskStates } from "./kiosk-states.ts";
import { lookAt } from "./look-at.ts";
import { PageAlone, type Told } from "./pages-alone.ts";
import { someLibrary, songs } from "./some-library.ts";

// The owner's page while things change: no word falls on the wrong song or is lost, and nothing old stays for new.

let context: BrowserContext;
let closeBrowser: () => Promise<void>;

beforeAll(async () => {
  ({ context, close: closeBrowser } = await openBrowser());
});
afterAll(() => closeBrowser?.());

interface Asked {
  path: string;
  method: string;
  body: unknown;
}

async function open(hash: string, stuck: (url: URL, method: string) => boolean = () => false) {
  const library = someLibrary();
  const alone = await PageAlone.open({
    context,
    path: `/library#${hash}`,
    state: kioskStates.full ?? someState(),
    api: (url, method): Told | null | "never" => (stuck(url, method) ? "never" : library(url, method)),
  });
  const asked: Asked[] = [];
  alone.page.on("request", (request) => {
    const body: unknown = request.method() === "POST" ? request.postDataJSON() : null;
    asked.push({ path: new URL(request.url()).pathname, method: request.method(), body });
  });
  return { alone, page: alone.page, asked };
}

const first = (page: Page, id: string): Locator => page.getByTestId(id).first();
const corrections = (asked: readonly Asked[]) =>
  asked.filter(({ path, method }) => path === "/api/library/corrections" && method === "POST");
const focused = (page: Page) =>
  page.evaluate(`(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return at?.dataset.testid ?? at?.localName;
  })()`);

test("what the arrow keys said of one song never falls on the next one that is chosen", async () => {
  const { alone, page, asked } = await open("songs");
  await page.getByTestId("song").nth(0).click();
  await first(page, "affect-disc").focus();
  await page.keyboard.press("ArrowDown");
  await page.getByTestId("song").nth(2).click();
  await expect.poll(() => corrections(asked).length).toBe(1);
  expect(corrections(asked)[0]?.body).toMatchObject({ tracks: [songs[0]?.id] });
  await alone.close();
});

test("two words in quick succession both arrive, in their order, and the focus stays where it was", async () => {
  const { alone, page, asked } = await open("songs");
  await page.getByTestId("song").nth(0).click();
  await first(page, "mood-calm").focus();
  await page.keyboard.press("Enter");
  await first(page, "mood-gloomy").focus();
  await page.keyboard.press("Enter");
  await expect.poll(() => corrections(asked).length).toBe(2);
  expect(corrections(asked).map(({ body }) => body)).toMatchObject([
    { point: { valence: 0.3, arousal: -0.5 } },
    { point: { valence: -0.5, arousal: -0.35 } },
  ]);
  expect(await focused(page)).toBe("mood-gloomy");
  await first(page, "choose-none").focus();
  await page.keyboard.press("Enter");
  await expect.poll(() => focused(page)).toBe("song");
  await alone.close();
});

const calm = { valence: 0.3, arousal: -0.5 };

test("undo gives each song the word back that it had", async () => {
  const { alone, page, asked } = await open("songs");
  await page.getByTestId("song").nth(3).click();
  await page
    .getByTestId("song")
    .nth(4)
    .click({ modifiers: ["Shift"] });
  await first(page, "mood-calm").click();
  await first(page, "undo-change").click();
  await page.getByText("That was taken back.").waitFor();
  expect(await page.getByTestId("undo-change").count()).toBe(0);
  const [, ...back] = corrections(asked).map(({ body }) => body);
  expect(back).toEqual([
    { tracks: [songs[3]?.id], point: null, still: calm },
    { tracks: [songs[4]?.id], point: songs[4]?.affect?.point, still: calm },
  ]);
  await alone.close();
});

test("an undo that reaches only some of the songs says how many", async () => {
  const { alone, page } = await open("songs");
  await page.getByTestId("song").nth(3).click();
  await page
    .getByTestId("song")
    .nth(4)
    .click({ modifiers: ["Shift"] });
  await first(page, "mood-calm").click();
  await first(page, "undo-change").waitFor();
  // Of one of them somebody has said something else meanwhile.
  await page.route("**/api/library/corrections", (route) => {
    const { tracks } = route.request().postDataJSON() as { tracks: readonly string[] };
    return route.fulfill({ json: { changed: tracks.includes(songs[3]?.id ?? "") ? 1 : 0 } });
  });
  await first(page, "undo-change").click();
  await page.getByText("1 of 2 songs were taken back. The others have changed since.").waitFor();
  await alone.close();
});

test("all songs are not moved by one touch: it asks first with their number, and the way back outlives a reload", async () => {
  const { alone, page, asked } = await open("songs");
  await page.getByTestId("song").first().waitFor();
  await first(page, "select-all").click();
  await first(page, "mood-calm").click();
  await page.getByTestId("question").waitFor();
  expect(await page.getByTestId("question").textContent()).toMatch(/^Move \d+ songs to “calm and warm”\?$/);
  const sizes = { laptop: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } };
  expect(await lookAt(page, "library-many", sizes)).toEqual([]);
  await first(page, "not-sure").click();
  const gloomy = { point: { valence: -0.5, arousal: -0.35 }, confidence: 1, from: "person" };
  const moved = songs.map((song) => ({ ...song, affect: gloomy }));
  await page.route("**/api/library/tracks?*", (route) =>
    route.fulfill({ json: { total: moved.length, more: false, partial: false, tracks: moved } }),
  );
  await first(page, "mood-gloomy").click();
  await first(page, "sure").waitFor();
  expect(corrections(asked)).toEqual([]);
  await first(page, "sure").click();
  await expect.poll(() => corrections(asked).length).toBe(1);
  await first(page, "undo-change").waitFor();
  // On a phone, which has no list beside the songs.
  await page.reload();
  await first(page, "undo-change").waitFor();
  await page.setViewportSize(sizes.laptop);
  await page.reload();
  await first(page, "undo-last").waitFor();
  expect(await lookAt(page, "library-undo-last", { laptop: sizes.laptop })).toEqual([]);
  const before = corrections(asked).length;
  await first(page, "undo-last").click();
  await page.getByText("That was taken back.").waitFor();
  expect(corrections(asked).length).toBeGreaterThan(before);
  expect(await page.getByTestId("undo-last").count()).toBe(0);
  await page.evaluate("sessionStorage.clear()");
  await alone.close();
});

test("a change that the songs no longer have, as after a restored backup, is not offered to be taken back", async () => {
  const { alone, page } = await open("songs");
  let affect: TrackAffect | null = null;
  await page.route("**/api/library/tracks?*", (route) => {
    const tracks = songs.map((song, index) => (index === 0 ? { ...song, affect } : song));
    return route.fulfill({ json: { total: tracks.length, more: false, partial: false, tracks } });
  });
  await page.getByTestId("song").first().click();
  affect = { point: calm, confidence: 1, from: "person" };
  await first(page, "mood-calm").click();
  await first(page, "choose-none").click();
  await first(page, "undo-last").waitFor();
  await page.reload();
  await page.getByTestId("song").first().waitFor();
  await first(page, "undo-last").waitFor();
  affect = null;
  await page.reload();
  await page.getByTestId("song").first().waitFor();
  await first(page, "undo-last").waitFor({ state: "detached" });
  await page.reload();
  await page.getByTestId("song").first().waitFor();
  expect(await page.getByTestId("undo-last").count()).toBe(0);
  await alone.close();
});

test("songs that leave the list while it is asked have a way back as well", async () => {
  const { alone, page, asked } = await open("songs");
  await page.getByTestId("song").first().waitFor();
  await first(page, "select-all").click();
  await first(page, "mood-calm").click();
  await first(page, "sure").waitFor();
  await page.route("**/api/library/tracks?*", (route) =>
    route.fulfill({ json: { total: 2, more: false, partial: false, tracks: songs.slice(0, 2) } }),
  );
  alone.push({ corrections: kioskStates.corrected?.corrections ?? [] });
  await page.getByText("2 songs", { exact: true }).waitFor();
  await first(page, "sure").click();
  await first(page, "undo-change").click();
  await page.getByText("That was taken back.").waitFor();
  const [made, ...back] = corrections(asked).map(({ body }) => (body as { tracks: string[] }).tracks);
  expect(made?.length).toBeGreaterThan(2);
  expect(back.flat().sort()).toEqual(made?.toSorted());
  await alone.close();
});

test("on a phone a way back that was let go is not offered again", async () => {
  const { alone, page } = await open("songs");
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByTestId("song").first().click();
  await first(page, "mood-calm").click();
  await first(page, "undo-change").waitFor();
  // As after its time.
  await page
    .locator("said-toast")
    .evaluate((toast: { dispatchEvent(event: Event): void }) =>
      toast.dispatchEvent(new Event("mien-forgotten")),
    );
  await first(page, "undo-change").waitFor({ state: "detached" });
  await page.reload();
  await page.getByText("60 songs").waitFor();
  expect(await page.getByTestId("undo-change").count()).toBe(0);
  await alone.close();
});

test("files on their way go on while somebody looks at the songs, and the browser asks before it leaves", async () => {
  const { alone, page } = await open(
    "add",
    (url, method) => method === "PUT" && url.pathname.endsWith("uploads"),
  );
  const file = { name: "song.mp3", mimeType: "audio/mpeg", buffer: Buffer.from("a song") };
  await first(page, "files").setInputFiles([file]);
  const row = page.locator("[data-testid=uploads] li");
  await expect.poll(() => row.getAttribute("data-state")).toBe("sending");
  await page.getByRole("link", { name: "Songs", exact: true }).click();
  await page.getByText("60 songs").waitFor();
  await page.getByRole("link", { name: "Add music" }).click();
  expect(await row.getAttribute("data-state")).toBe("sending");
  const asks = page.waitForEvent("dialog").then(async (dialog) => {
    await dialog.accept();
    return dialog.type();
  });
  await page.close({ runBeforeUnload: true });
  expect(await asks).toBe("beforeunload");
  await alone.close();
});

test("after a lost connection, and after a correction at the kiosk, everything is asked for again", async () => {
  const { alone, page, asked } = await open("songs");
  await page.getByText("Blocked here").waitFor();
  await page.getByText("60 songs").waitFor();
  const count = (path: string) => asked.filter((one) => one.path === path).length;
  const again = async (because: () => void): Promise<void> => {
    const before = [count("/api/library/tracks"), count("/api/library/blocks")];
    because();
    await expect.poll(() => count("/api/library/tracks")).toBe((before[0] ?? 0) + 1);
    await expect.poll(() => count("/api/library/blocks")).toBe((before[1] ?? 0) + 1);
  };
  await again(() => alone.drop());
  await again(() => alone.push({ corrections: kioskStates.corrected?.corrections ?? [] }));
  await alone.close();
});

test("a song that can't be asked for without a connection is told so", async () => {
  const { alone, page } = await open("songs");
  await page.getByTestId("song").nth(0).click();
  await page.routeWebSocket(/\/ws/, (socket) => void socket.close());
  alone.drop();
  await page.locator("[data-testid=connection][data-state=lost]").waitFor();
  await first(page, "play-now").click();
  await page.getByText("Mien can't be reached.").waitFor();
  expect(alone.commands).toEqual([]);
  await alone.close();
});
