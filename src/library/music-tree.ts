import { isUtf8 } from "node:buffer";
import { realpathSync, statSync } from "node:fs";
import { type Entry, type FolderEntries, folderEntries, stampOf } from "./folder-entries.ts";
import type { FolderWatches } from "./folder-watches.ts";
import type { MoodPlaylists } from "./mood-playlists.ts";
import { isRealFilesystem } from "./real-filesystem.ts";
import type { FoundFile, Walked } from "./walked.ts";

/** Several times what a million songs lie in: whoever names `/` as a music folder gets an end all the same. */
const mostFolders = 200_000;
/** Of folders that can't be read: whoever names `/` has thousands, and the log lies on a card. */
const mostNamed = 20;

export interface MusicTreeOptions {
  root: string;
  /** What else is read goes into a file's stamp, so that it is read again when that changes. */
  version: string;
  playlists: MoodPlaylists;
  /** Null where nobody wants to know of changes. */
  watches: FolderWatches | null;
  /** Files younger than this may still be being written. */
  settleMs: number;
  /** Called for every name looked at: a sign of life. */
  beat: () => void;
  /** For tests. */
  mostFolders?: number;
}

interface Folder {
  identity: string;
  /** The survey that saw it last. */
  survey: number;
  /** Whether a walk has gone through it since it was surveyed. */
  walked: boolean;
  watched: boolean;
}

export interface Survey {
  /** Names of music files. */
  files: number;
  /** Folders that no watch was left for. */
  unwatched: number;
  playlistsChanged: boolean;
  /** Folders that can't be read: how many, and the first of them with the system's reason. What lies in them counts as gone. */
  unreadable: number;
  firstUnreadable: readonly string[];
  /** There were more folders than are walked. */
  isCutShort: boolean;
}

/** While it is being made. */
type Surveying = Survey & { firstUnreadable: string[] };

/**
 * What lies below a music folder. A survey finds folders, watches them and reads the playlists; a walk then gives
 * the music files of what was surveyed. Each folder is entered once, so that links can't make a loop, and the
 * kernel's own folders are not entered at all. Blocks, so this is for a worker thread.
 */
export class MusicTree {
  readonly #options: MusicTreeOptions;
  readonly #start: Buffer;
  #realRoot = "";
  #rootIdentity = "";
  /** By path, in bytes as Latin-1. */
  readonly #folders = new Map<string, Folder>();
  readonly #byIdentity = new Map<string, string>();
  #survey = 0;

  constructor(options: MusicTreeOptions) {
    this.#options = options;
    this.#start = Buffer.from(options.root);
  }

  /** Whether the root is still the folder that was surveyed, and no other drive or empty mount point. */
  isThere(): boolean {
    try {
      return identityOf(this.#start) === this.#rootIdentity;
    } catch {
      return false;
    }
  }

  /**
   * The whole tree, or one folder of it with the folders that are new there. Yields after each folder, so that the
   * thread can do other things. Throws the system's error when the root, or that one folder, can't be read.
   */
  *survey(folder: string | null = null): Generator<undefined, Survey> {
    const survey: Surveying = {
      files: 0,
      unwatched: 0,
      playlistsChanged: false,
      unreadable: 0,
      firstUnreadable: [],
      isCutShort: false,
    };
    this.#options.watches?.tryAgain();
    this.#survey++;
    if (folder === null) {
      this.#realRoot = realpathSync.native(this.#options.root);
      this.#rootIdentity = identityOf(this.#start);
      yield* this.#enter(this.#start, true, survey);
      for (const [key, known] of this.#folders) if (known.survey !== this.#survey) this.#drop(key);
      this.#dropPlaylists(survey, (path) => !this.#folders.has(folderKeyOf(path)));
    } else {
      const start = Buffer.from(folder);
      this.#dropGone(start);
      yield* this.#enter(start, false, survey);
      this.#dropPlaylists(survey, (path) => !this.#folders.has(folderKeyOf(path)));
    }
    return survey;
  }

  /** The music files of the folders that were surveyed and not yet walked, in the order of the bytes of the paths. */
  *walk(folder: string | null = null): Generator<Walked> {
    const start = folder === null ? this.#start : Buffer.from(folder);
    const stack = [this.#toWalk(start)];
    let last: Buffer = Buffer.alloc(0);
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const entry = top.entries.pop();
      if (!entry) {
        stack.pop();
        continue;
      }
      // Two names that are no UTF-8 can look the same, or sort otherwise, once they are text.
      if (Buffer.compare(entry.order, last) <= 0) continue;
      last = entry.order;
      if (!entry.isFolder) {
        const found = this.#found(entry, top.picture);
        if (found) yield { found };
        continue;
      }
      const known = this.#folders.get(keyOf(entry.path));
      if (!known) continue;
      if (known.walked) yield { kept: entry.path.toString() };
      else stack.push(this.#toWalk(entry.path));
    }
  }

  close(): void {
    for (const key of this.#folders.keys()) this.#drop(key);
    for (const path of this.#options.playlists.paths)
      if (isBelow(path, this.#options.root)) this.#options.playlists.forget(path);
  }

  /** Goes in, and on into all folders below it or only into those that are new. */
  *#enter(start: Buffer, all: boolean, survey: Surveying): Generator<undefined> {
    const stack: Buffer[] = [start];
    for (let folder = stack.pop(); folder; folder = stack.pop()) {
      let listed: FolderEntries;
      try {
        if (!this.#register(folder, survey)) continue;
        listed = folderEntries(folder, this.#realRoot, this.#options.beat);
      } catch (error) {
        if (folder === start) throw error;
        survey.unreadable++;
        if (survey.firstUnreadable.length < mostNamed)
          survey.firstUnreadable.push(`${folder} (${(error as NodeJS.ErrnoException).code})`);
        this.#drop(keyOf(folder));
        continue;
      }
      for (const playlist of listed.playlists)
        if (isUtf8(playlist) && this.#options.playlists.update(playlist.toString()))
          survey.playlistsChanged = true;
      for (const { path, isFolder } of [...listed.entries].reverse()) {
        if (!isFolder) survey.files++;
        else if (all || !this.#isKnown(path)) stack.push(path);
      }
      yield;
    }
  }

  /** Watches it from before it is read, so that nothing is missed in between. Answers false where not to go in. */
  #register(folder: Buffer, survey: Surveying): boolean {
    const key = keyOf(folder);
    const identity = identityOf(folder);
    const holder = this.#byIdentity.get(identity);
    if (holder !== undefined && holder !== key && this.#isStill(holder, identity)) return false;
    const known = this.#folders.get(key);
    if (known && known.identity !== identity) this.#drop(key);
    if (!known && this.#folders.size >= (this.#options.mostFolders ?? mostFolders)) {
      survey.isCutShort = true;
      return false;
    }
    if (folder !== this.#start && !isRealFilesystem(folder)) return false;
    const { watches } = this.#options;
    const isWatched = known?.identity === identity && known.watched;
    const watched = isWatched || (watches !== null && isUtf8(folder) && watches.add(folder.toString()));
    if (watches !== null && !watched) survey.unwatched++;
    this.#folders.set(key, { identity, survey: this.#survey, walked: false, watched });
    this.#byIdentity.set(identity, key);
    return true;
  }

  /** Whether another path still leads to the same folder: in this survey, or else on the disk. */
  #isStill(key: string, identity: string): boolean {
    if (this.#folders.get(key)?.survey === this.#survey) return true;
    try {
      if (identityOf(Buffer.from(key, "latin1")) === identity) return true;
    } catch {
      // Gone: it has moved to where it is being looked at.
    }
    this.#drop(key);
    return false;
  }

  #isKnown(folder: Buffer): boolean {
    const known = this.#folders.get(keyOf(folder));
    if (!known) return false;
    try {
      return identityOf(folder) === known.identity;
    } catch {
      return false;
    }
  }

  /** Forgets the folders below this one that are not there any more. */
  #dropGone(folder: Buffer): void {
    const above = folderPrefix(keyOf(folder));
    const gone = new Map<string, boolean>();
    for (const key of [...this.#folders.keys()]) {
      if (!key.startsWith(above)) continue;
      const end = key.indexOf("/", above.length);
      const child = end < 0 ? key : key.slice(0, end);
      if (!gone.has(child)) gone.set(child, !this.#isKnown(Buffer.from(child, "latin1")));
      if (gone.get(child)) this.#drop(key);
    }
  }

  #drop(key: string): void {
    const known = this.#folders.get(key);
    if (!known) return;
    this.#options.watches?.remove(Buffer.from(key, "latin1").toString());
    if (this.#byIdentity.get(known.identity) === key) this.#byIdentity.delete(known.identity);
    this.#folders.delete(key);
  }

  #dropPlaylists(survey: { playlistsChanged: boolean }, isGone: (path: string) => boolean): void {
    const { playlists, root } = this.#options;
    for (const path of playlists.paths)
      if (
        isBelow(path, root) &&
        (isGone(path) || !statSync(path, { throwIfNoEntry: false })) &&
        playlists.forget(path)
      )
        survey.playlistsChanged = true;
  }

  /** Last first, so that the next one is popped. A folder that went since its survey is empty. */
  #toWalk(folder: Buffer): { entries: Entry[]; picture: string | null } {
    const known = this.#folders.get(keyOf(folder));
    if (known) known.walked = true;
    try {
      const { entries, picture } = folderEntries(folder, this.#realRoot, this.#options.beat);
      return { entries: [...entries].reverse(), picture };
    } catch {
      return { entries: [], picture: null };
    }
  }

  #found(entry: Entry, picture: string | null): FoundFile | null {
    const stamp = stampOf(entry);
    if (!stamp) return null;
    this.#options.beat();
    const path = entry.path.toString();
    const playlists = this.#options.playlists.namesFor(path, this.#options.root);
    const age = Date.now() - stamp.modifiedAt;
    return {
      path,
      size: stamp.size,
      modifiedAt: stamp.modifiedAt,
      readWith: [
        this.#options.version,
        ...(picture === null ? [] : [`picture ${picture}`]),
        ...playlists,
      ].join("\n"),
      unreadable:
        stamp.noFile ??
        (isUtf8(entry.path) ? null : "The file's name, or its folder's, is no valid UTF-8: rename it."),
      playlists,
      hasPicture: picture !== null,
      isSettled: age < 0 || age >= this.#options.settleMs,
    };
  }
}

function keyOf(folder: Buffer): string {
  return folder.toString("latin1");
}

function folderKeyOf(path: string): string {
  return keyOf(Buffer.from(path.slice(0, Math.max(1, path.lastIndexOf("/")))));
}

function identityOf(folder: Buffer): string {
  const { dev, ino } = statSync(folder, { bigint: true });
  return `${dev}:${ino}`;
}

function isBelow(path: string, folder: string): boolean {
  return path.startsWith(folderPrefix(folder));
}

function folderPrefix(folder: string): string {
  return folder.endsWith("/") ? folder : `${folder}/`;
}
