import type { MoodLabel } from "../../../protocol/mood.ts";

/** The six moods, as words for music. */
export const moods: Readonly<Record<MoodLabel, string>> = {
  elated: "luminosa y animada",
  content: "luminosa y relajada",
  calm: "tranquila y cálida",
  gloomy: "lenta y melancólica",
  tense: "oscura e intensa",
  even: "serena",
};
