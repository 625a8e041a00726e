import type { PhoneOwn, PhoneRoom } from "../../protocol/guests.ts";
import type { EpochMs } from "../../protocol/time.ts";
import { phoneWords } from "../words/phone-words.ts";

/** Whoever hears of a vote later than that, as a phone that was locked, hears of no news. */
const NEWS_FOR_MS = 10_000;

/** What has become of a phone's songs, and of its votes: each is told once, as it happens. */
export class PhoneNews {
  /** Also what may be played after all: until it waits again. */
  #gone: PhoneOwn["gone"] = null;
  /** The last song that was voted away; undefined before the first word. */
  #skipped: string | null | undefined;

  /** Null where there is nothing new. `now` is when the room was told, by the daemon's clock. */
  in(own: PhoneOwn, room: PhoneRoom | null, now: EpochMs): string | null {
    const skipped = room === null ? null : this.#ofSkip(room, now);
    return this.#ofGone(own) ?? skipped;
  }

  /** That it can't be played, and that it waits again, where somebody at the screen took back what they had said. */
  #ofGone({ gone, mine }: PhoneOwn): string | null {
    const before = this.#gone;
    if (gone !== null) {
      this.#gone = gone;
      return gone.id === before?.id ? null : phoneWords.waiting.gone(gone.title);
    }
    if (before === null || !mine.includes(before.id)) return null;
    this.#gone = null;
    return phoneWords.ask.asked(before.title);
  }

  /** Not of what was voted away before this phone was here. */
  #ofSkip({ skipped }: PhoneRoom, now: EpochMs): string | null {
    const before = this.#skipped;
    this.#skipped = skipped?.pick ?? null;
    if (before === undefined || skipped === null || skipped.pick === before) return null;
    if (now - skipped.at > NEWS_FOR_MS) return null;
    return phoneWords.code.skipped(skipped.title, skipped.votes, skipped.phones);
  }
}
