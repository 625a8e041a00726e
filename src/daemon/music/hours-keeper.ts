import type { WantedVolume } from "../../player/bookmark.ts";
import { nextOpening } from "../../player/hours/next-opening.ts";
import { openSince } from "../../player/hours/open-since.ts";
import { isOpen, type OpeningSettings } from "../../player/hours/opening-hours.ts";
import type { Player } from "../../player/player.ts";
import {
  boundsNow,
  isHeldLow,
  type VolumeRules,
  type VolumeSituation,
  volumeNow,
  within,
} from "../../player/volume/volume-rules.ts";
import type { Actor } from "../../protocol/people.ts";
import type { Settings } from "../../protocol/settings.ts";
import type { VolumeBounds } from "../../protocol/state.ts";
import type { EpochMs, MonotonicMs } from "../../protocol/time.ts";
import { volumeSentence } from "../../protocol/volume-words.ts";
import { wallClock } from "../../protocol/wall-clock.ts";
import { daypartAt } from "../../recommend/daypart.ts";
import type { Clock } from "../clock.ts";
import type { Log } from "../log.ts";

const lookEveryMs = 5_000;
/** A step of a climb that nobody hears as one. */
const leastStep = 0.005;
const schedule: Actor = { kind: "schedule" };

export interface HoursKeeperOptions {
  player: () => Player;
  settings: () => Settings;
  /** Whether the machine knows what time it is. */
  trusted: () => boolean;
  clock: Clock;
  /** The hours have moved on: what holds may be other than before. */
  onLook?: () => void;
  /** The machine's own unless told. */
  timeZone?: string;
  log: Log;
}

/** Opens and closes the music by the owner's hours, and keeps its volume within the owner's rules. */
export class HoursKeeper {
  readonly #options: HoursKeeperOptions;
  /** How loud somebody wants it, whatever the rules make of that. */
  #wanted: number;
  /** What the player was told; another value there is somebody's wish. */
  #told: number;
  #open = true;
  /** Wishes that the player has still to be told: until then its volume is nobody's. */
  #telling = 0;
  #moved = false;
  /** Somebody has set what is wanted, now or before a restart. */
  #byPerson = false;
  /** By which settings the next opening was reckoned, and what came of it. */
  #next: { by: OpeningSettings; at: EpochMs | null } | null = null;
  #openedAt: MonotonicMs = Number.NEGATIVE_INFINITY;
  /** It is known since when it was open as this daemon came. */
  #reckoned = false;
  #looking: NodeJS.Timeout | null = null;

  constructor(options: HoursKeeperOptions) {
    this.#options = options;
    this.#wanted = options.settings().volume;
    this.#reckon();
    this.#told = this.#volume;
  }

  /** For the player, before it starts. */
  get volume(): number {
    return this.#told;
  }

  /** For the daemon after this one. */
  get wanted(): WantedVolume {
    return { volume: this.#wanted, byPerson: this.#byPerson, atStart: this.#options.settings().volume };
  }

  /**
   * What was wanted before a restart. Nobody has moved it since: whoever did may not know what time it is now, and where the
   * machine doesn't either, it is held low all the same.
   */
  recall({ volume, byPerson, atStart }: WantedVolume): number {
    if (atStart !== null && atStart !== this.#options.settings().volume) return this.#told;
    this.#wanted = volume;
    this.#byPerson = byPerson;
    // Whoever moved it during a climb has said how loud it is to be.
    if (byPerson) this.#openedAt = Number.NEGATIVE_INFINITY;
    this.#told = this.#volume;
    return this.#told;
  }

  /** As far as anybody may move it now. */
  get range(): VolumeBounds {
    return boundsNow(this.#rules, { wall: this.#wall, trusted: this.#knowsEnough });
  }

  /** It is quieter than it is meant to be because nobody knows what time it is. */
  get isHeldLow(): boolean {
    return isHeldLow(this.#wanted, this.#rules, this.#situation);
  }

  /** Whether there should be music now, as it was last looked at; before it starts, as it is. */
  get open(): boolean {
    return this.#looking === null ? this.#isOpen : this.#open;
  }

  /** When it opens again by itself; null where it is open, or nobody can tell. */
  get opensAt(): EpochMs | null {
    if (this.#open) return null;
    const { settings, clock, timeZone } = this.#options;
    const [by, now] = [settings(), clock.now()];
    const known = this.#next !== null && areSame(this.#next.by, by);
    const isPast = this.#next?.at != null && this.#next.at <= now;
    if (!known || isPast) this.#next = { by, at: nextOpening(by, now, timeZone) };
    return this.#next?.at ?? null;
  }

  /** What the player is to start with. */
  start(): "playing" | "closed" {
    this.#reckon();
    this.#open = this.#isOpen;
    this.#looking = setInterval(() => this.look(), lookEveryMs);
    return this.#open ? "playing" : "closed";
  }

  stop(): void {
    if (this.#looking !== null) clearInterval(this.#looking);
    this.#looking = null;
  }

  /** After a while, or when the settings or what is known of the time have changed. */
  look(): void {
    if (this.#looking === null) return;
    const { player, clock, log } = this.#options;
    this.#reckon();
    const open = this.#isOpen;
    if (open !== this.#open) {
      this.#open = open;
      if (open) {
        this.#openedAt = clock.monotonic();
        // What was said before it closed says nothing of this climb, nor to a daemon that comes in the middle of it.
        this.#byPerson = false;
      }
      log.info({ open }, open ? "it opens" : "it closes");
      this.#keepVolume();
      void (open ? player().reopen(schedule) : player().close(schedule));
    } else this.#keepVolume();
    this.#options.onLook?.();
  }

  /**
   * As far as the owner's range lets it; answers why no further, or null. Whoever moves it during a climb has said how
   * loud it is to be.
   */
  async setVolume(volume: number, by: Actor): Promise<string | null> {
    const { range } = this;
    this.#wanted = within(volume, range);
    this.#moved = true;
    this.#byPerson = true;
    this.#openedAt = Number.NEGATIVE_INFINITY;
    await this.#tell(this.#volume, by);
    return within(volume, range) === volume ? null : volumeSentence(range);
  }

  async #tell(volume: number, by: Actor): Promise<void> {
    this.#told = volume;
    this.#telling += 1;
    try {
      await this.#options.player().setVolume(volume, by);
    } finally {
      this.#telling -= 1;
    }
  }

  /** A climb goes on where it would be, whenever in it this daemon has come: once anybody knows what time it is. */
  #reckon(): void {
    const { settings, clock, trusted, timeZone } = this.#options;
    if (this.#reckoned || !trusted()) return;
    this.#reckoned = true;
    if (this.#byPerson) return;
    const now = clock.now();
    const since = openSince(settings(), { now, lookBack: settings().climbMinutes, timeZone });
    if (since !== null) this.#openedAt = clock.monotonic() - (now - since);
  }

  #keepVolume(): void {
    if (this.#telling > 0) return;
    const { volume } = this.#options.player().state;
    if (volume !== this.#told) {
      this.#wanted = volume;
      this.#byPerson = true;
    }
    const next = this.#volume;
    this.#told = volume;
    if (Math.abs(next - volume) >= leastStep) void this.#tell(next, schedule);
  }

  get #isOpen(): boolean {
    const { settings, clock, trusted } = this.#options;
    return isOpen(settings(), { now: clock.now(), wall: this.#wall, trusted: trusted() });
  }

  get #volume(): number {
    return volumeNow(this.#wanted, this.#rules, this.#situation);
  }

  get #situation(): VolumeSituation {
    const { settings, clock } = this.#options;
    return {
      wall: this.#wall,
      trusted: this.#knowsEnough,
      moved: this.#moved,
      openForMs: clock.monotonic() - this.#openedAt,
      climbMs: settings().climbMinutes * 60_000,
    };
  }

  get #knowsEnough(): boolean {
    return this.#options.trusted() || !this.#goesByTheClock;
  }

  /** Without such rules a machine that never learns the time, far from any network, is as loud as it is meant to be. */
  get #goesByTheClock(): boolean {
    const { openingHours, holidays, quietHours, dayparts } = this.#options.settings();
    const parts = dayparts.filter(({ volume }) => volume !== undefined);
    return [openingHours, holidays, quietHours, parts].some(({ length }) => length > 0);
  }

  get #rules(): VolumeRules {
    const { volumeRange, quietHours, dayparts } = this.#options.settings();
    const daypart = daypartAt(dayparts, this.#wall);
    return { volumeRange, quietHours, daypart: daypart?.volume ?? null };
  }

  get #wall() {
    return wallClock(this.#options.clock.now(), this.#options.timeZone);
  }
}

/** Lists that nobody has set anew are the same lists. */
function areSame(one: OpeningSettings, other: OpeningSettings): boolean {
  return (
    one.openingHours === other.openingHours &&
    one.holidays === other.holidays &&
    one.temporaryStop === other.temporaryStop
  );
}
