import type { Id, MonotonicMs } from "../../protocol/time.ts";

/** From the tap to the page's answer on the same machine. */
const LIFE_MS = 10_000;
/** More than there are readers. The oldest gives way. */
const MOST = 8;
const BYTES = 32;

/** A card held to the kiosk's reader gives the kiosk's page a ticket, which it turns into a session: once, and at once. */
export class Tickets {
  readonly #tickets = new Map<string, { personId: Id; until: MonotonicMs }>();
  readonly #monotonic: () => MonotonicMs;
  readonly #randomBytes: (count: number) => Buffer;

  constructor(options: { monotonic: () => MonotonicMs; randomBytes: (count: number) => Buffer }) {
    this.#monotonic = options.monotonic;
    this.#randomBytes = options.randomBytes;
  }

  issue(personId: Id): string {
    const ticket = this.#randomBytes(BYTES).toString("base64url");
    this.#tickets.set(ticket, { personId, until: this.#monotonic() + LIFE_MS });
    for (const oldest of this.#tickets.keys()) {
      if (this.#tickets.size <= MOST) break;
      this.#tickets.delete(oldest);
    }
    return ticket;
  }

  /** Whose it is; null where it is none, was used, or is too old. */
  redeem(ticket: string): Id | null {
    const found = this.#tickets.get(ticket);
    this.#tickets.delete(ticket);
    return found && this.#monotonic() < found.until ? found.personId : null;
  }

  /** Who was tapped out, or is no more, has none. */
  revoke(personId: Id): void {
    for (const [ticket, found] of this.#tickets)
      if (found.personId === personId) this.#tickets.delete(ticket);
  }
}
