import type { Id } from "../../protocol/time.ts";

/** A phone with this much unsent is slow: it gets the newest when it has caught up. */
const SLOW_BYTES = 16 * 1024;
/** So many are told in one turn of the loop; others get theirs in between. */
const PHONES_A_TURN = 50;
/** What changes more often is told at this pace. */
const TELL_EVERY_MS = 150;

/** One phone's connection. */
export interface PhoneLine {
  send(message: string): void;
  bufferedBytes(): number;
  close(code: number, reason: string): void;
}

interface Phone {
  guest: Id;
  awake: boolean;
  /** What it knows already. */
  room: string;
  own: string;
}

export interface PhonesOptions {
  /** What all of them show, as a message; `key` tells whether it is other than before. */
  room: () => { key: string; text: string };
  /** What the phone of this guest shows of its own, as a message. */
  own: (guest: Id) => string;
  /** The first one has come, or the last one gone. */
  onUse: (inUse: boolean) => void;
  /** Which guests are awake is other than before. */
  onAwake: () => void;
}

/** The phones that have the page open, and what each knows. They get the newest, never what lay between. */
export class Phones {
  readonly #options: PhonesOptions;
  readonly #phones = new Map<PhoneLine, Phone>();
  /** Guests who never said that they go: they still count, until `forgetLost`. */
  readonly #lost = new Set<Id>();
  #timer: NodeJS.Timeout | undefined;

  constructor(options: PhonesOptions) {
    this.#options = options;
  }

  get size(): number {
    return this.#phones.size;
  }

  /** Guests with a page in sight, and those whose page was in sight when its connection was lost. */
  get awake(): ReadonlySet<Id> {
    const inSight = [...this.#phones.values()].filter(({ awake }) => awake).map(({ guest }) => guest);
    return new Set([...inSight, ...this.#lost]);
  }

  has(guest: Id): boolean {
    return [...this.#phones.values()].some((phone) => phone.guest === guest);
  }

  /** Whoever was lost is not there any more. */
  forgetLost(): void {
    this.#lost.clear();
  }

  /** Answers how it goes: it has left, or was lost, as all of them are where an access point starts again. */
  join(line: PhoneLine, guest: Id): (how?: "left" | "lost") => void {
    this.#lost.delete(guest);
    this.#phones.set(line, { guest, awake: true, room: "", own: "" });
    if (this.#phones.size === 1) this.#options.onUse(true);
    this.#options.onAwake();
    this.#tell(line, this.#options.room());
    return (how = "left") => {
      const phone = this.#phones.get(line);
      if (!this.#phones.delete(line)) return;
      if (how === "lost" && phone?.awake) this.#lost.add(guest);
      if (this.#phones.size === 0) this.#options.onUse(false);
      this.#options.onAwake();
    };
  }

  setAwake(line: PhoneLine, awake: boolean): void {
    const phone = this.#phones.get(line);
    if (!phone || phone.awake === awake) return;
    phone.awake = awake;
    this.#options.onAwake();
  }

  /** Something may be other than before. */
  look(): void {
    if (this.#phones.size > 0) this.#timer ??= setTimeout(() => this.#flush(), TELL_EVERY_MS);
  }

  /** They are hung up on; the page says why by the code. */
  closeAll(code: number, reason: string): void {
    for (const line of [...this.#phones.keys()]) line.close(code, reason);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#phones.clear();
    this.#lost.clear();
  }

  #flush(): void {
    this.#timer = undefined;
    if (this.#phones.size > 0) this.#tellSome(this.#phones.keys(), this.#options.room());
  }

  #tellSome(lines: MapIterator<PhoneLine>, room: { key: string; text: string }): void {
    for (let told = 0; told < PHONES_A_TURN; told++) {
      const { value: line, done } = lines.next();
      if (done) return;
      if (!this.#tell(line, room)) this.look();
    }
    setImmediate(() => this.#tellSome(lines, room));
  }

  /** False where it is too slow to take it now. */
  #tell(line: PhoneLine, room: { key: string; text: string }): boolean {
    const phone = this.#phones.get(line);
    if (phone === undefined) return true;
    if (line.bufferedBytes() > SLOW_BYTES) return false;
    if (phone.room !== room.key) line.send(room.text);
    phone.room = room.key;
    const own = this.#options.own(phone.guest);
    if (phone.own !== own) line.send(own);
    phone.own = own;
    return true;
  }
}
