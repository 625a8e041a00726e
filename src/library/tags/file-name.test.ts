import { expect, test } from "vitest";
import { isAudioName, namedTrack, tidy } from "./file-name.ts";

test.each([
  ["/m/03 - A title.mp3", "A title", []],
  ["/m/03. A title.flac", "A title", []],
  ["/m/1-07 A title.flac", "A title", []],
  ["/m/07 A title.ogg", "A title", []],
  ["/m/12 - Somebody - A title.mp3", "A title", ["Somebody"]],
  ["/m/Some_song_name.wav", "Some song name", []],
  ["/m/99 Luftballons.mp3", "99 Luftballons", []],
  ["/m/1979.mp3", "1979", []],
  ["/m/07.mp3", "07", []],
  ["/m/Jean-Luc.opus", "Jean-Luc", []],
  ["/m/ .mp3", "Untitled", []],
])("%s is named %s", (path, title, artists) => {
  expect(namedTrack(path)).toEqual({ title, artists });
});

test("six formats are music, whatever the case", () => {
  const yes = ["a.mp3", "a.MP3", "a.flac", "a.ogg", "a.oga", "a.opus", "a.M4a", "a.wav"];
  expect(yes.filter((name) => !isAudioName(name))).toEqual([]);
  expect(["a.txt", "mp3", "a.mp3.part", "a.jpg", "a.m3u"].filter(isAudioName)).toEqual([]);
});

test("text that could disturb a page is tidied", () => {
  expect(tidy("a\u0000b\n c\u202e  d")).toBe("a b c d");
  expect(tidy("x".repeat(9_999)).length).toBe(300);
});
