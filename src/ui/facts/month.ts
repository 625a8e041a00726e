/** A span of days as `YYYY-MM-DD`, both among it. */
export interface Days {
  from: string;
  to: string;
}

/** This month until today. */
export function thisMonth(now: Date): Days {
  return { from: dayText(new Date(now.getFullYear(), now.getMonth(), 1)), to: dayText(now) };
}

/** The whole month before `now`, which is what a report to a collecting society is about; by local time. */
export function lastMonth(now: Date): Days {
  const [year, month] = [now.getFullYear(), now.getMonth()];
  return { from: dayText(new Date(year, month - 1, 1)), to: dayText(new Date(year, month, 0)) };
}

export function dayText(date: Date): string {
  const two = (value: number): string => String(value).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** Whether the last day comes before the first one; a day that is not named is no limit. */
export const isBackwards = ({ from, to }: Days): boolean => from !== "" && to !== "" && to < from;

/** The address of the plays report; a day that is not named has no limit. */
export function playsAddress({ from, to }: Days): string {
  const query = new URLSearchParams();
  if (from !== "") query.set("from", from);
  if (to !== "") query.set("to", to);
  return query.size > 0 ? `/api/plays.csv?${query}` : "/api/plays.csv";
}

/** What the daemon calls that report. */
export function playsFile({ from, to }: Days): string {
  const span = [from, to].filter((day) => day !== "").join("-to-");
  return span === "" ? "plays.csv" : `plays-${span}.csv`;
}
