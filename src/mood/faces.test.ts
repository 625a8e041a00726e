import { expect, test } from "vitest";
import { readFaces } from "./faces.ts";
import { atRest, crying, face, smiling } from "./testing-scenes.ts";

const box = (side: number) => ({ x: 0, y: 0, width: side, height: side });
const valence = (...detections: Parameters<typeof readFaces>[0]) =>
  readFaces(detections)?.affect.valence ?? 0;

test("nobody, and faces that abstained, give no reading", () => {
  expect(readFaces([])).toBeNull();
  expect(readFaces([face(null), face(null)])).toBeNull();
  expect(readFaces([face({ wink: 1 })])).toBeNull();
  expect(readFaces([face(smiling, { quality: 0 })])).toBeNull();
});

test("a nearer face counts more, and a clearer one", () => {
  const near = { box: box(0.4) };
  const far = { box: box(0.1) };
  expect(valence(face(smiling, near), face(crying, far))).toBeGreaterThan(0.3);
  expect(valence(face(smiling, far), face(crying, near))).toBeLessThan(-0.2);
  expect(valence(face(smiling, { quality: 0.9 }), face(crying, { quality: 0.2 }))).toBeGreaterThan(0.3);
});

test("one face in front does not drown a dozen behind it", () => {
  const crowd = Array.from({ length: 12 }, () => face(smiling, { box: box(0.1) }));
  expect(valence(face(crying, { box: box(0.5) }), ...crowd)).toBeGreaterThan(0.2);
});

test("the order of the faces does not matter", () => {
  const [a, b, c] = [face(smiling), face(crying, { box: box(0.3) }), face(atRest, { quality: 0.4 })];
  expect(valence(a, b, c)).toBeCloseTo(valence(c, a, b), 12);
});

test("confidence grows with the number of faces, with how surely and how well they are read", () => {
  const confidence = (...detections: Parameters<typeof readFaces>[0]) =>
    readFaces(detections)?.confidence ?? 0;
  const one = confidence(face(smiling));
  expect(one).toBeGreaterThan(0.3);
  expect(confidence(face(smiling), face(smiling))).toBeGreaterThan(one);
  expect(confidence(face({ happy: 0.5, neutral: 0.5 }))).toBeLessThan(one);
  expect(confidence(face(smiling, { quality: 0.3 }))).toBeLessThan(one);
  expect(confidence(face(smiling), face(null), face(null))).toBeLessThan(one);
  expect(
    confidence(...Array.from({ length: 9 }, () => face({ happy: 1 }, { quality: 1 }))),
  ).toBeLessThanOrEqual(1);
});
