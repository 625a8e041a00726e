import type { EpochMs } from "../../protocol/time.ts";
import { SetBackWatch } from "./set-back-watch.ts";
import { StallWatch, stallMs } from "./stall-watch.ts";

const lookEveryMs = 250;
/** Longer than from one time that mpv says to the next (100 ms), and shorter than a gap that somebody would mind. */
const heldUpMs = 150;
/** Longer than a busy moment that an output gets over by itself, and early enough to be over it before it has stalled. */
const strandedMs = 750;
/** An output that begins anew says where it does, whether it runs or not; so much farther on it runs. */
const runsAfterMs = 200;

export interface SoundClockOptions {
  /** Something plays, so that the clock should run. */
  shouldRun: () => boolean;
  /**
   * It stands still since the wall clock was set back. mpv 0.35 sleeps between two helpings of sound until a time of the
   * wall clock, which is then a day away.
   */
  wake: () => void;
  /**
   * It stands still, and nothing says why. An mpv whose card ran dry at a bad moment has filled it again and not started
   * it: it waits for room in a card that waits to be started.
   */
  beginAnew: () => void;
  /** What it plays to was unplugged: there is nothing to wait for. */
  isAway: () => boolean;
  /** It has stood still for so long, and will not go on. */
  stalled: (stillMs: number) => void;
  /** The wall clock. */
  now?: () => EpochMs;
}

/** The clock of what sounds, and the look at it a few times a second: it may stand still without a word. */
export class SoundClock {
  readonly #options: SoundClockOptions;
  readonly #stall = new StallWatch(stallMs);
  #looking: NodeJS.Timeout | null = null;
  /** It was told to begin anew, and where it says that it did; it has not been seen to run since. */
  #anew: { fromMs: number | null } | null = null;

  constructor(options: SoundClockOptions) {
    this.#options = options;
  }

  start(): void {
    this.stop();
    const monotonic = (): number => performance.now();
    const wallClock = new SetBackWatch({ now: this.#options.now ?? Date.now, monotonic });
    let setBackAt = -Infinity;
    wallClock.wasSetBack();
    this.moved();
    let lookedAt = monotonic();
    this.#looking = setInterval(() => {
      const now = monotonic();
      // Where nobody has looked for a while, what was said meanwhile waits to be read.
      const looksOn = now - lookedAt < 2 * lookEveryMs;
      lookedAt = now;
      if (wallClock.wasSetBack()) setBackAt = now;
      const isStalled = this.#stall.stalled(now);
      const stillMs = this.#stall.stillMs(now);
      if (!this.#options.shouldRun()) this.moved();
      else if (isStalled || (stillMs >= heldUpMs && this.#options.isAway())) this.#options.stalled(stillMs);
      else if (now - setBackAt < stallMs && stillMs >= heldUpMs) this.#options.wake();
      else if (looksOn && this.#anew === null && stillMs >= strandedMs) {
        this.#anew = { fromMs: null };
        this.#options.beginAnew();
      }
    }, lookEveryMs);
  }

  stop(): void {
    if (this.#looking !== null) clearInterval(this.#looking);
    this.#looking = null;
  }

  /** It says a time. */
  said(positionMs: number): void {
    if (this.#anew !== null) {
      this.#anew.fromMs ??= positionMs;
      if (positionMs < this.#anew.fromMs + runsAfterMs) return;
    }
    this.moved();
  }

  /** It has moved, or has no reason to: a load, a seek, a pause. */
  moved(): void {
    this.#anew = null;
    this.#stall.moved(performance.now());
  }
}
