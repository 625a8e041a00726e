import fc from "fast-check";
import { expect, test } from "vitest";
import { distance } from "../protocol/circumplex.ts";
import type { Candidate } from "../protocol/library.ts";
import type { PickReason, Track, UnmetWish } from "../protocol/music.ts";
import { type PickResult, pickNext } from "./picker.ts";
import type { PickRequest } from "./request.ts";
import { byOneOf, inOneOf } from "./rules.ts";
import { sixToChooseFrom } from "./six-picks.ts";
import { reachOf } from "./target.ts";
import { FakeLibrary, type FakeTrack, hourMs, moodAt, request, toolsOver } from "./testing-library.ts";

const axis = fc.double({ min: -1, max: 1, noNaN: true });
const affect = fc.record({ valence: axis, arousal: axis });
const policy = fc.constantFrom("match", "lift", "calm", "energise", "glide");
const minute = 60_000;

const libraries = fc
  .array(
    fc.record({
      at: affect,
      artist: fc.constantFrom("", "A", "a", "B", "C", "D", "E"),
      explicit: fc.constantFrom(null, null, true, false),
      unplayable: fc.constantFrom(null, null, null, null, "broken"),
      language: fc.constantFrom(null, "en", "de-AT"),
      durationMs: fc.constantFrom(20_000, 200_000, 900_000),
      heardMinutesAgo: fc.option(fc.integer({ min: -30, max: 400 })),
    }),
    { maxLength: 40 },
  )
  .map((tracks) => tracks.map((each, index) => ({ ...each, id: `t${index}` })));

/** What can be other from song to song. */
const moments = fc.array(
  fc.record({
    at: affect,
    policy,
    skipped: fc.boolean(),
    allowExplicit: fc.boolean(),
    highestArousal: fc.constantFrom(null, null, 0, -0.5),
    shortestMs: fc.constantFrom(null, 30_000),
    longestMs: fc.constantFrom(null, 600_000),
    restMs: fc.constantFrom(0, hourMs, 3 * hourMs),
    artistRestMs: fc.constantFrom(0, 30 * minute),
    adventure: fc.double({ min: 0, max: 1, noNaN: true }),
    favourites: fc.subarray(["A", "D"]),
    wishes: fc.record({ languages: fc.subarray(["de", "en"]), artists: fc.subarray(["b", "C"]) }),
    sixToo: fc.constantFrom(false, false, false, true),
  }),
  { minLength: 10, maxLength: 10 },
);

/** A thousand libraries, ten songs in each: every song is picked with another history behind it. */
test("no rule is broken without saying so, over ten thousand random histories", async () => {
  let histories = 0;
  await fc.assert(
    fc.asyncProperty(libraries, moments, fc.integer(), async (named, songs, seed) => {
      const library = new FakeLibrary(named);
      const tools = toolsOver(library, seed);
      let { now } = request();
      for (const { id, heardMinutesAgo } of named)
        if (heardMinutesAgo !== null) library.play(id, now - heardMinutesAgo * minute);
      const heard: Track[] = [];
      for (const { at, skipped, sixToo, ...overrides } of songs) {
        now += skipped ? 5_000 : 3 * minute;
        const line = heard.slice(-2);
        const asked = request({
          ...overrides,
          now,
          mood: moodAt(at.valence, at.arousal),
          lastArtists: line.slice(-1).flatMap(({ artists }) => artists),
          comingArtists: line.flatMap(({ artists }) => artists),
          notTracks: line.map(({ id }) => id),
        });
        if (sixToo) await holdSix(named, asked, library, seed);
        const result = await pickNext(asked, tools);
        const track = held(named, asked, library, result);
        histories += 1;
        if (track === null) continue;
        library.play(track.id, now);
        heard.push(track);
      }
    }),
    { numRuns: 1_000 },
  );
  expect(histories).toBe(10_000);
  // Eleven seconds of work on the machine that it was written on: room for one that is ten times slower, and busy.
}, 600_000);

/** What is promised of every pick; answers its track. */
function held(
  named: readonly FakeTrack[],
  asked: PickRequest,
  library: FakeLibrary,
  result: PickResult | null,
): Track | null {
  const allowed = named.filter((each) => isAllowed(each, asked));
  expect(result === null).toBe(allowed.length === 0);
  if (result?.pick.item.kind !== "track") return null;
  const { track } = result.pick.item;
  // Explicit and unplayable ones: never, whatever else gives way.
  expect(allowed.map(({ id }) => id)).toContain(track.id);

  const { candidates } = result.slate;
  expect(candidates.find(({ trackId }) => trackId === track.id)?.probability).toBe(
    result.pick.draw?.probability,
  );
  expect(candidates.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 9);
  expect(candidates).toHaveLength(result.pick.draw?.candidates ?? -1);
  const factors = candidates.flatMap((each) => [
    each.closeness,
    each.novelty,
    each.trust,
    each.preference,
    each.score,
  ]);
  expect(factors.every((factor) => factor >= 0 && factor <= 1)).toBe(true);

  const free = allowed.filter(({ id }) => !asked.notTracks.includes(id));
  if (allowed.length > 1) expect(track.id).not.toBe(asked.notTracks.at(-1));
  const quiet = allowed.filter(({ at }) => at.arousal <= (asked.highestArousal ?? 1));
  if (quiet.some(({ id }) => !asked.notTracks.includes(id)))
    expect(quiet.map(({ id }) => id)).toContain(track.id);
  else if (free.length > 0) expect(asked.notTracks).not.toContain(track.id);

  expect(saidOf(result.pick.reasons)).toEqual(bentBy(track, asked, library));
  for (const reason of result.pick.reasons)
    if ("unmet" in reason && reason.unmet) holdUnmet(reason.unmet, reason.rule, asked, library);
  // A rule gives way only where no song keeps them all.
  const keeps = (each: Candidate) =>
    free.some(({ id }) => id === each.track.id) && bentBy(each.track, asked, library).length === 0;
  if (library.all().some(keeps)) expect(saidOf(result.pick.reasons)).toEqual([]);
  return track;
}

/** What is said of a wish that was not met is so of every song of it. */
function holdUnmet(unmet: UnmetWish, rule: string, asked: PickRequest, library: FakeLibrary): void {
  const { artists, languages } = asked.wishes;
  const songs = library
    .all()
    .filter(({ track }) => track.unplayable === null)
    .filter(({ track }) =>
      rule === "favourites" ? byOneOf(artists)(track.artists) : inOneOf(languages)(track.languages),
    );
  expect(unmet.songs).toBe(songs.length);
  const { now, notTracks, target } = asked;
  const holds: Readonly<Record<UnmetWish["because"], (song: Candidate) => boolean>> = {
    none: () => false,
    explicit: ({ track }) => track.explicit === true && !asked.allowExplicit,
    length: ({ track: { durationMs } }) =>
      durationMs < (asked.shortestMs ?? 0) || durationMs > (asked.longestMs ?? Number.MAX_VALUE),
    quiet: ({ affect }) => affect.arousal > (asked.highestArousal ?? 1),
    mood: ({ affect }) => distance(affect, target.point) > reachOf(target),
    coming: ({ track }) => notTracks.includes(track.id),
    rest: ({ lastPlayedAt }) => lastPlayedAt !== null && now - lastPlayedAt <= (unmet.withinMs ?? 0),
    "artist-rest": ({ track, artistLastPlayedAt }) =>
      byOneOf([...asked.comingArtists, ...asked.lastArtists])(track.artists) ||
      (artistLastPlayedAt !== null && now - artistLastPlayedAt < asked.artistRestMs),
    several: () => true,
  };
  expect(songs.filter((song) => !holds[unmet.because](song))).toEqual([]);
  expect(unmet.because === "none").toBe(songs.length === 0);
}

async function holdSix(
  named: readonly FakeTrack[],
  asked: PickRequest,
  library: FakeLibrary,
  seed: number,
): Promise<void> {
  const six = await sixToChooseFrom(asked, toolsOver(library, seed));
  const may = named.filter((each) => isAllowed(each, asked) && mayBeOffered(each, asked));
  expect(six).toHaveLength(Math.min(6, may.length));
  const tracks = six.flatMap(({ item }) => (item.kind === "track" ? [item.track] : []));
  expect(new Set(tracks.map(({ id }) => id)).size).toBe(tracks.length);
  const ids = may.map(({ id }) => id);
  for (const [index, track] of tracks.entries()) {
    expect(ids).toContain(track.id);
    const bent = new Set(bentBy(track, asked, library));
    if (tracks.slice(0, index).some(({ artists }) => byOneOf(artists)(track.artists))) bent.add("artist");
    expect(saidOf(six[index]?.reasons ?? [])).toEqual([...bent].toSorted());
  }
}

/** For six to choose from, the limits of length and of liveliness never give way, nor comes what plays. */
const mayBeOffered = ({ id, at, durationMs = 0 }: FakeTrack, asked: PickRequest) =>
  !asked.notTracks.includes(id) &&
  at.arousal <= (asked.highestArousal ?? 1) &&
  durationMs >= (asked.shortestMs ?? 0) &&
  durationMs <= (asked.longestMs ?? Number.MAX_VALUE);

const isAllowed = ({ explicit, unplayable }: FakeTrack, { allowExplicit }: PickRequest) =>
  !unplayable && (allowExplicit || explicit !== true);

const saidOf = (reasons: readonly PickReason[]) =>
  reasons.flatMap((reason) => (reason.kind === "widened" ? [reason.rule] : [])).toSorted();

/** Which rules this track breaks, worked out anew from the history. */
function bentBy(track: Track, asked: PickRequest, library: FakeLibrary): readonly string[] {
  const candidate = library.all().find((each) => each.track.id === track.id);
  if (candidate === undefined) throw new Error(`${track.id} is not in the library.`);
  const { lastPlayedAt, artistLastPlayedAt } = candidate;
  const { point } = asked.target;
  const away = Math.hypot(candidate.affect.valence - point.valence, candidate.affect.arousal - point.arousal);
  const again = byOneOf(asked.lastArtists)(track.artists);
  const coming = byOneOf(asked.comingArtists)(track.artists);
  const { languages, artists } = asked.wishes;
  const bent = {
    mood: away > reachOf(asked.target),
    rest: lastPlayedAt !== null && Math.max(0, asked.now - lastPlayedAt) < asked.restMs,
    artist: again,
    "artist-rest":
      !again &&
      asked.artistRestMs > 0 &&
      (coming || (artistLastPlayedAt !== null && asked.now - artistLastPlayedAt < asked.artistRestMs)),
    language: languages.length > 0 && !inOneOf(languages)(track.languages),
    favourites: artists.length > 0 && !byOneOf(artists)(track.artists),
    length:
      track.durationMs < (asked.shortestMs ?? 0) || track.durationMs > (asked.longestMs ?? Number.MAX_VALUE),
    quiet: candidate.affect.arousal > (asked.highestArousal ?? 1),
  };
  return Object.entries(bent)
    .filter(([, is]) => is)
    .map(([rule]) => rule)
    .toSorted();
}

test("the same seed, library and history give the same song, the same six and the same probabilities", async () => {
  await fc.assert(
    fc.asyncProperty(libraries, affect, policy, fc.integer(), async (named, at, policy, seed) => {
      const library = new FakeLibrary(named);
      const asked = request({ mood: moodAt(at.valence, at.arousal), policy });
      const [one, other] = [toolsOver(library, seed), toolsOver(library, seed)];
      expect(await pickNext(asked, one)).toEqual(await pickNext(asked, other));
      expect(await sixToChooseFrom(asked, one)).toEqual(await sixToChooseFrom(asked, other));
    }),
    { numRuns: 200 },
  );
});
