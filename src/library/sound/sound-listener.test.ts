import { execFileSync } from "node:child_process";
import { open, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { pathToFileURL } from "node:url";
import { afterEach, expect, test } from "vitest";
import { temporaryFolder } from "../testing-music.ts";
import { SoundListener } from "./sound-listener.ts";
import { chords, drums, together, writeWav } from "./testing-sounds.ts";

const folder = await temporaryFolder();
const seconds = 40;
const song = await writeWav(
  join(folder, "song.wav"),
  together(drums({ bpm: 120, seconds }), chords({ tonic: 0, mode: "major", seconds })),
);

let listener = new SoundListener();
afterEach(async () => {
  await listener.stop();
  listener = new SoundListener();
});

/** A thread that does as it is told instead of listening. */
async function entryThat(does: string): Promise<URL> {
  const path = join(folder, `${does.replaceAll(/\W+/g, "-")}.mjs`);
  await writeFile(
    path,
    `import { parentPort } from "node:worker_threads";\nparentPort.on("message", () => { ${does} });`,
  );
  return pathToFileURL(path);
}

test("a song is estimated, with what was heard in it", async () => {
  const heard = await listener.listen(song, seconds * 1_000);
  if (heard.is !== "estimated") throw new Error(`It was ${heard.is}.`);
  expect(heard.estimate.features).toMatchObject({ tonic: 0, tempo: expect.closeTo(120, -0.5) });
  expect(heard.estimate.features.majorness).toBeGreaterThan(0);
});

test("listening holds up nobody", async () => {
  // The thread is there, the program compiled.
  await listener.listen(song, seconds * 1_000);
  const before = performance.eventLoopUtilization();
  await listener.listen(song, seconds * 1_000);
  // Of this thread, meanwhile: had it listened itself, nearly all of its time.
  expect(performance.eventLoopUtilization(before).utilization).toBeLessThan(0.3);
});

test("a file that can't be listened to has its reason, and the next one is listened to", async () => {
  const path = join(folder, "text.mp3");
  await writeFile(path, "no music");
  expect(await listener.listen(path, 5_000)).toEqual({
    is: "failed",
    reason: expect.stringMatching(/could be decoded/),
  });
  expect(await listener.listen(join(folder, "gone.mp3"), 5_000)).toEqual({ is: "gone" });
  expect(await listener.listen(song, seconds * 1_000)).toMatchObject({ is: "estimated" });
});

test("a thread that hangs or dies is replaced", async () => {
  for (const [does, reason] of [
    ["for (;;) { }", /did not end within 0.3 s/],
    ["process.exit(1)", /thread ended/],
    ["throw new Error('a bug')", /a bug/],
    ["globalThis.hoard = []; for (;;) hoard.push(new Array(1000).fill({}))", /memory/],
  ] as const) {
    const troubled = new SoundListener({
      entry: await entryThat(does),
      patienceMs: does.startsWith("for") ? 300 : 60_000,
    });
    for (let times = 0; times < 2; times++)
      expect(await troubled.listen(song, 1_000)).toEqual({
        is: "crashed",
        reason: expect.stringMatching(reason),
      });
    await troubled.stop();
  }
});

test("when it is stopped, the song under way is given up at once, and its ffmpeg ends", async () => {
  const pipe = silentPipe("stopped.wav");
  const heard = listener.listen(pipe, seconds * 1_000);
  // A song without an end, which comes as it is asked for: nothing but the stop ends its ffmpeg.
  const endless = await readFile(song);
  for (const lengthAt of [4, 40]) endless.writeUInt32LE(0x7fff_ff00, lengthAt);
  const writer = await open(pipe, "w");
  await writer.write(endless, 0, 100_000);
  expect(await decodersOf(pipe)).not.toEqual([]);
  await listener.stop();
  expect(await heard).toMatchObject({ is: "crashed" });
  const goOn = async () => {
    // Who listened may have ended by now, which is what is waited for.
    await writer
      .write(endless, 44, 50_000)
      .catch((error: unknown) => expect(error).toMatchObject({ code: "EPIPE" }));
    return decodersOf(pipe);
  };
  await expect.poll(goOn).toEqual([]);
  await writer.close();
  expect(await listener.listen(song, 1_000)).toMatchObject({ is: "crashed" });
});

test("an ffmpeg that somebody ends takes the song along, not the thread", async () => {
  const pipe = silentPipe("ended.wav");
  const heard = listener.listen(pipe, seconds * 1_000);
  await expect.poll(() => decodersOf(pipe)).not.toEqual([]);
  for (const pid of await decodersOf(pipe)) process.kill(pid, "SIGKILL");
  expect(await heard).toEqual({ is: "crashed", reason: expect.stringMatching(/SIGKILL/) });
  expect(await listener.listen(song, seconds * 1_000)).toMatchObject({ is: "estimated" });
});

/** Nobody writes into it, so an ffmpeg that was given it waits for as long as it takes to be found. */
function silentPipe(name: string): string {
  const pipe = join(folder, name);
  execFileSync("mkfifo", [pipe]);
  return pipe;
}

/** Processes that were given this file. */
async function decodersOf(path: string): Promise<number[]> {
  const pids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name)).map(Number);
  const commands = await Promise.all(
    pids.map((pid) => readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "")),
  );
  return pids.filter((_, index) => commands[index]?.includes(`file:${path}`));
}
