import { parentPort, workerData } from "node:worker_threads";
import type { Database } from "better-sqlite3";
import type { WorkerFailure, WorkerRequest, WorkerResponse, WorkerStart } from "./calls.ts";
import { openDatabase } from "./database.ts";
import { faultOf } from "./faults.ts";
import { readerCalls } from "./reader.ts";
import { StoreError } from "./store.ts";
import { writerCalls } from "./writer.ts";

/** The program of both workers: opens the database, then answers one request after the other. */
function main(start: WorkerStart): void {
  const send = (response: WorkerResponse): void => parentPort?.postMessage(response);
  let database: Database;
  let calls: Map<string, (...args: never[]) => unknown>;
  try {
    database = openDatabase(start.file, start.role, start.maxPages);
    calls = new Map(Object.entries(start.role === "writer" ? writerCalls(database) : readerCalls(database)));
  } catch (error) {
    send({ id: 0, ok: false, failure: failureOf(error, start.file) });
    return;
  }
  send({ id: 0, ok: true, value: null });
  parentPort?.on("message", ({ id, name, args }: WorkerRequest) => {
    try {
      if (name === "close") {
        database.close();
        send({ id, ok: true, value: null });
        parentPort?.close();
        return;
      }
      const call = calls.get(name);
      if (call === undefined) throw new TypeError(`The store's ${start.role} has no call ${name}.`);
      send({ id, ok: true, value: call(...(args as never[])) });
    } catch (error) {
      send({ id, ok: false, failure: failureOf(error, start.file) });
    }
  });
}

function failureOf(error: unknown, file: string): WorkerFailure {
  const fault = faultOf(error, file);
  if (fault instanceof StoreError) return { fault: fault.fault, message: fault.message };
  return { fault: null, message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}

main(workerData as WorkerStart);
