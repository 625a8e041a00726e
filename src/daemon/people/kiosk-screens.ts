import { createHash, randomBytes as random, timingSafeEqual } from "node:crypto";
import type { EpochMs } from "../../protocol/time.ts";
import type { PeopleTables } from "../../store/people/people-tables.ts";
import { StoreError } from "../../store/store.ts";
import type { Log } from "../log.ts";

const BYTES = 32;
/** A screen's browser has a new token with each of its starts. */
const MOST = 20;

/**
 * Which browsers are the appliance's own screens. A page's word for it is worth nothing, and neither is loopback, where
 * every program and every user of the machine is. So whoever starts the screen's browser hands its page a code that
 * lies in a file of Mien's user, and the page turns it into a token: once, then there is another code.
 */
export class KioskScreens {
  readonly #tables: PeopleTables;
  readonly #now: () => EpochMs;
  readonly #log: Log;
  /** The one that was made or touched last is the last one; after a start of the daemon, the one that was made last. */
  readonly #known = new Set<string>();
  /** How many pages each has open that follow the state. */
  readonly #open = new Map<string, number>();
  readonly #listeners = new Set<(code: string) => void>();
  readonly #goneListeners = new Set<() => void>();
  #code = random(BYTES).toString("base64url");

  constructor(options: { tables: PeopleTables; now: () => EpochMs; log: Log }) {
    this.#tables = options.tables;
    this.#now = options.now;
    this.#log = options.log;
  }

  async start(): Promise<void> {
    const devices = await this.#tables.devices();
    for (const { hash } of devices.toSorted((a, b) => a.madeAt - b.madeAt)) this.#know(hash);
  }

  /** The one that is good just now. */
  get code(): string {
    return this.#code;
  }

  /** Told now, and with each new one. Returns the undo. */
  onCode(listener: (code: string) => void): () => void {
    this.#listeners.add(listener);
    listener(this.#code);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Answers the token for the page's cookie; null where the code is not the one that lies there now. Without room on the
   * disk it holds until the next start.
   */
  async redeem(code: string): Promise<string | null> {
    if (!timingSafeEqual(digest(code), digest(this.#code))) return null;
    // Before anything is waited for, so that it is good for one.
    this.#code = random(BYTES).toString("base64url");
    for (const listener of this.#listeners) listener(this.#code);
    const token = random(BYTES).toString("base64url");
    const hash = hashOf(token);
    this.#know(hash);
    try {
      await this.#tables.addDevice({ hash, madeAt: this.#now() }, [...this.#known]);
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      this.#log.warn({ fault: error.fault }, error.message);
    }
    return token;
  }

  knows(token: string): boolean {
    return this.#known.has(hashOf(token));
  }

  /** A page of this screen is open, until it is told otherwise: a browser that dies again and again takes nothing from it. */
  opened(token: string): () => void {
    const hash = hashOf(token);
    this.#count(hash, 1);
    return () => this.#count(hash, -1);
  }

  /** Somebody is at this screen, at a page that follows the state or another one. */
  touched(token: string): void {
    this.#isUsed(hashOf(token));
  }

  /** A screen is none any more, whoever has kept its token. */
  async forget(token: string): Promise<void> {
    const hash = hashOf(token);
    // First: where it can't be written, the screen is one still and can be told so again.
    await this.#tables.removeDevice(hash);
    this.#known.delete(hash);
    this.#tellGone();
  }

  /** Told when a screen is none any more. Returns the undo. */
  onGone(listener: () => void): () => void {
    this.#goneListeners.add(listener);
    return () => this.#goneListeners.delete(listener);
  }

  /** A backup took the database's place: what is no screen any more does not become one again by it. */
  async storeAgain(): Promise<void> {
    for (const { hash } of await this.#tables.devices())
      if (!this.#known.has(hash)) await this.#tables.removeDevice(hash);
  }

  /** Where there are too many, those give way that nobody has open, the oldest first. */
  #know(hash: string): void {
    const idle = [...this.#known].filter((each) => !this.#open.has(each));
    const busy = [...this.#known].filter((each) => this.#open.has(each));
    const gone = [...idle, ...busy].slice(0, Math.max(0, this.#known.size + 1 - MOST));
    for (const each of gone) this.#known.delete(each);
    this.#known.add(hash);
    if (gone.length > 0) this.#tellGone();
  }

  #count(hash: string, by: 1 | -1): void {
    const open = (this.#open.get(hash) ?? 0) + by;
    if (open > 0) this.#open.set(hash, open);
    else this.#open.delete(hash);
    this.#isUsed(hash);
  }

  #isUsed(hash: string): void {
    if (this.#known.delete(hash)) this.#known.add(hash);
  }

  #tellGone(): void {
    for (const listener of this.#goneListeners) listener();
  }
}

function hashOf(token: string): string {
  return digest(token).toString("base64url");
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
