import type { FoundSong, PhoneOwn, PhoneRoom } from "../../protocol/guests.ts";
import type { Id } from "../../protocol/time.ts";
import { phoneWords } from "../words/phone-words.ts";
import { timeText } from "./day-time.ts";
import { refusalText } from "./refusal-text.ts";

/**
 * Why a song can't be asked for: it waits already and at which place, whoever asked for it; it plays, its artist does so by
 * now, or the daemon says so. Null where it can.
 */
export function askNote({ track, artists, refusal }: FoundSong, room: PhoneRoom): string | null {
  if (room.playing?.track === track) return phoneWords.now.playing;
  const at = room.waiting.findIndex((each) => each.track === track);
  if (at !== -1) return phoneWords.ask.waitsAt(at + 1);
  if (refusal !== null) return refusalText(refusal);
  const coming = new Set([room.playing, ...room.waiting].flatMap((each) => each?.artists ?? []));
  return artists.some((artist) => coming.has(artist)) ? phoneWords.refusals["artist-coming"]("") : null;
}

/** Of a song that waits: that it is this phone's, and that another one comes before though it is the first in the list. */
export function waitsNote(
  { id }: PhoneRoom["waiting"][number],
  { waiting, afterAnother: letsAnother }: PhoneRoom,
  mine: readonly Id[],
): string {
  const { yours, afterAnother } = phoneWords.waiting;
  const isAfter = letsAnother && waiting[0]?.id === id;
  return [...(mine.includes(id) ? [yours] : []), ...(isAfter ? [afterAnother] : [])].join(" · ");
}

/** How many more may be asked for, or from when on. */
export function leftText(room: PhoneRoom, own: PhoneOwn): string {
  const { off, again, enough, left, none, noneFrom } = phoneWords.ask;
  if (!room.mayAsk) return off;
  if (own.again !== null) return again(timeText(own.again));
  if (own.left === 0) return enough;
  if (room.none === null) return left(own.left);
  return room.none.again === null ? none : noneFrom(timeText(room.none.again));
}
