import type { MoodFill } from "../../protocol/figures.ts";
import { moodMapWords } from "../words/mood-map-words.ts";

/** "45 min", "2.5 h", "120 h". */
export function minutesText(minutes: number): string {
  const { minutes: inMinutes, hours } = moodMapWords.map;
  return minutes < 90 ? inMinutes(Math.round(minutes)) : hours(minutes / 60);
}

/** What a mood can fill, and what to add where that is too little. */
export function fillText({ fillsAnHour, fillsADay, ...missing }: MoodFill): string {
  const { map } = moodMapWords;
  if (fillsAnHour && fillsADay) return map.fillsADay;
  const told = fillsAnHour
    ? map.fillsAnHour(aboutText(missing.missingMinutesForADay), missing.missingForADay)
    : map.thin(aboutText(missing.missingMinutes), missing.missing);
  return missing.genres.length === 0 ? told : `${told}${map.between}${map.genres(missing.genres)}`;
}

/** As rough as a shopping list: to five minutes, then to half an hour, then to an hour. */
function aboutText(minutes: number): string {
  const { aboutMinutes, aboutHours } = moodMapWords.map;
  if (minutes <= 55) return aboutMinutes(Math.max(5, Math.ceil(minutes / 5) * 5));
  const step = minutes < 600 ? 2 : 1;
  return aboutHours(Math.ceil((minutes / 60) * step) / step);
}

/** How far a mood is on its way to a day without repeating, and where on that way an hour lies; each from 0 to 1. */
export function fillShares({ minutes, missingMinutesForADay }: MoodFill): { full: number; hour: number } {
  const day = minutes + missingMinutesForADay;
  if (missingMinutesForADay === 0) return { full: 1, hour: 1 };
  return { full: minutes / day, hour: Math.min(1, 60 / day) };
}
