import { expect, test } from "vitest";
import { fuzz, fuzzTable } from "./fuzz.ts";

/** The same ones each time; `npm run bench -- attacks` tries ten times as many, and others. */
const SEED = 20_261_122;

test("ten thousand messages that nobody should send do nothing that was not allowed, break nothing and leave nothing", async () => {
  const report = await fuzz({ count: 10_000, seed: SEED });
  console.log(fuzzTable(report));
  expect(report.through).toEqual([]);
  expect(report.requests + report.messages).toBe(10_000);
  // Who was refused, and who was understood: neither alone would show much.
  for (const status of [200, 400, 403, 404]) expect(report.answers[status]).toBeGreaterThan(10);
  // Guests' phones were let in, and what they sent was looked at.
  expect(report.byPhones.requests).toBeGreaterThan(60);
  expect(report.byPhones.messages).toBeGreaterThan(400);
  const [first, last] = report.heapMb;
  // A kilobyte kept of each would be 10; connections that were hung up on take half a minute to be forgotten, and the
  // faster the machine, the more of them there are still. `npm run bench -- attacks` sees what stays.
  expect(last - first).toBeLessThan(40);
}, 600_000);
