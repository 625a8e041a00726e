import type { MonotonicMs } from "../protocol/time.ts";

/** Resolves at that time, or at once when it is past or the signal is aborted. Never rejects. */
export function sleepUntil(at: MonotonicMs, signal: AbortSignal): Promise<void> {
  const waitMs = at - performance.now();
  if (!(waitMs > 0) || signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, waitMs);
    signal.addEventListener("abort", done);
  });
}
