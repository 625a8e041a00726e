import type { Pick, PlayerState } from "../../protocol/music.ts";
import type { Id } from "../../protocol/time.ts";

export function trackIdOf(pick: Pick | null): Id | null {
  return pick?.item.kind === "track" ? pick.item.track.id : null;
}

export function artistsOf(pick: Pick): readonly string[] {
  return pick.item.kind === "track" ? pick.item.track.artists : [];
}

/** A person asked for it, or brought it back: nothing but a person takes it away again. */
export function wasAskedFor(pick: Pick): boolean {
  return isWish(pick) || pick.broughtBack === true;
}

/** What was brought back stays what it was: a wish of somebody's, or Mien's own choice. */
export function isWish(pick: Pick): boolean {
  return pick.reasons.some(({ kind }) => kind === "asked");
}

/** What the player is busy with: playing, paused, loading or bringing back. */
export function songOn({ actual }: PlayerState): Pick | null {
  return "pick" in actual ? actual.pick : null;
}

/** What is on and what people asked for, as it will be heard; after it comes what is chosen, and for whose turn. */
export function lineIn({ state, queue }: { state: PlayerState; queue: readonly Pick[] }): readonly Pick[] {
  const song = songOn(state);
  const asked = queue.filter(wasAskedFor);
  return song === null ? asked : [song, ...asked];
}
