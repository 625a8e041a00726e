import { expect, test } from "vitest";
import { LEAST_SIDE, movedZone, resizedZone, zoneBetween } from "./zones.ts";

const zone = { x: 0.2, y: 0.3, width: 0.4, height: 0.2 };

test("a zone is drawn from any corner to the one across, and ends where the picture ends", () => {
  const drawn = { x: 0.25, y: 0.5, width: 0.5, height: 0.25 };
  expect(zoneBetween({ x: 0.25, y: 0.5 }, { x: 0.75, y: 0.75 })).toEqual(drawn);
  expect(zoneBetween({ x: 0.75, y: 0.5 }, { x: 0.25, y: 0.75 })).toEqual(drawn);
  expect(zoneBetween({ x: -1, y: 0.5 }, { x: 0.25, y: 3 })).toEqual({
    x: 0,
    y: 0.5,
    width: 0.25,
    height: 0.5,
  });
});

test("a touch that did not move draws nothing", () => {
  expect(zoneBetween({ x: 0.5, y: 0.5 }, { x: 0.51, y: 0.9 })).toBeNull();
});

test("a zone moves up to the edges and keeps its size", () => {
  expect(movedZone(zone, { x: 0.1, y: -0.1 })).toEqual({ ...zone, x: 0.3, y: 0.2 });
  expect(movedZone(zone, { x: 5, y: -5 })).toEqual({ ...zone, x: 0.6, y: 0 });
});

test("a zone is sized by its corner, no smaller than a finger and no larger than the picture", () => {
  expect(resizedZone(zone, { x: 0.1, y: 0.1 })).toEqual({ ...zone, width: 0.5, height: 0.3 });
  expect(resizedZone(zone, { x: -5, y: 5 })).toEqual({ ...zone, width: LEAST_SIDE, height: 0.7 });
});
