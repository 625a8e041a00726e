import { mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";
import Database from "better-sqlite3";
import { faultOf } from "./faults.ts";
import { migrate } from "./migrate.ts";
import { migrations } from "./migrations/all.ts";
import { StoreError } from "./store.ts";

export type Role = "writer" | "reader";

/** The WAL is given back to the disk down to this size after a large scan. */
const walBytes = 8 * 1024 * 1024;
const cacheKib = { writer: 8192, reader: 16_384 };

/**
 * Opens the database for one thread; the writer makes the folder, the file and its tables. Throws `StoreError`
 * with the reason where that can't be.
 */
export function openDatabase(file: string, role: Role, maxPages: number | null): Database.Database {
  let database: Database.Database | null = null;
  try {
    if (role === "writer") prepareFolder(file);
    database = new Database(file, { readonly: role === "reader", timeout: 5000 });
    if (role === "writer") {
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
      if (maxPages !== null) database.pragma(`max_page_count = ${maxPages}`);
      migrate(database, file, migrations);
    }
    database.pragma(`cache_size = -${cacheKib[role]}`);
    database.pragma("temp_store = MEMORY");
    return database;
  } catch (error) {
    database?.close();
    const fault = faultOf(error, file);
    if (fault === null) throw error;
    if (fault.fault === "corrupt" || fault.fault === "newer-version") throw fault;
    throw new StoreError("cannot-open", fault.message);
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
