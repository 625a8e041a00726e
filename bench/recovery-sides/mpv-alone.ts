import { execFile } from "node:child_process";
import { performance } from "node:perf_hooks";
import { promisify } from "node:util";

const soundMs = 50;

/** How long a bare mpv takes from its start to its first sound, with nothing of ours around it. */
export async function mpvAlone(song: string): Promise<number> {
  const began = performance.now();
  await promisify(execFile)("mpv", [
    "--no-config",
    "--no-video",
    "--no-terminal",
    "--ao=null",
    "--load-scripts=no",
    `--length=${soundMs / 1_000}`,
    song,
  ]);
  return performance.now() - began - soundMs;
}
