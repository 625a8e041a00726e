import type { EpochMs, MonotonicMs } from "../../protocol/time.ts";

/** What an output has buffered on its way to the card outlasts a smaller step; a reading is exact to one or two. */
const leastStepMs = 50;
/** Whoever was interrupted between both clocks for longer compares two different moments. */
const longestLookMs = 10;

export interface TwoClocks {
  now(): EpochMs;
  monotonic(): MonotonicMs;
}

/**
 * Tells when the wall clock was set back. A clock that was set ahead, or ran on while the machine slept, is none of its
 * business, nor is one that is made to run slower for a while: that slows both clocks. Summer time moves neither.
 */
export class SetBackWatch {
  readonly #clocks: TwoClocks;
  /** By how much the wall clock was ahead of the monotonic one. */
  #aheadMs: number | null = null;

  constructor(clocks: TwoClocks) {
    this.#clocks = clocks;
  }

  /** Whether that was done since it was asked last. */
  wasSetBack(): boolean {
    const began = this.#clocks.monotonic();
    const aheadMs = this.#clocks.now() - began;
    if (this.#clocks.monotonic() - began > longestLookMs) return false;
    const before = this.#aheadMs ?? aheadMs;
    this.#aheadMs = aheadMs;
    return before - aheadMs >= leastStepMs;
  }
}
