/**
 * How much of a change a time-based exponential moving average (EMA) takes over within `elapsedMs`: 0 for no
 * time, a half for one half-life, towards 1. Two steps of 100 ms take over exactly as much as one of 200 ms, so
 * the average does not depend on how often it is fed. A half-life of 0 takes over everything at once.
 */
export function emaShare(elapsedMs: number, halfLifeMs: number): number {
  if (elapsedMs <= 0) return 0;
  return halfLifeMs > 0 ? 1 - 2 ** (-elapsedMs / halfLifeMs) : 1;
}
