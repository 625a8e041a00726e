import fc from "fast-check";
import { expect, test } from "vitest";
import type { MoodMap } from "../../protocol/library.ts";
import type { AffectSource } from "../../protocol/music.ts";
import { openDatabase } from "../database.ts";
import { searchExpression } from "../search/search-text.ts";
import type { Store } from "../store.ts";
import { anyCandidate, openTestStore, playBegun, scannedFile } from "../testing.ts";
import { readerCalls } from "../threads/reader.ts";
import { askedCandidates } from "./asked-candidates.ts";
import { SentTracks } from "./sent-tracks.ts";

const artists = ["Ann", "Bob", "Cleo"];
const sources: readonly AffectSource[] = ["tag", "playlist", "folder", "genre"];
const song = fc.nat({ max: 11 });
const axis = fc.integer({ min: -4, max: 4 }).map((step) => step / 4);
const point = fc.record({ valence: axis, arousal: axis });
/** When a block ends, if ever. */
const until = fc.option(fc.nat({ max: 2 }));

/** Everything that may change what can be chosen. */
type Step = (store: Store, ids: readonly string[]) => Promise<unknown>;

const step: fc.Arbitrary<Step> = fc.oneof(
  fc
    .record({
      at: song,
      hash: song,
      by: fc.subarray(artists),
      from: fc.constantFrom(...sources),
      point: fc.option(point),
      explicit: fc.boolean(),
      broken: fc.boolean(),
    })
    .map(({ at, hash, by, from, point, explicit, broken }): Step => {
      const affect = point && { point, confidence: 0.5, from };
      const track = { title: `${at}`, artists: by, affect, explicit, unplayable: broken ? "Empty." : null };
      return (store) =>
        store.library.put([scannedFile(`/music/${at}.mp3`, { contentHash: `${hash}`, track })]);
    }),
  song.map(
    (at): Step =>
      (store) =>
        store.library.markMissing([`/music/${at}.mp3`]),
  ),
  song.map(
    (at): Step =>
      (store) =>
        store.library.markPresent([`/music/${at}.mp3`]),
  ),
  fc.constantFrom<string[][]>(["/music"], ["/other"]).map(
    (roots): Step =>
      (store) =>
        store.library.keepOnly(roots),
  ),
  fc.constant<Step>((store) => store.library.forgetMissing(Number.MAX_SAFE_INTEGER)),
  fc.tuple(song, fc.option(point), fc.constantFrom("person" as const, "guest" as const)).map(
    ([at, point, by]): Step =>
      (store, ids) =>
        store.library.correct(ids.slice(at, at + 2), point, by),
  ),
  fc.tuple(song, fc.boolean(), until).map(
    ([at, blocked, until]): Step =>
      (store, ids) =>
        store.library.block({ track: ids[at] ?? "" }, blocked, until),
  ),
  fc.tuple(fc.constantFrom(...artists), fc.boolean(), until).map(
    ([artist, blocked, until]): Step =>
      (store) =>
        store.library.block({ artist }, blocked, until),
  ),
  fc.nat({ max: 2 }).map(
    (until): Step =>
      ({ library }) =>
        library.liftBlocks(until),
  ),
  fc.tuple(song, point).map(
    ([at, point]): Step =>
      (store, ids) =>
        store.library.putSound(ids[at] ?? "", { version: "1", point, confidence: 0.5, features: {} }),
  ),
  fc.tuple(song, fc.uuid(), fc.nat({ max: 1_000 })).map(
    ([at, pick, startedAt]): Step =>
      async (store, ids) => {
        const track = await store.library.track(ids[at] ?? "");
        if (track !== null) await store.plays.begin(playBegun(pick, track, { startedAt: 1 + startedAt }));
      },
  ),
);

const questions = [
  anyCandidate(),
  anyCandidate({ target: { valence: 1, arousal: -1 }, limit: 3 }),
  anyCandidate({ notPlayedSince: 500, allowExplicit: false, notArtists: ["ann"] }),
  anyCandidate({ onlyArtists: ["Bob", "Cleo"] }),
  anyCandidate({ artistsNotPlayedSince: 500 }),
];

/** What the store answers from its memory. */
const answersOf = ({ library }: Store) =>
  Promise.all([
    Promise.all(questions.map((query) => library.candidates(query))),
    library.counts(),
    library.languages(),
    library.artists({ search: null, limit: 10 }),
    library.map(3).then(inOrder),
    library.list({ search: null, limit: 50, offset: 0 }),
  ]);

/** What a reader answers that has only now read the same file. */
function answersAnew(file: string): unknown[] {
  const database = openDatabase(file, "reader", null);
  const reader = readerCalls(database);
  const sent = new SentTracks();
  const answers = [
    reader.candidates(questions.map(askedCandidates)).map((answer) => sent.candidatesOf(answer)),
    reader.counts(),
    reader.languages(),
    reader.artists({ search: null, limit: 10 }),
    inOrder(reader.map(3)),
    reader.list({ search: null, limit: 50, offset: 0 }),
  ];
  database.close();
  return answers;
}

function inOrder({ cells, unplaced }: MoodMap): unknown[] {
  return [unplaced, ...cells.map((cell) => JSON.stringify(cell)).toSorted()];
}

/** What any word of the songs finds, and what it should find: those that are there and have it. */
function searches(file: string): { found: unknown[]; wanted: unknown[] } {
  const database = openDatabase(file, "reader", null);
  const match = database
    .prepare<[string | null], number>(
      "SELECT rowid FROM tracks_search WHERE tracks_search MATCH ? ORDER BY rowid",
    )
    .pluck();
  const rows = database
    .prepare<[], { seq: number; words: string }>(
      `SELECT seq, concat_ws(' ', title, artists, album, genres, also) AS words FROM tracks
       WHERE present = 1 ORDER BY seq`,
    )
    .all();
  const words = [...artists, ...Array.from({ length: 12 }, (_, at) => `${at}`)];
  const has = (text: string, word: string) => new RegExp(`\\b${word}`, "i").test(text);
  const found = words.map((word) => [word, match.all(searchExpression(word))]);
  const wanted = words.map((word) => [
    word,
    rows.filter((row) => has(row.words, word)).map(({ seq }) => seq),
  ]);
  database.close();
  return { found, wanted };
}

test("after any number of writes memory and search answer as if they were made anew from the tracks", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(step, { minLength: 1, maxLength: 8 }), { maxLength: 5 }),
      async (rounds) => {
        const { store, file, remove } = await openTestStore();
        try {
          for (const steps of rounds) {
            const ids = (await store.library.page(0, 50)).map(({ track }) => track.id);
            for (const each of steps) await each(store, ids);
            expect(await answersOf(store)).toEqual(answersAnew(file));
            const { found, wanted } = searches(file);
            expect(found).toEqual(wanted);
          }
        } finally {
          await remove();
        }
      },
    ),
    { numRuns: 12 },
  );
});
