import { Type } from "typebox";
import { Affect, Daypart, Policy, PolicyByMood } from "../mood.ts";
import { settingsOf } from "./setting.ts";

const setting = settingsOf("Music");

/** Where the music heads: what it does about the mood, and at which hours. */
export const directionSettings = {
  policy: setting(
    {
      title: "What the music does about the mood",
      help: "match plays as the room is, lift moves towards pleasant, calm towards quiet, energise towards lively, glide begins as the room is and moves on song by song.",
    },
    Type.Union(Policy.anyOf, { default: "match" }),
  ),
  policyByMood: setting(
    {
      title: "The same for single moods",
      help: 'Which of these holds for a mood of its own, as {"gloomy": "lift", "tense": "calm"}. A mood that is not named takes the setting above.',
    },
    Type.Partial(Type.Object(PolicyByMood.properties), { additionalProperties: false, default: {} }),
  ),
  glideTo: setting(
    {
      title: "Where a glide ends",
      help: "How pleasant and how lively, each from -1 to 1.",
    },
    Type.Object(Affect.properties, {
      additionalProperties: false,
      default: { valence: 0.55, arousal: 0.2 },
    }),
  ),
  glideSongs: setting(
    {
      title: "Songs of a glide",
      help: "How many songs the way takes: the first is as the room is, the last is at its end.",
      unit: "songs",
    },
    Type.Integer({ default: 6, minimum: 2, maximum: 20 }),
  ),
  dayparts: setting(
    {
      title: "Parts of the day",
      help: "Hours with ways of their own: usual mood, what the music does about the mood, explicit songs or none, how lively songs may be, and the volume. Times go by the time zone that Mien goes by; where two overlap, the later one in the list holds.",
    },
    Type.Array(Daypart, { default: [], maxItems: 24 }),
  ),
};
