import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { askMpv, listenedTo, mpvIn, request, tellMpv, valuesOf } from "../mpv/testing-mpv.ts";
import type { LoadRequest } from "../output.ts";
import { quiet } from "../testing.ts";
import { mpvDecks } from "./mpv-decks.ts";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "mien-gapless-"));
  // Last of all: what a test started may still write there.
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
});
afterEach(() => {
  delete process.env.ALSA_CONFIG_PATH;
});

/** Two halves of one tone, as songs of an album that was made in one piece. */
function halves(seconds: number): [string, string] {
  const whole = join(folder, "whole.wav");
  const [first, second] = ["first.flac", "second.flac"].map((name) => join(folder, name)) as [string, string];
  execFileSync("sox", [
    "-n",
    "-r",
    "44100",
    "-b",
    "16",
    "-c",
    "2",
    whole,
    "synth",
    `${seconds}`,
    "sine",
    "441",
  ]);
  execFileSync("sox", [whole, first, "trim", "0", `${seconds / 2}`]);
  execFileSync("sox", [whole, second, "trim", `${seconds / 2}`]);
  return [first, second];
}

/** Takes its input no faster than a sound card: 44.1 kHz of two floats. */
const atTheRateOfACard = `
  import { openSync, readSync, writeSync } from "node:fs";
  const [to, buffer, began] = [openSync(process.argv[2], "w"), Buffer.alloc(8192), performance.now()];
  for (let taken = 0, length; (length = readSync(0, buffer)) > 0; taken += length) {
    const early = taken / (44.1 * 8) - (performance.now() - began);
    if (early > 0) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, early);
    writeSync(to, buffer, 0, length);
  }`;

/** A sound card that writes what it hears into a file, as floats of 44.1 kHz in stereo. */
async function recorder(): Promise<string> {
  const [heard, config] = [join(folder, "heard.raw"), join(folder, "asound.conf")];
  const throttle = join(folder, "throttle.mjs");
  await writeFile(throttle, atTheRateOfACard);
  await writeFile(
    config,
    `pcm.recorder { type plug slave.format FLOAT_LE slave.rate 44100 slave.channels 2 slave.pcm {
       type file format raw file "|exec ${process.execPath} ${throttle} ${heard}" slave.pcm { type null } } }\n`,
  );
  process.env.ALSA_CONFIG_PATH = config;
  return heard;
}

/** Plays one after the other to the recorder, until as much as that was heard. */
async function played(
  first: LoadRequest,
  second: LoadRequest,
  { heard, seconds }: { heard: string; seconds: number },
): Promise<void> {
  const { output, started } = await mpvIn(folder, { audioDevice: "alsa/recorder" });
  expect(started).toEqual({ ok: true });
  expect(await output.load({ ...first, paused: true })).toMatchObject({ ok: true });
  await output.prepare(second);
  const name = `mpv-${createHash("sha256").update("alsa/recorder").digest("hex").slice(0, 12)}`;
  // Not by us, who would fade it in: as fast as this goes, it would be over before it is loud.
  await tellMpv(folder, ["set_property", "pause", false], name);
  await expect.poll(() => askMpv(folder, "idle-active", name)).toBe(true);
  // mpv has handed over everything, but the last of it may be on its way yet.
  await expect.poll(() => soundIn(heard).seconds).toBeGreaterThan(seconds - 0.005);
  await output.stop();
}

/** What was recorded between the first and the last sound. */
function soundIn(raw: string, from = 0): { clean: string; seconds: number } {
  const sox = ["-t", "raw", "-r", "44100", "-e", "float", "-b", "32", "-c", "2", raw];
  const clean = join(folder, "clean.wav");
  execFileSync("sox", [
    ...sox,
    clean,
    "trim",
    `${from}`,
    "silence",
    "1",
    "1",
    "0.0001",
    "reverse",
    "silence",
    "1",
    "1",
    "0.0001",
  ]);
  return { clean, seconds: Number(execFileSync("soxi", ["-D", clean]).toString()) };
}

/** How long the tone is, and how loud its quietest tenth of a second. */
function listen(raw: string, from = 0): { seconds: number; quietestDb: number } {
  const { clean, seconds } = soundIn(raw, from);
  const levels: number[] = [];
  for (let at = 0.05; at < seconds - 0.15; at += 0.1) {
    const said = execFileSync("sh", [
      "-c",
      `sox ${clean} -n trim ${at.toFixed(2)} 0.1 stats 2>&1`,
    ]).toString();
    levels.push(Number(/RMS lev dB\s+(\S+)/.exec(said)?.[1]));
  }
  return { seconds, quietestDb: Math.min(...levels) };
}

test("two halves of one tone are heard as one, to the sample", async () => {
  const heard = await recorder();
  const [first, second] = halves(4);
  await played(request(first), request(second), { heard, seconds: 4 });
  const { seconds, quietestDb } = listen(heard);
  expect(seconds).toBeCloseTo(4, 4);
  // The tone is at -6 dB throughout.
  expect(quietestDb).toBeGreaterThan(-6.5);
});

describe("what follows", () => {
  test("plays at its own gain from its first sample on", async () => {
    const heard = await recorder();
    const [first, second] = halves(4);
    await played(request(first, { gainDb: -20 }), request(second, { gainDb: -6 }), { heard, seconds: 4 });
    const { quietestDb } = listen(heard, 2.01);
    expect(quietestDb).toBeGreaterThan(-12.5);
    expect(quietestDb).toBeLessThan(-11.5);
  });

  test("can be taken back: the song ends", async () => {
    const [first, second] = halves(2);
    const { output, eventOf, events } = await mpvIn(folder);
    await output.load(request(first));
    await output.prepare(request(second));
    await output.prepare(null);
    await eventOf("ended");
    expect(events.map(({ type }) => type)).not.toContain("advanced");
  });

  test("but can't be played leaves the song to end as without it", async () => {
    const [first] = halves(2);
    const broken = join(folder, "broken.flac");
    await writeFile(broken, "no music");
    const { output, eventOf } = await mpvIn(folder);
    await output.load(request(first));
    await output.prepare(request(broken));
    expect(await eventOf("ended")).toEqual({ type: "ended", how: "finished", detail: null });
    expect(await output.load(request(broken))).toMatchObject({ ok: false, because: "unplayable" });
  });
});

describe("two real decks", () => {
  const decks = (crossfadeMs: number) =>
    listenedTo(
      mpvDecks({ audioDevice: "null", socketDir: folder, log: quiet, crossfadeMs: () => crossfadeMs }),
    );

  test("cross over: for a while both play, the one going and the other coming, and then the other alone", async () => {
    const [first, second] = halves(40);
    const { output, events, eventOf } = await decks(4_000);
    // On a busy machine the other deck takes longer to come than a song that plays already has left.
    const loaded = await output.load(request(first, { startAtMs: 10_000, paused: true }));
    expect(loaded).toMatchObject({ ok: true });
    await output.prepare(request(second));
    await output.whenPrepared();
    expect(await askMpv(folder, "path", "mpv-null-b")).toBe(second);
    await output.resume();
    await expect.poll(() => askMpv(folder, "volume")).toBe(100);
    const [going, coming] = [
      await valuesOf(folder, "volume"),
      await valuesOf(folder, "volume", "mpv-null-b"),
    ];
    await eventOf("advanced");
    await expect.poll(() => askMpv(folder, "path")).toBeNull();
    await expect.poll(() => askMpv(folder, "volume", "mpv-null-b")).toBe(100);
    const between = (values: unknown[]) => values.map(Number).filter((volume) => volume > 0 && volume < 100);
    expect(between(going).length).toBeGreaterThan(2);
    expect(between(going)).toEqual(between(going).toSorted((a, b) => b - a));
    expect(between(coming).length).toBeGreaterThan(2);
    expect(between(coming)).toEqual(between(coming).toSorted((a, b) => a - b));
    expect(events.some(({ type }) => type === "ended" || type === "lost")).toBe(false);
  });

  test("cross over to what somebody asks for: the song before is still heard, and is gone soon", async () => {
    const [first, second] = halves(40);
    const { output, events } = await decks(4_000);
    await output.load(request(first));
    const before = await valuesOf(folder, "volume");
    expect(await output.load(request(second, { overMs: 1_500 }))).toMatchObject({ ok: true });
    expect(await askMpv(folder, "path", "mpv-null-b")).toBe(second);
    // It comes in behind: whoever asked for it is not kept waiting for that.
    await expect.poll(() => askMpv(folder, "pause", "mpv-null-b")).toBe(false);
    await expect.poll(() => askMpv(folder, "path")).toBeNull();
    expect(before.map(Number).filter((volume) => volume > 0 && volume < 100).length).toBeGreaterThan(0);
    expect(events.some(({ type }) => type !== "position")).toBe(false);
  });

  test("without seconds for it one deck plays it all", async () => {
    const [first, second] = halves(2);
    const { output, eventOf } = await decks(0);
    await output.load(request(first));
    await output.prepare(request(second));
    await eventOf("advanced");
    expect(await askMpv(folder, "path")).toBe(second);
    await output.whenPrepared();
    // The other one stands by, and is not heard; on a busy machine it came too late for the song.
    const [song, paused] = [
      await askMpv(folder, "path", "mpv-null-b"),
      await askMpv(folder, "pause", "mpv-null-b"),
    ];
    expect(song === null || paused === true).toBe(true);
  });
});
