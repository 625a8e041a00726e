import type { EpochMs } from "../../protocol/time.ts";
import { perLanguage } from "../languages/tables.ts";

const fields = perLanguage(
  (_, here) =>
    new Intl.DateTimeFormat("en-u-ca-gregory-nu-latn", {
      ...{ year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric" },
      ...{ hourCycle: "h23", ...here },
    }),
);

/** Noon of the day that a calendar beside the appliance shows, so that no change of the clocks makes it another day. */
export function wallDate(at: EpochMs): Date {
  const { year, month, day } = wallFields(at);
  return new Date(year, month - 1, day, 12);
}

/** As a field for a date and a time takes it: `2026-11-22T18:00`, by the clock beside the appliance. */
export const wallText = (at: EpochMs): string => new Date(asUtc(at)).toISOString().slice(0, 16);

/** When that clock shows it; of an hour that it skips, an hour beside it. Null where it is no time. */
export function wallMoment(text: string): EpochMs | null {
  const shown = Date.parse(`${text}Z`);
  if (!Number.isFinite(shown)) return null;
  // How far it is ahead may be another on the other side of a change of the clocks.
  const near = shown - ahead(shown);
  return shown - ahead(near);
}

/** What the clock shows, as if it were in UTC. */
function asUtc(at: EpochMs): EpochMs {
  const { year, month, day, hour, minute } = wallFields(at);
  return Date.UTC(year, month - 1, day, hour, minute);
}

const MINUTE_MS = 60_000;
const ahead = (at: EpochMs): number => asUtc(at) - Math.floor(at / MINUTE_MS) * MINUTE_MS;

function wallFields(at: EpochMs) {
  const told = fields().formatToParts(at);
  const field = (name: string): number => Number(told.find(({ type }) => type === name)?.value);
  return {
    ...{ year: field("year"), month: field("month"), day: field("day") },
    ...{ hour: field("hour"), minute: field("minute") },
  };
}
