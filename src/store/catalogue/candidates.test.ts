import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Affect } from "../../protocol/mood.ts";
import type { Track } from "../../protocol/music.ts";
import { openDatabase } from "../database.ts";
import { anyCandidate, openTestStore, playBegun, scannedFile, type TestStore } from "../testing.ts";
import { readerCalls } from "../threads/reader.ts";
import { askedCandidates } from "./asked-candidates.ts";
import type { CandidatesAnswer } from "./sent-tracks.ts";

let opened: TestStore;
/** By title. */
let tracks: Map<string, Track>;

function song(title: string, point: Affect | null, track: Partial<Track> = {}) {
  const affect: Track["affect"] = point === null ? null : { point, confidence: 0.5, from: "genre" };
  return scannedFile(`/music/${title}.mp3`, { track: { title, affect, ...track } });
}

const titles = async (query: Parameters<typeof anyCandidate>[0]): Promise<string[]> =>
  (await opened.store.library.candidates(anyCandidate(query))).map(({ track }) => track.title);

const id = (title: string): string => tracks.get(title)?.id ?? "";

const play = async (pickId: string, title: string, startedAt: number): Promise<void> => {
  const track = tracks.get(title);
  if (track === undefined) throw new Error(`There is no ${title}.`);
  await opened.store.plays.begin(playBegun(pickId, track, { startedAt }));
};

/** A hundred points all over the circumplex, its corners and edges among them. */
const scattered = Array.from({ length: 121 }, (_, index) => ({
  valence: (index % 11) / 5 - 1,
  arousal: Math.floor(index / 11) / 5 - 1,
}));

const distance = (one: Affect, other: Affect): number =>
  Math.hypot(one.valence - other.valence, one.arousal - other.arousal);

beforeAll(async () => {
  opened = await openTestStore();
  await opened.store.library.put([
    song("near", { valence: 0.2, arousal: 0.2 }),
    song("far", { valence: -0.9, arousal: -0.9 }),
    song("middle", { valence: 0.2, arousal: -0.3 }, { artists: ["BJÖRK", "Sigur Rós"] }),
    song("explicit", { valence: 0.1, arousal: 0.1 }, { explicit: true }),
    song("clean", { valence: 0.35, arousal: 0.35 }, { explicit: false }),
    song("without affect", null),
    song("broken", { valence: 0.2, arousal: 0.2 }, { unplayable: "It is empty." }),
    song("gone", { valence: 0.2, arousal: 0.2 }),
  ]);
  await opened.store.library.markMissing(["/music/gone.mp3"]);
  const { tracks: listed } = await opened.store.library.list({ search: null, limit: 100, offset: 0 });
  tracks = new Map(listed.map((track) => [track.title, track]));
});
afterAll(() => opened.remove());

describe("candidates", () => {
  const target = { valence: 0.2, arousal: 0.2 };

  test("come nearest first; without affect, broken or gone they are none", async () => {
    expect(await titles({ target })).toEqual(["near", "explicit", "clean", "middle", "far"]);
    expect(await titles({ target: { valence: -1, arousal: -1 }, limit: 2 })).toEqual(["far", "middle"]);
  });

  test("are no more than asked for, and none for none", async () => {
    expect(await titles({ target, limit: 1 })).toEqual(["near"]);
    expect(await titles({ target, limit: 0 })).toEqual([]);
  });

  test("keep out explicit songs where they are not allowed, but not unknown ones", async () => {
    expect(await titles({ target, allowExplicit: false })).toEqual(["near", "clean", "middle", "far"]);
  });

  test("keep out artists, whatever their case and the encoding of their accents", async () => {
    for (const artist of ["björk", "BJO\u0308RK", "sigur rós"])
      expect(await titles({ target, notArtists: [artist] })).not.toContain("middle");
    expect(await titles({ target, notArtists: ["Bjork", "Sigur"] })).toContain("middle");
  });

  test("keep out songs of artists who were heard since a time, and none of those who only sing along with them", async () => {
    const other = await openTestStore();
    const { library, plays } = other.store;
    const by = (title: string, ...artists: string[]) => song(title, { valence: 0, arousal: 0 }, { artists });
    await library.put([by("alone", "Ana"), by("duet", "Ana", "Bo"), by("his", "Bo"), by("nobody's")]);
    const found = async (artistsNotPlayedSince?: number) =>
      (await library.candidates(anyCandidate({ ...(artistsNotPlayedSince && { artistsNotPlayedSince }) })))
        .map(({ track }) => track.title)
        .toSorted();
    const alone = (await library.list({ search: "alone", limit: 1, offset: 0 })).tracks[0] as Track;
    await plays.begin(playBegun("ana", alone, { startedAt: 3000 }));
    expect(await found(3000)).toEqual(["his", "nobody's"]);
    expect(await found(3001)).toHaveLength(4);
    expect(await found()).toHaveLength(4);
    await other.remove();
  });

  test("keep out tracks", async () => {
    expect(await titles({ target, notTracks: [id("near"), id("far"), "unknown"] })).toEqual([
      "explicit",
      "clean",
      "middle",
    ]);
  });

  test("carry their whole track, when it was last played and how often", async () => {
    await play("pick-1", "far", 1000);
    await play("pick-2", "far", 500);
    const [candidate] = await opened.store.library.candidates(
      anyCandidate({ target: { valence: -1, arousal: -1 } }),
    );
    const track = tracks.get("far");
    expect(candidate).toEqual({
      track,
      affect: track?.affect?.point,
      lastPlayedAt: 1000,
      artistLastPlayedAt: 1000,
      plays: 2,
    });
  });

  test("keep out what began at or after a time", async () => {
    await play("pick-3", "middle", 2000);
    expect(await titles({ target, notPlayedSince: 2000 })).not.toContain("middle");
    expect(await titles({ target, notPlayedSince: 2001 })).toContain("middle");
  });
});

test("of many songs at one point, those heard longest ago come first", async () => {
  const other = await openTestStore();
  const point = { valence: 0.5, arousal: 0.5 };
  await other.store.library.put(["a", "b", "c", "d"].map((title) => song(title, point)));
  const before = await other.store.library.candidates(anyCandidate());
  for (const [index, { track }] of before.slice(0, 2).entries())
    await other.store.plays.begin(playBegun(`pick-${index}`, track, { startedAt: 2000 - index * 1000 }));
  const after = await other.store.library.candidates(anyCandidate());
  const titles = before.map(({ track }) => track.title);
  expect(after.map(({ track }) => track.title)).toEqual([2, 3, 1, 0].map((index) => titles[index]));
  await other.remove();
});

test("of a hundred albums at one point, none fills the answer", async () => {
  const other = await openTestStore();
  const point = { valence: 0.5, arousal: 0.5 };
  const albums = Array.from({ length: 100 }, (_, album) =>
    Array.from({ length: 12 }, (_, number) =>
      scannedFile(`/music/${album}/${number}.mp3`, {
        track: { album: `${album}`, affect: { point, confidence: 1, from: "folder" } },
      }),
    ),
  );
  await other.store.library.put(albums.flat());
  const found = await other.store.library.candidates(anyCandidate({ limit: 100 }));
  const counts = new Map<string | null, number>();
  for (const { track } of found) counts.set(track.album, (counts.get(track.album) ?? 0) + 1);
  expect(counts.size).toBeGreaterThan(80);
  expect(Math.max(...counts.values())).toBeLessThanOrEqual(3);
  await other.remove();
});

test("what the daemon was sent of tracks that change all the time is forgotten there too", async () => {
  const other = await openTestStore();
  await other.store.library.put(
    Array.from({ length: 300 }, (_, index) => song(`${index}`, { valence: 0, arousal: 0 })),
  );
  const database = openDatabase(other.file, "reader", null);
  const reader = readerCalls(database);
  let forgotten = 0;
  for (let asked = 0; asked < 30; asked += 1) {
    const [{ startAnew, seqs }] = reader.candidates([askedCandidates(anyCandidate())]) as [CandidatesAnswer];
    if (startAnew) forgotten += 1;
    reader.changed({ tracks: seqs, blockedArtists: false });
  }
  expect(forgotten).toBe(2);
  database.close();
  await other.remove();
});

test("at most 500 come back, and they are the nearest of all", async () => {
  const other = await openTestStore();
  const points = Array.from({ length: 8 }, (_, layer) =>
    scattered.map(({ valence, arousal }) => ({ valence: valence * (1 - layer / 50), arousal })),
  ).flat();
  await other.store.library.put(points.map((point, index) => song(`${index}`, point)));
  const axis = fc.double({ min: -1, max: 1, noNaN: true });
  await fc.assert(
    fc.asyncProperty(axis, axis, fc.integer({ min: 1, max: 600 }), async (valence, arousal, limit) => {
      const target = { valence, arousal };
      const found = await other.store.library.candidates(anyCandidate({ target, limit }));
      const nearest = points.map((point) => distance(point, target)).sort((one, two) => one - two);
      const wanted = nearest.slice(0, Math.min(limit, 500));
      expect(found).toHaveLength(wanted.length);
      for (const [index, { affect }] of found.entries()) {
        expect(distance(affect, target)).toBeCloseTo(wanted[index] ?? Number.NaN, 9);
      }
    }),
    { numRuns: 40 },
  );
  await other.remove();
});
