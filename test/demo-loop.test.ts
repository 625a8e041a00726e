import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { AppState } from "../src/protocol/state.ts";
import { openBrowser, sizes } from "./browser.ts";
import { RunningDaemon, root } from "./running-daemon.ts";

// The whole appliance as it comes: the demo reel before the camera, the pieces it rendered itself, mpv without a
// sound card, and Chromium looking at it. The reel shows nobody, then a neutral face, then a smiling one.

const screenshots = join(root, "screenshots");

let daemon: RunningDaemon;
let page: Page;
let closeBrowser: () => Promise<void>;

beforeAll(async () => {
  mkdirSync(screenshots, { recursive: true });
  daemon = await RunningDaemon.start(["--demo", "--output", "null"]);
  // Faster than a room wants it, so that the mood can be watched moving.
  await daemon.set({
    moodHalfLifeMs: 1_500,
    moodDwellMs: 1_500,
    moodHoldMs: 2_000,
    moodFadeMs: 2_000,
    onMoodChange: "fade",
    // The song that suits best, and not one by luck.
    adventure: 0,
  });
  const browser = await openBrowser();
  closeBrowser = browser.close;
  page = browser.context.pages()[0] ?? (await browser.context.newPage());
  await page.goto(daemon.url);
});
afterAll(async () => {
  await closeBrowser?.();
  await daemon?.stop();
});

const shown = (id: string) => page.getByTestId(id).first();
const looksLike = (kind: string, expression?: string) => (state: AppState) =>
  state.room.looks.kind === kind &&
  (expression === undefined ||
    ("expression" in state.room.looks && state.room.looks.expression === expression));
const playingWell = (state: AppState) => {
  const { actual } = state.player;
  if (actual.state !== "playing" || actual.pick.item.kind !== "track") return false;
  return actual.pick.reasons.some((reason) => reason.kind === "mood" && reason.label === state.mood.label);
};
/** Distance on the circumplex between what plays and what it was chosen for. */
function distanceOfPlaying(state: AppState): number {
  const { actual } = state.player;
  if (actual.state !== "playing") throw new Error("nothing plays");
  return (
    actual.pick.reasons.flatMap((reason) => (reason.kind === "suits" ? reason.distance : []))[0] ?? Number.NaN
  );
}

/** Of the song that plays by then, which may be another one. */
async function coverIsThere(): Promise<void> {
  const isThere = async () => {
    const { actual } = daemon.state.player;
    if (!("pick" in actual) || actual.pick.item.kind !== "track") return true;
    const shownOne = await page.locator("cover-art img").first().getAttribute("src");
    return shownOne?.includes(actual.pick.item.track.id);
  };
  await expect.poll(isThere).toBe(true);
}

async function lookAt(name: string): Promise<void> {
  await coverIsThere();
  for (const [size, viewport] of Object.entries(sizes)) {
    await page.setViewportSize(viewport);
    await page.screenshot({ path: join(screenshots, `${name}-${size}.png`) });
  }
  await page.setViewportSize(sizes["1280x800"]);
}

test("it says that camera, music and sound are stand-ins, and plays", async () => {
  await daemon.until("music", (state) => state.player.actual.state === "playing");
  expect(daemon.state.camera).toMatchObject({ demo: true });
  expect(daemon.state.library).toMatchObject({ demo: true });
  expect(daemon.state.library.tracks).toBeGreaterThanOrEqual(24);
  await expect.poll(() => shown("title").textContent()).toBeTruthy();
});

test("nobody → neutral → smiling: the page's words follow the faces", async () => {
  await daemon.until("nobody in sight", looksLike("nobody"));
  await expect.poll(() => shown("looks").textContent()).toMatch(/nobody|no one/i);
  await lookAt("nobody");

  await daemon.until("a neutral face", looksLike("all", "neutral"));
  await expect.poll(() => shown("looks").textContent()).toMatch(/neutral/i);
  await daemon.until("a song for the neutral face", playingWell);
  await lookAt("neutral");

  await daemon.until("a smiling face", looksLike("all", "happy"));
  await expect.poll(() => shown("looks").textContent()).toMatch(/smiling/i);
});

test("the mood turns pleasant with the smile, and a song of that part of the map plays", async () => {
  await daemon.until("a smiling face", looksLike("all", "happy"));
  const pleasant = (state: AppState) =>
    state.mood.basis === "faces" && state.mood.affect.valence > 0.4 && playingWell(state);
  const { state } = await daemon.until("a pleasant mood and a song for it", pleasant);
  const { actual } = state.player;
  if (actual.state !== "playing" || actual.pick.item.kind !== "track") throw new Error("no track plays");
  // It was chosen while the mood was still on its way: the middle of the map may have been nearer then.
  expect(actual.pick.item.track.affect?.point.valence).toBeGreaterThanOrEqual(0);
  expect(distanceOfPlaying(state)).toBeLessThan(0.6);
  const titles = async () => {
    const now = daemon.state.player.actual;
    const playing = "pick" in now && now.pick.item.kind === "track" ? now.pick.item.track.title : "";
    return (await shown("title").textContent()) === playing;
  };
  await expect.poll(titles).toBe(true);
  await lookAt("smiling");
});

test("photographs are no camera to close; closed they are at once, and the switch on the page opens them again", async () => {
  expect(await page.getByTestId("camera-switch").count()).toBe(0);
  await daemon.command({ do: "switchCamera", on: false });
  await daemon.until(
    "the camera to be off",
    (state) => state.health.camera.state === "off" && !state.camera.looking,
  );
  await expect.poll(() => shown("camera-light").getAttribute("data-looking")).toBe("false");
  await lookAt("camera-off");
  await shown("camera-switch").click();
  await daemon.until("the camera to look again", (state) => state.camera.looking);
  await expect.poll(() => page.getByTestId("camera-switch").count()).toBe(0);
});

test("pause, play and skip by touch do what they say", async () => {
  await daemon.until("music", (state) => state.player.actual.state === "playing");
  await page.mouse.click(640, 200);
  await shown("play-pause").click();
  await daemon.until("a pause", (state) => state.player.actual.state === "paused");
  await lookAt("touched");
  await shown("play-pause").click();
  const { state } = await daemon.until("music again", (state) => state.player.actual.state === "playing");
  const before = state.player.actual.state === "playing" ? state.player.actual.pick.id : "";
  await shown("skip").click();
  await daemon.until(
    "another song",
    ({ player: { actual } }) => actual.state === "playing" && actual.pick.id !== before,
  );
  await coverIsThere();
});

test("the history says what was played, why, and for which mood", async () => {
  const plays =
    await daemon.get<{ title: string; mood: { label: string }; end: { how: string } | null }[]>("/api/plays");
  expect(plays.length).toBeGreaterThan(1);
  expect(plays.some(({ end }) => end?.how === "skipped")).toBe(true);
  expect(plays.every(({ title, mood }) => title.length > 0 && mood.label.length > 0)).toBe(true);
});

test("health tells of every part, of vision's work and of memory", async () => {
  const health = await daemon.get<Record<string, never>>("/api/health");
  expect(health).toMatchObject({
    components: {
      camera: { state: "ok" },
      vision: { state: "ok" },
      library: { state: "ok" },
      store: { state: "ok" },
    },
    vision: {
      model: {
        version: expect.any(String),
        precision: expect.stringMatching(/^(int8|fp32)$/),
        file: expect.stringMatching(/\.onnx$/),
        because: expect.any(String),
      },
      detectMs: expect.any(Number),
      classifyMs: expect.any(Number),
      framesRead: expect.any(Number),
    },
    memory: { daemonRssBytes: expect.any(Number), visionRssBytes: expect.any(Number) },
  });
});

test("when the daemon has gone, the page says so and keeps what it showed", async () => {
  expect(await daemon.stop({ keepData: true })).toBe(0);
  await expect.poll(() => shown("connection").textContent()).toMatch(/connect/i);
  await lookAt("connection-lost");
});
