import type { MoodLabel } from "../../../protocol/mood.ts";

/** The six moods, as words for music. */
export const moods: Readonly<Record<MoodLabel, string>> = {
  elated: "lumineux et vif",
  content: "lumineux et tranquille",
  calm: "calme et chaleureux",
  gloomy: "lent et nostalgique",
  tense: "sombre et intense",
  even: "posé",
};
