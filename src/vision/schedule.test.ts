import { expect, test } from "vitest";
import { Schedule } from "./schedule.ts";

const rates = { withFaces: 5, withoutFaces: 1 };

/** Looks at these times and says when the next look is due and where, after each. */
function follow(looks: readonly { at: number; faces: number; missed?: boolean }[]) {
  const schedule = new Schedule(rates);
  return looks.map(({ at, faces, missed = false }) => {
    const where = schedule.whereAt(at);
    schedule.looked({ at, where, faces, missed });
    return { where, dueAt: schedule.dueAt };
  });
}

test("the first look is due at once, over the whole frame", () => {
  const schedule = new Schedule(rates);
  expect(schedule.dueAt).toBe(Number.NEGATIVE_INFINITY);
  expect(schedule.whereAt(0)).toBe("whole");
});

test("nobody: one look a second, over the whole frame", () => {
  expect(
    follow([
      { at: 0, faces: 0 },
      { at: 1_000, faces: 0 },
    ]),
  ).toEqual([
    { where: "whole", dueAt: 1_000 },
    { where: "whole", dueAt: 2_000 },
  ]);
});

test("faces: five looks a second, around them, and once a second everywhere", () => {
  const looks = follow([0, 200, 400, 600, 800, 1_000, 1_200].map((at) => ({ at, faces: 1 })));
  expect(looks.map(({ where }) => where)).toEqual([
    "whole",
    "around",
    "around",
    "around",
    "around",
    "whole",
    "around",
  ]);
  expect(looks.at(-1)?.dueAt).toBe(1_400);
});

test("a face that is lost is searched everywhere once, and then only with the second", () => {
  const looks = follow([
    { at: 0, faces: 1 },
    { at: 200, faces: 1, missed: true },
    { at: 400, faces: 1, missed: true },
    { at: 600, faces: 1, missed: true },
  ]);
  expect(looks.map(({ where }) => where)).toEqual(["whole", "around", "whole", "around"]);
});

test("small delays don't add up", () => {
  const looks = follow([
    { at: 0, faces: 1 },
    { at: 230, faces: 1 },
    { at: 410, faces: 1 },
  ]);
  expect(looks.map(({ dueAt }) => dueAt)).toEqual([200, 400, 600]);
});

test("looks that were missed altogether are not made up for", () => {
  const looks = follow([
    { at: 0, faces: 1 },
    { at: 5_000, faces: 1 },
  ]);
  expect(looks.at(-1)?.dueAt).toBe(5_200);
});

test("a new rate holds from the next look on", () => {
  const schedule = new Schedule(rates);
  schedule.looked({ at: 0, where: "whole", faces: 1, missed: false });
  schedule.rates = { withFaces: 10, withoutFaces: 1 };
  expect(schedule.dueAt).toBe(100);
});
