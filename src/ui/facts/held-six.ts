import type { SixPick } from "../../protocol/music.ts";
import type { AppState } from "../../protocol/state.ts";
import type { Id } from "../../protocol/time.ts";
import { trackOf } from "./offer.ts";

/** What somebody says asks for other songs; with a fade between, they come within this time. */
const OPEN_MS = 6_000;

/**
 * The six as they stay while somebody stands before them. The room changes its mind and songs follow each other without
 * asking anybody: a finger that is on its way must find what the eye has seen. What somebody says asks for others, here or
 * at another screen. A song that has played meanwhile, or was refused, can't be wanted any more: another one takes its
 * place, and only that. Which of them suit may change all the same, and each says so in its place: they are put in order
 * as they come, and then no more.
 */
export class HeldSix {
  #shown: readonly SixPick[] = [];
  #said: string | null = null;
  #openUntil = Number.NEGATIVE_INFINITY;
  #playing: Id | null = null;
  /** Those of them that are over. */
  readonly #over = new Set<Id>();

  /** `said` is what people have said until now, in any words that differ; `playing` the track that is heard. */
  shown(picks: readonly SixPick[], said: string, now: number, playing: Id | null = null): readonly SixPick[] {
    if (this.#said !== null && said !== this.#said) this.release(now);
    this.#said = said;
    if (this.#playing !== null && playing !== this.#playing) this.#over.add(this.#playing);
    this.#playing = playing;
    if (this.#shown.length === 0 || now < this.#openUntil) {
      this.#over.clear();
      this.#shown = picks;
    } else this.#replace(picks);
    return this.#shown;
  }

  /** They stand in another order from here on. */
  reorder(picks: readonly SixPick[]): void {
    const order = new Map(picks.map((pick, place) => [trackOf(pick), place]));
    const placeOf = (pick: SixPick): number => order.get(trackOf(pick)) ?? order.size;
    this.#shown = this.#shown.toSorted((a, b) => placeOf(a) - placeOf(b));
  }

  /** It was asked for and could not be had. */
  refused(track: Id): void {
    this.#over.add(track);
  }

  /** Nobody has seen any yet. */
  forget(): void {
    this.#shown = [];
  }

  #replace(picks: readonly SixPick[]): void {
    for (const [place, pick] of this.#shown.entries()) {
      const track = trackOf(pick);
      if (track === null || track === this.#playing || !this.#over.has(track)) continue;
      const others = new Set(this.#shown.map(trackOf));
      // Where few are left, the same may be offered again, with what is true of it now.
      const another =
        picks.find((each) => trackOf(each) !== this.#playing && !others.has(trackOf(each))) ??
        picks.find((each) => trackOf(each) === track);
      if (another === undefined) continue;
      this.#over.delete(track);
      this.#shown = this.#shown.with(place, another);
    }
  }

  /** Others may come. */
  release(now: number): void {
    this.#openUntil = now + OPEN_MS;
  }
}

/** What people have said, at whichever screen: wishes, corrections, the dial. */
export function saidBy({ preferences, corrections, mood }: AppState): string {
  const { languages, artists, policy } = preferences;
  const dial = mood.basis === "manual" ? mood.affect : null;
  return JSON.stringify([languages, artists, policy, corrections.map(({ id }) => id), dial]);
}
