import type { Database } from "better-sqlite3";
import { StoreError } from "./store.ts";

/** "Mien" in ASCII, by which `file` and we know the database as ours. */
export const applicationId = 0x4d69656e;

/**
 * Brings the database to the newest version, each step a transaction, so that a power cut leaves either version
 * whole. Throws `StoreError` where the database is of a newer Mien or of another program.
 */
export function migrate(database: Database, file: string, migrations: readonly string[]): void {
  const version = Number(database.pragma("user_version", { simple: true }));
  const owner = Number(database.pragma("application_id", { simple: true }));
  const empty = database.prepare("SELECT 1 FROM sqlite_schema LIMIT 1").get() === undefined;
  if (!empty && owner !== applicationId)
    throw new StoreError(
      "cannot-open",
      `${file} is the database of another program. Choose another data folder, or move the file away.`,
    );
  if (version > migrations.length)
    throw new StoreError(
      "newer-version",
      `${file} was written by a newer Mien (database version ${version}; this one knows ${migrations.length}). ` +
        "Update Mien, or restore the backup made before its update.",
    );
  for (const [index, sql] of migrations.entries()) {
    if (index < version) continue;
    database
      .transaction(() => {
        database.exec(sql);
        database.pragma(`application_id = ${applicationId}`);
        database.pragma(`user_version = ${index + 1}`);
      })
      .immediate();
  }
}
