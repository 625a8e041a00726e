import { randomBytes } from "node:crypto";
import type { Role, Seat } from "../../protocol/people.ts";
import type { EpochMs, Id } from "../../protocol/time.ts";
import type { PeopleTables, StoredSession } from "../../store/people/people-tables.ts";
import { StoreError } from "../../store/store.ts";
import type { Clock } from "../clock.ts";
import type { Log } from "../log.ts";
import { Sessions } from "./sessions.ts";

/** A use is written down this often at most, for the sake of SD cards: so much of it a restart may forget. */
const WRITTEN_EVERY_MS = 5 * 60_000;
const LOOK_EVERY_MS = 5_000;

export interface SessionKeeperOptions {
  tables: PeopleTables;
  /** What the camera tells of the room; null while it does not look. */
  faces: () => number | null;
  /** No face and no touch for so long: whoever was signed in at the kiosk has gone. */
  walkedAwayMs: () => number;
  clock: Clock;
  log: Log;
}

/** The sessions, kept in the database, and ended when nobody is in front of the kiosk any more. */
export class SessionKeeper {
  readonly #options: SessionKeeperOptions;
  readonly #writing = new Set<Promise<void>>();
  readonly #writtenAt = new Map<string, EpochMs>();
  /** Of sessions that have ended and are in the database still: after a restart they would go on. */
  readonly #toRemove = new Set<string>();
  #hasWarned = false;
  readonly #endListeners = new Set<(hashes: ReadonlySet<string>) => void>();
  #sessions: Sessions;
  #timer: NodeJS.Timeout | undefined;
  #emptySince: number | null = null;

  constructor(options: SessionKeeperOptions) {
    this.#options = options;
    this.#sessions = this.#sessionsOf([]);
  }

  async start(): Promise<void> {
    const kept = await this.#options.tables.sessions();
    this.#sessions = this.#sessionsOf(kept);
    for (const { hash, usedAt } of kept) this.#writtenAt.set(hash, usedAt);
    this.#timer = setInterval(() => this.look(), LOOK_EVERY_MS).unref();
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    // Or whoever was at it for longer than a session at the screen lasts unused would be signed out by the restart.
    for (const session of this.#sessions.all)
      if (session.usedAt > (this.#writtenAt.get(session.hash) ?? 0)) void this.#put(session);
    if (this.#toRemove.size > 0) void this.#removeStored();
    await Promise.all(this.#writing);
  }

  /** Answers the token once it is stored. Without room on the disk the session holds until the next start. */
  async begin(given: {
    personId: Id;
    seat: Seat;
    role: Exclude<Role, "guest">;
    replacing?: string | undefined;
  }): Promise<string> {
    const { token, session, ended } = this.#sessions.begin(given);
    await Promise.all([this.#put(session), this.#remove(ended)]);
    return token;
  }

  /** Told which have ended, by whatever. Returns the undo. */
  onEnd(listener: (hashes: ReadonlySet<string>) => void): () => void {
    this.#endListeners.add(listener);
    return () => this.#endListeners.delete(listener);
  }

  find(token: string): StoredSession | null {
    return this.#sessions.find(token);
  }

  /** Whether its admin gave their passphrase a moment ago. */
  isProven(token: string): boolean {
    return this.#sessions.isProven(token);
  }

  /** Whose session goes on at a seat. */
  peopleAt(seat: Seat): readonly Id[] {
    return this.#sessions.peopleAt(seat);
  }

  /** Whose session as a member goes on at a seat, the longest first. */
  membersAt(seat: Seat): readonly Id[] {
    return this.#sessions.membersAt(seat);
  }

  /** Somebody touched something with it. */
  use(token: string): StoredSession | null {
    const session = this.#sessions.use(token);
    if (session && session.usedAt - (this.#writtenAt.get(session.hash) ?? 0) >= WRITTEN_EVERY_MS)
      void this.#put(session);
    return session;
  }

  /** Whether they touched a page that takes time to read. A restart forgets it until the next touch. */
  reads(token: string, isReading: boolean): void {
    this.#sessions.reads(token, isReading);
  }

  end(token: string): Promise<void> {
    return this.#remove(this.#sessions.end(token));
  }

  endOf(personId: Id, options: { seat?: Seat; kept?: string } = {}): Promise<void> {
    return this.#remove(this.#sessions.endOf(personId, options));
  }

  /** A backup took the database's place: sessions that ended since are ended in it as well. */
  async storeAgain(): Promise<void> {
    const { tables } = this.#options;
    const all = this.#sessions.all;
    const known = new Set(all.map(({ hash }) => hash));
    const stored = (await tables.sessions()).map(({ hash }) => hash);
    await tables.removeSessions(stored.filter((hash) => !known.has(hash)));
    for (const session of all) await tables.putSession(session);
  }

  /** Every few seconds: who has gone, and what has ended by time. */
  look(): void {
    const { clock, faces } = this.#options;
    const now = clock.monotonic();
    const walkedAwayMs = this.#options.walkedAwayMs();
    this.#emptySince = faces() === 0 ? (this.#emptySince ?? now) : null;
    const hasGone = this.#emptySince !== null && now - this.#emptySince >= walkedAwayMs;
    const ended = this.#sessions.sweep();
    if (hasGone) ended.push(...this.#sessions.walkedAway(walkedAwayMs));
    void this.#remove(ended);
    // What the disk did not take, until it does.
    if (this.#toRemove.size > 0 && this.#writing.size === 0) void this.#removeStored();
  }

  #sessionsOf(kept: readonly StoredSession[]): Sessions {
    return new Sessions({ kept, now: this.#options.clock.now, randomBytes });
  }

  #put(session: StoredSession): Promise<void> {
    this.#writtenAt.set(session.hash, session.usedAt);
    return this.#write(() => this.#options.tables.putSession(session));
  }

  #remove(hashes: readonly string[]): Promise<void> {
    if (hashes.length === 0) return Promise.resolve();
    for (const hash of hashes) {
      this.#writtenAt.delete(hash);
      this.#toRemove.add(hash);
    }
    const ended = new Set(hashes);
    for (const listener of this.#endListeners) listener(ended);
    return this.#removeStored();
  }

  #removeStored(): Promise<void> {
    const hashes = [...this.#toRemove];
    return this.#write(async () => {
      await this.#options.tables.removeSessions(hashes);
      for (const hash of hashes) this.#toRemove.delete(hash);
    });
  }

  /** In memory a session has begun or ended already, whatever the disk says. */
  #write(work: () => Promise<void>): Promise<void> {
    const done = work()
      .then(
        () => {
          this.#hasWarned = false;
        },
        (error: unknown) => {
          if (!(error instanceof StoreError)) throw error;
          if (!this.#hasWarned) this.#options.log.warn({ fault: error.fault }, error.message);
          this.#hasWarned = true;
        },
      )
      .finally(() => this.#writing.delete(done));
    this.#writing.add(done);
    return done;
  }
}
