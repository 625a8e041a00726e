import { createHash } from "node:crypto";
import { constants } from "node:fs";
import { type FileHandle, open, stat, unlink } from "node:fs/promises";
import { join } from "node:path";
import type { MountedDrive } from "../../library/upload/drives.ts";
import { numbered, safePath } from "../../library/upload/safe-path.ts";
import { within } from "../../player/within.ts";
import type { SavedFile, Stick } from "../../protocol/people.ts";
import { PatientQuestion } from "../patient-question.ts";

/** A cheap stick takes seconds for a file; one that takes so long is broken, and nobody waits before it. */
const PATIENCE_MS = 60_000;
/** For a look at what is plugged in. */
const LOOK_PATIENCE_MS = 5_000;
/** For what one of the appliance's folders lies on: a share whose server is away is no stick. */
const FOLDER_PATIENCE_MS = 1_000;
/** Of one name and day: whoever saves so many times has one of them. */
const MOST_OF_A_NAME = 50;

export interface SticksOptions {
  drives: () => Promise<readonly MountedDrive[]>;
  /** Folders that are the appliance's: what they lie on, by whatever name, stays plugged in, and others read it. */
  ownFolders: () => readonly string[];
  patienceMs?: number;
  lookPatienceMs?: number;
}

export type SaveOutcome =
  | { saved: SavedFile }
  | { fault: "gone" | "busy" | "full" | "unwritable" | "silent"; sentence: string };

/**
 * Where somebody at Mien's own screen, whose browser has no folder of its own, takes a file along: a stick that they
 * plugged in. Paths stay here; a stick is told by its label, and asked for by an id.
 */
export class Sticks {
  readonly #options: SticksOptions;
  /** By their ids. One that does not answer holds a thread of the system's few until it is pulled out: so one at a time. */
  readonly #writing = new Set<string>();
  /** Pages look every few seconds, and asking a stick for its room holds a thread as well: so they share one look. */
  readonly #looks: PatientQuestion<readonly MountedDrive[]>;
  readonly #devices = new PatientQuestion<string | null>({
    ...{ ask: deviceOf, patienceMs: FOLDER_PATIENCE_MS, late: null },
  });

  constructor(options: SticksOptions) {
    this.#options = options;
    this.#looks = new PatientQuestion({
      ask: () => this.#drives(),
      patienceMs: options.lookPatienceMs ?? LOOK_PATIENCE_MS,
      late: [],
    });
  }

  /** What is plugged in and can be written, as far as that can be told before it is tried. */
  async list(): Promise<readonly Stick[]> {
    return (await this.#looks.ask("all")).map((drive) => ({ id: idOf(drive), label: drive.label }));
  }

  /**
   * A new file on a stick, in its outermost folder. Resolves when the stick itself has it, so that it can be pulled out;
   * `named` is what it is to be called, of whatever characters.
   */
  async save(id: string, named: string, content: string): Promise<SaveOutcome> {
    if (this.#writing.has(id)) return busy;
    this.#writing.add(id);
    let isGivenUp = false;
    const writing = this.#save({ id, named, content, isWanted: () => !isGivenUp }).finally(() =>
      this.#writing.delete(id),
    );
    const outcome = await within(writing, this.#options.patienceMs ?? PATIENCE_MS, null);
    isGivenUp = outcome === null;
    return outcome ?? silent;
  }

  async #save({ id, named, content, isWanted }: Wanted): Promise<SaveOutcome> {
    const find = async () => (await this.#drives()).find((each) => idOf(each) === id);
    const drive = await find();
    if (drive === undefined) return gone;
    const isThere = async () => (await find()) !== undefined && isWanted();
    try {
      const file = await writeNew({ folder: drive.path, named, content, isThere });
      return file === null ? gone : { saved: { file, stick: drive.label } };
    } catch (error) {
      const { code, syscall } = error as NodeJS.ErrnoException;
      if (syscall === undefined) throw error;
      return faultOf(code);
    }
  }

  async #drives(): Promise<readonly MountedDrive[]> {
    const drives = await this.#options.drives();
    if (drives.length === 0) return drives;
    const own = this.#options.ownFolders();
    const devices = new Set(await Promise.all(own.map((folder) => this.#devices.ask(folder))));
    // By their names as well: a folder that is not there yet lies on nothing.
    return drives.filter(
      ({ path, device }) =>
        !devices.has(device) && !own.some((folder) => `${folder}/`.startsWith(`${path}/`)),
    );
  }
}

interface Wanted {
  id: string;
  named: string;
  content: string;
  /** Whether somebody waits for it still. */
  isWanted: () => boolean;
}

interface NewFile {
  folder: string;
  named: string;
  content: string;
  /**
   * Whether the stick is what lies there, still, and the file is wanted: where it was pulled out, its folder is the
   * system's own; where it took too long, nobody knows of it.
   */
  isThere: () => Promise<boolean>;
}

/**
 * The file's name; null where the stick went meanwhile. What was there before stays as it is, and a file that did not come
 * to its end is taken away.
 */
async function writeNew({ folder, named, content, isThere }: NewFile): Promise<string | null> {
  const { file, name } = await newFile(folder, named);
  let isWhole = false;
  try {
    try {
      // It is its person's, whoever they are on their own computer; many sticks know no such thing.
      await file.chmod(0o644).catch(() => undefined);
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await syncFolder(folder);
    isWhole = await isThere();
  } finally {
    if (!isWhole) await unlink(join(folder, name)).catch(() => undefined);
  }
  return isWhole ? name : null;
}

/** Never through a link that lies there: `wx` follows none, and takes no file that exists. */
async function newFile(folder: string, named: string): Promise<{ file: FileHandle; name: string }> {
  const safe = safePath(named.replaceAll(/[/\\]/g, "_"));
  const wanted = "names" in safe ? (safe.names[0] ?? "mien.json") : "mien.json";
  for (let number = 1; ; number++) {
    const name = number === 1 ? wanted : numbered(wanted, number);
    try {
      return { file: await open(join(folder, name), "wx", 0o600), name };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST" || number === MOST_OF_A_NAME) throw error;
    }
  }
}

/** The file's name has to be on the stick as well as what is in it. */
async function syncFolder(folder: string): Promise<void> {
  const opened = await open(folder, constants.O_RDONLY | constants.O_DIRECTORY);
  try {
    await opened.sync();
  } finally {
    await opened.close();
  }
}

/** Another stick at the same place is another one. */
const idOf = ({ path, uuid, device }: MountedDrive): string =>
  createHash("sha256")
    .update(`${path}\0${uuid ?? device}`)
    .digest("hex")
    .slice(0, 16);

/** What a folder lies on, through whatever links and mounts, as the kernel numbers it; null where it is not there. */
async function deviceOf(folder: string): Promise<string | null> {
  try {
    const { dev } = await stat(folder);
    // makedev(3): of 32 bits, the middle 12 are the kind of device.
    return `${(dev >>> 8) & 0xfff}:${(dev & 0xff) | ((dev >>> 12) & 0xfff00)}`;
  } catch {
    return null;
  }
}

const gone = { fault: "gone", sentence: "This stick is not there any more: plug it in again." } as const;
const busy = {
  fault: "busy",
  sentence: "Something is being saved to a stick just now: wait a moment.",
} as const;
const silent = {
  fault: "silent",
  sentence: "The stick does not answer: pull it out, and take another one.",
} as const;
const full = {
  fault: "full",
  sentence: "There is no room on the stick: make some, or take another one.",
} as const;

function faultOf(code = "unknown"): SaveOutcome {
  if (code === "ENOSPC" || code === "EDQUOT") return full;
  // Pulled out while it was written to.
  if (["ENOENT", "ENODEV", "ENXIO", "EIO"].includes(code)) return gone;
  return {
    fault: "unwritable",
    sentence: `Mien can't write to the stick (${code}): take another one, or ask an admin to open it to Mien.`,
  };
}
