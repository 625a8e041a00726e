import type { Pick } from "../protocol/music.ts";
import { within } from "./within.ts";

/** The picker reads a database and draws: it answers in milliseconds, or something is wrong with it. */
const askTimeoutMs = 10_000;

export interface PickQueueOptions {
  ask: () => Promise<Pick | null>;
  changed: () => void;
  log: { warn(o: object, msg: string): void };
}

/** The one song that comes next, asked for early, so that nobody waits for it. */
export class PickQueue {
  readonly #options: PickQueueOptions;
  #picks: readonly Pick[] = [];
  #asking: Promise<void> | null = null;
  /** Whether an answer that is still to come is wanted, and whether it was asked for by today's lights. */
  #wanted = false;
  #outdated = false;

  constructor(options: PickQueueOptions) {
    this.#options = options;
  }

  get picks(): readonly Pick[] {
    return this.#picks;
  }

  /** Resolves when there is a pick, or nothing to be had. Never asks twice at a time. */
  fill(): Promise<void> {
    this.#wanted = true;
    if (this.#asking === null && this.#picks.length > 0) return Promise.resolve();
    this.#asking ??= this.#ask().finally(() => {
      this.#asking = null;
    });
    return this.#asking;
  }

  async take(): Promise<Pick | null> {
    await this.fill();
    const [pick = null, ...rest] = this.#picks;
    if (pick !== null) this.#set(rest);
    return pick;
  }

  /** Forgets what is queued, and what is being asked for, and asks again. */
  renew(): Promise<void> {
    this.clear();
    return this.fill();
  }

  clear(): void {
    this.#wanted = false;
    this.#outdated = true;
    if (this.#picks.length > 0) this.#set([]);
  }

  async #ask(): Promise<void> {
    const { ask, log } = this.#options;
    let pick: Pick | null;
    do {
      this.#outdated = false;
      try {
        pick = await within(ask(), askTimeoutMs, null);
      } catch (error) {
        // The picker's store may be out of order for a while: the player asks again later.
        log.warn({ error: String(error) }, "no next song could be chosen");
        pick = null;
      }
    } while (this.#outdated && this.#wanted);
    if (pick !== null && this.#wanted) this.#set([pick]);
  }

  #set(picks: readonly Pick[]): void {
    this.#picks = picks;
    this.#options.changed();
  }
}
