import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { ReaderStep } from "../../protocol/cards.ts";
import { Learning } from "./learning.ts";
import { numberIn } from "./reader-format.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function lesson() {
  const steps: ReaderStep[] = [];
  const ends: Parameters<ConstructorParameters<typeof Learning>[0]["onEnd"]>[0][] = [];
  const learning = new Learning({
    onStep: (step) => steps.push(step),
    onEnd: (outcome) => ends.push(outcome),
  });
  learning.start();
  return { learning, steps, ends };
}

const came = (card: number) => Uint8Array.of(2, 1, 0xca, 0x4d, card);
const went = (card: number) => Uint8Array.of(2, 2, 0xca, 0x4d, card);

/** For a second, and away. */
function hold(learning: Learning, card: number): void {
  learning.report(came(card));
  vi.advanceTimersByTime(1_000);
  learning.report(went(card));
  vi.advanceTimersByTime(2_000);
}

test("the same card three times and another one once, and the reader is known", () => {
  const { learning, steps, ends } = lesson();
  vi.advanceTimersByTime(2_000);
  for (const card of [5, 5, 5, 6]) hold(learning, card);
  expect(steps).toEqual(["quiet", "first", "second", "third", "other"]);
  const [format] = ends;
  if (typeof format !== "object") throw new Error(`It ended with ${format}.`);
  expect(numberIn(format, came(7))).not.toBeNull();
  expect(numberIn(format, went(7))).toBeNull();
});

test("what a reader says all the time is no card", () => {
  const { learning, steps } = lesson();
  learning.report(Uint8Array.of(1, 0, 0, 0, 0));
  vi.advanceTimersByTime(2_000);
  for (let n = 0; n < 50; n++) learning.report(Uint8Array.of(1, 0, 0, 0, 0));
  vi.advanceTimersByTime(5_000);
  expect(steps).toEqual(["quiet", "first"]);
});

test("nobody who holds a card ends it after half a minute, at any step", () => {
  const { learning, ends } = lesson();
  vi.advanceTimersByTime(2_000);
  hold(learning, 5);
  vi.advanceTimersByTime(30_000);
  expect(ends).toEqual(["silent"]);
});

test("the same card four times teaches nothing", () => {
  const { learning, ends } = lesson();
  vi.advanceTimersByTime(2_000);
  for (const card of [5, 5, 5, 5]) hold(learning, card);
  expect(ends).toEqual(["same-card"]);
});

test("once stopped it says nothing, and a reader that floods it takes no memory", () => {
  const { learning, ends } = lesson();
  for (let n = 0; n < 10_000; n++) learning.report(Uint8Array.of(n & 255, n >> 8));
  learning.stop();
  learning.report(came(5));
  vi.advanceTimersByTime(120_000);
  expect(ends).toEqual([]);
});
