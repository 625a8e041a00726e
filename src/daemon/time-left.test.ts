import { expect, test } from "vitest";
import { TimeLeft } from "./time-left.ts";

test("nothing is told at first, then what the last minutes say", () => {
  let now = 0;
  const left = new TimeLeft({ monotonic: () => now, done: 100 });
  now = 2_000;
  expect(left.progress(120, 1_100)).toEqual({ done: 120, of: 1_100, leftMs: null });
  now = 10_000;
  expect(left.progress(200, 1_100).leftMs).toBe(90_000);
});

test("what has become ten times slower is told so within two minutes", () => {
  let now = 0;
  let done = 0;
  const left = new TimeLeft({ monotonic: () => now });
  for (; now <= 260_000; now += 10_000) {
    done += now <= 120_000 ? 100 : 10;
    left.progress(done, 100_000);
  }
  expect(left.progress(done, done + 60).leftMs).toBeGreaterThan(50_000);
});

test("work that stands still has no time left to tell", () => {
  let now = 0;
  const left = new TimeLeft({ monotonic: () => now });
  now = 30_000;
  expect(left.progress(0, 10).leftMs).toBeNull();
});
