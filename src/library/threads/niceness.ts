import { readdirSync } from "node:fs";
import { setPriority } from "node:os";

/**
 * Linux keeps niceness for each thread, and some of a process's are there before its first line runs. Those that come
 * later take after the one that starts them.
 */
export function beNice(niceness: number, pid: number | "self" = "self"): void {
  for (const thread of readdirSync(`/proc/${pid}/task`)) setPriority(Number(thread), niceness);
}
