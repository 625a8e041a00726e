import type { StoreFault } from "../store.ts";
import type { Changes } from "./changes.ts";
import type { readerCalls } from "./reader.ts";
import type { writerCalls } from "./writer.ts";

/** What each worker can be asked for: plain functions there, promises here. */
export type WriterCalls = ReturnType<typeof writerCalls>;
export type ReaderCalls = ReturnType<typeof readerCalls>;

/** What a worker is started with. */
export interface WorkerStart {
  role: "writer" | "reader";
  file: string;
  /** Pages of 4 KiB that the database may grow to; null for the disk's own limit. */
  maxPages: number | null;
}

export interface WorkerRequest {
  id: number;
  /** Of WriterCalls or ReaderCalls; `close` ends the worker. */
  name: string;
  args: readonly unknown[];
}

/** `fault` is null for a bug, whose message then is its stack. */
export interface WorkerFailure {
  fault: StoreFault | null;
  message: string;
}

/** `id` 0 tells that the worker is ready, or why it can't be. `changes` are for the reader to know, whatever became of the call. */
export type WorkerResponse = { id: number; changes: Changes | null } & (
  | { ok: true; value: unknown }
  | { ok: false; failure: WorkerFailure }
);
