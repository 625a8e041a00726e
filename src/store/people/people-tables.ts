import type {
  HeardSong,
  PersonalExport,
  PersonalSongs,
  PersonalWishes,
  Role,
  Seat,
  Taste,
} from "../../protocol/people.ts";
import type { EpochMs, Id } from "../../protocol/time.ts";

/** Somebody who is known here. Hashes are in the form that daemon/people/secret-hash.ts writes. */
export interface StoredPerson {
  id: Id;
  name: string;
  role: Exclude<Role, "guest">;
  pinHash: string | null;
  passphraseHash: string | null;
  /** Whether the kiosk at home may show a tile with the name. */
  onTile: boolean;
  /** Whether every page may say that a song is for them, and why. */
  named: boolean;
  wishes: PersonalWishes;
  madeAt: EpochMs;
}

export type PersonChange = Partial<Omit<StoredPerson, "id" | "madeAt">>;

/** A card is known by a keyed hash of its number alone. */
export interface StoredCard {
  id: Id;
  hash: string;
  personId: Id;
  addedAt: EpochMs;
}

/** A browser's session is known by the hash of its token alone. */
export interface StoredSession {
  hash: string;
  personId: Id;
  seat: Seat;
  role: Exclude<Role, "guest">;
  beganAt: EpochMs;
  usedAt: EpochMs;
}

/** So many songs of each kind somebody may name; the picker asks about all of them with each song. */
export const mostTastes = 1_000;

/** One of the appliance's own screens, known by the hash of its token alone. */
export interface StoredDevice {
  hash: string;
  madeAt: EpochMs;
}

/** People are few: the daemon reads them once and keeps them in memory. */
export interface PeopleTables {
  all(): Promise<readonly StoredPerson[]>;
  /** `taken`: there is somebody whose name differs in nothing but case, accents or spaces. */
  add(person: StoredPerson): Promise<"added" | "taken">;
  /** `last-admin`: nobody could manage the appliance any more. */
  change(id: Id, change: PersonChange): Promise<"changed" | "unknown" | "taken" | "last-admin">;
  /** With everything that is theirs. What was played stays, without a word of them. `erase` has to follow. */
  remove(id: Id): Promise<"removed" | "unknown" | "last-admin">;
  /**
   * Overwrites what deleted or renamed people left behind in the database's pages and in its log. False where a reader
   * held the log: then it has to be asked again.
   */
  erase(): Promise<boolean>;
  /** Everything about one person; null where there is nobody. */
  export(id: Id): Promise<PersonalExport | null>;

  tastes(id: Id): Promise<Readonly<Record<Taste, readonly Id[]>>>;
  /** With their titles. */
  songs(id: Id): Promise<PersonalSongs>;
  /** `full`: they have named `mostTastes` of that kind. */
  setTaste(id: Id, track: Id, taste: Taste | null): Promise<"kept" | "full" | "unknown">;
  /** These people were there when it began. */
  heard(pickId: Id, people: readonly Id[]): Promise<void>;
  /** What somebody was here for, newest first, and only what was before that play. */
  history(id: Id, options: { before: Id | null; limit: number }): Promise<readonly HeardSong[]>;
  /** What was played stays, without a word of them: what they asked for and skipped, a guest did. */
  forgetHistory(id: Id): Promise<void>;

  cards(): Promise<readonly StoredCard[]>;
  /** `taken`: it is somebody's already. */
  addCard(card: StoredCard): Promise<"added" | "taken" | "unknown">;
  removeCard(id: Id): Promise<void>;

  sessions(): Promise<readonly StoredSession[]>;
  /** Anew, or with another `usedAt`. */
  putSession(session: StoredSession): Promise<void>;
  removeSessions(hashes: readonly string[]): Promise<void>;

  devices(): Promise<readonly StoredDevice[]>;
  /** Whichever of those that are kept is not in `known` is kept no longer. */
  addDevice(device: StoredDevice, known: readonly string[]): Promise<void>;
  removeDevice(hash: string): Promise<void>;
}
