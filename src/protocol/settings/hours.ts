import { Type } from "typebox";
import { Holiday, OpenSpan, QuietSpan, TemporaryStop, VolumeRange } from "../hours.ts";
import { settingsOf } from "./setting.ts";

const setting = settingsOf("Sound");

/** When there is music, and how loud it may be. */
export const hourSettings = {
  openingHours: setting(
    {
      title: "Opening hours",
      help: 'When there is music, as [{"days": [1, 2, 3, 4, 5], "from": "09:00", "to": "18:30"}]; 0 is Sunday, a day may have several spans, and one may run past midnight. The music begins and ends by itself. With none it always plays. Until the machine knows the time it counts as open, at a low volume.',
    },
    Type.Array(OpenSpan, { default: [], maxItems: 50 }),
  ),
  holidays: setting(
    {
      title: "Holidays",
      help: 'Days with hours of their own, as [{"date": "2026-12-24", "open": [{"from": "10:00", "to": "14:00"}]}]; closed where open is empty.',
    },
    Type.Array(Holiday, { default: [], maxItems: 400 }),
  ),
  temporaryStop: setting(
    {
      title: "Closed for now",
      help: 'Outranks the opening hours: {"until": null} holds until it is emptied again, {"until": 1798000000000} until that moment, in milliseconds since 1970.',
    },
    Type.Union([TemporaryStop, Type.Null()], { default: null }),
  ),
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
