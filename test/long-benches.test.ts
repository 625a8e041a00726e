import { describe, expect, test } from "vitest";
import { run as recovery } from "../bench/recovery.ts";
import { run as soak, table } from "../bench/soak.ts";
import { slopeOf } from "../bench/soak-sides/slope.ts";

// Short runs of what is run for long elsewhere: on a busy machine their seconds say little, and nothing is asked of them.

test("two minutes of the whole daemon leave nothing over, restart nothing and never pause for long", async () => {
  const figures = await soak(["--minutes", "2", "--hours", "0"]);
  const { realTime } = figures;
  expect(realTime?.processes.map(({ name }) => name)).toEqual(
    expect.arrayContaining(["daemon", "vision", "mpv"]),
  );
  for (const { lives, lastMb } of realTime?.processes ?? []) {
    expect(lives).toBe(1);
    expect(lastMb).toBeGreaterThan(10);
  }
  expect(realTime?.leaked).toEqual({});
  expect(realTime?.songs).toBeGreaterThan(0);
  // A song that gives way to another mood fades and is loaded: a breath, which a busy machine draws out to 2.4 s. As
  // long as a hang may take to be mended is too long; how short it is on a quiet machine is for the bench to tell.
  expect(realTime?.silence.longestMs).toBeLessThan(5_000);
  expect(table(figures)).toContain("MB an hour");
}, 400_000);

test("a day until the afternoon, by a fast clock: it opens, closes, picks and rests as the owner said", async () => {
  const { day } = await soak(["--minutes", "0", "--hours", "9"]);
  expect(day).toMatchObject({ longestSilenceMs: 0, outOfRangeMsMax: 0, restsBroken: 0 });
  expect(day?.songs).toBeGreaterThan(100);
  // It looks every 5 s, and fades out for 6 s.
  expect(day?.openedLateMsMax).toBeLessThanOrEqual(5_000);
  expect(day?.closedLateMsMax).toBeLessThanOrEqual(11_000);
});

test("mpv killed and stopped by signals comes back each time with the same song at its place", async () => {
  const { killed, stopped, mpvAloneMs } = await recovery(["--kills", "3", "--stops", "1", "--starts", "0"]);
  expect(killed).toMatchObject({ tries: 3, recovered: 3 });
  expect(stopped).toMatchObject({ tries: 1, recovered: 1 });
  expect(mpvAloneMs.p50Ms).toBeGreaterThan(0);
});

describe("a slope", () => {
  const points = (values: readonly number[]) => values.map((value, n) => ({ atMs: n * 60_000, value }));

  test("is told by the hour", () => {
    expect(slopeOf(points([1, 2, 3, 4])).perHour).toBeCloseTo(60);
  });

  test("of what only jitters is within its error", () => {
    const { perHour, plusMinus } = slopeOf(points([5, 6, 5, 6, 5, 6, 5, 6, 5]));
    expect(Math.abs(perHour)).toBeLessThan(plusMinus);
  });
});
