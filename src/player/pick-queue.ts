import type { Pick } from "../protocol/music.ts";
import { within } from "./within.ts";

/** The picker reads a database and draws: it answers in milliseconds, or something is wrong with it. */
const askTimeoutMs = 10_000;
const tooLate = { unavailable: `The picker has not answered within ${askTimeoutMs / 1_000} seconds` };

/** The next song; null where there is none, or why none can be chosen just now, for the owner. */
export type NextPick = Pick | null | { unavailable: string };

export interface PickQueueOptions {
  ask: () => Promise<NextPick>;
  changed: () => void;
  log: { warn(o: object, msg: string): void };
}

/**
 * What comes next: the songs that people asked for, in the order in which they did, and then one that was chosen,
 * early, so that nobody waits for it. What is chosen follows what is asked for, so it is chosen anew with every wish.
 */
export class PickQueue {
  readonly #options: PickQueueOptions;
  #asked: readonly Pick[] = [];
  #chosen: Pick | null = null;
  #asking: Promise<void> | null = null;
  /** Whether an answer that is still to come is wanted, and whether it was asked for by today's lights. */
  #wanted = false;
  #outdated = false;
  /** After a stop nothing is chosen ahead: what suits the hours at which it opens again is not known before. */
  #resting = false;
  #unavailable: string | null = null;

  constructor(options: PickQueueOptions) {
    this.#options = options;
  }

  get picks(): readonly Pick[] {
    return this.#chosen === null ? this.#asked : [...this.#asked, this.#chosen];
  }

  /** Whether what comes next is of our own choice, and keeps nobody's song waiting. */
  get nextIsChosen(): boolean {
    return this.#asked.length === 0 && this.#chosen !== null;
  }

  /** Why nothing could be chosen when that was tried last, where it is not for want of songs. */
  get unavailable(): string | null {
    return this.#unavailable;
  }

  /** Resolves when a song is chosen, or nothing is to be had. Never asks twice at a time. */
  fill(): Promise<void> {
    this.#wanted = true;
    // Also while another one is asked for: a song that was put back is there at once.
    if (this.#chosen !== null) return Promise.resolve();
    this.#asking ??= this.#askUntilCurrent();
    return this.#asking;
  }

  async take(): Promise<Pick | null> {
    this.#resting = false;
    if (this.#asked.length === 0) await this.fill();
    const [pick, ...rest] = this.#asked;
    if (pick !== undefined) this.#set(rest, this.#chosen);
    else if (this.#chosen !== null) {
      const chosen = this.#chosen;
      this.#set([], null);
      return chosen;
    }
    return pick ?? null;
  }

  /** It plays already, without having been asked for by `take`. */
  taken(pick: Pick): void {
    const asked = this.#asked.filter(({ id }) => id !== pick.id);
    this.#set(asked, this.#chosen?.id === pick.id ? null : this.#chosen);
  }

  /** Somebody asked for it: before all others that were asked for, or after them. Resolves when what follows is chosen. */
  put(pick: Pick, where: "first" | "last"): Promise<void> {
    this.#forgetChosen();
    this.#set(where === "first" ? [pick, ...this.#asked] : [...this.#asked, pick], null);
    return this.fill();
  }

  /** It was taken, and can't be had yet: it comes next again, as what it was. Resolves when what follows is chosen. */
  putBack(pick: Pick): Promise<void> {
    if (pick.broughtBack || pick.reasons.some(({ kind }) => kind === "asked")) return this.put(pick, "first");
    this.#forgetChosen();
    this.#set(this.#asked, pick);
    return this.fill();
  }

  /** Without those songs, whoever wanted them. */
  drop(unwanted: (pick: Pick) => boolean): Promise<void> {
    const kept = this.#asked.filter((pick) => !unwanted(pick));
    if (kept.length < this.#asked.length) this.#set(kept, this.#chosen);
    return this.renew();
  }

  /** Forgets what was chosen, and what is being chosen, and asks again. What people asked for stays. */
  async renew(): Promise<void> {
    this.#forgetChosen();
    if (!this.#resting) await this.fill();
  }

  /** Nothing is to be played until `take`. Resolves when the picker has finished what it was asked for. */
  async stop(): Promise<void> {
    this.#resting = true;
    this.#forgetChosen();
    this.#set([], null);
    await this.#asking;
  }

  #forgetChosen(): void {
    this.#wanted = false;
    this.#outdated = true;
    this.#set(this.#asked, null);
  }

  async #askUntilCurrent(): Promise<void> {
    try {
      let answer: NextPick;
      do {
        this.#outdated = false;
        answer = await within(this.#options.ask(), askTimeoutMs, tooLate);
      } while (this.#outdated && this.#wanted && this.#chosen === null);
      this.#heed(answer);
    } finally {
      // At once, so that no wish falls into the gap between the last look and this.
      this.#asking = null;
    }
  }

  #heed(answer: NextPick): void {
    const unavailable = answer !== null && "unavailable" in answer ? answer.unavailable : null;
    this.#unavailable = unavailable;
    if (unavailable !== null)
      this.#options.log.warn({ because: unavailable }, "no next song could be chosen");
    // What was put back meanwhile was chosen first.
    else if (answer !== null && "id" in answer && this.#wanted && this.#chosen === null)
      this.#set(this.#asked, answer);
  }

  #set(asked: readonly Pick[], chosen: Pick | null): void {
    const same = chosen === this.#chosen && asked.length === this.#asked.length;
    this.#asked = asked;
    this.#chosen = chosen;
    if (!same) this.#options.changed();
  }
}
