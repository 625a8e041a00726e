import { performance } from "node:perf_hooks";
import { setTimeout as delay } from "node:timers/promises";
import { fadeAt, mpvVolume } from "../volume/loudness.ts";

const stepMs = 50;

/** How loud an mpv plays: what a person set, how far the song is lifted, and how far a fade has come. */
export class MpvFader {
  readonly #apply: (mpvVolume: number) => Promise<unknown>;
  #volume = 1;
  #liftDb = 0;
  /** How far up it is, as a share of a fade's time: a new fade goes on from where another one was left. */
  #share = 1;
  #shape: "ear" | "power" = "ear";
  /** Counts up whenever a running fade has nothing to fade any more. */
  #fades = 0;

  constructor(apply: (mpvVolume: number) => Promise<unknown>) {
    this.#apply = apply;
  }

  async setVolume(volume: number): Promise<void> {
    this.#volume = volume;
    await this.#applied();
  }

  async lift(liftDb: number): Promise<void> {
    this.#liftDb = liftDb;
    await this.#applied();
  }

  /** Another song, lifted so far; as `jump`. */
  begin(liftDb: number, to: 0 | 1): Promise<void> {
    this.#liftDb = liftDb;
    return this.jump(to);
  }

  /** At once: 1 is as loud as the volume says. Ends a fade. */
  async jump(to: 0 | 1): Promise<void> {
    this.#fades += 1;
    this.#share = to;
    await this.#applied();
  }

  cancel(): void {
    this.#fades += 1;
  }

  async fade(to: "out" | "in", durationMs: number, shape: "ear" | "power" = "ear"): Promise<void> {
    this.#fades += 1;
    const mine = this.#fades;
    this.#shape = shape;
    const [from, target] = [this.#share, to === "out" ? 0 : 1];
    const began = performance.now();
    for (let done = 0; done < 1; ) {
      done = Math.min(1, (performance.now() - began) / Math.max(1, durationMs));
      this.#share = from + (target - from) * done;
      await this.#applied();
      if (done < 1) await delay(stepMs);
      if (this.#fades !== mine) return;
    }
  }

  async #applied(): Promise<void> {
    await this.#apply(mpvVolume(this.#volume, this.#liftDb, fadeAt(this.#share, this.#shape)));
  }
}
