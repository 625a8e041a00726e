import { uuidv7 } from "uuidv7";
import type { Player } from "../player/player.ts";
import type { Slate } from "../protocol/library.ts";
import type { Affect, Looks, Mood } from "../protocol/mood.ts";
import type { Pick, TrackEnd } from "../protocol/music.ts";
import type { Settings } from "../protocol/settings.ts";
import type { Id } from "../protocol/time.ts";
import { pickNext } from "../recommend/picker.ts";
import { type Store, StoreError } from "../store/store.ts";
import type { Clock } from "./clock.ts";
import type { Log } from "./log.ts";

const SLATES_KEPT = 4;
/**
 * A mood that goes on moving after it got its name leaves the queued song behind. Two neighbouring names lie about
 * 0.5 apart on the circumplex; half of that is another kind of song.
 */
const DRIFT = 0.25;

export interface DirectorOptions {
  store: Store;
  mood: () => Mood;
  looks: () => Looks;
  /** What the player is busy with: playing, paused, loading or bringing back. */
  current: () => Pick | null;
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
  #begunLast: Pick | null = null;
  /** Where the mood was when the last song was drawn. */
  #drawnFor: Affect | null = null;

  constructor(options: DirectorOptions) {
    this.#options = options;
  }

  /** For the player, which asks one song ahead. null: nothing in the library can be played. */
  async next(): Promise<Pick | null> {
    const { store, clock, random, log } = this.#options;
    const settings = this.#options.settings();
    // A pick that was queued and dropped again is never heard, so it keeps nobody out.
    const before = this.#options.current() ?? this.#begunLast;
    const mood = this.#options.mood();
    this.#drawnFor = mood.affect;
    const result = await pickNext(
      {
        mood,
        looks: this.#options.looks(),
        policy: settings.policy,
        now: clock.now(),
        restMs: settings.trackRestMinutes * 60_000,
        adventure: settings.adventure,
        allowExplicit: settings.allowExplicit,
        lastArtists: before ? artistsOf(before) : [],
        notTracks: [this.#begunLast, before].flatMap((pick) => trackIdOf(pick) ?? []),
      },
      { candidates: (query) => store.library.candidates(query), random, newId: uuidv7 },
    );
    if (!result) return null;
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

  /** A new name for the mood is a change of mood; drifting far within one only changes what comes next. */
  async roomChanged(mood: Mood, before: Mood, player: Player): Promise<void> {
    if (mood.label !== before.label) await this.chooseAnew(player);
    else if (this.#drawnFor && distance(mood.affect, this.#drawnFor) > DRIFT) {
      this.#drawnFor = mood.affect;
      await player.requeue();
    }
  }

  /** What is queued no longer suits. */
  async chooseAnew(player: Player): Promise<void> {
    await player.requeue();
    if (this.#options.settings().onMoodChange === "fade") await player.moveOn({ kind: "system" });
  }

  async began(pick: Pick): Promise<void> {
    const { store, clock, log } = this.#options;
    this.#begunLast = pick;
    const mood = this.#options.mood();
    log.info({ pick: pick.id, track: trackIdOf(pick), mood: mood.label }, "song began");
    const slate = this.#slates.get(pick.id) ?? null;
    await this.#note(pick, () => store.plays.begin({ pick, startedAt: clock.now(), mood, slate }));
  }

  async ended(pick: Pick, end: TrackEnd): Promise<void> {
    const { store, clock } = this.#options;
    const track = trackIdOf(pick);
    const why = "The player could not make sound of this file.";
    await this.#note(pick, () => store.plays.end(pick.id, end, clock.now()));
    if (end.how === "unplayable" && track)
      await this.#note(pick, () => store.library.markUnplayable(track, why));
  }

  /**
   * A disk that takes no writes costs the history and the mark, not the music. A store that is gone stays so, and
   * only a new daemon helps.
   */
  async #note(pick: Pick, write: () => Promise<void>): Promise<void> {
    try {
      await write();
    } catch (error) {
      if (!(error instanceof StoreError) || error.fault === "gone") throw error;
      this.#options.log.warn({ pick: pick.id, fault: error.fault }, error.message);
    }
  }

  /** Picks that were queued and dropped again never begin, so only the newest few are kept, and the player's own. */
  #remember(pick: Id, slate: Slate): void {
    this.#slates.set(pick, slate);
    const current = this.#options.current()?.id;
    const dropped = [...this.#slates.keys()].filter((id) => id !== current).slice(0, -SLATES_KEPT);
    for (const id of dropped) this.#slates.delete(id);
  }
}

function trackIdOf(pick: Pick | null): Id | null {
  return pick?.item.kind === "track" ? pick.item.track.id : null;
}

function artistsOf(pick: Pick): readonly string[] {
  return pick.item.kind === "track" ? pick.item.track.artists : [];
}

function distance(a: Affect, b: Affect): number {
  return Math.hypot(a.valence - b.valence, a.arousal - b.arousal);
}
