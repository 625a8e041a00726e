import type { Database } from "better-sqlite3";

/**
 * Runs the work in a transaction that may write from its first statement on, so that another program's write is
 * waited for instead of failing half-way.
 */
export function atomically<Args extends unknown[], Result>(
  database: Database,
  work: (...args: Args) => Result,
): (...args: Args) => Result {
  const transaction = database.transaction(work);
  return (...args) => transaction.immediate(...args);
}
