import type { MonotonicMs } from "../protocol/time.ts";

const WINDOW_MS = 60_000;
/** Enough for 15 looks a second; keeps the memory bounded whatever happens. */
const MOST = 1_000;

/** The median of what was measured in the last minute. */
export class MedianOfMinute {
  #samples: { at: MonotonicMs; value: number }[] = [];

  add(value: number, at: MonotonicMs): void {
    this.#samples.push({ at, value });
    if (this.#samples.length > MOST) this.#samples.shift();
  }

  /** Null when there was nothing. */
  at(now: MonotonicMs): number | null {
    this.#samples = this.#samples.filter((sample) => now - sample.at < WINDOW_MS);
    const values = this.#samples.map(({ value }) => value).sort((a, b) => a - b);
    const middle = values[Math.floor(values.length / 2)];
    return middle === undefined ? null : Math.round(middle * 100) / 100;
  }
}
