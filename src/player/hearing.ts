import type { OutputEvent } from "./output.ts";
import type { Song } from "./song.ts";

export type Loss = OutputEvent & { type: "lost" };
type Ended = OutputEvent & { type: "ended" };

export interface HearingOptions {
  song: () => Song | null;
  /** Runs it in its turn. */
  inTurn: (work: () => Promise<void>) => void;
  moved: (song: Song, positionMs: number) => void;
  ended: (event: Ended) => void;
  advanced: (durationMs: number | null) => void;
  lost: (loss: Loss) => void;
}

/** What an output says is heeded at once where it is only a number, and in its turn where it changes things. */
export class Hearing {
  readonly #options: HearingOptions;
  /** Counts up with each load and each start of an output: what an output said before then is old news. */
  #epoch = 0;
  #loss: Loss | null = null;
  /** An output is going over to the next song: what it says of positions belongs to that one already. */
  #advancing = false;

  constructor(options: HearingOptions) {
    this.#options = options;
  }

  /** The newest loss that was heard of since `anew`, though its turn may not have come. */
  get loss(): Loss | null {
    return this.#loss;
  }

  /** Another song, or another output: what was said until now is not heeded any more. */
  anew(): void {
    this.#epoch += 1;
    this.#loss = null;
    this.#advancing = false;
  }

  /** The next song is on, or will not be. */
  arrived(): void {
    this.#advancing = false;
  }

  heed(event: OutputEvent): void {
    const song = this.#options.song();
    if (event.type === "position") {
      if (song?.loaded && !this.#advancing) this.#options.moved(song, event.positionMs);
      return;
    }
    if (event.type === "lost") this.#loss = event;
    if (event.type === "advanced") {
      this.#advancing = true;
      song?.playedOut();
    }
    const epoch = this.#epoch;
    this.#options.inTurn(async () => {
      if (epoch !== this.#epoch) return;
      if (event.type === "lost") this.#options.lost(event);
      else if (event.type === "advanced") this.#options.advanced(event.durationMs);
      else if (song !== null && song === this.#options.song()) this.#options.ended(event);
    });
  }
}
