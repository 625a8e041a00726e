import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";

/** Milliseconds of one piece of work. */
export interface Times {
  /** As whoever asked waits for it: with the way to the worker and back. */
  p50: number;
  p99: number;
  /** The mean of all threads' work on it: what other programs on the machine do does not count. */
  cpu: number;
}

export async function times(count: number, work: (index: number) => Promise<unknown>): Promise<Times> {
  const took: number[] = [];
  const before = process.cpuUsage();
  for (let index = 0; index < count; index++) {
    const start = performance.now();
    await work(index);
    took.push(performance.now() - start);
  }
  const { user, system } = process.cpuUsage(before);
  return { p50: percentile(took, 0.5), p99: percentile(took, 0.99), cpu: (user + system) / 1000 / count };
}

/** The longest that the loop was held meanwhile. */
export async function longestGapMs(work: () => Promise<unknown>): Promise<number> {
  await sleep(5);
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  await work();
  delay.disable();
  return delay.max / 1e6;
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}
