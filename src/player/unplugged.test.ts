import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { mpvDecks } from "./mpv-decks.ts";
import { mpvPlaces } from "./mpv-orphan.ts";
import { OtherDevice } from "./other-device.ts";
import { Player } from "./player.ts";
import { silentWav } from "./silence.ts";
import { pickNumber, quiet } from "./testing.ts";
import { pidIn } from "./testing-mpv.ts";

let folder: string;
let config: string;
const undo: (() => Promise<void>)[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "mien-cards-"));
  config = join(folder, "asound.conf");
  process.env.ALSA_CONFIG_PATH = config;
  await writeFile(join(folder, "song.wav"), silentWav(3_600_000));
});
afterEach(async () => {
  for (const stop of undo.splice(0)) await stop();
  delete process.env.ALSA_CONFIG_PATH;
  await rm(folder, { recursive: true });
});

/** These sound cards are there, and no other. They take sound as fast as it comes, so the song is an hour long. */
const plugged = (...cards: readonly string[]): Promise<void> =>
  writeFile(config, cards.map((card) => `pcm.${card} { type plug slave.pcm { type null } }\n`).join(""));

test("a speaker that is pulled out gives way to another, which is said, and takes the song back when it is there", async () => {
  await plugged("chosen", "spare");
  const mpv = { socketDir: folder, log: quiet, crossfadeMs: () => 0 };
  const deviceOf = (device: string) => mpvDecks({ ...mpv, audioDevice: device });
  const other = new OtherDevice({ devices: async () => ["alsa/spare"], make: deviceOf });
  let cardCame: () => void = () => undefined;
  const player = new Player({
    outputs: [
      { name: "alsa/chosen", output: deviceOf("alsa/chosen") },
      { name: "another", output: other },
      { name: "null", output: deviceOf("null") },
    ],
    watchCards: (onChange) => {
      cardCame = onChange;
      return () => undefined;
    },
    clock: { now: Date.now, monotonic: () => performance.now() },
    resolve: async () => ({ path: join(folder, "song.wav"), gainDb: null }),
    next: async () => pickNumber(1),
    volume: 0.5,
    log: quiet,
  });
  undo.push(() => player.stop());
  await player.start();
  expect(player.state.output).toBe("alsa/chosen");

  await plugged("spare");
  process.kill(await pidIn(folder, basename(mpvPlaces(folder, "alsa/chosen").record, ".pid")), "SIGKILL");
  await vi.waitFor(() => expect(player.state).toMatchObject({ output: "another" }), 10_000);
  expect(player.health).toMatchObject({ reason: "output-elsewhere" });
  expect(player.state).toMatchObject({ actual: { pick: { id: "1" } } });

  await plugged();
  process.kill(await pidIn(folder, basename(mpvPlaces(folder, "alsa/spare").record, ".pid")), "SIGKILL");
  await vi.waitFor(() => expect(player.state).toMatchObject({ output: "null" }), 10_000);
  expect(player.health).toMatchObject({ reason: "output-missing" });
  expect(player.state).toMatchObject({ actual: { pick: { id: "1" } } });

  await plugged("chosen");
  cardCame();
  await vi.waitFor(() => expect(player.health).toEqual({ state: "ok" }), 10_000);
  const { state } = await vi.waitFor(() => {
    expect(player.state.actual.state).toBe("playing");
    return player;
  }, 10_000);
  expect(state).toMatchObject({ output: "alsa/chosen", actual: { pick: { id: "1" } } });
});
