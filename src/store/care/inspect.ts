import Database from "better-sqlite3";
import { faultOf } from "../faults.ts";
import { applicationId, migrate } from "../migrate.ts";
import { migrations } from "../migrations/all.ts";

/** As many as tell what kind of damage it is. */
const problemsTold = 20;
const cacheKib = 4 * 1024;

/** Takes as long as reading the whole file does: for a process of its own. Closes the database whatever happens. */
export function inDatabase<Answer>(
  file: string,
  { readonly }: { readonly: boolean },
  work: (database: Database.Database) => Answer,
): Answer {
  const database = new Database(file, { readonly, fileMustExist: true, timeout: 5000 });
  try {
    database.pragma(`cache_size = -${cacheKib}`);
    return work(database);
  } finally {
    database.close();
  }
}

/** What is wrong in a database, its indexes included; nothing where it is whole. */
export function problemsIn(file: string): readonly string[] {
  return orDamage(file, () =>
    inDatabase(file, { readonly: true }, (database) => lookThrough(database, "integrity_check")),
  );
}

/** Why a backup can't take the database's place; nothing where it can. */
export function problemsOfBackup(file: string): readonly string[] {
  return orDamage(file, () =>
    inDatabase(file, { readonly: true }, (database) => {
      const version = Number(database.pragma("user_version", { simple: true }));
      if (database.pragma("application_id", { simple: true }) !== applicationId)
        return ["it is no database of Mien"];
      if (version > migrations.length) return ["it was written by a newer Mien"];
      const lacking = tablesOf(version).find((table) => !hasAll(database, table));
      if (version < 1 || lacking !== undefined) return ["it is no database of Mien"];
      return lookThrough(database, "quick_check");
    }),
  );
}

interface Table {
  name: string;
  columns: string;
}

const columnsOf =
  "(SELECT group_concat(name) FROM (SELECT name FROM pragma_table_xinfo(sqlite_schema.name) ORDER BY name))";

/** As the migrations up to this version make them. */
function tablesOf(version: number): readonly Table[] {
  const sample = new Database(":memory:");
  try {
    migrate(sample, ":memory:", migrations.slice(0, version));
    return sample
      .prepare<[], Table>(`SELECT name, ${columnsOf} AS columns FROM sqlite_schema WHERE type = 'table'`)
      .all();
  } finally {
    sample.close();
  }
}

const hasAll = (database: Database.Database, { name, columns }: Table): boolean =>
  database
    .prepare<[string, string]>(
      `SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ? AND ${columnsOf} = ?`,
    )
    .get(name, columns) !== undefined;

/** SQLite's extension for search has one table here. */
export function isOfTheSearch(problem: string): boolean {
  return /\bfts5\b/i.test(problem);
}

function lookThrough(database: Database.Database, check: "integrity_check" | "quick_check"): string[] {
  const told = database.prepare<[], string>(`PRAGMA ${check}(${problemsTold})`).pluck().all();
  return told.filter((line) => line !== "ok");
}

/** What can't even be looked through is damaged, too. */
function orDamage(file: string, look: () => readonly string[]): readonly string[] {
  try {
    return look();
  } catch (error) {
    if (faultOf(error, file)?.fault !== "corrupt") throw error;
    return [(error as Error).message];
  }
}
