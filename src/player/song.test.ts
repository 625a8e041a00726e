import { expect, test } from "vitest";
import { Song } from "./song.ts";
import { pickNumber } from "./testing.ts";

test("what mpv played alone counts as heard, as what was skipped by a start further on does not", () => {
  for (const [playedOn, heardMs] of [
    [true, 35_000],
    [false, 13_000],
  ] as const) {
    const song = new Song(pickNumber(1), { positionMs: 10_000, heardMs: 10_000, playedOn });
    song.onLoaded(37_000, 32_000);
    for (let at = 32_000; at <= 35_000; at += 250) song.moved(at);
    expect(song.heardMs).toBe(heardMs);
  }
});

test("only the first load of a song that mpv played on is one", () => {
  const song = new Song(pickNumber(1), { positionMs: 10_000, heardMs: 10_000, playedOn: true });
  song.onLoaded(37_000, 12_000);
  song.unloaded();
  song.onLoaded(37_000, 20_000);
  expect(song.heardMs).toBe(12_000);
});
