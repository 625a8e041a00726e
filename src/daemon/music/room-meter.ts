import type { Affect, Mood } from "../../protocol/mood.ts";
import type { MonotonicMs } from "../../protocol/time.ts";

/** A moment speaks for the time since the one before, but for no longer: the room is heard of once a second. */
const longestSpanMs = 2_000;
/** A glance is not how the room looked. */
const seenAtLeastMs = 15_000;

/** The room's mean affect while a song plays, of the time in which faces were seen. */
export class RoomMeter {
  #at: MonotonicMs | null = null;
  #seenMs = 0;
  #valence = 0;
  #arousal = 0;

  /** As the room has been since this was called last. */
  pass({ affect, basis }: Mood, playing: boolean, at: MonotonicMs): void {
    const spanMs = this.#at === null ? 0 : Math.min(longestSpanMs, at - this.#at);
    this.#at = at;
    if (basis !== "faces" || !playing) return;
    this.#seenMs += spanMs;
    this.#valence += affect.valence * spanMs;
    this.#arousal += affect.arousal * spanMs;
  }

  /** Null where faces were not seen for long enough. */
  get mean(): Affect | null {
    if (this.#seenMs < seenAtLeastMs) return null;
    return { valence: this.#valence / this.#seenMs, arousal: this.#arousal / this.#seenMs };
  }
}
