import { realpathSync, statSync } from "node:fs";
import { type BytePath, bytesOf, folderOf, folderPrefix, isText, textOf } from "../byte-path.ts";
import type { FolderWatches } from "../folder-watches.ts";
import type { MoodPlaylists } from "../moods/mood-playlists.ts";
import { asText, type FolderEntries, folderEntries, stampOf } from "./folder-entries.ts";
import { identityOf, identityOrNull, type Listing, SurveyedFolders } from "./surveyed-folders.ts";
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

/** A folder that a walk is in. */
interface Step {
  prefix: BytePath;
  /** The next one comes last. */
  names: string[];
  noFiles: Listing["noFiles"];
  hasPicture: boolean;
  /** Of every file in it, whichever playlists hold it. */
  readWith: string;
}

/**
 * What lies below a music folder. A survey finds folders, watches them and reads the playlists; a walk then gives
 * the music files of what was surveyed, with their stamps. Each folder is entered once, and the kernel's own folders
 * are not entered at all. Blocks, so this is for a worker thread.
 */
export class MusicTree {
  readonly #options: MusicTreeOptions;
  readonly #start: BytePath;
  readonly #folders: SurveyedFolders;
  #realRoot = "";
  #rootIdentity = "";

  constructor(options: MusicTreeOptions) {
    this.#options = options;
    this.#start = bytesOf(options.root);
    this.#folders = new SurveyedFolders({ mostFolders, ...options });
  }

  /** Whether the root is still the folder that was surveyed, and no other drive or empty mount point. */
  isThere(): boolean {
    return identityOrNull(this.#start) === this.#rootIdentity;
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
    this.#folders.beginSurvey();
    if (folder === null) {
      this.#realRoot = realpathSync.native(this.#options.root);
      this.#rootIdentity = identityOf(this.#start);
      yield* this.#enter(this.#start, true, survey);
      this.#folders.dropUnseen();
    } else {
      const start = bytesOf(folder);
      this.#folders.dropGone(start);
      yield* this.#enter(start, false, survey);
    }
    this.#dropPlaylists(survey);
    return survey;
  }

  /** The music files of the folders that were surveyed and not yet walked, in the order of the bytes of the paths. */
  *walk(folder: string | null = null): Generator<Walked> {
    const stack = [this.#stepInto(folder === null ? this.#start : bytesOf(folder))];
    let last = "";
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const name = top.names.pop();
      if (name === undefined) {
        stack.pop();
        continue;
      }
      const path = top.prefix + name;
      // Two names that are no UTF-8 can look the same, or sort otherwise, once they are text.
      const order = asText(path);
      if (order <= last) continue;
      last = order;
      if (!name.endsWith("/")) {
        const found = this.#found(path, top, name);
        if (found) yield { found };
        continue;
      }
      const inner = path.slice(0, -1);
      if (!this.#folders.has(inner)) continue;
      if (this.#folders.isWalked(inner)) yield { kept: textOf(inner) };
      else stack.push(this.#stepInto(inner));
    }
  }

  close(): void {
    this.#folders.dropAll();
    for (const path of this.#options.playlists.paths)
      if (isBelow(path, this.#options.root)) this.#options.playlists.forget(path);
  }

  /** Goes in, and on into all folders below it or only into those that are new. */
  *#enter(start: BytePath, all: boolean, survey: Surveying): Generator<undefined> {
    const { playlists, beat } = this.#options;
    const stack: BytePath[] = [start];
    for (let folder = stack.pop(); folder !== undefined; folder = stack.pop()) {
      let listed: FolderEntries;
      try {
        if (!this.#register(folder, survey)) continue;
        listed = folderEntries(folder, this.#realRoot, beat);
      } catch (error) {
        if (folder === start) throw error;
        survey.unreadable++;
        if (survey.firstUnreadable.length < mostNamed)
          survey.firstUnreadable.push(`${textOf(folder)} (${(error as NodeJS.ErrnoException).code})`);
        this.#folders.drop(folder);
        continue;
      }
      this.#folders.keep(folder, listed);
      for (const playlist of listed.playlists)
        if (isText(playlist) && playlists.update(textOf(playlist))) survey.playlistsChanged = true;
      const prefix = folderPrefix(folder);
      const inner: BytePath[] = [];
      for (const name of listed.names) {
        if (!name.endsWith("/")) survey.files++;
        else inner.push(prefix + name.slice(0, -1));
      }
      for (const path of inner.reverse()) if (all || !this.#folders.isStillThere(path)) stack.push(path);
      yield;
    }
  }

  /** Answers false where not to go in. */
  #register(folder: BytePath, survey: Surveying): boolean {
    const entering = this.#folders.enter(folder, folder === this.#start);
    if (entering === "too many") survey.isCutShort = true;
    if (typeof entering === "string") return false;
    if (!entering.isWatched) survey.unwatched++;
    return true;
  }

  /** Forgets the playlists that have gone, with their folders or without. */
  #dropPlaylists(survey: Surveying): void {
    const { playlists, root } = this.#options;
    for (const path of playlists.paths) {
      if (!isBelow(path, root)) continue;
      const isGone =
        !this.#folders.has(bytesOf(folderOf(path))) || !statSync(path, { throwIfNoEntry: false });
      if (isGone && playlists.forget(path)) survey.playlistsChanged = true;
    }
  }

  #stepInto(folder: BytePath): Step {
    const listing = this.#folders.take(folder);
    const picture = listing?.picture ?? null;
    return {
      prefix: folderPrefix(folder),
      names: listing === null || listing.names === "" ? [] : listing.names.split("\0").reverse(),
      noFiles: listing?.noFiles ?? new Map(),
      hasPicture: picture !== null,
      readWith: picture === null ? this.#options.version : `${this.#options.version}\npicture ${picture}`,
    };
  }

  #found(path: BytePath, { noFiles, hasPicture, readWith }: Step, name: BytePath): FoundFile | null {
    const stamp = stampOf(path, noFiles.get(name) ?? null);
    if (!stamp) return null;
    this.#options.beat();
    const text = textOf(path);
    const playlists = this.#options.playlists.namesFor(text, this.#options.root);
    const age = Date.now() - stamp.modifiedAt;
    return {
      path: text,
      size: stamp.size,
      modifiedAt: stamp.modifiedAt,
      readWith: playlists.length === 0 ? readWith : [readWith, ...playlists].join("\n"),
      unreadable:
        stamp.noFile ??
        (isText(path) ? null : "The file's name, or its folder's, is no valid UTF-8: rename it."),
      playlists,
      hasPicture,
      isSettled: age < 0 || age >= this.#options.settleMs,
    };
  }
}

function isBelow(path: string, folder: string): boolean {
  return path.startsWith(folderPrefix(folder));
}
