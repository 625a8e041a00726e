import { isDeepStrictEqual } from "node:util";
import type { ServerMessage } from "../protocol/messages.ts";
import type { AppState } from "../protocol/state.ts";

/** At most ten patches a second; what changes more often is seen at this pace. */
const PATCH_EVERY_MS = 100;
/** A page with this much unsent is slow: its patches are merged until it has caught up. */
const SLOW_BYTES = 64 * 1024;

type Section = keyof AppState;

/** One page's connection, as far as the publisher needs it. */
export interface Subscriber {
  send(message: string): void;
  bufferedBytes(): number;
}

interface Follower {
  rev: number;
  /** What changed since its `rev`, or everything. */
  owed: Set<Section> | "snapshot";
}

/**
 * Holds the newest state and tells every page what has changed in it: a snapshot first, then patches of whole
 * sections. State is a value, not a stream: a slow page misses what lay between, never the newest.
 */
export class Publisher {
  readonly #followers = new Map<Subscriber, Follower>();
  readonly #now: () => number;
  #state: AppState;
  #rev = 1;
  #dirty = new Set<Section>();
  #timer: NodeJS.Timeout | undefined;

  constructor(options: { initial: AppState; now: () => number }) {
    this.#state = options.initial;
    this.#now = options.now;
  }

  get state(): AppState {
    return { ...this.#state, now: this.#now() };
  }

  get subscribers(): number {
    return this.#followers.size;
  }

  /** Takes the sections that are other than before. */
  update(sections: Partial<AppState>): void {
    for (const section of Object.keys(sections) as Section[]) {
      if (isDeepStrictEqual(sections[section], this.#state[section])) continue;
      this.#state = { ...this.#state, [section]: sections[section] };
      this.#dirty.add(section);
    }
    if (this.#dirty.size > 0 && this.#followers.size > 0)
      this.#timer ??= setTimeout(() => this.#flush(), PATCH_EVERY_MS);
  }

  /** Sends a snapshot, then patches until the returned undo is called. */
  subscribe(subscriber: Subscriber): () => void {
    this.#followers.set(subscriber, { rev: 0, owed: "snapshot" });
    this.resync(subscriber);
    return () => this.#followers.delete(subscriber);
  }

  /** A page that has lost its place asks for the whole again; a slow one gets it when it has caught up. */
  resync(subscriber: Subscriber): void {
    const follower = this.#followers.get(subscriber);
    if (!follower) return;
    follower.owed = "snapshot";
    // What is dirty is in the snapshot already, and comes once more with the next patch: harmless, and simple.
    if (!this.#pay(subscriber, follower)) this.#flushSoon();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#followers.clear();
  }

  #flushSoon(): void {
    this.#timer ??= setTimeout(() => this.#flush(), PATCH_EVERY_MS);
  }

  #flush(): void {
    this.#timer = undefined;
    if (this.#dirty.size > 0) this.#rev++;
    for (const [subscriber, follower] of this.#followers) {
      if (follower.owed !== "snapshot") for (const section of this.#dirty) follower.owed.add(section);
      if (!this.#pay(subscriber, follower)) this.#flushSoon();
    }
    this.#dirty = new Set();
  }

  /** Sends what a page is owed. False where it is too slow to take it now. */
  #pay(subscriber: Subscriber, follower: Follower): boolean {
    const { owed, rev: from } = follower;
    if (owed !== "snapshot" && owed.size === 0) return true;
    if (subscriber.bufferedBytes() > SLOW_BYTES) return false;
    const rev = this.#rev;
    if (owed === "snapshot") send(subscriber, { type: "snapshot", rev, state: this.state });
    else {
      const sections = Object.fromEntries([...owed].map((name) => [name, this.#state[name]]));
      const patch = { ...(sections as Partial<AppState>), now: this.#now() };
      send(subscriber, { type: "patch", from, rev, sections: patch });
    }
    follower.rev = rev;
    follower.owed = new Set();
    return true;
  }
}

function send(subscriber: Subscriber, message: ServerMessage): void {
  subscriber.send(JSON.stringify(message));
}
