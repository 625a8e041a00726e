import type { Pick, SixPick } from "../../protocol/music.ts";
import type { Id } from "../../protocol/time.ts";
import { words } from "../words.ts";

/** What is true of the songs that are offered: how many suit, and how many are there besides. */
export function offerHeading(picks: readonly SixPick[]): string {
  const suit = picks.filter(({ suits }) => suits).length;
  return words.picks.heading(suit, picks.length - suit);
}

/** Where a song waits for its turn, from 0; and the pick by which it can be taken out again, where somebody asked for it. */
export interface Waiting {
  place: number;
  asked: Id | null;
}

/** Null where the song is not in the queue. */
export function waiting(track: Id, queue: readonly Pick[]): Waiting | null {
  const place = queue.findIndex((pick) => trackOf(pick) === track);
  const pick = queue[place];
  if (pick === undefined) return null;
  return { place, asked: pick.reasons.some(({ kind }) => kind === "asked") ? pick.id : null };
}

export const trackOf = ({ item }: Pick): Id | null => (item.kind === "track" ? item.track.id : null);
