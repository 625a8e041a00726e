import type { FoundSong, PhoneOwn, PhoneRoom } from "../../protocol/guests.ts";
import { phoneWords } from "../words/phone-words.ts";
import { timeText } from "./day-time.ts";
import { refusalText } from "./refusal-text.ts";

/** Why a song can't be asked for: it waits already, plays, or the daemon says so. Null where it can. */
export function askNote({ track, refusal }: FoundSong, room: PhoneRoom, own: PhoneOwn): string | null {
  if (room.playing?.track === track) return phoneWords.now.playing;
  const at = room.waiting.findIndex((each) => each.track === track);
  const waiting = room.waiting[at];
  if (waiting === undefined) return refusal && refusalText(refusal);
  return own.mine.includes(waiting.id) ? phoneWords.ask.waitsAt(at + 1) : phoneWords.refusals.coming;
}

/** How many more may be asked for, or from when on. */
export function leftText(room: PhoneRoom, own: PhoneOwn): string {
  const { off, again, enough, left } = phoneWords.ask;
  if (!room.mayAsk) return off;
  if (own.again !== null) return again(timeText(own.again));
  return own.left === 0 ? enough : left(own.left);
}
