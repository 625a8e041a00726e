import {
  deleteFile,
  type Identify,
  mayDelete,
  type RealUploadFolder,
  UploadFolder,
} from "../../library/upload/upload-folder.ts";
import type { Track } from "../../protocol/music.ts";
import type { OwnersTrack } from "../../protocol/music-in.ts";
import type { Id } from "../../protocol/time.ts";
import type { LibraryTables } from "../../store/store.ts";
import type { UploadKeeper } from "./upload-keeper.ts";

export interface UploadedOptions {
  library: Pick<LibraryTables, "files" | "markMissing" | "markPresent" | "forget">;
  uploads: Pick<UploadKeeper, "landing" | "inTurn" | "forget">;
  /** The folders that the owner named. */
  musicFolders: () => readonly string[];
  identify: Identify;
  /** Nobody hears these songs any more, or waits for one of them. */
  withdraw: (tracks: ReadonlySet<Id>) => Promise<void>;
  onMusic: () => void;
}

/** What became of songs whose files were to be deleted; each that stays has a sentence. */
export interface Removed {
  deleted: number;
  kept: readonly { id: Id; why: string }[];
}

/** A file by the path that the library has, and where it really lies; null where it is gone already. */
interface Going {
  path: string;
  at: string | null;
}

/** The songs that came in by a browser or a stick: which of the library's those are, and their way out again. */
export class Uploaded {
  readonly #options: UploadedOptions;

  constructor(options: UploadedOptions) {
    this.#options = options;
  }

  /** The same songs; those whose files are all uploads say so. */
  async marked(tracks: readonly Track[]): Promise<readonly OwnersTrack[]> {
    const folder = this.#folder;
    const files = await this.#options.library.files(tracks.map(({ id }) => id));
    return tracks.map((track, index) => {
      const paths = files[index] ?? [];
      const isUpload = paths.length > 0 && paths.every((path) => folder.holds(path));
      return isUpload ? { ...track, upload: true } : track;
    });
  }

  /** Deletes those of their files that lie in the folder for uploads, and nothing else. */
  remove(tracks: readonly Id[]): Promise<Removed> {
    return this.#options.uploads.inTurn(() => this.#remove([...new Set(tracks)]));
  }

  async #remove(tracks: readonly Id[]): Promise<Removed> {
    const { library, uploads, withdraw, onMusic } = this.#options;
    // What the settings name meanwhile is for the next time.
    const folder = this.#folder;
    const kept = new Map<Id, string>();
    const going = new Map<Id, readonly Going[]>();
    const files = await library.files(tracks);
    const real = await realOf(folder, this.#options.identify);
    for (const [index, id] of tracks.entries()) {
      const found = await find(files[index] ?? [], folder, real);
      if (typeof found === "string") kept.set(id, found);
      else if (found.length > 0) going.set(id, found);
    }
    if (going.size > 0)
      try {
        // First, so that nobody is given one of them in the place of another.
        await library.markMissing(pathsOf([...going.values()].flat()));
        await withdraw(new Set(going.keys()));
        const [gone, stays]: [string[], string[]] = [[], []];
        for (const [id, each] of going)
          for (const { path, at } of each) {
            const why = await unlinked(at);
            (why === null ? gone : stays).push(path);
            if (why !== null) kept.set(id, why);
            else {
              uploads.forget(path);
              if (at !== null && typeof real !== "string") await real.tidy(at);
            }
          }
        await library.forget(gone);
        await library.markPresent(stays);
      } finally {
        onMusic();
      }
    return { deleted: tracks.length - kept.size, kept: [...kept].map(([id, why]) => ({ id, why })) };
  }

  get #folder(): UploadFolder {
    const { uploads, musicFolders } = this.#options;
    return new UploadFolder(uploads.landing.folder, musicFolders());
  }
}

/** Or why nothing in it can be deleted. */
async function realOf(folder: UploadFolder, identify: Identify): Promise<RealUploadFolder | string> {
  try {
    return await folder.real(identify);
  } catch (error) {
    return whyItStays(error);
  }
}

/** Those that can be deleted; none where no file is known any more; or why the song stays. */
async function find(
  paths: readonly string[],
  folder: UploadFolder,
  real: RealUploadFolder | string,
): Promise<readonly Going[] | string> {
  const uploads = paths.filter((path) => folder.holds(path));
  if (uploads.length === 0) return paths.length === 0 ? [] : notUploaded;
  if (typeof real === "string") return real;
  const found: Going[] = [];
  try {
    for (const path of uploads) {
      const located = await real.locate(path);
      if (located === "not-upload") return notUploaded;
      const at = located === "gone" ? null : located.at;
      if (at !== null) await mayDelete(at);
      found.push({ path, at });
    }
  } catch (error) {
    return whyItStays(error);
  }
  return found;
}

/** Deletes it; answers why it could not, or null. */
async function unlinked(at: string | null): Promise<string | null> {
  if (at === null) return null;
  try {
    await deleteFile(at);
    return null;
  } catch (error) {
    return whyItStays(error);
  }
}

const pathsOf = (files: readonly Going[]): readonly string[] => files.map(({ path }) => path);

const notUploaded = "Mien deletes nothing from your own music folders.";

/** For what a disk may do; a bug is thrown. */
function whyItStays(error: unknown): string {
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (code === undefined || syscall === undefined) throw error;
  return `Its disk does not let the file go (${code}): look whether it is there and can be written.`;
}
