import { expect, test } from "vitest";
import { isSystemFile } from "./system-file.ts";

test.each([
  "Album/.DS_Store",
  "Album/Thumbs.db",
  "Album/desktop.ini",
  "Album/._01 Song.mp3",
  "__MACOSX/Album/01 Song.mp3",
  "Album/@eaDir/01 Song.mp3/SYNOAUDIO_01APIC_03.jpg",
  "Album/AlbumArt_{D2BB}_Large.jpg",
  "Album/AlbumArtSmall.jpg",
  "Album/Icon\r",
  ".nomedia",
])("%j is the system's own", (path) => {
  expect(isSystemFile(path)).toBe(true);
});

test.each([
  "Album/cover.jpg",
  "Album/Calm.m3u8",
  ".hidden/Song.mp3",
  "Icon.mp3",
  "notes.txt",
  "../x.mp3",
  "/",
])("%j is a person's", (path) => {
  expect(isSystemFile(path)).toBe(false);
});
