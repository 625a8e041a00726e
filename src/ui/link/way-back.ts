import type { Affect } from "../../protocol/mood.ts";
import type { Track } from "../../protocol/music.ts";
import type { LibraryChange } from "./library-changes.ts";

/**
 * What takes a change back. Each song gets the word again that somebody here had said of it before, or none; so songs
 * with different words take a change each.
 * @param tracks as they were before the change
 */
export function wayBack(change: LibraryChange, tracks: readonly Track[]): readonly LibraryChange[] {
  if (change.do === "block") return [{ ...change, blocked: !change.blocked }];
  const changed = new Set(change.tracks);
  const byWord = new Map<string, { point: Affect | null; tracks: string[] }>();
  for (const { id, affect } of tracks) {
    if (!changed.has(id)) continue;
    const point = affect?.from === "person" ? affect.point : null;
    const word = point === null ? "none" : `${point.valence} ${point.arousal}`;
    const alike = byWord.get(word);
    if (alike) alike.tracks.push(id);
    else byWord.set(word, { point, tracks: [id] });
  }
  return [...byWord.values()].map(({ point, tracks }) => ({ do: "correct", tracks, point }));
}
