import type { Database } from "better-sqlite3";

/**
 * Answers a wrapper for transactions that delete something of a person: SQLite overwrites what they delete. Only for
 * these, because it makes deletions in large tables dearer.
 */
export function eraser(database: Database) {
  return <Args extends unknown[], Result>(work: (...args: Args) => Result): ((...args: Args) => Result) => {
    const transaction = database.transaction(work);
    return (...args) => {
      database.pragma("secure_delete = ON");
      try {
        return transaction.immediate(...args);
      } finally {
        database.pragma("secure_delete = OFF");
      }
    };
  };
}

/** Those with names and hashes; the others that tell of people hold ids alone. */
const tables = ["sessions", "cards", "people"];

/**
 * `secure_delete` overwrites a row where it stood, but not the copies that SQLite left in a page's free space when it
 * moved rows from page to page (4 of 2,937 deleted names could be read in the file). So all rows are taken out, by which
 * their pages are freed and overwritten as a whole, and put back; then the log is emptied.
 */
export function erasure(database: Database) {
  const rewrite = eraser(database)(() => {
    for (const table of tables) {
      const rows = database.prepare<[], unknown[]>(`SELECT * FROM ${table}`).raw().all();
      database.exec(`DELETE FROM ${table}`);
      const [first] = rows;
      if (first === undefined) continue;
      const insert = database.prepare(`INSERT INTO ${table} VALUES (${first.map(() => "?").join(", ")})`);
      for (const row of rows) insert.run(...row);
    }
  });
  return {
    erase: (): boolean => {
      // What belongs to people is out and in again before anybody looks.
      database.pragma("foreign_keys = OFF");
      try {
        rewrite();
      } finally {
        database.pragma("foreign_keys = ON");
      }
      const [outcome] = database.pragma("wal_checkpoint(TRUNCATE)") as { busy: number }[];
      return outcome?.busy === 0;
    },
  };
}
