import type { Health, HealthReason } from "../../protocol/health.ts";
import type { EpochMs } from "../../protocol/time.ts";
import { silent } from "../faults.ts";
import { StoreError } from "../store.ts";
import type { BackupFile } from "./backup-files.ts";
import { endedUncleanly, markClosed, markRunning, wasEmptied } from "./database-files.ts";
import { isOfTheSearch } from "./inspect.ts";
import { longWork } from "./long-work.ts";
import { type Recovery, readNote, removeNote } from "./recovery.ts";
import { finishRestore, giveBack, hasBeenTried } from "./restore.ts";

/** Damage that is met again so soon after the database was found whole: what found it whole was wrong. */
const againMs = 60_000;
/** The slowest stick takes minutes, with all else before it; on one that hangs a backup would keep the next one from ever beginning. */
const backupLimitMs = 3_600_000;
/** Nobody need be told for longer than this: what came over somebody, and what somebody wanted. */
const newsForMs = { damaged: 14 * 86_400_000, restored: 86_400_000, "not-restored": 14 * 86_400_000 };

/** Node's timers know no longer time, and a clock may have been years ahead when it happened. */
const longestTimerMs = 20 * 86_400_000;

/** A thread of the store, as far as its database can be taken away from under it. */
export interface Pausable {
  pause(): Promise<void>;
  resume(): Promise<void>;
}

export interface DatabaseCareOptions {
  file: string;
  /** Folders that may have backups; null where a damaged database is to be left alone. */
  backups: readonly string[] | null;
  /** What became of a backup that was to be restored just now; the disk may have had no room to note it. */
  restored?: Recovery | null;
  onHealth: (health: Health) => void;
  log: { warn(details: object, message: string): void };
  now?: () => EpochMs;
  backupLimitMs?: number;
}

/** Looks after the database's file: checks it, sets a damaged one aside, puts a backup in its place, makes backups. */
export class DatabaseCare {
  readonly #options: DatabaseCareOptions;
  readonly #ending = new AbortController();
  readonly #listeners = new Set<() => void>();
  /** Folders of backups whose process was left behind, and has not ended yet. */
  readonly #hanging = new Set<string>();
  /** The writer first: it makes the tables. */
  #threads: readonly Pausable[] = [];
  #mending: Promise<void> | null = null;
  #soundAt = Number.NEGATIVE_INFINITY;
  #recovery: Recovery | null;
  #newsEnd: NodeJS.Timeout | undefined;
  /** Whether whoever had it open last never closed it. */
  readonly endedUncleanly: boolean;

  constructor(options: DatabaseCareOptions) {
    this.#options = options;
    this.endedUncleanly = endedUncleanly(options.file);
    this.#recovery = options.restored ?? readNote(options.file);
  }

  /** Before it is opened. Resolves with whether a database that was there is gone, and something took its place. */
  async beforeOpening(): Promise<boolean> {
    const { file, backups } = this.#options;
    // A restore by command that power cut off.
    finishRestore(file);
    const emptied = backups !== null && wasEmptied(file);
    if (emptied) await this.#replace("it was emptied");
    this.#tell();
    return emptied;
  }

  /** It could not be opened, because of this. Answers whether it is worth trying again. */
  async atOpening(error: unknown): Promise<boolean> {
    if (this.#giveBack(error)) return true;
    if (!(error instanceof StoreError) || error.fault !== "corrupt" || this.#options.backups === null)
      return false;
    await this.#replace(error.message);
    this.#tell();
    return true;
  }

  /** A backup that was just restored may be whole, and no database that this Mien can use. */
  #giveBack(error: unknown): boolean {
    const { file, log } = this.#options;
    // A disk that can't be read now, or another program that holds it, says nothing of the backup.
    if (!(error instanceof Error) || (error instanceof StoreError && error.fault === "unavailable"))
      return false;
    const given = giveBack(file, this.#recovery, error.message, this.#now());
    if (given === null) return false;
    this.#recovery = given;
    log.warn({ err: error }, "The backup that was restored can't be opened: the database of before is back.");
    this.#tell();
    return true;
  }

  opened(threads: readonly Pausable[]): void {
    this.#threads = threads;
    hasBeenTried(this.#options.file);
    if (this.#options.backups !== null) markRunning(this.#options.file);
  }

  /** The database's threads have closed it. */
  closed(): void {
    if (this.#options.backups !== null) markClosed(this.#options.file);
  }

  /** Ends what takes long. */
  async stop(): Promise<void> {
    this.#ending.abort();
    clearTimeout(this.#newsEnd);
    await this.#mending;
  }

  get recovery(): Recovery | null {
    return this.#recovery;
  }

  /** Somebody has taken note of what became of the database. */
  acknowledge(): void {
    removeNote(this.#options.file);
    this.#recovery = null;
    this.#tell();
  }

  /** Another database is there than a moment ago, with less in it; returns the undo. */
  onReplaced(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Looks through the whole database, and mends what it finds. Answers what it was. */
  async check(): Promise<readonly string[]> {
    const { file } = this.#options;
    await this.#mending;
    const problems = await longWork("check", { file }, this.#inSpareTime);
    if (problems.length === 0) this.#soundAt = performance.now();
    else if (this.#options.backups !== null) await this.#mend(problems);
    return problems;
  }

  /** One of the threads has met damage. Answers whether something is done about it. */
  met(why: StoreError): boolean {
    if (this.#options.backups === null || this.#threads.length === 0 || this.#ending.signal.aborted)
      return false;
    void this.#mend([why.message]);
    return true;
  }

  /**
   * Rejects where the database is damaged, after that was mended: the next one succeeds. Rejects with `silent` where the
   * folder does not answer, and at once for as long as a process waits for it that can't be ended: they would pile up.
   */
  async backup(options: { folder: string; at: EpochMs; rotate: boolean }): Promise<BackupFile> {
    const { folder } = options;
    if (this.#hanging.has(folder)) throw silent(folder);
    const onLeft = (gone: Promise<void>): void => {
      this.#hanging.add(folder);
      void gone.then(() => this.#hanging.delete(folder));
    };
    try {
      const limit = { ms: this.#options.backupLimitMs ?? backupLimitMs, path: folder, onLeft };
      const terms = { ...this.#inSpareTime, limit };
      return await longWork("backup", { ...options, file: this.#options.file }, terms);
    } catch (error) {
      if (error instanceof StoreError && error.fault === "corrupt") await this.check();
      throw error;
    }
  }

  /** Has a backup put in the database's place at the next start. Rejects where that can't be, and then nothing is noted. */
  async askRestore(backup: string): Promise<void> {
    // Somebody waits for it.
    await longWork("askRestore", { file: this.#options.file, backup, at: this.#now() }, this.#atOnce);
  }

  /** Whoever asks the store meanwhile waits. Several who meet the same damage wait for the same mending. */
  #mend(found: readonly string[]): Promise<void> {
    this.#mending ??= this.#mendInPeace(found).finally(() => {
      this.#mending = null;
    });
    return this.#mending;
  }

  async #mendInPeace(found: readonly string[]): Promise<void> {
    const { log, onHealth } = this.#options;
    log.warn({ problem: found[0] }, "The database is damaged.");
    const since = this.#now();
    const detail = "The database is damaged, and is being mended. The music goes on.";
    onHealth({ state: "degraded", reason: "store-unavailable", detail, since, retryAt: null });
    await Promise.all(this.#threads.map((thread) => thread.pause()));
    try {
      const replaced = await this.#mendClosed();
      for (const thread of this.#threads) await thread.resume();
      if (replaced) for (const listener of this.#listeners) listener();
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      // The threads try again by themselves, and tell how they are.
      log.warn({ err: error }, "The database can't be mended.");
      await Promise.allSettled(this.#threads.map((thread) => thread.resume()));
    }
    this.#tell();
  }

  /** Answers whether another one took its place. */
  async #mendClosed(): Promise<boolean> {
    const { file, log } = this.#options;
    // What a thread met may have been in its memory, or in the way to the disk.
    let problems = await longWork("check", { file }, this.#atOnce);
    if (problems.length > 0 && problems.every(isOfAnIndex)) {
      await longWork("reindex", { file, search: problems.some(isOfTheSearch) }, this.#atOnce);
      problems = await longWork("check", { file }, this.#atOnce);
      if (problems.length === 0) log.warn({}, "The database's indexes were made anew, and nothing is lost.");
    }
    const again = performance.now() - this.#soundAt < againMs;
    if (problems.length === 0 && !again) {
      this.#soundAt = performance.now();
      return false;
    }
    await this.#replace(problems[0] ?? "damage was met twice in a row");
    return true;
  }

  async #replace(problem: string): Promise<void> {
    const { file, backups, log } = this.#options;
    const options = { file, folders: backups ?? [], at: this.#now() };
    this.#recovery = await longWork("recover", options, this.#atOnce);
    const { kept, backupAt } = this.#recovery;
    log.warn({ problem, kept, backupAt }, "A damaged database was set aside.");
  }

  #tell(): void {
    const { onHealth } = this.#options;
    const recovery = this.#recovery;
    clearTimeout(this.#newsEnd);
    const leftMs = recovery === null ? -1 : recovery.at + newsForMs[recovery.kind] - this.#now();
    if (recovery === null || leftMs < 0) {
      onHealth({ state: "ok" });
      return;
    }
    // A clock that is set meanwhile has it looked at again.
    this.#newsEnd = setTimeout(() => this.#tell(), Math.min(leftMs + 1, longestTimerMs)).unref();
    onHealth({ state: "degraded", ...toldOf(recovery), since: recovery.at, retryAt: null });
  }

  get #inSpareTime() {
    return { signal: this.#ending.signal, polite: true };
  }

  get #atOnce() {
    return { signal: this.#ending.signal, polite: false };
  }

  #now(): EpochMs {
    return (this.#options.now ?? Date.now)();
  }
}

function toldOf({ kind, kept, backupAt, why }: Recovery): { reason: HealthReason; detail: string } {
  const backup = backupAt === null ? null : `The backup of ${new Date(backupAt).toLocaleString("sv-SE")}`;
  const since = "took its place; what was noted since then is missing";
  const isKept = kept === null ? "" : `, and is kept in ${kept}`;
  if (kind === "not-restored")
    return {
      reason: "restore-failed",
      detail: `${backup ?? "A backup"} was not restored, and the database is as it was: ${why}`,
    };
  if (kind === "restored")
    return {
      reason: "database-restored",
      detail: `${kept === null ? "" : `The database that was there is kept in ${kept}. `}${backup ?? "A backup"} ${since}.`,
    };
  const damaged = `The database was ${kept === null ? "gone" : "damaged"}${isKept}.`;
  if (backup === null)
    return {
      reason: "database-emptied",
      detail: `${damaged} There was no whole backup, so an empty one took its place: look through the settings.`,
    };
  return { reason: "database-replaced", detail: `${damaged} ${backup} ${since}.` };
}

/** What an index has wrong can be made anew from its table. */
function isOfAnIndex(problem: string): boolean {
  if (isOfTheSearch(problem)) return true;
  return /\bindex\b/i.test(problem) && !/\btree\b|\bpage\b|freelist|malformed/i.test(problem);
}
