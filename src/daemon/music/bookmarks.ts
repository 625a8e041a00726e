import { join } from "node:path";
import { BookmarkFile } from "../../player/bookmark.ts";
import { LastingBookmark } from "../../player/lasting-bookmark.ts";
import { systemClock } from "../clock.ts";
import type { Log } from "../log.ts";

/** Where the music is: in memory for crashes, and beside the database for power cuts. */
export function bookmarks({
  socketDir,
  inMemory,
  dataFolder,
  log,
}: {
  socketDir: string;
  /** Whether that folder is. */
  inMemory: boolean;
  dataFolder: string;
  log: Log;
}): LastingBookmark {
  const { monotonic } = systemClock;
  const slot = (name: string) => join(dataFolder, `bookmark-${name}.json`);
  const file = join(socketDir, "bookmark.json");
  return new LastingBookmark({
    runtime: new BookmarkFile({ file, inMemory, monotonic, log }),
    slots: [slot("a"), slot("b")],
    monotonic,
    log,
  });
}
