import type { MoodLabel } from "../../../protocol/mood.ts";

/** The six moods, as words for music. */
export const moods: Readonly<Record<MoodLabel, string>> = {
  elated: "明亮而活泼",
  content: "明亮而轻松",
  calm: "平静而温暖",
  gloomy: "缓慢而惆怅",
  tense: "深沉而有力",
  even: "平稳",
};
