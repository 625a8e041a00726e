import type { Health } from "../protocol/health.ts";
import type { PlayEffect } from "../protocol/library.ts";
import type { EpochMs } from "../protocol/time.ts";
import type { DatabaseCare } from "./care/database-care.ts";
import { libraryFront } from "./library-front.ts";
import type { LibraryTables } from "./library-tables.ts";
import { peopleFront } from "./people/people-front.ts";
import type { PeopleTables } from "./people/people-tables.ts";
import type { PlaceId } from "./place-table.ts";
import { historyWith } from "./plays/plays-held.ts";
import type { PlaysQueue } from "./plays/plays-queue.ts";
import type { EffectsPage } from "./plays/plays-reads.ts";
import { type PlaysTable, type SettingsTable, type Store, StoreError } from "./store.ts";
import type { StoreHealth } from "./store-health.ts";
import type { ReaderCalls, WriterCalls } from "./threads/calls.ts";
import type { LastingThread } from "./threads/lasting-thread.ts";

const effectsAtMost = 5000;

export interface SqliteStoreOptions {
  writer: LastingThread<WriterCalls>;
  reader: LastingThread<ReaderCalls>;
  queue: PlaysQueue;
  health: StoreHealth;
  care: DatabaseCare;
  log: { warn(details: object, message: string): void };
}

/** The store's front in the daemon: hands each call to the worker that answers it. */
export class SqliteStore implements Store {
  readonly settings: SettingsTable;
  readonly library: LibraryTables;
  readonly plays: PlaysTable;
  readonly people: PeopleTables;
  readonly care: DatabaseCare;
  readonly #options: SqliteStoreOptions;
  #closed: Promise<void> | null = null;

  constructor(options: SqliteStoreOptions) {
    this.#options = options;
    const { writer, reader, queue, care } = options;
    this.care = care;
    this.settings = {
      all: () => reader.call("settings"),
      put: (values) => writer.call("putSettings", values),
      remove: (name) => writer.call("removeSetting", name),
    };
    this.library = libraryFront({ writer, reader, held: () => queue.held });
    this.people = peopleFront({ writer, reader });
    this.plays = {
      begin: (play) => queue.add({ type: "begun", play }),
      end: (pickId, end, at, during) => queue.add({ type: "ended", pickId, end, at, during }),
      recent: async (limit) => historyWith(queue.held, await reader.call("recentPlays", limit), limit),
      told: (before, limit) => reader.call("toldPlays", before, limit),
      byHour: (from, to) => reader.call("playsByHour", from, to),
      effects: (since) => effectsSince(reader, since),
      report: (query) => reader.call("report", query),
      forgetMoods: (before) => writer.call("forgetMoods", before),
    };
  }

  place(): Promise<PlaceId> {
    return this.#options.reader.call("place");
  }

  onHealth(listener: (health: Health) => void): () => void {
    return this.#options.health.onChange(listener);
  }

  close(): Promise<void> {
    this.#closed ??= this.#close();
    return this.#closed;
  }

  async #close(): Promise<void> {
    const { writer, reader, queue, care, log } = this.#options;
    await care.stop();
    await queue.stop();
    // The reader first, so that nothing holds the log when the writer empties it.
    await reader.stop();
    try {
      await writer.call("checkpoint");
      care.closed();
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      // Nothing is lost: what is in the log is read from there.
      log.warn({ err: error }, "The database was closed without a checkpoint.");
    } finally {
      await writer.stop();
    }
  }
}

/** In pages, with the loop free in between. */
async function effectsSince(
  reader: LastingThread<ReaderCalls>,
  since: EpochMs,
): Promise<readonly PlayEffect[]> {
  const effects: PlayEffect[] = [];
  for (let before: number | null = Number.MAX_SAFE_INTEGER; before !== null; ) {
    const page: EffectsPage = await reader.call("effectsPage", since, before);
    effects.push(...page.effects);
    before = effects.length < effectsAtMost ? page.before : null;
  }
  return effects.slice(0, effectsAtMost);
}
