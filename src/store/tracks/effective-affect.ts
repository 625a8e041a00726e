import type { AffectSource, TrackAffect } from "../../protocol/music.ts";

/** The first of these that says something holds. What is left, genre and sound, are guesses. */
const inTurn: readonly AffectSource[] = ["person", "guest", "tag", "playlist", "folder"];

/** Where a track stands by all that is known of it; of two guesses the surer one holds. */
export function effectiveAffect(evidence: readonly TrackAffect[]): TrackAffect | null {
  for (const source of inTurn) {
    const said = surest(evidence.filter(({ from }) => from === source));
    if (said !== null) return said;
  }
  return surest(evidence);
}

function surest(evidence: readonly TrackAffect[]): TrackAffect | null {
  return evidence.reduce<TrackAffect | null>(
    (best, each) => (best === null || each.confidence > best.confidence ? each : best),
    null,
  );
}
