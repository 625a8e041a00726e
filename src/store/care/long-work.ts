import { spawn } from "node:child_process";
import { join } from "node:path";
import { silent } from "../faults.ts";
import { StoreError, type StoreFault } from "../store.ts";
import type { BackupFile } from "./backup-files.ts";
import type { BackupOptions } from "./make-backup.ts";
import type { NewestBackups, NewestBackupsOptions } from "./newest-backups.ts";
import type { RecoverOptions, Recovery } from "./recovery.ts";
import type { AskedRestore } from "./restore.ts";

/** What takes seconds with a large database, with what it is told and what it answers. */
export interface LongWork {
  /** Looks through all of it; answers the problems. */
  check: { with: { file: string }; answer: readonly string[] };
  /** Makes its indexes anew; the one for the search, which takes long, only where told so, and later. */
  reindex: { with: { file: string; search: boolean }; answer: null };
  backup: { with: BackupOptions; answer: BackupFile };
  /** Looks through a backup, and notes that it is to be restored at the next start. */
  askRestore: { with: AskedRestore; answer: null };
  recover: { with: RecoverOptions; answer: Recovery };
  listBackups: { with: NewestBackupsOptions; answer: NewestBackups };
  /** Answers the folder that keeps the database of before; null where there is no such backup. */
  restore: { with: AskedRestore; answer: { kept: string | null } | null };
}

export type LongWorkAnswer = { value: unknown } | { fault: StoreFault; message: string };

export interface Terms {
  signal: AbortSignal;
  polite: boolean;
  /**
   * After so long the stick or share hangs on which this is. Its process may live on, as the kernel may keep it from being
   * ended for as long as that hangs: `onLeft` is told when it is gone.
   */
  limit?: { ms: number; path: string; onLeft?: (gone: Promise<void>) => void };
}

/** The lowest niceness, and the disk only when nobody else wants it. */
const politeness = ["ionice", "-c", "3", "nice", "-n", "19"];
const main = join(import.meta.dirname, "long-work-main.js");

/**
 * Does it in a process of its own, which `signal` ends at once: SQLite can't be interrupted in a thread, and the appliance
 * has to end within three seconds. What nobody waits for is `polite` to music and eyes. Rejects with `StoreError`; with
 * `gone` when it was ended, and `silent` where its limit has passed.
 */
export async function longWork<Name extends keyof LongWork>(
  name: Name,
  options: LongWork[Name]["with"],
  { signal, polite, limit }: Terms,
): Promise<LongWork[Name]["answer"]> {
  const late = limit && AbortSignal.timeout(limit.ms);
  const [first = "", ...rest] = [...(polite ? politeness : []), process.execPath, "--max-old-space-size=64"];
  const child = spawn(first, [...rest, main, name, JSON.stringify(options)], {
    stdio: ["ignore", "pipe", "pipe"],
    signal: late === undefined ? signal : AbortSignal.any([signal, late]),
    killSignal: "SIGKILL",
  });
  const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  let said = "";
  let complaint = "";
  child.stderr.on("data", (chunk) => {
    complaint = `${complaint}${chunk}`.slice(-2_000);
  });
  const ended = await new Promise<string>((resolve) => {
    child.stdout.on("data", (chunk) => {
      said += chunk;
      if (said.endsWith("\n")) resolve("");
    });
    child.once("error", (error) => resolve(error.message));
    child.once("close", (code, killedBy) => resolve(code === 0 ? "" : `${killedBy ?? code} ${complaint}`));
  });
  // A thread of it that waits for a stick which hangs keeps it from ending by itself, and the kernel may keep it from being
  // ended: nobody waits for that.
  child.kill("SIGKILL");
  child.stdout.destroy();
  child.stderr.destroy();
  child.unref();
  if (signal.aborted) throw new StoreError("gone", `The ${name} of ${options.file} was broken off.`);
  if (ended !== "" && limit !== undefined && late?.aborted) {
    limit.onLeft?.(gone);
    throw silent(limit.path);
  }
  if (ended !== "")
    throw new StoreError("unavailable", `The ${name} of ${options.file} ended too soon: ${ended.trim()}`);
  const answer = JSON.parse(said) as LongWorkAnswer;
  if ("fault" in answer) throw new StoreError(answer.fault, answer.message);
  return answer.value as LongWork[Name]["answer"];
}
