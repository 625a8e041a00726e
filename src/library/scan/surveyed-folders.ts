import { statSync } from "node:fs";
import { type BytePath, folderPrefix, isText, systemPath, textOf } from "../byte-path.ts";
import type { FolderWatches } from "../folder-watches.ts";
import type { FolderEntries } from "./folder-entries.ts";
import { isRealFilesystem } from "./real-filesystem.ts";

/** What of a folder's entries a walk needs, as short as it can be kept: one string for its names. */
export interface Listing {
  names: string;
  noFiles: FolderEntries["noFiles"];
  picture: string | null;
}

interface Folder {
  identity: string;
  /** The survey that saw it last. */
  survey: number;
  watched: boolean;
  /** What the survey saw in it, for the walk; null when that has been there. */
  listing: Listing | null;
}

export interface SurveyedFoldersOptions {
  /** Null where nobody wants to know of changes. */
  watches: FolderWatches | null;
  mostFolders: number;
}

/** Whether to go into a folder, or why not. */
export type Entering = { isWatched: boolean } | "seen" | "too many" | "no real files";

/**
 * The folders of a tree, each once, whichever links lead to it: so links can't make a loop. Watches them from before
 * they are read, so that nothing is missed in between.
 */
export class SurveyedFolders {
  readonly #options: SurveyedFoldersOptions;
  readonly #folders = new Map<BytePath, Folder>();
  readonly #byIdentity = new Map<string, BytePath>();
  /** By device: asked once a survey. */
  readonly #areReal = new Map<string, boolean>();
  #survey = 0;

  constructor(options: SurveyedFoldersOptions) {
    this.#options = options;
  }

  beginSurvey(): void {
    this.#options.watches?.tryAgain();
    this.#areReal.clear();
    this.#survey++;
  }

  has(folder: BytePath): boolean {
    return this.#folders.has(folder);
  }

  /** Whether the folder that was surveyed is still the one at this path. */
  isStillThere(folder: BytePath): boolean {
    const known = this.#folders.get(folder);
    return known !== undefined && identityOrNull(folder) === known.identity;
  }

  /** Throws the system's error. */
  enter(folder: BytePath, isRoot: boolean): Entering {
    const identity = identityOf(folder);
    const holder = this.#byIdentity.get(identity);
    if (holder !== undefined && holder !== folder && this.#isStill(holder, identity)) return "seen";
    const known = this.#folders.get(folder);
    if (known && known.identity !== identity) this.drop(folder);
    if (!known && this.#folders.size >= this.#options.mostFolders) return "too many";
    if (!isRoot && !this.#isReal(folder, identity)) return "no real files";
    const { watches } = this.#options;
    const wasWatched = known?.identity === identity && known.watched;
    const watched = wasWatched || (watches !== null && isText(folder) && watches.add(textOf(folder)));
    this.#folders.set(folder, { identity, survey: this.#survey, watched, listing: null });
    this.#byIdentity.set(identity, folder);
    return { isWatched: watched || watches === null };
  }

  keep(folder: BytePath, { names, noFiles, picture }: FolderEntries): void {
    const known = this.#folders.get(folder);
    if (known) known.listing = { names: names.join("\0"), noFiles, picture };
  }

  /** Whether a walk has been in it since it was surveyed. */
  isWalked(folder: BytePath): boolean {
    return this.#folders.get(folder)?.listing === null;
  }

  /** What was seen in it, once; null where a walk has been there since, or it is not known. */
  take(folder: BytePath): Listing | null {
    const known = this.#folders.get(folder);
    const listing = known?.listing ?? null;
    if (known) known.listing = null;
    return listing;
  }

  /** Forgets those that this survey did not see. */
  dropUnseen(): void {
    for (const [folder, { survey }] of this.#folders) if (survey !== this.#survey) this.drop(folder);
  }

  /** Forgets the folders below this one that are not there any more. */
  dropGone(folder: BytePath): void {
    const above = folderPrefix(folder);
    const gone = new Map<BytePath, boolean>();
    for (const path of [...this.#folders.keys()]) {
      if (!path.startsWith(above)) continue;
      const end = path.indexOf("/", above.length);
      const child = end < 0 ? path : path.slice(0, end);
      if (!gone.has(child)) gone.set(child, !this.isStillThere(child));
      if (gone.get(child)) this.drop(path);
    }
  }

  drop(folder: BytePath): void {
    const known = this.#folders.get(folder);
    if (!known) return;
    this.#options.watches?.remove(textOf(folder));
    if (this.#byIdentity.get(known.identity) === folder) this.#byIdentity.delete(known.identity);
    this.#folders.delete(folder);
  }

  dropAll(): void {
    for (const folder of [...this.#folders.keys()]) this.drop(folder);
  }

  /** Whether another path still leads to the same folder: in this survey, or else on the disk. */
  #isStill(folder: BytePath, identity: string): boolean {
    if (this.#folders.get(folder)?.survey === this.#survey) return true;
    if (identityOrNull(folder) === identity) return true;
    // It has moved to where it is being looked at.
    this.drop(folder);
    return false;
  }

  #isReal(folder: BytePath, identity: string): boolean {
    const device = identity.slice(0, identity.indexOf(":"));
    const known = this.#areReal.get(device);
    if (known !== undefined) return known;
    const isReal = isRealFilesystem(systemPath(folder));
    this.#areReal.set(device, isReal);
    return isReal;
  }
}

/** Throws the system's error. */
export function identityOf(folder: BytePath): string {
  const { dev, ino } = statSync(systemPath(folder), { bigint: true });
  return `${dev}:${ino}`;
}

export function identityOrNull(folder: BytePath): string | null {
  try {
    return identityOf(folder);
  } catch {
    // Gone, or not for us to look at any more.
    return null;
  }
}
