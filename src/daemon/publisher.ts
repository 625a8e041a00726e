import { isDeepStrictEqual } from "node:util";
import type { ServerMessage } from "../protocol/messages.ts";
import type { AppState } from "../protocol/state.ts";
import { told, withoutDetails } from "./told.ts";

/** At most ten patches a second; what changes more often is seen at this pace. */
const PATCH_EVERY_MS = 100;
/** A page with this much unsent is slow: its patches are merged until it has caught up. */
const SLOW_BYTES = 64 * 1024;

/** So many are told in one turn of the loop; with a thousand pages, others get theirs in between. */
const PAGES_A_TURN = 50;

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
  readonly #tellsNames: () => boolean;
  #state: AppState;
  #rev = 1;
  #dirty = new Set<Section>();
  #timer: NodeJS.Timeout | undefined;
  /** Most pages are owed the same patch: it becomes text once. */
  readonly #patches = new Map<string, string>();

  /** `tellsNames`: whether whoever wants it may be called by name here. */
  constructor(options: { initial: AppState; tellsNames: () => boolean; now: () => number }) {
    this.#tellsNames = options.tellsNames;
    this.#state = { ...options.initial, ...told(options.initial, this.#tellsNames()) };
    this.#now = options.now;
  }

  get state(): AppState {
    return { ...this.#state, now: this.#now() };
  }

  get subscribers(): number {
    return this.#followers.size;
  }

  /** Takes the sections that are other than before. */
  update(given: Partial<AppState>): void {
    const sections = told(given, this.#tellsNames());
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
    for (const { owed } of this.#followers.values())
      if (owed !== "snapshot") for (const section of this.#dirty) owed.add(section);
    this.#dirty = new Set();
    this.#patches.clear();
    this.#paySome(this.#followers.entries());
  }

  #paySome(followers: MapIterator<[Subscriber, Follower]>): void {
    for (let paid = 0; paid < PAGES_A_TURN; paid++) {
      const { value, done } = followers.next();
      if (done) return;
      if (!this.#pay(...value)) this.#flushSoon();
    }
    setImmediate(() => this.#paySome(followers));
  }

  /** Sends what a page is owed. False where it is too slow to take it now. */
  #pay(subscriber: Subscriber, follower: Follower): boolean {
    const { owed, rev: from } = follower;
    if (owed !== "snapshot" && owed.size === 0) return true;
    if (subscriber.bufferedBytes() > SLOW_BYTES) return false;
    const rev = this.#rev;
    if (owed === "snapshot")
      subscriber.send(
        textOf({ type: "snapshot", rev, state: { ...this.state, ...this.#forPages(["health"]) } }),
      );
    else subscriber.send(this.#patch(from, owed));
    follower.rev = rev;
    follower.owed = new Set();
    return true;
  }

  /** Whoever opened the page: what all of them get is made once. */
  #forPages(names: readonly Section[]): Partial<AppState> {
    const sections: Partial<AppState> = Object.fromEntries(names.map((name) => [name, this.#state[name]]));
    return sections.health === undefined
      ? sections
      : { ...sections, health: withoutDetails(sections.health) };
  }

  #patch(from: number, owed: ReadonlySet<Section>): string {
    const names = [...owed].toSorted();
    const key = `${from} ${names.join()}`;
    const known = this.#patches.get(key);
    if (known !== undefined) return known;
    const patch = { ...this.#forPages(names), now: this.#now() };
    const text = textOf({ type: "patch", from, rev: this.#rev, sections: patch });
    this.#patches.set(key, text);
    return text;
  }
}

const textOf = (message: ServerMessage): string => JSON.stringify(message);
