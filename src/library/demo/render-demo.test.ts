import { execFileSync } from "node:child_process";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { afterEach, expect, test } from "vitest";
import { coverPicture } from "../covers/cover-picture.ts";
import { MoodWords } from "../moods/mood-words.ts";
import { readTrack } from "../tags/read-track.ts";
import { foundFile, temporaryFolder } from "../testing-music.ts";
import { coverSvg, drawCover } from "./draw-cover.ts";
import type { Piece } from "./piece.ts";
import { pieces } from "./pieces.ts";
import { renderDemo, withoutComments } from "./render-demo.ts";
import { fileName } from "./render-piece.ts";

const folder = await temporaryFolder();
const two = pieces.filter(({ title }) => title === "Wire Walk" || title === "Window Seat");
const [first] = two as [Piece, Piece];
const lines: string[] = [];
const say = (line: string) => lines.push(line);
const searchPath = process.env.PATH;

afterEach(() => {
  process.env.PATH = searchPath;
});

test("what is rendered is read back by the scanner, with its mood and its cover", async () => {
  await writeFile(join(folder, "own.mp3"), "somebody's own music");
  expect(await renderDemo({ folder, pieces: two, say })).toEqual({ rendered: 2, kept: 0 });
  expect(lines.length).toBe(2);
  const path = join(folder, fileName(first));
  const words = MoodWords.load();
  const row = await readTrack(await foundFile(path), folder, words);
  expect(row?.track).toMatchObject({
    title: first.title,
    artists: [first.artist],
    album: first.album,
    year: first.year,
    genres: [first.genre],
    languages: ["zxx"],
    cover: "embedded",
    affects: words.affectsOf({ moods: [first.moodWord], genres: [first.genre] }),
    unplayable: null,
  });
  expect(row?.track.gainDb).toBeCloseTo(-2, 0);
  const cover = await coverPicture(path, "embedded");
  expect(await sharp(cover?.bytes).metadata()).toMatchObject({ format: "jpeg", width: 600, height: 600 });
});

test("ffmpeg agrees about loudness and peaks of the finished file", () => {
  const report = execFileSync(
    "sh",
    ["-c", 'ffmpeg -nostats -i "$0" -af ebur128=peak=sample -f null - 2>&1', join(folder, fileName(first))],
    { encoding: "utf8" },
  );
  const figure = (name: RegExp) => Number(report.slice(report.lastIndexOf("Summary")).match(name)?.[1]);
  expect(Math.abs(figure(/I:\s+(-?[\d.]+)/) + 16)).toBeLessThan(0.8);
  expect(figure(/Peak:\s+(-?[\d.]+)/)).toBeLessThan(-1);
});

test("a second time nothing is rendered, and nothing half-written lies about", async () => {
  const before = await readFile(join(folder, fileName(first)));
  expect(await renderDemo({ folder, pieces: two, say })).toEqual({ rendered: 0, kept: 2 });
  expect((await readFile(join(folder, fileName(first)))).equals(before)).toBe(true);
  expect((await readdir(folder)).sort()).toEqual(
    [".demo-music.json", ...two.map(fileName), "own.mp3"].sort(),
  );
});

test("without ffmpeg it says so, and leaves no file that looks whole", async () => {
  const empty = await temporaryFolder();
  process.env.PATH = "/nowhere";
  await expect(renderDemo({ folder: empty, pieces: [first], say })).rejects.toThrow(
    /ffmpeg can't be started.*install it/,
  );
  expect(await readdir(empty)).toEqual([".demo-music.json"]);
});

test("what older code rendered goes, and only that", async () => {
  const stamp = join(folder, ".demo-music.json");
  await writeFile(stamp, JSON.stringify({ version: "older", files: [...two.map(fileName), "../gone.mp3"] }));
  expect(await renderDemo({ folder, pieces: [], say })).toEqual({ rendered: 0, kept: 0 });
  expect((await readdir(folder)).sort()).toEqual([".demo-music.json", "own.mp3"]);
});

test("another comment is no reason to render anew, other code is", () => {
  const code = 'const low = 33; // E1\n/** Into the octave. */\nconst link = "http://a/b";\n';
  const commented =
    '// The low octave.\nconst low = 33; // A1\n\n/** Into\n * it. */\nconst link = "http://a/b";\n';
  expect(withoutComments(commented)).toBe(withoutComments(code));
  expect(withoutComments(code.replace("33", "28"))).not.toBe(withoutComments(code));
  expect(withoutComments(code.replace("a/b", "a/c"))).not.toBe(withoutComments(code));
});

test("covers are square JPEGs, the same for the same piece and different for others", async () => {
  expect(await sharp(await drawCover(first)).metadata()).toMatchObject({
    format: "jpeg",
    width: 600,
    height: 600,
  });
  expect(coverSvg(first)).toBe(coverSvg(first));
  expect(new Set(pieces.map(coverSvg)).size).toBe(pieces.length);
});
