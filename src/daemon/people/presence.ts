import type { Id, MonotonicMs } from "../../protocol/time.ts";

/** An evening: who forgets to tap out is gone by then. */
const STAYS_MS = 4 * 3_600_000;
/** No face and no touch for so long: everybody has gone. A sofa may be out of the camera's sight for a while. */
export const EMPTY_MS = 10 * 60_000;
/** More than fit into a room that takes turns. Who came first gives way. */
const MOST = 50;

interface Guest {
  /** Says of a song whose turn it was, and never who: each evening has another one. */
  visit: Id;
  until: MonotonicMs;
  /** When they last had a turn, counted in turns; before all others while they had none. */
  lastTurn: number;
}

/**
 * Who is in the room by card or PIN, in the order in which they came, and whose turn it is: each in turn, however often
 * somebody goes and comes again. Kept in memory alone: a new daemon knows nobody until they come.
 */
export class Presence {
  readonly #monotonic: () => MonotonicMs;
  readonly #newId: () => Id;
  readonly #present = new Map<Id, Guest>();
  /** Of those who left, until they would have been gone anyway. */
  readonly #left = new Map<Id, Guest>();
  readonly #listeners = new Set<() => void>();
  #turns = 0;
  #noticedAt: MonotonicMs;

  constructor(options: { monotonic: () => MonotonicMs; newId: () => Id }) {
    this.#monotonic = options.monotonic;
    this.#newId = options.newId;
    this.#noticedAt = options.monotonic();
  }

  /** Told after each change of who is there. Returns the undo. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  get present(): readonly Id[] {
    const now = this.#monotonic();
    return [...this.#present].filter(([, { until }]) => now < until).map(([id]) => id);
  }

  /** Null where they are not there. */
  visitOf(id: Id): Id | null {
    return this.present.includes(id) ? (this.#present.get(id)?.visit ?? null) : null;
  }

  come(id: Id): void {
    this.touched();
    const known = this.#present.get(id) ?? this.#left.get(id);
    this.#left.delete(id);
    const until = this.#monotonic() + STAYS_MS;
    // At the place that they have, or as the last one.
    const visit = this.#present.get(id)?.visit ?? this.#newId();
    this.#present.set(id, { visit, until, lastTurn: known?.lastTurn ?? 0 });
    for (const first of this.#present.keys()) {
      if (this.#present.size <= MOST) break;
      this.#leave(first);
    }
    this.#tell();
  }

  /** False where they were not there. */
  leave(id: Id): boolean {
    const wasThere = this.present.includes(id);
    if (this.#leave(id)) this.#tell();
    return wasThere;
  }

  /** They are nobody here any more. */
  forget(id: Id): void {
    const wasThere = this.#present.delete(id);
    this.#left.delete(id);
    if (wasThere) this.#tell();
  }

  /** Somebody did something at the appliance's own screen or reader. */
  touched(): void {
    this.#noticedAt = this.#monotonic();
  }

  /** Every few seconds: who has gone. `faces` is null while the camera does not look, and then only time tells. */
  look(faces: number | null): void {
    const now = this.#monotonic();
    if (faces === null || faces > 0) this.touched();
    const isEmpty = now - this.#noticedAt >= EMPTY_MS;
    const gone = [...this.#present].filter(([, { until }]) => isEmpty || now >= until);
    for (const [id] of gone) this.#leave(id);
    for (const [id, { until }] of this.#left) if (now >= until) this.#left.delete(id);
    if (gone.length > 0) this.#tell();
  }

  /**
   * Who is to have the next song after those that play or wait, which are somebody's turn already; null where nobody is
   * there. A turn is over with `hadTurn` alone: what waits may be dropped again.
   */
  nextAfter(visits: readonly (Id | null)[]): Id | null {
    const waits = (visit: Id): number => visits.lastIndexOf(visit);
    const [first] = this.present
      .flatMap((id) => this.#present.get(id) ?? [])
      .toSorted((a, b) => waits(a.visit) - waits(b.visit) || a.lastTurn - b.lastTurn);
    return first?.visit ?? null;
  }

  hadTurn(visit: Id): void {
    for (const guests of [this.#present, this.#left])
      for (const guest of guests.values()) if (guest.visit === visit) guest.lastTurn = ++this.#turns;
  }

  #leave(id: Id): boolean {
    const guest = this.#present.get(id);
    if (guest && this.#monotonic() < guest.until) this.#left.set(id, guest);
    return this.#present.delete(id);
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
