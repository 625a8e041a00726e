import { mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";
import Database from "better-sqlite3";
import { faultOf } from "./faults.ts";
import { migrate } from "./migrate.ts";
import { migrations } from "./migrations/all.ts";
import { keepReserve, spendReserve } from "./reserve.ts";
import { StoreError } from "./store.ts";

export type Role = "writer" | "reader";

/** The WAL is given back to the disk down to this size after a large scan. */
const walBytes = 8 * 1024 * 1024;
const cacheKib = { writer: 4 * 1024, reader: 8 * 1024 };

/**
 * Opens the database for one thread; the writer makes the folder, the file and its tables. Throws `StoreError`
 * with the reason where that can't be.
 */
export function openDatabase(file: string, role: Role, maxPages: number | null): Database.Database {
  try {
    if (role === "reader") return openReader(file);
    prepareFolder(file);
    return openWriter(file, maxPages);
  } catch (error) {
    const fault = faultOf(error, file);
    if (fault === null) throw error;
    if (fault.fault === "corrupt" || fault.fault === "newer-version") throw fault;
    throw new StoreError("cannot-open", fault.message);
  }
}

function openReader(file: string): Database.Database {
  return connect(file, { readonly: true }, (database) => {
    database.pragma(`cache_size = -${cacheKib.reader}`);
    database.pragma("temp_store = MEMORY");
  });
}

function openWriter(file: string, maxPages: number | null): Database.Database {
  const prepare = (database: Database.Database): void => {
    const mode = database.pragma("journal_mode = WAL", { simple: true });
    if (mode !== "wal")
      throw new StoreError(
        "cannot-open",
        `The disk of ${file} can't hold a shared write-ahead log (journal_mode is ${mode}). Choose a data folder ` +
          "on a local disk.",
      );
    database.pragma("synchronous = FULL");
    database.pragma("wal_autocheckpoint = 1000");
    database.pragma(`journal_size_limit = ${walBytes}`);
    database.pragma("foreign_keys = ON");
    database.pragma(`cache_size = -${cacheKib.writer}`);
    if (maxPages !== null) database.pragma(`max_page_count = ${maxPages}`);
    migrate(database, file, migrations);
  };
  try {
    const database = connect(file, {}, prepare);
    keepReserve(file);
    return database;
  } catch (error) {
    if (faultOf(error, file)?.fault !== "disk-full") throw error;
    spendReserve(file);
    return connect(file, {}, prepare);
  }
}

function connect(
  file: string,
  options: Database.Options,
  prepare: (database: Database.Database) => void,
): Database.Database {
  const database = new Database(file, { timeout: 5000, ...options });
  try {
    prepare(database);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function prepareFolder(file: string): void {
  const folder = dirname(file);
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new StoreError(
      "cannot-open",
      `The data folder ${folder} can't be made (${reasonOf(error)}). Choose another one, or give Mien's user ` +
        "the right to make it.",
    );
  }
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory())
    throw new StoreError(
      "cannot-open",
      `${file} is a folder, but the database is to be a file of that name. Remove the folder, or choose another ` +
        "data folder.",
    );
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
