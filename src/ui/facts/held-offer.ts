import type { OfferedSong } from "../../protocol/guests.ts";
import type { Id } from "../../protocol/time.ts";

/** Whether it can be asked for, by all that is known of it. */
type IsFree = (song: OfferedSong) => boolean;

/** So many can be asked for, where there are so many. */
const TO_ASK_FOR = 6;
/** A list that grows with each song that was asked for is looked through no more. */
const MOST = 12;

/**
 * The songs that a phone offers, kept still while somebody looks at them: a new song that begins, or another mood, would
 * exchange them under the finger. What is known of each by now goes with it; others come when they are asked for, and at
 * the end as many as can't be asked for any more. Of what could not be asked for and is told of no more nobody knows why
 * not by now: as no finger is on its way to it, its place is another one's.
 */
export class HeldOffer {
  #held: readonly OfferedSong[] = [];
  /** Those that could not be asked for at the last look. */
  #refused: ReadonlySet<Id> = new Set();
  #openUntil = Number.NEGATIVE_INFINITY;
  /** None but these, where somebody wanted others than those that are offered. */
  #onlyThese = false;

  /** What to show of what the daemon offers by now. Where nothing can be asked for at all, nothing is shown. */
  shown(
    offered: readonly OfferedSong[],
    now: number,
    isFree: IsFree = ({ refusal }) => refusal === null,
  ): readonly OfferedSong[] {
    if (now >= this.#openUntil) this.#follow(offered, isFree);
    if (offered.length === 0 || this.#held.length === 0 || now < this.#openUntil) {
      this.#held = offered;
      this.#onlyThese = false;
    }
    this.#held = [...this.#held, ...this.#others(offered, isFree)];
    this.#refused = new Set(this.#held.filter((song) => !isFree(song)).map(({ track }) => track));
    return this.#held;
  }

  /** These instead; `only` where those that are offered have been seen. */
  take(songs: readonly OfferedSong[], only = false): void {
    this.#held = songs;
    this.#refused = new Set();
    this.#onlyThese = only;
    this.#openUntil = Number.NEGATIVE_INFINITY;
  }

  /** Nobody looked, or whoever does wants others: what is offered until then is shown as it comes. */
  release(until: number): void {
    this.#held = [];
    this.#openUntil = until;
  }

  /** Of what is offered no more the room alone knows anything still. What it says nothing of and was refused is over. */
  #follow(offered: readonly OfferedSong[], isFree: IsFree): void {
    const newest = new Map(offered.map((song) => [song.track, song]));
    const known = this.#held.map((song) => newest.get(song.track) ?? { ...song, refusal: null });
    const isOver = (song: OfferedSong) =>
      !newest.has(song.track) && this.#refused.has(song.track) && isFree(song);
    this.#held = known.filter((song) => !isOver(song));
    const instead = [...this.#others(offered, isFree)];
    const places = known.map((song) => (isOver(song) ? (instead.shift() ?? null) : song));
    // Where there are enough without, the last one comes into the place: so none but that one moves.
    while (places.includes(null)) {
      const last = places.pop() ?? null;
      const gap = places.indexOf(null);
      if (gap !== -1) places[gap] = last;
    }
    this.#held = places.filter((song) => song !== null);
  }

  /** As many more as can be asked for as are lacking. */
  #others(offered: readonly OfferedSong[], isFree: IsFree): readonly OfferedSong[] {
    if (this.#onlyThese) return [];
    const there = new Set(this.#held.map(({ track }) => track));
    const lacking = Math.min(TO_ASK_FOR - this.#held.filter(isFree).length, MOST - this.#held.length);
    return offered.filter((song) => !there.has(song.track) && isFree(song)).slice(0, Math.max(0, lacking));
  }
}
