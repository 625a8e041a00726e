import { randomBytes } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeMusic, makePicture, temporaryFolder } from "../testing-music.ts";
import { sniff } from "./sniff.ts";
import { Sniffer } from "./sniffer.ts";

const folder = await temporaryFolder();
const mp3 = await makeMusic(join(folder, "song.mp3"));
const flac = await makeMusic(join(folder, "song.flac"));
const opus = await makeMusic(join(folder, "song.opus"));
const png = await makePicture(join(folder, "picture.png"));

async function written(name: string, bytes: Uint8Array | string) {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return path;
}

test("music is known by its sound, whatever it is called", () => {
  expect(sniff(mp3, "song.mp3")).toEqual({
    kind: "music",
    ending: null,
    contentHash: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  expect(sniff(flac, "song.mp3")).toMatchObject({ kind: "music", ending: ".flac" });
  expect(sniff(opus, "song.OPUS")).toMatchObject({ kind: "music", ending: null });
  expect(sniff(opus, "song")).toMatchObject({ kind: "music", ending: ".ogg" });
});

test.each([mp3, flac, opus])(
  "music that was cut off is refused, with what became of it: %#",
  async (path) => {
    const whole = await readFile(path);
    const half = await written("half", whole.subarray(0, Math.floor(whole.length / 2)));
    expect(sniff(half, "half.mp3")).toEqual({
      fault: expect.stringMatching(/^half\.mp3 .*was cut short.* Copy it again\.$/),
    });
  },
);

test("cover pictures and playlists come along by their names and their contents", async () => {
  const playlist = await written("Calm.m3u8", "#EXTM3U\nsong.mp3\n");
  const utf16 = await written("Lively.m3u", Buffer.from("\ufeffsong.mp3\n", "utf16le"));
  expect(sniff(png, "cover.png")).toMatchObject({ kind: "picture" });
  expect(sniff(playlist, "Calm.m3u8")).toMatchObject({ kind: "playlist" });
  expect(sniff(utf16, "Lively.m3u")).toMatchObject({ kind: "playlist" });
});

test("anything else is refused with its name and the reason", async () => {
  const fault = (path: string, name: string) =>
    expect(sniff(path, name)).toEqual({ fault: expect.stringContaining(name) });
  fault(png, "holiday.png");
  fault(mp3, "cover.jpg");
  fault(mp3, "Calm.m3u");
  fault(await written("page.mp3", "<html>".repeat(1000)), "page.mp3");
  fault(await written("random.flac", randomBytes(100_000)), "random.flac");
  fault(await written("empty.mp3", ""), "empty.mp3");
  await mkdir(join(folder, "folder.mp3"));
  fault(join(folder, "folder.mp3"), "folder.mp3");
});

test("in its thread it answers the same, one after the other, and says when a file has gone", async () => {
  const sniffer = new Sniffer();
  const gone = join(folder, "gone.mp3");
  const [one, two, three] = await Promise.all([
    sniffer.sniff(mp3, "song.mp3"),
    sniffer.sniff(gone, "gone.mp3"),
    sniffer.sniff(flac, "song.flac"),
  ]);
  expect(one).toEqual(sniff(mp3, "song.mp3"));
  expect(two).toEqual({ lost: expect.stringContaining("gone.mp3 can't be read where it was put") });
  expect(three).toEqual(sniff(flac, "song.flac"));
  await rename(mp3, gone);
  expect(await sniffer.sniff(gone, "gone.mp3")).toEqual(one);
  await sniffer.stop();
});
