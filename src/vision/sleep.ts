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
    // Node's timers count whole milliseconds and may be up to one early.
    const timer = setTimeout(done, Math.ceil(waitMs) + 1);
    signal.addEventListener("abort", done);
  });
}
