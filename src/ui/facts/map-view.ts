import type { MoodFill } from "../../protocol/figures.ts";
import { libraryWords } from "../library-words.ts";

/** "45 min", "2.5 h", "120 h". */
export function minutesText(minutes: number): string {
  const { minutes: inMinutes, hours } = libraryWords.map;
  return minutes < 90 ? inMinutes(Math.round(minutes)) : hours(minutes / 60);
}

/** What a mood can fill, and what to add where that is too little. */
export function fillText({ fillsAnHour, fillsADay, missing, missingForADay }: MoodFill): string {
  const { map } = libraryWords;
  if (!fillsAnHour) return map.thin(missing);
  return fillsADay ? map.fillsADay : map.fillsAnHour(missingForADay);
}
