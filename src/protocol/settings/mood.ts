import { Type } from "typebox";
import { Affect } from "../mood.ts";
import { settingsOf } from "./setting.ts";

const setting = settingsOf("Mood");

/** How the mood follows what is seen. */
export const moodSettings = {
  moodHalfLifeMs: setting(
    {
      title: "How fast the mood follows",
      help: "After this time half of a change in the faces has reached the mood.",
      unit: "ms",
    },
    Type.Integer({ default: 6_000, minimum: 200, maximum: 600_000 }),
  ),
  moodDwellMs: setting(
    {
      title: "Shortest stay in a mood",
      help: "A mood is kept at least this long before its name may change.",
      unit: "ms",
    },
    Type.Integer({ default: 8_000, minimum: 0, maximum: 600_000 }),
  ),
  moodHoldMs: setting(
    {
      title: "Kept after the last face",
      help: "How long the mood stays when nobody is seen any more.",
      unit: "ms",
    },
    Type.Integer({ default: 60_000, minimum: 0, maximum: 3_600_000 }),
  ),
  moodFadeMs: setting(
    {
      title: "Fading to the usual mood",
      help: "How long the way back to the usual mood takes after that.",
      unit: "ms",
    },
    Type.Integer({ default: 120_000, minimum: 0, maximum: 3_600_000 }),
  ),
  usualMood: setting(
    {
      title: "Usual mood",
      help: "What the music goes by when nobody is seen: how pleasant and how lively, each from -1 to 1. A part of the day may have its own.",
    },
    Type.Object(Affect.properties, {
      additionalProperties: false,
      default: { valence: 0.35, arousal: 0.1 },
    }),
  ),
  dialHoldSeconds: setting(
    {
      title: "How long the dial holds",
      help: "A mood that somebody sets on the screen's dial holds for so long after their last touch of it; then the camera leads again. The next song is one for it all the same, where none was heard yet.",
      unit: "seconds",
    },
    Type.Integer({ default: 120, minimum: 30, maximum: 14_400 }),
  ),
  moodHistoryDays: setting(
    {
      title: "How long moods are kept",
      help: "The history keeps the room's mood of each song as two numbers. After this many days they are forgotten; what was played stays.",
      unit: "days",
    },
    Type.Integer({ default: 90, minimum: 1, maximum: 365 }),
  ),
};
