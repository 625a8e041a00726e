import { readFileSync } from "node:fs";

/** Of Linux, on every machine that Node runs on. */
const ticksPerSecond = 100;

/** How long the cores have worked for a process, with all its threads; null where it is no more. */
export function processTimeMs(pid: number): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
    // proc(5): after the name, which may have anything in it, the 12th and 13th are user and system time.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return ((Number(fields[11]) + Number(fields[12])) * 1000) / ticksPerSecond;
  } catch {
    return null;
  }
}
