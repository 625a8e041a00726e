import type { NextPick } from "../../player/pick-queue.ts";
import type { Player, PlayerEvent } from "../../player/player.ts";
import type { PhoneSong } from "../../protocol/guests.ts";
import type { TodaysRules } from "../../protocol/library.ts";
import type { Looks, Mood, Policy } from "../../protocol/mood.ts";
import type { Pick } from "../../protocol/music.ts";
import type { SettingName, Settings } from "../../protocol/settings.ts";
import type { AppState, Direction, Preferences } from "../../protocol/state.ts";
import type { Id } from "../../protocol/time.ts";
import { seededRandom } from "../../recommend/random.ts";
import type { PickRequest } from "../../recommend/request.ts";
import { todaysRules } from "../../recommend/todays-rules.ts";
import type { Store } from "../../store/store.ts";
import type { Clock } from "../clock.ts";
import type { Log } from "../log.ts";
import type { Company } from "../people/company.ts";
import { Asking } from "./asking.ts";
import { BlockExpiry } from "./block-expiry.ts";
import { Corrections } from "./corrections.ts";
import { Course } from "./course.ts";
import { DialSong } from "./dial-song.ts";
import { Director, type RoomChange } from "./director.ts";
import { lineIn, songOn, trackIdOf, wasAskedFor } from "./pick-facts.ts";
import { PickRequests } from "./pick-requests.ts";
import { SixPicks } from "./six-picks.ts";
import { Skips } from "./skips.ts";
import { Wishes } from "./wishes.ts";

/** What the music does about the mood: another one of these is like another mood. */
const waysOfMood: ReadonlySet<SettingName> = new Set(["policy", "policyByMood", "glideTo", "glideSongs"]);
/** What was queued by other rules may not be allowed by these. */
const rulesOfPicks: ReadonlySet<SettingName> = new Set([
  "dayparts",
  "allowExplicit",
  "trackRestMinutes",
  "artistRestMinutes",
  "shortestSongSeconds",
  "longestSongMinutes",
  "languages",
  "favouriteArtists",
  "adventure",
]);

type CompanyAtPlay = {
  [Part in "turnAfter" | "policyOf" | "policies" | "unwanted" | "began" | "comesAgain"]: Company[Part];
};

/** Gone where a phone asked for it and its guest wants it no more, or may not: it stays away then. */
export type PutBack = "waits" | "gone" | "not-ours";

export interface ProgrammeOptions {
  store: Store;
  player: () => Player;
  mood: () => Mood;
  looks: () => Looks;
  settings: () => Settings;
  /** Who is in the room, by turns. */
  company: () => CompanyAtPlay;
  phones: {
    /** What they wait for and is not in the player's queue yet, in its order. */
    wait: () => readonly PhoneSong[];
    /** What one of them asked for waits again as the first one. */
    putBack: (pick: Pick) => PutBack;
    /** Whether one of them asked for it. */
    askedFor: (pick: Id) => boolean;
  };
  clock: Clock;
  /** Seeded: the same numbers give the same songs. */
  random: () => number;
  onChange: () => void;
  log: Log;
}

/** What a guest says they would like. */
type Wanted = Omit<Preferences, "policy" | "until"> & { policy?: Policy | null | undefined };

/** What plays, and what people may do about it: the parts behind it are joined here and nowhere else. */
export class Programme {
  readonly sixPicks: SixPicks;
  readonly asking: Asking;
  readonly skips: Skips;
  readonly corrections: Corrections;
  readonly #course: Course;
  readonly #wishes: Wishes;
  readonly #requests: PickRequests;
  readonly #director: Director;
  readonly #blockExpiry: BlockExpiry;
  readonly #options: ProgrammeOptions;

  constructor(options: ProgrammeOptions) {
    const { store, player, mood, looks, settings, company, clock, onChange, log } = options;
    this.#options = options;
    // A stream of its own: whenever six others are drawn, the songs after it stay the same.
    const random = seededRandom(Math.floor(options.random() * 2 ** 32));

    this.#wishes = new Wishes({ settings, clock, onChange: (before) => void this.#wishesChanged(before) });
    const turn = () => company().turnAfter(lineIn(player()));
    const playing = () => songOn(player().state);
    const dial = new DialSong(mood);
    const aimedAt = () => dial.mood;
    this.#course = new Course({
      settings,
      mood: aimedAt,
      wished: () => this.#wishes.current.policy,
      turn: () => turn()?.policy ?? null,
      turnOf: (song) => company().policyOf(song),
      inTurn: () => company().policies,
      playing,
      clock,
    });
    this.#requests = new PickRequests({
      course: this.#course,
      wishes: this.#wishes,
      turn,
      unwanted: () => company().unwanted,
      mood: aimedAt,
      looks,
      settings,
      current: playing,
      asked: () => player().queue.filter(wasAskedFor),
      waiting: options.phones.wait,
      clock,
    });
    this.skips = new Skips({ player, course: this.#course, requests: this.#requests });
    this.#director = new Director({
      store,
      course: this.#course,
      dial,
      requests: this.#requests,
      mood,
      playing: () => player().state.actual,
      settings,
      sift: () => this.asking.sift(),
      onUnplayable: (track) => this.#foundUnplayable(track),
      clock,
      random: options.random,
      log,
    });
    this.sixPicks = new SixPicks({
      store,
      request: () => {
        const request = this.#requests.now();
        const queued = player().queue.flatMap((pick) => trackIdOf(pick) ?? []);
        // A small library would bring the song that was just said to be wrong here back from the next mood.
        const { wrongNow } = this.corrections.steps;
        return { ...request, notTracks: [...request.notTracks, ...queued, ...wrongNow] };
      },
      random,
      onChange,
      log,
    });
    this.asking = new Asking({
      store,
      player,
      sixPicks: this.sixPicks,
      ways: () => this.#course.ways,
      settings,
      clock,
      log,
    });
    this.corrections = new Corrections({
      store,
      player,
      target: () => this.#course.current.target,
      settings,
      inLine: (work) => this.asking.inLine(work),
      leave: (pick, by) => this.skips.leave(pick, by),
      putBack: async (pick) => {
        if (options.phones.putBack(pick) !== "not-ours") return;
        if (await this.asking.putBack(pick)) company().comesAgain(pick);
      },
      corrected: () => this.sixPicks.refresh(),
      artistWanted: (artist, wanted) =>
        wanted ? this.#wishes.takeUp(artist) : this.#wishes.putAside(artist),
      blocksChanged: () => void this.#blockExpiry.look(),
      clock,
      onChange,
    });
    this.#blockExpiry = new BlockExpiry({
      library: store.library,
      clock,
      log,
      onLifted: () => {
        this.corrections.steps.forgetEnded();
        return this.sixPicks.refresh();
      },
    });
  }

  get direction(): Direction {
    return this.#course.direction;
  }

  get sections() {
    return {
      sixPicks: this.sixPicks.picks,
      direction: this.direction,
      preferences: this.#wishes.current,
      lastCorrection: this.corrections.steps.shown?.correction ?? null,
      corrections: this.corrections.steps.list,
    } satisfies Partial<AppState>;
  }

  /** What a song has to be to come now or later today. */
  get todaysRules(): TodaysRules {
    const { settings, clock } = this.#options;
    return todaysRules(settings(), clock.now());
  }

  start(): void {
    void this.#blockExpiry.look();
  }

  /** Resolves when the store is asked nothing more. */
  async stop(): Promise<void> {
    this.#wishes.stop();
    this.corrections.steps.stop();
    await this.#blockExpiry.stop();
    await this.sixPicks.stop();
  }

  next(): Promise<NextPick> {
    return this.#director.next();
  }

  async roomChanged(change: RoomChange): Promise<void> {
    if (!(await this.#director.roomChanged(change, this.#options.player()))) return;
    // Who says how the mood is wants to see what comes of it; a camera changes its mind while somebody chooses.
    await (change.mood.basis === "manual" ? this.sixPicks.refresh() : this.sixPicks.follow());
  }

  async settingsChanged(changed: readonly SettingName[]): Promise<void> {
    const otherRules = changed.some((name) => rulesOfPicks.has(name));
    const otherWays = changed.some((name) => waysOfMood.has(name));
    if (otherRules) await this.asking.sift();
    if (otherWays) await this.#director.chooseAnew(this.#options.player());
    if (otherRules || otherWays) await this.sixPicks.refresh();
  }

  /** Other songs may be played, or songs stand elsewhere: what waits and what is offered was chosen from the old ones. */
  async choiceChanged(): Promise<void> {
    await this.asking.sift();
    await this.sixPicks.refresh();
  }

  async began(event: PlayerEvent & { type: "began" }): Promise<void> {
    this.#options.company().began(event.pick);
    await this.#director.began(event);
    await this.sixPicks.refresh();
  }

  ended(event: PlayerEvent & { type: "ended" }): Promise<void> {
    return this.#director.ended(event);
  }

  /** Somebody came or went, or likes something else: what plays goes on, and what follows is chosen for who is here. */
  async companyChanged(): Promise<void> {
    await this.#options.player().requeue();
    await this.sixPicks.refresh();
  }

  /** Without a policy, what was wished of that stays. */
  prefer({ languages, artists, policy = this.#wishes.current.policy }: Wanted): void {
    this.#wishes.choose({ languages, artists, policy });
  }

  /** A wish from before a restart, for what is left of its time. */
  wishAgain(wish: Omit<Preferences, "until">, forMs: number): void {
    this.#wishes.choose(wish, forMs);
  }

  /** What the picker goes by at this moment. */
  get request(): PickRequest {
    return this.#requests.now();
  }

  /** It may be offered as well, or somebody asked for it twice. */
  async #foundUnplayable(track: Id): Promise<void> {
    const isIt = (pick: Pick) => trackIdOf(pick) === track;
    if (this.#options.player().queue.some(isIt)) await this.choiceChanged();
    else if (this.sixPicks.picks.some(isIt)) await this.sixPicks.refresh();
  }

  async #wishesChanged(before: Preferences): Promise<void> {
    const { player, onChange } = this.#options;
    onChange();
    const otherPolicy = this.#wishes.current.policy !== before.policy;
    await (otherPolicy ? this.#director.chooseAnew(player()) : player().requeue());
    await this.sixPicks.refresh();
  }
}
