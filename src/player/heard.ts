/** More than this between two positions is a jump, not sound: positions come four times a second. */
const longestStepMs = 1_500;

/** How much sound of one song was really heard, from its positions: pauses, stalls and seeks count for nothing. */
export class Heard {
  #heardMs: number;
  #positionMs: number;

  constructor(positionMs: number, heardMs = 0) {
    this.#positionMs = positionMs;
    this.#heardMs = heardMs;
  }

  get ms(): number {
    return Math.round(this.#heardMs);
  }

  played(positionMs: number): void {
    const step = positionMs - this.#positionMs;
    if (step > 0 && step <= longestStepMs) this.#heardMs += step;
    this.#positionMs = positionMs;
  }

  /** To here, without a word on the way: while it crossed over to the next song, or no daemon was there. */
  playedOut(positionMs: number): void {
    this.#heardMs += Math.max(0, positionMs - this.#positionMs);
    this.#positionMs = positionMs;
  }

  jumped(positionMs: number): void {
    this.#positionMs = positionMs;
  }
}
