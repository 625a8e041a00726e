import { readlinkSync } from "node:fs";
import { setPriority } from "node:os";
import { setImmediate as breath } from "node:timers/promises";
import { parentPort, workerData } from "node:worker_threads";
import { FolderWatches } from "../folder-watches.ts";
import { MoodPlaylists } from "../moods/mood-playlists.ts";
import { MoodWords } from "../moods/mood-words.ts";
import { beats, type ThreadReady, type ThreadReply } from "../threads/thread-messages.ts";
import { MusicTree } from "./music-tree.ts";
import { readerVersion } from "./reader-version.ts";
import type { Walked } from "./walked.ts";
import type { FoldersChanged, WalkerData, WalkerReplies, WalkerRequest } from "./walker-messages.ts";

const port = parentPort;
if (!port) throw new Error("walker-worker.ts is a worker thread's entry: start it through Walker.");
const { progress, watch, settleMs } = workerData as WalkerData;
const beat = () => void Atomics.add(progress, beats, 1);

/** Whoever unpacks an archive changes one folder many times. */
const tellAfterMs = 500;
const tellAtMost = 500;
const foldersAtOnce = 50;

// Linux keeps niceness for each thread, so this slows the scan alone: seeing and playing come first.
setPriority(10);

const words = MoodWords.load();
const version = `${readerVersion} ${words.fingerprint}`;
const playlists = new MoodPlaylists(words);
const changed = new Set<string>();
const watches = watch ? new FolderWatches(noteChange) : null;
const trees = new Map<string, MusicTree>();
let walking: Generator<Walked> | null = null;

function noteChange(folder: string): void {
  if (changed.size === 0) setTimeout(tellChanges, tellAfterMs);
  changed.add(folder);
}

function tellChanges(): void {
  const folders = changed.size > tellAtMost ? null : [...changed];
  changed.clear();
  port?.postMessage({ changed: folders } satisfies FoldersChanged);
}

async function answer(request: WalkerRequest): Promise<WalkerReplies[keyof WalkerReplies]> {
  switch (request.do) {
    case "keep":
      for (const [root, tree] of trees) {
        if (request.roots.includes(root)) continue;
        tree.close();
        trees.delete(root);
      }
      return null;
    case "survey":
      return survey(request.root, request.folder);
    case "walk":
      walking = trees.get(request.root)?.walk(request.folder) ?? null;
      return null;
    case "next":
      return nextSteps(request.limit);
    case "isThere":
      beat();
      return trees.get(request.root)?.isThere() ?? false;
  }
}

async function survey(root: string, folder: string | null): Promise<WalkerReplies["survey"]> {
  const known = trees.get(root);
  if (!known && folder !== null) return { failed: "unknown" };
  const tree = known ?? new MusicTree({ root, version, playlists, watches, settleMs, beat });
  trees.set(root, tree);
  try {
    const steps = tree.survey(folder);
    for (let folders = 1; ; folders++) {
      const step = steps.next();
      if (step.done) return step.value;
      // What the watches have to say in the meantime must not wait in the system, which keeps little of it.
      if (folders % foldersAtOnce === 0) await breath();
    }
  } catch (error) {
    if (folder === null) {
      tree.close();
      trees.delete(root);
    }
    return { failed: (error as NodeJS.ErrnoException).code ?? String(error) };
  }
}

function nextSteps(limit: number): WalkerReplies["next"] {
  const steps: Walked[] = [];
  while (steps.length < limit) {
    const step = walking?.next();
    if (!step || step.done) return { steps, done: true };
    steps.push(step.value);
  }
  return { steps, done: false };
}

port.on("message", (request: WalkerRequest) => {
  answer(request).then(
    (reply) => port.postMessage({ ok: true, reply: JSON.stringify(reply) } satisfies ThreadReply),
    (error: unknown) => port.postMessage({ ok: false, failed: String(error) } satisfies ThreadReply),
  );
});
port.postMessage({ ready: readlinkSync("/proc/thread-self") } satisfies ThreadReady);
