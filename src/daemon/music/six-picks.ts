import { uuidv7 } from "uuidv7";
import type { PhoneSong } from "../../protocol/guests.ts";
import type { SixPick } from "../../protocol/music.ts";
import type { Id } from "../../protocol/time.ts";
import type { Rests } from "../../recommend/asked-rests.ts";
import type { PickRequest, PickTools } from "../../recommend/request.ts";
import { sixOthers, sixToAskFor, sixToChooseFrom } from "../../recommend/six-picks.ts";
import { type Store, StoreError } from "../../store/store.ts";
import type { Log } from "../log.ts";

/** Ten times six others; after that those that were shown first may come again. */
const SHOWN_KEPT = 60;

export interface SixPicksOptions {
  store: Store;
  request: () => PickRequest;
  random: () => number;
  onChange: () => void;
  log: Log;
}

interface Asked {
  out: readonly PhoneSong[];
  rests: Rests;
}

/**
 * Six songs that suit now, for people to choose from. Drawn anew with each song, and when somebody asks; where only the
 * room has changed, those that suit still stay.
 */
export class SixPicks {
  readonly #options: SixPicksOptions;
  #picks: readonly SixPick[] = [];
  /** Also those that were shown a moment ago: a finger may be on its way to one of them. Newest last. */
  #shown: readonly SixPick[] = [];
  /** The last six of the song before, and what there was since, but for those that are there: until all have been seen. */
  #seen: readonly Id[] = [];
  #wanted = false;
  /** Whether all six are to be exchanged; or those that suit still stay. */
  #anew: "for a song" | "for others" | null = null;
  #stopped = false;
  #drawing: Promise<void> | null = null;

  constructor(options: SixPicksOptions) {
    this.#options = options;
  }

  get picks(): readonly SixPick[] {
    return this.#picks;
  }

  /** One that is shown, or was a moment ago. */
  find(id: Id): SixPick | null {
    return this.#shown.find((pick) => pick.id === id) ?? null;
  }

  refresh(): Promise<void> {
    // Whoever asks for others now may still look at these.
    this.#seen = this.#tracks;
    this.#anew = "for a song";
    return this.#draw();
  }

  /** The music heads elsewhere by itself, perhaps while a finger is on its way: only what suits no more is exchanged. */
  follow(): Promise<void> {
    return this.#draw();
  }

  others(): Promise<void> {
    this.#anew = "for others";
    return this.#draw();
  }

  /** Six that a guest may ask for, by these rests; `out` comes or is shown already. Rejects as the store does. */
  toAskFor(notShown: readonly Id[], { out, rests }: Asked): Promise<readonly SixPick[]> {
    const request = this.#options.request();
    const notTracks = [...request.notTracks, ...out.map(({ track }) => track)];
    const comingArtists = [...request.comingArtists, ...out.flatMap(({ artists }) => artists)];
    return sixToAskFor({ ...request, ...rests, notTracks, comingArtists }, this.#tools, notShown);
  }

  /** Resolves when the store is asked nothing more. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#wanted = false;
    await this.#drawing;
  }

  /** One at a time; what is wanted meanwhile is drawn once, afterwards. */
  #draw(): Promise<void> {
    if (this.#stopped) return Promise.resolve();
    this.#wanted = true;
    this.#drawing ??= this.#drawWhileWanted();
    return this.#drawing;
  }

  async #drawWhileWanted(): Promise<void> {
    try {
      while (this.#wanted) {
        this.#wanted = false;
        await this.#drawOnce();
      }
    } finally {
      // At once, so that no wish falls into the gap between the last look and this.
      this.#drawing = null;
    }
  }

  async #drawOnce(): Promise<void> {
    const { request, onChange, log } = this.#options;
    const before = this.#picks;
    const anew = this.#anew;
    this.#anew = null;
    try {
      if (anew === "for others") await this.#drawOthers();
      else {
        const notShown = anew === null ? this.#seen : [];
        this.#picks = await sixToChooseFrom(request(), this.#tools, notShown, anew === null ? before : []);
      }
    } catch (error) {
      if (!(error instanceof StoreError) || error.fault === "gone") throw error;
      log.warn({ fault: error.fault }, error.message);
      return;
    }
    const known = anew === "for a song" ? before : this.#shown;
    const now = new Set(this.#picks.map(({ id }) => id));
    this.#shown = [...known.filter(({ id }) => !now.has(id)), ...this.#picks].slice(-SHOWN_KEPT);
    onChange();
  }

  /** Where all have been seen, it begins anew: then those that have just come are the first that were. */
  async #drawOthers(): Promise<void> {
    const [seen, now] = [this.#seen, this.#tracks];
    const all = new Set([...seen, ...now]);
    this.#picks = await sixOthers(this.#options.request(), this.#tools, { seen, now });
    this.#seen = this.#tracks.some((track) => all.has(track)) ? [] : [...all].slice(-SHOWN_KEPT);
  }

  /** Those that are there. */
  get #tracks(): readonly Id[] {
    return this.#picks.flatMap(({ item }) => (item.kind === "track" ? item.track.id : []));
  }

  get #tools(): PickTools {
    const { store, random } = this.#options;
    return { candidates: store.library.candidates.bind(store.library), random, newId: uuidv7 };
  }
}
