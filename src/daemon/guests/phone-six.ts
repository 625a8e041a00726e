import type { OfferedSong, PhoneSong, SongRefusal } from "../../protocol/guests.ts";
import type { SixPick } from "../../protocol/music.ts";
import type { AppState } from "../../protocol/state.ts";
import type { EpochMs, Id } from "../../protocol/time.ts";
import { picksOffered } from "../../recommend/six-picks.ts";
import { StoreError } from "../../store/store.ts";
import type { Log } from "../log.ts";
import { songOn } from "../music/pick-facts.ts";
import type { SixPicks } from "../music/six-picks.ts";
import { Unawaited } from "../unawaited.ts";
import { shareAnArtist } from "./request-line.ts";
import { phoneSong, type SongSearch } from "./song-search.ts";

export interface PhoneSixOptions {
  search: { [Part in "refusals" | "rests" | "soonest"]: SongSearch[Part] };
  /** Why it can't wait besides what phones asked for already; null where it can. */
  clash: (song: PhoneSong) => SongRefusal | null;
  /** What fills the gaps. */
  toAskFor: SixPicks["toAskFor"];
  /** What phones asked for and waits. */
  waiting: () => readonly PhoneSong[];
  /** Whether anything may be asked for at all. */
  isOpen: () => boolean;
  /** Phones are to be told. */
  onChange: () => void;
  log: Log;
}

type SongPick = SixPick & { item: { kind: "track" } };

/** One of the six, and why it can't be asked for just now; null where it can. */
export interface Offered {
  pick: SongPick;
  refusal: SongRefusal | null;
}

/** What phones show; `none` where nothing can be asked for, and from when on something can where that can be told. */
export interface SixToAskFor {
  six: readonly Offered[];
  none: { again: EpochMs | null } | null;
}

/**
 * The six that phones show: those that the screen offers, as far as they may be asked for, and others in the place of
 * those that may not; no artist twice while there are six without. What fills a place stays while it may be asked for and
 * the screen offers nothing for that place. What was asked for stays where it is while the same song plays, and one more
 * comes at the end: so it does not slide under the finger, and there are six to ask for. Fewer only where the library has
 * no more.
 */
export class PhoneSix {
  readonly #options: PhoneSixOptions;
  readonly #looking = new Unawaited();
  /** Null before the first look. */
  #known: SixToAskFor | null = null;
  /** What the newest look is about; null asks for another one. */
  #about: string | null = null;
  /** The song that was on at the newest look. */
  #during: Id | null = null;
  #stopped = false;

  constructor(options: PhoneSixOptions) {
    this.#options = options;
  }

  /** What is known so far. It is looked up anew where other songs are offered or asked for, or another one plays or comes. */
  of(state: Pick<AppState, "sixPicks" | "queue" | "player">): SixToAskFor {
    const { sixPicks, queue, player } = state;
    const waiting = this.#options.waiting().map(({ track }) => track);
    const about = JSON.stringify([
      songOn(player)?.id,
      queue.map(({ id }) => id),
      sixPicks.map(({ id }) => id),
      waiting,
    ]);
    if (about !== this.#about && !this.#stopped && this.#options.isOpen()) {
      this.#about = about;
      this.#looking.add(this.#look(sixPicks.filter(isSong), songOn(player)?.id ?? null, about));
    }
    return this.#known ?? { six: [], none: null };
  }

  /** Rests end by themselves, too. */
  look(): void {
    this.#about = null;
  }

  /** Nobody looks: whoever comes next is not told what was so then. */
  forget(): void {
    this.#known = null;
    this.#during = null;
    this.#about = null;
  }

  /** Resolves when the store is asked nothing more. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#looking.over();
  }

  /**
   * Six others, for whoever likes none of those that were shown; also such as suit less, and fewer where there are no more.
   * Rejects as the store does.
   */
  async others(shown: readonly Id[]): Promise<readonly OfferedSong[]> {
    if (!this.#options.isOpen()) return [];
    const drawn = await this.#drawn([], shown);
    return drawn.map((pick) => offeredSong({ pick, refusal: null }));
  }

  async #look(offered: readonly SongPick[], during: Id | null, about: string): Promise<void> {
    const { search, onChange, log } = this.#options;
    const shown = this.#known?.six.map(({ pick }) => pick) ?? [];
    const anew = during !== this.#during;
    try {
      const six = await this.#filled(offered, anew ? shown.slice(0, picksOffered) : shown, anew);
      const none = six.some(isFree) ? null : { again: await search.soonest() };
      if (this.#about !== about) return;
      this.#known = { six, none };
      this.#during = during;
      onChange();
    } catch (error) {
      // Whoever asks is told why not then; the next look tries again.
      if (!(error instanceof StoreError) || error.fault === "gone") throw error;
      log.warn({ fault: error.fault }, error.message);
      if (this.#about !== about || this.#known !== null) return;
      this.#known = { six: offered.map((pick) => ({ pick, refusal: null })), none: null };
      onChange();
    }
  }

  async #filled(
    offered: readonly SongPick[],
    before: readonly SongPick[],
    anew: boolean,
  ): Promise<readonly Offered[]> {
    const { search, clash } = this.#options;
    const isOffered = new Set(offered.map(trackOf));
    const filledBefore = before.map((pick) => (isOffered.has(trackOf(pick)) ? null : pick));
    const all = [...offered, ...filledBefore.filter((pick) => pick !== null)];
    const refusals = await search.refusals(all.map(({ item }) => item.track));
    const judged = (pick: SongPick): Offered => {
      const { track } = pick.item;
      return { pick, refusal: refusals(track) ?? clash(phoneSong(track)) };
    };
    const waits = this.#waits;
    const stays = ({ pick }: Offered): boolean => !anew && waits.has(trackOf(pick));
    const places: (Offered | null)[] = [];
    const free = () => places.filter((each) => each !== null && isFree(each)).length;
    const fits = ({ pick, refusal }: Offered): boolean => {
      const { artists } = pick.item.track;
      const isThere = places.some((other) => other && shareAnArtist(other.pick.item.track.artists, artists));
      return refusal === null && !isThere && free() < picksOffered;
    };
    for (let place = 0; place < Math.max(picksOffered, before.length); place++) {
      const [now, until] = [offered[place], filledBefore[place]].map((pick) => (pick ? judged(pick) : null));
      places.push(
        [until, now].find((each) => each && stays(each)) ??
          [now, until].find((each) => each && fits(each)) ??
          null,
      );
    }
    const shown = () => places.flatMap((each) => each?.pick.item.track ?? []).map(phoneSong);
    const byOthers = await this.#byOthers(shown(), picksOffered - free());
    // Of an artist who is there already, what was shown before comes before what would be drawn anew at each look.
    for (const [place, pick] of before.entries()) {
      if (free() + byOthers.length >= picksOffered) break;
      if (places[place] !== null || shown().some(({ track }) => track === trackOf(pick))) continue;
      const again = judged(pick);
      if (isFree(again)) places[place] = again;
    }
    const there = [...shown(), ...byOthers.map(({ item }) => phoneSong(item.track))];
    const byAny = await this.#byAny(there, picksOffered - free() - byOthers.length);
    const fill = [...byOthers, ...byAny].map((pick): Offered => ({ pick, refusal: null }));
    const filled = places.flatMap((each) => each ?? fill.shift() ?? []);
    return [...filled, ...fill];
  }

  /** So many more by others than those that are shown; fewer where there are fewer artists. */
  async #byOthers(shown: readonly PhoneSong[], wanted: number): Promise<readonly SongPick[]> {
    if (wanted <= 0) return [];
    const { firsts } = inTurn(await this.#drawn(shown, []));
    return firsts.slice(0, wanted);
  }

  /** So many more, whoever they are by. */
  async #byAny(shown: readonly PhoneSong[], wanted: number): Promise<readonly SongPick[]> {
    if (wanted <= 0) return [];
    const out = shown.map((song) => ({ ...song, artists: [] }));
    const { firsts, doubles } = inTurn(await this.#drawn(out, []));
    return [...firsts, ...doubles].slice(0, wanted);
  }

  async #drawn(shown: readonly PhoneSong[], seen: readonly Id[]): Promise<readonly SongPick[]> {
    const { search, toAskFor, waiting } = this.#options;
    const drawn = await toAskFor(seen, { out: [...waiting(), ...shown], rests: await search.rests() });
    return drawn.filter(isSong);
  }

  get #waits(): ReadonlySet<Id> {
    return new Set(this.#options.waiting().map(({ track }) => track));
  }
}

export function offeredSong({ pick: { item, suits }, refusal }: Offered): OfferedSong {
  return { ...phoneSong(item.track), suits, refusal };
}

/** Six are drawn: of those, the first by each artist, and what is by an artist who is among them. */
function inTurn(drawn: readonly SongPick[]): { firsts: readonly SongPick[]; doubles: readonly SongPick[] } {
  const firsts: SongPick[] = [];
  const doubles: SongPick[] = [];
  for (const pick of drawn) {
    const { artists } = pick.item.track;
    const isDouble = firsts.some(({ item }) => shareAnArtist(item.track.artists, artists));
    (isDouble ? doubles : firsts).push(pick);
  }
  return { firsts, doubles };
}

const isFree = ({ refusal }: Offered): boolean => refusal === null;
const isSong = (pick: SixPick): pick is SongPick => pick.item.kind === "track";
const trackOf = ({ item }: SongPick): Id => item.track.id;
