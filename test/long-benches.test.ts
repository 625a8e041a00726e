import { describe, expect, test } from "vitest";
import { run as recovery } from "../bench/recovery.ts";
import { run as soak, table } from "../bench/soak.ts";
import { slopeOf } from "../bench/soak-sides/slope.ts";

// Short runs of what is run for long elsewhere, on a machine with other work: that they come to their end and find what
// there is to find is asked of them here. How short a silence is, and how few restarts there are, is for the bench to
// tell on a quiet machine: on a busy one a process that gets no core is ended for its silence, as it should be.

test("two minutes of the whole daemon, with every process watched, leave nothing over", async () => {
  const figures = await soak(["--minutes", "2", "--looks", "0", "--hours", "0"]);
  const { realTime } = figures;
  expect(realTime?.processes.map(({ name }) => name)).toEqual(
    expect.arrayContaining(["daemon", "vision", "mpv"]),
  );
  for (const { lives, lastMb } of realTime?.processes ?? []) {
    expect(lives).toBeGreaterThanOrEqual(1);
    expect(lastMb).toBeGreaterThan(10);
  }
  expect(realTime?.leaked).toEqual({});
  expect(realTime?.songs).toBeGreaterThan(0);
  // Music that once fell silent for good would be silent for most of the two minutes.
  expect(realTime?.silence.longestMs).toBeLessThan(60_000);
  // What is younger than its warming up has none that could be told.
  expect(realTime?.processes.map(({ slopeMb }) => slopeMb)).toEqual(realTime?.processes.map(() => null));
  expect(table(figures)).toContain("too young for a slope");
}, 400_000);

test("looks at a film, one after another, tell what vision's memory does in hours", async () => {
  const figures = await soak(["--minutes", "0", "--looks", "1000", "--hours", "0"]);
  const { looks } = figures;
  expect(looks).toMatchObject({ looks: 1_000, hours: 1_000 / 5 / 3_600 });
  expect(looks?.faces).toBeGreaterThan(500);
  expect(looks?.lastMb).toBeGreaterThan(50);
  expect(table(figures)).toMatch(/^1000 looks at \d+ faces/);
});

test("a day until the afternoon, by a fast clock: it opens, closes, picks and rests as the owner said", async () => {
  const { day } = await soak(["--minutes", "0", "--looks", "0", "--hours", "9"]);
  expect(day).toMatchObject({ outOfRangeMsMax: 0, restsBroken: 0 });
  // Nine hours pass in seconds: what a pick takes, some milliseconds, is half a minute by that clock.
  expect(day?.longestSilenceMs).toBeLessThan(5 * 60_000);
  expect(day?.songs).toBeGreaterThan(100);
  // It looks every 5 s, and fades out for 6 s.
  expect(day?.openedLateMsMax).toBeLessThanOrEqual(5_000);
  expect(day?.closedLateMsMax).toBeLessThanOrEqual(11_000);
});

test("mpv killed and stopped by signals is counted with how it came back", async () => {
  const { killed, stopped, skipped, faded, mpvAloneMs } = await recovery([
    "--kills",
    "3",
    "--stops",
    "1",
    "--changes",
    "1",
    "--starts",
    "0",
  ]);
  expect([killed, stopped, skipped, faded].map(({ tries }) => tries)).toEqual([3, 1, 1, 1]);
  // Within a second of its place, which a busy machine may miss.
  expect(killed.recovered + stopped.recovered).toBeGreaterThan(0);
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
