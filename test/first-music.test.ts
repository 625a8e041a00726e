import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Pick, SixPick } from "../src/protocol/music.ts";
import type { AppState } from "../src/protocol/state.ts";
import { playing } from "./demo-daemon.ts";
import { RunningDaemon } from "./running-daemon.ts";

// Whoever starts Mien before there is any music: it sounds at once, and the first songs of their own are what is heard next.

const own = ["First", "Second", "Third"];

let folder: string;
let daemon: RunningDaemon;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "mien-first-"));
  mkdirSync(join(folder, "music"));
  mkdirSync(join(folder, "elsewhere"));
  const camera = join(folder, "no-camera.mp4");
  daemon = await RunningDaemon.start([
    "--music",
    join(folder, "music"),
    "--camera",
    camera,
    "--output",
    "null",
  ]);
});
afterAll(async () => {
  await daemon?.stop();
  rmSync(folder, { recursive: true, force: true });
});

function makeSong(title: string, hertz: number): void {
  const tags = { title, artist: `${title} Artist`, mood: "happy" };
  execFileSync("ffmpeg", [
    ...["-v", "error", "-f", "lavfi", "-i", `sine=${hertz}:d=60`],
    ...Object.entries(tags).flatMap(([name, value]) => ["-metadata", `${name}=${value}`]),
    join(folder, "music", `${title}.flac`),
  ]);
}

const titleOf = ({ item }: Pick | SixPick): string => (item.kind === "track" ? item.track.title : item.title);
const isOwn = (pick: Pick | SixPick | undefined): boolean =>
  pick !== undefined && own.includes(titleOf(pick));
function heard({ player: { actual } }: AppState): Pick | undefined {
  return "pick" in actual ? actual.pick : undefined;
}

test("an empty music folder: a demo piece plays, and the health says what to do", async () => {
  const { state } = await daemon.until("a demo piece", playing);
  expect(isOwn(heard(state))).toBe(false);
  expect(state.library.demo).toBe(true);
  expect(state.health.library).toMatchObject({ state: "degraded", reason: "library-empty" });
});

test("the first songs of one's own are noticed by themselves, and come next in place of the demo", async () => {
  for (const [index, title] of own.entries()) makeSong(title, 220 * (index + 1));
  const { state } = await daemon.until(
    "a song of one's own that waits",
    ({ library, queue }) =>
      !library.demo && library.tracks === own.length && queue.length > 0 && queue.every(isOwn),
  );
  expect(state.health.library).toEqual({ state: "ok" });
  await daemon.command({ do: "skip" });
  const next = await daemon.until("that song", (now) => playing(now) && isOwn(heard(now)));
  expect(isOwn(heard(next.state))).toBe(true);
});

test("the folder is moved away: nothing from it is offered or comes next, on a page that was open all the while", async () => {
  renameSync(join(folder, "music"), join(folder, "moved"));
  const { state } = await daemon.until(
    "demo pieces alone",
    ({ library, queue, sixPicks }) =>
      library.demo && queue.length > 0 && sixPicks.length > 0 && ![...queue, ...sixPicks].some(isOwn),
  );
  expect(state.health.library).toMatchObject({ state: "degraded", reason: "folder-missing" });
});
