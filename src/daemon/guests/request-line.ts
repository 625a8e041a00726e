import type { PhoneRefusal, PhoneSong, SongRefusal } from "../../protocol/guests.ts";
import { artistKey } from "../../protocol/name-keys.ts";
import type { EpochMs, Id, MonotonicMs } from "../../protocol/time.ts";
import type { Clock } from "../clock.ts";

const HOUR_MS = 3_600_000;
/** An evening's list: more would wait for hours. */
export const MOST_WAITING = 30;

export interface LineRules {
  /** Of one guest, at once. */
  waiting: number;
  /** Of one guest, within an hour. */
  hourly: number;
}

/** A song that somebody waits for. */
export interface Request {
  id: Id;
  guest: Id;
  song: PhoneSong;
}

/** For the next daemon. */
export interface KeptLine {
  /** Of each guest in the order in which they asked. */
  requests: readonly Request[];
  turns: readonly Id[];
  handed: { request: Request; pick: Id } | null;
  lastTurns: readonly [Id | null, Id | null];
  asked: readonly { guest: Id; id: Id; agoMs: number; epoch: EpochMs }[];
}

export interface ComeBack {
  agoMs: number;
  isBack: (guest: Id) => boolean;
  stillWaits: boolean;
}

interface Asked {
  id: Id;
  at: MonotonicMs;
  epoch: EpochMs;
}

/**
 * What guests asked for and in which order it is heard. Each guest who waits has a turn in a round. Whoever had theirs is
 * the last one, and whoever comes goes before the one who had theirs just now: so nobody has two turns while somebody
 * else waits, and nobody who comes later keeps anybody waiting for more than one. No artist waits twice.
 */
export class RequestLine {
  readonly #clock: Clock;
  readonly #newId: () => Id;
  readonly #rules: () => LineRules;
  /** What waits for its turn, of each guest in the order in which they asked. */
  readonly #waiting = new Map<Id, readonly Request[]>();
  /** The guests that have something waiting; who is next comes first. */
  #turns: readonly Id[] = [];
  /** What is in the player's queue, and by which pick. */
  #handed: { request: Request; pick: Id } | null = null;
  /** Whose turn was the last one, and whose was the one before it. */
  #lastTurns: readonly [Id | null, Id | null] = [null, null];
  readonly #asked = new Map<Id, readonly Asked[]>();

  constructor(options: { clock: Clock; newId: () => Id; rules: () => LineRules }) {
    this.#clock = options.clock;
    this.#newId = options.newId;
    this.#rules = options.rules;
  }

  /** As they will be heard: first what is in the player's queue already. */
  get waiting(): readonly Request[] {
    const left = new Map(this.#waiting);
    const order = this.#handed === null ? [] : [this.#handed.request];
    for (let turns = this.#turns; turns.length > 0; ) {
      const again: Id[] = [];
      for (const guest of turns) {
        const [first, ...rest] = left.get(guest) ?? [];
        if (first) order.push(first);
        left.set(guest, rest);
        if (rest.length > 0) again.push(guest);
      }
      turns = again;
    }
    return order;
  }

  /** The same without what is in the player's queue. */
  get notHanded(): readonly Request[] {
    const { waiting } = this;
    return this.#handed === null ? waiting : waiting.slice(1);
  }

  get handed(): { request: Request; pick: Id } | null {
    return this.#handed;
  }

  /** Also what is in the player's queue. */
  of(guest: Id): readonly Request[] {
    const waiting = this.#waiting.get(guest) ?? [];
    return this.#handed?.request.guest === guest ? [this.#handed.request, ...waiting] : waiting;
  }

  /** Why this guest may not ask now, whatever the song; null where they may. */
  limit(guest: Id): PhoneRefusal | null {
    const { waiting, hourly } = this.#rules();
    const lately = this.#lately(guest);
    const first = lately[lately.length - hourly];
    if (first !== undefined) return { because: "hour", most: hourly, again: first.epoch + HOUR_MS };
    if (this.of(guest).length >= waiting) return { because: "waiting", most: waiting };
    return this.waiting.length >= MOST_WAITING ? { because: "full" } : null;
  }

  /** Why this song can't wait here as well; null where it can. */
  clash({ track, artists }: PhoneSong): SongRefusal | null {
    const { waiting } = this;
    if (waiting.some(({ song }) => song.track === track)) return { because: "coming" };
    return waiting.some(({ song }) => shareAnArtist(song.artists, artists))
      ? { because: "artist-coming", again: null }
      : null;
  }

  ask(guest: Id, song: PhoneSong): Request | PhoneRefusal {
    const refusal = this.limit(guest) ?? this.clash(song);
    if (refusal !== null) return refusal;
    const request = { id: this.#newId(), guest, song };
    const asked = { id: request.id, at: this.#clock.monotonic(), epoch: this.#clock.now() };
    this.#asked.set(guest, [...this.#lately(guest), asked]);
    this.#put(guest, [...(this.#waiting.get(guest) ?? []), request], "last");
    return request;
  }

  /** Takes out what waits, or could not be played after all: it counts for nothing then. Null where it is not there. */
  take(id: Id): Request | null {
    const request = this.waiting.find((each) => each.id === id);
    if (request === undefined) return null;
    const { guest } = request;
    const lately = this.#lately(guest).filter((each) => each.id !== id);
    this.#asked.set(guest, lately);
    if (this.#handed?.request.id === id) this.#unhand();
    else this.#put(guest, without(this.#waiting.get(guest), id), "last");
    return request;
  }

  /** The first one that shares no artist with the song before it. */
  next(artistsBefore: readonly string[]): Request | null {
    if (this.#handed !== null) return null;
    return this.waiting.find(({ song }) => !shareAnArtist(song.artists, artistsBefore)) ?? null;
  }

  /** It is in the player's queue: that was this guest's turn. */
  handOver({ id, guest }: Request, pick: Id): void {
    const request = this.#waiting.get(guest)?.find((each) => each.id === id);
    if (request === undefined) return;
    this.#turns = this.#turns.filter((each) => each !== guest);
    this.#lastTurns = [guest, this.#lastTurns[0]];
    this.#put(guest, without(this.#waiting.get(guest), id), "last");
    this.#handed = { request, pick };
  }

  /** Out of the player's queue again: it is the next one still. */
  takeBack(): void {
    if (this.#handed === null) return;
    const { request } = this.#handed;
    const { guest } = request;
    this.#unhand();
    this.#turns = this.#turns.filter((each) => each !== guest);
    this.#put(guest, [request, ...(this.#waiting.get(guest) ?? [])], "first");
  }

  /** It had its turn, and was not heard after all: it is the first one, and its guest's turn is to come. */
  putBack(request: Request): void {
    const { guest } = request;
    if (this.#lastTurns[0] === guest) this.#lastTurns = [this.#lastTurns[1], null];
    this.#turns = this.#turns.filter((each) => each !== guest);
    this.#put(guest, [request, ...(this.#waiting.get(guest) ?? [])], "first");
  }

  /** What was in the player's queue is heard. */
  began(): void {
    this.#handed = null;
  }

  /** Nothing waits any more. What was asked for within the hour still counts. */
  clear(): void {
    this.#waiting.clear();
    this.#turns = [];
    this.#handed = null;
    this.#lastTurns = [null, null];
  }

  get kept(): KeptLine {
    const now = this.#clock.monotonic();
    return {
      requests: [...this.#waiting.values()].flat(),
      turns: this.#turns,
      handed: this.#handed,
      lastTurns: this.#lastTurns,
      asked: [...this.#asked.keys()].flatMap((guest) =>
        this.#lately(guest).map(({ id, at, epoch }) => ({ guest, id, agoMs: now - at, epoch })),
      ),
    };
  }

  /**
   * What counts for the hour with the daemon before, and, where it still does, what waited. It was so that long ago; of
   * guests who are nobody any more nothing comes back.
   */
  comeBack({ requests, turns, handed, lastTurns, asked }: KeptLine, how: ComeBack): void {
    const now = this.#clock.monotonic();
    for (const { guest, id, agoMs, epoch } of asked.filter((each) => how.isBack(each.guest)))
      this.#asked.set(guest, [...(this.#asked.get(guest) ?? []), { id, at: now - agoMs - how.agoMs, epoch }]);
    if (!how.stillWaits) return;
    for (const request of requests.filter((each) => how.isBack(each.guest)))
      this.#waiting.set(request.guest, [...(this.#waiting.get(request.guest) ?? []), request]);
    // Whoever waits has a turn, whatever the list of turns says.
    const all = new Set([...turns, ...this.#waiting.keys()]);
    this.#turns = [...all].filter((guest) => this.#waiting.has(guest));
    this.#handed = handed !== null && how.isBack(handed.request.guest) ? handed : null;
    this.#lastTurns = lastTurns;
  }

  /** Now and then: forgets what was asked for more than an hour ago. */
  look(): void {
    for (const guest of this.#asked.keys()) if (this.#lately(guest).length === 0) this.#asked.delete(guest);
  }

  /** How many guests are remembered for their limits. */
  get remembered(): number {
    return this.#asked.size;
  }

  #put(guest: Id, requests: readonly Request[], where: "first" | "last"): void {
    if (requests.length === 0) {
      this.#waiting.delete(guest);
      this.#turns = this.#turns.filter((each) => each !== guest);
      return;
    }
    this.#waiting.set(guest, requests);
    if (this.#turns.includes(guest)) return;
    const justHad = this.#turns.indexOf(this.#lastTurns[0] ?? "");
    const at = where === "first" ? 0 : justHad === -1 ? this.#turns.length : justHad;
    this.#turns = this.#turns.toSpliced(at, 0, guest);
  }

  /** It was no turn. */
  #unhand(): void {
    this.#handed = null;
    this.#lastTurns = [this.#lastTurns[1], null];
  }

  #lately(guest: Id): readonly Asked[] {
    const now = this.#clock.monotonic();
    return (this.#asked.get(guest) ?? []).filter(({ at }) => now - at < HOUR_MS);
  }
}

export function shareAnArtist(some: readonly string[], others: readonly string[]): boolean {
  const keys = new Set(some.map(artistKey));
  return others.some((artist) => keys.has(artistKey(artist)));
}

const without = (requests: readonly Request[] = [], id: Id): readonly Request[] =>
  requests.filter((each) => each.id !== id);
