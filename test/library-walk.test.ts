import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Track } from "../src/protocol/music.ts";
import type { AppState } from "../src/protocol/state.ts";
import { openBrowser, sizes } from "./browser.ts";
import { RunningDaemon, root } from "./running-daemon.ts";
import { lookAt } from "./screens/look-at.ts";
import { writeTones } from "./tones.ts";

// A real daemon with an owner's folders, and a browser that walks through what people do with a library: watch a scan,
// search, correct, choose from six, say that a mood is wrong and take it back, bring music.

const TONES = 1_500;
const laptop = { width: 1440, height: 900 };

let folder: string;
let daemon: RunningDaemon;
let page: Page;
let closeBrowser: () => Promise<void>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "mien-walk-"));
  cpSync(join(root, "build/demo/music"), join(folder, "songs"), { recursive: true });
  await writeTones(join(folder, "tones"), TONES);
  daemon = await RunningDaemon.start(["--camera", join(folder, "no-camera.mp4"), "--output", "null"], {
    stands: null,
  });
  // The tones are for the scan alone: too short to be played, and nobody needs to listen to them.
  await daemon.set({ analyseSound: false, shortestSongSeconds: 20, musicFolders: [join(folder, "songs")] });
  await daemon.command({ do: "setMood", affect: { valence: 0.5, arousal: 0.2 }, forMs: 3_600_000 });
  const browser = await openBrowser();
  closeBrowser = browser.close;
  page = browser.context.pages()[0] ?? (await browser.context.newPage());
  await daemon.until(
    "the owner's songs",
    ({ library }) => library.tracks >= 20 && !library.demo && !library.scan,
  );
});
afterAll(async () => {
  await closeBrowser?.();
  await daemon?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const shown = (id: string) => page.getByTestId(id).first();
const track = (id: string) => daemon.get<Track>(`/api/library/tracks/${id}`);

function playing(state: AppState): Track | null {
  const { actual } = state.player;
  return actual.state === "playing" && actual.pick.item.kind === "track" ? actual.pick.item.track : null;
}

function playingNow(): Track {
  const now = playing(daemon.state);
  if (now === null) throw new Error(`It is ${daemon.state.player.actual.state}.`);
  return now;
}

async function touchTheKiosk(): Promise<void> {
  await page.goto(daemon.url);
  await shown("touch").click();
}

async function search(words: string): Promise<void> {
  await shown("search").fill(words);
}

test("a scan says on the screen how far it is, and goes when it is over", async () => {
  await page.goto(daemon.url);
  const progress = page.getByText(/Reading your music: [\d,]+ of [\d,]+ files/);
  const seen = progress.waitFor();
  await daemon.set({ musicFolders: [join(folder, "songs"), join(folder, "tones")] });
  await seen;
  await daemon.until("the tones", ({ library }) => library.tracks >= TONES && library.scan === null);
  await progress.waitFor({ state: "detached" });
});

test("a search finds as one types, whatever the case, and shows a cover for each song", async () => {
  await page.goto(`${daemon.url}/library`);
  await expect.poll(() => shown("count").textContent()).toMatch(/1,\d{3} songs/);
  await search("NOVEM");
  await expect.poll(() => shown("count").textContent()).toContain("One song");
  await expect.poll(() => shown("song").textContent()).toContain("November Letters");
  const cover = page.locator("song-row img").first();
  await expect
    .poll(() => cover.evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth))
    .toBeGreaterThan(0);
});

test("a song is put into another mood with a touch; who says what can be seen, and taken back", async () => {
  await shown("song").click();
  await expect.poll(() => shown("evidence").textContent()).toContain("The file's tag");
  expect(await lookAt(page, "walk-songs", { laptop })).toEqual([]);
  const [{ id }] = (await daemon.get<{ tracks: [Track] }>("/api/library/tracks?search=november")).tracks;
  const before = await track(id);

  await shown("mood-elated").click();
  await expect.poll(() => shown("said").textContent()).toContain("One song moved to “bright and lively”.");
  await expect.poll(() => shown("evidence").textContent()).toMatch(/^\s*The owner: bright and lively/);
  expect((await track(id)).affect).toMatchObject({ from: "person", point: { valence: 0.7, arousal: 0.55 } });

  await shown("take-back").click();
  await expect.poll(() => shown("said").textContent()).toContain("was taken back");
  expect(await track(id)).toEqual(before);
});

test("many songs without a mood are pointed to one place with the arrow keys", async () => {
  await search("");
  await shown("filter").selectOption("none");
  await expect.poll(() => shown("song").textContent()).toContain("Tone");
  await page.getByTestId("select").nth(0).click();
  await page
    .getByTestId("select")
    .nth(3)
    .click({ modifiers: ["Shift"] });
  await expect.poll(() => shown("chosen").textContent()).toBe("4 songs chosen");
  await shown("affect-disc").focus();
  for (const key of ["ArrowDown", "ArrowDown", "ArrowRight"]) await page.keyboard.press(key);
  await expect.poll(() => shown("said").textContent()).toContain("4 songs moved to");
  await shown("filter").selectOption("person");
  await expect.poll(() => shown("count").textContent()).toBe("4 songs");
  const { tracks } = await daemon.get<{ tracks: Track[] }>("/api/library/tracks?from=person");
  expect(tracks.map(({ affect }) => affect?.point)).toEqual(Array(4).fill({ valence: 0.1, arousal: -0.2 }));
});

test("the map shows what each mood has and where it runs dry, and no effect is claimed without faces", async () => {
  await page.goto(`${daemon.url}/library#map`);
  // Another place on the same page: what was said of the songs would stand over the map for a while.
  await page.reload();
  await expect.poll(() => page.getByTestId("moods").locator("li").count()).toBe(6);
  expect(await shown("moods").textContent()).toMatch(
    /bright and easy[\s\S]*Runs dry within an hour\. Add about .+ \(\d+ songs\)/,
  );
  await page.getByText("No song counts here yet.").waitFor();
  expect(await lookAt(page, "walk-map", { laptop })).toEqual([]);
});

test("songs by different artists are there at a touch, to play next or now", async () => {
  // The two dozen pieces of the demo have four to six that suit one mood, and now and then two by one artist.
  await daemon.until("songs to choose from", ({ sixPicks }) => sixPicks.length >= 4);
  await touchTheKiosk();
  const offered = daemon.state.sixPicks.flatMap(({ item }) => (item.kind === "track" ? [item.track] : []));
  expect(new Set(offered.map(({ artists }) => artists[0])).size).toBeGreaterThanOrEqual(4);
  await expect.poll(() => page.getByTestId("pick").count()).toBe(offered.length);

  expect(await lookAt(page, "walk-picks", sizes)).toEqual([]);
  const [next, now] = offered as [Track, Track];
  await page.getByRole("button", { name: `${next.title},` }).click();
  await shown("play-next").click();
  await page.locator("next-song bdi").getByText(next.title).waitFor();
  await expect.poll(() => shown("pick").textContent()).toContain("plays next");

  await page.getByRole("button", { name: `${now.title},` }).click();
  await shown("play-now").click();
  await daemon.until(`“${now.title}” to play`, (state) => playing(state)?.id === now.id);
  await expect.poll(() => shown("title").textContent()).toBe(now.title);
});

test("“wrong mood”: the song moves and another one plays; undo puts it back", async () => {
  await touchTheKiosk();
  const { id, affect } = playingNow();
  await shown("wrong-mood").click();
  await daemon.until("another song", (state) => (playing(state)?.id ?? id) !== id);
  const moved = (await track(id)).affect;
  expect(moved?.from).toBe("guest");
  expect(moved?.point).not.toEqual(affect?.point);

  await shown("undo").click();
  await daemon.until("the correction to be taken back", ({ lastCorrection }) => lastCorrection === null);
  await shown("undo").waitFor({ state: "detached" });
  expect((await track(id)).affect).toEqual(affect);
});

test("“not this song” blocks it here; undo allows it again", async () => {
  await touchTheKiosk();
  const { id } = playingNow();
  const blocked = () => daemon.get<{ tracks: { id: string }[] }>("/api/library/blocks");
  await shown("not-this-song").click();
  await daemon.until("another song", (state) => (playing(state)?.id ?? id) !== id);
  expect((await blocked()).tracks.map((one) => one.id)).toEqual([id]);
  await shown("undo").click();
  await expect.poll(async () => (await blocked()).tracks).toEqual([]);
});

test("a guest's artist is played next while a song of theirs suits", async () => {
  await touchTheKiosk();
  // Two dozen songs, and most of their artists were heard a moment ago.
  await daemon.set({ artistRestMinutes: 0, trackRestMinutes: 0 });
  // What Undo brought back waits still, and comes before whatever is wished for.
  const waits = daemon.state.queue.filter(
    ({ reasons, broughtBack }) => broughtBack === true || reasons.some(({ kind }) => kind === "asked"),
  );
  for (const { id } of waits) await daemon.command({ do: "unqueue", pick: id });
  const { artists: now } = playingNow();
  const offered = daemon.state.sixPicks.flatMap(({ item }) =>
    item.kind === "track" ? item.track.artists : [],
  );
  const artist = offered.find((each) => !now.includes(each)) ?? expect.fail("Nobody else is offered.");
  await shown("wishes").click();
  await shown("artist-search").fill(artist.slice(0, 5).toLowerCase());
  await page.getByRole("button", { name: artist }).click();
  await daemon.until("the wish", ({ preferences }) => preferences.artists.includes(artist));
  await daemon.until(
    `a song by ${artist}`,
    ({ queue }) => queue[0]?.item.kind === "track" && queue[0].item.track.artists.includes(artist),
  );
  await shown("anything").click();
  await daemon.until("no wish any more", ({ preferences }) => preferences.artists.length === 0);
});

test("files from the browser come into the library, and what is no music is told so", async () => {
  const song = join(folder, "Fresh Paint.mp3");
  const tags = ["-metadata", "title=Fresh Paint", "-metadata", "artist=The Decorators"];
  execFileSync("ffmpeg", ["-v", "error", "-f", "lavfi", "-i", "sine=333:d=40", ...tags, song]);
  const notes = join(folder, "notes.txt");
  writeFileSync(notes, "Buy milk.");
  const before = daemon.state.library.tracks;

  await page.goto(`${daemon.url}/library#add`);
  await shown("room").waitFor();
  await shown("files").setInputFiles([song, notes]);
  await expect.poll(() => shown("upload-progress").textContent()).toMatch(/1 song added, 1 file is no music/);
  // A note among songs is no fault: it is named after them, and is not to be sent again.
  const listed = page.locator("[data-testid=uploads] li");
  expect(await listed.count()).toBe(2);
  expect(await listed.last().textContent()).toMatch(/notes\.txt\s+no music/);
  expect(await page.getByTestId("upload-retry").count()).toBe(0);
  await daemon.until("the new song", ({ library }) => library.tracks === before + 1);

  await page.goto(`${daemon.url}/library#songs`);
  await search("fresh decor");
  await expect.poll(() => shown("song").textContent()).toContain("Fresh Paint");
});
