import { realpath, stat } from "node:fs/promises";
import { setPriority } from "node:os";
import { parentPort, workerData } from "node:worker_threads";
import { embeddedPicture } from "./embedded-picture.ts";
import { MoodWords } from "./mood-words.ts";
import { readTrack } from "./read-track.ts";
import { at, beats, type ReaderReplies, type ReaderReply, type ReaderRequest } from "./reader-messages.ts";
import { type FoundFile, walk } from "./walk.ts";

const port = parentPort;
if (!port) throw new Error("reader-worker.ts is a worker thread's entry: start it through Reader.");
const progress = workerData as Int32Array;
const beat = () => Atomics.add(progress, beats, 1);

// Linux keeps niceness for each thread, so this slows the scan alone: seeing and playing come first.
setPriority(10);

const words = MoodWords.load();
let walking: AsyncGenerator<FoundFile> | null = null;
let skippedFolders: string[] = [];

async function answer(request: ReaderRequest): Promise<ReaderReplies[keyof ReaderReplies]> {
  switch (request.do) {
    case "walk":
      return { failed: await beginWalk(request.root) };
    case "next":
      return nextFiles(request.limit);
    case "read":
      return { rows: await readAll(request.root, request.files) };
    case "picture":
      return { bytes: await embeddedPicture(request.path) };
  }
}

async function beginWalk(root: string): Promise<string | null> {
  skippedFolders = [];
  walking = walk({ root, beat, onSkippedFolder: (sentence) => skippedFolders.push(sentence) });
  try {
    const stats = await stat(await realpath(root));
    return stats.isDirectory() ? null : "ENOTDIR";
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? String(error);
  }
}

async function nextFiles(limit: number): Promise<ReaderReplies["next"]> {
  const found: FoundFile[] = [];
  let done = false;
  while (found.length < limit && !done) {
    const step = await walking?.next();
    if (!step || step.done) done = true;
    else found.push(step.value);
  }
  return { found, done, skippedFolders: skippedFolders.splice(0) };
}

async function readAll(root: string, files: readonly FoundFile[]) {
  const rows = [];
  for (const [index, file] of files.entries()) {
    Atomics.store(progress, at, index);
    beat();
    const row = await readTrack(file, root, words);
    if (row) rows.push(row);
  }
  return rows;
}

port.on("message", (request: ReaderRequest) => {
  answer(request).then(
    (reply) => port.postMessage({ ok: true, reply } satisfies ReaderReply),
    (error: unknown) => port.postMessage({ ok: false, failed: String(error) } satisfies ReaderReply),
  );
});
port.postMessage("ready");
