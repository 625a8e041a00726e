import { spawnSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { silentWav } from "../devices/silence.ts";
import { mpvIn, pidIn, request, valuesOf } from "./testing-mpv.ts";
import { mpvWithClock } from "./testing-wall-clock.ts";

const day = 86_400_000;
const compiler = spawnSync("cc", ["--version"]).error === undefined;

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "mien-clock-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
});

/** A real mpv that plays, and where it is. */
async function playing() {
  const { setBy, ...options } = await mpvWithClock(folder);
  const song = join(folder, "song.wav");
  await writeFile(song, silentWav(600_000));
  const { output, events } = await mpvIn(folder, options);
  await output.load(request(song));
  const positionMs = (): number =>
    Math.max(0, ...events.map((event) => (event.type === "position" ? event.positionMs : 0)));
  const playsOn = async (): Promise<void> => {
    const farther = positionMs() + 3_000;
    await expect.poll(positionMs).toBeGreaterThan(farther);
  };
  await playsOn();
  return { setBy, output, playsOn, pid: await pidIn(folder) };
}

describe.skipIf(!compiler)("while mpv plays", () => {
  test("a wall clock that is set back holds it up for moments, and it stays the same mpv", async () => {
    const { setBy, playsOn, pid } = await playing();
    for (const byMs of [-day, 2 * day, -day]) {
      await setBy(byMs);
      await playsOn();
    }
    expect(await pidIn(folder)).toBe(pid);
  });

  test("one that is set ahead does nothing to it", async () => {
    const { setBy, playsOn } = await playing();
    const paused = await valuesOf(folder, "pause");
    await setBy(day);
    await playsOn();
    expect(paused).toEqual([false]);
  });

  test("a song that was paused when it was set back goes on when it is resumed", async () => {
    const { setBy, output, playsOn, pid } = await playing();
    await output.pause();
    await setBy(-day);
    await output.resume();
    await playsOn();
    expect(await pidIn(folder)).toBe(pid);
  });
});
