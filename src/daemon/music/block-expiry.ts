import type { BlockTables } from "../../store/library-tables.ts";
import { StoreError } from "../../store/store.ts";
import type { Clock } from "../clock.ts";
import type { Log } from "../log.ts";

/** The clock may be set meanwhile, and a timer can't wait for a year. */
const LOOK_AT_LEAST_EVERY_MS = 3_600_000;
const AGAIN_AFTER_FAILURE_MS = 60_000;

export interface BlockExpiryOptions {
  library: Pick<BlockTables, "liftBlocks" | "blocks">;
  clock: Clock;
  log: Log;
  onLifted: () => Promise<void>;
}

/** Ends the blocks of guests when their time is over. */
export class BlockExpiry {
  readonly #options: BlockExpiryOptions;
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(options: BlockExpiryOptions) {
    this.#options = options;
  }

  /** At the start, and whenever blocks have changed. */
  look(): Promise<void> {
    this.#looking = this.#looking.then(() => this.#lift());
    return this.#looking;
  }

  /** Resolves when the store is asked nothing more. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#looking;
  }

  async #lift(): Promise<void> {
    if (this.#stopped) return;
    const { library, clock, log, onLifted } = this.#options;
    try {
      const lifted = await library.liftBlocks(clock.now());
      if (lifted > 0) {
        log.info({ lifted }, "blocks ended");
        await onLifted();
      }
      const { tracks, artists } = await library.blocks();
      const ends = [...tracks, ...artists].flatMap(({ until }) => until ?? []);
      if (ends.length > 0) this.#lookIn(Math.min(...ends) - clock.now());
    } catch (error) {
      if (!(error instanceof StoreError) || error.fault === "gone") throw error;
      log.warn({ fault: error.fault }, error.message);
      this.#lookIn(AGAIN_AFTER_FAILURE_MS);
    }
  }

  #lookIn(ms: number): void {
    clearTimeout(this.#timer);
    if (this.#stopped) return;
    const wait = Math.min(LOOK_AT_LEAST_EVERY_MS, Math.max(0, ms));
    this.#timer = setTimeout(() => void this.look(), wait);
  }
}
