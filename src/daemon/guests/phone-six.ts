import type { PhoneSong, SongRefusal } from "../../protocol/guests.ts";
import type { SixPick } from "../../protocol/music.ts";
import type { AppState } from "../../protocol/state.ts";
import type { Id } from "../../protocol/time.ts";
import { picksOffered } from "../../recommend/six-picks.ts";
import { StoreError } from "../../store/store.ts";
import type { Log } from "../log.ts";
import { songOn } from "../music/pick-facts.ts";
import type { SixPicks } from "../music/six-picks.ts";
import { Unawaited } from "../unawaited.ts";
import { phoneSong, type SongSearch } from "./song-search.ts";

export interface PhoneSixOptions {
  search: { [Part in "refusals"]: SongSearch[Part] };
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

/**
 * The six that phones show: those that the screen offers, as far as they may be asked for, and others in the place of
 * those that may not. What was asked for stays where it is while it waits, and what fills a place does while it may be
 * asked for and the screen offers nothing for that place: nothing else comes under the finger. Only where the library has
 * no more of them is there one that says why it can't be asked for.
 */
export class PhoneSix {
  readonly #options: PhoneSixOptions;
  readonly #looking = new Unawaited();
  /** Null before the first look. */
  #six: readonly Offered[] | null = null;
  /** What the newest look is about; null asks for another one. */
  #about: string | null = null;
  /** Of the screen's six, as they were at the newest look. */
  #from = "";
  #stopped = false;

  constructor(options: PhoneSixOptions) {
    this.#options = options;
  }

  /** What is known so far. It is looked up anew where other songs are offered or asked for, or another one plays or comes. */
  of(state: Pick<AppState, "sixPicks" | "queue" | "player">): readonly Offered[] {
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
      this.#looking.add(this.#look(sixPicks.filter(isSong), about));
    }
    return this.#six ?? sixPicks.filter(isSong).map((pick) => ({ pick, refusal: null }));
  }

  /** Rests end by themselves, too. */
  look(): void {
    this.#about = null;
  }

  /** Nobody looks: whoever comes next is not told what was so then. */
  forget(): void {
    this.#six = null;
    this.#from = "";
    this.#about = null;
  }

  /** Resolves when the store is asked nothing more. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#looking.over();
  }

  async #look(offered: readonly SongPick[], about: string): Promise<void> {
    const { onChange, log } = this.#options;
    const from = offered.map(({ id }) => id).join();
    const before = this.#six?.map(({ pick }) => pick) ?? [];
    try {
      const six = await this.#filled(from === this.#from ? before : this.#exchanged(before, offered), before);
      if (this.#about !== about) return;
      this.#six = six;
      this.#from = from;
      onChange();
    } catch (error) {
      // Whoever asks is told why not then; the next look tries again.
      if (!(error instanceof StoreError) || error.fault === "gone") throw error;
      log.warn({ fault: error.fault }, error.message);
    }
  }

  /** What the screen offers now; but what waits stays at its place. */
  #exchanged(before: readonly SongPick[], offered: readonly SongPick[]): readonly SongPick[] {
    const now = new Set(offered.map(trackOf));
    const stays = before.map((pick) =>
      this.#waits.has(trackOf(pick)) && !now.has(trackOf(pick)) ? pick : null,
    );
    return Array.from({ length: picksOffered }, (_, place) => stays[place] ?? offered[place] ?? []).flat();
  }

  async #filled(there: readonly SongPick[], before: readonly SongPick[]): Promise<readonly Offered[]> {
    const { search, clash, toAskFor, waiting } = this.#options;
    const isThere = new Set(there.map(trackOf));
    const filledBefore = before.filter((pick) => !isThere.has(trackOf(pick)));
    const refusals = await search.refusals([...there, ...filledBefore].map(({ item }) => item.track));
    const judged = (pick: SongPick): Offered => {
      const { track } = pick.item;
      return { pick, refusal: refusals(track) ?? clash(phoneSong(track)) };
    };
    const waits = this.#waits;
    const mayStay = ({ pick, refusal }: Offered) => refusal === null || waits.has(trackOf(pick));
    const known = there.map(judged);
    const staying = known.filter(mayStay);
    if (staying.length === picksOffered) return known;

    const kept = filledBefore.map(judged).filter(mayStay);
    const keptAt = (place: number) =>
      kept.findIndex(({ pick }) => before.findIndex(({ id }) => id === pick.id) === place);
    const inPlaces: (Offered | null)[] = known.map((each, place) => {
      if (mayStay(each)) return each;
      const at = keptAt(place);
      return at < 0 ? null : (kept.splice(at, 1)[0] ?? null);
    });
    const shown = new Set([...isThere, ...filledBefore.map(trackOf)]);
    const stay = [...inPlaces.flatMap((each) => each ?? []), ...kept].map(({ pick }) => pick);
    const drawn = stay.length >= picksOffered ? [] : await toAskFor(stay, waiting());
    const fill = [
      ...kept,
      ...drawn
        .filter(isSong)
        .filter((pick) => !shown.has(trackOf(pick)))
        .map((pick): Offered => ({ pick, refusal: null })),
    ];
    const filled = inPlaces.flatMap((each, place) => each ?? fill.shift() ?? known[place] ?? []);
    const without = known.filter((each) => !filled.includes(each));
    return [...filled, ...fill, ...without].slice(0, picksOffered);
  }

  get #waits(): ReadonlySet<Id> {
    return new Set(this.#options.waiting().map(({ track }) => track));
  }
}

const isSong = (pick: SixPick): pick is SongPick => pick.item.kind === "track";
const trackOf = ({ item }: SongPick): Id => item.track.id;
