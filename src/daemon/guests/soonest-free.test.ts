import { expect, onTestFinished, test } from "vitest";
import type { CandidateQuery } from "../../protocol/library.ts";
import { request } from "../../recommend/testing-library.ts";
import { openTestStore, playBegun, scannedFile } from "../../store/testing.ts";
import { soonestFree } from "./soonest-free.ts";

const HOUR = 3_600_000;
const now = 1_700_000_000_000;
const rests = { restMs: 8 * HOUR, artistRestMs: 8 * HOUR };
const asked = { ...request({}), now, shortestMs: null, longestMs: null };

/** Songs by an artist each, or by these, all heard so many minutes ago. */
async function heard(minutesAgo: readonly number[], artistOf = (n: number) => `Artist ${n}`) {
  const kept = await openTestStore();
  onTestFinished(() => kept.remove());
  const { library, plays } = kept.store;
  const files = minutesAgo.map((_, n) =>
    scannedFile(`/songs/${n}.mp3`, {
      track: {
        title: `Song ${String(n).padStart(4, "0")}`,
        artists: [artistOf(n)],
        affect: { point: { valence: 0.1, arousal: 0 }, confidence: 1, from: "tag" },
      },
    }),
  );
  await library.put(files);
  const { tracks } = await library.list({ search: null, limit: 1_000, offset: 0 });
  for (const [n, track] of tracks.entries())
    await plays.begin(playBegun(`play ${n}`, track, { startedAt: now - (minutesAgo[n] ?? 0) * 60_000 }));
  let questions = 0;
  const candidates = (query: CandidateQuery) => {
    questions += 1;
    return library.candidates(query);
  };
  return { candidates, tracks, questions: () => questions };
}

test("of a large library the song that is free first tells the time, wherever its title stands", async () => {
  const minutesAgo = Array.from({ length: 300 }, (_, n) => (n === 290 ? 100 : 10 + (n % 60)));
  const { candidates, questions } = await heard(minutesAgo);
  expect(await soonestFree(asked, rests, candidates)).toBe(now + 4 * HOUR - 100 * 60_000);
  expect(questions()).toBeLessThan(15);
});

test("a song waits for its artist's rest too, and for what comes as long as that comes", async () => {
  const { candidates, tracks } = await heard([200, 30], () => "Solo");
  expect(await soonestFree(asked, rests, candidates)).toBe(now + 2 * HOUR - 30 * 60_000);
  const [first, second] = tracks;
  const coming = { ...asked, notTracks: [first?.id ?? "", second?.id ?? ""] };
  expect(await soonestFree(coming, rests, candidates)).toBeNull();
  expect(await soonestFree({ ...asked, comingArtists: ["solo"] }, rests, candidates)).toBeNull();
});

test("what may not be heard at this hour tells no time", async () => {
  const { candidates } = await heard([200]);
  expect(await soonestFree({ ...asked, highestArousal: -0.5 }, rests, candidates)).toBeNull();
});
