import type { MonotonicMs } from "../../protocol/time.ts";

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Never more than so many within so long. */
const rules = [
  { most: 1, withinMs: SECOND_MS },
  { most: 5, withinMs: MINUTE_MS },
];
/** With the last of these within an hour, a wait begins, and a longer one with each that fails after it … */
const AN_HOUR = 20;
/** … but never a longer one than this. */
const LONGEST_WAIT_MS = DAY_MS;
/** Who stands at the appliance never waits for longer: the owner can't be locked out there, by whomever. */
const LONGEST_WAIT_HERE_MS = MINUTE_MS;
/** After so long without a failure all is forgotten. */
const FORGOTTEN_AFTER_MS = 7 * DAY_MS;
/** Of each kind: names that nobody has, and addresses, are made up by the thousand. Who waited longest gives way. */
const MOST_KEYS = 5_000;

/**
 * Whose count it is. Each kind has a place of its own, so that no number of addresses, or of names that somebody made up,
 * pushes out what was counted of those whom there really is: the people here, and the machine itself.
 */
type Kind = "known" | "name" | "address";

/** Whoever tries. */
export interface Trier {
  key: string;
  kind: Kind;
  /** At the appliance itself. */
  here: boolean;
}

interface Count {
  /** The newest ones, oldest first. */
  times: MonotonicMs[];
  waits: number;
  until: MonotonicMs;
}

/**
 * Counts attempts at secrets: one a second, 5 a minute, 20 an hour, then one after each of ever longer waits. An attempt
 * counts before it is known what comes of it, so that many at once are worth no more than one after the other. No count
 * is anybody else's: nobody can lock everybody out.
 */
export class Attempts {
  readonly #monotonic: () => MonotonicMs;
  readonly #records: Readonly<Record<Kind, Map<string, Count>>> = {
    ...{ known: new Map(), name: new Map(), address: new Map() },
  };

  constructor(options: { monotonic: () => MonotonicMs }) {
    this.#monotonic = options.monotonic;
  }

  /** Takes an attempt for all of them together. Answers 0, or how long to wait; then none was taken. */
  take(triers: readonly Trier[]): number {
    const now = this.#monotonic();
    const waitMs = Math.max(0, ...triers.map((trier) => this.#waitOf(trier, now)));
    if (waitMs === 0) for (const trier of triers) this.#count(trier, now);
    return waitMs;
  }

  /** The newest attempt went well, or came to nothing: it does not count. What failed before it still does. */
  giveBack(triers: readonly Trier[]): void {
    for (const { key, kind } of triers) {
      const record = this.#records[kind].get(key);
      if (record === undefined) continue;
      record.times.pop();
      if (record.until > this.#monotonic()) {
        // It was this one that began the wait: none is allowed during a wait.
        record.waits -= 1;
        record.until = Number.NEGATIVE_INFINITY;
      }
      // Of whom nothing is known nothing takes another one's place.
      if (record.times.length === 0) this.#records[kind].delete(key);
    }
  }

  get keys(): number {
    return Object.values(this.#records).reduce((sum, { size }) => sum + size, 0);
  }

  #waitOf({ key, kind }: Trier, now: MonotonicMs): number {
    const record = this.#records[kind].get(key);
    if (record === undefined) return 0;
    const waits = rules.map(({ most, withinMs }) => {
      const decisive = record.times.at(-most);
      return decisive === undefined ? 0 : decisive + withinMs - now;
    });
    return Math.max(0, record.until - now, ...waits);
  }

  #count({ key, kind, here }: Trier, now: MonotonicMs): void {
    const records = this.#records[kind];
    const last = records.get(key);
    const forgotten = last === undefined || now - (last.times.at(-1) ?? now) >= FORGOTTEN_AFTER_MS;
    const record: Count = forgotten ? { times: [], waits: 0, until: Number.NEGATIVE_INFINITY } : last;
    record.times = [...record.times.slice(1 - AN_HOUR), now];
    const oldest = record.times.length === AN_HOUR ? (record.times[0] ?? now) : null;
    // Once there were waits, each attempt is one after a wait, however long ago the others were. Not at the appliance: what
    // all people there have mistyped is one count, and nobody may wait for what others did days ago. No guesser gains by
    // it: who stays below 20 an hour tries less often than once a minute.
    if ((record.waits > 0 && !here) || (oldest !== null && now - oldest < HOUR_MS)) {
      const grown = Math.min(LONGEST_WAIT_MS, HOUR_MS * 2 ** record.waits);
      record.until = now + (here ? Math.min(grown, LONGEST_WAIT_HERE_MS) : grown);
      record.waits += 1;
    }
    // The map's order is that of the last attempts.
    records.delete(key);
    records.set(key, record);
    for (const oldestKey of records.keys()) {
      if (records.size <= MOST_KEYS) break;
      records.delete(oldestKey);
    }
  }
}
