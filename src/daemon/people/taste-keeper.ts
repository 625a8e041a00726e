import type { Taste } from "../../protocol/people.ts";
import type { Id } from "../../protocol/time.ts";
import type { PeopleTables } from "../../store/people/people-tables.ts";
import { StoreError } from "../../store/store.ts";
import type { Log } from "../log.ts";

export type Tastes = Readonly<Record<Taste, readonly Id[]>>;

const none: Tastes = { favourite: [], blocked: [] };

/** The songs that people like, or never want to hear: in the store, and of who is in the room in memory as well. */
export class TasteKeeper {
  readonly #tables: PeopleTables;
  readonly #log: Log;
  readonly #known = new Map<Id, Tastes>();
  /** Who said something that could not be read back: what is known of them is from before. */
  readonly #stale = new Set<Id>();
  /** Who is in the room. */
  #wanted: ReadonlySet<Id> = new Set();
  #hasWarned = false;

  constructor(options: { tables: PeopleTables; log: Log }) {
    this.#tables = options.tables;
    this.#log = options.log;
  }

  /** Of somebody in the room; none before they were read. */
  of(id: Id): Tastes {
    return this.#known.get(id) ?? none;
  }

  /** Whether something of these has yet to be read. */
  lacks(ids: readonly Id[]): boolean {
    return ids.some((id) => this.#isToRead(id));
  }

  /** These are in the room now. Answers whether something was read. */
  async follow(ids: readonly Id[]): Promise<boolean> {
    this.#wanted = new Set(ids);
    for (const id of this.#known.keys()) if (!this.#wanted.has(id)) this.#known.delete(id);
    for (const id of this.#stale) if (!this.#wanted.has(id)) this.#stale.delete(id);
    const read = await Promise.all(ids.filter((id) => this.#isToRead(id)).map((id) => this.#read(id)));
    return read.includes(true);
  }

  async set(id: Id, track: Id, taste: Taste | null): Promise<"kept" | "full" | "unknown"> {
    const outcome = await this.#tables.setTaste(id, track, taste);
    if (this.#wanted.has(id)) await this.#read(id);
    return outcome;
  }

  #isToRead(id: Id): boolean {
    return !this.#known.has(id) || this.#stale.has(id);
  }

  /** What can't be read costs the wishes, not the music, and is tried again. */
  async #read(id: Id): Promise<boolean> {
    try {
      const tastes = await this.#tables.tastes(id);
      this.#hasWarned = false;
      this.#stale.delete(id);
      // Somebody may have gone meanwhile.
      if (this.#wanted.has(id)) this.#known.set(id, tastes);
      return true;
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      if (this.#wanted.has(id)) this.#stale.add(id);
      if (!this.#hasWarned) this.#log.warn({ fault: error.fault }, error.message);
      this.#hasWarned = true;
      return false;
    }
  }
}
