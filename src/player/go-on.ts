import type { Pick } from "../protocol/music.ts";
import type { Bookmark, BookmarkedSong } from "./bookmark.ts";
import { Song } from "./song.ts";

export interface GoingOn {
  song: Song;
  /** The song that was bookmarked, where mpv has gone over to the next one since, and how much of it was heard. */
  finished: { pick: Pick; heardMs: number } | null;
}

/**
 * The song to go on with: the bookmarked one at its place, or the one after it, where the mpv that was left alone
 * plays that already. `lookUp` answers the pick as it is today, and null where its song is gone.
 */
export async function goOn(
  bookmark: Bookmark,
  adopted: readonly string[],
  lookUp: (pick: Pick) => Promise<Pick | null>,
): Promise<GoingOn | null> {
  const { song, next, positionMs, heardMs } = bookmark;
  const after = wentOver(song, next, adopted);
  const pick = await lookUp(after?.pick ?? song.pick);
  if (pick === null) return null;
  if (after === null) {
    const playedOn = adopted.includes(song.path);
    return { song: new Song(pick, { positionMs, heardMs, playedOn }), finished: null };
  }
  const durationMs = song.pick.item.kind === "track" ? song.pick.item.track.durationMs : positionMs;
  const restMs = Math.max(0, durationMs - positionMs);
  return { song: new Song(pick), finished: { pick: song.pick, heardMs: heardMs + restMs } };
}

function wentOver(
  song: BookmarkedSong,
  next: BookmarkedSong | null,
  adopted: readonly string[],
): BookmarkedSong | null {
  return next !== null && adopted.includes(next.path) && !adopted.includes(song.path) ? next : null;
}
