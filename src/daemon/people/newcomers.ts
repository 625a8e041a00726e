import type { MonotonicMs } from "../../protocol/time.ts";
import { personKey } from "../../store/people/person-key.ts";
import type { Accounts } from "./accounts.ts";
import type { Refused, SignIn, Whence } from "./sign-in.ts";
import type { Unwilling } from "./unwilling.ts";

/** Whoever has not thought of a PIN by then has gone. */
const HOLDS_MS = 10 * 60_000;
/** More than register at once at all screens of a house. Who asked first gives way. */
const MOST = 50;

export interface NewcomersOptions {
  accounts: Pick<Accounts, "named">;
  signIn: Pick<SignIn, "takeAttempt">;
  monotonic: () => MonotonicMs;
}

/**
 * Counts registering. That a name is taken tells who is known here, so asking for one is an attempt at registering like
 * any other; whoever then registers by the name that was free has had theirs.
 */
export class Newcomers {
  readonly #options: NewcomersOptions;
  /** The free names that were asked for, from where, and until when that holds. */
  readonly #asked = new Map<string, MonotonicMs>();

  constructor(options: NewcomersOptions) {
    this.#options = options;
  }

  /** The name as it would be kept, or why not. */
  ask(name: string, whence: Whence): { name: string } | Unwilling | Extract<Refused, { fault: "wait" }> {
    const { accounts, signIn, monotonic } = this.#options;
    const waitMs = signIn.takeAttempt("register", whence);
    if (waitMs > 0) return { fault: "wait", waitMs };
    const named = accounts.named(name);
    const key = asked(name, whence);
    // The map's order is that in which they were asked for.
    this.#asked.delete(key);
    if (!("fault" in named)) this.#asked.set(key, monotonic() + HOLDS_MS);
    for (const oldest of this.#asked.keys()) {
      if (this.#asked.size <= MOST) break;
      this.#asked.delete(oldest);
    }
    return named;
  }

  /** Somebody registers. Answers how long they have to wait, or 0. */
  begin(name: string, whence: Whence): number {
    const { signIn, monotonic } = this.#options;
    const key = asked(name, whence);
    const until = this.#asked.get(key);
    this.#asked.delete(key);
    return until !== undefined && monotonic() < until ? 0 : signIn.takeAttempt("register", whence);
  }
}

const asked = (name: string, { here, address }: Whence): string =>
  JSON.stringify([here ? "here" : address, personKey(name)]);
