/** Hands things from who makes them to who takes them; whoever is ahead waits, so that nothing piles up. */
export class Channel<Item> {
  readonly #room: number;
  readonly #items: Item[] = [];
  readonly #takers: (() => void)[] = [];
  readonly #givers: (() => void)[] = [];
  #closed = false;

  constructor(room: number) {
    this.#room = room;
  }

  /** Resolves when there is room for more. What is given to a closed channel is dropped. */
  async give(item: Item): Promise<void> {
    if (this.#closed) return;
    this.#items.push(item);
    this.#takers.shift()?.();
    while (!this.#closed && this.#items.length >= this.#room)
      await new Promise<void>((resolve) => this.#givers.push(resolve));
  }

  /** Null when it is closed and everything has been taken. */
  async take(): Promise<Item | null> {
    for (;;) {
      const item = this.#items.shift();
      this.#givers.shift()?.();
      if (item !== undefined) return item;
      if (this.#closed) return null;
      await new Promise<void>((resolve) => this.#takers.push(resolve));
    }
  }

  /** No more is given; what is there can still be taken, unless it is to be dropped. */
  close({ drop = false } = {}): void {
    this.#closed = true;
    if (drop) this.#items.length = 0;
    for (const wake of [...this.#takers.splice(0), ...this.#givers.splice(0)]) wake();
  }
}
