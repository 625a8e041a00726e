import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, onTestFinished, test } from "vitest";
import { mpvDecks } from "../decks/mpv-decks.ts";
import { silentWav } from "../devices/silence.ts";
import { Player } from "../player.ts";
import { pickNumber, quiet, visitor } from "../testing.ts";
import { askMpv, pidIn } from "./testing-mpv.ts";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "mien-decks-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const n of [1, 2, 3, 4]) await writeFile(join(folder, `${n}.wav`), silentWav(60_000));
});

const [a, b] = ["mpv-null", "mpv-null-b"];
const song = (n: number) => join(folder, `${n}.wav`);
const on = async (deck: string) => ({
  path: await askMpv(folder, "path", deck),
  paused: await askMpv(folder, "pause", deck),
});

/** A player on two real mpvs, once the second song waits on the second one. */
async function playerOnDecks() {
  let asked = 0;
  const output = mpvDecks({ audioDevice: "null", socketDir: folder, crossfadeMs: () => 0, log: quiet });
  const player = new Player({
    outputs: [{ name: "null", output }],
    clock: { now: Date.now, monotonic: () => performance.now() },
    resolve: async (item) => (item.kind === "announcement" ? { path: item.title, gainDb: null } : null),
    next: async () => {
      asked += 1;
      return { ...pickNumber(asked), item: { kind: "announcement", title: song(asked) } };
    },
    volume: 0.5,
    log: quiet,
  });
  onTestFinished(() => player.stop());
  await player.start();
  await expect.poll(() => on(b)).toEqual({ path: song(2), paused: true });
  expect(await on(a)).toEqual({ path: song(1), paused: false });
  return player;
}

test("mpv killed: the one that stands by goes on with the song at its place, and a new one stands by", async () => {
  const player = await playerOnDecks();
  await player.seek(30_000, visitor);
  const [killed, spare] = [await pidIn(folder, a), await pidIn(folder, b)];
  process.kill(killed, "SIGKILL");
  await expect.poll(() => on(b)).toEqual({ path: song(1), paused: false });
  await expect.poll(() => askMpv(folder, "time-pos", b)).toBeGreaterThanOrEqual(30);
  expect(await pidIn(folder, b)).toBe(spare);
  await expect.poll(() => player.state.actual).toMatchObject({ state: "playing", pick: { id: "1" } });
  expect(player.health).toEqual({ state: "ok" });
  // Seen once, beside other work: the decks had changed places again by now.
  await expect.poll(async () => [await on(a), await on(b)]).toContainEqual({ path: song(2), paused: true });
  expect(await pidIn(folder, a)).not.toBe(killed);
});

test("both killed: the song comes back all the same", async () => {
  const player = await playerOnDecks();
  const both = [await pidIn(folder, a), await pidIn(folder, b)];
  for (const pid of both) process.kill(pid, "SIGKILL");
  await expect.poll(async () => [await pidIn(folder, a), await pidIn(folder, b)]).not.toEqual(both);
  await expect.poll(() => player.state.actual).toMatchObject({ state: "playing", pick: { id: "1" } });
});

test("the one that stands by killed: another one does, and the music does not notice", async () => {
  const player = await playerOnDecks();
  const spare = await pidIn(folder, b);
  process.kill(spare, "SIGKILL");
  await expect.poll(() => pidIn(folder, b)).not.toBe(spare);
  expect(player.state.actual).toMatchObject({ state: "playing", pick: { id: "1" } });
  expect(player.health).toEqual({ state: "ok" });
  expect(await on(a)).toEqual({ path: song(1), paused: false });
});

test.each(["skip", "moveOn"] as const)(
  "%s: the song that waits sounds, the one before does not, and the next one waits",
  async (how) => {
    const player = await playerOnDecks();
    await player[how](visitor);
    expect(await on(b)).toEqual({ path: song(2), paused: false });
    expect(player.state.actual).toMatchObject({ state: "playing", pick: { id: "2" } });
    await expect.poll(() => on(a)).toEqual({ path: song(3), paused: true });
  },
);
