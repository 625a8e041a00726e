import type { Mood, Policy } from "../../protocol/mood.ts";
import type { Pick, TrackEnd } from "../../protocol/music.ts";
import type { Settings } from "../../protocol/settings.ts";
import type { Direction } from "../../protocol/state.ts";
import {
  afterMoodChange,
  afterSong,
  beginGlide,
  type Glide,
  pathOf,
  pointAt,
  stepOf,
} from "../../recommend/glide.ts";
import { reachOf, type Target, targetOf } from "../../recommend/target.ts";
import { policyFor, type Ways, waysAt } from "../../recommend/ways.ts";
import type { Clock } from "../clock.ts";

export interface CourseOptions {
  settings: () => Settings;
  mood: () => Mood;
  /** What a guest wants done about it, which outranks what the owner does; null for nothing special. */
  wished: () => Policy | null;
  /** What whoever's turn comes next wants done about it, which gives way to a guest's wish of now. */
  turn: () => Policy | null;
  /** The same of whoever's turn it is while this song plays. */
  turnOf: (song: Pick) => Policy | null;
  /** The same of everybody who takes turns; null leaves it to the owner. */
  inTurn: () => readonly (Policy | null)[];
  /** What the player is busy with. */
  playing: () => Pick | null;
  clock: Clock;
}

/** What a song is drawn for, or judged by. */
export interface Aim {
  ways: Ways;
  policy: Policy;
  target: Target;
}

/**
 * Where the music is heading: the owner's ways at this hour, applied to the room's mood, and how far a glide has come.
 * A glide begins when its policy comes to hold, when somebody says how the mood is, and when the room has fallen well
 * back behind where the way began (`afterMoodChange`). A song of it that was heard to its end brings it on by one step.
 */
export class Course {
  readonly #options: CourseOptions;
  #glide: Glide | null = null;
  /** The songs that were drawn on this glide and have not ended. Those that were queued and dropped again never end. */
  #onGlide = new WeakSet<Pick>();

  constructor(options: CourseOptions) {
    this.#options = options;
  }

  /** For the next song. `playing` is the one before it; null where that will not be heard to its end. */
  aim(playing: Pick | null): Aim {
    const ways = this.ways;
    const ahead = playing !== null && this.#onGlide.has(playing) ? 1 : 0;
    return this.#aim(ways, this.#policy(ways), ahead);
  }

  /** For the song that plays: it is judged by the wishes of whoever's turn it is, not of whoever comes next. */
  get current(): Aim {
    const { playing, wished, turnOf } = this.#options;
    const ways = this.ways;
    const song = playing();
    if (song === null) return this.aim(null);
    return this.#aim(ways, wished() ?? turnOf(song) ?? this.#owners(ways.daypart), 0);
  }

  /** The owner's, at this hour. */
  get ways(): Ways {
    const { settings, clock } = this.#options;
    return waysAt(settings(), clock.now());
  }

  /** The part of the day whose ways hold; null outside of all of them. */
  get daypart(): Ways["daypart"] {
    return this.ways.daypart;
  }

  /** For the pages: as it is for the song that plays. */
  get direction(): Direction {
    const { ways, policy, target } = this.current;
    const glide = this.#glideFor(policy);
    return {
      policy,
      target: target.point,
      reach: reachOf(target),
      path: glide && { points: pathOf(glide), step: stepOf(glide) },
      daypart: ways.daypart?.name ?? null,
    };
  }

  /** Answers whether the music heads elsewhere now: a glide that goes on leads where it led before. */
  moodRenamed(mood: Mood): boolean {
    if (this.#glide === null || this.#policy(this.ways) !== "glide") return true;
    const next = afterMoodChange(this.#glide, mood.affect);
    if (next === this.#glide) return false;
    this.#become(next);
    return true;
  }

  /** A person has said how the mood is: whatever was under way, the music meets them there first. */
  begunAnew(): void {
    this.#become(null);
  }

  drawn(pick: Pick): void {
    if (this.#glide !== null) this.#onGlide.add(pick);
  }

  ended(pick: Pick, end: TrackEnd): void {
    if (!this.#onGlide.delete(pick) || this.#glide === null) return;
    if (end.how === "finished") this.#glide = afterSong(this.#glide);
  }

  #aim(ways: Ways, policy: Policy, ahead: 0 | 1): Aim {
    const glide = this.#glideFor(policy);
    const target = targetOf(this.#options.mood(), policy, {
      highestArousal: ways.highestArousal,
      ...(glide && { glideAt: pointAt(glide, stepOf(glide, ahead)) }),
    });
    return { ways, policy, target };
  }

  #policy({ daypart }: Ways): Policy {
    const { wished, turn } = this.#options;
    return wished() ?? turn() ?? this.#owners(daypart);
  }

  #owners(daypart: Ways["daypart"]): Policy {
    const { settings, mood } = this.#options;
    return policyFor(mood().label, settings(), daypart);
  }

  /** It goes on with the next turn of somebody who is on it. */
  get #isOthersGlide(): boolean {
    const { wished, inTurn } = this.#options;
    const { daypart } = this.ways;
    return wished() === null && inTurn().some((policy) => (policy ?? this.#owners(daypart)) === "glide");
  }

  #glideFor(policy: Policy): Glide | null {
    const { glideTo, glideSongs } = this.#options.settings();
    if (policy !== "glide") {
      if (this.#glide !== null && !this.#isOthersGlide) this.#become(null);
      return null;
    }
    const glide = this.#glide;
    const asSet =
      glide !== null &&
      glide.songs === glideSongs &&
      glide.to.valence === glideTo.valence &&
      glide.to.arousal === glideTo.arousal;
    if (!asSet) this.#become(beginGlide(this.#options.mood().affect, glideTo, glideSongs));
    return this.#glide;
  }

  #become(glide: Glide | null): void {
    this.#glide = glide;
    this.#onGlide = new WeakSet();
  }
}
