import type { Health } from "../protocol/health.ts";
import type { EpochMs } from "../protocol/time.ts";
import { Backoff } from "./backoff.ts";
import type { Output, OutputEvent } from "./output.ts";
import { type NamedOutput, OutputChain } from "./output-chain.ts";

const recoveryStepsMs = [0, 1_000, 2_000, 5_000, 10_000, 30_000];
const lookForBetterEveryMs = 30_000;

export interface OutputKeeperOptions {
  outputs: readonly NamedOutput[];
  now: () => EpochMs;
  onEvent: (event: OutputEvent) => void;
  /** One that was missing plays again; `switchTo` it when nothing else is being done. */
  onBetter: (better: NamedOutput) => void;
}

/** Sees to it that an output runs, the best that there is, and knows how well that goes. */
export class OutputKeeper {
  readonly #options: OutputKeeperOptions;
  readonly #chain: OutputChain;
  readonly #recovery = new Backoff(recoveryStepsMs);
  #up = false;
  #health: Health = { state: "starting" };
  #looking: NodeJS.Timeout | null = null;

  constructor(options: OutputKeeperOptions) {
    this.#options = options;
    this.#chain = new OutputChain(options.outputs, options.onEvent);
  }

  get up(): boolean {
    return this.#up;
  }

  get output(): Output {
    return this.#chain.active.output;
  }

  get name(): string {
    return this.#chain.active.name;
  }

  get health(): Health {
    return this.#health;
  }

  /** null when an output runs; else how long to wait before the next try. */
  async bringUp(): Promise<number | null> {
    const started = await this.#chain.start();
    if (started.ok) {
      this.#settled(started.missing);
      return null;
    }
    return this.#down("down", started.reason, started.detail);
  }

  /** The running one is gone. Answers how long to wait before a new one is started. */
  lost(reason: (OutputEvent & { type: "lost" })["reason"], detail: string): number {
    // The first new start follows at once and mostly works.
    return this.#down(this.#recovery.attempts === 0 ? "degraded" : "down", reason, detail);
  }

  /** It has played long enough: the next loss is a new one. */
  held(): void {
    this.#recovery.reset();
  }

  async switchTo(better: NamedOutput): Promise<void> {
    await this.#chain.switchTo(better);
    this.#settled(null);
  }

  async stop(): Promise<void> {
    this.#up = false;
    this.#health = { state: "starting" };
    this.#recovery.reset();
    this.#stopLooking();
    await this.#chain.stop();
  }

  #settled(missing: string | null): void {
    this.#up = true;
    this.#stopLooking();
    if (missing === null) this.#health = { state: "ok" };
    else {
      const detail = `${missing}. Until then the music plays without sound`;
      const since = this.#options.now();
      this.#health = { state: "degraded", reason: "output-missing", detail, since, retryAt: null };
    }
    if (!this.#chain.isPreferred) this.#lookForBetter();
  }

  #down(
    state: "degraded" | "down",
    reason: "mpv-missing" | "mpv-gone" | "mpv-stalled" | "output-missing",
    detail: string,
  ): number {
    this.#up = false;
    this.#stopLooking();
    const waitMs = this.#recovery.next();
    const since = this.#options.now();
    this.#health = { state, reason, detail, since, retryAt: since + waitMs };
    return waitMs;
  }

  #lookForBetter(): void {
    const looking = setTimeout(async () => {
      const better = await this.#chain.findBetter();
      if (this.#looking !== looking) return;
      if (better === null) this.#lookForBetter();
      else this.#options.onBetter(better);
    }, lookForBetterEveryMs);
    this.#looking = looking;
  }

  #stopLooking(): void {
    if (this.#looking !== null) clearTimeout(this.#looking);
    this.#looking = null;
  }
}
