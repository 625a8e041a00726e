import { createHash } from "node:crypto";
import { mkdir, mkdtemp, rm, statfs, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeCover, makeSeeds, type SeedFormat } from "./seeds.ts";
import { songWriters } from "./songs.ts";
import type { SongTags } from "./tags.ts";

/** A hundred thousand of them take some 8 GB. */
const bytesEach = 80_000;
const songsPerAlbum = 12;
const albumsPerArtist = 3;

/** As in most collections MP3 leads; out of a hundred. */
const shares: readonly (readonly [SeedFormat, number])[] = [
  ["mp3", 55],
  ["flac", 20],
  ["m4a", 12],
  ["ogg", 6],
  ["opus", 5],
  ["wav", 2],
];
const formats = shares.flatMap(([format, share]) => Array<SeedFormat>(share).fill(format));
const genres = ["Jazz", "Pop", "Rock", "Ambient", "Soul", "House", "Folk", "Classical", "Unheard-of"];
const moods = ["Happy", "Sad; quiet", "Energetic", "Calm", "Melancholic", "Party"];
const languages = ["eng", "ger", "fre", "spa", "zxx"];
const words = "Amber Blue Cloud Dance Ember Field Golden Harbour Island June Kite Lantern Night Ocean".split(
  " ",
);
const playlists = ["Calm", "Party", "Sad songs", "Focus", "Road trip 2019"];

export interface MadeLibrary {
  folder: string;
  files: number;
  bytes: number;
  remove(): Promise<void>;
}

/** Folders of artists and albums with songs that have real tags, and playlists beside them. The same in every run. */
export async function makeLibrary(files: number): Promise<MadeLibrary> {
  const folder = await mkdtemp(join(tmpdir(), "mien-bench-library-"));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    const { bavail, bsize } = await statfs(folder);
    if (bavail * bsize < files * bytesEach * 1.1)
      throw new Error(
        `${files} files take ${((files * bytesEach) / 1e9).toFixed(1)} GB in ${tmpdir()}: make room there, or set TMPDIR.`,
      );
    const write = songWriters(await makeSeeds(folder));
    const cover = await makeCover(folder);
    const music = join(folder, "music");
    let bytes = 0;
    const named: string[] = [];
    for (let from = 0; from < files; from += songsPerAlbum) {
      const album = from / songsPerAlbum;
      const artist = Math.floor(album / albumsPerArtist);
      const inside = join(`Artist ${artist}`, `${word(album)} ${word(album * 5)} ${album}`);
      await mkdir(join(music, inside), { recursive: true });
      if (album % 4 === 0) await writeFile(join(music, inside, "cover.jpg"), cover);
      const songs = Array.from({ length: Math.min(songsPerAlbum, files - from) }, async (_, index) => {
        const number = from + index;
        const format = formats[(number * 37) % formats.length] ?? "mp3";
        const tags = tagsOf(number, artist, album, album % 4 === 1 ? cover : null);
        const path = join(inside, `${String(index + 1).padStart(2, "0")} - ${tags.title}.${format}`);
        const song = write[format](tags, number + 1);
        bytes += song.length;
        if (number % 500 === 0) named.push(path);
        await writeFile(join(music, path), song);
      });
      await Promise.all(songs);
    }
    for (const [index, name] of playlists.entries())
      await writeFile(
        join(music, `${name}.m3u8`),
        `#EXTM3U\n${named.filter((_, at) => at % playlists.length === index).join("\n")}\n`,
      );
    return { folder: music, files, bytes, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

function word(number: number): string {
  return words[number % words.length] ?? "";
}

function tagsOf(number: number, artist: number, album: number, cover: Buffer | null): SongTags {
  const dice = createHash("sha1").update(String(number)).digest();
  const of = <T>(list: readonly T[], byte: number): T => list[dice.readUInt8(byte) % list.length] as T;
  return {
    title: `${of(words, 0)} ${of(words, 1)} ${number}`,
    artist: `Artist ${artist}`,
    album: `${word(album)} ${word(album * 5)} ${album}`,
    genre: of(genres, 2),
    year: 1960 + (dice.readUInt8(3) % 65),
    track: (number % songsPerAlbum) + 1,
    bpm: 60 + (dice.readUInt8(4) % 120),
    isrc: `DEA12${String(number).padStart(7, "0")}`,
    language: of(languages, 5),
    gainDb: -(dice.readUInt8(6) % 120) / 10,
    mood: dice.readUInt8(7) < 64 ? of(moods, 8) : null,
    cover,
  };
}
