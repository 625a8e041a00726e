import { Worker } from "node:worker_threads";
import { StoreError } from "../store.ts";
import type { WorkerRequest, WorkerResponse, WorkerStart } from "./calls.ts";
import type { Changes } from "./changes.ts";

interface Pending {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

export interface StoreThreadOptions {
  start: WorkerStart;
  /** Told before the call that made them is answered. */
  onChanges: (changes: Changes) => void;
  /** It died after it was ready, and not by `stop`. Told before what waits for it is rejected. */
  onDeath: (why: StoreError) => void;
}

/** One worker with its database connection, from the daemon's side: each call is a promise. */
export class StoreThread<Calls extends { [Name in keyof Calls]: (...args: never[]) => unknown }> {
  readonly #start: WorkerStart;
  readonly #options: StoreThreadOptions;
  readonly #pending = new Map<number, Pending>();
  #worker: Worker | null = null;
  #exited: Promise<void> = Promise.resolve();
  #lastId = 0;
  #gone: StoreError | null = null;

  constructor(options: StoreThreadOptions) {
    this.#options = options;
    this.#start = options.start;
  }

  /** Resolves when the database is open; rejects with `StoreError` where it can't be. */
  async start(): Promise<void> {
    const ready = new Promise<unknown>((resolve, reject) => this.#pending.set(0, { resolve, reject }));
    const worker = new Worker(new URL("./worker.js", import.meta.url), {
      name: `store-${this.#start.role}`,
      workerData: this.#start,
      // A thread that only passes rows on needs no large nursery; without this two of them grow by 30 MB.
      resourceLimits: { maxYoungGenerationSizeMb: 4 },
    });
    this.#worker = worker;
    this.#exited = new Promise((resolve) => worker.once("exit", () => resolve()));
    worker.on("message", (response: WorkerResponse) => this.#settle(response));
    let reason: string | null = null;
    worker.on("error", (error) => {
      reason = error.message;
    });
    // Only now is its connection closed, too.
    worker.on("exit", (code) => this.#end(reason ?? `exit code ${code}`));
    await ready;
  }

  /** Asks the worker; requests are answered in their order. */
  call<Name extends keyof Calls & string>(
    name: Name,
    ...args: Parameters<Calls[Name]>
  ): Promise<ReturnType<Calls[Name]>> {
    return this.#ask(name, args) as Promise<ReturnType<Calls[Name]>>;
  }

  /** Lets it answer what was asked, closes its connection, and ends it. */
  async stop(): Promise<void> {
    const worker = this.#worker;
    if (worker === null) return;
    // What could not start closes its connection as it ends.
    if (this.#gone !== null) return this.#exited;
    const closed = this.#ask("close", []);
    this.#gone = new StoreError("gone", `The store ${this.#start.file} has been closed. Open it again.`);
    try {
      await closed;
    } finally {
      await this.#exited;
    }
  }

  #ask(name: string, args: readonly unknown[]): Promise<unknown> {
    const worker = this.#worker;
    if (this.#gone !== null) return Promise.reject(this.#gone);
    if (worker === null) throw new Error("start() comes before the first call.");
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      // Throws, and so rejects, where something can't be copied to a worker.
      worker.postMessage({ id, name, args } satisfies WorkerRequest);
      this.#pending.set(id, { resolve, reject });
    });
  }

  #settle(response: WorkerResponse): void {
    if (response.changes !== null) this.#options.onChanges(response.changes);
    const pending = this.#pending.get(response.id);
    this.#pending.delete(response.id);
    if (response.ok) pending?.resolve(response.value);
    else {
      const { fault, message } = response.failure;
      const failure = fault === null ? new Error(message) : new StoreError(fault, message);
      // It never came to life, so there is no death to tell of.
      if (response.id === 0)
        this.#gone = failure instanceof StoreError ? failure : new StoreError("gone", message);
      pending?.reject(failure);
    }
  }

  #end(reason: string): void {
    const { role, file } = this.#start;
    const unborn = this.#pending.get(0);
    this.#pending.delete(0);
    const couldStart = unborn === undefined;
    unborn?.reject(
      new StoreError(
        "cannot-open",
        `The ${role} of the store ${file} can't start (${reason}). Run scripts/start.`,
      ),
    );
    if (this.#gone === null) {
      this.#gone = new StoreError(
        "gone",
        `The ${role} of the store ${file} has died (${reason}). If it comes again, report it with the log.`,
      );
      if (couldStart) this.#options.onDeath(this.#gone);
    }
    for (const { reject } of this.#pending.values()) reject(this.#gone);
    this.#pending.clear();
  }
}
