import { Type } from "typebox";
import { Holiday, OpenSpan, TemporaryStop } from "../hours.ts";
import { settingsOf } from "./setting.ts";

const setting = settingsOf("Hours");

/** When there is music. */
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
};
