import type { Id, MonotonicMs } from "../../protocol/time.ts";

/** An evening: who forgets to tap out is gone by then. */
const STAYS_MS = 4 * 3_600_000;
/** More than fit into a room that takes turns. Who came first gives way. */
const MOST = 50;

interface Guest {
  until: MonotonicMs;
  /** When they last had a turn, counted in turns; before all others while they had none. */
  lastTurn: number;
}

/**
 * Who is in the room by their card, in the order in which they came, and whose turn it is: each in turn, however often
 * somebody taps out and in again. Kept in memory alone: a new daemon knows nobody until they tap.
 */
export class Presence {
  readonly #monotonic: () => MonotonicMs;
  readonly #present = new Map<Id, Guest>();
  /** Of those who left, until they would have been gone anyway. */
  readonly #left = new Map<Id, Guest>();
  #turns = 0;

  constructor(options: { monotonic: () => MonotonicMs }) {
    this.#monotonic = options.monotonic;
  }

  get present(): readonly Id[] {
    this.#sweep();
    return [...this.#present.keys()];
  }

  tapIn(id: Id): void {
    this.#sweep();
    const known = this.#present.get(id) ?? this.#left.get(id);
    this.#left.delete(id);
    this.#present.delete(id);
    this.#present.set(id, { until: this.#monotonic() + STAYS_MS, lastTurn: known?.lastTurn ?? 0 });
    for (const first of this.#present.keys()) {
      if (this.#present.size <= MOST) break;
      this.#present.delete(first);
    }
  }

  /** False where they were not there. */
  tapOut(id: Id): boolean {
    this.#sweep();
    const guest = this.#present.get(id);
    if (guest) this.#left.set(id, guest);
    return this.#present.delete(id);
  }

  forget(id: Id): void {
    this.#present.delete(id);
    this.#left.delete(id);
  }

  /** Who is to choose next; null where nobody is there. The turn is over with `hadTurn`. */
  get next(): Id | null {
    this.#sweep();
    const [first] = [...this.#present].toSorted(([, a], [, b]) => a.lastTurn - b.lastTurn);
    return first?.[0] ?? null;
  }

  hadTurn(id: Id): void {
    const guest = this.#present.get(id);
    if (guest) guest.lastTurn = ++this.#turns;
  }

  #sweep(): void {
    const now = this.#monotonic();
    for (const known of [this.#present, this.#left])
      for (const [id, { until }] of known) if (now >= until) known.delete(id);
  }
}
