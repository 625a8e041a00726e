import { afterEach, beforeEach, expect, test } from "vitest";
import type { AffectSource, Track, TrackAffect } from "../../protocol/music.ts";
import { anyCandidate, openTestStore, scannedFile, type TestStore } from "../testing.ts";

let opened: TestStore;
beforeEach(async () => {
  opened = await openTestStore();
});
afterEach(() => opened.remove());

/** A word of each source that stands where no other does. */
const word = (from: AffectSource, confidence = 0.5): TrackAffect => ({
  point: { valence: from.length / 10, arousal: -confidence },
  confidence,
  from,
});

async function put(affects: readonly TrackAffect[], contentHash = "one"): Promise<Track> {
  await opened.store.library.put([scannedFile("/music/a.mp3", { contentHash, track: { affects } })]);
  return the();
}

async function the(): Promise<Track> {
  const { tracks } = await opened.store.library.list({ search: null, limit: 1, offset: 0 });
  if (tracks[0] === undefined) throw new Error("The file made no track.");
  return tracks[0];
}

const sources = async (): Promise<readonly AffectSource[]> =>
  (await opened.store.library.evidence((await the()).id)).map(({ from }) => from);

test.each<[readonly TrackAffect[], AffectSource]>([
  [[word("genre"), word("folder"), word("playlist"), word("tag")], "tag"],
  [[word("genre", 0.9), word("folder", 0.1), word("playlist", 0.1)], "playlist"],
  [[word("genre", 0.9), word("folder", 0.1)], "folder"],
  [[word("genre", 0.1)], "genre"],
])("of what files say, %j, %s holds", async (affects, from) => {
  const track = await put(affects);
  expect(track.affect).toEqual(affects.find((affect) => affect.from === from));
  expect((await sources())[0]).toBe(from);
  expect((await sources()).toSorted()).toEqual(affects.map((affect) => affect.from).toSorted());
});

test("the word that a file says is kept beside where it puts the song, and goes with it", async () => {
  const evidence = async () => opened.store.library.evidence((await the()).id);
  await put([{ ...word("tag"), word: "mellow" }, word("genre")]);
  expect(await evidence()).toEqual([{ ...word("tag"), word: "mellow" }, word("genre")]);
  await put([{ ...word("tag"), word: "sad" }]);
  expect(await evidence()).toEqual([{ ...word("tag"), word: "sad" }]);
  await put([word("tag")]);
  expect(await evidence()).toEqual([word("tag")]);
});

test("the sound is below every word of a file, and beside the genre the surer one holds", async () => {
  const { id } = await put([word("genre", 0.4)]);
  const { library } = opened.store;
  const hear = (confidence: number) =>
    library.putSound(id, { version: "1", ...word("sound", confidence), features: { bpm: 120 } });
  await hear(0.3);
  expect((await the()).affect?.from).toBe("genre");
  await hear(0.6);
  expect((await the()).affect).toEqual(word("sound", 0.6));
  await put([word("genre", 0.4), word("folder", 0.1)]);
  expect((await the()).affect?.from).toBe("folder");
  expect(await sources()).toEqual(["folder", "genre", "sound"]);
});

test("a person's word holds over all others until it is taken back, however often the file is read", async () => {
  const { id } = await put([word("tag")]);
  const point = { valence: -0.25, arousal: 0.75 };
  expect(await opened.store.library.correct([id, "unknown"], point)).toBe(1);
  const theirs: TrackAffect = { point, confidence: 1, from: "person" };
  expect((await the()).affect).toEqual(theirs);
  const [candidate] = await opened.store.library.candidates(anyCandidate());
  expect(candidate).toMatchObject({ affect: point, track: { affect: theirs } });
  expect((await put([word("playlist")])).affect).toEqual(theirs);
  expect(await sources()).toEqual(["person", "playlist"]);
  expect(await opened.store.library.correct([id], null)).toBe(1);
  expect((await the()).affect).toEqual(word("playlist"));
  expect(await opened.store.library.correct([id], null)).toBe(1);
});

test("a guest's word holds over the file's, gives way to the owner's, and is there again without it", async () => {
  const { id } = await put([word("tag")]);
  const [point, owners] = [
    { valence: -0.25, arousal: 0.75 },
    { valence: 0.5, arousal: 0 },
  ];
  await opened.store.library.correct([id], point, "guest");
  expect((await the()).affect).toEqual({ point, confidence: 1, from: "guest" });
  await opened.store.library.correct([id], owners);
  expect((await put([word("playlist")])).affect).toMatchObject({ point: owners, from: "person" });
  expect(await sources()).toEqual(["person", "guest", "playlist"]);
  expect(await opened.store.library.corrections(0, 10)).toMatchObject([{ track: id, point: owners }]);
  await opened.store.library.correct([id], null);
  expect((await the()).affect).toMatchObject({ point, from: "guest" });
  await opened.store.library.correct([id], null, "guest");
  expect((await the()).affect).toEqual(word("playlist"));
});

test("many tracks are corrected at once, and are listed with where they were put", async () => {
  const files = Array.from({ length: 2500 }, (_, index) =>
    scannedFile(`/music/${index}.mp3`, { track: { title: `${10_000 + index}`, affect: null } }),
  );
  await opened.store.library.put(files);
  const ids: string[] = [];
  for (const { track } of await opened.store.library.page(0, 5000)) ids.push(track.id);
  const point = { valence: 0.5, arousal: -0.5 };
  expect(await opened.store.library.correct(ids, point)).toBe(2500);
  const { library } = opened.store;
  const page = await library.corrections(0, 2000);
  expect(page).toHaveLength(2000);
  expect(page[1]).toMatchObject({ track: ids[1], title: "10001", artists: ["The Examples"], point });
  const rest = await library.corrections(page.at(-1)?.seq ?? 0, 2000);
  expect([...page, ...rest].map(({ track }) => track)).toEqual(ids);
  expect(await opened.store.library.candidates(anyCandidate({ target: point, limit: 3 }))).toHaveLength(3);
});

test("what an old recording sounded like is forgotten with it, what a person said is not", async () => {
  const { id } = await put([], "old recording");
  const estimate = { version: "1", ...word("sound"), features: { bpm: 90 } };
  await opened.store.library.putSound(id, estimate);
  await opened.store.library.correct([id], { valence: 0, arousal: 0 });
  expect((await put([], "new recording")).id).toBe(id);
  expect(await sources()).toEqual(["person"]);
  expect(await opened.store.library.sound(id)).toBeNull();
  expect(await opened.store.library.soundCounts({ version: "1", without: null })).toEqual({ done: 0, of: 1 });
});

test("a track without evidence stands nowhere, and an unknown one has none", async () => {
  expect((await put([])).affect).toBeNull();
  expect(await sources()).toEqual([]);
  expect(await opened.store.library.evidence("unknown")).toEqual([]);
});
