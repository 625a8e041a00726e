import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { MoodWords } from "../moods/mood-words.ts";
import { foundFile, makeMusic, temporaryFolder } from "../testing-music.ts";
import { readTrack } from "./read-track.ts";
import { withFreeFormTag } from "./testing-free-form.ts";

const words = MoodWords.load();
const folder = await temporaryFolder();
const [happy] = words.affectsOf({ moods: ["Happy"] });

async function read(path: string) {
  const row = await readTrack(await foundFile(path), folder, words);
  if (!row) throw new Error(`${path} has gone.`);
  return row.track;
}

const said = {
  mood: "Happy",
  language: "fre",
  BPM: "98,5",
  ITUNESADVISORY: "1",
  isrc: "FR-Z11-26-00001",
};
const understood = {
  languages: ["fr"],
  bpm: 98.5,
  explicit: true,
  isrc: "FRZ112600001",
  affects: [happy, { from: "genre" }],
};

test("tags that are named by keys are read, as ffmpeg writes them", async () => {
  const path = await makeMusic(join(folder, "keys.m4a"), {
    tags: { ...said, title: "Été", artist: "Ana Lúz", album: "Post", date: "1998-05-01", genre: "Jazz" },
    extra: ["-movflags", "use_metadata_tags"],
  });
  expect(await read(path)).toMatchObject({
    ...{ title: "Été", artists: ["Ana Lúz"], album: "Post", year: 1998, genres: ["Jazz"] },
    ...understood,
  });
});

test("keys in Apple's long style, in a file for QuickTime, name the same", async () => {
  const path = await makeMusic(join(folder, "quicktime.m4a"), {
    tags: { "com.apple.quicktime.title": "Long", "com.apple.quicktime.artist": "Ana", mood: "Happy" },
    extra: ["-f", "mov", "-movflags", "use_metadata_tags"],
  });
  expect(await read(path)).toMatchObject({ title: "Long", artists: ["Ana"], affects: [happy] });
});

test("iTunes' free-form tags are read", async () => {
  const path = await makeMusic(join(folder, "free.m4a"), { tags: { title: "A title", genre: "Jazz" } });
  let file: Buffer = await readFile(path);
  for (const [name, text] of Object.entries({ ...said, mood: "Happy" }))
    file = withFreeFormTag(file, name, text);
  await writeFile(path, file);
  expect(await read(path)).toMatchObject({ title: "A title", ...understood });
});

test.each([
  ["an impossible size", 3],
  ["no end", 0xffff_ffff],
])(
  "a list of keys whose first has %s names nothing, and the file is read all the same",
  async (_what, size) => {
    const path = await makeMusic(join(folder, `bad ${size}.m4a`), {
      tags: { title: "Lost", mood: "Happy" },
      extra: ["-movflags", "use_metadata_tags"],
    });
    const file = await readFile(path);
    file.writeUInt32BE(size, file.lastIndexOf("keys") + 12);
    await writeFile(path, file);
    expect(await read(path)).toMatchObject({ title: `bad ${size}`, affects: [], unplayable: null });
  },
);
