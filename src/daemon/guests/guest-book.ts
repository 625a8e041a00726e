import { createHash } from "node:crypto";
import type { Id, MonotonicMs } from "../../protocol/time.ts";

const HOUR_MS = 3_600_000;
/** An evening and the morning after. */
export const GUEST_LIVES_MS = 24 * HOUR_MS;
/** More than a house has in a day; whoever came first is a new guest when they come again. */
export const MOST_GUESTS = 5_000;
/** More than a network of guests has addresses. */
const MOST_ADDRESSES = 5_000;

interface Known {
  guest: Id;
  until: MonotonicMs;
}

/** For the next daemon. The key is made of the token, and the token can't be made of it. */
export interface KeptGuest {
  key: string;
  guest: Id;
  leftMs: number;
}

/**
 * Which browser is which guest, by a random token in its cookie, for a day and in memory alone. A guest's id is told to
 * nobody, and neither id nor token says anything of them.
 */
export class GuestBook {
  readonly #options: {
    monotonic: () => MonotonicMs;
    newId: () => Id;
    newToken: () => string;
    perAddress: () => number;
  };
  readonly #known = new Map<string, Known>();
  /** When guests came from an address, within the last hour: who throws the cookie away is counted all the same. */
  readonly #came = new Map<string, readonly MonotonicMs[]>();

  constructor(options: {
    monotonic: () => MonotonicMs;
    newId: () => Id;
    newToken: () => string;
    perAddress: () => number;
  }) {
    this.#options = options;
  }

  find(token: string): Id | null {
    const known = this.#known.get(keyOf(token));
    return known && this.#options.monotonic() < known.until ? known.guest : null;
  }

  /** A new guest; null where too many came from there within an hour. */
  arrive(address: string): { guest: Id; token: string } | null {
    const { monotonic, newId, newToken, perAddress } = this.#options;
    const now = monotonic();
    const lately = this.#lately(address, now);
    if (lately.length >= perAddress()) return null;
    this.#came.delete(address);
    this.#came.set(address, [...lately, now]);
    dropOldest(this.#came, MOST_ADDRESSES);
    const guest = newId();
    const token = newToken();
    this.#known.set(keyOf(token), { guest, until: now + GUEST_LIVES_MS });
    dropOldest(this.#known, MOST_GUESTS);
    return { guest, token };
  }

  /** Now and then: forgets who came too long ago. */
  look(): void {
    const now = this.#options.monotonic();
    for (const [key, { until }] of this.#known) if (now >= until) this.#known.delete(key);
    for (const address of this.#came.keys())
      if (this.#lately(address, now).length === 0) this.#came.delete(address);
  }

  get kept(): readonly KeptGuest[] {
    const now = this.#options.monotonic();
    return [...this.#known]
      .map(([key, { guest, until }]) => ({ key, guest, leftMs: until - now }))
      .filter(({ leftMs }) => leftMs > 0);
  }

  /** Whom the daemon before knew, so long ago. */
  comeBack(guests: readonly KeptGuest[], agoMs: number): void {
    const now = this.#options.monotonic();
    for (const { key, guest, leftMs } of guests)
      if (leftMs > agoMs)
        this.#known.set(key, { guest, until: now + Math.min(leftMs, GUEST_LIVES_MS) - agoMs });
    dropOldest(this.#known, MOST_GUESTS);
  }

  get size(): { guests: number; addresses: number } {
    return { guests: this.#known.size, addresses: this.#came.size };
  }

  #lately(address: string, now: MonotonicMs): readonly MonotonicMs[] {
    return (this.#came.get(address) ?? []).filter((at) => now - at < HOUR_MS);
  }
}

const keyOf = (token: string): string => createHash("sha256").update(token).digest("base64url");

function dropOldest(map: Map<string, unknown>, most: number): void {
  for (const key of map.keys()) {
    if (map.size <= most) return;
    map.delete(key);
  }
}
