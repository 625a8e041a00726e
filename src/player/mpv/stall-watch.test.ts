import { expect, test } from "vitest";
import { StallWatch } from "./stall-watch.ts";

test("a clock that stands still for the limit has stalled", () => {
  const watch = new StallWatch(2_000);
  watch.moved(0);
  for (let now = 250; now < 2_000; now += 250) expect(watch.stalled(now)).toBe(false);
  expect(watch.stalled(2_000)).toBe(true);
});

test("one that moves now and then has not", () => {
  const watch = new StallWatch(2_000);
  for (let now = 0; now < 20_000; now += 250) {
    if (now % 1_750 === 0) watch.moved(now);
    expect(watch.stalled(now)).toBe(false);
  }
});

test("when we ourselves stood still, it is given its time again", () => {
  const watch = new StallWatch(2_000);
  watch.moved(0);
  expect(watch.stalled(60_000)).toBe(false);
  for (let now = 60_250; now < 62_000; now += 250) expect(watch.stalled(now)).toBe(false);
  expect(watch.stalled(62_000)).toBe(true);
});
