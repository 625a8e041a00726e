import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { SoundClock } from "./sound-clock.ts";
import { stallMs } from "./stall-watch.ts";

const hour = 3_600_000;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** One whose sound moves every 100 ms until it is held up; what is asked of its output is counted. */
function soundClock() {
  const asked = { woken: 0, begunAnew: 0, stalled: 0 };
  const output = { plays: true, heldUp: false, away: false, runsWhenBegunAnew: false };
  let setMs = 0;
  let positionMs = 0;
  const clock = new SoundClock({
    shouldRun: () => output.plays,
    wake: () => {
      asked.woken += 1;
    },
    beginAnew: () => {
      asked.begunAnew += 1;
      output.heldUp = !output.runsWhenBegunAnew;
      // mpv says where it begins anew, whether it runs from there or not.
      clock.said(positionMs);
    },
    isAway: () => output.away,
    stalled: () => {
      asked.stalled += 1;
      clock.stop();
    },
    now: () => Date.now() + setMs,
  });
  const moves = setInterval(() => {
    if (!output.plays || output.heldUp) return;
    positionMs += 100;
    clock.said(positionMs);
  }, 100);
  onTestFinished(() => {
    clearInterval(moves);
    clock.stop();
  });
  clock.start();
  vi.advanceTimersByTime(10_000);
  const set = (byMs: number): void => {
    setMs += byMs;
  };
  return { output, asked, set, time: (ms: number) => vi.advanceTimersByTime(ms) };
}

describe("when the wall clock was set back", () => {
  test("an output that stands still is woken within half a second, long before it counts as stalled", () => {
    const { output, asked, set, time } = soundClock();
    set(-hour);
    output.heldUp = true;
    time(500);
    expect(asked.woken).toBeGreaterThan(0);
    expect(asked.stalled).toBe(0);
  });

  test("one that runs again is left alone", () => {
    const { output, asked, set, time } = soundClock();
    set(-hour);
    output.heldUp = true;
    time(500);
    output.heldUp = false;
    const { woken } = asked;
    time(60_000);
    expect(asked).toEqual({ woken, begunAnew: 0, stalled: 0 });
  });

  test("one that plays on is left alone", () => {
    const { asked, set, time } = soundClock();
    set(-hour);
    time(60_000);
    expect(asked).toEqual({ woken: 0, begunAnew: 0, stalled: 0 });
  });

  test("one that is paused is left alone", () => {
    const { output, asked, set, time } = soundClock();
    output.plays = false;
    set(-hour);
    time(60_000);
    expect(asked).toEqual({ woken: 0, begunAnew: 0, stalled: 0 });
  });

  test("one that can't be woken counts as stalled as soon as any other", () => {
    const { output, asked, set, time } = soundClock();
    set(-hour);
    output.heldUp = true;
    time(stallMs + 500);
    expect(asked.stalled).toBe(1);
  });
});

describe.each([
  ["was not set", 0],
  ["was set ahead", 24 * hour],
])("where the wall clock %s, an output that stands still", (_, byMs) => {
  test("is begun anew within a second, and not woken", () => {
    const { output, asked, set, time } = soundClock();
    set(byMs);
    output.heldUp = true;
    time(1_000);
    expect(asked).toEqual({ woken: 0, begunAnew: 1, stalled: 0 });
  });

  test("counts as stalled where that did not help, as soon as if it had not been tried", () => {
    const { output, asked, set, time } = soundClock();
    set(byMs);
    output.heldUp = true;
    time(stallMs - 250);
    expect(asked.stalled).toBe(0);
    time(750);
    expect(asked).toEqual({ woken: 0, begunAnew: 1, stalled: 1 });
  });

  test("is left alone once it runs, and begun anew whenever it stands still again", () => {
    const { output, asked, set, time } = soundClock();
    set(byMs);
    output.runsWhenBegunAnew = true;
    for (const begunAnew of [1, 2, 3]) {
      output.heldUp = true;
      time(60_000);
      expect(asked).toEqual({ woken: 0, begunAnew, stalled: 0 });
    }
  });
});

test("an output that is unplugged counts as stalled within half a second", () => {
  const { output, asked, time } = soundClock();
  output.heldUp = true;
  output.away = true;
  time(500);
  expect(asked).toEqual({ woken: 0, begunAnew: 0, stalled: 1 });
});

test("an output that is held up for half a second is left alone", () => {
  const { output, asked, time } = soundClock();
  output.heldUp = true;
  time(500);
  output.heldUp = false;
  time(60_000);
  expect(asked).toEqual({ woken: 0, begunAnew: 0, stalled: 0 });
});
