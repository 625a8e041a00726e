import type { Health } from "../protocol/health.ts";
import type { Pick } from "../protocol/music.ts";
import { Hunger } from "./hunger.ts";
import type { PlayerOptions } from "./player.ts";
import type { Song } from "./song.ts";

/** What is done where no song can be had: one of the pieces of the last resort, or a wait. */
export type Remedy = { piece: Pick } | { health: Health; waitMs: number };

/**
 * So often is waited for a song before a piece begins: 5 s, and while the library is looked through for its first songs
 * 15 s more. A piece that begins when a song is about to be there would be a blip.
 */
const waits = { usually: 1, whileLooking: 2 };
/** A piece that has begun is heard for as long, though there is music now: shorter it would sound like a fault. */
const leastHeardMs = 20_000;

/** What plays when nothing else can, and why. */
export class LastResort {
  readonly #nextPiece: () => Pick | null;
  readonly #musicMayCome: () => boolean;
  readonly #hunger: Hunger;
  #piece: Pick | null = null;
  #musicCame = false;
  #health: Health = { state: "ok" };

  constructor({ lastResort = () => null, musicMayCome = () => false, clock }: PlayerOptions) {
    this.#nextPiece = lastResort;
    this.#musicMayCome = musicMayCome;
    this.#hunger = new Hunger(clock.now);
  }

  is(song: Song | null): boolean {
    return song !== null && song.pick === this.#piece;
  }

  /** How the player is while this song plays through an output that is well. */
  healthWith(song: Song | null): Health {
    return this.is(song) ? this.#health : { state: "ok" };
  }

  /** There is other music now: the piece gives way to it, once it was heard for a while. */
  musicCame(): void {
    this.#musicCame = true;
  }

  /** This piece has been heard for long enough, and there is something to follow. */
  gaveEnough(song: Song): boolean {
    return this.#musicCame && this.is(song) && song.heardMs >= leastHeardMs;
  }

  /** The song plays well. What plays in need says nothing of the library. */
  held(song: Song): void {
    if (!this.is(song)) this.#hunger.fed();
  }

  /** This song can't be played, for this reason where the owner can mend it. null where the next one may be tried at once. */
  missed(song: Song | null, why?: string): Remedy | null {
    const starved = this.#hunger.missed(why);
    if (starved === null) return null;
    return this.is(song) ? starved : this.#remedy(starved);
  }

  /** The picker has none, or says why it can't choose. */
  withoutSong(unavailable: string | null): Remedy {
    if (unavailable !== null) return this.#remedy(this.#hunger.starved(unavailable, "store-unavailable"));
    const starved = this.#hunger.starved(
      "The picker found no song; look at the music folders in the settings",
    );
    const looking = this.#musicMayCome();
    if (this.#hunger.times > (looking ? waits.whileLooking : waits.usually)) return this.#remedy(starved);
    return looking ? { ...starved, health: { state: "starting" } } : starved;
  }

  /** Nobody can say where the song's file is: it is not to blame, and is kept. With a piece meanwhile, where one is to sound. */
  whileUnavailable(because: string, isToSound: boolean): Remedy {
    const starved = this.#hunger.starved(because, "store-unavailable");
    return isToSound && this.#hunger.times > waits.usually ? this.#remedy(starved) : starved;
  }

  #remedy(starved: ReturnType<Hunger["starved"]>): Remedy {
    const piece = this.#nextPiece();
    if (piece === null || !("reason" in starved.health)) return starved;
    this.#piece = piece;
    this.#musicCame = false;
    this.#health = { ...starved.health, state: "degraded", retryAt: null };
    return { piece };
  }
}
