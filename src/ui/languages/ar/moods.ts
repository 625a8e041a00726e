import type { MoodLabel } from "../../../protocol/mood.ts";

/** The six moods, as words for music. */
export const moods: Readonly<Record<MoodLabel, string>> = {
  elated: "مشرقة وحيوية",
  content: "مشرقة ومريحة",
  calm: "هادئة ودافئة",
  gloomy: "بطيئة وشجية",
  tense: "قاتمة ومتدفقة",
  even: "متوازنة",
};
