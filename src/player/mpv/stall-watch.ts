import type { MonotonicMs } from "../../protocol/time.ts";

/** A clock that has stood still for so long does not run. */
export const stallMs = 2_000;

/**
 * Tells when the sound's clock stands still although it should run. mpv stays silent and content when its sound
 * card vanishes, so this clock is the only sign.
 */
export class StallWatch {
  readonly #limitMs: number;
  #movedAt: MonotonicMs = 0;
  #lookedAt: MonotonicMs = 0;

  constructor(limitMs: number) {
    this.#limitMs = limitMs;
  }

  /** The clock has moved, or has no reason to: a load, a seek, a pause. */
  moved(now: MonotonicMs): void {
    this.#movedAt = now;
    this.#lookedAt = now;
  }

  /** To be asked several times within the limit. */
  stalled(now: MonotonicMs): boolean {
    // When nobody has looked for so long, we were the ones who stood still, and what mpv said waits to be read.
    if (now - this.#lookedAt > this.#limitMs / 2) this.#movedAt = now;
    this.#lookedAt = now;
    return now - this.#movedAt >= this.#limitMs;
  }

  /** For how long it has stood still by now. */
  stillMs(now: MonotonicMs): number {
    return now - this.#movedAt;
  }
}
