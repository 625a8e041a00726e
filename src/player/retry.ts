/** Something is done again after a while, unless it is hurried or told otherwise before. */
export class Retry {
  readonly #again: () => void;
  #timer: NodeJS.Timeout | null = null;

  constructor(again: () => void) {
    this.#again = again;
  }

  /** Its time has not come yet. */
  get pending(): boolean {
    return this.#timer !== null;
  }

  /** 0: nothing is waited for. */
  in(waitMs: number): void {
    this.cancel();
    if (waitMs === 0) return;
    this.#timer = setTimeout(() => {
      this.#timer = null;
      this.#again();
    }, waitMs);
  }

  cancel(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }
}
