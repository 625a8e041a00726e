import { randomBytes } from "node:crypto";
import { uuidv7 } from "uuidv7";
import type { PersonalExport, PersonalWishes, Role, Taste } from "../../protocol/people.ts";
import type { Settings } from "../../protocol/settings.ts";
import type { Id } from "../../protocol/time.ts";
import { mostTastes, type PeopleTables, type StoredPerson } from "../../store/people/people-tables.ts";
import { StoreError } from "../../store/store.ts";
import type { Clock } from "../clock.ts";
import type { Log } from "../log.ts";
import type { ApplianceKey } from "./appliance-key.ts";
import { cardNumber } from "./card-number.ts";
import { Company } from "./company.ts";
import { KioskScreens } from "./kiosk-screens.ts";
import { personName } from "./person-name.ts";
import { Presence } from "./presence.ts";
import { Register } from "./register.ts";
import { type Cost, passphraseCost, pinCost } from "./secret-hash.ts";
import { SessionKeeper } from "./session-keeper.ts";
import { type Proof, SignIn, type Whence } from "./sign-in.ts";
import { TasteKeeper } from "./taste-keeper.ts";
import { Tickets } from "./tickets.ts";

export interface PeopleOptions {
  tables: PeopleTables;
  key: ApplianceKey;
  /** How many faces are seen; null while the camera does not look. */
  faces: () => number | null;
  stays: () => Pick<Settings, "walkedAwaySeconds" | "roomEmptyMinutes">;
  /** What hashing costs; tests pay less. */
  costs?: { pin: Cost; passphrase: Cost };
  clock: Clock;
  log: Log;
}

export interface NewPerson {
  name: string;
  role: Exclude<Role, "guest">;
  pin: string | null;
  passphrase: string | null;
  onTile: boolean;
}

/** Why not, for whoever asked; `sentence` is for a screen. */
export interface Unwilling {
  fault: "invalid" | "taken" | "full" | "busy" | "unknown" | "last-admin";
  sentence: string;
}

/** What came of a card that was held to a reader. */
export type Tap =
  | { kind: "in"; person: StoredPerson; ticket: string }
  | { kind: "out"; person: StoredPerson }
  | { kind: "unknown" };

/** How often it is looked who has gone. */
const LOOK_EVERY_MS = 5_000;

/** Nobody registers more of them: names nobody asked for would fill the tiles. */
const noRoom = "There is no room for more people: an admin can remove some.";

/** Who is known here, who is signed in, and who is in the room. */
export class People {
  readonly register: Register;
  readonly sessions: SessionKeeper;
  readonly signIn: SignIn;
  readonly presence: Presence;
  /** Who is in the room, as the music knows it. */
  readonly company: Company;
  readonly tickets: Tickets;
  readonly screens: KioskScreens;
  readonly #tastes: TasteKeeper;
  readonly #options: PeopleOptions;
  #timer: NodeJS.Timeout | undefined;
  readonly #tapListeners = new Set<(tap: Tap) => void>();

  constructor(options: PeopleOptions) {
    const { clock, key } = options;
    const costs = options.costs ?? { pin: pinCost, passphrase: passphraseCost };
    this.#options = options;
    this.register = new Register(options);
    this.sessions = new SessionKeeper({
      ...options,
      walkedAwayMs: () => options.stays().walkedAwaySeconds * 1_000,
    });
    this.signIn = new SignIn({ register: this.register, key, costs, monotonic: clock.monotonic });
    this.presence = new Presence({
      ...{ monotonic: clock.monotonic, newId: uuidv7 },
      emptyAfterMs: () => options.stays().roomEmptyMinutes * 60_000,
    });
    this.#tastes = new TasteKeeper(options);
    this.company = new Company({
      register: this.register,
      presence: this.presence,
      tastes: this.#tastes,
    });
    this.screens = new KioskScreens({ tables: options.tables, now: clock.now });
    this.tickets = new Tickets({ monotonic: clock.monotonic, randomBytes });
  }

  async start(): Promise<void> {
    await Promise.all([this.register.start(), this.sessions.start(), this.screens.start()]);
    this.company.start();
    this.#timer = setInterval(() => this.look(), LOOK_EVERY_MS).unref();
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    this.register.stop();
    await Promise.all([this.company.stop(), this.sessions.stop()]);
  }

  /** Who walked away, or forgot to tap out; and what could not be read of who is here. */
  look(): void {
    this.presence.look(this.#options.faces());
    this.company.look();
  }

  /** A backup took the database's place, and what is in memory is newer: nobody who was deleted comes back with it. */
  async storeAgain(): Promise<void> {
    await this.#orWarn(async () => {
      await this.register.storeAgain();
      await this.sessions.storeAgain();
    });
  }

  async add(given: NewPerson, whence: Whence): Promise<{ person: StoredPerson } | Unwilling> {
    const named = personName(given.name);
    if ("fault" in named) return { fault: "invalid", sentence: named.fault };
    const { pin, passphrase } = given;
    if (pin === null && passphrase === null) return invalid("Give a PIN of 4 to 8 digits.");
    if (given.role === "admin" && passphrase === null) return invalid("An admin needs a passphrase.");
    if (this.register.called(named.name) !== null) return taken;
    const hashes = await this.#hashes({ pin, passphrase }, whence);
    if (hashes === null) return tooBusy;
    const person: StoredPerson = {
      ...{ id: uuidv7(), name: named.name, role: given.role, onTile: given.onTile, named: false },
      ...{ pinHash: hashes.pin ?? null, passphraseHash: hashes.passphrase ?? null },
      wishes: { languages: [], artists: [], policy: null },
      madeAt: this.#options.clock.now(),
    };
    const outcome = await this.register.add(person);
    if (outcome === "full") return { fault: "full", sentence: noRoom };
    return outcome === "taken" ? taken : { person };
  }

  /** A new PIN or passphrase ends the person's other sessions; no longer being an admin ends all of them. */
  async change(
    id: Id,
    change: {
      name?: string;
      role?: Exclude<Role, "guest">;
      onTile?: boolean;
      named?: boolean;
      wishes?: PersonalWishes;
      pin?: string;
      passphrase?: string;
    },
    whence: Whence,
    keptToken?: string,
  ): Promise<{ person: StoredPerson } | Unwilling> {
    const { name, pin, passphrase, ...rest } = change;
    const before = this.register.get(id);
    if (before === null) return unknown;
    const named = name === undefined ? null : personName(name);
    if (named && "fault" in named) return { fault: "invalid", sentence: named.fault };
    if (rest.role === "admin" && passphrase === undefined && before.passphraseHash === null)
      return invalid("An admin needs a passphrase: give one with the role.");
    const hashes = await this.#hashes({ pin, passphrase }, whence);
    if (hashes === null) return tooBusy;
    const outcome = await this.register.change(id, {
      ...rest,
      ...(named && { name: named.name }),
      ...(hashes.pin !== undefined && { pinHash: hashes.pin }),
      ...(hashes.passphrase !== undefined && { passphraseHash: hashes.passphrase }),
    });
    const person = this.register.get(id);
    if (outcome !== "changed" || person === null)
      return outcome === "taken" ? taken : outcome === "last-admin" ? lastAdmin : unknown;
    this.company.changed(id);
    if (person.role !== before.role) await this.sessions.endOf(id);
    else if (pin !== undefined || passphrase !== undefined)
      await this.sessions.endOf(id, keptToken === undefined ? {} : { kept: keptToken });
    return { person };
  }

  /** With everything that is theirs. */
  async remove(id: Id): Promise<Unwilling | null> {
    const outcome = await this.register.remove(id);
    if (outcome !== "removed") return outcome === "last-admin" ? lastAdmin : unknown;
    this.presence.forget(id);
    this.tickets.revoke(id);
    await this.sessions.endOf(id);
    return null;
  }

  /** A card that is not somebody's yet becomes theirs. */
  async addCard(personId: Id, number: string): Promise<{ id: Id } | Unwilling> {
    const hash = this.#cardHash(number);
    if (hash === null) return invalid("That is no card's number.");
    const card = { id: uuidv7(), hash, personId, addedAt: this.#options.clock.now() };
    const outcome = await this.register.addCard(card);
    if (outcome === "taken") return { fault: "taken", sentence: "This card is somebody's already." };
    if (outcome === "full") return { fault: "full", sentence: "That is enough cards for one person." };
    return outcome === "added" ? { id: card.id } : unknown;
  }

  /**
   * A card was held to a reader: in, and with the same card out again, whoever came by PIN before. A card can be
   * copied, so its ticket makes a member, never an admin.
   */
  async tap(number: string): Promise<Tap> {
    const tap = await this.#tapped(number);
    for (const listener of this.#tapListeners) listener(tap);
    return tap;
  }

  /** Told of every card, known or not. Returns the undo. */
  onTap(listener: (tap: Tap) => void): () => void {
    this.#tapListeners.add(listener);
    return () => this.#tapListeners.delete(listener);
  }

  async #tapped(number: string): Promise<Tap> {
    const person = this.register.whose(this.#cardHash(number) ?? "");
    if (person === null) return { kind: "unknown" };
    if (this.presence.cameByCard(person.id)) {
      this.presence.leave(person.id);
      this.tickets.revoke(person.id);
      await this.sessions.endOf(person.id, { seat: "kiosk" });
      return { kind: "out", person };
    }
    this.presence.come(person.id, "card");
    return { kind: "in", person, ticket: this.tickets.issue(person.id) };
  }

  /** A song has begun: it goes into the history of everybody who is there. */
  async heard(pickId: Id): Promise<void> {
    const { present } = this.presence;
    if (present.length === 0) return;
    await this.#orWarn(() => this.#options.tables.heard(pickId, present));
  }

  /** A song that somebody likes, or never wants to hear; null takes it off their list. */
  async setTaste(id: Id, track: Id, taste: Taste | null): Promise<Unwilling | null> {
    const outcome = await this.#tastes.set(id, track, taste);
    if (outcome === "unknown")
      return { fault: "unknown", sentence: "This song is not in the library any more." };
    if (outcome === "full")
      return { fault: "full", sentence: `${mostTastes} songs are enough: take others off the list first.` };
    this.company.changed(id);
    return null;
  }

  export(id: Id): Promise<PersonalExport | null> {
    return this.#options.tables.export(id);
  }

  /** What nobody waits for: a full disk is told elsewhere too. */
  async #orWarn(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      this.#options.log.warn({ fault: error.fault }, error.message);
    }
  }

  async #hashes(
    secrets: { pin?: string | null | undefined; passphrase?: string | null | undefined },
    whence: Whence,
  ): Promise<{ pin?: string; passphrase?: string } | null> {
    const hashes: { pin?: string; passphrase?: string } = {};
    for (const kind of ["pin", "passphrase"] as const) {
      const secret = secrets[kind];
      if (secret === undefined || secret === null) continue;
      const proof = (kind === "pin" ? { pin: secret } : { passphrase: secret }) as Proof;
      const hash = await this.signIn.hash(proof, whence);
      if (hash === null) return null;
      hashes[kind] = hash;
    }
    return hashes;
  }

  #cardHash(given: string): string | null {
    const number = cardNumber(given);
    return number === null ? null : this.#options.key.sealed("card", number);
  }
}

const taken: Unwilling = { fault: "taken", sentence: "Somebody here goes by that name: take another one." };
const unknown: Unwilling = { fault: "unknown", sentence: "There is nobody like that here." };
const tooBusy: Unwilling = { fault: "busy", sentence: "Many want in at once: try again in a moment." };
const lastAdmin: Unwilling = {
  fault: "last-admin",
  sentence: "Nobody could look after Mien any more: make somebody else an admin first.",
};

function invalid(sentence: string): Unwilling {
  return { fault: "invalid", sentence };
}
