import { expect, test } from "vitest";
import { afterMoodChange, afterSong, beginGlide, pathOf, pointAt, stepOf } from "./glide.ts";

const gloomy = { valence: -0.5, arousal: -0.3 };
const end = { valence: 0.5, arousal: 0.2 };
const glide = beginGlide(gloomy, end, 6);
const after = (songs: number) => Array.from({ length: songs }).reduce<typeof glide>(afterSong, glide);

test("it begins as the room is, ends where it should, in even steps on a straight line", () => {
  const path = pathOf(glide);
  expect(path).toHaveLength(6);
  expect(path[0]).toEqual(gloomy);
  expect(path[5]?.valence).toBeCloseTo(0.5, 9);
  expect(path.map(({ valence }) => valence)).toEqual(
    [-0.5, -0.3, -0.1, 0.1, 0.3, 0.5].map((each) => expect.closeTo(each, 9)),
  );
  expect(path.map(({ arousal }) => arousal)).toEqual(
    [-0.3, -0.2, -0.1, 0, 0.1, 0.2].map((each) => expect.closeTo(each, 9)),
  );
});

test.each([
  [0, 0, 0],
  [0, 1, 1],
  [3, 1, 4],
  [5, 0, 5],
  [5, 1, 5],
  [40, 1, 5],
])("after %d songs, with %d more ahead, the step is %d", (finished, ahead, step) => {
  expect(stepOf(after(finished), ahead)).toBe(step);
});

test("a way over fewer than two songs is one over two", () => {
  expect(pathOf(beginGlide(gloomy, end, 1))).toEqual([gloomy, end]);
});

test("once it has got there it stays there", () => {
  expect(pointAt(after(9), stepOf(after(9)))).toEqual(end);
});

test.each([
  ["got well worse", 2, { valence: -0.9, arousal: 0.6 }, "anew"],
  ["turned aside, about as far from the end as before", 2, { valence: -0.5, arousal: 0.8 }, "on"],
  ["got a little worse", 2, { valence: -0.6, arousal: -0.4 }, "on"],
  ["followed, and the music is still ahead", 3, { valence: -0.2, arousal: -0.2 }, "on"],
  ["has overtaken the music", 1, { valence: 0.4, arousal: 0.1 }, "on"],
  ["follows when the music is at its end", 5, { valence: 0, arousal: 0 }, "on"],
  ["is where the end is", 5, end, "on"],
])("when the room %s, after %d songs, the way goes on or begins anew", (_, songs, affect, how) => {
  const before = after(songs);
  expect(afterMoodChange(before, affect)).toEqual(how === "on" ? before : beginGlide(affect, end, 6));
});

test("however a room goes up and down, the way begins anew a few times at the most", () => {
  const corners = [-0.9, -0.3, 0.3, 0.9].flatMap((valence) =>
    [0.8, -0.8, 0].map((arousal) => ({ valence, arousal })),
  );
  let way = beginGlide(end, end, 6);
  let anew = 0;
  for (let turn = 0; turn < 50; turn += 1)
    for (const affect of corners.toReversed()) {
      const next = afterMoodChange(way, affect);
      anew += Number(next !== way);
      way = next;
    }
  expect(anew).toBeLessThanOrEqual(8);
  expect(anew).toBeGreaterThan(0);
});
