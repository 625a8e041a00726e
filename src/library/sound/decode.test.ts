import { execFile } from "node:child_process";
import { mkdir, open, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { makeMusic, temporaryFolder } from "../testing-music.ts";
import { type Decoded, decode, type Undecoded } from "./decode.ts";
import { sampleRate } from "./ffmpeg-arguments.ts";
import { drums, silence, tone, writeWav } from "./testing-sounds.ts";

const run = promisify(execFile);
const folder = await temporaryFolder();
const at = (name: string): string => join(folder, name);

function sounding(decoded: Decoded | Undecoded): Decoded {
  if ("why" in decoded) throw new Error(decoded.detail);
  return decoded;
}

const secondsOf = ({ sound }: Decoded): number => sound.length / sampleRate;

test("a tone of 1 kHz at -20 dB has the loudness that EBU Tech 3341 gives it, less 3 dB for one channel", async () => {
  const path = await writeWav(at("tone.wav"), tone({ hertz: 1_000, seconds: 20, db: -20 }));
  const { loudness, loudnessRange } = sounding(await decode(path, 20_000));
  expect(loudness).toBeCloseTo(-23, 0);
  expect(loudnessRange).toBeLessThan(0.5);
});

test.each(["mp3", "flac", "ogg", "opus", "m4a", "wav"])("sound comes out of %s files", async (ending) => {
  const path = await makeMusic(at(`song.${ending}`), { seconds: 12 });
  const decoded = sounding(await decode(path, 12_000));
  expect(secondsOf(decoded)).toBeCloseTo(12, 0);
  expect(decoded.loudness).toBeLessThan(0);
  expect(decoded.loudness).toBeGreaterThan(-30);
});

test("of a long song three excerpts of half a minute are taken", async () => {
  const path = await makeMusic(at("long.flac"), { seconds: 1_800 });
  expect(secondsOf(sounding(await decode(path, 1_800_000)))).toBeCloseTo(90, 0);
});

test("a song that is shorter than it says is heard from the start", async () => {
  const path = await makeMusic(at("shorter.mp3"), { seconds: 10 });
  expect(secondsOf(sounding(await decode(path, 600_000)))).toBeCloseTo(10, 0);
});

test("names are not read as anything but names", async () => {
  await mkdir(at("-i http:"));
  const path = await makeMusic(join(at("-i http:"), "%d 'a' [0:a]; \"b\"\\:\n.wav"), { seconds: 4 });
  expect(secondsOf(sounding(await decode(path, 4_000)))).toBeCloseTo(4, 0);
});

test.each<[string, string | Buffer]>([
  ["a text", "I am no music at all.\n".repeat(1_000)],
  ["nothing", ""],
  ["noise", Buffer.from(drums({ bpm: 400, seconds: 3 }).buffer)],
  // Formats that would have ffmpeg open other files, or the network.
  ["a playlist", "#EXTM3U\n#EXT-X-TARGETDURATION:5\n#EXTINF:5,\nhttp://127.0.0.1:9/a.ts\n#EXT-X-ENDLIST\n"],
  ["a list to join", `ffconcat version 1.0\nfile ${at("song.wav")}\n`],
])("a file that holds %s is broken", async (_, content) => {
  const path = at("broken.mp3");
  await writeFile(path, content);
  expect(await decode(path, 5_000)).toMatchObject({ why: "broken" });
});

test("a silent file and a second of sound are nothing to go by", async () => {
  const silent = await writeWav(at("silent.wav"), silence(10));
  expect(await decode(silent, 10_000)).toEqual({ why: "broken", detail: "The file is silent." });
  const short = await writeWav(at("short.wav"), tone({ hertz: 440, seconds: 1, db: -10 }));
  expect(await decode(short, 1_000)).toMatchObject({ why: "broken", detail: expect.stringMatching(/3 s/) });
});

test("a file that has gone is told from a broken one", async () => {
  expect(await decode(at("never.mp3"), 5_000)).toMatchObject({ why: "gone" });
  await symlink(at("nowhere.mp3"), at("dangling.mp3"));
  expect(await decode(at("dangling.mp3"), 5_000)).toMatchObject({ why: "gone" });
});

test("a pipe in a file's place, on which nobody speaks, is given up on", async () => {
  await run("mkfifo", [at("pipe.mp3")]);
  expect(await decode(at("pipe.mp3"), 5_000, 500)).toMatchObject({
    why: "interrupted",
    detail: expect.stringMatching(/0\.5 s/),
  });
});

test("a sparse file of 2 GB that says it is music takes no time and no memory", async () => {
  const path = await writeWav(at("sparse.wav"), tone({ hertz: 440, seconds: 4, db: -10 }));
  const file = await open(path, "r+");
  // It declares all of it.
  const size = Buffer.alloc(4);
  size.writeUInt32LE(2 ** 31 - 100);
  await file.write(size, 0, 4, 40);
  await file.truncate(2 ** 31);
  await file.close();
  const before = process.memoryUsage().rss;
  expect(secondsOf(sounding(await decode(path, 24_000_000)))).toBeLessThan(91);
  expect(process.memoryUsage().rss - before).toBeLessThan(80 * 2 ** 20);
});
