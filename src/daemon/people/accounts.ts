import { uuidv7 } from "uuidv7";
import type { PersonalWishes, Role } from "../../protocol/people.ts";
import type { EpochMs, Id } from "../../protocol/time.ts";
import type { StoredPerson } from "../../store/people/people-tables.ts";
import type { ApplianceKey } from "./appliance-key.ts";
import { sealedCard } from "./card-number.ts";
import type { Company } from "./company.ts";
import { personName } from "./person-name.ts";
import type { Presence } from "./presence.ts";
import type { Register } from "./register.ts";
import type { SessionKeeper } from "./session-keeper.ts";
import type { SignIn, Whence } from "./sign-in.ts";
import type { Tickets } from "./tickets.ts";
import type { Unwilling } from "./unwilling.ts";

export interface AccountsOptions {
  register: Register;
  signIn: SignIn;
  sessions: SessionKeeper;
  presence: Presence;
  company: Company;
  tickets: Tickets;
  key: ApplianceKey;
  now: () => EpochMs;
}

export interface NewPerson {
  name: string;
  role: Exclude<Role, "guest">;
  pin: string | null;
  passphrase: string | null;
  onTile: boolean;
}

export interface AccountChange {
  name?: string;
  role?: Exclude<Role, "guest">;
  onTile?: boolean;
  named?: boolean;
  wishes?: PersonalWishes;
  pin?: string;
  passphrase?: string;
}

/** People are made, changed and removed here, and what follows from it is done with it: whom it signs out, say. */
export class Accounts {
  readonly #options: AccountsOptions;

  constructor(options: AccountsOptions) {
    this.#options = options;
  }

  /** A newcomer's name as it would be kept, or why they can't be called that. */
  named(given: string): { name: string } | Unwilling {
    const { register } = this.#options;
    const named = personName(given);
    if ("fault" in named) return invalid(named.fault);
    if (register.isFull) return noRoom;
    return register.called(named.name) === null ? named : taken;
  }

  async add(given: NewPerson, whence: Whence): Promise<{ person: StoredPerson } | Unwilling> {
    const made = await this.make(given, whence);
    return "fault" in made ? made : this.keep(made.person);
  }

  /** Somebody new as they would be kept, or why they can't be. Nothing is kept yet. */
  async make(given: NewPerson, whence: Whence): Promise<{ person: StoredPerson } | Unwilling> {
    const { now } = this.#options;
    const named = this.named(given.name);
    if ("fault" in named) return named;
    const { pin, passphrase } = given;
    if (pin === null && passphrase === null) return invalid("Give a PIN of 4 to 8 digits.");
    if (given.role === "admin" && passphrase === null) return invalid("An admin needs a passphrase.");
    const hashes = await this.#hashes({ pin, passphrase }, whence);
    if (hashes === null) return tooBusy;
    const person: StoredPerson = {
      ...{ id: uuidv7(), name: named.name, role: given.role, onTile: given.onTile, named: false },
      ...{ pinHash: hashes.pin ?? null, passphraseHash: hashes.passphrase ?? null },
      wishes: { languages: [], artists: [], policy: null },
      madeAt: now(),
    };
    return { person };
  }

  /** Whom `make` made. Somebody else may have taken the name or the last place since. */
  async keep(person: StoredPerson): Promise<{ person: StoredPerson } | Unwilling> {
    const outcome = await this.#options.register.add(person);
    if (outcome === "full") return noRoom;
    return outcome === "taken" ? taken : { person };
  }

  /** A new PIN or passphrase ends the person's other sessions; another role ends all of them. */
  async change(
    id: Id,
    change: AccountChange,
    whence: Whence,
    keptToken?: string,
  ): Promise<{ person: StoredPerson } | Unwilling> {
    const { register, company, sessions } = this.#options;
    const { name, pin, passphrase, ...rest } = change;
    const before = register.get(id);
    if (before === null) return unknown;
    const named = name === undefined ? null : personName(name);
    if (named && "fault" in named) return invalid(named.fault);
    if (rest.role === "admin" && passphrase === undefined && before.passphraseHash === null)
      return invalid("An admin needs a passphrase: give one with the role.");
    const hashes = await this.#hashes({ pin, passphrase }, whence);
    if (hashes === null) return tooBusy;
    const outcome = await register.change(id, {
      ...rest,
      ...(named && { name: named.name }),
      ...(hashes.pin !== undefined && { pinHash: hashes.pin }),
      ...(hashes.passphrase !== undefined && { passphraseHash: hashes.passphrase }),
    });
    const person = register.get(id);
    if (outcome !== "changed" || person === null)
      return outcome === "taken" ? taken : outcome === "last-admin" ? lastAdmin : unknown;
    company.changed(id);
    if (person.role !== before.role) await sessions.endOf(id);
    else if (pin !== undefined || passphrase !== undefined)
      await sessions.endOf(id, keptToken === undefined ? {} : { kept: keptToken });
    return { person };
  }

  /** With everything that is theirs. */
  async remove(id: Id): Promise<Unwilling | null> {
    const { register, presence, tickets, sessions } = this.#options;
    const outcome = await register.remove(id);
    if (outcome !== "removed") return outcome === "last-admin" ? lastAdmin : unknown;
    presence.forget(id);
    tickets.revoke(id);
    await sessions.endOf(id);
    return null;
  }

  /** A card that is not somebody's yet becomes theirs. */
  async addCard(personId: Id, number: string): Promise<{ id: Id } | Unwilling> {
    const { register, key, now } = this.#options;
    const hash = sealedCard(number, key);
    if (hash === null) return invalid("That is no card's number.");
    const card = { id: uuidv7(), hash, personId, addedAt: now() };
    const outcome = await register.addCard(card);
    if (outcome === "taken") return cardTaken;
    if (outcome === "full") return cardsFull;
    return outcome === "added" ? { id: card.id } : unknown;
  }

  /** Null where too many wait for a hash of theirs. */
  async #hashes(
    secrets: { pin: string | null | undefined; passphrase: string | null | undefined },
    whence: Whence,
  ): Promise<{ pin?: string; passphrase?: string } | null> {
    const { signIn } = this.#options;
    const hashes: { pin?: string; passphrase?: string } = {};
    if (secrets.pin != null) {
      const hash = await signIn.hash({ pin: secrets.pin }, whence);
      if (hash === null) return null;
      hashes.pin = hash;
    }
    if (secrets.passphrase != null) {
      const hash = await signIn.hash({ passphrase: secrets.passphrase }, whence);
      if (hash === null) return null;
      hashes.passphrase = hash;
    }
    return hashes;
  }
}

const taken: Unwilling = { fault: "taken", sentence: "Somebody here goes by that name: take another one." };
const unknown: Unwilling = { fault: "unknown", sentence: "There is nobody like that here." };
const tooBusy: Unwilling = { fault: "busy", sentence: "Many want in at once: try again in a moment." };
const lastAdmin: Unwilling = {
  fault: "last-admin",
  sentence: "Nobody could look after Mien any more: make somebody else an admin first.",
};
/** Nobody registers more of them: names nobody asked for would fill the tiles. */
const noRoom: Unwilling = {
  fault: "full",
  sentence: "There is no room for more people: an admin can remove some.",
};
const cardTaken: Unwilling = { fault: "taken", sentence: "This card is somebody's already." };
const cardsFull: Unwilling = { fault: "full", sentence: "That is enough cards for one person." };

function invalid(sentence: string): Unwilling {
  return { fault: "invalid", sentence };
}
