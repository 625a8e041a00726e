import type { MoodMap } from "../../protocol/library.ts";
import type { MoodLabel } from "../../protocol/mood.ts";
import { libraryWords } from "../library-words.ts";

/** Where the music stands, and what each mood has. */
export interface LibraryMap extends MoodMap {
  moods: readonly {
    label: MoodLabel;
    tracks: number;
    minutes: number;
    fillsAnHour: boolean;
    /** Songs to add until it does; 0 where it does. */
    missing: number;
  }[];
}

/** "45 min", "2.5 h", "120 h". */
export function minutesText(minutes: number): string {
  const { minutes: inMinutes, hours } = libraryWords.map;
  return minutes < 90 ? inMinutes(Math.round(minutes)) : hours(minutes / 60);
}
