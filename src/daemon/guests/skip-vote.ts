import type { SkipTally } from "../../protocol/guests.ts";
import type { Id } from "../../protocol/time.ts";

export interface VoteRules {
  /** Of the phones that are awake. */
  share: number;
  least: number;
}

/** Who wants another song instead of the one that plays. One vote a guest and a song; with the song all of it is over. */
export class SkipVote {
  #pick: Id | null = null;
  readonly #voters = new Set<Id>();

  /** The song that votes are about from now on; null where there is none. The same one again changes nothing. */
  about(pick: Id | null): void {
    if (pick === this.#pick) return;
    this.#pick = pick;
    this.#voters.clear();
  }

  /** All of it is over, and begins anew about the same song. */
  clear(): void {
    this.#voters.clear();
  }

  /** False where another song is on by now: nobody meant that one. */
  vote(guest: Id, pick: Id): boolean {
    if (pick !== this.#pick) return false;
    this.#voters.add(guest);
    return true;
  }

  takeBack(guest: Id): void {
    this.#voters.delete(guest);
  }

  has(guest: Id): boolean {
    return this.#voters.has(guest);
  }

  /** Whoever voted and put the phone away still counts, among those who want it and among those who are there. */
  tally(
    awake: ReadonlySet<Id>,
    { share, least }: VoteRules,
  ): SkipTally & { phones: number; passes: boolean } {
    const phones = new Set([...awake, ...this.#voters]).size;
    const votes = this.#voters.size;
    // Rounded so that 0.1 of 10 phones is 1 and not, by binary fractions, 2.
    const ofShare = Math.ceil(Number((share * phones).toFixed(6)));
    const needed = Math.max(least, ofShare, phones > 1 ? 2 : 1);
    return { votes, needed, phones, passes: votes >= needed };
  }
}
