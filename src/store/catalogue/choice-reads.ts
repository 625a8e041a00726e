import type { MoodMap, TodaysRules } from "../../protocol/library.ts";
import type { ChoiceTables } from "../library-tables.ts";
import { keepsTodaysRules } from "./candidate-rules.ts";
import { moodMap, tracksByArtist, tracksByLanguages } from "./catalogue-counts.ts";
import type { CatalogueReads } from "./catalogue-reads.ts";

const mostCells = 100;

type ArtistsQuery = Parameters<ChoiceTables["artists"]>[0];

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
    languages: (rules: TodaysRules | null = null): { language: string; tracks: number }[] => {
      const now = catalogue.now();
      return now.languages.choice(tracksByLanguages(now, keepsTodaysRules(now.columns, rules)));
    },
    artists: ({ search, limit, rules = null }: ArtistsQuery): { name: string; tracks: number }[] => {
      const now = catalogue.now();
      return now.artists.choice(tracksByArtist(now, keepsTodaysRules(now.columns, rules)), search, limit);
    },
    map: (cells: number): MoodMap =>
      moodMap(catalogue.now(), Math.min(mostCells, Math.max(1, Math.round(cells)))),
  };
}
