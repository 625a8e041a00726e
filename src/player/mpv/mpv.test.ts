import { once } from "node:events";
import { access, copyFile, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { silentWav } from "../devices/silence.ts";
import { quiet } from "../testing.ts";
import { MpvOutput } from "./mpv.ts";
import { askMpv, mpvIn, pidIn, request, runs, soon, valuesOf } from "./testing-mpv.ts";

let folder: string;
let song: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "mien-mpv-"));
  // Last of all: what a test started may still write there.
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  song = join(folder, "song.wav");
  await writeFile(song, silentWav(60_000));
});

const startedMpv = (options: { audioDevice?: string; binary?: string } = {}) => mpvIn(folder, options);
const pidOf = () => pidIn(folder);

describe("playing", () => {
  test("a song plays from where it was asked for, and finishes", async () => {
    const { output, started, eventOf } = await startedMpv();
    expect(started).toEqual({ ok: true });
    expect(await output.load(request(song, { startAtMs: 59_000 }))).toEqual({
      ok: true,
      durationMs: 60_000,
    });
    expect((await eventOf("position")).positionMs).toBeGreaterThanOrEqual(59_000);
    expect(await eventOf("ended")).toEqual({ type: "ended", how: "finished", detail: null });
  });

  test("a paused song says no positions until it is resumed", async () => {
    const { output, events, eventOf } = await startedMpv();
    await output.load(request(song, { startAtMs: 5_000, paused: true }));
    // Time that mpv's own clock would have to move in.
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(events).toEqual([]);
    expect(await askMpv(folder, "time-pos")).toBeCloseTo(5, 1);
    await output.resume();
    expect((await eventOf("position")).positionMs).toBeGreaterThanOrEqual(5_000);
  });

  test("a seek goes there, and past the end it ends the song", async () => {
    const { output, events, eventOf } = await startedMpv();
    await output.load(request(song));
    await output.seek(30_000);
    const farthest = () => Math.max(...events.map((event) => ("positionMs" in event ? event.positionMs : 0)));
    await expect.poll(farthest).toBeGreaterThan(29_999);
    await output.seek(90_000);
    expect((await eventOf("ended")).how).toBe("finished");
  });

  test("a pause fades out, and a resume comes back up to the volume", async () => {
    const { output } = await startedMpv();
    await output.setVolume(0.8);
    await output.load(request(song));
    const volumes = await valuesOf(folder, "volume");
    await output.pause();
    expect(await askMpv(folder, "pause")).toBe(true);
    await expect.poll(() => Math.min(...volumes.map(Number))).toBeLessThan(80);
    await expect.poll(() => volumes.at(-1)).toBe(80);
    volumes.length = 0;
    await output.resume();
    await expect.poll(() => Math.min(...volumes.map(Number))).toBeLessThan(80);
    await expect.poll(() => volumes.at(-1)).toBe(80);
  });

  test("a stop fades out before mpv ends", async () => {
    const { output } = await startedMpv();
    await output.setVolume(0.8);
    await output.load(request(song));
    const volumes = await valuesOf(folder, "volume");
    const pid = await pidOf();
    await output.stop();
    expect(await runs(pid)).toBe(false);
    await expect.poll(() => Math.min(...volumes.map(Number))).toBeLessThan(80);
    expect(volumes.toSorted((one, other) => Number(other) - Number(one))).toEqual(volumes);
  });

  test("a song that comes in is silent first, and then as loud as the volume", async () => {
    const { output } = await startedMpv();
    const volumes = await valuesOf(folder, "volume");
    await output.load(request(song, { fadeInMs: 400 }));
    await expect.poll(() => Math.min(...volumes.map(Number))).toBeLessThan(100);
    await expect.poll(() => volumes.at(-1)).toBe(100);
  });

  test("a fade takes its time, and a load ends it", async () => {
    const { output } = await startedMpv();
    await output.load(request(song));
    const began = performance.now();
    await output.fade("out", 300);
    expect(performance.now() - began).toBeGreaterThanOrEqual(300);
    const long = output.fade("in", 60_000);
    await output.load(request(song));
    await long;
  });

  test.each(["-dash.wav", "--script=evil.wav", "a\nnewline.wav", 'it\'s ünï$(x) %d \\ "q".wav', "http:.wav"])(
    "a file may be called %j",
    async (name) => {
      const { output } = await startedMpv();
      await copyFile(song, join(folder, name));
      expect(await output.load(request(join(folder, name)))).toMatchObject({ ok: true });
    },
  );
});

describe("what is no song", () => {
  test.each([
    "song.wav",
    "http://127.0.0.1/song.mp3",
    "edl://song.wav",
    "memory://x",
    "-v",
    "/dev/zero",
    "/",
  ])("%s is not even handed to mpv", async (path) => {
    const { output } = await startedMpv();
    expect(await output.load(request(path))).toMatchObject({ ok: false, because: "unplayable" });
  });

  test("a file that is gone, empty or not music is unplayable, and the next song plays", async () => {
    const { output, events } = await startedMpv();
    const empty = join(folder, "empty.mp3");
    const text = join(folder, "text.mp3");
    await writeFile(empty, "");
    await writeFile(text, "These are no samples. ".repeat(500));
    for (const path of [join(folder, "gone.mp3"), empty, text])
      expect(await output.load(request(path))).toMatchObject({ ok: false, because: "unplayable" });
    expect(await output.load(request(song))).toMatchObject({ ok: true });
    expect(events.filter(({ type }) => type !== "position")).toEqual([]);
  });

  test("a playlist in a song's clothes reaches no network and no other file", async () => {
    let visits = 0;
    const server = createServer((socket) => {
      visits += 1;
      socket.destroy();
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    onTestFinished(() => void server.close());
    const address = server.address();
    const url = `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}/song.mp3`;
    const { output } = await startedMpv();
    const disguises = {
      m3u: `#EXTM3U\n#EXTINF:1,x\n${url}\n${song}\n`,
      hls: `#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXT-X-MEDIA-SEQUENCE:0\n#EXTINF:10,\n${url}\n#EXT-X-ENDLIST\n`,
      edl: `# mpv EDL v0\n${url}\n${song}\n`,
      concat: `ffconcat version 1.0\nfile '${url}'\n`,
    };
    for (const [kind, text] of Object.entries(disguises)) {
      const path = join(folder, `${kind}.mp3`);
      await writeFile(path, text);
      expect(await output.load(request(path)), kind).toMatchObject({ ok: false });
    }
    expect(visits).toBe(0);
    expect(await output.load(request(song))).toMatchObject({ ok: true });
  });
});

describe("an mpv that goes", () => {
  test("killed, it is lost, and a new one plays on at the position", async () => {
    const { output, eventOf, events } = await startedMpv();
    await output.load(request(song));
    await eventOf("position");
    process.kill(await pidOf(), "SIGKILL");
    expect(await eventOf("lost")).toMatchObject({ reason: "mpv-gone" });
    expect(await output.load(request(song))).toMatchObject({ ok: false, because: "lost" });
    expect(await output.start()).toEqual({ ok: true });
    expect(await output.load(request(song, { startAtMs: 7_000 }))).toMatchObject({ ok: true });
    expect(events.filter(({ type }) => type === "lost")).toHaveLength(1);
  });

  test("stopped by a signal, it is found out within seconds and killed", async () => {
    const { output, eventOf } = await startedMpv();
    await output.load(request(song));
    await eventOf("position");
    const pid = await pidOf();
    process.kill(pid, "SIGSTOP");
    expect(await eventOf("lost")).toMatchObject({ reason: "mpv-stalled" });
    expect(await runs(pid)).toBe(false);
  });

  test("held up for a second, it plays on from where it stood", async () => {
    const { output, events, eventOf } = await startedMpv();
    await output.load(request(song));
    await eventOf("position");
    const pid = await pidOf();
    const positions = () => events.flatMap((event) => (event.type === "position" ? [event.positionMs] : []));
    process.kill(pid, "SIGSTOP");
    const stoodAtMs = positions().at(-1) ?? 0;
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    process.kill(pid, "SIGCONT");
    const seen = positions().length;
    await expect.poll(() => positions().at(-1)).toBeGreaterThan(stoodAtMs + 1_000);
    expect(positions()[seen]).toBeLessThan(stoodAtMs + 1_000);
    expect(await pidOf()).toBe(pid);
  });

  test("stopped while paused, the next command finds it out and comes back", async () => {
    const { output, eventOf } = await startedMpv();
    await output.load(request(song, { paused: true }));
    process.kill(await pidOf(), "SIGSTOP");
    await output.resume();
    expect(await eventOf("lost")).toMatchObject({ reason: "mpv-stalled" });
  });

  test("stopped by us, it leaves no process, no socket and no word", async () => {
    const { output, events } = await startedMpv();
    const pid = await pidOf();
    await output.stop();
    expect(await runs(pid)).toBe(false);
    await expect(access(join(folder, "mpv-null.sock"))).rejects.toThrow();
    expect(events).toEqual([]);
  });

  test("stopped by us while it starts, it does not stay behind", async () => {
    // It never comes as far as to listen.
    const binary = join(folder, "mpv-that-hangs");
    await writeFile(binary, "#!/bin/sh\nexec sleep 1000\n", { mode: 0o755 });
    const output = new MpvOutput({ audioDevice: "null", socketDir: folder, log: quiet, binary });
    const starting = output.start();
    const pid = await soon(pidOf);
    await output.stop();
    expect(await starting).toMatchObject({ ok: false });
    expect(await runs(pid)).toBe(false);
  });
});

describe("an mpv that can't be", () => {
  test("without the binary it says what to install", async () => {
    const { started } = await startedMpv({ binary: "/nowhere/mpv" });
    expect(started).toMatchObject({ ok: false, reason: "mpv-missing" });
    expect(started).toHaveProperty("detail", expect.stringContaining("apt-get install mpv"));
  });

  test("a binary that is no mpv is told from a missing one", async () => {
    const { started } = await startedMpv({ binary: "/bin/false" });
    expect(started).toMatchObject({ ok: false, reason: "mpv-gone" });
  });

  test("a folder that can't be made, or is too deep for a socket, is named", async () => {
    for (const socketDir of [join(song, "below a file"), join(folder, "x".repeat(120))]) {
      const output = new MpvOutput({ audioDevice: "null", socketDir, log: quiet });
      const detail = expect.stringContaining(socketDir);
      expect(await output.start()).toEqual({ ok: false, reason: "mpv-gone", detail });
    }
  });

  test("a sound card that is not there is missing, and its mpv gone", async () => {
    const { started } = await startedMpv({ audioDevice: "alsa/nosuchcard" });
    expect(started).toMatchObject({ ok: false, reason: "output-missing" });
  });
});
