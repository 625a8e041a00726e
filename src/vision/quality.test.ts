import { expect, test } from "vitest";
import { judge, sharpness } from "./quality.ts";

const good = { widthPx: 120, sharpness: 0.2, score: 20, missed: 0 };

test("a large, sharp face that looks at the camera is of full quality", () => {
  expect(judge(good, 48)).toEqual({ quality: 1, abstained: null });
});

test.each([
  ["too-small", { ...good, widthPx: 20 }],
  ["blurred", { ...good, sharpness: 0.001 }],
  ["turned", { ...good, score: 1 }],
  ["turned", { ...good, missed: 1 }],
])("it is not read when it is %s", (abstained, face) => {
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
