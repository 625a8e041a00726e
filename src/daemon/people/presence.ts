import type { Id, MonotonicMs } from "../../protocol/time.ts";
import type { Stay } from "./presence-file.ts";

/** An evening: who forgets to tap out is gone by then. */
const STAYS_MS = 4 * 3_600_000;
/** More than fit into a room that takes turns. Who came first gives way. */
const MOST = 50;

interface Guest {
  /** Says of a song whose turn it was, and never who: each evening has another one. */
  visit: Id;
  until: MonotonicMs;
  /** Songs that were for them. Who comes later is level with whoever here has had the fewest. */
  had: number;
  /** When they last had one, counted in turns; before all others while they had none. */
  lastTurn: number;
  /** They held their card to a reader on this visit, so the next time means that they go. */
  byCard: boolean;
}

/**
 * Who is in the room by card or PIN, in the order in which they came, and whose turn it is: each in turn, however often
 * somebody goes and comes again. A new daemon knows whoever is still signed in at the kiosk and, after a crash, whoever
 * was there (presence-file.ts); nobody else until they come.
 */
export class Presence {
  readonly #monotonic: () => MonotonicMs;
  readonly #newId: () => Id;
  readonly #emptyAfterMs: () => number;
  readonly #present = new Map<Id, Guest>();
  /** Of those who left, until they would have been gone anyway. */
  readonly #left = new Map<Id, Guest>();
  readonly #listeners = new Set<() => void>();
  #turns = 0;
  #noticedAt: MonotonicMs;

  /** No face and no touch for `emptyAfterMs`: everybody has gone. */
  constructor(options: { monotonic: () => MonotonicMs; newId: () => Id; emptyAfterMs: () => number }) {
    this.#monotonic = options.monotonic;
    this.#newId = options.newId;
    this.#emptyAfterMs = options.emptyAfterMs;
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

  cameByCard(id: Id): boolean {
    return this.present.includes(id) && this.#present.get(id)?.byCard === true;
  }

  come(id: Id, how: "card" | "name" = "name"): void {
    this.touched();
    const known = this.#present.get(id) ?? this.#left.get(id);
    this.#left.delete(id);
    const until = this.#monotonic() + STAYS_MS;
    // At the place that they have, or as the last one.
    const { visit = this.#newId(), byCard = false } = this.#present.get(id) ?? {};
    this.#present.set(id, {
      ...{ visit, until, byCard: byCard || how === "card" },
      ...{ had: Math.max(known?.had ?? 0, this.#fewest), lastTurn: known?.lastTurn ?? 0 },
    });
    for (const first of this.#present.keys()) {
      if (this.#present.size <= MOST) break;
      this.#leave(first);
    }
    this.#tell();
  }

  /** For the next daemon, should this one crash. */
  get stays(): readonly Stay[] {
    const now = this.#monotonic();
    return [...this.#present]
      .map(([id, { visit, byCard, until }]) => ({ id, visit, byCard, leftMs: until - now }))
      .filter(({ leftMs }) => leftMs > 0);
  }

  /** They never went: the daemon did. Their turns begin level, as nobody knows any more who has had how many. */
  comeBack(stays: readonly Stay[]): void {
    for (const { id, visit, byCard, leftMs } of stays) {
      if (leftMs <= 0 || this.#present.has(id)) continue;
      const until = this.#monotonic() + Math.min(leftMs, STAYS_MS);
      this.#present.set(id, { visit, until, byCard, had: 0, lastTurn: 0 });
    }
    if (stays.length > 0) this.#tell();
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
    const isEmpty = now - this.#noticedAt >= this.#emptyAfterMs();
    const gone = [...this.#present].filter(([, { until }]) => isEmpty || now >= until);
    for (const [id] of gone) this.#leave(id);
    for (const [id, { until }] of this.#left) if (now >= until) this.#left.delete(id);
    if (gone.length > 0) this.#tell();
  }

  /**
   * Who is to have the next song after those that play or wait, which are somebody's turn already; null where nobody is
   * there. Whoever has had the fewest: a song that somebody asked for is one of theirs, so it is made good to the others.
   * A turn is over with `hadTurn` alone: what waits may be dropped again.
   */
  nextAfter(visits: readonly (Id | null)[]): Id | null {
    const waits = (visit: Id): number => visits.lastIndexOf(visit);
    // What plays counts once more: who is behind has one song, and then the others one, and not two in a row.
    const had = (guest: Guest): number =>
      guest.had + visits.reduce((sum, visit) => sum + (visit === guest.visit ? 1 : 0), 0);
    const [first] = this.#guests.toSorted(
      (a, b) => had(a) - had(b) || waits(a.visit) - waits(b.visit) || a.lastTurn - b.lastTurn,
    );
    return first?.visit ?? null;
  }

  hadTurn(visit: Id): void {
    for (const guest of this.#of(visit)) {
      guest.had++;
      guest.lastTurn = ++this.#turns;
    }
  }

  /** It is still to come. When they had it last stays: the song is theirs already. */
  turnGivenBack(visit: Id): void {
    for (const guest of this.#of(visit)) guest.had--;
  }

  #of(visit: Id): readonly Guest[] {
    return [this.#present, this.#left].flatMap((guests) =>
      [...guests.values()].filter((guest) => guest.visit === visit),
    );
  }

  get #guests(): readonly Guest[] {
    return this.present.flatMap((id) => this.#present.get(id) ?? []);
  }

  get #fewest(): number {
    const guests = this.#guests;
    return guests.length === 0 ? 0 : Math.min(...guests.map(({ had }) => had));
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
