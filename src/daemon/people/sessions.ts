import { createHash } from "node:crypto";
import type { Role, Seat } from "../../protocol/people.ts";
import type { EpochMs, Id } from "../../protocol/time.ts";
import type { StoredSession } from "../../store/people/people-tables.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** How long a session lasts in all, and how long without use. */
export interface Life {
  inAllMs: number;
  idleMs: number;
}

/** Many share the kiosk; a phone is one's own; an admin's session is worth the most to others. */
export const lives: Readonly<{ [Where in Seat | "asAdmin"]: Life }> = {
  kiosk: { inAllMs: 2 * HOUR_MS, idleMs: 2 * MINUTE_MS },
  phone: { inAllMs: 30 * DAY_MS, idleMs: 7 * DAY_MS },
  admin: { inAllMs: 12 * HOUR_MS, idleMs: 2 * HOUR_MS },
  asAdmin: { inAllMs: 12 * HOUR_MS, idleMs: 30 * MINUTE_MS },
};

/**
 * An owner's page at the kiosk lets an admin read for five minutes, and signs them out itself (src/ui/goes-back.ts): this
 * is for where the page could not.
 */
export const READING_IDLE_MS = 6 * MINUTE_MS;

/**
 * For so long a passphrase stands for its admin where they give somebody a way in: a page that was left open is anybody's,
 * and whoever teaches one card after the other is not asked at each.
 */
const PROVEN_FOR_MS = 5 * MINUTE_MS;

/** More than a person has browsers. Who was used longest ago ends. */
const MOST_OF_A_PERSON = 10;
/** A clock that was set back would make a session immortal: one from the future has ended. */
const CLOCK_SLACK_MS = 5 * MINUTE_MS;
const TOKEN_BYTES = 32;

export interface SessionsOptions {
  /** Those that were kept by the last daemon. */
  kept: readonly StoredSession[];
  now: () => EpochMs;
  randomBytes: (count: number) => Buffer;
}

/**
 * Who is signed in in which browser. A browser has a token of 256 random bits; here only its hash is known, so that
 * nobody who reads the database is signed in by it. Owns no storage: each call answers what has to be stored or removed.
 */
export class Sessions {
  readonly #sessions = new Map<string, StoredSession>();
  /** Of admins who have an owner's page before them at the kiosk, by their hashes. */
  readonly #reading = new Set<string>();
  readonly #options: SessionsOptions;

  constructor(options: SessionsOptions) {
    this.#options = options;
    for (const session of options.kept) this.#sessions.set(session.hash, session);
  }

  /** A new one with a new token, whatever the browser had before: that one is ended by `replacing`, its token. */
  begin(given: { personId: Id; seat: Seat; role: Exclude<Role, "guest">; replacing?: string | undefined }): {
    token: string;
    session: StoredSession;
    ended: readonly string[];
  } {
    const { personId, seat, role, replacing } = given;
    const token = this.#options.randomBytes(TOKEN_BYTES).toString("base64url");
    const now = this.#options.now();
    const session = { hash: hashOf(token), personId, seat, role, beganAt: now, usedAt: now };
    const ended = [...(replacing === undefined ? [] : this.end(replacing)), ...this.sweep()];
    this.#sessions.set(session.hash, session);
    const own = this.#where((other) => other.personId === personId);
    const surplus = own.toSorted((a, b) => b.usedAt - a.usedAt).filter((other) => other !== session);
    ended.push(...this.#remove(surplus.slice(MOST_OF_A_PERSON - 1)));
    return { token, session, ended };
  }

  /** The session that has this token, unless it has ended. */
  find(token: string): StoredSession | null {
    const session = this.#sessions.get(hashOf(token));
    return session && this.#lives(session) ? session : null;
  }

  /** A person did something with it: a touch, not a page that asks by itself. */
  use(token: string): StoredSession | null {
    const session = this.find(token);
    if (session === null) return null;
    const used = { ...session, usedAt: this.#options.now() };
    this.#sessions.set(used.hash, used);
    return used;
  }

  /** Whether they touched a page that takes time to read. It makes a session longer at the kiosk alone, and an admin's. */
  reads(token: string, isReading: boolean): void {
    const session = this.find(token);
    if (session === null) return;
    if (isReading && session.seat === "kiosk" && session.role === "admin") this.#reading.add(session.hash);
    else this.#reading.delete(session.hash);
  }

  /** Whether its admin gave their passphrase a moment ago: nothing else begins such a session, and each time begins another. */
  isProven(token: string): boolean {
    const session = this.find(token);
    return session?.role === "admin" && this.#options.now() - session.beganAt < PROVEN_FOR_MS;
  }

  end(token: string): readonly string[] {
    const session = this.#sessions.get(hashOf(token));
    return session ? this.#remove([session]) : [];
  }

  /** All of a person's, or those at one seat; those that are `kept` by their token stay. */
  endOf(personId: Id, options: { seat?: Seat; kept?: string } = {}): readonly string[] {
    const { seat, kept } = options;
    const keptHash = kept === undefined ? null : hashOf(kept);
    return this.#remove(
      this.#where(
        (other) =>
          other.personId === personId &&
          (seat === undefined || other.seat === seat) &&
          other.hash !== keptHash,
      ),
    );
  }

  /** Nobody is in front of the kiosk: those there end that were not used for so long. */
  walkedAway(unusedMs: number): readonly string[] {
    const since = this.#options.now() - unusedMs;
    return this.#remove(this.#where(({ seat, usedAt }) => seat === "kiosk" && usedAt <= since));
  }

  /** Takes away those that have ended by time. */
  sweep(): string[] {
    return this.#remove(this.#where((session) => !this.#lives(session)));
  }

  /** Whose session goes on at a seat. */
  peopleAt(seat: Seat): readonly Id[] {
    return this.#where((session) => session.seat === seat && this.#lives(session)).map(
      ({ personId }) => personId,
    );
  }

  /** Whose session as a member goes on at a seat, the longest first. */
  membersAt(seat: Seat): readonly Id[] {
    const there = this.#where(
      (session) => session.seat === seat && session.role === "member" && this.#lives(session),
    );
    return [...new Set(there.toSorted((a, b) => a.beganAt - b.beganAt).map(({ personId }) => personId))];
  }

  get all(): readonly StoredSession[] {
    return [...this.#sessions.values()];
  }

  #lives({ hash, seat, role, beganAt, usedAt }: StoredSession): boolean {
    const life = role === "admin" ? shorter(lives[seat], lives.asAdmin) : lives[seat];
    const { inAllMs, idleMs } = this.#reading.has(hash) ? { ...life, idleMs: READING_IDLE_MS } : life;
    const now = this.#options.now();
    if (Math.max(beganAt, usedAt) > now + CLOCK_SLACK_MS) return false;
    return now - beganAt < inAllMs && now - usedAt < idleMs;
  }

  #where(fits: (session: StoredSession) => boolean): StoredSession[] {
    return [...this.#sessions.values()].filter(fits);
  }

  #remove(sessions: readonly StoredSession[]): string[] {
    for (const { hash } of sessions) {
      this.#sessions.delete(hash);
      this.#reading.delete(hash);
    }
    return sessions.map(({ hash }) => hash);
  }
}

function shorter(one: Life, other: Life): Life {
  return { inAllMs: Math.min(one.inAllMs, other.inAllMs), idleMs: Math.min(one.idleMs, other.idleMs) };
}

/** Tokens have 256 random bits: there is nothing to guess, and so no need for a slow hash. */
function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}
