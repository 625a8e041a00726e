import { setTimeout as wait } from "node:timers/promises";
import type { MonotonicMs } from "../../protocol/time.ts";

/** After one that failed the next of the same person waits so long, and twice as long after each one more … */
const FIRST_PAUSE_MS = 1_000;
/** … up to this: five a minute. Who waits behind somebody else's waits no longer than a person does before a page. */
const LONGEST_PAUSE_MS = 12_000;
/** After so long without a failure all is forgotten. */
const FORGOTTEN_AFTER_MS = 3_600_000;
/** Of one person: more than stand before a screen. Who comes after them is told to come again. */
const MOST_WAITING = 4;
/** Names that nobody has are made up by the thousand. Who failed longest ago gives way. */
const MOST_LINES = 5_000;

interface Line {
  last: Promise<unknown>;
  inIt: number;
  failures: number;
  failedAt: MonotonicMs;
  freeAt: MonotonicMs;
}

export type Pause = (ms: number) => Promise<unknown>;

interface HeldTriesOptions {
  monotonic: () => MonotonicMs;
  /** The timer's own unless told. */
  pause?: Pause;
}

/**
 * Slows tries at a secret by holding them back, not by turning them away. Who is turned away has to come again at the right
 * moment, and a guesser who asks without end is always there before them. Here each waits for their turn, in the order in
 * which they came: behind somebody who guesses the owner waits for one pause or two, and is in.
 */
export class HeldTries {
  readonly #options: Required<HeldTriesOptions>;
  readonly #lines = new Map<string, Line>();

  constructor(options: HeldTriesOptions) {
    this.#options = { pause: (ms) => wait(ms, undefined, { ref: false }), ...options };
  }

  /** Null where too many of them wait already, and where the work could not be done: then nothing was tried. */
  run<T>(
    whose: string,
    work: () => Promise<T> | null,
    hasFailed: (answer: T) => boolean,
  ): Promise<T | null> | null {
    const line = this.#lineOf(whose);
    if (line.inIt > MOST_WAITING) return null;
    line.inIt += 1;
    const done = line.last
      .then(async () => {
        const pauseMs = line.freeAt - this.#options.monotonic();
        if (pauseMs > 0) await this.#options.pause(pauseMs);
        const answer = await work();
        if (answer !== null && hasFailed(answer)) this.#count(whose, line);
        return answer;
      })
      .finally(() => {
        line.inIt -= 1;
        // Of whom nothing is known nothing takes another one's place.
        if (line.inIt === 0 && line.failures === 0) this.#lines.delete(whose);
      });
    // Whoever asked hears of it where something breaks; the next one does not.
    line.last = done.catch(() => undefined);
    return done;
  }

  get lines(): number {
    return this.#lines.size;
  }

  #lineOf(whose: string): Line {
    const never = Number.NEGATIVE_INFINITY;
    const line = this.#lines.get(whose) ?? {
      ...{ last: Promise.resolve(), inIt: 0, failures: 0, failedAt: never, freeAt: never },
    };
    this.#keep(whose, line);
    return line;
  }

  #count(whose: string, line: Line): void {
    const now = this.#options.monotonic();
    if (now - line.failedAt >= FORGOTTEN_AFTER_MS) line.failures = 0;
    line.freeAt = now + Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** line.failures);
    line.failedAt = now;
    line.failures += 1;
    this.#keep(whose, line);
  }

  /** The map's order is that of the last tries. */
  #keep(whose: string, line: Line): void {
    this.#lines.delete(whose);
    this.#lines.set(whose, line);
    for (const oldest of this.#lines.keys()) {
      if (this.#lines.size <= MOST_LINES) break;
      this.#lines.delete(oldest);
    }
  }
}
