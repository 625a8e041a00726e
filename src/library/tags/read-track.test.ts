import { execFileSync } from "node:child_process";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import type { ScannedFile } from "../../protocol/library.ts";
import { MoodWords } from "../moods/mood-words.ts";
import { foundFile, type MusicForTests, makeMusic, makePicture, temporaryFolder } from "../testing-music.ts";
import { readTrack } from "./read-track.ts";

const words = MoodWords.load();
const folder = await temporaryFolder();
const cover = await makePicture(join(folder, "picture.jpg"));
const [happy] = words.affectsOf({ moods: ["happy"] });
let count = 0;

async function read(path: string, root = folder): Promise<ScannedFile> {
  const row = await readTrack(await foundFile(path), root, words);
  if (!row) throw new Error(`${path} has gone.`);
  return row;
}

async function made(ending: string, music: MusicForTests = {}): Promise<ScannedFile> {
  return read(await makeMusic(join(folder, `${++count}.${ending}`), music));
}

const tags = {
  title: "A title",
  artist: "Somebody",
  album: "An album",
  date: "1998",
  genre: "Jazz",
  language: "ger",
};

test.each(["mp3", "flac", "ogg", "opus", "m4a", "wav"])(
  "%s gives its tags and its length",
  async (ending) => {
    const { track, contentHash } = await made(ending, { tags });
    const { durationMs, ...said } = track;
    expect(said).toMatchObject({
      title: "A title",
      artists: ["Somebody"],
      album: "An album",
      year: 1998,
      genres: ["Jazz"],
      affects: [{ from: "genre" }],
      unplayable: null,
    });
    expect(Math.abs(durationMs - 3_000)).toBeLessThan(100);
    expect(contentHash).toMatch(/^[0-9a-f]{64}$/);
    // ffmpeg writes no language into M4A.
    expect(said.languages).toEqual(ending === "m4a" ? [] : ["de"]);
  },
);

test.each([
  ["mp3", "TMOO", "4"],
  ["mp3", "MOOD", "4"],
  ["mp3", "TMOO", "3"],
  ["mp3", "MOOD", "3"],
])("%s: the mood is read from %s in ID3v2.%s", async (ending, name, version) => {
  const { track } = await made(ending, {
    tags: { [name]: "Happy", genre: "Doom" },
    extra: ["-id3v2_version", version],
  });
  expect(track.affects[0]).toEqual({ ...happy, word: "Happy" });
});

test("the mood is read from a real TMOO frame in ID3v2.3, which only ID3v2.4 knows", async () => {
  const path = await makeMusic(join(folder, "tmoo.mp3"), {
    tags: { title: "x" },
    extra: ["-id3v2_version", "3"],
  });
  const bytes = await readFile(path);
  // ffmpeg itself would write TXXX, so its title's frame is turned into this one.
  const frame = bytes.indexOf("TIT2");
  bytes.write("TMOO", frame, "latin1");
  const text = Buffer.from("\x00happy", "latin1");
  const head = Buffer.alloc(6);
  head.writeUInt32BE(text.length);
  const whole = Buffer.concat([bytes.subarray(0, frame + 4), head, text, bytes.subarray(frame + 13)]);
  whole.writeUInt8(whole.readUInt8(9) + (whole.length - bytes.length), 9);
  await writeFile(path, whole);
  expect((await read(path)).track.affects).toEqual([happy]);
});

test.each(["flac", "ogg", "opus"])("%s: the mood is read from the Vorbis comment MOOD", async (ending) => {
  expect((await made(ending, { tags: { MOOD: "happy" } })).track.affects).toEqual([happy]);
});

test("several mood words are averaged, and trusted less the farther they lie apart", async () => {
  const { track } = await made("flac", { tags: { MOOD: "happy; sad" } });
  expect(track.affects[0]?.point.valence).toBeCloseTo(0.07, 1);
  expect(track.affects[0]?.confidence).toBeLessThan(0.3);
});

test("without a mood tag or a genre the folder's name tells", async () => {
  const root = await temporaryFolder();
  const { path } = await made("mp3");
  const inside = join(root, "Calm music/Somebody/Dark side of the album", "song.mp3");
  await mkdir(dirname(inside), { recursive: true });
  await rename(path, inside);
  expect((await read(inside, root)).track.affects[0]).toMatchObject({
    from: "folder",
    point: words.affectsOf({ moods: ["calm"] })[0]?.point,
  });
});

test("the music folder's own name is no mood, and neither is that of one above it", async () => {
  const root = join(await temporaryFolder(), "Party/cafe");
  for (const place of ["song.mp3", "Somebody/song.mp3"]) {
    const { path } = await made("mp3");
    const inside = join(root, place);
    await mkdir(dirname(inside), { recursive: true });
    await rename(path, inside);
    expect((await read(inside, root)).track.affects).toEqual([]);
    // However the setting is written.
    expect((await read(inside, `${root}/`)).track.affects).toEqual([]);
  }
});

test("a file without tags is named after its file", async () => {
  const path = await makeMusic(join(folder, "07 - Some_body - A tune.mp3"));
  expect((await read(path)).track).toMatchObject({ title: "A tune", artists: ["Some_body"], affects: [] });
});

test("several artists are several only where the tags say so", async () => {
  const multiple = await made("flac", { tags: { artist: "One" }, extra: ["-metadata", "ARTISTS=One"] });
  expect(multiple.track.artists).toEqual(["One"]);
  const band = await made("mp3", { tags: { artist: "AC/DC" }, extra: ["-id3v2_version", "3"] });
  expect(band.track.artists).toEqual(["AC/DC"]);
  const two = await made("mp3", { tags: { artist: "Queen/David Bowie" }, extra: ["-id3v2_version", "3"] });
  expect(two.track.artists).toEqual(["Queen", "David Bowie"]);
  const and = await made("ogg", { tags: { artist: "Earth, Wind & Fire" } });
  expect(and.track.artists).toEqual(["Earth, Wind & Fire"]);
});

test("a comment counts as a mood tag where every word of it tells a mood, and no mood tag does", async () => {
  const from = async (tags: Record<string, string>) => (await made("flac", { tags })).track.affects;
  const [said] = await from({ COMMENT: "Happy" });
  expect(said).toMatchObject({ from: "tag", point: happy?.point });
  expect(said?.confidence).toBeLessThan(happy?.confidence ?? 0);
  expect(await from({ COMMENT: "Happy to have found this one" })).toEqual([]);
  expect(await from({ COMMENT: "Happy", MOOD: "Sad" })).toEqual(words.affectsOf({ moods: ["Sad"] }));
  expect(await from({ OCCASION: "Party" })).toMatchObject([{ from: "tag" }]);
});

test("what a tagger says a song is not does not count", async () => {
  const { track } = await made("mp3", { tags: { "ab:mood": "Not sad; Happy" } });
  expect(track.affects).toEqual([{ ...happy, word: "Happy" }]);
});

test("a playlist that holds the song is told as such", async () => {
  const path = await makeMusic(join(folder, "listed.mp3"));
  const row = await readTrack(await foundFile(path, { playlists: ["Calm"] }), folder, words);
  expect(row?.track.affects).toEqual(words.affectsOf({ playlists: ["Calm"] }));
});

test("tempo and ISRC are read, and what can't be one is left out", async () => {
  const said = await made("flac", { tags: { BPM: "128,5", ISRC: "DE-A12-98-00042" } });
  expect(said.track).toMatchObject({ bpm: 128.5, isrc: "DEA129800042" });
  expect((await made("mp3", { tags: { TBPM: "0", TSRC: "none" } })).track).toMatchObject({
    bpm: null,
    isrc: null,
  });
});

test("ReplayGain is taken as it is, R128 to the same reference", async () => {
  expect((await made("flac", { tags: { REPLAYGAIN_TRACK_GAIN: "-3.21 dB" } })).track.gainDb).toBe(-3.21);
  expect((await made("opus", { tags: { R128_TRACK_GAIN: "-1024" } })).track.gainDb).toBe(1);
  expect((await made("mp3", { tags: { REPLAYGAIN_TRACK_GAIN: "+900 dB" } })).track.gainDb).toBeNull();
});

test("the explicit flag is true, false or unknown", async () => {
  expect((await made("mp3", { tags: { ITUNESADVISORY: "1" } })).track.explicit).toBe(true);
  expect((await made("flac", { tags: { ITUNESADVISORY: "2" } })).track.explicit).toBe(false);
  expect((await made("ogg")).track.explicit).toBeNull();
  expect((await made("ogg", { tags: { title: "A song [Explicit]" } })).track.explicit).toBe(true);
  expect((await made("ogg", { tags: { title: "Explicit memories" } })).track.explicit).toBeNull();
});

test.each(["mp3", "flac", "m4a"])("%s: an embedded picture is seen", async (ending) => {
  expect((await made(ending, { cover })).track.cover).toBe("embedded");
});

test("editing the tags leaves the content hash as it was", async () => {
  for (const ending of ["mp3", "flac", "ogg", "opus", "m4a", "wav"]) {
    const before = await made(ending, { tags: { title: "Before" } });
    const path = join(folder, `edited.${ending}`);
    const title = "title=After, with many more letters than there were";
    const retag = ["-metadata", title, "-metadata:s:a:0", title, "-c", "copy"];
    execFileSync("ffmpeg", ["-v", "error", "-y", "-i", before.path, ...retag, path]);
    const after = await read(path);
    expect(after.track.title).toContain("After");
    expect(after.contentHash, ending).toBe(before.contentHash);
  }
});

test("another song has another content hash", async () => {
  expect((await made("mp3", { tone: 300 })).contentHash).not.toBe(
    (await made("mp3", { tone: 301 })).contentHash,
  );
});

test("a varying bit rate without a table of contents still gives the right length", async () => {
  const { track } = await made("mp3", { seconds: 8, extra: ["-q:a", "4", "-write_xing", "0"] });
  expect(Math.abs(track.durationMs - 8_000)).toBeLessThan(150);
});

test("what an old tagger wrote in UTF-8 or in Cyrillic, and called Latin-1, is read", async () => {
  const sound = await readFile(
    await makeMusic(join(folder, "untagged.mp3"), { extra: ["-id3v2_version", "0"] }),
  );
  const frame = (id: string, text: Buffer) => {
    const head = Buffer.alloc(11);
    head.write(id, 0, "latin1");
    head.writeUInt32BE(text.length + 1, 4);
    return Buffer.concat([head, text]);
  };
  const katyusha = Buffer.from([0xca, 0xe0, 0xf2, 0xfe, 0xf8, 0xe0]);
  const frames = Buffer.concat([frame("TIT2", katyusha), frame("TPE1", Buffer.from("Jürgen Øster"))]);
  const path = join(folder, "old.mp3");
  await writeFile(
    path,
    Buffer.concat([Buffer.from([0x49, 0x44, 0x33, 3, 0, 0, 0, 0, 0, frames.length]), frames, sound]),
  );
  expect((await read(path)).track).toMatchObject({ title: "Катюша", artists: ["Jürgen Øster"] });
});

test("a disc's “Track 3” by an “Unknown Artist” goes by its file's name, and is by nobody", async () => {
  const unnamed = { title: "Track 3", artist: "Unknown Artist" };
  const sorted = await makeMusic(join(folder, "03 - Rosa Lind - Kite Weather.mp3"), { tags: unnamed });
  expect((await read(sorted)).track).toMatchObject({ title: "Kite Weather", artists: ["Rosa Lind"] });
  const unsorted = await makeMusic(join(folder, "Track 3.mp3"), { tags: unnamed });
  expect((await read(unsorted)).track).toMatchObject({ title: "Track 3", artists: [] });
});
