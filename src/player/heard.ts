/** More than this between two positions is a jump, not sound: positions come four times a second. */
const longestStepMs = 1_500;

/** How much sound of one song was really heard, from its positions: pauses, stalls and seeks count for nothing. */
export class Heard {
  #heardMs = 0;
  #positionMs: number;

  constructor(positionMs: number) {
    this.#positionMs = positionMs;
  }

  get ms(): number {
    return Math.round(this.#heardMs);
  }

  played(positionMs: number): void {
    const step = positionMs - this.#positionMs;
    if (step > 0 && step <= longestStepMs) this.#heardMs += step;
    this.#positionMs = positionMs;
  }

  jumped(positionMs: number): void {
    this.#positionMs = positionMs;
  }
}
