import type { EpochMs } from "../../protocol/time.ts";
import type { HeardClock } from "../link/link-state.ts";

/**
 * Until then, by the daemon's clock: a browser's own may be another one by hours. Null at the appliance's own screen,
 * where both are the same.
 */
export function secondsLeft(until: EpochMs, clock: HeardClock | null): number {
  // As `daemonTime` reckons, which would bring all that it stands beside to pages that hear no clock.
  const now = clock === null ? Date.now() : clock.now + (performance.now() - clock.heardAt);
  return Math.max(0, Math.ceil((until - now) / 1_000));
}
