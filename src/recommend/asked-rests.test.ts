import { expect, test } from "vitest";
import { restsNow, restsOf } from "./asked-rests.ts";

const minute = 60_000;
const usual = { restMs: 180 * minute, artistRestMs: 30 * minute };

test("in a large library rests are the owner's", () => {
  expect(restsOf(usual, { songs: 5_000, artists: 400, songMs: 4 * minute })).toEqual(usual);
});

test("in a small one they are never longer than it takes to hear every song, or a song of every artist, once", () => {
  expect(restsOf(usual, { songs: 40, artists: 10, songMs: 1.5 * minute })).toEqual({
    restMs: 60 * minute,
    artistRestMs: 15 * minute,
  });
});

test("where songs are skipped, half of the songs and a quarter of the artists rest at most", () => {
  const now = 1_000 * minute;
  const held = { songs: 8, artists: 8, songMs: 2 * minute };
  const rests = restsOf(usual, held);
  // One each second.
  const heard = Array.from({ length: 8 }, (_, n) => ({
    trackId: `song ${n}`,
    artists: [`Artist ${n}`],
    startedAt: now - n * 1_000,
  }));
  // The fifth newest song and the third newest artist may be asked for: half and a quarter of a rest are over for them.
  expect(restsNow(rests, held, heard, now)).toEqual({ restMs: 8_000, artistRestMs: 8_000 });
  expect(restsNow(rests, held, heard.slice(0, 2), now)).toEqual(rests);
  expect(restsNow(rests, held, [...heard.slice(0, 2), ...heard.slice(0, 2)], now)).toEqual(rests);
});
