import type { Pick } from "../protocol/music.ts";
import type { PlayerOptions } from "./player.ts";
import { within } from "./within.ts";

/** One row of a database; when it takes longer, something is wrong with that, and the next song is tried. */
const resolveTimeoutMs = 10_000;

/** The file behind a pick; null when it is gone, or when nobody can say where it is. */
export async function findFile(
  pick: Pick,
  { resolve, log }: PlayerOptions,
): ReturnType<PlayerOptions["resolve"]> {
  try {
    return await within(resolve(pick.item), resolveTimeoutMs, null);
  } catch (error) {
    log.warn({ pick: pick.id, error: String(error) }, "no file could be looked up");
    return null;
  }
}
