import { Worker } from "node:worker_threads";
import type { WorkerRequest, WorkerResponse, WorkerStart } from "./calls.ts";
import { StoreError } from "./store.ts";

interface Pending {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/** One worker with its database connection, from the daemon's side: each call is a promise. */
export class StoreThread<Calls extends { [Name in keyof Calls]: (...args: never[]) => unknown }> {
  readonly #start: WorkerStart;
  readonly #pending = new Map<number, Pending>();
  #worker: Worker | null = null;
  #lastId = 0;
  #gone: StoreError | null = null;

  constructor(start: WorkerStart) {
    this.#start = start;
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
    worker.on("message", (response: WorkerResponse) => this.#settle(response));
    worker.on("error", (error) => this.#end(error.message));
    worker.on("exit", (code) => this.#end(`exit code ${code}`));
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
    if (worker === null || this.#gone !== null) return;
    const exited = new Promise((resolve) => worker.once("exit", resolve));
    const closed = this.#ask("close", []);
    this.#gone = new StoreError("gone", `The store ${this.#start.file} has been closed. Open it again.`);
    try {
      await closed;
    } finally {
      await exited;
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
    const pending = this.#pending.get(response.id);
    this.#pending.delete(response.id);
    if (response.ok) pending?.resolve(response.value);
    else {
      const { fault, message } = response.failure;
      pending?.reject(fault === null ? new Error(message) : new StoreError(fault, message));
    }
  }

  #end(reason: string): void {
    const { role, file } = this.#start;
    this.#pending
      .get(0)
      ?.reject(
        new StoreError(
          "cannot-open",
          `The ${role} of the store ${file} can't start (${reason}). Run scripts/start.`,
        ),
      );
    this.#pending.delete(0);
    this.#gone ??= new StoreError(
      "gone",
      `The ${role} of the store ${file} has died (${reason}). Restart Mien; if it comes again, report it with the log.`,
    );
    for (const { reject } of this.#pending.values()) reject(this.#gone);
    this.#pending.clear();
  }
}
