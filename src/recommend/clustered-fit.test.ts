import { expect, test } from "vitest";
import { clusteredFit, type Observed, studentQuantile } from "./clustered-fit.ts";
import { seededRandom } from "./random.ts";

test.each([
  [1, 12.706],
  [2, 4.303],
  [3, 3.182],
  [4, 2.776],
  [7, 2.365],
  [10, 2.228],
  [30, 2.042],
  [120, 1.98],
  [100_000, 1.96],
])("Student's quantile with %d degrees of freedom is %d, as the tables have it", (degrees, quantile) => {
  expect(studentQuantile(degrees)).toBeCloseTo(quantile, 2);
});

test("a line through its points is found", () => {
  const line = [0, 1, 2, 3, 4].map((x, cluster): Observed => ({ x: [1, x], y: 2 + 3 * x, cluster }));
  const [level, slope] = clusteredFit(line) ?? [];
  expect(level?.mean).toBeCloseTo(2, 9);
  expect(slope).toEqual({
    mean: expect.closeTo(3, 9),
    low: expect.closeTo(3, 6),
    high: expect.closeTo(3, 6),
  });
});

test("a mean of single observations has the interval that every textbook gives", () => {
  const [mean] = clusteredFit([1, 2, 3, 4, 5].map((y, cluster) => ({ x: [1], y, cluster }))) ?? [];
  // s = 1.5811, s/√5 = √½, t(4) = 2.776
  expect(mean?.mean).toBeCloseTo(3, 9);
  expect(mean?.high).toBeCloseTo(3 + 2.776 * Math.SQRT1_2, 2);
});

test("observations that say the same five times over say it once", () => {
  const rows = [1, 2, 3, 4, 5];
  const once = clusteredFit(rows.map((y, cluster) => ({ x: [1], y, cluster })))?.[0];
  const often = clusteredFit(
    rows.flatMap((y, cluster) => Array(5).fill({ x: [1], y, cluster }) as Observed[]),
  )?.[0];
  expect((often?.high ?? 0) - (often?.low ?? 0)).toBeCloseTo((once?.high ?? 0) - (once?.low ?? 0), 1);
});

test("what can't be told apart has no answer, nor has a single cluster", () => {
  const twins = [1, 2, 3, 4].map((x, cluster): Observed => ({ x: [x, 2 * x], y: x, cluster }));
  expect(clusteredFit(twins)).toBeNull();
  expect(clusteredFit([1, 2, 3].map((y) => ({ x: [1], y, cluster: 1 })))).toBeNull();
  expect(clusteredFit([])).toBeNull();
});

test("of a hundred samples of chance alone, about five intervals miss nought, also where evenings differ", () => {
  const random = seededRandom(8);
  const noise = () => random() + random() + random() - 1.5;
  let missed = 0;
  for (let sample = 0; sample < 400; sample += 1) {
    const rows = Array.from({ length: 20 }, (_, cluster) => {
      const evening = noise();
      return Array.from({ length: 8 }, (): Observed => ({ x: [1], y: evening + noise(), cluster }));
    }).flat();
    const [mean] = clusteredFit(rows) ?? [];
    if (mean === undefined || mean.low > 0 || mean.high < 0) missed += 1;
  }
  expect(missed / 400).toBeGreaterThan(0.02);
  expect(missed / 400).toBeLessThan(0.085);
});
