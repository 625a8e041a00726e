import type { Affect } from "../../protocol/mood.ts";
import type { Track, TrackAffect } from "../../protocol/music.ts";
import { artistKey } from "../../protocol/name-keys.ts";
import type { Blocks } from "../facts/blocked.ts";
import type { LibraryChange } from "./library-changes.ts";

/**
 * What takes a change back. Each song gets the word again that somebody here had said of it before, or none; so songs
 * with different words take a change each. Songs of which somebody has said something else since are left alone.
 * @param tracks as they were before the change; of one that is there twice, the later counts
 */
export function wayBack(change: LibraryChange, tracks: readonly Track[]): readonly LibraryChange[] {
  if (change.do === "block") return [{ ...change, blocked: !change.blocked }];
  const changed = new Set(change.tracks);
  const byWord = new Map<string, { point: Affect | null; tracks: string[] }>();
  for (const { id, affect } of new Map(tracks.map((track) => [track.id, track])).values()) {
    if (!changed.has(id)) continue;
    const point = wordOf(affect);
    const word = point === null ? "none" : `${point.valence} ${point.arousal}`;
    const alike = byWord.get(word);
    if (alike) alike.tracks.push(id);
    else byWord.set(word, { point, tracks: [id] });
  }
  return [...byWord.values()].map(({ point, tracks }) => ({
    ...{ do: "correct", tracks, point },
    still: change.point,
  }));
}

/**
 * Nothing is left to take back, as after a restored backup. Of words: each of the songs is seen, and holds its word no more.
 * @param blocks null where they are not known
 */
export function isGone(
  back: readonly LibraryChange[],
  { tracks, blocks }: { tracks: readonly Track[]; blocks: Blocks | null },
): boolean {
  const seen = new Map(tracks.map(({ id, affect }) => [id, wordOf(affect)]));
  return back.every((change) => {
    if (change.do === "block") return blocks !== null && isAlready(change, blocks);
    const { still } = change;
    return (
      still !== undefined && change.tracks.every((id) => seen.has(id) && !isSame(seen.get(id) ?? null, still))
    );
  });
}

/** Whether all of it is as the change would have it. */
function isAlready(
  { what, blocked }: Extract<LibraryChange, { do: "block" }>,
  { tracks, artists }: Blocks,
): boolean {
  if ("artist" in what)
    return artists.some(({ name }) => artistKey(name) === artistKey(what.artist)) === blocked;
  return what.tracks.every((id) => tracks.some((track) => track.id === id) === blocked);
}

/** What somebody here has said of it. */
const wordOf = (affect: TrackAffect | null): Affect | null =>
  affect?.from === "person" ? affect.point : null;

const isSame = (one: Affect | null, other: Affect | null): boolean =>
  one?.valence === other?.valence && one?.arousal === other?.arousal;
