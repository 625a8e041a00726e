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
  /** Who is in the room. */
  #wanted: ReadonlySet<Id> = new Set();

  constructor(options: { tables: PeopleTables; log: Log }) {
    this.#tables = options.tables;
    this.#log = options.log;
  }

  /** Of somebody in the room; none before they were read. */
  of(id: Id): Tastes {
    return this.#known.get(id) ?? none;
  }

  /** These are in the room now. Answers whether something was read. */
  async follow(ids: readonly Id[]): Promise<boolean> {
    this.#wanted = new Set(ids);
    for (const id of this.#known.keys()) if (!this.#wanted.has(id)) this.#known.delete(id);
    const missing = ids.filter((id) => !this.#known.has(id));
    await Promise.all(missing.map((id) => this.#read(id)));
    return missing.length > 0;
  }

  async set(id: Id, track: Id, taste: Taste | null): Promise<"kept" | "full" | "unknown"> {
    const outcome = await this.#tables.setTaste(id, track, taste);
    if (this.#wanted.has(id)) await this.#read(id);
    return outcome;
  }

  /** What can't be read costs the wishes, not the music. */
  async #read(id: Id): Promise<void> {
    try {
      const tastes = await this.#tables.tastes(id);
      // Somebody may have gone meanwhile.
      if (this.#wanted.has(id)) this.#known.set(id, tastes);
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      this.#log.warn({ fault: error.fault }, error.message);
    }
  }
}
