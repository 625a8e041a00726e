import { access, constants, lstat, readdir, realpath, rmdir, unlink } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { folderPrefix } from "../byte-path.ts";
import { folderIdentity } from "../folder-identity.ts";

/** Which folder this is on its disk; null where there is none. */
export type Identify = (folder: string) => Promise<string | null>;

/** `not-upload`: it lies elsewhere, or among the owner's own music. */
export type Located = { at: string } | "gone" | "not-upload";

/**
 * The folder for uploads beside the music folders that the owner named. What lies in one of those is the owner's own,
 * also where that folder lies in the one for uploads, or is the same.
 */
export class UploadFolder {
  readonly #folder: string;
  readonly #named: readonly string[];

  constructor(folder: string, named: readonly string[]) {
    this.#folder = resolve(folder);
    this.#named = named.map((each) => resolve(each));
  }

  /** By its path alone: the disk is not asked. */
  holds(path: string): boolean {
    // A folder that the one for uploads lies in says nothing of what is uploaded.
    const own = this.#named.filter((each) => each === this.#folder || lies(this.#folder, each));
    return lies(this.#folder, path) && !own.some((each) => lies(each, path));
  }

  /** The same on the disk. Rejects where the folder for uploads is not there, or as `identify` does for a named one. */
  async real(identify: Identify = identityOf): Promise<RealUploadFolder> {
    const folder = await realpath(this.#folder);
    const own: string[] = [];
    // One after the other: each that does not answer holds one of the few threads that all file access shares.
    for (const named of this.#named) {
      const identity = await identify(named);
      if (identity !== null) own.push(identity);
    }
    return new RealUploadFolder(folder, own);
  }
}

/** The folder for uploads, with every link on the way to it followed. */
export class RealUploadFolder {
  readonly #folder: string;
  /** By identity: one folder may have several names. */
  readonly #own: ReadonlySet<string>;

  constructor(folder: string, own: readonly string[]) {
    this.#folder = folder;
    this.#own = new Set(own);
  }

  /**
   * Where such a file really lies: links among the folders on the way to it may lead out, or to the owner's own music.
   * What it is itself, be it a link, is left as it is. Rejects where it may lie on a disk that is not plugged in.
   */
  async locate(path: string): Promise<Located> {
    try {
      const at = join(await realpath(dirname(path)), basename(path));
      if (!lies(this.#folder, at) || (await this.#isOwn(at))) return "not-upload";
      await lstat(at);
      return { at };
    } catch (error) {
      if (!isGone(error) || !(await this.#knowsWhatIsGone(path))) throw error;
      return "gone";
    }
  }

  /** Empty folders on the way up from an upload that went; the folder for uploads itself stays. */
  async tidy(file: string): Promise<void> {
    for (let folder = dirname(file); lies(this.#folder, folder); folder = dirname(folder)) {
      try {
        await rmdir(folder);
      } catch {
        // Something else is in it, or the disk says no: an empty folder hurts nobody.
        return;
      }
    }
  }

  async #isOwn(file: string): Promise<boolean> {
    for (let folder = dirname(file); ; folder = dirname(folder)) {
      if (this.#own.has((await identityOf(folder)) ?? "")) return true;
      if (!lies(this.#folder, folder)) return false;
    }
  }

  /** An empty folder may be the place of a disk that was taken away; and a name that is no text is not the file's. */
  async #knowsWhatIsGone(path: string): Promise<boolean> {
    return !path.includes("\ufffd") && (await readdir(this.#folder)).length > 0;
  }
}

/** Rejects as the system would where a file in this folder could not be deleted, as far as that can be told beforehand. */
export const mayDelete = (file: string): Promise<void> => access(dirname(file), constants.W_OK);

/** A link itself, and never what it leads to. That it was gone before is no fault. */
export async function deleteFile(file: string): Promise<void> {
  try {
    await unlink(file);
  } catch (error) {
    if (!isGone(error)) throw error;
  }
}

const lies = (folder: string, path: string): boolean => path.startsWith(folderPrefix(folder));

const isGone = (error: unknown): boolean =>
  ["ENOENT", "ENOTDIR"].includes((error as NodeJS.ErrnoException).code ?? "");

/** Null where there is none just now: it holds nothing that could be deleted. */
async function identityOf(folder: string): Promise<string | null> {
  try {
    return await folderIdentity(folder);
  } catch (error) {
    if (isGone(error)) return null;
    throw error;
  }
}
