/** Work that nobody waits for, but for a stop. */
export class Unawaited {
  readonly #works = new Set<Promise<unknown>>();

  add(work: Promise<unknown>): void {
    this.#works.add(work);
    // What this promise rejects with is a bug: nobody catches it here, and it ends in the main file as every other.
    void work.finally(() => this.#works.delete(work));
  }

  /** Resolves when all of it is over, and what was added meanwhile as well. */
  async over(): Promise<void> {
    while (this.#works.size > 0) await Promise.allSettled(this.#works);
  }
}
