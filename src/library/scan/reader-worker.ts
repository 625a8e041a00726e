import { readlinkSync } from "node:fs";
import { setPriority } from "node:os";
import { parentPort, workerData } from "node:worker_threads";
import { MoodWords } from "../moods/mood-words.ts";
import { loadParsers } from "../tags/load-parsers.ts";
import { readTrack } from "../tags/read-track.ts";
import { at, beats, type ThreadReady, type ThreadReply } from "../threads/thread-messages.ts";
import type { ReaderReply, ReaderRequest } from "./reader-messages.ts";

const port = parentPort;
if (!port) throw new Error("reader-worker.ts is a worker thread's entry: start it through Reader.");
const progress = workerData as Int32Array;

// Linux keeps niceness for each thread, so this slows the scan alone: seeing and playing come first.
setPriority(10);

const words = MoodWords.load();
// Each format's part of the parser is only loaded with its first file, which must not pay for that with its time.
await loadParsers();

async function readAll({ root, files }: ReaderRequest): Promise<ReaderReply> {
  const rows = [];
  for (const [index, file] of files.entries()) {
    Atomics.store(progress, at, index);
    Atomics.add(progress, beats, 1);
    const row = await readTrack(file, root, words);
    if (row) rows.push(row);
  }
  Atomics.store(progress, at, -1);
  return rows;
}

port.on("message", (request: ReaderRequest) => {
  readAll(request).then(
    (reply) => port.postMessage({ ok: true, reply: JSON.stringify(reply) } satisfies ThreadReply),
    (error: unknown) => port.postMessage({ ok: false, failed: String(error) } satisfies ThreadReply),
  );
});
port.postMessage({ ready: readlinkSync("/proc/thread-self") } satisfies ThreadReady);
