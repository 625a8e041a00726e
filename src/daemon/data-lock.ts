import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Makes a data folder this process's own, because two daemons on one folder would share a database's history and
 * end each other's mpv. Answers the undo, or the id of the process that has it. What a dead process left behind
 * counts for nothing, whoever has its id since. Throws what the file system refuses, but for a full disk: music
 * on a full disk is worth more than this guard.
 */
export function lockData(folder: string): (() => void) | { heldBy: number } {
  const path = join(folder, "mien.lock");
  const own = identityOf(process.pid);
  const release = () => {
    if (readOrNothing(path) === own) rmSync(path, { force: true });
  };
  if (created(path, own)) return release;

  const holder = readOrNothing(path);
  const pid = Number.parseInt(holder, 10);
  if (holder !== "" && holder === identityOf(pid)) return { heldBy: pid };
  // Two that start at once may both come here. Taken away is only what was read: a quicker one's lock goes back.
  const aside = `${path}.${process.pid}`;
  if (movedAway(path, aside)) {
    if (readOrNothing(aside) === holder) rmSync(aside, { force: true });
    else renameSync(aside, path);
  }
  return created(path, own) ? release : { heldBy: Number.parseInt(readOrNothing(path), 10) };
}

/** False where somebody else was quicker. */
function movedAway(from: string, to: string): boolean {
  try {
    renameSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return false;
    throw error;
  }
}

function created(path: string, content: string): boolean {
  try {
    writeFileSync(path, content, { flag: "wx", mode: 0o600 });
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EEXIST") return false;
    if (code === "ENOSPC") return true;
    throw error;
  }
}

/** The id, the run of the system and the moment of the start: no two processes ever share all three. "" for a dead one. */
function identityOf(pid: number): string {
  const stat = readOrNothing(`/proc/${pid}/stat`);
  // The name in brackets may hold anything, so fields are counted from behind it: state first, start as the 20th.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  if (stat === "" || fields[0] === "Z") return "";
  return `${pid} ${readOrNothing("/proc/sys/kernel/random/boot_id").trim()} ${fields[19]}\n`;
}

function readOrNothing(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return ""; // Gone, or never there.
  }
}
