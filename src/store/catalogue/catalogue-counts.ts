import type { MoodMap } from "../../protocol/library.ts";
import type { Catalogue } from "./catalogue.ts";
import { isPlaced } from "./track-columns.ts";

/** How many tracks that could be played each artist has, by the artist's number. */
export function tracksByArtist(catalogue: Catalogue, counts: (seq: number) => boolean): Uint32Array {
  const { artists, columns } = catalogue;
  const tracks = new Uint32Array(artists.size);
  catalogue.eachPlayable((seq) => {
    if (!counts(seq)) return;
    for (const artist of artists.list(columns.artistList[seq] as number)) (tracks[artist] as number) += 1;
  });
  return tracks;
}

/** How many tracks that could be played have each set of languages, by the set's number. */
export function tracksByLanguages(
  catalogue: Catalogue,
  counts: (seq: number) => boolean,
): ReadonlyMap<number, number> {
  const tracks = new Map<number, number>();
  catalogue.eachPlayable((seq) => {
    if (!counts(seq)) return;
    const set = catalogue.columns.languageSet[seq] as number;
    tracks.set(set, (tracks.get(set) ?? 0) + 1);
  });
  return tracks;
}

/** The tracks that could be played, on squares of the circumplex. */
export function moodMap(catalogue: Catalogue, cells: number): MoodMap {
  const { columns } = catalogue;
  const { valence, arousal, durationMs } = columns;
  const tracks = new Uint32Array(cells * cells);
  const ms = new Float64Array(cells * cells);
  const step = (value: number): number =>
    Math.min(cells - 1, Math.max(0, Math.floor(((value + 1) / 2) * cells)));
  let unplaced = 0;
  catalogue.eachPlayable((seq) => {
    if (!columns.has(seq, isPlaced)) {
      unplaced += 1;
      return;
    }
    const at = step(arousal[seq] as number) * cells + step(valence[seq] as number);
    (tracks[at] as number) += 1;
    (ms[at] as number) += durationMs[seq] as number;
  });
  const middle = (at: number): number => ((at + 0.5) * 2) / cells - 1;
  const held = Array.from(tracks, (count, at) => ({ count, at })).filter(({ count }) => count > 0);
  return {
    cells: held.map(({ count, at }) => ({
      valence: middle(at % cells),
      arousal: middle(Math.floor(at / cells)),
      tracks: count,
      minutes: (ms[at] as number) / 60_000,
    })),
    unplaced,
  };
}
