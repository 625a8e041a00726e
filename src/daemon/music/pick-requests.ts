import type { PhoneSong } from "../../protocol/guests.ts";
import type { Looks, Mood } from "../../protocol/mood.ts";
import type { Pick } from "../../protocol/music.ts";
import type { Settings } from "../../protocol/settings.ts";
import type { Id } from "../../protocol/time.ts";
import type { PickRequest, Turn } from "../../recommend/request.ts";
import { lengthLimits } from "../../recommend/todays-rules.ts";
import type { Clock } from "../clock.ts";
import type { Course } from "./course.ts";
import { artistsOf, trackIdOf } from "./pick-facts.ts";
import type { Wishes } from "./wishes.ts";

export interface PickRequestsOptions {
  course: Course;
  wishes: Wishes;
  /** Whose turn it is after all that plays or waits. */
  turn: () => Turn | null;
  unwanted: () => readonly Id[];
  mood: () => Mood;
  looks: () => Looks;
  settings: () => Settings;
  /** What the player is busy with: playing, paused, loading or bringing back. */
  current: () => Pick | null;
  /** Songs that people asked for, in the order in which they will be heard. */
  asked: () => readonly Pick[];
  /** Songs that wait to be put there for guests' phones, in that order. */
  waiting: () => readonly PhoneSong[];
  clock: Clock;
}

/** Puts together what the picker goes by at this moment. */
export class PickRequests {
  readonly #options: PickRequestsOptions;
  #begunLast: Pick | null = null;
  #leaving: Pick | null = null;

  constructor(options: PickRequestsOptions) {
    this.#options = options;
  }

  begun(pick: Pick): void {
    this.#begunLast = pick;
  }

  /** This song is about to be skipped, so it will not bring a glide on. */
  leaving(pick: Pick | null): void {
    this.#leaving = pick;
  }

  now(): PickRequest {
    const { course, wishes, turn, unwanted, mood, looks, settings, current, asked, waiting, clock } =
      this.#options;
    const playing = current();
    const { ways, policy, target } = course.aim(playing?.id === this.#leaving?.id ? null : playing);
    const set = settings();
    const wished = wishes.current;
    // What is chosen comes before these, so it must not be what makes them wait.
    const later = waiting();
    // A pick that was queued and dropped again is never heard, so it keeps nobody out.
    const line = [this.#begunLast, playing ?? this.#begunLast, ...asked()].filter((pick) => pick !== null);
    return {
      mood: mood(),
      looks: looks(),
      policy,
      target,
      now: clock.now(),
      restMs: set.trackRestMinutes * 60_000,
      artistRestMs: set.artistRestMinutes * 60_000,
      adventure: set.adventure,
      allowExplicit: ways.allowExplicit,
      highestArousal: ways.highestArousal,
      ...lengthLimits(set),
      wishes: { languages: wished.languages, artists: wished.artists },
      turn: turn(),
      unwanted: unwanted(),
      languages: set.languages,
      favourites: set.favouriteArtists,
      lastArtists: [
        ...line.slice(-1).flatMap(artistsOf),
        ...later.slice(0, 1).flatMap(({ artists }) => artists),
      ],
      comingArtists: [...later.flatMap(({ artists }) => artists), ...line.flatMap(artistsOf)],
      // The last one is just before.
      notTracks: [...later.map(({ track }) => track), ...line.flatMap((pick) => trackIdOf(pick) ?? [])],
    };
  }
}
