import type { SixPick } from "../../protocol/music.ts";
import type { AppState } from "../../protocol/state.ts";

/** What somebody says asks for other songs; with a fade between, they come within this time. */
const OPEN_MS = 6_000;

/**
 * The six as they stay while somebody stands before them. The room changes its mind and songs follow each other without
 * asking anybody: a finger that is on its way must find what the eye has seen. What somebody says asks for others, here or
 * at another screen.
 */
export class HeldSix {
  #shown: readonly SixPick[] = [];
  #said: string | null = null;
  #openUntil = Number.NEGATIVE_INFINITY;

  /** `said` is what people have said until now, in any words that differ. */
  shown(picks: readonly SixPick[], said: string, now: number): readonly SixPick[] {
    if (this.#said !== null && said !== this.#said) this.release(now);
    this.#said = said;
    if (this.#shown.length === 0 || now < this.#openUntil) this.#shown = picks;
    return this.#shown;
  }

  /** Nobody has seen any yet. */
  forget(): void {
    this.#shown = [];
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
