import type { Mood } from "../../protocol/mood.ts";
import type { Pick } from "../../protocol/music.ts";

/**
 * Whoever sets the dial is to hear something of it, and songs are longer than its time: so what they said goes on leading
 * the choice until a song that was chosen for it has begun. Kept here and not in the queue, which is chosen anew whenever
 * somebody wishes, skips, comes or goes.
 */
export class DialSong {
  readonly #room: () => Mood;
  #owed: Mood | null = null;

  constructor(room: () => Mood) {
    this.#room = room;
  }

  /** What songs are chosen for. */
  get mood(): Mood {
    const mood = this.#room();
    return mood.basis === "manual" ? mood : (this.#owed ?? mood);
  }

  /** The dial's time is over, and nothing of it was heard yet. */
  get waits(): boolean {
    return this.#owed !== null && this.#room().basis !== "manual";
  }

  said(mood: Mood): void {
    this.#owed = mood;
  }

  /** Nobody waits for it any more. Answers whether it led until now, beyond its time. */
  forget(): boolean {
    const led = this.waits;
    this.#owed = null;
    return led;
  }

  /** Answers the same. */
  begun({ reasons }: Pick): boolean {
    const label = this.#owed?.label;
    const isIt = reasons.some((why) => why.kind === "mood" && why.basis === "manual" && why.label === label);
    return isIt && this.forget();
  }
}
