import type { AppState } from "../../protocol/state.ts";

/**
 * Another text each time that what was asked of the library may be old: after a connection, a correction at the
 * kiosk, or the end of long work. A scan under way is none of these: it would be one several times a second.
 * @param opened how often there was a connection
 */
export function libraryNews(opened: number, { library, corrections }: AppState): string {
  const { scan, covers, analysis, tracks } = library;
  const corrected = corrections.map(({ id }) => id).join(" ");
  return [opened, corrected, scan === null ? tracks : "", covers === null, analysis === null].join("|");
}
