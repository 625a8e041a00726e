import { expect, test } from "vitest";
import type { Candidate, CandidateQuery } from "../protocol/library.ts";
import { rulesOf } from "./rules.ts";
import { FakeLibrary, type FakeTrack } from "./testing-library.ts";

const query: CandidateQuery = {
  target: { valence: 0, arousal: 0 },
  notPlayedSince: 1_000,
  artistsNotPlayedSince: 2_000,
  notArtists: ["Björk", "THE BAND"],
  notTracks: ["playing"],
  allowExplicit: false,
  languages: null,
  onlyArtists: null,
  shortestMs: null,
  longestMs: null,
  highestArousal: null,
  limit: 500,
};

const candidate = (
  fake: Partial<FakeTrack>,
  lastPlayedAt: number | null = null,
  artistLastPlayedAt: number | null = null,
): Candidate => {
  const library = new FakeLibrary([
    { id: "one", at: { valence: 0, arousal: 0 }, artist: "Someone", ...fake },
  ]);
  if (lastPlayedAt !== null) library.play(fake.id ?? "one", lastPlayedAt);
  return { ...(library.all()[0] as Candidate), artistLastPlayedAt };
};

test.each<[string, Candidate, boolean]>([
  ["a track that nothing speaks against", candidate({}), true],
  ["one that rested just long enough", candidate({}, 1_000), true],
  ["one that did not", candidate({}, 1_001), false],
  ["one whose artist rested just long enough", candidate({}, null, 2_000), true],
  ["one whose artist did not", candidate({}, null, 2_001), false],
  ["one by an artist who just played, in other letters", candidate({ artist: "the band" }), false],
  ["one by an artist whose accent is encoded otherwise", candidate({ artist: "Bjo\u0308rk" }), false],
  ["one without an artist", candidate({ artist: "" }), true],
  ["one that plays already", candidate({ id: "playing" }), false],
  ["an explicit one", candidate({ explicit: true }), false],
  ["one whose file says it is clean", candidate({ explicit: false }), true],
  ["one that can't be played", candidate({ unplayable: "no audio in it" }), false],
  ["one that lies nowhere", candidate({ at: { valence: Number.NaN, arousal: 0 } }), false],
])("%s", (_, each, kept) => {
  expect(rulesOf(query)(each)).toBe(kept);
});

test("an explicit track is fine where the owner allows it", () => {
  expect(rulesOf({ ...query, allowExplicit: true })(candidate({ explicit: true }))).toBe(true);
});
