import { distance } from "../protocol/circumplex.ts";
import type { Affect } from "../protocol/mood.ts";

const most = 3;
/** Farther off a song says nothing of what would suit there. */
const near = 0.7;
/** A genre of a single song is a typing error as often as not. */
const fewest = 2;

/** What a song says of a genre's place. */
export interface GenreSong {
  genres: readonly string[];
  affect: Affect;
}

/** The genres that most of the songs near a place have, the nearer the more. */
export function genresNear(place: Affect, songs: readonly GenreSong[]): readonly string[] {
  const found = new Map<string, { name: string; songs: number; weight: number }>();
  for (const { genres, affect } of songs) {
    const away = distance(place, affect);
    if (away > near) continue;
    for (const name of new Set(genres)) {
      const key = name.normalize("NFKC").trim().toLowerCase();
      if (key === "") continue;
      const genre = found.get(key) ?? { name: name.trim(), songs: 0, weight: 0 };
      found.set(key, { ...genre, songs: genre.songs + 1, weight: genre.weight + 1 - away });
    }
  }
  return [...found.values()]
    .filter(({ songs }) => songs >= fewest)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, most)
    .map(({ name }) => name);
}
