import type { MonotonicMs } from "../../protocol/time.ts";

/** A reader says a card again and again while it is held, some only every second. */
const HELD_MS = 2_500;
/** Of cards that nobody knows so many at once, and one more each so often: numbers can't be tried out. */
const STRANGERS = 10;
const STRANGER_EVERY_MS = 6_000;

/** Lets a card through once for each time that it is held to a reader, whichever reader tells of it. */
export class TapGate {
  readonly #monotonic: () => MonotonicMs;
  readonly #lastSaid = new Map<string, MonotonicMs>();
  #strangers = STRANGERS;
  #countedAt: MonotonicMs;

  constructor(options: { monotonic: () => MonotonicMs }) {
    this.#monotonic = options.monotonic;
    this.#countedAt = options.monotonic();
  }

  /** Whether it counts. */
  take(number: string): boolean {
    const now = this.#monotonic();
    for (const [other, at] of this.#lastSaid) if (now - at >= HELD_MS) this.#lastSaid.delete(other);
    const isHeld = this.#lastSaid.has(number);
    if (!isHeld && this.isShut) return false;
    this.#lastSaid.set(number, now);
    return !isHeld;
  }

  /** What was let through was nobody's card. */
  wasStranger(): void {
    this.#refill();
    this.#strangers -= 1;
  }

  /** Too many that nobody knows: until the next is due, no card is heard at all, because which it is can't be told before. */
  get isShut(): boolean {
    this.#refill();
    return this.#strangers < 1;
  }

  #refill(): void {
    const now = this.#monotonic();
    this.#strangers = Math.min(STRANGERS, this.#strangers + (now - this.#countedAt) / STRANGER_EVERY_MS);
    this.#countedAt = now;
  }
}
