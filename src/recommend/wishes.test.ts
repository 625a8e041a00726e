import { describe, expect, test } from "vitest";
import { pickNext } from "./picker.ts";
import type { PickRequest } from "./request.ts";
import {
  FakeLibrary,
  type FakeTrack,
  hourMs,
  moodAt,
  request,
  scattered,
  toolsOver,
} from "./testing-library.ts";

const minute = 60_000;
const smiling = moodAt(0.7, 0.5);
const track = (id: string, overrides: Partial<FakeTrack> = {}): FakeTrack => ({
  id,
  at: { valence: 0.65, arousal: 0.45 },
  artist: `by ${id}`,
  ...overrides,
});
const sad = (id: string, overrides: Partial<FakeTrack> = {}) =>
  track(id, { at: { valence: -0.7, arousal: -0.5 }, ...overrides });

async function pick(tracks: readonly FakeTrack[] | FakeLibrary, overrides: Partial<PickRequest>) {
  const library = tracks instanceof FakeLibrary ? tracks : new FakeLibrary(tracks);
  const result = await pickNext(request({ mood: smiling, ...overrides }), toolsOver(library));
  const reasons = result?.pick.reasons ?? [];
  return {
    id: result?.pick.item.kind === "track" ? result.pick.item.track.id : null,
    widened: reasons.flatMap((reason) => (reason.kind === "widened" ? [reason.rule] : [])),
    preferred: reasons.flatMap((reason) => (reason.kind === "preferred" ? [reason.value] : [])),
    slate: result?.slate.candidates ?? [],
  };
}

describe("wishes", () => {
  const german = { languages: ["de"], artists: [] };
  const solo = { languages: [], artists: ["solo"] };

  test("a song in a wished language comes before others that suit as well", async () => {
    const tracks = [track("en", { language: "en" }), track("de", { language: "de-AT" }), track("none")];
    expect(await pick(tracks, { wishes: german })).toMatchObject({
      id: "de",
      widened: [],
      preferred: ["de-AT"],
      slate: [{ trackId: "de" }],
    });
  });

  test("where no song in it suits, the wish gives way before the mood does", async () => {
    const tracks = [track("en", { language: "en" }), sad("de", { language: "de" })];
    expect(await pick(tracks, { wishes: german })).toMatchObject({ id: "en", widened: ["language"] });
  });

  test("wished artists come every third song or so, and their wishes give way before they would come more often", async () => {
    const library = new FakeLibrary([
      track("x", { artist: "Solo" }),
      track("y", { artist: "Solo" }),
      track("z"),
    ]);
    const rests = { wishes: solo, artistRestMs: 30 * minute, restMs: 0 };
    const soloAgo = async (minutes: number) => {
      library.play("x", request().now - minutes * minute);
      return pick(library, { ...rests, notTracks: ["x"] });
    };
    expect(await soloAgo(31)).toMatchObject({ id: "y", widened: [], preferred: ["Solo"] });
    expect(await soloAgo(8)).toMatchObject({ id: "y", widened: ["artist-rest"] });
    expect(await soloAgo(7)).toMatchObject({ id: "z", widened: ["favourites"] });
  });

  test("an artist who is wished for is played in another language than the wished one, where there is no other", async () => {
    const tracks = [
      track("solo", { artist: "Solo", language: "en" }),
      track("de", { language: "de" }),
      track("none"),
    ];
    const wishes = { languages: ["de"], artists: ["Solo"] };
    expect(await pick(tracks, { wishes })).toMatchObject({ id: "solo", widened: ["language"] });
    expect(await pick(tracks.slice(1), { wishes })).toMatchObject({ id: "de", widened: ["favourites"] });
  });

  test("the owner's favourites are likelier than others, also where the nearest songs are by others", async () => {
    const favourite = track("mine", { artist: "Mine", at: { valence: 0.5, arousal: 0.3 } });
    const near = { valence: 0.7, arousal: 0.5 };
    const crowd = Array.from({ length: 700 }, (_, n) => track(`c${n}`, { at: near }));
    const without = await pick([...crowd, favourite], {});
    expect(without.slate.map(({ trackId }) => trackId)).not.toContain("mine");
    const close = { ...favourite, at: near };
    const { slate } = await pick([...crowd, close], { favourites: ["mine"] });
    const chance = (id: string) => slate.find(({ trackId }) => trackId === id)?.probability ?? 0;
    const others = slate.filter(({ trackId }) => trackId !== "mine");
    expect(chance("mine") / (others[0]?.probability ?? 1)).toBeGreaterThan(3);
    expect(others.every(({ preference }) => preference < 1)).toBe(true);
  });
});

describe("the rest of artists", () => {
  const heard = (tracks: readonly FakeTrack[], minutesAgo: Readonly<Record<string, number>>) => {
    const library = new FakeLibrary(tracks);
    for (const [id, minutes] of Object.entries(minutesAgo))
      library.play(id, request().now - minutes * minute);
    return library;
  };
  const rests = { artistRestMs: 30 * minute };
  const duo = [track("a1", { artist: "A" }), track("a2", { artist: "A" })];

  test("an artist who was heard a while ago rests while there are others", async () => {
    const library = heard([...duo, track("b")], { a1: 29 });
    expect(await pick(library, rests)).toMatchObject({ id: "b", slate: [{ trackId: "b" }] });
    const later = heard([...duo, track("b")], { a1: 31, b: 1 });
    expect(await pick(later, rests)).toMatchObject({ id: "a2", widened: [] });
  });

  test("it gives way before the song's own rest does, and before the mood", async () => {
    const library = heard([...duo, track("b"), sad("c")], { a1: 20, b: 100 });
    expect(await pick(library, rests)).toMatchObject({ id: "a2", widened: ["artist-rest"] });
  });

  test("artists that wait in the queue count as just heard", async () => {
    const coming = { ...rests, comingArtists: ["a", "b"], lastArtists: ["b"] };
    expect(await pick([...duo, track("c")], coming)).toMatchObject({ id: "c", widened: [] });
  });

  test("an artist with more songs in one place than an answer holds does not hide the others there", async () => {
    const many = Array.from({ length: 900 }, (_, n) => track(`s${n}`, { artist: "Solo" }));
    const beside = track("other", { at: { valence: 0.6, arousal: 0.4 } });
    const library = heard([...many, beside], { s0: 5 });
    expect(await pick(library, rests)).toMatchObject({ id: "other", widened: [] });
  });
});

describe("the owner's limits", () => {
  test("a song that is too short or too long waits until there are too few others", async () => {
    const short = track("short", { durationMs: 20_000 });
    const limits = { shortestMs: 30_000, longestMs: 10 * minute };
    expect(await pick([short, track("long", { durationMs: hourMs }), sad("sad")], limits)).toMatchObject({
      id: "sad",
      widened: ["mood"],
    });
    expect(await pick([short], limits)).toMatchObject({ id: "short", widened: ["length"] });
  });

  test("in quiet hours a few quiet songs go round and round before a lively one is heard", async () => {
    const quiet = { highestArousal: 0, restMs: 3 * hourMs };
    const tracks = [sad("q1"), sad("q2"), track("lively")];
    const library = new FakeLibrary(tracks);
    library.play("q1", request().now - 4 * minute);
    library.play("q2", request().now - 1 * minute);
    expect(await pick(library, { ...quiet, notTracks: ["q2"] })).toMatchObject({ id: "q1" });
    expect(await pick([track("lively")], quiet)).toMatchObject({
      id: "lively",
      widened: ["mood", "quiet"],
    });
  });
});

describe("large libraries", () => {
  test("once the nearest songs have all been heard, others within reach come before they come again", async () => {
    const library = new FakeLibrary(scattered(6_000, 4));
    const near = library
      .all()
      .map(({ track: { id }, affect }) => ({ id, away: Math.hypot(affect.valence, affect.arousal) }))
      .toSorted((a, b) => a.away - b.away);
    for (const { id } of near.slice(0, 300)) library.play(id, request().now - 24 * hourMs);
    const tools = toolsOver(library, 5);
    const rests: (number | null | undefined)[] = [];
    for (let song = 0; song < 10; song += 1) {
      const result = await pickNext(request(), tools);
      const id = result?.pick.item.kind === "track" ? result.pick.item.track.id : "";
      rests.push(result?.slate.candidates.find(({ trackId }) => trackId === id)?.restMs);
    }
    expect(rests.filter((restMs) => restMs === null).length).toBeGreaterThan(7);
  });

  test.each([
    [300, 1, 128],
    [6_000, 3, 250],
    [60_000, 2, 128],
  ])("of %i songs the store is asked %i times, for %i at most", async (songs, times, most) => {
    const library = new FakeLibrary(scattered(songs, 4));
    await pickNext(request(), toolsOver(library));
    expect([library.asked.length, Math.max(...library.asked.map(({ limit }) => limit))]).toEqual([
      times,
      most,
    ]);
  });

  test("of an album that fills one place no more than two songs are drawn from", async () => {
    const album = Array.from({ length: 40 }, (_, n) => track(`a${n}`, { artist: "Album" }));
    const others = Array.from({ length: 40 }, (_, n) => track(`z${n}`));
    const { slate } = await pick([...album, ...others], {});
    expect(slate).toHaveLength(32);
    expect(slate.filter(({ trackId }) => trackId.startsWith("a"))).toHaveLength(2);
  });
});
