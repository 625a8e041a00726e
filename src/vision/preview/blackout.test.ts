import { expect, test } from "vitest";
import { loadOpenCv } from "../opencv.ts";
import { greyPicture } from "../testing.ts";
import { blackOut, isCovered } from "./blackout.ts";

const opencv = loadOpenCv();

/** The columns of a row that are black; the picture has 64 by 48 pixels. */
function blackColumns(zones: Parameters<typeof blackOut>[2], row: number): number[] {
  const picture = greyPicture(opencv, 200);
  blackOut(opencv, picture, zones);
  const bytes = picture.getData();
  picture.release();
  return Array.from({ length: 64 }, (_, x) => x).filter((x) => bytes[(row * 64 + x) * 3] === 0);
}

test("a zone is black to its last pixel, also to one that it covers in part", () => {
  const zone = { x: 0.26, y: 0.5, width: 0.1, height: 0.25 };
  expect(blackColumns([zone], 30)).toEqual([16, 17, 18, 19, 20, 21, 22, 23]);
  expect(blackColumns([zone], 10)).toEqual([]);
});

test("zones may lie over each other and reach beyond the picture", () => {
  const zones = [
    { x: 0.9, y: 0, width: 1, height: 1 },
    { x: 0.95, y: 0, width: 0.05, height: 1 },
  ];
  expect(blackColumns(zones, 47)).toEqual([57, 58, 59, 60, 61, 62, 63]);
});

test("a box of a recording is covered by where its middle lies", () => {
  const zone = { x: 0, y: 0, width: 0.5, height: 0.5 };
  expect(isCovered({ x: 0.3, y: 0.3, width: 0.2, height: 0.2 }, [zone])).toBe(true);
  expect(isCovered({ x: 0.45, y: 0.3, width: 0.2, height: 0.2 }, [zone])).toBe(false);
  expect(isCovered({ x: 0.45, y: 0.3, width: 0.2, height: 0.2 }, [])).toBe(false);
});
