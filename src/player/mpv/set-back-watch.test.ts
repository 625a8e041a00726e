import { beforeEach, describe, expect, test } from "vitest";
import { SetBackWatch } from "./set-back-watch.ts";

const day = 86_400_000;

let wallMs: number;
let upMs: number;
let watch: SetBackWatch;

beforeEach(() => {
  wallMs = Date.UTC(2026, 9, 25, 0, 59, 59);
  upMs = 5_000;
  watch = new SetBackWatch({ now: () => wallMs, monotonic: () => upMs });
});

const passes = (ms: number): void => {
  wallMs += ms;
  upMs += ms;
};

const looksFor = (ms: number): boolean[] =>
  Array.from({ length: ms / 250 }, () => {
    passes(250);
    return watch.wasSetBack();
  });

test.each([100, 3_600_000, day])("a wall clock that was set back by %d ms is noticed, once", (backMs) => {
  expect(looksFor(1_000)).not.toContain(true);
  wallMs -= backMs;
  expect(looksFor(1_000)).toEqual([true, false, false, false]);
});

test("each further time is noticed too, also when it was set ahead in between", () => {
  looksFor(1_000);
  for (const moveMs of [-day, 2 * day, -day]) {
    wallMs += moveMs;
    expect(looksFor(1_000).filter(Boolean)).toHaveLength(moveMs < 0 ? 1 : 0);
  }
});

describe("no setting back", () => {
  test("is the first look", () => {
    expect(watch.wasSetBack()).toBe(false);
  });

  test("is a clock that was set ahead", () => {
    looksFor(1_000);
    wallMs += day;
    expect(looksFor(10_000)).not.toContain(true);
  });

  test("is a machine that slept: the monotonic clock stood still, and the wall clock did not", () => {
    looksFor(1_000);
    wallMs += 8 * 3_600_000;
    expect(looksFor(10_000)).not.toContain(true);
  });

  test("is the hour that comes twice in autumn", () => {
    // At 01:00 UTC all of Europe's clocks say 2 again instead of 3.
    expect(looksFor(10_000)).not.toContain(true);
    expect(wallMs).toBeGreaterThan(Date.UTC(2026, 9, 25, 1));
  });

  test("is a reading that is a few milliseconds off, however often that is", () => {
    for (let n = 0; n < 100; n += 1) {
      passes(250);
      wallMs += n % 2 === 0 ? 20 : -20;
      expect(watch.wasSetBack()).toBe(false);
    }
  });

  test("is a look in the middle of which somebody else had the processor", () => {
    let interruptedMs = 0;
    const interrupted = new SetBackWatch({
      now: () => {
        const read = wallMs;
        passes(interruptedMs);
        return read;
      },
      monotonic: () => upMs,
    });
    interrupted.wasSetBack();
    for (interruptedMs of [700, 0, 700, 0]) {
      passes(250);
      expect(interrupted.wasSetBack()).toBe(false);
    }
    wallMs -= day;
    expect(interrupted.wasSetBack()).toBe(true);
  });
});
