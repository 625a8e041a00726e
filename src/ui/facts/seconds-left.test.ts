import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { secondsLeft } from "./seconds-left.ts";

const YEAR_MS = 31_536_000_000;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test("counts down by the daemon's clock, though it is a year behind the browser's", () => {
  const now = Date.now() - YEAR_MS;
  const clock = { now, heardAt: performance.now() };
  expect(secondsLeft(now + 20_000, clock)).toBe(20);
  vi.advanceTimersByTime(4_500);
  expect(secondsLeft(now + 20_000, clock)).toBe(16);
  vi.advanceTimersByTime(60_000);
  expect(secondsLeft(now + 20_000, clock)).toBe(0);
});

test("at the appliance's own screen the machine has one clock", () => {
  expect(secondsLeft(Date.now() + 20_000, null)).toBe(20);
});
