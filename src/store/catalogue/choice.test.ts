import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { TodaysRules } from "../../protocol/library.ts";
import type { Affect } from "../../protocol/mood.ts";
import { anyCandidate, openTestStore, playBegun, scannedFile, type TestStore } from "../testing.ts";

let opened: TestStore;

beforeAll(async () => {
  opened = await openTestStore();
  const song = (title: string, point: Affect | null, track: Parameters<typeof scannedFile>[1] = {}) =>
    scannedFile(`/music/${title}.mp3`, {
      track: {
        ...{ title, affect: point && { point, confidence: 0.5, from: "tag" } },
        ...track.track,
      },
    });
  await opened.store.library.put([
    song("english", { valence: 0.1, arousal: 0.1 }, { track: { languages: ["en-GB"], artists: ["Élodie"] } }),
    song(
      "both",
      { valence: 0.2, arousal: 0.9 },
      { track: { languages: ["de-AT", "EN"], artists: ["Falco"] } },
    ),
    song(
      "german",
      { valence: -0.5, arousal: -0.5 },
      { track: { languages: ["de"], artists: ["Falco", "Nena"] } },
    ),
    song("wordless", { valence: -1, arousal: 1 }, { track: { durationMs: 600_000, artists: ["Nena"] } }),
    song("short", { valence: 1, arousal: 1 }, { track: { durationMs: 20_000, artists: ["elodie Frégé"] } }),
    song("nowhere", null, { track: { languages: ["en"], artists: ["Falco"] } }),
    song("broken", { valence: 0, arousal: 0 }, { track: { languages: ["fr"], unplayable: "It is empty." } }),
  ]);
});
afterAll(() => opened.remove());

const titles = async (query: Parameters<typeof anyCandidate>[0]): Promise<string[]> =>
  (await opened.store.library.candidates(anyCandidate(query))).map(({ track }) => track.title).sort();

const everything = ["both", "english", "german", "short", "wordless"];

test.each<[string, Parameters<typeof anyCandidate>[0], string[]]>([
  ["without wishes all that can be placed", {}, everything],
  ["in a language, by its first part", { languages: ["en"] }, ["both", "english"]],
  ["in one of several languages", { languages: ["DE-CH", "fr"] }, ["both", "german"]],
  ["in no language at all", { languages: [] }, []],
  ["by one of these artists alone", { onlyArtists: ["NENA", "Nobody"] }, ["german", "wordless"]],
  ["by nobody", { onlyArtists: [] }, []],
  [
    "not by an artist, though the other is wanted",
    { onlyArtists: ["Nena"], notArtists: ["falco"] },
    ["wordless"],
  ],
  ["not shorter than", { shortestMs: 180_000 }, ["both", "english", "german", "wordless"]],
  ["not longer than", { longestMs: 180_000 }, ["both", "english", "german", "short"]],
  ["no livelier than", { highestArousal: 0.1 }, ["english", "german"]],
  [
    "all at once",
    { languages: ["de"], onlyArtists: ["Falco"], highestArousal: 0, longestMs: 200_000 },
    ["german"],
  ],
])("candidates: %s", async (_, query, wanted) => {
  expect(await titles(query)).toEqual(wanted);
});

test("candidates tell when any of their artists was last heard", async () => {
  const byTitle = async () =>
    new Map((await opened.store.library.candidates(anyCandidate())).map((each) => [each.track.title, each]));
  const german = (await byTitle()).get("german");
  if (german === undefined) throw new Error("There is no candidate german.");
  expect(german.artistLastPlayedAt).toBeNull();
  await opened.store.plays.begin(playBegun("pick-1", german.track, { startedAt: 7000 }));
  const after = await byTitle();
  expect(after.get("german")).toMatchObject({ lastPlayedAt: 7000, artistLastPlayedAt: 7000 });
  expect(after.get("both")).toMatchObject({ lastPlayedAt: null, artistLastPlayedAt: 7000 });
  expect(after.get("wordless")).toMatchObject({ lastPlayedAt: null, artistLastPlayedAt: 7000 });
  expect(after.get("english")).toMatchObject({ artistLastPlayedAt: null });
});

test("languages are those of songs that could be played, most first", async () => {
  expect(await opened.store.library.languages()).toEqual([
    { language: "en", tracks: 3 },
    { language: "de", tracks: 2 },
  ]);
});

test("artists are found by any part of their name, those whose name begins so first", async () => {
  const { library } = opened.store;
  expect(await library.artists({ search: null, limit: 2 })).toEqual([
    { name: "Falco", tracks: 3 },
    { name: "Nena", tracks: 2 },
  ]);
  const names = async (search: string) =>
    (await library.artists({ search, limit: 10 })).map(({ name }) => name);
  expect(await names("ELO")).toEqual(["Élodie", "elodie Frégé"]);
  expect(await names("rége")).toEqual(["elodie Frégé"]);
  expect(await names("fal")).toEqual(["Falco"]);
  expect(await names("%")).toEqual([]);
});

const anything = { shortestMs: null, longestMs: null };
const freely = { allowExplicit: true, highestArousal: null };

describe("of what may be played today", () => {
  let today: TestStore;
  beforeAll(async () => {
    today = await openTestStore();
    const song = (artist: string, given: Parameters<typeof scannedFile>[1] = {}) =>
      scannedFile(`/music/${artist}.mp3`, {
        track: {
          ...{ title: artist, artists: [artist], languages: [artist], durationMs: 200_000 },
          affect: { point: { valence: 0, arousal: 0 }, confidence: 0.5, from: "tag" },
          ...given.track,
        },
      });
    const lively = { point: { valence: 0, arousal: 0.8 }, confidence: 0.5, from: "tag" } as const;
    await today.store.library.put([
      song("plain"),
      song("rude", { track: { explicit: true } }),
      song("endless", { track: { durationMs: 3_600_000 } }),
      song("lively", { track: { affect: lively } }),
      song("both", { track: { explicit: true, affect: lively } }),
      song("nowhere", { track: { affect: null } }),
      song("broken", { track: { unplayable: "It is empty." } }),
      song("blocked"),
    ]);
    const { tracks } = await today.store.library.list({ search: "blocked", limit: 1, offset: 0 });
    await today.store.library.block({ track: tracks[0]?.id ?? "" }, true);
  });
  afterAll(() => today.remove());

  test.each<[string, TodaysRules | null, string[]]>([
    [
      "without rules all that could be played count",
      null,
      ["both", "endless", "lively", "nowhere", "plain", "rude"],
    ],
    [
      "with rules those who stand nowhere do not: nothing chooses them",
      { ...anything, hours: [freely] },
      ["both", "endless", "lively", "plain", "rude"],
    ],
    [
      "nor those who are explicit, where that is not allowed",
      { ...anything, hours: [{ ...freely, allowExplicit: false }] },
      ["endless", "lively", "plain"],
    ],
    [
      "nor those whose songs are all too long",
      { ...anything, longestMs: 600_000, hours: [freely] },
      ["both", "lively", "plain", "rude"],
    ],
    [
      "one hour of the day is enough, and two halves of two hours are not",
      {
        ...anything,
        hours: [
          { allowExplicit: true, highestArousal: 0 },
          { allowExplicit: false, highestArousal: null },
        ],
      },
      ["endless", "lively", "plain", "rude"],
    ],
  ])("%s", async (_, rules, names) => {
    const { library } = today.store;
    const artists = await library.artists({ search: null, limit: 100, rules });
    expect(artists.map(({ name }) => name).toSorted()).toEqual(names);
    expect((await library.languages(rules)).map(({ language }) => language).toSorted()).toEqual(names);
  });
});

test("the map counts songs and minutes by square, and what nobody placed", async () => {
  const map = await opened.store.library.map(2);
  expect(map.unplaced).toBe(1);
  expect(map.cells).toHaveLength(3);
  expect(map.cells).toContainEqual({ valence: 0.5, arousal: 0.5, tracks: 3, minutes: 6 + 1 / 3 });
  expect(map.cells).toContainEqual({ valence: -0.5, arousal: 0.5, tracks: 1, minutes: 10 });
  expect(map.cells).toContainEqual({ valence: -0.5, arousal: -0.5, tracks: 1, minutes: 3 });
  expect((await opened.store.library.map(0)).cells).toMatchObject([{ tracks: 5 }]);
});
