import { uuidv7 } from "uuidv7";
import type { NextPick } from "../../player/pick-queue.ts";
import type { Player, PlayerEvent } from "../../player/player.ts";
import { songFiles } from "../../player/reachable-files.ts";
import { distance } from "../../protocol/circumplex.ts";
import type { Slate } from "../../protocol/library.ts";
import type { Daypart, Mood, Policy } from "../../protocol/mood.ts";
import type { Pick, PlayerState } from "../../protocol/music.ts";
import type { Settings } from "../../protocol/settings.ts";
import type { Id } from "../../protocol/time.ts";
import { pickNext } from "../../recommend/picker.ts";
import type { PickRequest } from "../../recommend/request.ts";
import { type Store, StoreError } from "../../store/store.ts";
import type { Clock } from "../clock.ts";
import type { Log } from "../log.ts";
import type { Course } from "./course.ts";
import type { DialSong } from "./dial-song.ts";
import { trackIdOf, wasAskedFor } from "./pick-facts.ts";
import type { PickRequests } from "./pick-requests.ts";
import { RoomMeter } from "./room-meter.ts";

/**
 * A target that goes on moving after the mood got its name leaves the queued song behind. Two neighbouring names lie
 * about 0.5 apart on the circumplex; half of that is another kind of song.
 */
const DRIFT = 0.25;
/** A disk that has gone to sleep takes some seconds to turn. */
const patienceMs = 10_000;

export interface DirectorOptions {
  store: Store;
  course: Course;
  dial: DialSong;
  requests: PickRequests;
  mood: () => Mood;
  playing: () => PlayerState["actual"];
  settings: () => Settings;
  /** Takes out of the queue what the owner's rules no longer allow, and chooses anew what follows. */
  sift: () => Promise<void>;
  /** This song can't be played, as was just found out. */
  onUnplayable: (track: Id) => Promise<void>;
  clock: Clock;
  random: () => number;
  log: Log;
}

export interface RoomChange {
  mood: Mood;
  before: Mood;
  /** Somebody took their word on the dial back. */
  givenBack: boolean;
}

interface Draw {
  slate: Slate;
  policy: Policy;
}

/**
 * Brings mood and music together: picks the next song when the player asks for one, picks again when the mood has
 * changed, and writes down what was played, why, and how the room looked before and meanwhile.
 */
export class Director {
  readonly #options: DirectorOptions;
  /** What was seen when a song was drawn, for the history. Goes with the pick: many are queued and dropped again. */
  readonly #draws = new WeakMap<Pick, Draw>();
  #meter = new RoomMeter();
  /** What the last song was drawn for. */
  #drawnFor: PickRequest | null = null;
  #daypart: Daypart | null;

  constructor(options: DirectorOptions) {
    this.#options = options;
    this.#daypart = options.course.daypart;
  }

  /** For the player, which asks one song ahead. null: nothing in the library can be played. */
  async next(): Promise<NextPick> {
    const { store, course, requests, random, log } = this.#options;
    const request = requests.now();
    this.#drawnFor = request;
    try {
      const candidates = store.library.candidates.bind(store.library);
      const result = await pickNext(request, { candidates, random, newId: uuidv7 });
      if (!result) return null;
      const { pick, slate } = result;
      course.drawn(pick);
      this.#draws.set(pick, { slate, policy: request.policy });
      // Without the mood: a log is kept for longer than moods are.
      const widened = pick.reasons.flatMap((reason) => (reason.kind === "widened" ? [reason.rule] : []));
      log.info({ pick: pick.id, track: trackIdOf(pick), ...pick.draw, widened }, "picked");
      return pick;
    } catch (error) {
      // A store that is gone stays so, and only a new daemon helps.
      if (!(error instanceof StoreError) || error.fault === "gone") throw error;
      return { unavailable: error.message };
    }
  }

  /**
   * A new name for the mood is a change of mood, and so is a person's word; drifting far within one, and another part
   * of the day, only change what comes next. While the dial's song is still to come, nothing but a person's word does.
   * Answers whether anything changes.
   */
  async roomChanged({ mood, before, givenBack }: RoomChange, player: Player): Promise<boolean> {
    const { course, dial, playing, clock } = this.#options;
    this.#meter.pass(mood, playing().state === "playing", clock.monotonic());
    const said = mood.basis === "manual" && (before.basis !== "manual" || mood.affect !== before.affect);
    if (said) course.begunAnew();
    if (said) dial.said(mood);
    // Whoever set it before closing time is not there at the next opening.
    const wasDials = !said && (givenBack || player.state.intended === "closed") && dial.forget();
    const isRenamed = wasDials || (mood.label !== before.label && !dial.waits);
    const otherMood = said || (isRenamed && course.moodRenamed(mood));

    const { daypart } = course;
    const otherHours = daypart !== this.#daypart;
    this.#daypart = daypart;
    if (otherHours) await this.#options.sift();
    if (otherMood) await this.chooseAnew(player);
    else if (!otherHours && this.#hasDrifted()) await player.requeue();
    else return otherHours;
    return true;
  }

  /**
   * What is queued no longer suits. A song that somebody asked for is not taken away from them, nor does it take another's
   * place sooner: it is no answer to the mood.
   */
  async chooseAnew(player: Player): Promise<void> {
    await player.requeue();
    const playing = this.#options.playing();
    if (this.#options.settings().onMoodChange !== "fade") return;
    if ("pick" in playing && !wasAskedFor(playing.pick)) await player.moveOn({ kind: "system" });
  }

  async began({ pick, at, alone }: PlayerEvent & { type: "began" }): Promise<void> {
    const { store, course, dial, requests, log } = this.#options;
    requests.begun(pick);
    const now = this.#options.mood();
    // Before anything is chosen to follow it: the room leads from here on.
    if (dial.begun(pick)) course.moodRenamed(now);
    this.#meter = new RoomMeter();
    // Nobody saw the room then.
    const mood = alone ? null : now;
    log.info({ pick: pick.id, track: trackIdOf(pick) }, "song began");
    const { slate = null, policy = null } = this.#draws.get(pick) ?? {};
    const target = slate?.target ?? null;
    await this.#note(pick, () => store.plays.begin({ pick, startedAt: at, mood, slate, policy, target }));
  }

  async ended({ pick, end, at }: PlayerEvent & { type: "ended" }): Promise<void> {
    const { store, course } = this.#options;
    course.ended(pick, end);
    const during = this.#meter.mean;
    const track = trackIdOf(pick);
    await this.#note(pick, () => store.plays.end(pick.id, end, at, during));
    if (end.how !== "unplayable" || track === null) return;
    await this.#note(pick, () => this.#markUnplayable(track));
    await this.#options.onUnplayable(track);
  }

  /** A file that is gone, on a stick that was pulled out, say, is missing: when it comes back it can be played again. */
  async #markUnplayable(track: Id): Promise<void> {
    const { library } = this.#options.store;
    const path = await library.path(track);
    if (path === null) return;
    const found = await songFiles.ask(path, patienceMs);
    // Of a disk that does not answer nobody knows; its folder is missed where that goes on.
    if (found === "late" || found === "unasked") return;
    if (found !== "there" && found.gone) await library.markMissing([path]);
    else await library.markUnplayable(track, "The player could not make sound of this file.");
  }

  /** Far from what the last song was drawn for, by the lights of the next one. */
  #hasDrifted(): boolean {
    const { requests } = this.#options;
    if (this.#drawnFor === null) return false;
    const now = requests.now();
    if (distance(now.target.point, this.#drawnFor.target.point) <= DRIFT) return false;
    this.#drawnFor = now;
    return true;
  }

  /** A disk that takes no writes costs the history and the mark, not the music. */
  async #note(pick: Pick, write: () => Promise<void>): Promise<void> {
    try {
      await write();
    } catch (error) {
      if (!(error instanceof StoreError) || error.fault === "gone") throw error;
      this.#options.log.warn({ pick: pick.id, fault: error.fault }, error.message);
    }
  }
}
