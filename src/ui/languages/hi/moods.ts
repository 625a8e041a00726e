import type { MoodLabel } from "../../../protocol/mood.ts";

/** The six moods, as words for music. */
export const moods: Readonly<Record<MoodLabel, string>> = {
  elated: "उजला और जोशीला",
  content: "उजला और सहज",
  calm: "शांत और सुकून भरा",
  gloomy: "धीमा और उदास",
  tense: "गहरा और तेज़",
  even: "संतुलित",
};
