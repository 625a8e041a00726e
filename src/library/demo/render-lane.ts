import { Worker } from "node:worker_threads";
import type { Piece } from "./piece.ts";

export interface Lane {
  folder: string;
  pieces: readonly Piece[];
}

/** Renders pieces one after another in a thread of its own. Rejects with the reason of the first that fails. */
export function renderLane(lane: Lane, onRendered: (piece: Piece) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./render-lane-worker.js", import.meta.url), { workerData: lane });
    worker.on("message", onRendered);
    worker.on("error", reject);
    worker.on("exit", () => resolve());
  });
}
