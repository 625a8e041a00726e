import { expect, test } from "vitest";
import { Meter } from "./meter.ts";

test("frames that were dropped before they were decoded count, and make reading look no faster", () => {
  const meter = new Meter();
  for (let frame = 0; frame < 5; frame++) {
    meter.read(null);
    meter.dropped();
  }
  meter.read(8);
  expect(meter.stats()).toMatchObject({ framesRead: 6, framesDropped: 5, readMs: 8 });
});
