import type { Progress } from "../../protocol/state.ts";

/** Work goes faster and slower; what was long ago says little. */
const windowMs = 120_000;
/** So many steps say something, however long ago the first of them was. */
const leastSteps = 10;
const leastMs = 10_000;
/** Where one half of what was seen went so many times faster than the other, nobody knows yet. */
const mostApart = 2;
/**
 * But on a busy machine one song takes ten times as long as the next, for hours. Seen for as long as all that counts, a
 * few steps say more than nothing does.
 */
const longSteps = 5;
/** A step: what is done within it counts as one. */
const stepMs = 250;

interface Mark {
  at: number;
  done: number;
}

/**
 * How long work will still take, by how fast it went lately; null until that is known well enough to be said. The time
 * before the first piece is done never counts: a thread starts then, or a disk spins up.
 */
export class TimeLeft {
  readonly #monotonic: () => number;
  readonly #marks: Mark[] = [];
  #done: number;
  #isKnown = false;

  constructor({ monotonic, done = 0 }: { monotonic: () => number; done?: number }) {
    this.#monotonic = monotonic;
    this.#done = done;
  }

  progress(done: number, of: number): Progress {
    const at = this.#monotonic();
    if (done > this.#done) this.#mark({ at, done });
    this.#done = done;
    const leftMs = this.#left(at, done, of);
    return { done, of, leftMs };
  }

  #mark(mark: Mark): void {
    const last = this.#marks.at(-1);
    if (last !== undefined && mark.at - last.at < stepMs) return;
    this.#marks.push(mark);
    // Work of few long steps is known by its last ones.
    while (this.#marks.length > leastSteps + 1 && mark.at - (this.#marks[1] as Mark).at >= windowMs)
      this.#marks.shift();
  }

  #left(at: number, done: number, of: number): number | null {
    const [first] = this.#marks;
    if (first === undefined) return null;
    const [tookMs, worked] = [at - first.at, done - first.done];
    if (worked <= 0) return null;
    const steps = this.#marks.length - 1;
    const soon = steps >= leastSteps && tookMs >= leastMs && this.#isSteady(first);
    this.#isKnown ||= soon || (steps >= longSteps && tookMs >= windowMs);
    return this.#isKnown ? Math.round(((of - done) * tookMs) / worked) : null;
  }

  /** Whether both halves of the steps tell about the same speed. */
  #isSteady(first: Mark): boolean {
    const middle = this.#marks[this.#marks.length >> 1] as Mark;
    const last = this.#marks.at(-1) as Mark;
    const [before, after] = [msEach(first, middle), msEach(middle, last)];
    return Math.max(before, after) <= mostApart * Math.min(before, after);
  }
}

function msEach(from: Mark, to: Mark): number {
  return (to.at - from.at) / (to.done - from.done);
}
