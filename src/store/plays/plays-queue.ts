import { setImmediate as turn } from "node:timers/promises";
import type { Health } from "../../protocol/health.ts";
import type { EpochMs } from "../../protocol/time.ts";
import { StoreError } from "../store.ts";
import type { PlayEntry } from "./plays-writes.ts";

/** More than a day of three-minute songs, each with its beginning and its end; without slates under 2 MB. */
const heldAtMost = 1000;
const retryMs = 30_000;
/** So few in one message that copying their slates takes the daemon's loop under 10 ms. */
const entriesPerWrite = 10;

export interface PlaysQueueOptions {
  write(entries: readonly PlayEntry[]): Promise<void>;
  log: { warn(details: object, message: string): void };
}

interface Item {
  entry: PlayEntry;
  /** The disk took no writes, so whoever added it was told that it is kept in memory. */
  held: boolean;
  resolve(): void;
  reject(error: unknown): void;
}

/** Plays on their way to the disk. While it takes no writes they are held here, and are tried again. */
export class PlaysQueue {
  readonly #options: PlaysQueueOptions;
  readonly #listeners = new Set<(health: Health) => void>();
  #items: Item[] = [];
  #writing: Promise<void> | null = null;
  #health: Health = { state: "ok" };
  #retry: NodeJS.Timeout | null = null;

  constructor(options: PlaysQueueOptions) {
    this.#options = options;
  }

  onHealth(listener: (health: Health) => void): () => void {
    this.#listeners.add(listener);
    listener(this.#health);
    return () => this.#listeners.delete(listener);
  }

  /** Resolves when the entry is on the disk, or is held in memory because the disk takes no writes. */
  add(entry: PlayEntry): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#items.push({ entry, held: false, resolve, reject });
      void this.#flush();
    });
  }

  /** What is in memory only. */
  get held(): readonly PlayEntry[] {
    return this.#items.filter(({ held }) => held).map(({ entry }) => entry);
  }

  /** Tries a last time to write what is held. */
  async stop(): Promise<void> {
    await this.#flush();
    if (this.#retry !== null) clearTimeout(this.#retry);
    this.#retry = null;
    if (this.#items.length > 0)
      this.#options.log.warn(
        { lost: this.#items.length },
        "The disk still takes no writes, so the plays that were kept in memory are lost.",
      );
  }

  /** One at a time; never rejects. */
  #flush(): Promise<void> {
    if (this.#items.length === 0) return Promise.resolve();
    this.#writing ??= this.#writeAll();
    return this.#writing;
  }

  async #writeAll(): Promise<void> {
    // A song ends and the next one begins in one breath: one commit takes both.
    await turn();
    let room = true;
    // Whoever is told of a held entry may add the next one before this goes on; that one is to be told as well.
    while (this.#items.length > 0 && (room || this.#items.some(({ held }) => !held)))
      room = await this.#writeSome();
    this.#writing = null;
  }

  /** Answers whether the disk has room. */
  async #writeSome(): Promise<boolean> {
    const batch = this.#items.slice(0, entriesPerWrite);
    try {
      await this.#options.write(batch.map(({ entry }) => entry));
    } catch (error) {
      if (error instanceof StoreError && (error.fault === "disk-full" || error.fault === "unavailable")) {
        this.#hold(error);
        return false;
      }
      this.#items.splice(0, batch.length);
      if (error instanceof StoreError) this.#tell(this.#ill("down", error.message, null));
      const lost = batch.filter(({ held }) => held).length;
      if (lost > 0) this.#options.log.warn({ err: error, lost }, "Plays that were kept in memory are lost.");
      for (const { reject } of batch) reject(error);
      return true;
    }
    this.#items.splice(0, batch.length);
    if (this.#items.length === 0 && this.#health.state !== "ok") this.#tell({ state: "ok" });
    for (const { resolve } of batch) resolve();
    return true;
  }

  #hold(reason: StoreError): void {
    for (const item of this.#items) {
      if (!item.held) item.resolve();
      item.held = true;
      // A slate is a hundred times the size of its play, and only of use to a ranker that learns later.
      if (item.entry.type === "begun")
        item.entry = { ...item.entry, play: { ...item.entry.play, slate: null } };
    }
    const lost = this.#items.length - heldAtMost;
    if (lost > 0) {
      this.#items.splice(0, lost);
      this.#options.log.warn({ lost }, "Too many plays are kept in memory: the oldest are lost.");
    }
    const before = this.#health;
    if (before.state !== "degraded") this.#options.log.warn({ err: reason }, "Plays are kept in memory.");
    if (this.#retry !== null) clearTimeout(this.#retry);
    this.#retry = setTimeout(() => {
      this.#retry = null;
      void this.#flush();
    }, retryMs).unref();
    const detail = `${reason.message} Until then plays are kept in memory.`;
    const why = reason.fault === "disk-full" ? "disk-full" : "store-unavailable";
    this.#tell(this.#ill("degraded", detail, Date.now() + retryMs, why));
  }

  #ill(
    state: "degraded" | "down",
    detail: string,
    retryAt: EpochMs | null,
    reason: "disk-full" | "store-unavailable" = "store-unavailable",
  ): Health {
    const since = "since" in this.#health ? this.#health.since : Date.now();
    return { state, reason, detail, since, retryAt };
  }

  #tell(health: Health): void {
    this.#health = health;
    for (const listener of this.#listeners) listener(health);
  }
}
