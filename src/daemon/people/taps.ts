import type { StoredPerson } from "../../store/people/people-tables.ts";
import type { ApplianceKey } from "./appliance-key.ts";
import { sealedCard } from "./card-number.ts";
import type { Presence } from "./presence.ts";
import type { Register } from "./register.ts";
import type { SessionKeeper } from "./session-keeper.ts";
import type { Tickets } from "./tickets.ts";

/** What came of a card that was held to a reader. */
export type Tap =
  | { kind: "in"; person: StoredPerson; ticket: string }
  | { kind: "out"; person: StoredPerson }
  | { kind: "unknown" };

export interface TapsOptions {
  register: Register;
  presence: Presence;
  sessions: SessionKeeper;
  tickets: Tickets;
  key: ApplianceKey;
}

/** Who comes and goes by card. */
export class Taps {
  readonly #options: TapsOptions;
  readonly #listeners = new Set<(tap: Tap) => void>();

  constructor(options: TapsOptions) {
    this.#options = options;
  }

  /**
   * A card was held to a reader: in, and with the same card out again, whoever came by PIN before. A card can be
   * copied, so its ticket makes a member, never an admin.
   */
  async take(number: string): Promise<Tap> {
    const tap = await this.#tapped(number);
    for (const listener of this.#listeners) listener(tap);
    return tap;
  }

  /** Told of every card, known or not. Returns the undo. */
  on(listener: (tap: Tap) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async #tapped(number: string): Promise<Tap> {
    const { register, presence, sessions, tickets, key } = this.#options;
    const person = register.whose(sealedCard(number, key) ?? "");
    if (person === null) return { kind: "unknown" };
    if (presence.cameByCard(person.id)) {
      presence.leave(person.id);
      tickets.revoke(person.id);
      await sessions.endOf(person.id, { seat: "kiosk" });
      return { kind: "out", person };
    }
    presence.come(person.id, "card");
    return { kind: "in", person, ticket: tickets.issue(person.id) };
  }
}
