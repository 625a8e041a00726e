import type { Settings } from "../../protocol/settings.ts";

/**
 * Decibels to be added to a song so that all of them sound equally loud, from what its tags say (ReplayGain, R128,
 * Sound Check); 0 where levelling is off. A song that says nothing of itself is taken for a usual loud one.
 */
export function levelledGainDb(
  tagged: number | null,
  { levelling, preampDb, untaggedGainDb }: Pick<Settings, "levelling" | "preampDb" | "untaggedGainDb">,
): number {
  return levelling ? (tagged ?? untaggedGainDb) + preampDb : 0;
}
