import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, onTestFinished, test } from "vitest";
import type { Health } from "../../protocol/health.ts";
import { silentWav } from "../devices/silence.ts";
import { Player, type PlayerEvent } from "../player.ts";
import { pickNumber, quiet, visitor } from "../testing.ts";
import { MpvOutput } from "./mpv.ts";
import { pidIn, soon } from "./testing-mpv.ts";

/** A busy machine takes its time, in which the song goes on; one that begins anew is farther off. */
const nearMs = 10_000;

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "mien-player-"));
  // Last of all: what a test started may still write there.
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const n of [1, 2, 3]) await writeFile(join(folder, `${n}.wav`), silentWav(60_000));
});

/** The player with real mpvs that keep time and make no sound. */
async function playerOnMpv(devices = ["null"]) {
  const player = new Player({
    outputs: devices.map((audioDevice) => ({
      name: audioDevice,
      output: new MpvOutput({ audioDevice, socketDir: folder, log: quiet }),
    })),
    clock: { now: Date.now, monotonic: () => performance.now() },
    resolve: async (item) =>
      item.kind === "announcement" ? { path: join(folder, item.title), gainDb: -3 } : null,
    next: async () => {
      asked += 1;
      return { ...pickNumber(asked), item: { kind: "announcement", title: `${asked}.wav` } };
    },
    volume: 0.5,
    log: quiet,
  });
  let asked = 0;
  const events: PlayerEvent[] = [];
  const states: string[] = [];
  player.on((event) => {
    events.push(event);
    states.push(player.state.actual.state);
  });
  onTestFinished(() => player.stop());
  await player.start();
  const playing = async (): Promise<{ id: string; positionMs: number }> =>
    soon(() => {
      const { actual } = player.state;
      if (actual.state !== "playing") throw new Error(`it is ${actual.state}`);
      return { id: actual.pick.id, positionMs: actual.positionMs + (Date.now() - actual.at) };
    });
  /** Resolves when it was noticed, however soon it was mended. */
  const signal = async (name: NodeJS.Signals): Promise<void> => {
    const pid = await pidIn(folder);
    states.length = 0;
    process.kill(pid, name);
    await expect.poll(() => states).toContain("recovering");
  };
  return { player, events, playing, signal };
}

test("killed in the middle of a song, it goes on with the song at its position", async () => {
  const { player, playing, signal, events } = await playerOnMpv();
  await player.seek(30_000, visitor);
  const before = await playing();
  await signal("SIGKILL");
  const after = await playing();
  expect(after.id).toBe(before.id);
  expect(Math.abs(after.positionMs - before.positionMs)).toBeLessThan(nearMs);
  expect(player.health).toEqual({ state: "ok" });
  expect(events.filter(({ type }) => type === "ended")).toEqual([]);
});

test("stopped by a signal, it is replaced by one that goes on at the position", async () => {
  const { player, playing, signal } = await playerOnMpv();
  await player.seek(30_000, visitor);
  const healths: Health[] = [];
  player.on(() => healths.push(player.health));
  await signal("SIGSTOP");
  await expect
    .poll(() => healths)
    .toContainEqual(expect.objectContaining({ state: "degraded", reason: "mpv-stalled" }));
  const after = await playing();
  expect(after).toMatchObject({ id: "1" });
  expect(Math.abs(after.positionMs - 30_000)).toBeLessThan(nearMs);
});

test("killed while paused, it is paused again at the position", async () => {
  const { player, signal } = await playerOnMpv();
  await player.seek(30_000, visitor);
  await player.pause(visitor);
  await signal("SIGKILL");
  await expect.poll(() => player.state.actual).toMatchObject({ state: "paused", pick: { id: "1" } });
  const { actual } = player.state;
  expect(Math.abs(("positionMs" in actual ? actual.positionMs : 0) - 30_000)).toBeLessThan(nearMs);
});

test("a corrupt file is unplayable, and the next song plays", async () => {
  await writeFile(join(folder, "1.wav"), "RIFF and then nothing that a decoder knows");
  const { playing, events } = await playerOnMpv();
  expect(await playing()).toMatchObject({ id: "2" });
  expect(events.filter(({ type }) => type !== "changed")).toMatchObject([
    { type: "ended", pick: { id: "1" }, end: { how: "unplayable", by: null, heardMs: 0 } },
    { type: "began", pick: { id: "2" } },
  ]);
});

test("without a sound card it plays in silence, and says so", async () => {
  const { player, playing } = await playerOnMpv(["alsa/nosuchcard", "null"]);
  await playing();
  expect(player.state.output).toBe("null");
  expect(player.health).toMatchObject({ state: "degraded", reason: "output-missing" });
});
