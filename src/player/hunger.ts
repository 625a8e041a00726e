import type { Health } from "../protocol/health.ts";
import type { EpochMs } from "../protocol/time.ts";
import { Backoff } from "./backoff.ts";

/** Waits before asking again when there is nothing to play, or nothing that can be played. */
const stepsMs = [5_000, 15_000, 30_000];
const tooManyMisses = 3;

/** Counts songs in a row that could not be played, so that a broken library makes no storm of skips. */
export class Hunger {
  readonly #now: () => EpochMs;
  readonly #backoff = new Backoff(stepsMs);
  #misses = 0;

  constructor(now: () => EpochMs) {
    this.#now = now;
  }

  /** How often in a row there was nothing. */
  get times(): number {
    return this.#backoff.attempts;
  }

  /** A song has played. */
  fed(): void {
    this.#misses = 0;
    this.#backoff.reset();
  }

  /** A song could not be played: null where the next one may be tried at once. */
  missed(why?: string): { health: Health; waitMs: number } | null {
    this.#misses += 1;
    const because = why === undefined ? "" : `, the last one because ${why}`;
    return this.#misses < tooManyMisses
      ? null
      : this.starved(
          `${this.#misses} songs in a row could not be played${because}; look at the music folders in the settings`,
        );
  }

  starved(
    detail: string,
    reason: "nothing-playable" | "store-unavailable" = "nothing-playable",
  ): { health: Health; waitMs: number } {
    const [since, waitMs] = [this.#now(), this.#backoff.next()];
    return { health: { state: "down", reason, detail, since, retryAt: since + waitMs }, waitMs };
  }
}
