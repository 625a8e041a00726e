import type { MoodMap } from "../protocol/library.ts";
import type { Catalogue } from "./catalogue.ts";
import { isPlaced } from "./track-columns.ts";

/** How many tracks that could be played each artist has, by the artist's number. */
export function tracksByArtist(catalogue: Catalogue): Uint32Array {
  const { artists, columns } = catalogue;
  const tracks = new Uint32Array(artists.size);
  catalogue.eachPlayable((seq) => {
    for (const artist of artists.list(columns.artistList[seq] as number)) (tracks[artist] as number) += 1;
  });
  return tracks;
}

/** How many tracks that could be played have each set of languages, by the set's number. */
export function tracksByLanguages(catalogue: Catalogue): ReadonlyMap<number, number> {
  const tracks = new Map<number, number>();
  catalogue.eachPlayable((seq) => {
    const set = catalogue.columns.languageSet[seq] as number;
    tracks.set(set, (tracks.get(set) ?? 0) + 1);
  });
  return tracks;
}

/** The tracks that could be played, on squares of the circumplex. */
export function moodMap(catalogue: Catalogue, cells: number): MoodMap {
  const { columns } = catalogue;
  const squares = new Map<number, { tracks: number; ms: number }>();
  const step = (value: number): number =>
    Math.min(cells - 1, Math.max(0, Math.floor(((value + 1) / 2) * cells)));
  const middle = (at: number): number => ((at + 0.5) * 2) / cells - 1;
  let unplaced = 0;
  catalogue.eachPlayable((seq) => {
    if (!columns.has(seq, isPlaced)) {
      unplaced += 1;
      return;
    }
    const at = step(columns.arousal[seq] as number) * cells + step(columns.valence[seq] as number);
    const square = squares.get(at) ?? { tracks: 0, ms: 0 };
    square.tracks += 1;
    square.ms += columns.durationMs[seq] as number;
    squares.set(at, square);
  });
  return {
    cells: [...squares].map(([at, { tracks, ms }]) => ({
      valence: middle(at % cells),
      arousal: middle(Math.floor(at / cells)),
      tracks,
      minutes: ms / 60_000,
    })),
    unplaced,
  };
}
