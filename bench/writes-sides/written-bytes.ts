import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { descendants } from "../../test/processes.ts";

/**
 * Counts what a process and all below it have had written to disks, those that have ended meanwhile too. What those wrote
 * counts for their parent as well, as the kernel has it: it is to be looked at while none of them ends.
 */
export class WrittenBytes {
  readonly #pid: number;
  readonly #first = new Map<number, number>();
  readonly #last = new Map<number, { name: string; bytes: number }>();

  constructor(pid: number) {
    this.#pid = pid;
    for (const { pid: each } of [{ pid }, ...descendants(pid)]) this.#first.set(each, writtenBy(each) ?? 0);
  }

  look(): void {
    for (const { pid, command } of [{ pid: this.#pid, command: "daemon" }, ...descendants(this.#pid)]) {
      const bytes = writtenBy(pid);
      if (bytes !== null) this.#last.set(pid, { name: nameOf(command), bytes });
    }
  }

  /** By the name of the program. */
  get byProgram(): Record<string, number> {
    const sums: Record<string, number> = {};
    for (const [pid, { name, bytes }] of this.#last)
      sums[name] = (sums[name] ?? 0) + bytes - (this.#first.get(pid) ?? 0);
    return sums;
  }
}

/** How often each file of a folder was changed, as seen by who looks often. */
export class ChangedFiles {
  readonly #folder: string;
  readonly #seen = new Map<string, number>();
  readonly changes = new Map<string, number>();

  constructor(folder: string) {
    this.#folder = folder;
    this.look();
    this.changes.clear();
  }

  look(): void {
    for (const name of readdirSync(this.#folder)) {
      const changedAt = statSync(join(this.#folder, name), { throwIfNoEntry: false })?.mtimeMs;
      if (changedAt === undefined || changedAt === this.#seen.get(name)) continue;
      this.#seen.set(name, changedAt);
      this.changes.set(name, (this.changes.get(name) ?? 0) + 1);
    }
  }
}

/** As the kernel counts it: whole pages, those that were taken back before they reached a disk left out. */
function writtenBy(pid: number): number | null {
  try {
    const io = readFileSync(`/proc/${pid}/io`, "utf8");
    const value = (name: string) => Number(new RegExp(`^${name}: (\\d+)$`, "m").exec(io)?.[1] ?? 0);
    return value("write_bytes") - value("cancelled_write_bytes");
  } catch {
    return null; // It has ended.
  }
}

function nameOf(command: string): string {
  if (/vision\/main/.test(command)) return "vision";
  const [program = ""] = command.split(" ");
  return program.split("/").at(-1) || "daemon";
}
