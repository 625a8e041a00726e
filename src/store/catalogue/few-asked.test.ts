import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Candidate, CandidateQuery } from "../../protocol/library.ts";
import { anyCandidate, openTestStore, scannedFile, type TestStore } from "../testing.ts";

let opened: TestStore;
beforeEach(async () => {
  opened = await openTestStore();
  await opened.store.library.put(
    ["a", "b", "c"].map((title) =>
      scannedFile(`/${title}.mp3`, { track: { title, explicit: title === "c" } }),
    ),
  );
});
afterEach(() => opened.remove());

test("asked about single songs the store answers those alone, and by the same rules", async () => {
  const { library } = opened.store;
  const { tracks } = await library.list({ search: null, limit: 3, offset: 0 });
  const idOf = (title: string) => tracks.find((track) => track.title === title)?.id ?? "";
  const titles = async (given: Parameters<typeof anyCandidate>[0]) =>
    (await library.candidates(anyCandidate(given))).map(({ track }) => track.title).toSorted();
  const onlyTracks = [idOf("b"), idOf("c"), "no song"];
  expect(await titles({ onlyTracks })).toEqual(["b", "c"]);
  expect(await titles({ onlyTracks, allowExplicit: false })).toEqual(["b"]);
  expect(await titles({ onlyTracks, notTracks: [idOf("b")] })).toEqual(["c"]);
  expect(await titles({ onlyTracks: [] })).toEqual([]);
  expect(await titles({})).toEqual(["a", "b", "c"]);
});

test("the number of a song that is gone, which SQLite gives to the next one, does not stand for both", async () => {
  const { library } = opened.store;
  const known = await library.page(0, 10);
  const last = known.at(-1);
  if (last === undefined) throw new Error("There is no song.");
  const titles = async (given: Parameters<typeof anyCandidate>[0]) =>
    (await library.candidates(anyCandidate(given))).map(({ track }) => track.title).toSorted();
  expect(await titles({ onlyTracks: [last.track.id] })).toEqual(["c"]);

  await library.markMissing(["/c.mp3"]);
  await library.forgetMissing(Number.MAX_SAFE_INTEGER);
  await library.put([scannedFile("/d.mp3", { track: { title: "d" } })]);
  const next = (await library.page(0, 10)).at(-1);
  expect(next?.seq).toBe(last.seq);
  expect(await titles({ onlyTracks: [last.track.id] })).toEqual([]);
  expect(await titles({ notTracks: [last.track.id] })).toEqual(["a", "b", "d"]);
  expect(await titles({ onlyTracks: [next?.track.id ?? ""] })).toEqual(["d"]);
});

describe("of few songs among many the nearest come first, as they do of all:", () => {
  beforeEach(async () => {
    const song = (index: number) => {
      const point = { valence: Math.sin(index), arousal: Math.cos(index * 1.7) };
      return scannedFile(`/many/${index}.mp3`, {
        track: {
          artists: [`Artist ${index % 40}`, "The Choir"],
          languages: [index % 25 === 0 ? "fi" : "en"],
          affect: { point, confidence: 1, from: "tag" },
        },
      });
    };
    await opened.store.library.put(Array.from({ length: 200 }, (_, index) => song(index)));
    await opened.store.library.markMissing(["/many/0.mp3", "/many/3.mp3"]);
  });

  const isBy = (artist: string) => (one: Candidate) => one.track.artists.includes(artist);
  const isIn = (language: string) => (one: Candidate) => one.track.languages.includes(language);

  test.each<[string, Partial<CandidateQuery>, (candidate: Candidate) => boolean]>([
    ["by an artist", { onlyArtists: ["ARTIST 3"] }, isBy("Artist 3")],
    ["by one who sings along with all", { onlyArtists: ["The Choir"] }, isBy("The Choir")],
    ["by nobody who is known", { onlyArtists: ["Nobody"] }, () => false],
    ["in a rare language", { languages: ["fi-FI"] }, isIn("fi")],
    ["in a common one", { languages: ["en"] }, isIn("en")],
    [
      "by an artist in a rare language",
      { onlyArtists: ["Artist 10"], languages: ["fi"] },
      (one) => isBy("Artist 10")(one) && isIn("fi")(one),
    ],
  ])("%s", async (_, query, fits) => {
    const { library } = opened.store;
    const all = (await library.candidates(anyCandidate())).filter(fits);
    expect(await library.candidates(anyCandidate(query))).toEqual(all);
    expect(await library.candidates(anyCandidate({ ...query, limit: 2 }))).toEqual(all.slice(0, 2));
  });

  test("named one by one", async () => {
    const { library } = opened.store;
    const some = (await library.candidates(anyCandidate())).filter((_, index) => index % 3 === 0);
    const onlyTracks = some.map(({ track }) => track.id).toSorted();
    expect(await library.candidates(anyCandidate({ onlyTracks }))).toEqual(some);
    expect(await library.candidates(anyCandidate({ onlyTracks, limit: 20 }))).toEqual(some.slice(0, 20));
  });
});
