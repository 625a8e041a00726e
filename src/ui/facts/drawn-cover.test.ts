import { expect, test } from "vitest";
import { drawnCover } from "./drawn-cover.ts";

test("the same song has the same picture, another song another", () => {
  expect(drawnCover("track-1")).toEqual(drawnCover("track-1"));
  expect(drawnCover("track-1")).not.toEqual(drawnCover("track-2"));
});

test("any id gives a whole picture", () => {
  for (const seed of ["", "0", "夜", "019a3f0c-7b1e-7c3a-9d55-0123456789ab"]) {
    const { ground, shapes } = drawnCover(seed);
    expect(shapes).toHaveLength(5);
    expect(JSON.stringify([ground, shapes])).not.toMatch(/NaN|undefined|null/);
  }
});
