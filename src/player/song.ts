import type { Pick, TrackEnd } from "../protocol/music.ts";
import type { EpochMs } from "../protocol/time.ts";
import { Heard } from "./heard.ts";

/** Losses at one place of a song after which the song is to blame, and the next one is played. */
const tooManyLosses = 4;
/** Sound for so long means that a recovery has held. */
const heldAfterMs = 1_000;

/** The pick that is being played, from when it was taken until it ends. */
export class Song {
  readonly pick: Pick;
  /** When it began, where no daemon was there. */
  readonly beganAlone: EpochMs | null;
  /** An output has it, playing or paused. */
  loaded = false;
  /** It has been heard. */
  begun = false;
  durationMs: number | null = null;
  #positionMs = 0;
  #loadedAtMs = 0;
  #losses = 0;
  readonly #heard: Heard;
  /** Somebody heard it meanwhile, though no daemon was there. */
  #playedOn: boolean;

  /** An earlier daemon may have played a part of it, and the mpv that it left behind may play it still. */
  constructor(
    pick: Pick,
    {
      positionMs = 0,
      heardMs = 0,
      playedOn = false,
      beganAlone = null,
    }: { positionMs?: number; heardMs?: number; playedOn?: boolean; beganAlone?: EpochMs | null } = {},
  ) {
    this.pick = pick;
    this.beganAlone = beganAlone;
    this.#playedOn = playedOn;
    this.#positionMs = positionMs;
    this.#heard = new Heard(positionMs, heardMs);
  }

  get positionMs(): number {
    return Math.round(this.#positionMs);
  }

  get heardMs(): number {
    return this.#heard.ms;
  }

  /** It has played long enough since it was loaded for that load to count as good. */
  get held(): boolean {
    return this.loaded && this.#positionMs - this.#loadedAtMs >= heldAfterMs;
  }

  onLoaded(durationMs: number | null, positionMs = this.#positionMs): void {
    this.loaded = true;
    this.durationMs = durationMs;
    this.#positionMs = positionMs;
    this.#loadedAtMs = this.#positionMs;
    if (this.#playedOn) this.#heard.playedOut(this.#positionMs);
    else this.#heard.jumped(this.#positionMs);
    this.#playedOn = false;
  }

  moved(positionMs: number): void {
    this.#positionMs = positionMs;
    this.#heard.played(positionMs);
    if (this.held) this.#losses = 0;
  }

  jumped(positionMs: number): void {
    this.#positionMs = positionMs;
    this.#loadedAtMs = positionMs;
    this.#heard.jumped(positionMs);
  }

  /** It sounds to its end by itself, and nobody says where it is any more. */
  playedOut(): void {
    if (this.durationMs !== null) this.#heard.playedOut(this.durationMs);
  }

  /** It moves to another output. */
  unloaded(): void {
    this.loaded = false;
  }

  /** Its output is gone. False when that has happened too often for it to be worth another try. */
  lost(whilePlaying: boolean): boolean {
    this.loaded = false;
    if (whilePlaying) this.#losses += 1;
    return this.#losses < tooManyLosses;
  }

  ended(how: TrackEnd["how"], by: TrackEnd["by"]): TrackEnd {
    if (how === "finished" && this.durationMs !== null) this.#heard.played(this.durationMs);
    this.loaded = false;
    return { how, by, heardMs: this.#heard.ms };
  }
}
