import type { MoodMap } from "../protocol/library.ts";
import { moodMap, tracksByArtist, tracksByLanguages } from "./catalogue-counts.ts";
import type { CatalogueReads } from "./catalogue-reads.ts";

const mostCells = 100;

/** What there is to choose from, counted in memory. */
export function choiceReads(catalogue: CatalogueReads) {
  return {
    counts: (): { tracks: number; unplayable: number } => {
      const now = catalogue.now();
      return {
        tracks: now.count(now.accepting({})),
        unplayable: now.count(now.accepting({ unplayable: true })),
      };
    },
    languages: (): { language: string; tracks: number }[] => {
      const now = catalogue.now();
      return now.languages.choice(tracksByLanguages(now));
    },
    artists: (query: { search: string | null; limit: number }): { name: string; tracks: number }[] => {
      const now = catalogue.now();
      return now.artists.choice(tracksByArtist(now), query.search, query.limit);
    },
    map: (cells: number): MoodMap =>
      moodMap(catalogue.now(), Math.min(mostCells, Math.max(1, Math.round(cells)))),
  };
}
