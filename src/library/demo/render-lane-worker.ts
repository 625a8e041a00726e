import { parentPort, workerData } from "node:worker_threads";
import type { Lane } from "./render-lane.ts";
import { renderPiece } from "./render-piece.ts";

const { folder, pieces } = workerData as Lane;
for (const piece of pieces) {
  await renderPiece(folder, piece);
  parentPort?.postMessage(piece);
}
