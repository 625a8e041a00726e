/** How long to wait before each attempt; the last step holds for all that follow. */
export class Backoff {
  readonly #stepsMs: readonly number[];
  #attempts = 0;

  constructor(stepsMs: readonly number[]) {
    this.#stepsMs = stepsMs;
  }

  get attempts(): number {
    return this.#attempts;
  }

  next(): number {
    const step = this.#stepsMs[Math.min(this.#attempts, this.#stepsMs.length - 1)] ?? 0;
    this.#attempts += 1;
    return step;
  }

  reset(): void {
    this.#attempts = 0;
  }
}
