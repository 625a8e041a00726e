import type { Pick } from "../protocol/music.ts";
import type { FoundFile, PlayerOptions } from "./player.ts";
import { within } from "./within.ts";

/** One row of a database; when it takes longer, something is wrong with that, and not with the song. */
const resolveTimeoutMs = 10_000;
const tooLate = {
  unavailable: `Where the song's file is could not be told within ${resolveTimeoutMs / 1_000} seconds`,
};

/** The file behind a pick. */
export function findFile(pick: Pick, { resolve }: PlayerOptions): Promise<FoundFile> {
  return within(resolve(pick.item), resolveTimeoutMs, tooLate);
}
