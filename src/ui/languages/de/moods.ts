import type { MoodLabel } from "../../../protocol/mood.ts";

/** The six moods, as words for music. */
export const moods: Readonly<Record<MoodLabel, string>> = {
  elated: "hell und lebhaft",
  content: "hell und gelassen",
  calm: "ruhig und warm",
  gloomy: "langsam und wehmütig",
  tense: "dunkel und treibend",
  even: "ausgewogen",
};
