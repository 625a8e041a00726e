import { parentPort, workerData } from "node:worker_threads";
import type { Database } from "better-sqlite3";
import { openDatabase } from "../database.ts";
import { faultOf } from "../faults.ts";
import { StoreError } from "../store.ts";
import type { WorkerFailure, WorkerRequest, WorkerResponse, WorkerStart } from "./calls.ts";
import { type Changes, watchChanges } from "./changes.ts";
import { readerCalls } from "./reader.ts";
import { writerCalls } from "./writer.ts";

/** The program of both workers: opens the database, then answers one request after the other. */
function main(start: WorkerStart): void {
  const send = (response: WorkerResponse): void => parentPort?.postMessage(response);
  let database: Database;
  let calls: Map<string, (...args: never[]) => unknown>;
  let changes = (): Changes | null => null;
  let useSpareTurns = (): void => undefined;
  try {
    database = openDatabase(start.file, start.role, start.maxPages);
    if (start.role === "writer") {
      changes = watchChanges(database).take;
      const writes = writerCalls(database);
      calls = new Map(Object.entries(writes));
      useSpareTurns = inSpareTurns(() => database.open && writes.rebuildSome());
    } else {
      const reads = readerCalls(database);
      calls = new Map(Object.entries(reads));
      useSpareTurns = inSpareTurns(() => database.open && reads.readAhead());
    }
  } catch (error) {
    send({ id: 0, changes: null, ok: false, failure: failureOf(error, start.file) });
    return;
  }
  send({ id: 0, changes: null, ok: true, value: null });
  useSpareTurns();
  parentPort?.on("message", ({ id, name, args }: WorkerRequest) => {
    try {
      if (name === "close") {
        database.close();
        send({ id, changes: null, ok: true, value: null });
        parentPort?.close();
        return;
      }
      const call = calls.get(name);
      if (call === undefined) throw new TypeError(`The store's ${start.role} has no call ${name}.`);
      const value = call(...(args as never[]));
      send({ id, changes: changes(), ok: true, value });
      useSpareTurns();
    } catch (error) {
      send({ id, changes: changes(), ok: false, failure: failureOf(error, start.file) });
    }
  });
}

/**
 * Answers a function that has this work done, a little in each turn that nobody asks anything: after a start, and while
 * a scan writes, so that a song that is to be picked need not wait for a library to be read, nor a start for an index.
 */
function inSpareTurns(workSome: () => boolean): () => void {
  let isWaiting = false;
  const schedule = (): void => {
    if (isWaiting) return;
    isWaiting = true;
    setImmediate(() => {
      isWaiting = false;
      try {
        if (workSome()) schedule();
      } catch (error) {
        // The next question meets it as well, and can tell somebody.
        if (faultOf(error, "") === null) throw error;
      }
    });
  };
  return schedule;
}

function failureOf(error: unknown, file: string): WorkerFailure {
  const fault = faultOf(error, file);
  if (fault instanceof StoreError) return { fault: fault.fault, message: fault.message };
  return { fault: null, message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}

main(workerData as WorkerStart);
