import type { PhoneSong, SongRefusal } from "../../protocol/guests.ts";
import type { SixPick } from "../../protocol/music.ts";
import type { AppState } from "../../protocol/state.ts";
import { StoreError } from "../../store/store.ts";
import type { Log } from "../log.ts";
import { songOn } from "../music/pick-facts.ts";
import type { SixPicks } from "../music/six-picks.ts";
import { Unawaited } from "../unawaited.ts";
import { phoneSong, type SongSearch } from "./song-search.ts";

const howMany = 6;

export interface PhoneSixOptions {
  search: { [Part in "refusals"]: SongSearch[Part] };
  /** Why it can't wait besides what phones asked for already; null where it can. */
  clash: (song: PhoneSong) => SongRefusal | null;
  /** What fills the gaps. */
  toAskFor: SixPicks["toAskFor"];
  /** What phones asked for and waits. */
  waiting: () => readonly PhoneSong[];
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
 * those that may not. What was asked for stays where it is while it waits, so that nothing else comes under the finger.
 * Only where the library has no more of them is the rest filled with what says why it can't be asked for.
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
    if (about !== this.#about && !this.#stopped) {
      this.#about = about;
      this.#looking.add(this.#look(sixPicks.filter(isSong), about));
    }
    return this.#six ?? sixPicks.filter(isSong).map((pick) => ({ pick, refusal: null }));
  }

  /** Rests end by themselves, too. */
  look(): void {
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
      const six = await this.#filled(from === this.#from ? before : offered);
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

  async #filled(there: readonly SongPick[]): Promise<readonly Offered[]> {
    const { search, clash, toAskFor, waiting } = this.#options;
    const refusals = await search.refusals(there.map(({ item }) => item.track));
    const known = there.map((pick): Offered => {
      const { track } = pick.item;
      return { pick, refusal: refusals(track) ?? clash(phoneSong(track)) };
    });
    const waits = new Set(waiting().map(({ track }) => track));
    const stays = ({ pick, refusal }: Offered) => refusal === null || waits.has(pick.item.track.id);
    const staying = known.filter(stays).map(({ pick }) => pick);
    if (staying.length === howMany) return known;
    const six = await toAskFor(staying, waiting());
    const shown = new Set(staying.map(({ item }) => item.track.id));
    const others = six
      .filter(isSong)
      .filter(({ item }) => !shown.has(item.track.id))
      .map((pick): Offered => ({ pick, refusal: null }));
    const inPlaces = known.map((each) => (stays(each) ? each : (others.shift() ?? each)));
    const refused = inPlaces.filter((each) => !stays(each));
    return [...inPlaces.filter(stays), ...others, ...refused].slice(0, howMany);
  }
}

const isSong = (pick: SixPick): pick is SongPick => pick.item.kind === "track";
