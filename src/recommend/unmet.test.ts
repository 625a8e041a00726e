import { describe, expect, test } from "vitest";
import { labelPoints } from "../protocol/circumplex.ts";
import type { UnmetWish } from "../protocol/music.ts";
import { pickNext } from "./picker.ts";
import type { PickRequest } from "./request.ts";
import { FakeLibrary, type FakeTrack, hourMs, moodAt, request, toolsOver } from "./testing-library.ts";

const minute = 60_000;
const smiling = moodAt(labelPoints.elated.valence, labelPoints.elated.arousal);
const track = (id: string, overrides: Partial<FakeTrack> = {}): FakeTrack => ({
  id,
  at: labelPoints.elated,
  artist: `by ${id}`,
  ...overrides,
});
const solo = (id: string, overrides: Partial<FakeTrack> = {}) => track(id, { artist: "Solo", ...overrides });
const others = ["a", "b", "c", "d"].map((id) => track(id));

async function pick(tracks: readonly FakeTrack[], asked: Partial<PickRequest>, heardMinutesAgo = {}) {
  const library = new FakeLibrary([...tracks, ...others]);
  for (const [id, minutes] of Object.entries<number>(heardMinutesAgo))
    library.play(id, request().now - minutes * minute);
  const wishes = { languages: [], artists: ["Solo"] };
  const rests = { restMs: 3 * hourMs, artistRestMs: 30 * minute };
  const result = await pickNext(request({ mood: smiling, wishes, ...rests, ...asked }), toolsOver(library));
  const reasons = result?.pick.reasons ?? [];
  return {
    id: result?.pick.item.kind === "track" ? result.pick.item.track.id : null,
    bent: reasons.flatMap((reason) =>
      reason.kind === "widened" && !("unmet" in reason) ? [reason.rule] : [],
    ),
    preferred: reasons.flatMap((reason) => (reason.kind === "preferred" ? [reason.by] : [])),
    unmet: reasons.flatMap((reason) => ("unmet" in reason && reason.unmet ? [reason.unmet] : []))[0],
  };
}

describe("a guest who chose an artist hears them", () => {
  test("before all others that suit", async () => {
    expect(await pick([solo("s")], {})).toMatchObject({ id: "s", bent: [], preferred: ["guest"] });
  });

  test("though the artist's songs are of another mood", async () => {
    expect(await pick([solo("s", { at: labelPoints.gloomy })], {})).toMatchObject({
      id: "s",
      bent: ["mood"],
      preferred: ["guest"],
    });
  });

  test("though half of a song's rest is not over, and rather that than a song of another mood", async () => {
    expect(await pick([solo("s")], {}, { s: 91 })).toMatchObject({ id: "s", bent: ["rest"] });
    const both = [solo("s"), solo("sad", { at: labelPoints.gloomy })];
    expect(await pick(both, {}, { s: 91 })).toMatchObject({ id: "s" });
    expect(await pick(both, {}, { s: 89 })).toMatchObject({ id: "sad", bent: ["mood"] });
  });

  test("and never what the owner rules out, nor the same artist twice in a row", async () => {
    const ruled = { shortestMs: 30_000, highestArousal: 0.6 };
    const songs = [
      solo("rude", { explicit: true }),
      solo("jingle", { durationMs: 20_000 }),
      solo("lively", { at: { valence: 0.7, arousal: 0.7 } }),
    ];
    expect((await pick(songs, ruled)).id).toMatch(/^[abcd]$/);
    const again = { lastArtists: ["Solo"], comingArtists: ["Solo"], notTracks: ["s"] };
    expect((await pick([solo("s"), solo("t")], again)).id).toMatch(/^[abcd]$/);
  });

  test("while an owner's favourite is only likelier than others", async () => {
    const asked = { wishes: { languages: [], artists: [] }, favourites: ["Solo"], adventure: 0 };
    expect(await pick([solo("s")], asked)).toMatchObject({ id: "s", preferred: ["owner"] });
    const sad = solo("sad", { at: labelPoints.gloomy });
    expect((await pick([sad], asked)).id).toMatch(/^[abcd]$/);
  });
});

describe("where the wish can't be met, the true reason is told", () => {
  const two = [solo("s"), solo("t")];
  test.each<[string, readonly FakeTrack[], Partial<PickRequest>, object, Partial<UnmetWish>]>([
    ["no song of it", [], {}, {}, { because: "none", songs: 0, withinMs: null }],
    [
      "both heard lately",
      two,
      {},
      { s: 40, t: 80 },
      { because: "rest", songs: 2, withinMs: 80 * minute, wanted: ["Solo"] },
    ],
    [
      "the artist heard a moment ago",
      two,
      {},
      { s: 5 },
      { because: "artist-rest", songs: 2, withinMs: 5 * minute },
    ],
    [
      "the artist just before",
      [solo("s"), solo("t")],
      { artistRestMs: 0, lastArtists: ["Solo"], notTracks: ["s"] },
      {},
      { because: "artist-rest", withinMs: null },
    ],
    ["all are waiting already", two, { notTracks: ["s", "t"] }, {}, { because: "coming", songs: 2 }],
    ["all are explicit", [solo("s", { explicit: true })], {}, {}, { because: "explicit", songs: 1 }],
    [
      "all are too short",
      [solo("s", { durationMs: 9_000 })],
      { shortestMs: 30_000 },
      {},
      { because: "length", songs: 1 },
    ],
    [
      "all are too lively",
      [solo("s", { at: { valence: 0.7, arousal: 0.7 } })],
      { highestArousal: 0.6 },
      {},
      { because: "quiet", songs: 1 },
    ],
    [
      "one rests, the other is too short",
      [solo("s"), solo("t", { durationMs: 9_000 })],
      { shortestMs: 30_000, artistRestMs: 0 },
      { s: 40 },
      { because: "several", songs: 2, withinMs: null },
    ],
    [
      "songs in the language are of another mood",
      [track("x", { language: "de", at: labelPoints.gloomy })],
      { wishes: { languages: ["de"], artists: [] } },
      {},
      { because: "mood", songs: 1, wanted: ["de"] },
    ],
    [
      "songs in the owner's language rest",
      [track("x", { language: "de" })],
      { wishes: { languages: [], artists: [] }, languages: ["de"], artistRestMs: 0 },
      { x: 100 },
      { because: "rest", withinMs: 100 * minute },
    ],
    [
      "too many artists to name",
      [],
      { wishes: { languages: [], artists: ["A", "B", "C", "D"] } },
      {},
      { because: "none", wanted: [] },
    ],
    [
      "more songs than are looked at",
      Array.from({ length: 150 }, (_, n) => solo(`n${n}`, { explicit: true })),
      {},
      {},
      { because: "several", songs: null },
    ],
  ])("%s", async (_, songs, asked, heard, unmet) => {
    const result = await pick(songs, asked, heard);
    expect(result.id).toMatch(/^[abcd]$/);
    expect(result.unmet).toMatchObject(unmet);
  });

  test("of a language nothing is said where a wished artist was found who sings in another", async () => {
    const wishes = { languages: ["de"], artists: ["Solo"] };
    const result = await pick([solo("s", { language: "en" })], { wishes });
    expect(result).toMatchObject({ id: "s", bent: ["language"], unmet: undefined });
  });
});
