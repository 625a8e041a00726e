import type { Health } from "../../protocol/health.ts";
import type { EpochMs } from "../../protocol/time.ts";
import type { Log } from "../log.ts";
import type { DoorFault } from "./secure-door.ts";

const FIRST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 300_000;

export interface DoorTriesOptions {
  open: () => Promise<DoorFault | null>;
  now: () => EpochMs;
  onHealth: (health: Health) => void;
  log: Log;
}

/** A door that stays shut is tried again, at pauses that double, until it opens. */
export class DoorTries {
  readonly #options: DoorTriesOptions;
  #pauseMs = FIRST_PAUSE_MS;
  #fault: (DoorFault & { since: EpochMs }) | null = null;
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;

  constructor(options: DoorTriesOptions) {
    this.#options = options;
  }

  start(): void {
    void this.#try();
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }

  async #try(): Promise<void> {
    const { open, now, onHealth, log } = this.#options;
    const fault = await open();
    if (this.#stopped) return;
    if (fault === null) {
      if (this.#fault !== null) onHealth({ state: "ok" });
      return;
    }
    // The same again and again is said once.
    if (fault.detail !== this.#fault?.detail) log.error({ reason: fault.reason }, fault.detail);
    this.#fault = { ...fault, since: this.#fault?.since ?? now() };
    onHealth({ state: "degraded", ...this.#fault, retryAt: now() + this.#pauseMs });
    this.#timer = setTimeout(() => void this.#try(), this.#pauseMs).unref();
    this.#pauseMs = Math.min(2 * this.#pauseMs, LONGEST_PAUSE_MS);
  }
}
