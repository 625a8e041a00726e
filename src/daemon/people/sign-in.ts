import type { Role } from "../../protocol/people.ts";
import type { Id } from "../../protocol/time.ts";
import type { StoredPerson } from "../../store/people/people-tables.ts";
import { personKey } from "../../store/people/person-key.ts";
import type { ApplianceKey } from "./appliance-key.ts";
import { Attempts, type Trier } from "./attempts.ts";
import { HashLanes } from "./hash-lanes.ts";
import { HeldTries, type Pause } from "./held-tries.ts";
import type { Register } from "./register.ts";
import { type Cost, hashSecret, isOutdated, isSecret } from "./secret-hash.ts";

/** Where somebody asks from. */
export interface Whence {
  /** Of one device, as far as that can be told: of a far network of IPv6 the prefix, as whoever has one has all of it. */
  address: string;
  /** On the machine itself. */
  here: boolean;
  /** Nobody between can read along: on the machine itself, or by HTTPS. */
  secure: boolean;
}

export type Proof = { pin: string } | { passphrase: string };

export type Refused =
  | { fault: "wrong" | "busy" | "insecure" | "readable" }
  | {
      fault: "wait";
      waitMs: number;
    };

export interface SignInOptions {
  register: Register;
  key: ApplianceKey;
  costs: { pin: Cost; passphrase: Cost };
  monotonic: () => number;
  /** The timer's own unless told. */
  pause?: Pause;
}

/**
 * Whether somebody is who they say. A PIN is hashed together with the appliance's key, a passphrase is not: after a
 * backup was brought to another machine, its admins can sign in and give PINs and cards anew.
 */
export class SignIn {
  readonly #options: SignInOptions;
  readonly #attempts: Attempts;
  readonly #lanes = new HashLanes();
  /** At passphrases, on the machine itself. Names that somebody made up push out nobody whom there is. */
  readonly #held: Readonly<Record<"known" | "name", HeldTries>>;
  /** What nobody's secret is compared with, so that nobody takes as long as somebody. */
  #decoys: Promise<{ pin: string; passphrase: string }> | undefined;

  constructor(options: SignInOptions) {
    this.#options = options;
    this.#attempts = new Attempts(options);
    this.#held = { known: new HeldTries(options), name: new HeldTries(options) };
  }

  /** A PIN makes a member at most, of an admin too; the passphrase makes an admin. */
  async byName(
    name: string,
    proof: Proof,
    whence: Whence,
  ): Promise<{ person: StoredPerson; role: Exclude<Role, "guest"> } | Refused> {
    if ("passphrase" in proof && !whence.secure) return { fault: "insecure" };
    const person = this.#options.register.called(name);
    const refused = await this.#try(person, name, proof, whence);
    // Looked up again: who was deleted meanwhile is nobody.
    const found = person && this.#options.register.get(person.id);
    if (refused !== null || found === null) return refused ?? { fault: "wrong" };
    return { person: found, role: "passphrase" in proof ? found.role : "member" };
  }

  /**
   * Once more, of somebody who is signed in: before what can't be undone, and for admin. Null when it is them. No PIN
   * either where others can read along: what it would let them do is more than signing in does.
   */
  async again(id: Id, proof: Proof, whence: Whence): Promise<Refused | null> {
    if (!whence.secure) return { fault: "passphrase" in proof ? "insecure" : "readable" };
    return this.#try(this.#options.register.get(id), id, proof, whence);
  }

  /** Null where too many wait for their hash. */
  hash(proof: Proof, { here }: Whence): Promise<string> | null {
    return this.#lanes.run(here ? "here" : "away", () => this.#hashed(proof));
  }

  /** Counts whatever else is to be tried no more often than a PIN. Answers how long to wait, or 0. */
  takeAttempt(what: string, whence: Whence): number {
    return this.#attempts.take([apart(what, whence)]);
  }

  giveAttemptBack(what: string, whence: Whence): void {
    this.#attempts.giveBack([apart(what, whence)]);
  }

  async #try(
    person: StoredPerson | null,
    called: string,
    proof: Proof,
    whence: Whence,
  ): Promise<Refused | null> {
    const isHeld = whence.here && "passphrase" in proof;
    const triers = isHeld ? [] : triersOf(person, called, whence);
    const waitMs = this.#attempts.take(triers);
    if (waitMs > 0) return { fault: "wait", waitMs };
    const kind = "pin" in proof ? "pin" : "passphrase";
    const look = () =>
      this.#lanes.run(whence.here ? "here" : "away", async () => {
        const decoys = await this.#decoysMade();
        // As it is by now: it may have been changed while this one waited.
        const stored = person && this.#options.register.get(person.id)?.[fieldOf(proof)];
        const isRight = await isSecret(this.#sealed(proof), stored ?? decoys[kind]);
        return { right: isRight && stored != null ? stored : null };
      });
    const looked = await (isHeld ? this.#hold(person, called, look) : look());
    if (looked === null) {
      this.#attempts.giveBack(triers);
      return { fault: "busy" };
    }
    const { right } = looked;
    if (right === null || person === null) return { fault: "wrong" };
    this.#attempts.giveBack(triers);
    const renewed = isOutdated(right, this.#options.costs[kind])
      ? await this.#renew(person.id, proof, right)
      : right;
    // Hashing takes its time. Whoever tried without end while a secret was changed would else come in by the one of before,
    // just after all who had come in by it were signed out.
    const now = this.#options.register.get(person.id);
    const held = now?.[fieldOf(proof)];
    return now === null || held === right || held === renewed ? null : this.#try(now, called, proof, whence);
  }

  /**
   * A passphrase on the machine itself is the owner's last way in, so nobody's tries may take it away: neither mistyped PINs,
   * which all people there share a count of, nor somebody who tries the passphrase itself without end. It waits for its turn
   * among those at the same person's, and is never sent away for having come too early.
   */
  #hold<T extends { right: string | null }>(
    person: StoredPerson | null,
    called: string,
    look: () => Promise<T> | null,
  ): Promise<T | null> | null {
    const hasFailed = ({ right }: T) => right === null;
    return person === null
      ? this.#held.name.run(personKey(called), look, hasFailed)
      : this.#held.known.run(person.id, look, hasFailed);
  }

  /** The only time at which the secret is at hand to be hashed at today's cost. */
  async #renew(id: Id, proof: Proof, was: string): Promise<string> {
    const hash = await this.#hashed(proof);
    const person = this.#options.register.get(id);
    const field = fieldOf(proof);
    if (person?.[field] === was) await this.#options.register.change(id, { [field]: hash });
    return hash;
  }

  #hashed(proof: Proof): Promise<string> {
    const { costs } = this.#options;
    return hashSecret(this.#sealed(proof), "pin" in proof ? costs.pin : costs.passphrase);
  }

  #sealed(proof: Proof): string {
    return "pin" in proof ? this.#options.key.sealed("pin", proof.pin) : proof.passphrase;
  }

  #decoysMade(): Promise<{ pin: string; passphrase: string }> {
    this.#decoys ??= Promise.all([
      this.#hashed({ pin: "nobody's" }),
      this.#hashed({ passphrase: "nobody's" }),
    ]).then(([pin, passphrase]) => ({ pin, passphrase }));
    return this.#decoys;
  }
}

const fieldOf = (proof: Proof): "pinHash" | "passphraseHash" =>
  "pin" in proof ? "pinHash" : "passphraseHash";

function apart(what: string, { address, here }: Whence): Trier {
  return here
    ? { key: `${what} from here`, kind: "known", here }
    : { key: `${what} from ${address}`, kind: "address", here };
}

/**
 * Whoever stands at the appliance is counted apart: nobody in the network can make them wait. There this is of PINs alone,
 * which all people at it have one count of beside their own; a passphrase is held (`#hold`). Somebody who is known is so
 * by who they are, so that another name forgives nothing.
 */
function triersOf(person: StoredPerson | null, called: string, { address, here }: Whence): Trier[] {
  const where = here ? "here" : "away";
  return [
    person === null
      ? { key: `${where} ${personKey(called)}`, kind: "name", here }
      : { key: `${where} ${person.id}`, kind: "known", here },
    here ? { key: "here", kind: "known", here } : { key: `from ${address}`, kind: "address", here },
  ];
}
