import { createHash, randomBytes as random, timingSafeEqual } from "node:crypto";
import type { EpochMs } from "../../protocol/time.ts";
import type { PeopleTables } from "../../store/people/people-tables.ts";

const BYTES = 32;

/**
 * Which browsers are the appliance's own screens. A page's word for it is worth nothing, and neither is loopback, where
 * every program and every user of the machine is. So whoever starts the screen's browser hands its page a code that
 * lies in a file of Mien's user, and the page turns it into a token: once, then there is another code.
 */
export class KioskScreens {
  readonly #tables: PeopleTables;
  readonly #now: () => EpochMs;
  readonly #known = new Set<string>();
  readonly #listeners = new Set<(code: string) => void>();
  #code = random(BYTES).toString("base64url");

  constructor(options: { tables: PeopleTables; now: () => EpochMs }) {
    this.#tables = options.tables;
    this.#now = options.now;
  }

  async start(): Promise<void> {
    for (const { hash } of await this.#tables.devices()) this.#known.add(hash);
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

  /** Answers the token for the page's cookie; null where the code is not the one that lies there now. */
  async redeem(code: string): Promise<string | null> {
    if (!timingSafeEqual(digest(code), digest(this.#code))) return null;
    // Before anything is waited for, so that it is good for one.
    this.#code = random(BYTES).toString("base64url");
    for (const listener of this.#listeners) listener(this.#code);
    const token = random(BYTES).toString("base64url");
    const hash = digest(token).toString("base64url");
    this.#known.add(hash);
    await this.#tables.addDevice({ hash, madeAt: this.#now() });
    return token;
  }

  knows(token: string): boolean {
    return this.#known.has(digest(token).toString("base64url"));
  }
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
