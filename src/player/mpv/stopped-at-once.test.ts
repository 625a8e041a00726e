import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate as turn } from "node:timers/promises";
import { beforeEach, expect, onTestFinished, test } from "vitest";
import { mpvDecks } from "../decks/mpv-decks.ts";
import { silentWav } from "../devices/silence.ts";
import { quiet } from "../testing.ts";
import { MpvOutput } from "./mpv.ts";
import { allIn, endAllIn, request, soon } from "./testing-mpv.ts";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "mien-stopped-"));
  onTestFinished(async () => {
    await endAllIn(folder);
    await rm(folder, { recursive: true, force: true });
  });
  await writeFile(join(folder, "song.wav"), silentWav(60_000));
});

const song = () => request(join(folder, "song.wav"));
const noneIsLeft = () => soon(async () => expect(await allIn(folder)).toEqual([]));

/** So many turns of the loop after a start began: before it has looked around, before its mpv is there, and after. */
const moments = [0, 1, 3, 10, 30, 100];

test.each(moments)("an mpv that is stopped %s turns after its start began ends", async (turns) => {
  const output = new MpvOutput({ audioDevice: "null", socketDir: folder, log: quiet });
  const started = output.start();
  for (let n = 0; n < turns; n += 1) await turn();
  await output.stop();
  await started;
  expect(output.running).toBe(false);
  await noneIsLeft();
});

test.each(moments)(
  "nor is the mpv left that is to stand by, %s turns after its start began",
  async (turns) => {
    const decks = mpvDecks({ audioDevice: "null", socketDir: folder, log: quiet, crossfadeMs: () => 0 });
    await decks.start();
    await decks.load(song());
    await decks.prepare(song());
    for (let n = 0; n < turns; n += 1) await turn();
    await decks.stop();
    await noneIsLeft();
  },
);

test("an mpv that is started twice at once is there once", async () => {
  const output = new MpvOutput({ audioDevice: "null", socketDir: folder, log: quiet });
  const [first, second] = await Promise.all([output.start(), output.start()]);
  expect([first.ok, second.ok]).toEqual([false, true]);
  expect(await allIn(folder)).toHaveLength(1);
  await output.stop();
  await noneIsLeft();
});
