import { isDeepStrictEqual } from "node:util";
import type { Health } from "../protocol/health.ts";
import type { PlayerState } from "../protocol/music.ts";
import type { EpochMs } from "../protocol/time.ts";
import type { Song } from "./song.ts";

/** A page counts the position on by itself; it is told again when it would be off by more than this. */
const driftMs = 1_000;

/** What the player has told the world about itself. Says so only when something is really different. */
export class Told {
  readonly #now: () => EpochMs;
  readonly #changed: () => void;
  #state: PlayerState;
  #health: Health = { state: "starting" };

  constructor(options: { state: PlayerState; now: () => EpochMs; changed: () => void }) {
    this.#state = options.state;
    this.#now = options.now;
    this.#changed = options.changed;
  }

  get state(): PlayerState {
    return this.#state;
  }

  get health(): Health {
    return this.#health;
  }

  tell(part: Partial<PlayerState>): void {
    const state = { ...this.#state, ...part };
    if (isDeepStrictEqual(state, this.#state)) return;
    this.#state = state;
    this.#changed();
  }

  /** Playing or paused, as was intended, from here on. */
  tellPlaying(song: Song): void {
    const state = this.#state.intended === "playing" ? "playing" : "paused";
    this.tell({ actual: { state, pick: song.pick, positionMs: song.positionMs, at: this.#now() } });
  }

  /** On the way to the first sound of a song, back to it, or to any song at all. */
  tellWaiting(song: Song | null): void {
    if (song === null) this.tell({ actual: { state: "idle", because: "starting" } });
    else if (!song.begun) this.tell({ actual: { state: "loading", pick: song.pick } });
    else {
      const { pick, positionMs } = song;
      this.tell({ actual: { state: "recovering", pick, positionMs } });
    }
  }

  /** By the wall clock, as pages count: a clock that was set is a drift too. */
  hasDrifted(song: Song): boolean {
    const { actual } = this.#state;
    if (actual.state !== "playing" || actual.pick.id !== song.pick.id) return false;
    const expectedMs = actual.positionMs + (this.#now() - actual.at);
    return Math.abs(song.positionMs - expectedMs) > driftMs;
  }

  tellHealth(health: Health): void {
    const before = this.#health;
    if ("since" in health && "since" in before && before.reason === health.reason)
      health = { ...health, since: before.since };
    if (isDeepStrictEqual(health, before)) return;
    this.#health = health;
    this.#changed();
  }
}
