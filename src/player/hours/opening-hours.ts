import type { Span } from "../../protocol/hours.ts";
import type { Settings } from "../../protocol/settings.ts";
import type { EpochMs } from "../../protocol/time.ts";
import { type CalendarDay, minutesOf, type WallClock } from "../../protocol/wall-clock.ts";

export type OpeningSettings = Pick<Settings, "openingHours" | "holidays" | "temporaryStop">;

/** Whether there should be music. `trusted` is false until the machine's clock is known to be right. */
export function isOpen(
  settings: OpeningSettings,
  { now, wall, trusted }: { now: EpochMs; wall: WallClock; trusted: boolean },
): boolean {
  const { temporaryStop } = settings;
  if (temporaryStop !== null && (temporaryStop.until === null || now < temporaryStop.until)) return false;
  return !trusted || isWithinHours(settings, wall);
}

/**
 * It goes by what the clock on the wall shows: on the day when clocks are set forward it opens an hour earlier by the
 * sun, and a span within the skipped hour is left out; when they are set back, one in the repeated hour comes twice.
 */
function isWithinHours(settings: OpeningSettings, { today, yesterday, minute }: WallClock): boolean {
  return (
    spansOn(settings, today).some((span) => {
      const [begin, end] = minutesOf(span);
      return minute >= begin && (minute < end || end <= begin);
    }) ||
    // Past midnight it is the end of a span that began the day before, also where today is a holiday.
    spansOn(settings, yesterday).some((span) => {
      const [begin, end] = minutesOf(span);
      return end <= begin && minute < end;
    })
  );
}

function spansOn({ openingHours, holidays }: OpeningSettings, { date, day }: CalendarDay): readonly Span[] {
  // Where a day is named twice, the later one in the list holds.
  const holiday = holidays.findLast((one) => one.date === date);
  if (holiday !== undefined) return holiday.open;
  if (openingHours.length === 0) return [{ from: "00:00", to: "00:00" }];
  return openingHours.filter(({ days }) => days.includes(day));
}
