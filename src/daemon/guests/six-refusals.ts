import type { SongRefusal } from "../../protocol/guests.ts";
import type { Track } from "../../protocol/music.ts";
import type { AppState } from "../../protocol/state.ts";
import type { Id } from "../../protocol/time.ts";
import { StoreError } from "../../store/store.ts";
import type { Log } from "../log.ts";
import { songOn } from "../music/pick-facts.ts";
import type { SongSearch } from "./song-search.ts";

type Refusals = ReadonlyMap<Id, SongRefusal>;

export interface SixRefusalsOptions {
  search: { [Part in "refusals"]: SongSearch[Part] };
  /** Phones are to be told. */
  onChange: () => void;
  log: Log;
}

/**
 * Why some of the six can't be asked for just now: a phone says so before anybody touches them. It is looked up in the
 * store, so phones are told of the six at once, and of this as soon as it is known.
 */
export class SixRefusals {
  readonly #options: SixRefusalsOptions;
  #known: Refusals = new Map();
  /** What the newest look is about; null asks for another one. */
  #about: string | null = null;
  #looking: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(options: SixRefusalsOptions) {
    this.#options = options;
  }

  of(track: Id): SongRefusal | null {
    return this.#known.get(track) ?? null;
  }

  /** Looks it up where other songs are offered, or another one plays or comes. */
  follow({ sixPicks, queue, player }: Pick<AppState, "sixPicks" | "queue" | "player">): void {
    const tracks = sixPicks.flatMap(({ item }) => (item.kind === "track" ? [item.track] : []));
    const about = JSON.stringify([songOn(player)?.id, queue.map(({ id }) => id), tracks.map(({ id }) => id)]);
    if (about === this.#about || this.#stopped) return;
    this.#about = about;
    this.#looking = this.#look(tracks, about);
  }

  /** Rests end by themselves, too. */
  look(): void {
    this.#about = null;
  }

  /** Resolves when the store is asked nothing more. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#looking;
  }

  async #look(tracks: readonly Track[], about: string): Promise<void> {
    const { search, onChange, log } = this.#options;
    try {
      const refusals = await search.refusals(tracks);
      if (this.#about !== about) return;
      this.#known = new Map(
        tracks.flatMap((track) => {
          const refusal = refusals(track);
          return refusal === null ? [] : [[track.id, refusal]];
        }),
      );
      onChange();
    } catch (error) {
      // Whoever asks is told why not then; the next look tries again.
      if (!(error instanceof StoreError) || error.fault === "gone") throw error;
      log.warn({ fault: error.fault }, error.message);
    }
  }
}
