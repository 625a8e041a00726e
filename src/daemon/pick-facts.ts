import type { Pick } from "../protocol/music.ts";
import type { Id } from "../protocol/time.ts";

export function trackIdOf(pick: Pick | null): Id | null {
  return pick?.item.kind === "track" ? pick.item.track.id : null;
}

export function artistsOf(pick: Pick): readonly string[] {
  return pick.item.kind === "track" ? pick.item.track.artists : [];
}

/** A person chose it: nothing but a person takes it away again. */
export function wasAskedFor(pick: Pick): boolean {
  return pick.reasons.some(({ kind }) => kind === "asked");
}
