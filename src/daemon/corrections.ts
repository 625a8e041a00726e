import type { Player } from "../player/player.ts";
import { distance } from "../protocol/circumplex.ts";
import type { Pick, Track } from "../protocol/music.ts";
import type { Actor } from "../protocol/people.ts";
import type { Correction } from "../protocol/state.ts";
import type { Id } from "../protocol/time.ts";
import { byOneOf } from "../recommend/rules.ts";
import { reachOf, type Target } from "../recommend/target.ts";
import { movedAway } from "../recommend/wrong-mood.ts";
import type { Store } from "../store/store.ts";
import type { Clock } from "./clock.ts";
import { artistsOf, trackIdOf } from "./pick-facts.ts";

/** For as long the newest correction can be taken back with one touch. */
const UNDO_WITHIN_MS = 60_000;

export interface CorrectionsOptions {
  store: Store;
  player: () => Player;
  /** Where the music should be now. */
  target: () => Target;
  /** Ends this song where it is the one that plays; the next one knows what was corrected. */
  leave: (pick: Pick, by: Actor) => Promise<void>;
  /** What suits is another now. */
  corrected: () => Promise<void>;
  clock: Clock;
  onChange: () => void;
}

/**
 * What people say of a song with one touch: that it is in the wrong mood, or not wanted here. What they say holds for
 * this place, at once. Answers why not, in words for a page, or null when it is done.
 */
export class Corrections {
  readonly #options: CorrectionsOptions;
  #newest: { correction: Correction; undo: () => Promise<unknown> } | null = null;
  #expiry: NodeJS.Timeout | undefined;

  constructor(options: CorrectionsOptions) {
    this.#options = options;
  }

  get newest(): Correction | null {
    return this.#newest?.correction ?? null;
  }

  async wrongMood(id: Id, by: Actor): Promise<string | null> {
    const { library } = this.#options.store;
    const track = await library.track(id);
    if (track === null) return unknown;
    if (!this.#isMovedAlready(track)) {
      const { affect } = track;
      await library.correct([id], movedAway(affect?.point ?? null, this.#options.target()));
      const before = affect?.from === "person" ? affect.point : null;
      this.#remember("wrong-mood", track, null, () => library.correct([id], before));
    }
    await this.#without((pick) => trackIdOf(pick) === id, by);
    return null;
  }

  async block(id: Id, what: "song" | "artist", by: Actor): Promise<string | null> {
    const { library } = this.#options.store;
    const track = await library.track(id);
    if (track === null) return unknown;
    const [artist = null] = track.artists;
    if (what === "artist" && artist === null) return "This song names no artist.";
    const target = what === "artist" && artist !== null ? { artist } : { track: id };
    await library.block(target, true);
    const kind = what === "artist" ? "block-artist" : "block-song";
    this.#remember(kind, track, what === "artist" ? artist : null, () => library.block(target, false));
    const byBlocked = byOneOf("artist" in target ? [target.artist] : []);
    await this.#without((pick) => trackIdOf(pick) === id || byBlocked(artistsOf(pick)), by);
    return null;
  }

  async undo(): Promise<string | null> {
    const newest = this.#newest;
    if (newest === null) return "There is nothing to take back any more.";
    await newest.undo();
    if (this.#newest === newest) this.#forget();
    await this.#options.player().requeue();
    await this.#options.corrected();
    return null;
  }

  stop(): void {
    clearTimeout(this.#expiry);
  }

  /** A finger that touches twice says it once, and can take it back as a whole. */
  #isMovedAlready({ id, affect }: Track): boolean {
    const { newest } = this;
    if (newest?.kind !== "wrong-mood" || newest.track !== id || affect === null) return false;
    const target = this.#options.target();
    return distance(affect.point, target.point) > reachOf(target);
  }

  /** Out of the queue, and no longer to be heard. */
  async #without(unwanted: (pick: Pick) => boolean, by: Actor): Promise<void> {
    const { player, leave, corrected } = this.#options;
    if (player().queue.some(unwanted)) await player().drop(unwanted);
    const { actual } = player().state;
    if ("pick" in actual && unwanted(actual.pick)) await leave(actual.pick, by);
    await corrected();
  }

  #remember(
    kind: Correction["kind"],
    { id, title }: Track,
    artist: string | null,
    undo: () => Promise<unknown>,
  ): void {
    const until = this.#options.clock.now() + UNDO_WITHIN_MS;
    this.#newest = { correction: { kind, track: id, title, artist, until }, undo };
    clearTimeout(this.#expiry);
    this.#expiry = setTimeout(() => this.#forget(), UNDO_WITHIN_MS);
    this.#options.onChange();
  }

  #forget(): void {
    clearTimeout(this.#expiry);
    this.#newest = null;
    this.#options.onChange();
  }
}

const unknown = "This song is not in the library any more.";
