/** Of the whole: what takes longer than was thought must not take a run beyond its limit. */
const reserve = 0.1;

/** What is left of the time that a run may take, told by how long its parts took beside how long they were thought to. */
export class Budget {
  readonly #limitS: number;
  #spentS = 0;
  #thoughtS = 0;

  constructor(limitS: number) {
    this.#limitS = limitS * (1 - reserve);
  }

  /** Whether something that was thought to take so long is done in time, at the pace of what was done so far. */
  hasRoomFor(thoughtS: number): boolean {
    // A faster host has more room than was thought; how much is told by what it has done.
    const pace = this.#thoughtS === 0 ? 1 : this.#spentS / this.#thoughtS;
    return this.#spentS + thoughtS * pace <= this.#limitS;
  }

  took({ seconds, thoughtS }: { seconds: number; thoughtS: number }): void {
    this.#spentS += seconds;
    this.#thoughtS += thoughtS;
  }
}
