import { expect, test } from "vitest";
import { fuzz, fuzzTable } from "./fuzz-for-tests.ts";

test("ten thousand messages that nobody should send do nothing that was not allowed, break nothing and leave nothing", async () => {
  const report = await fuzz({ count: 10_000, seed: Math.floor(Math.random() * 2 ** 31) });
  console.log(fuzzTable(report));
  expect(report.through).toEqual([]);
  expect(report.requests + report.messages).toBe(10_000);
  // Who was refused, and who was understood: neither alone would show much.
  for (const status of [200, 400, 403, 404]) expect(report.answers[status]).toBeGreaterThan(10);
  const [first, last] = report.heapMb;
  expect(last - first).toBeLessThan(15);
}, 600_000);
