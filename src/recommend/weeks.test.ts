import { expect, test } from "vitest";
import { pickNext } from "./picker.ts";
import { seededRandom } from "./random.ts";
import {
  FakeLibrary,
  type FakeTrack,
  hourMs,
  moodAt,
  request,
  scattered,
  toolsOver,
} from "./testing-library.ts";

/** Plays for some hours while the mood wanders; answers each song with how it came. */
async function listen(options: {
  tracks: readonly FakeTrack[];
  songs: number;
  songMs: number;
  breakAfter: number;
  restMs: number;
  seed: number;
}) {
  const library = new FakeLibrary(options.tracks);
  const tools = toolsOver(library, options.seed);
  const wander = seededRandom(options.seed + 1);
  const heard: { id: string; artists: readonly string[]; restMs: number; distance: number }[] = [];
  let mood = moodAt(0.35, 0.1);
  let now = request().now;
  for (let song = 0; song < options.songs; song += 1) {
    // A room that smiles more often than not, now and then gloomy or tense.
    const drift = (value: number, home: number) =>
      Math.max(-0.8, Math.min(0.8, value + (home - value) * 0.2 + (wander() - 0.5) * 0.5));
    mood = moodAt(drift(mood.affect.valence, 0.3), drift(mood.affect.arousal, 0.15));
    const last = heard.at(-1);
    const result = await pickNext(
      request({
        mood,
        now,
        restMs: options.restMs,
        artistRestMs: hourMs / 2,
        lastArtists: last?.artists ?? [],
        notTracks: last ? [last.id] : [],
      }),
      tools,
    );
    const item = result?.pick.item;
    if (!result || item?.kind !== "track") throw new Error(`Nothing was picked for song ${song}.`);
    const { id, artists } = item.track;
    const row = result.slate.candidates.find(({ trackId }) => trackId === id);
    heard.push({
      id,
      artists,
      restMs: row?.restMs ?? Number.POSITIVE_INFINITY,
      distance: row?.distance ?? 9,
    });
    library.play(id, now);
    now += options.songMs;
    if ((song + 1) % options.breakAfter === 0) now += 14 * hourMs;
  }
  return heard;
}

const twiceInARow = <T>(each: readonly T[]) =>
  each.filter((one, index) => index > 0 && one === each[index - 1]);

test("a week of ten hours a day over 500 tracks: no song within its rest, no artist twice in a row, all near the mood", async () => {
  const songs = Math.round((10 * hourMs) / 210_000);
  const heard = await listen({
    tracks: scattered(500, 11),
    songs: songs * 7,
    songMs: 210_000,
    breakAfter: songs,
    restMs: 3 * hourMs,
    seed: 2_024,
  });
  expect(heard.filter(({ restMs }) => restMs < 3 * hourMs)).toEqual([]);
  expect(twiceInARow(heard.map(({ artists }) => artists[0]))).toEqual([]);
  expect(heard.filter(({ distance }) => distance > 0.45 * 1.5)).toEqual([]);
  // Variety: the week reaches well into the library and wears no song out.
  const plays = new Map<string, number>();
  for (const { id } of heard) plays.set(id, (plays.get(id) ?? 0) + 1);
  expect(plays.size).toBeGreaterThan(270);
  expect(Math.max(...plays.values())).toBeLessThan(15);
});

test("an evening over 24 one-minute pieces: near the mood, no piece within three songs, none twice in a row", async () => {
  const corners = [
    [0.7, 0.55],
    [0.5, 0.1],
    [0.3, -0.5],
    [-0.5, -0.35],
    [-0.5, 0.5],
    [0, 0],
  ] as const;
  const tracks = corners.flatMap(([valence, arousal], mood) =>
    [0, 1, 2, 3].map((piece) => ({
      id: `m${mood}p${piece}`,
      at: { valence: valence + piece * 0.03, arousal: arousal - piece * 0.03 },
      artist: `Ensemble ${piece}`,
    })),
  );
  const heard = await listen({
    tracks,
    songs: 300,
    songMs: 60_000,
    breakAfter: 9_999,
    restMs: 3 * hourMs,
    seed: 5,
  });
  expect(twiceInARow(heard.map(({ artists }) => artists[0]))).toEqual([]);
  expect(heard.filter(({ restMs }) => restMs < 3 * 60_000)).toEqual([]);
  expect(heard.filter(({ distance }) => distance > 0.9)).toEqual([]);
});
