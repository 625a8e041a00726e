import { keepFreeBytes } from "../../library/upload/landing.ts";
import { StickCopy } from "../../library/upload/stick-copy.ts";
import { type LibraryTables, StoreError } from "../../store/store.ts";
import type { Clock } from "../clock.ts";
import { TimeLeft } from "./time-left.ts";
import { UploadKeeper } from "./upload-keeper.ts";

export interface MusicInOptions {
  library: LibraryTables;
  /** Where uploads and copies go. */
  folder: () => string;
  demoFolder: string;
  clock: Clock;
  onMusic: () => void;
}

/** The two ways by which music comes in, into one folder. */
export function makeMusicIn({ library, folder, demoFolder, clock, onMusic }: MusicInOptions) {
  const isDemo = (path: string) => path.startsWith(`${demoFolder}/`);
  const uploads = new UploadKeeper({ library, folder, isLasting: (path) => !isDemo(path), onMusic });
  const copies = new StickCopy({
    landing: () => uploads.landing,
    keepFreeBytes,
    areKnown: async (contentHashes, drive) => {
      try {
        const paths = await library.pathsOfSounds(contentHashes);
        // What is only on the drive itself goes with it, though the library reads it from there for now.
        return paths.map((path) => path !== null && !isDemo(path) && !path.startsWith(`${drive}/`));
      } catch (error) {
        if (!(error instanceof StoreError)) throw error;
        // Better copied twice than not at all.
        return contentHashes.map(() => false);
      }
    },
    onCopied: onMusic,
    timeLeft: () => new TimeLeft({ monotonic: clock.monotonic }),
  });
  return { uploads, copies };
}
