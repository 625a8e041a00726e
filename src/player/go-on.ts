import type { Pick } from "../protocol/music.ts";
import type { EpochMs } from "../protocol/time.ts";
import type { Bookmark } from "./bookmark.ts";
import type { Output } from "./output.ts";
import { Song } from "./song.ts";

export interface GoingOn {
  /** null where something else is to be played. */
  song: Song | null;
  /** What came to its end while no daemon was there, in that order. */
  finished: readonly FinishedAlone[];
}

export interface FinishedAlone {
  pick: Pick;
  heardMs: number;
  /** null where an earlier daemon has seen it begin. */
  beganAt: EpochMs | null;
  endedAt: EpochMs;
}

/**
 * The song to go on with after a crash, and what sounded meanwhile: mpv knows which songs it has played to their end,
 * and lengths and the clock tell when that was. `lookUp` answers the pick as it is today, and null where its song is
 * gone.
 */
export async function goOn(
  { song, next, positionMs, heardMs, notedAt }: Bookmark,
  { adopted, playedAlone }: globalThis.Pick<Output, "adopted" | "playedAlone">,
  { lookUp, now }: { lookUp: (pick: Pick) => Promise<Pick | null>; now: EpochMs },
): Promise<GoingOn> {
  const songOf = async (pick: Pick, before: ConstructorParameters<typeof Song>[1]): Promise<Song | null> => {
    const today = await lookUp(pick);
    return today && new Song(today, before);
  };
  const nextSounds = next !== null && adopted.includes(next.path);
  // The same file may be both: it follows itself where there is no other one.
  const isOver = nextSounds
    ? playedAlone.includes(song.path) || !adopted.includes(song.path)
    : playedAlone.includes(song.path) && !adopted.includes(song.path);
  if (!isOver) {
    const playedOn = adopted.includes(song.path);
    return { song: await songOf(song.pick, { positionMs, heardMs, playedOn }), finished: [] };
  }

  const restMs = Math.max(0, durationMsOf(song.pick, positionMs) - positionMs);
  const endedAt = Math.min(now, notedAt + restMs);
  const finished = [{ pick: song.pick, heardMs: heardMs + restMs, beganAt: null, endedAt }];
  if (next === null) return { song: null, finished };
  if (nextSounds) return { song: await songOf(next.pick, { playedOn: true, beganAlone: endedAt }), finished };
  const timesPlayed = playedAlone.filter((path) => path === next.path).length;
  if (timesPlayed <= (next.path === song.path ? 1 : 0))
    return { song: await songOf(next.pick, {}), finished };
  const nextHeardMs = Math.max(0, Math.min(durationMsOf(next.pick, 0), now - endedAt));
  const alone = {
    pick: next.pick,
    heardMs: nextHeardMs,
    beganAt: endedAt,
    endedAt: endedAt + nextHeardMs,
  };
  return { song: null, finished: [...finished, alone] };
}

function durationMsOf({ item }: Pick, otherwise: number): number {
  return item.kind === "track" ? item.track.durationMs : otherwise;
}
