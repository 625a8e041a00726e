import type { MoodLabel } from "./mood.ts";

/**
 * What people read for the six moods, on the pages and in what is taken away (playlists, the corrections' file): words
 * for music, as nobody is told how they feel. `MoodLabel` is for programs: settings, addresses, the database.
 */
export const moodNames: Readonly<Record<MoodLabel, string>> = {
  elated: "bright and lively",
  content: "bright and easy",
  calm: "calm and warm",
  gloomy: "slow and wistful",
  tense: "dark and driving",
  even: "steady",
};
