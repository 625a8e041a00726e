import { expect, test } from "vitest";
import { entropyBits, gate, isSure, judge, sharpness } from "./quality.ts";

const good = { widthPx: 120, sharpness: 0.2, score: 20, missed: 0 };

test("a large, sharp face that looks at the camera is of full quality", () => {
  expect(judge(good, 48)).toEqual({ quality: 1, abstained: null });
});

test.each([
  ["too-small", "smaller than half the net's input", { ...good, widthPx: 23 }],
  ["blurred", "blurred", { ...good, sharpness: 0.019 }],
  ["turned", "hardly found by the cascade", { ...good, score: 3 }],
  ["turned", "lost by the cascade", { ...good, missed: 1 }],
])("it is not read, as %s, when it is %s", (abstained, _, face) => {
  expect(judge(face, 48)).toEqual({ quality: 0, abstained });
});

test("quality falls as the face gets smaller, blurrier or is found less surely", () => {
  for (const worse of [{ widthPx: 40 }, { sharpness: 0.05 }, { score: 5 }]) {
    const { quality, abstained } = judge({ ...good, ...worse }, 48);
    expect(abstained).toBeNull();
    expect(quality).toBeGreaterThan(0);
    expect(quality).toBeLessThan(1);
  }
});

test("entropy by hand: certain, a coin, four equal ones", () => {
  expect(entropyBits([1, 0, 0])).toBe(0);
  expect(entropyBits([0.5, 0.5])).toBe(1);
  expect(entropyBits([0.25, 0.25, 0.25, 0.25])).toBe(2);
});

test("an answer is sure from the model's own probability on", () => {
  expect(isSure({ happy: 0.6, sad: 0.4 }, { asked: null, own: 0.6 })).toBe(true);
  expect(isSure({ happy: 0.59, sad: 0.41 }, { asked: null, own: 0.6 })).toBe(false);
});

test("an answer whose rest lies all over the place is not sure, though its largest probability would do", () => {
  const scattered = { a: 0.5, b: 0.1, c: 0.1, d: 0.1, e: 0.1, f: 0.1 };
  expect(entropyBits(Object.values(scattered))).toBeGreaterThan(gate.mostEntropyBits);
  expect(isSure(scattered, { asked: null, own: 0.5 })).toBe(false);
  expect(isSure({ a: 0.5, b: 0.5, c: 0, d: 0, e: 0, f: 0 }, { asked: null, own: 0.5 })).toBe(true);
});

test("whoever asks for a probability gets what they asked for", () => {
  const scattered = { a: 0.5, b: 0.1, c: 0.1, d: 0.1, e: 0.1, f: 0.1 };
  expect(isSure(scattered, { asked: 0, own: 0.9 })).toBe(true);
  expect(isSure(scattered, { asked: 0.51, own: 0 })).toBe(false);
});

test("sharpness by hand: a single bright point on black", () => {
  // 3 × 3 has one inner pixel: its Laplacian is -36, of no variance.
  expect(sharpness(Uint8Array.of(0, 0, 0, 0, 9, 0, 0, 0, 0), 3)).toBe(0);
  // 4 × 3 has two: -36 and 9; mean -13.5, variance 506.25. Pixels: mean 0.75, variance 81/12 - 0.5625 = 6.1875.
  expect(sharpness(Uint8Array.of(0, 0, 0, 0, 0, 9, 0, 0, 0, 0, 0, 0), 4)).toBeCloseTo(506.25 / 6.1875, 6);
});

test("sharpness does not depend on light or contrast, and one colour has none", () => {
  const pattern = Array.from({ length: 100 }, (_, at) => (at * 37) % 60);
  const plain = sharpness(Uint8Array.from(pattern), 10);
  expect(
    sharpness(
      Uint8Array.from(pattern, (value) => value * 3 + 40),
      10,
    ),
  ).toBeCloseTo(plain, 6);
  expect(sharpness(new Uint8Array(100).fill(80), 10)).toBe(0);
});
