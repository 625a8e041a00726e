import { describe, expect, test } from "vitest";
import { TimeLeft } from "./time-left.ts";

/** How work goes on: each entry is so many steps, each of so many milliseconds with so many pieces done. */
type Course = readonly { steps: number; ms: number; pieces: number }[];

const steadily = (steps: number, ms: number, pieces: number): Course => [{ steps, ms, pieces }];

/** What is told after each step, of so many pieces. */
function told(course: Course, of: number, before = 0) {
  let [now, done] = [5_000, before];
  const left = new TimeLeft({ monotonic: () => now, done: before });
  const answers = [left.progress(done, of).leftMs];
  for (const { steps, ms, pieces } of course)
    for (let step = 0; step < steps; step++) {
      now += ms;
      done += pieces;
      answers.push(left.progress(done, of).leftMs);
    }
  return answers;
}

describe("nothing is told", () => {
  test.each<[string, Course]>([
    ["when work has just begun", steadily(1, 3_000, 10)],
    ["after a few songs, however long each took", steadily(8, 4_000, 1)],
    ["after many files within a moment", steadily(25, 300, 40)],
    ["while the first song keeps everybody waiting", steadily(40, 10_000, 0)],
    [
      "while files that are known already fly past, and new ones begin",
      [
        { steps: 30, ms: 250, pieces: 2_000 },
        { steps: 30, ms: 250, pieces: 100 },
      ],
    ],
    [
      "of a disk that begins slowly",
      [
        { steps: 6, ms: 2_000, pieces: 1 },
        { steps: 6, ms: 2_000, pieces: 50 },
      ],
    ],
  ])("%s", (_when, course) => {
    expect(new Set(told(course, 100_000))).toEqual(new Set([null]));
  });
});

describe("the time left is told", () => {
  test.each<[string, Course, number, number]>([
    ["of songs of two seconds each", steadily(15, 2_000, 1), 115, 200_000],
    ["of a scan", steadily(60, 250, 250), 115_000, 100_000],
    [
      "without the thread's start, which took ten times as long as a song",
      [{ steps: 1, ms: 20_000, pieces: 1 }, ...steadily(15, 2_000, 1)],
      116,
      200_000,
    ],
    [
      "of a busy machine, where a song a minute is listened to",
      [...steadily(1, 1_000, 1), ...steadily(15, 60_000, 1)],
      26,
      600_000,
    ],
    [
      "of a machine so busy that no two songs take as long",
      Array.from({ length: 9 }, (_, n) => ({ steps: 1, ms: n < 4 ? 8_000 : 60_000, pieces: 1 })),
      97,
      Math.round((88 * (3 * 8_000 + 5 * 60_000)) / 8),
    ],
    ["of bytes from a stick", steadily(60, 250, 5_000_000), 600_000_000, 15_000],
    ["as nothing when all is done", steadily(40, 500, 10), 400, 0],
  ])("%s", (_what, course, of, leftMs) => {
    expect(told(course, of).at(-1)).toBe(leftMs);
  });

  test("of what is left only, where most was done before", () => {
    expect(told(steadily(15, 2_000, 1), 9_115, 9_000).at(-1)).toBe(200_000);
  });

  test("anew within two minutes when work has become ten times slower", () => {
    const course = [...steadily(240, 500, 50), ...steadily(250, 500, 5)];
    expect(told(course, 18_250).at(-1)).toBe(500_000);
  });

  test("ever after, once it is known, and grows while work stands still", () => {
    const answers = told([...steadily(20, 1_000, 10), { steps: 60, ms: 1_000, pieces: 0 }], 1_000);
    const known = answers.slice(answers.findIndex((answer) => answer !== null)) as number[];
    expect(known).not.toContain(null);
    expect(known.at(-1)).toBeGreaterThan(3 * Math.min(...known));
  });
});
