/** How many wait for a lane at most; who comes after them is told to come again. */
const MOST_WAITING = 16;

/**
 * Two hashes at a time in all: each takes a thread of the few that Node has for files and names too, and 32 MB. One lane
 * is for who stands at the appliance, so that a flood from the network never keeps the owner waiting there.
 */
export class HashLanes {
  readonly #lanes = { here: new Lane(), away: new Lane() };

  /** Null where too many wait already: then nothing was done. */
  run<T>(where: "here" | "away", work: () => Promise<T>): Promise<T> | null {
    return this.#lanes[where].run(work);
  }
}

class Lane {
  #last: Promise<unknown> = Promise.resolve();
  #inIt = 0;

  run<T>(work: () => Promise<T>): Promise<T> | null {
    if (this.#inIt > MOST_WAITING) return null;
    this.#inIt += 1;
    const done = this.#last.then(work).finally(() => {
      this.#inIt -= 1;
    });
    // Whoever asked hears of a failure; the next one does not.
    this.#last = done.catch(() => undefined);
    return done;
  }
}
