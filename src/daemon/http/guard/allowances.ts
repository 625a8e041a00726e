/** So much in one second for each who asks and no more; counts anew with each second, and remembers nobody longer. */
export class Allowances {
  readonly #perSecond: () => number;
  readonly #monotonic: () => number;
  #since = Number.NEGATIVE_INFINITY;
  readonly #taken = new Map<string, number>();

  constructor(options: { perSecond: () => number; monotonic: () => number }) {
    this.#perSecond = options.perSecond;
    this.#monotonic = options.monotonic;
  }

  /** Takes one; false where there is none left for this second. */
  take(who: string): boolean {
    const now = this.#monotonic();
    if (now - this.#since >= 1_000) {
      this.#since = now;
      this.#taken.clear();
    }
    const taken = this.#taken.get(who) ?? 0;
    if (taken >= this.#perSecond()) return false;
    this.#taken.set(who, taken + 1);
    return true;
  }
}
