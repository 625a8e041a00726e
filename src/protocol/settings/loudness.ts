import { Type } from "typebox";
import { QuietSpan, VolumeRange } from "../hours.ts";
import { settingsOf } from "./setting.ts";

const setting = settingsOf("Sound");

/** How loud it may be, and when. */
export const loudnessSettings = {
  volumeRange: setting(
    {
      title: "Volume range",
      help: "How quiet and how loud anybody may make it, from 0 to 1. A part of the day may have its own, within this one.",
    },
    Type.Object(VolumeRange.properties, {
      additionalProperties: false,
      default: { floor: 0, ceiling: 1 },
    }),
  ),
  quietHours: setting(
    {
      title: "Quiet hours",
      help: 'Never louder than this at these times, as [{"days": [0, 6], "from": "22:00", "to": "08:00", "ceiling": 0.4}].',
    },
    Type.Array(QuietSpan, { default: [], maxItems: 24 }),
  ),
  climbMinutes: setting(
    {
      title: "Climb after opening",
      help: "After opening the music begins quietly, and comes up to its volume in this time.",
      unit: "minutes",
    },
    Type.Number({ default: 0, minimum: 0, maximum: 240 }),
  ),
};
