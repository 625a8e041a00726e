import { randomBytes } from "node:crypto";
import { type FileHandle, link, lstat, mkdir, open, rename, rm, unlink, utimes } from "node:fs/promises";
import { join } from "node:path";
import { freeBytes } from "../free-space.ts";
import { namesIn } from "../names-in.ts";
import { numbered } from "./safe-path.ts";
import { haveSameBytes } from "./same-bytes.ts";

/** On the same file system as where files end up; the scan passes over names with a dot in front. */
const incomingName = ".mien-incoming";
/** Of the disk: for the database, the log and the system. */
export const keepFreeBytes = 512 * 1024 * 1024;
const mostOfOneName = 1_000;
/** A card takes what is to be flushed at once for minutes, and the history would wait behind it. */
const flushEveryBytes = 16 * 1024 * 1024;
/** Tells what belongs to this run from what an earlier one left. */
const ownRun = randomBytes(6).toString("hex");
/** Parts of this process, whichever landing wrote them: a folder that is named again must not get one name twice. */
let parts = 0;

export interface LandingOptions {
  folder: string;
  keepFreeBytes?: number;
  /** Of the landing that a process works for, unless it works for none. */
  run?: string;
  /** `node:fs/promises` unless a test breaks it. */
  open?: typeof open;
}

/** Why a file can't be taken, in one sentence. */
export interface LandingFault {
  fault: "no-room" | "unwritable";
  detail: string;
}

/**
 * Where files from elsewhere come down: each is written under another name, flushed, and gets its own name only then,
 * so that the library never sees half of one, whatever happens meanwhile.
 */
export class Landing {
  readonly folder: string;
  readonly run: string;
  readonly #keepFreeBytes: number;
  readonly #open: typeof open;
  readonly #coming = new Set<Incoming>();
  /** Files begin one after the other: two at once would both be given the same room. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(options: LandingOptions) {
    this.folder = options.folder;
    this.run = options.run ?? ownRun;
    this.#keepFreeBytes = options.keepFreeBytes ?? keepFreeBytes;
    this.#open = options.open ?? open;
  }

  /** What may still be filled. */
  async room(): Promise<number> {
    let promised = 0;
    for (const incoming of this.#coming) promised += incoming.bytesToCome;
    return Math.max(0, (await freeBytes(this.folder)) - this.#keepFreeBytes - promised);
  }

  /**
   * What a process left behind that is no more; without one, what earlier runs did. A disk may take its time: what has
   * begun to come down meanwhile stays.
   */
  async clear(pid: number | null = null): Promise<void> {
    const incoming = join(this.folder, incomingName);
    const isLeft = (name: string): boolean =>
      pid === null ? !name.includes(`-${this.run}-`) : name.startsWith(`${pid}-`);
    for (const name of await namesIn(incoming))
      if (isLeft(name)) await rm(join(incoming, name), { force: true });
  }

  /** Room is kept for its bytes until it is kept or dropped. */
  begin(bytes: number): Promise<Incoming | LandingFault> {
    const begun = this.#turn.then(() => this.#begin(bytes));
    this.#turn = begun.catch(() => undefined);
    return begun;
  }

  async #begin(bytes: number): Promise<Incoming | LandingFault> {
    try {
      const room = await this.room();
      if (bytes > room) return { fault: "no-room", detail: noRoom(bytes, room) };
      const folder = join(this.folder, incomingName);
      await mkdir(folder, { recursive: true });
      const path = join(folder, `${process.pid}-${this.run}-${++parts}.part`);
      const incoming = new Incoming({
        path,
        file: await this.#open(path, "w"),
        folder: this.folder,
        bytes,
        onEnd: () => this.#coming.delete(incoming),
      });
      this.#coming.add(incoming);
      return incoming;
    } catch (error) {
      return landingFault(error, this.folder);
    }
  }
}

/** One file on its way. After a rejection or a fault it has to be dropped. */
export class Incoming {
  readonly path: string;
  readonly bytes: number;
  /** Where it is to be kept. */
  readonly folder: string;
  readonly #file: FileHandle;
  readonly #onEnd: () => void;
  #written = 0;
  #unflushed = 0;
  #isOpen = true;

  constructor(options: {
    path: string;
    file: FileHandle;
    folder: string;
    bytes: number;
    onEnd: () => void;
  }) {
    this.path = options.path;
    this.bytes = options.bytes;
    this.#file = options.file;
    this.folder = options.folder;
    this.#onEnd = options.onEnd;
  }

  get written(): number {
    return this.#written;
  }

  get bytesToCome(): number {
    return Math.max(0, this.bytes - this.#written);
  }

  async write(chunk: Uint8Array): Promise<void> {
    for (let from = 0; from < chunk.length; ) {
      const { bytesWritten } = await this.#file.write(chunk, from);
      from += bytesWritten;
      this.#written += bytesWritten;
      this.#unflushed += bytesWritten;
    }
    if (this.#unflushed < flushEveryBytes) return;
    this.#unflushed = 0;
    await this.#file.datasync();
  }

  /** All that was written is on the disk from here on, and can be looked at under `path`. */
  async flush(modifiedAt: Date | null = null): Promise<void> {
    await this.#file.sync();
    await this.#close();
    if (modifiedAt) await utimes(this.path, modifiedAt, modifiedAt);
  }

  /** Gives it its name, or another where that is taken; the same file that is there already stays alone. */
  async keep(names: readonly string[]): Promise<{ names: readonly string[]; wasHere: boolean }> {
    const folders = names.slice(0, -1);
    const name = names.at(-1) ?? "";
    await mkdir(join(this.folder, ...folders), { recursive: true });
    for (let number = 1; number <= mostOfOneName; number++) {
      const wanted = [...folders, number === 1 ? name : numbered(name, number)];
      const path = join(this.folder, ...wanted);
      if (await moveInto(this.path, path)) {
        for (let depth = folders.length; depth >= 0; depth--)
          await syncFolder(join(this.folder, ...folders.slice(0, depth)));
        this.#onEnd();
        return { names: wanted, wasHere: false };
      }
      if (await haveSameBytes(this.path, path)) {
        await this.drop();
        return { names: wanted, wasHere: true };
      }
    }
    throw new Error(`There are ${mostOfOneName} files called ${name} already.`);
  }

  async drop(): Promise<void> {
    await this.#close();
    await rm(this.path, { force: true });
    this.#onEnd();
  }

  async #close(): Promise<void> {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    await this.#file.close();
  }
}

/** For what a disk may do; a bug is thrown. */
export function landingFault(error: unknown, folder: string): LandingFault {
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (code === undefined || syscall === undefined) throw error;
  if (code === "ENOSPC" || code === "EDQUOT")
    return { fault: "no-room", detail: `The disk of ${folder} is full: make room.` };
  return {
    fault: "unwritable",
    detail: `The folder ${folder} can't be written (${code}): check its permissions and its disk.`,
  };
}

export function noRoom(bytes: number, room: number): string {
  return `There is room for ${megabytes(room)} MB, and ${megabytes(bytes)} MB are needed: make room, or name another disk in uploadFolder.`;
}

const megabytes = (bytes: number): number => Math.ceil(bytes / 1_000_000);

/** False where the name is taken. A hard link never replaces anything; FAT has none, so there it is looked first. */
async function moveInto(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EEXIST") return false;
    if (code !== "EPERM" && code !== "ENOTSUP" && code !== "EOPNOTSUPP" && code !== "EMLINK") throw error;
    if (await isThere(to)) return false;
    await rename(from, to);
    return true;
  }
  await unlink(from);
  return true;
}

async function isThere(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return false;
    throw error;
  }
}

/** A name is on the disk once its folder is. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } catch (error) {
    // Some file systems know nothing of it.
    if ((error as NodeJS.ErrnoException).code !== "EINVAL") throw error;
  } finally {
    await handle.close();
  }
}
