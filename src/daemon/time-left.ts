import type { Progress } from "../protocol/state.ts";

/** Sooner than this nothing can be told. */
const leastMs = 3_000;
/** Work goes faster and slower; what was long ago says little. */
const windowMs = 60_000;

/** How long work will still take, by how fast it went in the last minute or two. */
export class TimeLeft {
  readonly #monotonic: () => number;
  #from: { at: number; done: number };
  #next: { at: number; done: number };

  constructor({ monotonic, done = 0 }: { monotonic: () => number; done?: number }) {
    this.#monotonic = monotonic;
    this.#from = { at: monotonic(), done };
    this.#next = this.#from;
  }

  progress(done: number, of: number): Progress {
    const at = this.#monotonic();
    if (at - this.#next.at >= windowMs) {
      this.#from = this.#next;
      this.#next = { at, done };
    }
    const tookMs = at - this.#from.at;
    const worked = done - this.#from.done;
    const leftMs = tookMs < leastMs || worked <= 0 ? null : Math.round(((of - done) * tookMs) / worked);
    return { done, of, leftMs };
  }
}
