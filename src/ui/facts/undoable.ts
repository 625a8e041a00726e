import type { AppState, Correction } from "../../protocol/state.ts";
import type { EpochMs } from "../../protocol/time.ts";

/**
 * What was corrected last and is offered to be taken back with one touch; null where that was too long ago. Guests are
 * offered what guests said, who speaks as the owner whatever was said.
 */
export function undoable(
  { corrections, lastCorrection }: Pick<AppState, "corrections" | "lastCorrection">,
  owner: boolean,
  now: EpochMs,
): Correction | null {
  const newest = owner ? (corrections[0] ?? null) : lastCorrection;
  return newest !== null && newest.until > now ? newest : null;
}
