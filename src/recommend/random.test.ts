import { expect, test } from "vitest";
import { seededRandom } from "./random.ts";

const some = (seed: number, count: number) => Array.from({ length: count }, seededRandom(seed));

test("the same seed gives the same numbers, another seed others", () => {
  expect(some(42, 20)).toEqual(some(42, 20));
  expect(some(42, 20)).not.toEqual(some(43, 20));
});

test.each([0, 1, 4_294_967_295])("seed %d gives numbers from 0 to below 1, evenly", (seed) => {
  const numbers = some(seed, 20_000);
  expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...numbers)).toBeLessThan(1);
  const tenths = Array.from({ length: 10 }, (_, tenth) =>
    numbers.filter((number) => Math.floor(number * 10) === tenth),
  );
  for (const tenth of tenths) expect(Math.abs(tenth.length - 2_000)).toBeLessThan(200);
});
