import type { Settings } from "../protocol/settings.ts";
import { type PlaysTable, StoreError } from "../store/store.ts";
import type { Clock } from "./clock.ts";
import type { Log } from "./log.ts";

const DAY_MS = 86_400_000;
/** Often enough for a promise that counts in days, seldom enough for an SD card. */
const EVERY_MS = DAY_MS / 4;
/** Until the machine knows what time it is: by a clock that is months ahead everything would be old. */
const LOOK_AGAIN_MS = 60_000;

/** Keeps the promise that the room's moods are forgotten after the days that the owner chose. */
export class Forgetting {
  readonly #plays: PlaysTable;
  readonly #settings: () => Settings;
  readonly #trusted: () => boolean;
  readonly #clock: Clock;
  readonly #log: Log;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: {
    plays: PlaysTable;
    settings: () => Settings;
    /** Whether the machine knows what time it is; true unless told. */
    trusted?: () => boolean;
    clock: Clock;
    log: Log;
  }) {
    this.#plays = options.plays;
    this.#settings = options.settings;
    this.#trusted = options.trusted ?? (() => true);
    this.#clock = options.clock;
    this.#log = options.log;
  }

  start(): void {
    this.#timer = setTimeout(() => this.start(), this.#trusted() ? EVERY_MS : LOOK_AGAIN_MS);
    void this.forget();
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  /** Nothing, while the machine does not know what time it is. */
  async forget(): Promise<void> {
    if (!this.#trusted()) return;
    try {
      const plays = await this.#plays.forgetMoods(
        this.#clock.now() - this.#settings().moodHistoryDays * DAY_MS,
      );
      if (plays > 0) this.#log.info({ plays }, "moods forgotten");
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      this.#log.warn({ fault: error.fault }, error.message);
    }
  }
}
