import { Type } from "typebox";
import { LanguageTag } from "../music.ts";
import { settingsOf } from "./setting.ts";

const setting = settingsOf("Music");

/** Which song comes next. */
export const pickSettings = {
  onMoodChange: setting(
    {
      title: "When the mood changes",
      help: "finish lets the running song end first; fade moves over to a fitting song at once, unless somebody asked for this song or the next.",
    },
    Type.Union([Type.Literal("finish"), Type.Literal("fade")], { default: "finish" }),
  ),
  trackRestMinutes: setting(
    {
      title: "Rest of a song",
      help: "A song is not played again within this time, unless nothing else that suits is left. For an artist that a guest chose, half of it is enough.",
      unit: "minutes",
    },
    Type.Integer({ default: 180, minimum: 0, maximum: 10_080 }),
  ),
  artistRestMinutes: setting(
    {
      title: "Rest of an artist",
      help: "Nothing by an artist is played again within this time, unless nothing else that suits is left; and never twice in a row. For an artist that a guest chose, a quarter of it is enough.",
      unit: "minutes",
    },
    Type.Integer({ default: 30, minimum: 0, maximum: 1_440 }),
  ),
  shortestSongSeconds: setting(
    {
      title: "Shortest song",
      help: "Shorter ones are left out, unless nothing else is left. Keeps jingles and skits away.",
      unit: "seconds",
    },
    Type.Integer({ default: 30, minimum: 0, maximum: 600 }),
  ),
  longestSongMinutes: setting(
    {
      title: "Longest song",
      help: "Longer ones are left out, unless nothing else is left. Empty knows no limit.",
      unit: "minutes",
    },
    Type.Union([Type.Integer({ minimum: 1, maximum: 240 }), Type.Null()], { default: null }),
  ),
  languages: setting(
    {
      title: "Languages",
      help: "As en or de: only songs that name one of them are played while there are enough. With none, every language. A guest may choose others for a while.",
    },
    Type.Array(LanguageTag, { default: [], maxItems: 10, uniqueItems: true }),
  ),
  favouriteArtists: setting(
    {
      title: "Favourite artists",
      help: "Their songs come sooner than others that suit as well. An artist that a guest chooses at the screen is more than that: their songs are played whatever the mood, as soon as they have rested.",
    },
    Type.Array(Type.String({ minLength: 1, maxLength: 200 }), { default: [], maxItems: 100 }),
  ),
  preferencesHoldMinutes: setting(
    {
      title: "How long a guest's choice holds",
      help: "Languages and artists that somebody chose at the screen hold for so long.",
      unit: "minutes",
    },
    Type.Integer({ default: 120, minimum: 5, maximum: 1_440 }),
  ),
  guestBlockHours: setting(
    {
      title: "How long a guest's no holds",
      help: "A song or an artist that somebody at the screen does not want is not played for so long. Empty holds until it is taken back, as what is blocked on the library page does.",
      unit: "hours",
    },
    Type.Union([Type.Integer({ minimum: 1, maximum: 8_760 }), Type.Null()], { default: 24 }),
  ),
  adventure: setting(
    {
      title: "Adventure",
      help: "How far the random generator strays from the best fit: 0 always takes the best, 1 hardly minds.",
    },
    Type.Number({ default: 0.3, minimum: 0, maximum: 1 }),
  ),
  allowExplicit: setting(
    {
      title: "Explicit songs",
      help: "Whether songs that are marked as explicit may be chosen.",
    },
    Type.Boolean({ default: false }),
  ),
  randomSeed: setting(
    {
      title: "Seed of the random generator",
      help: "With the same seed, library and history the same songs are drawn. Empty takes a new one at each start.",
      needsRestart: true,
    },
    Type.Union([Type.Integer({ minimum: 0, maximum: 4_294_967_295 }), Type.Null()], { default: null }),
  ),
};
