import { renameSync, writeFileSync } from "node:fs";
import { isMainThread } from "node:worker_threads";

// Loaded into the daemon before its own code (`node --import`): on SIGUSR2 it says what only the process itself knows.

export interface Inside {
  /** After a collection of the garbage. */
  heapBytes: number;
  /** Timers, sockets, watchers and whatever else keeps the process alive, how many of each kind. */
  resources: Record<string, number>;
}

if (isMainThread)
  process.on("SIGUSR2", () => {
    const to = process.env.MIEN_SOAK_ANSWERS;
    if (to === undefined) return;
    global.gc?.();
    const resources: Record<string, number> = {};
    for (const kind of process.getActiveResourcesInfo()) resources[kind] = (resources[kind] ?? 0) + 1;
    const inside: Inside = { heapBytes: process.memoryUsage().heapUsed, resources };
    writeFileSync(`${to}/${process.pid}.new`, JSON.stringify(inside));
    renameSync(`${to}/${process.pid}.new`, `${to}/${process.pid}.json`);
  });
