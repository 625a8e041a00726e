import { expect, test } from "vitest";
import type { Box } from "../protocol/vision.ts";
import { iou } from "./box.ts";
import { Tracker } from "./tracker.ts";

const at = (x: number, y = 0.2): Box => ({ x, y, width: 0.2, height: 0.2 });
const seen = (...boxes: Box[]) => boxes.map((box) => ({ box, score: 9 }));
const tracker = () => new Tracker({ sameFaceIou: 0.3, hitsToTrust: 2, missesToForget: 2 });
const ids = ({ trusted }: Tracker) => trusted.map(({ trackId }) => trackId);

test.each([
  ["the same box", at(0.1), at(0.1), 1],
  ["boxes apart", at(0.1), at(0.5), 0],
  ["boxes that touch", at(0.1), at(0.3), 0],
  ["half a width aside", at(0.1), at(0.2), 1 / 3],
  ["one inside the other", at(0.1), { x: 0.15, y: 0.25, width: 0.1, height: 0.1 }, 1 / 4],
])("overlap of %s", (_, a, b, expected) => {
  expect(iou(a, b)).toBeCloseTo(expected, 9);
  expect(iou(b, a)).toBeCloseTo(expected, 9);
});

test("a face is told from its second look on", () => {
  const faces = tracker();
  faces.update(seen(at(0.1)));
  expect(ids(faces)).toEqual([]);
  expect(faces.tracks).toHaveLength(1);
  faces.update(seen(at(0.11)));
  expect(ids(faces)).toEqual([1]);
});

test("what is seen only once is forgotten at once", () => {
  const faces = tracker();
  faces.update(seen(at(0.1)));
  faces.update([]);
  expect(faces.tracks).toEqual([]);
});

test("a face keeps its id while it moves", () => {
  const faces = tracker();
  for (let x = 0.1; x < 0.7; x += 0.05) faces.update(seen(at(x)));
  expect(ids(faces)).toEqual([1]);
});

test("two faces that come close keep their own ids, whatever order they are found in", () => {
  const faces = tracker();
  faces.update(seen(at(0.1), at(0.4)));
  faces.update(seen(at(0.37), at(0.13)));
  faces.update(seen(at(0.34), at(0.16)));
  expect(faces.trusted.map(({ trackId, box }) => [trackId, box.x])).toEqual([
    [1, 0.16],
    [2, 0.34],
  ]);
});

test("a missed face stays where it was for some looks, counted, and then is gone", () => {
  const faces = tracker();
  faces.update(seen(at(0.1)));
  faces.update(seen(at(0.1)));
  faces.update([]);
  faces.update([]);
  expect(faces.trusted).toMatchObject([{ trackId: 1, missed: 2, box: at(0.1) }]);
  faces.update([]);
  expect(faces.tracks).toEqual([]);
});

test("a face that is found again in time has its old id, and no misses", () => {
  const faces = tracker();
  faces.update(seen(at(0.1)));
  faces.update(seen(at(0.1)));
  faces.update([]);
  faces.update(seen(at(0.12)));
  expect(faces.trusted).toMatchObject([{ trackId: 1, missed: 0 }]);
});

test("ids are never given twice, also after everybody was forgotten", () => {
  const faces = tracker();
  faces.update(seen(at(0.1)));
  faces.clear();
  faces.update(seen(at(0.1)));
  expect(faces.tracks).toMatchObject([{ trackId: 2 }]);
});
