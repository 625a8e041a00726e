import { performance } from "node:perf_hooks";
import type { EpochMs, MonotonicMs } from "../protocol/time.ts";

/** Handed in, so that tests own the time. */
export interface Clock {
  now(): EpochMs;
  monotonic(): MonotonicMs;
}

export const systemClock: Clock = { now: () => Date.now(), monotonic: () => performance.now() };
