import { constants } from "node:fs";
import { type FileHandle, mkdir, open, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { within } from "../../player/within.ts";
import type { Health, HealthReason } from "../../protocol/health.ts";
import type { Settings } from "../../protocol/settings.ts";
import type { EpochMs } from "../../protocol/time.ts";
import { type BackupFile, listBackups, newestFirst } from "../../store/care/backup-files.ts";
import type { DatabaseCare } from "../../store/care/database-care.ts";
import { silent } from "../../store/faults.ts";
import { StoreError } from "../../store/store.ts";
import type { Clock } from "../clock.ts";
import type { Log } from "../log.ts";
import { PatientQuestion } from "../patient-question.ts";
import { readyFolder } from "./backup-folder.ts";
import { lastTimeAt, nextTimeAt } from "./nightly.ts";

const lookEveryMs = 60_000;
/** After a start the music, the scan and the eyes have the machine to themselves. */
const notBeforeMs = 10 * 60_000;
const againAfterMs = 3_600_000;
/** A disk that slept takes some seconds to turn. */
const patienceMs = 10_000;
/** Of a stop, which has three seconds in all. */
const lastPatienceMs = 1_000;

export interface BackupKeeperOptions {
  care: Pick<DatabaseCare, "backup" | "askRestore">;
  settings: () => Settings;
  dataFolder: string;
  /** Whether the machine knows what time it is. */
  trusted: () => boolean;
  clock: Clock;
  log: Log;
  onChange: () => void;
}

interface Opened {
  file: FileHandle;
  bytes: number;
}

/** For the owner. */
export interface BackupsState {
  folder: string;
  running: boolean;
  nextAt: EpochMs | null;
  /** Newest first; those last that a clock that was ahead has made. */
  backups: readonly BackupFile[];
  /** That the folder is not there, and what to do, in one sentence; null where it is. */
  missing: string | null;
}

/** Has the database copied each night, and when somebody asks for it. */
export class BackupKeeper {
  readonly #options: BackupKeeperOptions;
  #timer: NodeJS.Timeout | undefined;
  #startedAt = 0;
  #failedAt = Number.NEGATIVE_INFINITY;
  #running: Promise<BackupFile> | null = null;
  #looking: Promise<void> = Promise.resolve();
  readonly #ready = new PatientQuestion({ ask: readyFolder, patienceMs, late: false });
  /** Null where the folder does not answer. */
  readonly #list = new PatientQuestion<readonly BackupFile[] | null>({
    ask: readList,
    patienceMs,
    late: null,
  });
  /** Those that are being opened, by their paths; with `undefined` where that takes too long. */
  readonly #openings = new Map<string, Promise<Opened | null | undefined>>();
  #health: Health = { state: "starting" };
  #newestAt: EpochMs | null = null;

  constructor(options: BackupKeeperOptions) {
    this.#options = options;
  }

  start(): void {
    this.#startedAt = this.#options.clock.monotonic();
    this.#timer = setInterval(() => void this.look(), lookEveryMs);
    this.#timer.unref();
    void this.look();
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await within(this.#looking, lastPatienceMs, undefined);
    // The store breaks off what runs when it is closed.
  }

  get health(): Health {
    return this.#health;
  }

  /** When the newest one was made that lies in the folder; null where there is none, or the folder is away. */
  get newestAt(): EpochMs | null {
    return this.#newestAt;
  }

  async state(): Promise<BackupsState> {
    const { settings, clock } = this.#options;
    const { backupAt } = settings();
    return {
      missing: (await this.#isReady()) ? null : missing(this.#folder),
      folder: this.#folder,
      running: this.#running !== null,
      nextAt: backupAt === null ? null : nextTimeAt(backupAt, clock.now()),
      backups: newestFirst((await this.#list.ask(this.#folder)) ?? [], this.#latest),
    };
  }

  /**
   * One of those that `state` lists, for reading; null where it is not there any more, or is a link: a stick that somebody
   * plugs in must not lead to other files. Rejects with `StoreError` where the stick does not answer. Whoever asked closes it.
   */
  async open(name: string): Promise<Opened | null> {
    const listed = await this.#listed(name);
    return listed === undefined ? null : this.#opened(listed.path);
  }

  /**
   * Has one of those that `state` lists put in the database's place at the next start; false where it is not there any
   * more. Rejects with `StoreError` where its stick does not answer, it is not whole, or can't be noted.
   */
  async askRestore(name: string): Promise<boolean> {
    const listed = await this.#listed(name);
    const opened = listed === undefined ? null : await this.#opened(listed.path);
    if (listed === undefined || opened === null) return false;
    closeUnawaited(opened.file);
    await this.#options.care.askRestore(listed.path);
    // The next start can't read in the settings where it lies.
    await this.#remember(dirname(listed.path));
    this.#options.log.info({ backupAt: listed.at }, "backup to be restored at the next start");
    return true;
  }

  /** Looks whether the folder is there, and whether a backup is due. */
  look(): Promise<void> {
    this.#looking = this.#looking.then(() => this.#look());
    return this.#looking;
  }

  /** Makes one now; who asks while one is made gets that one. Rejects with `StoreError`. */
  backUp(): Promise<BackupFile> {
    this.#running ??= this.#make().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  async #look(): Promise<void> {
    const { settings, clock, trusted } = this.#options;
    if (!(await this.#isReady())) return;
    const monotonic = clock.monotonic();
    const now = clock.now();
    // One that was made while the clock was ahead would put off all others until that day has come.
    const isOfNow = ({ at }: BackupFile): boolean => at <= this.#latest;
    this.#newestAt = (await this.#list.ask(this.#folder))?.find(isOfNow)?.at ?? null;
    if (this.#failedAt === Number.NEGATIVE_INFINITY) this.#become({ state: "ok" });
    const { backupAt } = settings();
    if (backupAt === null || !trusted() || this.#running !== null) return;
    if (monotonic - this.#startedAt < notBeforeMs || monotonic - this.#failedAt < againAfterMs) return;
    if (this.#newestAt !== null && this.#newestAt >= lastTimeAt(backupAt, now)) return;
    // How it fails is told by the health.
    void this.backUp().catch((error: unknown) => {
      if (!(error instanceof StoreError)) throw error;
    });
  }

  async #make(): Promise<BackupFile> {
    const { care, clock, log, trusted } = this.#options;
    const folder = this.#folder;
    if (!(await this.#isReady())) throw new StoreError("unavailable", missing(folder));
    try {
      const backup = await care.backup({ folder, at: clock.now(), rotate: trusted() });
      this.#failedAt = Number.NEGATIVE_INFINITY;
      this.#newestAt = backup.at;
      this.#list.forget(folder);
      log.info({ bytes: backup.bytes }, "backup made");
      this.#become({ state: "ok" });
      await this.#remember(folder);
      return backup;
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      if (error.fault === "gone") throw error;
      this.#failedAt = clock.monotonic();
      log.warn({ fault: error.fault }, error.message);
      this.#tellIll(error.fault === "disk-full" ? "backup-no-room" : "backup-failed", error.message);
      throw error;
    }
  }

  async #listed(name: string): Promise<BackupFile | undefined> {
    const folder = this.#folder;
    const listed = await this.#list.ask(folder);
    if (listed === null) throw silent(folder);
    return listed.find((backup) => backup.name === name);
  }

  /**
   * Each backup is opened once at a time: a stick that hangs keeps one of the few threads that all of the process's file
   * access shares, and would keep another one for whoever asks again. They are told so at once.
   */
  async #opened(path: string): Promise<Opened | null> {
    for (let other = this.#openings.get(path); other !== undefined; other = this.#openings.get(path))
      if ((await other) === undefined) throw silent(path);
    const opening = openFile(path).finally(() => this.#openings.delete(path));
    const inTime = within(opening, patienceMs, undefined);
    this.#openings.set(path, inTime);
    const opened = await inTime;
    if (opened !== undefined) return opened;
    void opening.then((late) => late && closeUnawaited(late.file));
    throw silent(path);
  }

  /** What is dated later was made while the clock was ahead; nobody knows where it may be behind itself. */
  get #latest(): EpochMs {
    const { clock, trusted } = this.#options;
    return trusted() ? clock.now() : Number.POSITIVE_INFINITY;
  }

  get #folder(): string {
    const { settings, dataFolder } = this.#options;
    return settings().backupFolder ?? join(dataFolder, "backups");
  }

  async #isReady(): Promise<boolean> {
    const folder = this.#folder;
    if (this.#options.settings().backupFolder === null)
      await mkdir(folder, { recursive: true, mode: 0o700 }).catch(() => undefined);
    if (await this.#ready.ask(folder)) return true;
    this.#newestAt = null;
    this.#tellIll("backup-folder-missing", missing(folder));
    return false;
  }

  /** Outside the database, because it is asked for when that is damaged. */
  async #remember(folder: string): Promise<void> {
    const { dataFolder, log } = this.#options;
    if ((await rememberedFolder(dataFolder)) === folder) return;
    await writeFile(noteIn(dataFolder), folder, { mode: 0o600 }).catch((error: NodeJS.ErrnoException) =>
      log.warn({ code: error.code }, "Where the backups are can't be noted."),
    );
  }

  #tellIll(reason: HealthReason, detail: string): void {
    const since = "since" in this.#health ? this.#health.since : this.#options.clock.now();
    this.#become({ state: "degraded", reason, detail, since, retryAt: null });
  }

  #become(health: Health): void {
    this.#health = health;
    this.#options.onChange();
  }
}

/** A folder that can't be read has none to show; making one tells why. */
async function readList(folder: string): Promise<readonly BackupFile[]> {
  try {
    return await listBackups(folder);
  } catch (error) {
    if (!("syscall" in (error as Error))) throw error;
    return [];
  }
}

/** Where the last backup went, for whoever needs one; null where none was ever made. */
export async function rememberedFolder(dataFolder: string): Promise<string | null> {
  return readFile(noteIn(dataFolder), "utf8").catch(() => null);
}

/** Every folder of this appliance that may have backups. */
export async function backupFolders(dataFolder: string): Promise<readonly string[]> {
  const remembered = await rememberedFolder(dataFolder);
  const own = join(dataFolder, "backups");
  return remembered === null || remembered === own ? [own] : [remembered, own];
}

/** Null where there is no such file, or its stick was pulled out meanwhile. A pipe without a writer is not waited for. */
async function openFile(path: string): Promise<Opened | null> {
  const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = constants;
  let file: FileHandle | null = null;
  try {
    file = await open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
    const found = await file.stat();
    if (found.isFile()) return { file, bytes: found.size };
  } catch (error) {
    if (!("syscall" in (error as Error))) throw error;
  }
  if (file !== null) closeUnawaited(file);
  return null;
}

/** On a stick that hangs it takes as long as that does. */
const closeUnawaited = (file: FileHandle): void => void file.close().catch(() => undefined);

const noteIn = (dataFolder: string): string => join(dataFolder, "backup-folder");

function missing(folder: string): string {
  return `The folder for backups ${folder} is not there. Connect its stick or disk, or choose another one in the settings, under “Folder for backups”.`;
}
