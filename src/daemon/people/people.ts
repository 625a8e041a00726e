import { randomBytes } from "node:crypto";
import { uuidv7 } from "uuidv7";
import type { PersonalExport, Taste } from "../../protocol/people.ts";
import type { Settings } from "../../protocol/settings.ts";
import type { Id } from "../../protocol/time.ts";
import { mostTastes, type PeopleTables } from "../../store/people/people-tables.ts";
import { StoreError } from "../../store/store.ts";
import type { Clock } from "../clock.ts";
import type { Log } from "../log.ts";
import { Accounts } from "./accounts.ts";
import type { ApplianceKey } from "./appliance-key.ts";
import { Company } from "./company.ts";
import { KioskScreens } from "./kiosk-screens.ts";
import { Newcomers } from "./newcomers.ts";
import { Presence } from "./presence.ts";
import { PresenceFile } from "./presence-file.ts";
import { Register } from "./register.ts";
import { type Cost, passphraseCost, pinCost } from "./secret-hash.ts";
import { SessionKeeper } from "./session-keeper.ts";
import { SignIn } from "./sign-in.ts";
import { Taps } from "./taps.ts";
import { TasteKeeper } from "./taste-keeper.ts";
import { Tickets } from "./tickets.ts";
import type { Unwilling } from "./unwilling.ts";

export interface PeopleOptions {
  tables: PeopleTables;
  key: ApplianceKey;
  /** How many faces are seen; null while the camera does not look. */
  faces: () => number | null;
  stays: () => Pick<Settings, "walkedAwaySeconds" | "roomEmptyMinutes">;
  /** Whether Mien stands in a home: elsewhere nobody is called by name, whoever asked for it, nor before it is known. */
  isHome: () => boolean;
  /** What hashing costs; tests pay less. */
  costs?: { pin: Cost; passphrase: Cost };
  /** Where it is noted who is in the room, for after a crash; nowhere unless told. */
  presenceFile?: string;
  clock: Clock;
  log: Log;
}

/** How often it is looked who has gone. */
const LOOK_EVERY_MS = 5_000;

/** Who is known here, who is signed in, and who is in the room. */
export class People {
  readonly register: Register;
  readonly sessions: SessionKeeper;
  readonly signIn: SignIn;
  readonly presence: Presence;
  /** Who is in the room, as the music knows it. */
  readonly company: Company;
  readonly tickets: Tickets;
  readonly accounts: Accounts;
  readonly newcomers: Newcomers;
  readonly taps: Taps;
  readonly screens: KioskScreens;
  readonly #tastes: TasteKeeper;
  readonly #presenceFile: PresenceFile | null;
  readonly #options: PeopleOptions;
  #timer: NodeJS.Timeout | undefined;

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
    const { presenceFile: path } = options;
    this.#presenceFile = path === undefined ? null : new PresenceFile({ ...options, path });
    this.#tastes = new TasteKeeper(options);
    this.company = new Company({
      register: this.register,
      presence: this.presence,
      tastes: this.#tastes,
      tellsNames: options.isHome,
    });
    this.screens = new KioskScreens({ ...options, now: clock.now });
    this.tickets = new Tickets({ monotonic: clock.monotonic, randomBytes });
    const { register, sessions, signIn, presence, company, tickets } = this;
    this.accounts = new Accounts({
      ...{ register, sessions, signIn, presence, company, tickets, key },
      now: clock.now,
    });
    this.newcomers = new Newcomers({ accounts: this.accounts, signIn, monotonic: clock.monotonic });
    this.taps = new Taps({ register, sessions, presence, tickets, key });
  }

  async start(): Promise<void> {
    await Promise.all([this.register.start(), this.sessions.start(), this.screens.start()]);
    this.company.start();
    const atScreen = this.#atScreen();
    this.#presenceFile?.start(
      this.presence,
      (id, inOrder) => this.register.get(id) !== null && (!inOrder || atScreen.has(id)),
    );
    // Whom the screen still shows has not left: a restart takes seconds.
    for (const id of this.sessions.membersAt("kiosk")) this.presence.come(id);
    this.#timer = setInterval(() => this.look(), LOOK_EVERY_MS).unref();
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    const atScreen = this.#atScreen();
    this.#presenceFile?.stop(this.presence.stays.filter(({ id }) => atScreen.has(id)));
    this.register.stop();
    await Promise.all([this.company.stop(), this.sessions.stop()]);
  }

  /** In whatever role: who came by PIN and then gave their passphrase is there all the same. */
  #atScreen(): ReadonlySet<Id> {
    return new Set(this.sessions.peopleAt("kiosk"));
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
      await this.screens.storeAgain();
    });
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
}
