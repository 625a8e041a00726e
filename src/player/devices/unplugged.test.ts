import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterEach, beforeEach, expect, onTestFinished, test } from "vitest";
import { mpvDecks } from "../decks/mpv-decks.ts";
import { mpvPlaces } from "../mpv/mpv-orphan.ts";
import { askMpv, pidIn, runs } from "../mpv/testing-mpv.ts";
import type { Output } from "../output.ts";
import { Player, type PlayerOptions } from "../player.ts";
import { pickNumber, quiet, visitor } from "../testing.ts";
import { OtherDevice } from "./other-device.ts";
import { silentWav } from "./silence.ts";

let folder: string;
let config: string;
const undo: (() => Promise<void>)[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "mien-cards-"));
  // Last of all: what a test started may still write there.
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  config = join(folder, "asound.conf");
  process.env.ALSA_CONFIG_PATH = config;
  await writeFile(join(folder, "song.wav"), silentWav(3_600_000));
});
afterEach(async () => {
  for (const stop of undo.splice(0)) await stop();
  delete process.env.ALSA_CONFIG_PATH;
});

/** These sound cards are there, and no other. They take sound as fast as it comes, so the song is an hour long. */
const plugged = (...cards: readonly string[]): Promise<void> =>
  writeFile(config, cards.map((card) => `pcm.${card} { type plug slave.pcm { type null } }\n`).join(""));

const deviceOf = (device: string) =>
  mpvDecks({ socketDir: folder, log: quiet, crossfadeMs: () => 0, audioDevice: device });
const named = (name: string, output: Output = deviceOf(name)) => ({ name, output });

function playerThrough(outputs: PlayerOptions["outputs"], watchCards?: PlayerOptions["watchCards"]): Player {
  const player = new Player({
    outputs,
    ...(watchCards && { watchCards }),
    clock: { now: Date.now, monotonic: () => performance.now() },
    resolve: async () => ({ path: join(folder, "song.wav"), gainDb: null }),
    next: async () => pickNumber(1),
    volume: 0.5,
    log: quiet,
  });
  undo.push(() => player.stop());
  return player;
}

const placeOf = (device: string) => basename(mpvPlaces(folder, device).record, ".pid");

test("another speaker is chosen: the same song goes on there from its place, and the one before is let go", async () => {
  await plugged("chosen", "spare");
  const player = playerThrough([named("alsa/chosen"), named("null")]);
  const events: string[] = [];
  player.on(({ type }) => type !== "changed" && events.push(type));
  await player.start();
  await player.seek(600_000, visitor);
  const before = await pidIn(folder, placeOf("alsa/chosen"));
  await player.useOutputs([named("alsa/spare"), named("null")]);
  expect(player.state).toMatchObject({
    output: "alsa/spare",
    actual: { state: "playing", pick: { id: "1" } },
  });
  expect(player.health).toEqual({ state: "ok" });
  expect(Number(await askMpv(folder, "time-pos", placeOf("alsa/spare")))).toBeGreaterThan(599);
  expect(await runs(before)).toBe(false);
  expect(events).toEqual(["began"]);
});

test("a speaker is chosen that is not there: it plays through the next one and says so, and a pause holds", async () => {
  await plugged("chosen");
  const player = playerThrough([named("alsa/chosen"), named("null")]);
  await player.start();
  await player.pause(visitor);
  await player.useOutputs([named("alsa/gone"), named("null")]);
  expect(player.state).toMatchObject({ output: "null", actual: { state: "paused", pick: { id: "1" } } });
  expect(player.health).toMatchObject({ state: "degraded", reason: "output-missing" });
  await player.useOutputs([named("alsa/chosen"), named("null")]);
  expect(player.state).toMatchObject({ output: "alsa/chosen", actual: { state: "paused" } });
  expect(player.health).toEqual({ state: "ok" });
});

test("a speaker that is pulled out gives way to another, which is said, and takes the song back when it is there", async () => {
  await plugged("chosen", "spare");
  const other = new OtherDevice({ devices: async () => ["alsa/spare"], make: deviceOf });
  let cardCame: () => void = () => undefined;
  const player = playerThrough([named("alsa/chosen"), named("another", other), named("null")], (onChange) => {
    cardCame = onChange;
    return () => undefined;
  });
  await player.start();
  expect(player.state.output).toBe("alsa/chosen");

  await plugged("spare");
  process.kill(await pidIn(folder, placeOf("alsa/chosen")), "SIGKILL");
  await expect.poll(() => player.state).toMatchObject({ output: "another", actual: { state: "playing" } });
  await expect.poll(() => player.health).toMatchObject({ reason: "output-elsewhere" });
  expect(player.state).toMatchObject({ actual: { pick: { id: "1" } } });

  await plugged();
  process.kill(await pidIn(folder, placeOf("alsa/spare")), "SIGKILL");
  await expect.poll(() => player.state).toMatchObject({ output: "null", actual: { state: "playing" } });
  await expect.poll(() => player.health).toMatchObject({ reason: "output-missing" });
  expect(player.state).toMatchObject({ actual: { pick: { id: "1" } } });

  await plugged("chosen");
  cardCame();
  await expect.poll(() => player.health).toEqual({ state: "ok" });
  await expect
    .poll(() => player.state)
    .toMatchObject({ output: "alsa/chosen", actual: { state: "playing", pick: { id: "1" } } });
});
