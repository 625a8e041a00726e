/** So much in one second and no more; counts anew with each second. */
export class Allowance {
  readonly #perSecond: number;
  readonly #monotonic: () => number;
  #since = Number.NEGATIVE_INFINITY;
  #taken = 0;

  constructor(options: { perSecond: number; monotonic: () => number }) {
    this.#perSecond = options.perSecond;
    this.#monotonic = options.monotonic;
  }

  /** Takes one. Answers how many were taken above what is allowed: 0 when all is well. */
  take(): number {
    const now = this.#monotonic();
    if (now - this.#since >= 1_000) {
      this.#since = now;
      this.#taken = 0;
    }
    return Math.max(0, ++this.#taken - this.#perSecond);
  }
}
