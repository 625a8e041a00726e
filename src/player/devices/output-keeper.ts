import type { Health } from "../../protocol/health.ts";
import type { EpochMs } from "../../protocol/time.ts";
import { Backoff } from "../backoff.ts";
import type { Output, OutputEvent } from "../output.ts";
import { type NamedOutput, OutputChain } from "./output-chain.ts";

const recoveryStepsMs = [0, 1_000, 2_000, 5_000, 10_000, 30_000];
/** Often at first, for a plug that slipped out; a speaker that stays away costs little. */
const lookStepsMs = [...Array.from({ length: 75 }, () => 8_000), 30_000];
/** So often in a row an output may take a song and let its clock stand still. */
const mostStalls = 2;
/**
 * After that it is left alone for so long, or until a card comes or goes: each try of an output that starts well and
 * then plays nothing interrupts what is heard meanwhile. Where nothing is heard, a try interrupts nothing.
 */
const reconsiderStepsMs = [300_000, 1_800_000, 7_200_000];
const reconsiderInSilenceMs = 30_000;
/** A card that was plugged in is there before it can be played to. */
const settleMs = 500;

export interface OutputKeeperOptions {
  outputs: readonly NamedOutput[];
  now: () => EpochMs;
  onEvent: (event: OutputEvent) => void;
  /** One that was missing plays again; `switchTo` it when nothing else is being done. */
  onBetter: (better: NamedOutput) => void;
  /** Calls when a sound card has come or gone; answers the undo. Without it they are looked for now and then. */
  watchCards?: (onChange: () => void) => () => void;
}

/** Sees to it that an output runs, the best that there is, and knows how well that goes. */
export class OutputKeeper {
  readonly #options: OutputKeeperOptions;
  #chain: OutputChain;
  readonly #recovery = new Backoff(recoveryStepsMs);
  #up = false;
  #health: Health = { state: "starting" };
  readonly #looks = new Backoff(lookStepsMs);
  readonly #reconsiders = new Backoff(reconsiderStepsMs);
  #reconsidering: NodeJS.Timeout | null = null;
  /** Losses of an output that had not played well since it was started. */
  #stalls = 0;
  #looking: NodeJS.Timeout | null = null;
  #unwatch: (() => void) | null = null;

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
    if (reason === "mpv-stalled") this.#stalls += 1;
    if (this.#stalls >= mostStalls) this.#passOver();
    // The first new start follows at once and mostly works.
    return this.#down(this.#recovery.attempts === 0 ? "degraded" : "down", reason, detail);
  }

  /** It has played long enough: the next loss is a new one. */
  held(): void {
    this.#stalls = 0;
    this.#recovery.reset();
    if (this.#chain.isPreferred) this.#reconsiders.reset();
  }

  async switchTo(better: NamedOutput): Promise<void> {
    await this.#chain.switchTo(better);
    this.#looks.reset();
    this.#settled(this.#chain.isPreferred ? null : "the chosen speaker is away");
  }

  /** These from now on; none of them runs until `bringUp`. */
  async use(outputs: readonly NamedOutput[]): Promise<void> {
    await this.stop();
    this.#chain = new OutputChain(outputs, this.#options.onEvent);
  }

  async stop(): Promise<void> {
    this.#up = false;
    this.#health = { state: "starting" };
    this.#recovery.reset();
    this.#stopLooking();
    this.#reconsider();
    await this.#chain.stop();
  }

  /** Not a song is to blame, but the output: the next one at once. */
  #passOver(): void {
    this.#stalls = 0;
    if (!this.#chain.passOver()) return;
    this.#recovery.reset();
  }

  #reconsiderLater(): void {
    const silent = this.#chain.isLast;
    if (this.#reconsidering !== null && !silent) return;
    if (this.#reconsidering !== null) clearTimeout(this.#reconsidering);
    const waitMs = silent ? reconsiderInSilenceMs : this.#reconsiders.next();
    this.#reconsidering = setTimeout(() => this.#reconsider(), waitMs);
  }

  #reconsider(): void {
    if (this.#reconsidering !== null) clearTimeout(this.#reconsidering);
    this.#reconsidering = null;
    this.#stalls = 0;
    this.#chain.reconsider();
  }

  #settled(missing: string | null): void {
    this.#up = true;
    this.#stopLooking();
    if (missing === null) this.#health = { state: "ok" };
    else {
      const silent = this.#chain.isLast;
      const meanwhile = silent ? "the music plays without sound" : `it plays through ${this.name}`;
      this.#health = {
        state: "degraded",
        reason: silent ? "output-missing" : "output-elsewhere",
        detail: `${missing}. Until then ${meanwhile}`,
        since: this.#options.now(),
        retryAt: null,
      };
    }
    if (this.#chain.passesOver) this.#reconsiderLater();
    if (this.#chain.isPreferred) return;
    this.#unwatch ??= this.#options.watchCards?.(() => this.#cardsChanged()) ?? null;
    this.#lookForBetter(this.#looks.next());
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

  #cardsChanged(): void {
    this.#reconsider();
    this.#lookForBetter(settleMs);
  }

  #lookForBetter(waitMs: number): void {
    if (this.#looking !== null) clearTimeout(this.#looking);
    const looking = setTimeout(async () => {
      const better = await this.#chain.findBetter();
      if (this.#looking !== looking) return;
      if (better === null) this.#lookForBetter(this.#looks.next());
      else this.#options.onBetter(better);
    }, waitMs);
    this.#looking = looking;
  }

  #stopLooking(): void {
    if (this.#looking !== null) clearTimeout(this.#looking);
    this.#looking = null;
    this.#unwatch?.();
    this.#unwatch = null;
  }
}
