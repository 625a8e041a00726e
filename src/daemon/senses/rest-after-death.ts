import type { MonotonicMs } from "../../protocol/time.ts";

const WINDOW_MS = 60_000;
const DEATHS = 5;
const REST_MS = 60_000;
const RESTART_MS = 250;

/** How long to wait before the next start: a moment, but a minute's rest after the fifth death within a minute. */
export function restAfterDeath(
  deaths: readonly MonotonicMs[],
  now: MonotonicMs,
): { deaths: readonly MonotonicMs[]; waitMs: number; resting: boolean } {
  const recent = [...deaths, now].filter((at) => now - at < WINDOW_MS);
  return recent.length >= DEATHS
    ? { deaths: [], waitMs: REST_MS, resting: true }
    : { deaths: recent, waitMs: RESTART_MS, resting: false };
}
