import type { Pick } from "../protocol/music.ts";
import type { OutputKeeper } from "./devices/output-keeper.ts";
import { LastResort, type Remedy } from "./last-resort.ts";
import type { NowPlaying } from "./now-playing.ts";
import type { PlayerOptions } from "./player.ts";
import { Retry } from "./retry.ts";
import type { Song } from "./song.ts";
import type { Told } from "./told.ts";

export interface RemediesOptions {
  options: PlayerOptions;
  told: Told;
  now: NowPlaying;
  keeper: OutputKeeper;
  /** It comes before all others of its kind that wait, wishes or what was chosen. */
  putBack: (pick: Pick) => void;
  /** What was waited for is tried again. */
  again: () => void;
}

/** What is done about songs that can't be had, and how well the player is. */
export class Remedies {
  readonly #options: PlayerOptions;
  readonly #told: Told;
  readonly #now: NowPlaying;
  readonly #keeper: OutputKeeper;
  readonly #putBack: (pick: Pick) => void;
  readonly #resort: LastResort;
  readonly #retry: Retry;

  constructor({ options, told, now, keeper, putBack, again }: RemediesOptions) {
    this.#options = options;
    this.#told = told;
    this.#now = now;
    this.#keeper = keeper;
    this.#putBack = putBack;
    this.#resort = new LastResort(options);
    this.#retry = new Retry(again);
  }

  /** Nothing is mended before it is due. */
  get waits(): boolean {
    return this.#retry.pending;
  }

  wait(waitMs: number): void {
    this.#retry.in(waitMs);
  }

  /** Whatever is waited for is tried now: somebody asked. */
  hurry(): void {
    this.#retry.cancel();
  }

  /** Music has come. Answers whether what plays in need is to give way to it, once it was heard for a while. */
  musicCame(): boolean {
    if (!this.#resort.is(this.#now.song)) return false;
    this.#resort.musicCame();
    return true;
  }

  gaveEnough(song: Song): boolean {
    return this.#resort.gaveEnough(song);
  }

  /** The song plays well, and so does its output. */
  held(song: Song): void {
    this.#keeper.held();
    this.#resort.held(song);
  }

  /** It can't be played, and ends with that. */
  missed(why: string, how: "unplayable" | "finished" = "unplayable"): void {
    this.#options.log.warn({ pick: this.#now.song?.pick.id, why }, "song can't be played");
    this.#leave(how);
  }

  /**
   * The library has it no more, as it has none of the demo's once the owner's own music came: so another one plays, and
   * nothing is wrong.
   */
  gone(): void {
    this.#options.log.info({ pick: this.#now.song?.pick.id }, "song has left the library");
    this.#leave("unplayable");
  }

  /** Its disk or share does not answer: one from elsewhere may play, and nothing is said against this one. */
  outOfReach(why: string): void {
    this.#options.log.warn({ pick: this.#now.song?.pick.id, why }, "song is out of reach");
    this.#leave("stopped", why);
  }

  #leave(how: "unplayable" | "finished" | "stopped", why?: string): void {
    const { song } = this.#now;
    const remedy = this.#resort.missed(song, why);
    this.#now.end(how, null);
    if (remedy !== null) this.#apply(remedy);
  }

  /** The picker has none, or says why it can't choose. */
  withoutSong(unavailable: string | null): void {
    this.#apply(this.#resort.withoutSong(unavailable));
  }

  /** Nobody can say where the song's file is: it waits for that, and for no longer than a moment in silence. */
  whileUnavailable({ pick }: Song, unavailable: string): void {
    this.#options.log.warn({ pick: pick.id, because: unavailable }, "song can't be looked up");
    const remedy = this.#resort.whileUnavailable(unavailable, this.#told.state.intended === "playing");
    if ("piece" in remedy) {
      this.#putBack(pick);
      this.#apply(remedy);
    } else {
      this.#told.tellHealth(remedy.health);
      this.wait(remedy.waitMs);
    }
  }

  tellHealth(): void {
    const { health } = this.#keeper;
    this.#told.tellHealth(health.state === "ok" ? this.#resort.healthWith(this.#now.song) : health);
  }

  #apply(remedy: Remedy): void {
    if ("piece" in remedy) {
      this.#now.take(remedy.piece);
      this.tellHealth();
    } else {
      const because = remedy.health.state === "starting" ? "starting" : "nothing-playable";
      this.#told.tell({ actual: { state: "idle", because } });
      this.#told.tellHealth(remedy.health);
      this.wait(remedy.waitMs);
    }
  }
}
