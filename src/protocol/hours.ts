import { type Static, Type } from "typebox";

const Exactly = { additionalProperties: false } as const;
export const TimeOfDay = Type.String({ pattern: "^([01][0-9]|2[0-3]):[0-5][0-9]$" });
const Days = Type.Array(Type.Integer({ minimum: 0, maximum: 6 }), { uniqueItems: true, minItems: 1 });
const Loudness = Type.Number({ minimum: 0, maximum: 1 });

/** From one time of a day to another one, that before it being the next day's; the same twice is 24 hours. */
export type Span = Static<typeof Span>;
export const Span = Type.Object({ from: TimeOfDay, to: TimeOfDay }, Exactly);

/** On these weekdays (0 is Sunday) it is open so long. A day may have several, and one may run past midnight. */
export type OpenSpan = Static<typeof OpenSpan>;
export const OpenSpan = Type.Object({ days: Days, from: TimeOfDay, to: TimeOfDay }, Exactly);

/** A day with hours of its own; closed where it has none. */
export type Holiday = Static<typeof Holiday>;
export const Holiday = Type.Object(
  {
    date: Type.String({ pattern: "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$" }),
    open: Type.Array(Span, { maxItems: 8 }),
  },
  Exactly,
);

/** No music, whatever the hours say, until this moment (in ms since 1970), or until it is taken back. */
export type TemporaryStop = Static<typeof TemporaryStop>;
export const TemporaryStop = Type.Object(
  { until: Type.Union([Type.Integer({ minimum: 0 }), Type.Null()]) },
  Exactly,
);

/** How loud it may get, and how quiet, from 0 to 1. Where they contradict each other, the ceiling holds. */
export type VolumeRange = Static<typeof VolumeRange>;
export const VolumeRange = Type.Object({ floor: Loudness, ceiling: Loudness }, Exactly);

/** Neighbours sleep: never louder than this, whatever else holds. */
export type QuietSpan = Static<typeof QuietSpan>;
export const QuietSpan = Type.Object(
  { days: Days, from: TimeOfDay, to: TimeOfDay, ceiling: Loudness },
  Exactly,
);
