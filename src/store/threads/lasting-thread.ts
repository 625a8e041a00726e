import type { Health } from "../../protocol/health.ts";
import type { EpochMs } from "../../protocol/time.ts";
import { StoreError } from "../store.ts";
import type { WorkerStart } from "./calls.ts";
import type { Changes } from "./changes.ts";
import { StoreThread } from "./thread.ts";

/** One that dies again sooner than this after it was replaced is left alone for a while. */
const soonMs = 10_000;
const restMs = 30_000;

export interface LastingThreadOptions {
  start: WorkerStart;
  /** Whether what a dead worker left unanswered is asked once more: reads are. */
  repeats: boolean;
  onChanges: (changes: Changes) => void;
  /** A new worker works. What the dead one did last was told to nobody. */
  onReplaced: () => void;
  onHealth: (health: Health) => void;
  /** It has met damage in the database. Answers whether that is being mended: then it was paused. */
  onDamage: (why: StoreError) => boolean;
  log: { warn(details: object, message: string): void };
}

/** A worker that is replaced when it dies. */
export class LastingThread<Calls extends { [Name in keyof Calls]: (...args: never[]) => unknown }> {
  readonly #options: LastingThreadOptions;
  #thread: StoreThread<Calls>;
  #replacedAt: number | null = null;
  /** While a new worker starts. */
  #starting: Promise<void> | null = null;
  /** Why there is none for now. */
  #resting: StoreError | null = null;
  #timer: NodeJS.Timeout | null = null;
  /** Ends the pause. */
  #resume: (() => void) | null = null;
  #isClosed = false;

  constructor(options: LastingThreadOptions) {
    this.#options = options;
    this.#thread = this.#newThread();
  }

  /** Resolves when the database is open; rejects with `StoreError` where it can't be. */
  start(): Promise<void> {
    return this.#thread.start();
  }

  /** Asks the worker; requests are answered in their order. `unavailable`: it died, and is being replaced. */
  async call<Name extends keyof Calls & string>(
    name: Name,
    ...args: Parameters<Calls[Name]>
  ): Promise<ReturnType<Calls[Name]>> {
    // No turn is lost while all is well: what is asked first is answered first.
    if (this.#starting !== null) await this.#starting;
    try {
      return await this.#currentThread().call(name, ...args);
    } catch (error) {
      if (this.#isClosed || !(error instanceof StoreError)) throw error;
      if (error.fault !== "gone" && !(error.fault === "corrupt" && this.#options.onDamage(error)))
        throw error;
      if (!this.#options.repeats) throw unavailable(error);
    }
    if (this.#starting !== null) await this.#starting;
    return this.#currentThread().call(name, ...args);
  }

  /** Tells the worker something that needs no answer. One that has died or is paused need not know: the next starts anew. */
  tell<Name extends keyof Calls & string>(name: Name, ...args: Parameters<Calls[Name]>): void {
    if (this.#resume !== null) return;
    this.#thread.call(name, ...args).catch((error: unknown) => {
      if (!(error instanceof StoreError)) throw error;
    });
  }

  /** Closes its connection. Who asks something waits until `resume`. */
  async pause(): Promise<void> {
    if (this.#resume !== null) return;
    const before = this.#starting;
    this.#starting = new Promise<void>((resolve) => {
      this.#resume = resolve;
    });
    if (this.#timer !== null) clearTimeout(this.#timer);
    await before?.catch(() => undefined);
    await this.#thread.stop();
  }

  /** Opens another connection; whoever waited is answered. Rejects with `StoreError` where the database can't be opened. */
  async resume(): Promise<void> {
    const resume = this.#resume;
    this.#resume = null;
    try {
      await this.#startAnother();
    } finally {
      resume?.();
    }
  }

  async stop(): Promise<void> {
    this.#isClosed = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#resume?.();
    // Where it fails there is nothing to be stopped.
    await this.#starting?.catch(() => undefined);
    await this.#thread.stop();
  }

  #currentThread(): StoreThread<Calls> {
    if (this.#resting !== null && !this.#isClosed) throw this.#resting;
    return this.#thread;
  }

  #newThread(): StoreThread<Calls> {
    const { start, onChanges } = this.#options;
    return new StoreThread<Calls>({ start, onChanges, onDeath: (why) => this.#died(why) });
  }

  #died(why: StoreError): void {
    if (this.#isClosed) return;
    this.#options.log.warn({ err: why }, "A thread of the store has died.");
    const isAgain = this.#replacedAt !== null && performance.now() - this.#replacedAt < soonMs;
    if (isAgain) this.#rest(why);
    else {
      this.#tellIll("degraded", why, null);
      this.#replace();
    }
  }

  #replace(): void {
    const starting = this.#startAnother();
    this.#starting = starting;
    // Whoever waits for it hears of it; nobody has to.
    starting.catch(() => undefined);
  }

  async #startAnother(): Promise<void> {
    const thread = this.#newThread();
    try {
      await thread.start();
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      this.#started();
      throw this.#rest(error);
    }
    this.#thread = thread;
    this.#replacedAt = performance.now();
    this.#started();
    this.#resting = null;
    this.#options.onReplaced();
    this.#options.onHealth({ state: "ok" });
  }

  /** Nobody has to wait any longer, unless it was paused meanwhile. */
  #started(): void {
    if (this.#resume === null) this.#starting = null;
  }

  #rest(why: StoreError): StoreError {
    this.#resting = unavailable(why);
    this.#tellIll("down", why, Date.now() + restMs);
    if (!this.#isClosed) this.#timer = setTimeout(() => this.#replace(), restMs).unref();
    return this.#resting;
  }

  #tellIll(state: "degraded" | "down", { message }: StoreError, retryAt: EpochMs | null): void {
    const since = Date.now();
    this.#options.onHealth({ state, reason: "store-unavailable", detail: message, since, retryAt });
  }
}

function unavailable({ message }: StoreError): StoreError {
  return new StoreError("unavailable", message);
}
