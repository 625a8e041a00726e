import { type Store, StoreError } from "../../store/store.ts";
import type { Clock } from "../clock.ts";
import type { Log } from "../log.ts";

const lookEveryMs = 60_000;
const dayMs = 24 * 60 * 60_000;
/** A file that was deleted by mistake, or a stick that was lent, is back by then. */
const keptMissingDays = 30;

export interface LibraryUpkeepOptions {
  store: Store;
  /** How often everything is looked through; 0 never does. */
  rescanMinutes: () => number;
  rescan: () => void;
  clock: Clock;
  log: Log;
}

/** What has to be done about the library by the clock: looking through the folders, and forgetting what is gone. */
export class LibraryUpkeep {
  readonly #options: LibraryUpkeepOptions;
  #timer: NodeJS.Timeout | undefined;
  #scannedAt = 0;
  #forgotAt: number | null = null;

  constructor(options: LibraryUpkeepOptions) {
    this.#options = options;
  }

  /** Everything has just been looked through. Before the first time nothing is done. */
  scanned(): void {
    this.#scannedAt = this.#options.clock.monotonic();
    this.#timer ??= setInterval(() => void this.#look(), lookEveryMs);
    void this.#forget();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  async #look(): Promise<void> {
    const minutes = this.#options.rescanMinutes();
    const { monotonic } = this.#options.clock;
    if (minutes > 0 && monotonic() - this.#scannedAt >= minutes * 60_000) {
      // Counted from here: a scan that takes longer than that must not be followed by another at once.
      this.#scannedAt = monotonic();
      this.#options.rescan();
    }
    await this.#forget();
  }

  async #forget(): Promise<void> {
    const { store, clock, log } = this.#options;
    const now = clock.monotonic();
    if (this.#forgotAt !== null && now - this.#forgotAt < dayMs) return;
    this.#forgotAt = now;
    try {
      const files = await store.library.forgetMissing(clock.now() - keptMissingDays * dayMs);
      if (files > 0)
        log.info({ files, days: keptMissingDays }, "forgot files that have been missing for long");
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      log.warn({ fault: error.fault }, error.message);
    }
  }
}
