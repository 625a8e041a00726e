import { randomBytes } from "node:crypto";
import { copyFile, open, readFile, stat, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { ScannedFile } from "../../protocol/library.ts";
import { MoodWords } from "../moods/mood-words.ts";
import { readTrack } from "../tags/read-track.ts";
import { foundFile, makeMusic, makePicture, temporaryFolder } from "../testing-music.ts";

const words = MoodWords.load();
const folder = await temporaryFolder();
const endings = ["mp3", "flac", "ogg", "opus", "m4a", "wav"] as const;
const whole = Object.fromEntries(
  await Promise.all(
    endings.map(async (ending) => [ending, await makeMusic(join(folder, `whole.${ending}`), { seconds: 8 })]),
  ),
) as Record<(typeof endings)[number], string>;

async function read(path: string): Promise<ScannedFile> {
  const row = await readTrack(await foundFile(path), folder, words);
  if (!row) throw new Error(`${path} has gone.`);
  return row;
}

const reasonFor = async (path: string) => (await read(path)).track.unplayable;

async function written(name: string, bytes: Uint8Array | string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return path;
}

test.each(endings)("%s: an empty file says so", async (ending) => {
  expect(await reasonFor(await written(`empty.${ending}`, ""))).toBe("The file is empty: replace it.");
});

test.each(endings)("%s: random bytes are no music", async (ending) => {
  for (let n = 0; n < 20; n++) {
    const path = await written(`random.${ending}`, randomBytes(200_000));
    expect(await reasonFor(path)).toContain("holds no sound in any of the formats");
  }
});

test.each(endings)("%s: a picture under a song's name is no music", async (ending) => {
  const picture = await makePicture(join(folder, "picture.png"));
  expect(await reasonFor(await written(`picture.${ending}`, await readFile(picture)))).toContain(
    "holds no sound",
  );
});

test("sound under another format's name is told with its cure", async () => {
  const path = join(folder, "really-flac.mp3");
  await copyFile(whole.flac, path);
  expect(await reasonFor(path)).toBe(
    "The file holds FLAC sound under another name: give it the right ending.",
  );
});

test.each(endings)("%s: a file cut to its half is left out", async (ending) => {
  const path = join(folder, `half.${ending}`);
  await copyFile(whole[ending], path);
  await truncate(path, Math.floor((await stat(path)).size / 2));
  expect(await reasonFor(path)).toMatch(/cut short/);
});

test.each(endings)("%s: however short it is cut, it becomes a row", async (ending) => {
  const bytes = await readFile(whole[ending]);
  for (const length of [1, 3, 4, 9, 10, 11, 12, 27, 40, 60, 100, 200, 500, 2_000, 5_000]) {
    const row = await read(await written(`cut.${ending}`, bytes.subarray(0, length)));
    expect(row.track.title).toBe("cut");
    if (length <= 100) expect(row.track.unplayable, `${length} bytes`).toMatch(/^The file .*\.$/);
  }
});

test.each(endings)("%s: damage anywhere in its head becomes a row, never an exception", async (ending) => {
  const bytes = await readFile(whole[ending]);
  const damaged = Buffer.from(bytes);
  for (let at = 0; at < 400; at += 7) {
    bytes.copy(damaged);
    damaged.writeUInt32BE(0xffff_ffff, at);
    const { track } = await read(await written(`damaged.${ending}`, damaged));
    expect(track.unplayable === null || track.unplayable.endsWith(".")).toBe(true);
    expect(Number.isFinite(track.durationMs)).toBe(true);
  }
});

test("an ID3 tag that claims more than the file has is told", async () => {
  const bytes = await readFile(whole.mp3);
  bytes.writeUInt32BE(0x7f7f_7f7f, 6);
  expect(await reasonFor(await written("tag.mp3", bytes))).toContain("ends within its own tag");
});

test("pictures that would fill the memory are refused", async () => {
  const path = join(folder, "huge.flac");
  const bytes = await readFile(whole.flac);
  const file = await open(path, "w");
  await file.write(bytes.subarray(0, 42));
  let position = 42;
  for (let n = 0; n < 4; n++) {
    await file.write(Buffer.from([6, 0xff, 0xff, 0xff]), 0, 4, position);
    position += 4 + 0xffffff;
  }
  await file.write(bytes.subarray(42), 0, bytes.length - 42, position);
  await file.close();
  expect(await reasonFor(path)).toBe("The file's tags and pictures take more than 48 MB: remove some.");
});

test("each broken file is its own: two empty ones are not the same song", async () => {
  const [one, two] = [await read(await written("e1.mp3", "")), await read(await written("e2.mp3", ""))];
  expect(one.contentHash).not.toBe(two.contentHash);
});

test("a sound shorter than a second is no song", async () => {
  const path = await makeMusic(join(folder, "blip.wav"), { seconds: 0.4 });
  expect(await reasonFor(path)).toBe("The file is shorter than a second.");
});

test("a WAV whose length was never filled in is read to its end", async () => {
  const bytes = await readFile(whole.wav);
  bytes.writeUInt32LE(0xffff_ffff, bytes.indexOf("data") + 4);
  expect(await reasonFor(await written("streamed.wav", bytes))).toBeNull();
});
