import { createHash, randomInt, timingSafeEqual } from "node:crypto";
import type { Settings } from "../../protocol/settings.ts";
import type { StoredPerson } from "../../store/people/people-tables.ts";
import type { Log } from "../log.ts";
import type { SettingsKeeper } from "../settings-keeper.ts";
import type { People } from "./people.ts";
import type { Whence } from "./sign-in.ts";
import type { Unwilling } from "./unwilling.ts";

/** Without 0, 1, I, L, O and U: it is read from a screen or a journal, and typed. */
const letters = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
const LETTERS = 12;

export interface SetupGiven {
  admin: { name: string; passphrase: string; pin: string | null };
  stands: NonNullable<Settings["stands"]>;
  place: string;
  timeZone: string | null;
  languages: Settings["screenLanguages"];
}

export interface SetupOptions {
  people: People;
  settings: SettingsKeeper;
  /** The first admin is there: what waited for that may begin. */
  onFinished: () => void;
  log: Log;
}

/** The first start: makes the first admin, and asks where Mien stands. There is none once there is an admin. */
export class Setup {
  readonly #options: SetupOptions;
  #code: string | null = null;
  #isRunning = false;

  constructor(options: SetupOptions) {
    this.#options = options;
  }

  /** After the people are loaded. */
  start(): void {
    if (!this.isNeeded) return;
    this.#code = Array.from({ length: LETTERS }, () => letters[randomInt(letters.length)]).join("");
    this.#options.log.info(
      { setupCode: this.code },
      "not set up yet; from another machine this takes the code",
    );
  }

  get isNeeded(): boolean {
    return !this.#options.people.register.hasAdmin;
  }

  /** For who reads the journal or stands before the screen; null when all is set up. */
  get code(): string | null {
    return this.isNeeded && this.#code !== null ? (this.#code.match(/.{4}/g)?.join("-") ?? null) : null;
  }

  isCode(given: string): boolean {
    const typed = given.toUpperCase().replace(/[\s-]/g, "");
    return this.isNeeded && this.#code !== null && timingSafeEqual(digest(typed), digest(this.#code));
  }

  /**
   * All of it is looked at before any of it is kept. The admin comes last: whatever ends it before that, a power cut or a
   * full disk, leaves it to be done once more, and no admin without an answer to where Mien stands.
   */
  async complete(given: SetupGiven, whence: Whence): Promise<{ person: StoredPerson } | Unwilling | null> {
    if (!this.isNeeded || this.#isRunning) return null;
    this.#isRunning = true;
    try {
      return await this.#complete(given, whence);
    } finally {
      this.#isRunning = false;
    }
  }

  async #complete(given: SetupGiven, whence: Whence): Promise<{ person: StoredPerson } | Unwilling> {
    const { people, settings } = this.#options;
    const { admin, place, stands, timeZone, languages } = given;
    if (timeZone !== null && !isTimeZone(timeZone))
      return { fault: "invalid", sentence: `There is no time zone ${timeZone}: it is like Europe/Berlin.` };
    const made = await people.accounts.make({ ...admin, role: "admin", onTile: false }, whence);
    if ("fault" in made) return made;
    const change = await settings.change({
      ...(place.trim() !== "" && { placeName: place.trim() }),
      ...{ stands, timeZone, screenLanguages: languages },
    });
    if (!change.ok) throw new Error(`The setup's own schema let a wrong setting through: ${change.reason}`);
    const added = await people.accounts.keep(made.person);
    if ("fault" in added) return added;
    this.#code = null;
    this.#options.onFinished();
    return added;
  }
}

export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false; // That is how Intl tells.
  }
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
