import { expect, test } from "vitest";
import { cutCrop, planCrop } from "./crop.ts";
import { loadOpenCv } from "./opencv.ts";

const opencv = loadOpenCv();

test.each([
  [
    "in the middle: margin times the width, same centre",
    { box: { x: 0.4, y: 0.4, width: 0.2, height: 0.3 }, margin: 1.5 },
    { inside: { x: 35, y: 40, width: 30, height: 30 }, border: { top: 0, bottom: 0, left: 0, right: 0 } },
  ],
  [
    "over the left top corner: the rest is border",
    { box: { x: 0, y: 0, width: 0.2, height: 0.2 }, margin: 2 },
    { inside: { x: 0, y: 0, width: 30, height: 30 }, border: { top: 10, bottom: 0, left: 10, right: 0 } },
  ],
  [
    "over the right bottom corner",
    { box: { x: 0.8, y: 0.8, width: 0.2, height: 0.2 }, margin: 2 },
    { inside: { x: 70, y: 70, width: 30, height: 30 }, border: { top: 0, bottom: 10, left: 0, right: 10 } },
  ],
  ["outside", { box: { x: 1.5, y: 0, width: 0.2, height: 0.2 }, margin: 1 }, null],
])("a crop %s", (_, { box, margin }, expected) => {
  expect(planCrop({ box, margin, width: 100, height: 100 })).toEqual(expected);
});

/** A BGR picture whose grey values are these: all three channels alike. */
const picture = (rows: readonly (readonly number[])[]) =>
  new opencv.raw.Mat(
    Buffer.from(rows.flatMap((row) => row.flatMap((value) => [value, value, value]))),
    rows.length,
    rows[0]?.length ?? 0,
    opencv.raw.CV_8UC3,
  );
const checker = picture([
  [10, 20, 50, 60],
  [30, 40, 70, 80],
  [90, 90, 0, 0],
  [90, 90, 0, 4],
]);

test("a crop that shrinks takes the mean of the area under each pixel", () => {
  const plan = {
    inside: { x: 0, y: 0, width: 4, height: 4 },
    border: { top: 0, bottom: 0, left: 0, right: 0 },
  };
  expect([...cutCrop({ opencv, frame: checker, plan, width: 2, height: 2 })]).toEqual([25, 65, 90, 1]);
});

test("a crop beyond the frame repeats the frame's border", () => {
  const plan = {
    inside: { x: 0, y: 0, width: 1, height: 1 },
    border: { top: 1, bottom: 0, left: 1, right: 0 },
  };
  expect([...cutCrop({ opencv, frame: checker, plan, width: 2, height: 2 })]).toEqual([10, 10, 10, 10]);
});

test("a crop of the net's own size is left as it is", () => {
  const plan = {
    inside: { x: 2, y: 0, width: 2, height: 2 },
    border: { top: 0, bottom: 0, left: 0, right: 0 },
  };
  expect([...cutCrop({ opencv, frame: checker, plan, width: 2, height: 2 })]).toEqual([50, 60, 70, 80]);
});

test("colours are weighed as eyes do: green most, blue least", () => {
  const blueGreenRed = new opencv.raw.Mat(Buffer.from([100, 150, 200]), 1, 1, opencv.raw.CV_8UC3);
  const plan = {
    inside: { x: 0, y: 0, width: 1, height: 1 },
    border: { top: 0, bottom: 0, left: 0, right: 0 },
  };
  // 0.114 × 100 + 0.587 × 150 + 0.299 × 200 = 159.25
  expect([...cutCrop({ opencv, frame: blueGreenRed, plan, width: 1, height: 1 })]).toEqual([159]);
});
