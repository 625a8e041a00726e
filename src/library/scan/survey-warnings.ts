import type { Survey } from "./music-tree.ts";

/** What the owner should know of a music folder's survey: a line each for the log, however large the folder is. */
export function surveyWarnings({
  unreadable,
  firstUnreadable,
  isCutShort,
  unwatched,
}: Survey): readonly { details: object; sentence: string }[] {
  return [
    unreadable > 0 && {
      details: { folders: unreadable, first: firstUnreadable },
      sentence:
        "Some folders can't be read, so their songs are left out: give the user that runs Mien the right to, or look at the disk.",
    },
    isCutShort && {
      details: {},
      sentence: "There are more folders than anybody has music in: name the ones with music.",
    },
    unwatched > 0 && {
      details: { folders: unwatched },
      sentence:
        "Changes in some folders are only seen when all are looked through: raise fs.inotify.max_user_watches (sysctl).",
    },
  ].filter((warning) => warning !== false);
}
