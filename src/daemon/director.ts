import { uuidv7 } from "uuidv7";
import type { Player } from "../player/player.ts";
import type { Slate } from "../protocol/library.ts";
import type { Mood } from "../protocol/mood.ts";
import type { Pick, TrackEnd } from "../protocol/music.ts";
import type { Settings } from "../protocol/settings.ts";
import type { Id } from "../protocol/time.ts";
import { pickNext } from "../recommend/picker.ts";
import { type Store, StoreError } from "../store/store.ts";
import type { Clock } from "./clock.ts";
import type { Log } from "./log.ts";

const SLATES_KEPT = 4;

export interface DirectorOptions {
  store: Store;
  mood: () => Mood;
  settings: () => Settings;
  clock: Clock;
  random: () => number;
  log: Log;
}

/**
 * Brings mood and music together: picks the next song when the player asks for one, picks again when the mood has
 * changed, and writes down what was played and why.
 */
export class Director {
  readonly #options: DirectorOptions;
  /** What was seen when a song was drawn, until the song begins and it goes into the history. Oldest first. */
  readonly #slates = new Map<Id, Slate>();
  #latest: Pick | null = null;
  #playing: Pick | null = null;

  constructor(options: DirectorOptions) {
    this.#options = options;
  }

  /** For the player, which asks one song ahead. null: nothing in the library can be played. */
  async next(): Promise<Pick | null> {
    const { store, clock, random, log } = this.#options;
    const settings = this.#options.settings();
    const before = this.#latest ?? this.#playing;
    const result = await pickNext(
      {
        mood: this.#options.mood(),
        policy: settings.policy,
        now: clock.now(),
        restMs: settings.trackRestMinutes * 60_000,
        adventure: settings.adventure,
        allowExplicit: settings.allowExplicit,
        lastArtists: before ? artistsOf(before) : [],
        notTracks: [this.#playing, before].flatMap((pick) => trackIdOf(pick) ?? []),
      },
      { candidates: (query) => store.library.candidates(query), random, newId: uuidv7 },
    );
    if (!result) return null;
    this.#latest = result.pick;
    this.#remember(result.pick.id, result.slate);
    log.info(
      {
        pick: result.pick.id,
        track: trackIdOf(result.pick),
        ...result.pick.draw,
        reasons: result.pick.reasons,
      },
      "picked",
    );
    return result.pick;
  }

  /** The room's mood has another name, or the policy is another: what is queued no longer suits. */
  async moodChanged(player: Player): Promise<void> {
    this.#latest = null;
    await player.requeue();
    if (this.#options.settings().onMoodChange === "fade") await player.moveOn({ kind: "system" });
  }

  async began(pick: Pick): Promise<void> {
    this.#playing = pick;
    const slate = this.#slates.get(pick.id) ?? null;
    const mood = this.#options.mood();
    this.#options.log.info({ pick: pick.id, track: trackIdOf(pick), mood: mood.label }, "song began");
    await this.#options.store.plays.begin({ pick, startedAt: this.#options.clock.now(), mood, slate });
  }

  async ended(pick: Pick, end: TrackEnd): Promise<void> {
    const { store, clock, log } = this.#options;
    log.info({ pick: pick.id, how: end.how, by: end.by?.kind ?? null, heardMs: end.heardMs }, "song ended");
    const track = trackIdOf(pick);
    await store.plays.end(pick.id, end, clock.now());
    if (end.how === "unplayable" && track) await this.#markUnplayable(track);
  }

  /** A disk that takes no writes costs the mark, not the music: the player skips the file again next time. */
  async #markUnplayable(track: Id): Promise<void> {
    try {
      await this.#options.store.library.markUnplayable(
        track,
        "The player could not make sound of this file.",
      );
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      this.#options.log.warn({ track, fault: error.fault }, error.message);
    }
  }

  /** Picks that were queued and dropped again never begin, so only the newest few are kept. */
  #remember(pick: Id, slate: Slate): void {
    this.#slates.set(pick, slate);
    const [oldest] = this.#slates.keys();
    if (this.#slates.size > SLATES_KEPT && oldest) this.#slates.delete(oldest);
  }
}

function trackIdOf(pick: Pick | null): Id | null {
  return pick?.item.kind === "track" ? pick.item.track.id : null;
}

function artistsOf(pick: Pick): readonly string[] {
  return pick.item.kind === "track" ? pick.item.track.artists : [];
}
