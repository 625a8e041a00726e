import { rm, truncate, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { temporaryFolder } from "../testing-music.ts";
import { MoodPlaylists } from "./mood-playlists.ts";
import { MoodWords } from "./mood-words.ts";

let root: string;
let playlists: MoodPlaylists;

beforeEach(async () => {
  root = await temporaryFolder();
  playlists = new MoodPlaylists(MoodWords.load());
});

async function written(name: string, text: string): Promise<string> {
  const path = join(root, name);
  await writeFile(path, text);
  return path;
}

const namesFor = (song: string) => playlists.namesFor(join(root, song), root);

test("songs on a playlist that is named for a mood are known by it, those on others are not", async () => {
  expect(playlists.update(await written("Calm.m3u", "A/one.mp3\n"))).toBe(true);
  expect(playlists.update(await written("Bob Dylan.m3u8", "A/one.mp3\nA/two.mp3\n"))).toBe(false);
  expect(namesFor("A/one.mp3")).toEqual(["Calm"]);
  expect(namesFor("A/two.mp3")).toEqual([]);
});

test("Mien's own list of a mood is no person's word, but for the songs that a person placed", async () => {
  const list =
    "#EXTM3U\n#PLAYLIST:Calm\n#MIEN-PLAYLIST\none.mp3\n#MIEN-PLACED-BY-A-PERSON\ntwo.mp3\nthree.mp3\n";
  playlists.update(await written("Calm.m3u8", list));
  expect(["one.mp3", "two.mp3", "three.mp3"].map(namesFor)).toEqual([[], ["Calm"], []]);
});

test("the title inside a playlist counts where its name says nothing", async () => {
  playlists.update(await written("list-17.m3u", "#PLAYLIST:Party\none.mp3\n"));
  expect(namesFor("one.mp3")).toEqual(["Party"]);
});

test("a song on several is known by all, in order", async () => {
  playlists.update(await written("Sad.m3u", "one.mp3"));
  playlists.update(await written("Calm.m3u", "one.mp3"));
  expect(namesFor("one.mp3")).toEqual(["Calm", "Sad"]);
});

test("case and the way that accents are written don't matter", async () => {
  playlists.update(await written("Calm.m3u", "artist/CAFE\u0301.MP3"));
  expect(namesFor("Artist/Café.mp3")).toEqual(["Calm"]);
});

test("a path of another machine means the file that lies the same way below the music folder", async () => {
  playlists.update(await written("Calm.m3u", "D:\\Musik\\Artist\\song.mp3\n/home/anna/Music/B/two.mp3"));
  expect(namesFor("Artist/song.mp3")).toEqual(["Calm"]);
  expect(namesFor("B/two.mp3")).toEqual(["Calm"]);
  expect(namesFor("Other/song.mp3")).toEqual([]);
});

test("a playlist is read again only when it has changed, and forgotten when it has gone", async () => {
  const path = await written("Calm.m3u", "one.mp3");
  playlists.update(path);
  expect(playlists.update(path)).toBe(false);
  await writeFile(path, "two.mp3");
  await utimes(path, new Date(), new Date(Date.now() + 5_000));
  expect(playlists.update(path)).toBe(true);
  expect(namesFor("one.mp3")).toEqual([]);
  expect(namesFor("two.mp3")).toEqual(["Calm"]);
  await rm(path);
  expect(playlists.update(path)).toBe(true);
  expect(namesFor("two.mp3")).toEqual([]);
});

test("a playlist of two thousand million bytes is read as far as four million go", async () => {
  const path = await written("Calm.m3u", "one.mp3\n");
  await truncate(path, 2_000_000_000);
  expect(playlists.update(path)).toBe(true);
  expect(namesFor("one.mp3")).toEqual(["Calm"]);
});
