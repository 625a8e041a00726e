import type { EpochMs } from "../../protocol/time.ts";
import { SetBackWatch } from "./set-back-watch.ts";
import { StallWatch, stallMs } from "./stall-watch.ts";

const lookEveryMs = 250;
/** Longer than from one time that mpv says to the next (100 ms), and shorter than a gap that somebody would mind. */
const heldUpMs = 150;

export interface SoundClockOptions {
  /** Something plays, so that the clock should run. */
  shouldRun: () => boolean;
  /**
   * It stands still since the wall clock was set back. mpv 0.35 sleeps between two helpings of sound until a time of the
   * wall clock, which is then a day away.
   */
  wake: () => void;
  stalled: () => void;
  /** The wall clock. */
  now?: () => EpochMs;
}

/** The clock of what sounds, and the look at it a few times a second: it may stand still without a word. */
export class SoundClock {
  readonly #options: SoundClockOptions;
  readonly #stall = new StallWatch(stallMs);
  #looking: NodeJS.Timeout | null = null;

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
    this.#looking = setInterval(() => {
      const now = monotonic();
      if (wallClock.wasSetBack()) setBackAt = now;
      if (!this.#options.shouldRun()) this.moved();
      else if (this.#stall.stalled(now)) this.#options.stalled();
      else if (now - setBackAt < stallMs && this.#stall.stillMs(now) >= heldUpMs) this.#options.wake();
    }, lookEveryMs);
  }

  stop(): void {
    if (this.#looking !== null) clearInterval(this.#looking);
    this.#looking = null;
  }

  /** It has moved, or has no reason to: a load, a seek, a pause. */
  moved(): void {
    this.#stall.moved(performance.now());
  }
}
