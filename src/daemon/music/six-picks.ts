import { uuidv7 } from "uuidv7";
import type { PhoneSong } from "../../protocol/guests.ts";
import type { SixPick } from "../../protocol/music.ts";
import type { Id } from "../../protocol/time.ts";
import type { PickRequest, PickTools } from "../../recommend/request.ts";
import { sixToAskFor, sixToChooseFrom } from "../../recommend/six-picks.ts";
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

/**
 * Six songs that suit now, for people to choose from. Drawn anew with each song, and when somebody asks; where only the
 * room has changed, those that suit still stay.
 */
export class SixPicks {
  readonly #options: SixPicksOptions;
  #picks: readonly SixPick[] = [];
  /** Also those that were shown a moment ago: a finger may be on its way to one of them. Newest last. */
  #shown: readonly SixPick[] = [];
  /** What `others` is to leave out. */
  #seen: readonly Id[] = [];
  #wanted = false;
  /** Whether all six are to be others. */
  #anew = false;
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
    this.#seen = [];
    this.#anew = true;
    return this.#draw();
  }

  /** The music heads elsewhere by itself, perhaps while a finger is on its way: only what suits no more is exchanged. */
  follow(): Promise<void> {
    return this.#draw();
  }

  others(): Promise<void> {
    this.#anew = true;
    this.#seen = this.#shown.flatMap(({ item }) => (item.kind === "track" ? item.track.id : []));
    return this.#draw();
  }

  /**
   * Six that a guest may ask for: those that are `there` stay while they suit, others come in their gaps. `out` comes
   * already. Rejects as the store does.
   */
  toAskFor(there: readonly SixPick[], out: readonly PhoneSong[]): Promise<readonly SixPick[]> {
    const request = this.#options.request();
    const notTracks = [...request.notTracks, ...out.map(({ track }) => track)];
    const comingArtists = [...request.comingArtists, ...out.flatMap(({ artists }) => artists)];
    return sixToAskFor({ ...request, notTracks, comingArtists }, this.#tools, there);
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
    const there = this.#anew ? [] : before;
    this.#anew = false;
    try {
      this.#picks = await sixToChooseFrom(request(), this.#tools, this.#seen, there);
    } catch (error) {
      if (!(error instanceof StoreError) || error.fault === "gone") throw error;
      log.warn({ fault: error.fault }, error.message);
      return;
    }
    const known = this.#seen.length > 0 ? this.#shown : before;
    const now = new Set(this.#picks.map(({ id }) => id));
    this.#shown = [...known.filter(({ id }) => !now.has(id)), ...this.#picks].slice(-SHOWN_KEPT);
    onChange();
  }
  get #tools(): PickTools {
    const { store, random } = this.#options;
    return { candidates: store.library.candidates.bind(store.library), random, newId: uuidv7 };
  }
}
