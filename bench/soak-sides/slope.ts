export interface Slope {
  perHour: number;
  /** Twice the standard error: a slope within it is none that was measured. */
  plusMinus: number;
}

/** The straight line that lies best through these points, by its slope. */
export function slopeOf(points: readonly { atMs: number; value: number }[]): Slope {
  const hours = points.map(({ atMs }) => atMs / 3_600_000);
  const values = points.map(({ value }) => value);
  const [midHour, midValue] = [mean(hours), mean(values)];
  const spread = sum(hours.map((hour) => (hour - midHour) ** 2));
  if (points.length < 3 || spread === 0) return { perHour: 0, plusMinus: Number.POSITIVE_INFINITY };
  const perHour = sum(hours.map((hour, n) => (hour - midHour) * ((values[n] ?? 0) - midValue))) / spread;
  const misses = hours.map((hour, n) => (values[n] ?? 0) - midValue - perHour * (hour - midHour));
  const error = Math.sqrt(sum(misses.map((miss) => miss ** 2)) / (points.length - 2) / spread);
  return { perHour, plusMinus: 2 * error };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
const mean = (numbers: readonly number[]): number => sum(numbers) / Math.max(1, numbers.length);
